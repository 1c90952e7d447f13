"""What all cited sources together say of one assertion, before anything is weighed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from magcite.model import AssertionVerdict, CitedSource, NoticeKind, Reading, Status, StudyType, Verdict

BEARING = frozenset({Verdict.SUPPORTS, Verdict.PARTIAL, Verdict.CONTRADICTS})
"""Verdicts of sources that bear on a statement at all."""

MIGHT_STILL_SPEAK = frozenset({Status.UNAVAILABLE, Status.NO_ABSTRACT, Status.UNRESOLVED})
"""Sources that could not be read and may hold evidence, so that silence of the others proves nothing."""

NO_EVIDENCE = frozenset(
    {
        NoticeKind.RETRACTED,
        NoticeKind.IS_RETRACTION_NOTICE,
        NoticeKind.IS_CONCERN_NOTICE,
        NoticeKind.IS_ERRATUM,
    }
)
"""Notices whose record counts neither for nor against a statement: what was retracted, and what merely tells of it."""

_OPINION = frozenset({StudyType.NARRATIVE_REVIEW, StudyType.EDITORIAL_LETTER, StudyType.GUIDELINE})


def verdict_of(source: CitedSource) -> Verdict | None:
    """Give what a source says of the statement, None where it was not judged."""
    support = source.reading.support if source.reading else None
    return support.value if support else None


def source_name(source: CitedSource) -> str:
    """Give the name under which people look a source up: its PMID where it has one, else as it was cited."""
    pmid = source.reading.article.ids.pmid if source.reading else None
    return pmid or str(source.citation.identifier)


def readings_of(source: CitedSource, cited_by: Iterable[Sequence[CitedSource]]) -> list[Reading]:
    """List how a source was judged on each statement that cites it, given the sources of each statement."""
    return [
        other.reading
        for sources in cited_by
        for other in sources
        if other.citation.identifier == source.citation.identifier and other.reading and other.reading.support
    ]


def verdicts_on(source: CitedSource, cited_by: Iterable[Sequence[CitedSource]]) -> set[Verdict]:
    """Give all that a source says of the statements that cite it, given the sources of each statement."""
    return {reading.support.value for reading in readings_of(source, cited_by) if reading.support}


def readings_with(sources: Sequence[CitedSource], *verdicts: Verdict) -> tuple[Reading, ...]:
    """Give the readings whose verdict is one of those named, in the order cited, but none that is no evidence."""
    return tuple(
        source.reading
        for source in sources
        if source.reading
        and source.reading.support
        and source.reading.support.value in verdicts
        and not any(notice.kind in NO_EVIDENCE for notice in source.reading.article.notices)
    )


def is_opinion(reading: Reading) -> bool:
    """Tell whether an article reports views or others' work rather than a study or a systematic review of studies."""
    study_type = reading.facts.design.study_type
    return study_type is not None and study_type.value in _OPINION


def judge_body(sources: Sequence[CitedSource]) -> AssertionVerdict:
    """Say what the sources say together.

    A source that contradicts beside one that supports makes the body mixed. Support from opinion alone is partial.
    Where nothing read bears on the statement, but a source could not be read, the statement is unverifiable, not
    unsupported. What was retracted, and a notice of it, is no evidence.
    """
    if not sources:
        return AssertionVerdict.UNCITED
    against = readings_with(sources, Verdict.CONTRADICTS)
    for_it = readings_with(sources, Verdict.SUPPORTS, Verdict.PARTIAL)
    if against:
        return AssertionVerdict.MIXED if for_it else AssertionVerdict.CONTRADICTED
    if for_it:
        full = [reading for reading in readings_with(sources, Verdict.SUPPORTS) if not is_opinion(reading)]
        return AssertionVerdict.SUPPORTED if full else AssertionVerdict.PARTLY_SUPPORTED
    return _judge_silence(sources)


def _judge_silence(sources: Sequence[CitedSource]) -> AssertionVerdict:
    nothing_read = not any(source.reading and source.reading.support for source in sources)
    unread = any(source.status in MIGHT_STILL_SPEAK for source in sources)
    undecided = readings_with(sources, Verdict.UNCLEAR)
    if nothing_read or unread or undecided:
        return AssertionVerdict.UNVERIFIABLE
    return AssertionVerdict.NOT_SUPPORTED


def best_supporter(sources: Sequence[CitedSource]) -> Reading | None:
    """Give the supporting reading whose design can bear most (level, then full support, then size)."""

    def rank(reading: Reading) -> tuple[float, bool, int]:
        people = reading.facts.sample.participants
        partial = reading.support is None or reading.support.value is not Verdict.SUPPORTS
        return (reading.evidence_level or float("inf"), partial, -(people.value if people else 0))

    supporting = readings_with(sources, Verdict.SUPPORTS, Verdict.PARTIAL)
    return min(supporting, key=rank, default=None)
