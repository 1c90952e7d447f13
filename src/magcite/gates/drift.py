"""Find what changed between a lock file and the records of today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from magcite.body import source_name
from magcite.gates.drift_phrases import DriftPhrases, drift_phrases_for
from magcite.gates.fingerprints import with_fingerprints
from magcite.gates.lock import (
    NO_MODEL,
    Lock,
    LockedArticle,
    LockedAssertion,
    Standing,
    digest_of_words,
    lock_article,
    lock_path,
    model_of,
    standing_of,
)
from magcite.model import (
    AuditedAssertion,
    AuditedClaim,
    CitedSource,
    ClaimsFile,
    Finding,
    Language,
    Position,
    Provenance,
    Report,
    Severity,
    Status,
)
from magcite.vocabulary import name

DRIFT_RULES: Mapping[str, tuple[Severity, str]] = {
    "retracted-since": (Severity.ERROR, "a source was retracted since the lock file was written"),
    "concern-since": (Severity.WARNING, "editors voiced concern about a source since the lock file was written"),
    "abstract-changed": (Severity.WARNING, "the title or abstract of a source changed since the lock file was written"),
    "record-gone": (Severity.WARNING, "a source that PubMed had when the lock file was written is gone"),
    "verdict-changed": (Severity.WARNING, "a statement is judged otherwise than when the lock file was written"),
}
"""What can change, with severity and summary."""

_BY_STANDING = {
    Standing.RETRACTED: "retracted-since",
    Standing.PARTLY_RETRACTED: "retracted-since",
    Standing.CONCERN: "concern-since",
}


def compare_with_lock(
    report: Report, file: ClaimsFile, lock: Lock, language: Language = Language.ENGLISH
) -> tuple[Finding, ...]:
    """Find what changed for the claims of one file; a source that could not be asked today gives no answer.

    What happened to a source is told once for each claim, and a change of verdict for each statement.
    """
    return tuple(
        finding
        for claim in report.claims
        if claim.claim.position.file == file.path
        for finding in with_fingerprints(
            claim.claim, _drifts(claim, lock, _other_model(lock, report, language), language)
        )
    )


def add_drift(report: Report, locks: Mapping[str, Lock], language: Language = Language.ENGLISH) -> Report:
    """Add what changed to a report; `locks` holds the lock of each claims file that has one, by the file's path.

    `language` is that of the messages.
    """
    others = {file: told for file, lock in locks.items() if (told := _other_model(lock, report, language))}
    claims = []
    for claim in report.claims:
        file = claim.claim.position.file
        drifts = _drifts(claim, locks[file], others.get(file), language) if file in locks else ()
        claims.append(_add(claim, with_fingerprints(claim.claim, drifts)))
    say = drift_phrases_for(language)
    remarks = [say.other_model_remark.format(lock=lock_path(file), models=told) for file, told in others.items()]
    return replace(report, claims=tuple(claims), remarks=(*report.remarks, *remarks))


def _other_model(lock: Lock, report: Report, language: Language) -> str | None:
    """Say which learned model had a say then and which has now; None where it is the same, or not known."""
    now = model_of(report)
    if lock.model in {None, now}:
        return None
    say = drift_phrases_for(language)
    before, now = (say.no_model if model == NO_MODEL else model for model in (lock.model, now))
    return say.models.format(before=before, now=now)


def _add(claim: AuditedClaim, drifts: Sequence[Finding]) -> AuditedClaim:
    """Put each finding with the statement it is about, or else with the claim."""
    own = {audited.assertion.id for audited in claim.assertions}
    assertions = tuple(
        replace(audited, findings=(*audited.findings, *(one for one in drifts if one.owner == audited.assertion.id)))
        for audited in claim.assertions
    )
    others = tuple(one for one in drifts if one.owner not in own)
    return replace(claim, assertions=assertions, findings=(*claim.findings, *others))


def _drifts(claim: AuditedClaim, lock: Lock, other_model: str | None, language: Language) -> Iterator[Finding]:
    say = drift_phrases_for(language)
    sources = {source_name(source): source for audited in reversed(claim.assertions) for source in audited.sources}
    for known_as, source in sorted(sources.items(), key=lambda item: item[1].citation.position):
        locked = lock.articles.get(known_as)
        if locked is not None:
            since = say.since.format(day=locked.retrieved) if locked.retrieved else say.since_lock
            for rule, message in _changes(source, locked, say):
                yield _about_source(rule, message.format(since=since), claim, source)
    for audited in claim.assertions:
        judged = lock.assertions.get(audited.assertion.id)
        if judged is not None:
            yield from _drift_of_verdict(audited, judged, other_model, language)


def _changes(source: CitedSource, locked: LockedArticle, say: DriftPhrases) -> Iterator[tuple[str, str]]:
    """Give what became of one source: the rule, and its message with `{since}` to be filled in."""
    if source.status is Status.NOT_FOUND:
        yield "record-gone", say.record_gone
    if source.reading is None:
        return
    standing = standing_of(source.reading.article)
    if standing is not locked.standing and standing in _BY_STANDING:
        yield _BY_STANDING[standing], say.standings[standing]
    fresh = lock_article(source.reading)
    if fresh.record != locked.record and _is_summary(fresh) == _is_summary(locked):
        yield "abstract-changed", say.abstract_changed


def _is_summary(article: LockedArticle) -> bool:
    """Tell a recorded summary from the abstract itself: the two differ without anything having changed."""
    return article.provenance is Provenance.DIGEST


def _drift_of_verdict(
    audited: AuditedAssertion, judged: LockedAssertion, other_model: str | None, language: Language
) -> Iterator[Finding]:
    """Compare verdicts where the words are the same and every source could be asked today.

    Where another model has a say than then, the message tells it: the sources may be what they were.
    """
    unasked = any(source.status is Status.UNAVAILABLE for source in audited.sources)
    today = audited.grade.verdict
    if judged.words != digest_of_words(audited.assertion.text) or judged.verdict is today or unasked:
        return
    say = drift_phrases_for(language)
    message = say.verdict_changed.format(before=name(judged.verdict, language), now=name(today, language))
    if other_model:
        message += say.other_model.format(models=other_model)
    yield _finding("verdict-changed", message, audited.assertion.id, audited.assertion.position)


def _about_source(rule: str, message: str, claim: AuditedClaim, source: CitedSource) -> Finding:
    finding = _finding(rule, message, claim.claim.id, source.citation.position)
    return replace(finding, source=source_name(source))


def _finding(rule: str, message: str, owner: str, position: Position) -> Finding:
    return Finding(
        rule=rule,
        severity=DRIFT_RULES[rule][0],
        confidence=1.0,
        message=message,
        owner=owner,
        position=position,
    )
