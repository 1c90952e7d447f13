"""Read the study type of an article from its words and its record, keeping both so that a disagreement shows."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from magcite.model import Article, Design, Fact, StudyType
from magcite.readers.design_coverage import read_coverage
from magcite.readers.design_cues import Cue
from magcite.readers.design_cues_laboratory import LABORATORY_CUES
from magcite.readers.design_cues_people import OBSERVATION_CUES, PEOPLE_CUES
from magcite.readers.design_cues_reviews import REVIEW_CUES
from magcite.readers.design_cues_trials import PROTOCOL_CUES, RANDOM_CUES, TREATMENT_CUES
from magcite.readers.design_decision import Ruling, decide, weigh_signals
from magcite.readers.design_doubt import reconsider
from magcite.readers.design_record import read_record
from magcite.readers.design_search import Hit, Search
from magcite.readers.design_text import DesignText, lay_out

ALL_CUES: tuple[Cue, ...] = (
    *RANDOM_CUES, *PROTOCOL_CUES, *TREATMENT_CUES, *REVIEW_CUES, *OBSERVATION_CUES, *PEOPLE_CUES, *LABORATORY_CUES,
)  # fmt: skip


_REVIEWS = frozenset({StudyType.META_ANALYSIS, StudyType.SYSTEMATIC_REVIEW, StudyType.NARRATIVE_REVIEW})


@cache
def _search() -> Search:
    return Search(ALL_CUES)


def find_cues(text: DesignText) -> list[Hit]:
    """Find the cues of every study type in a text."""
    return _search().find(text)


def _fact(ruling: Ruling, hits: list[Hit], text: DesignText) -> Fact[StudyType]:
    carrying = [hit for hit in hits if hit.cue.signal in ruling.signals]
    best = max(carrying, key=lambda hit: (hit.weight, -hit.offset), default=None)
    return Fact(
        value=ruling.study_type,
        quote=text.quote_at(best.offset if best else 0),
        confidence=ruling.confidence,
        basis=f"cue: {best.cue.name}" if best else "the words as a whole",
    )


def _read_text(text: DesignText) -> Fact[StudyType] | None:
    """Read the study type from title and abstract alone; None where they say nothing."""
    if not text.lowered.strip():
        return None
    hits = find_cues(text)
    if not hits and not text.lowered[text.title_end :].strip():
        return None
    weighed = weigh_signals(hits, text)
    return _fact(reconsider(decide(weighed), weighed), hits, text)


PLAIN = 0.6
"""Confidence from which a text's own words outweigh the record (ours): indexing is late, coarse or wrong too often."""

_NOT_IN_THE_TEXT = frozenset(
    {
        StudyType.EDITORIAL_LETTER,
        StudyType.META_ANALYSIS,
        StudyType.SYSTEMATIC_REVIEW,
        StudyType.ANIMAL,
        StudyType.GUIDELINE,
    }
)
"""What a record knows better than a text of middling clearness."""

_REFINES = {
    StudyType.NARRATIVE_REVIEW: frozenset({StudyType.META_ANALYSIS, StudyType.SYSTEMATIC_REVIEW, StudyType.GUIDELINE}),
    StudyType.SYSTEMATIC_REVIEW: frozenset({StudyType.META_ANALYSIS}),
    StudyType.NON_RANDOMIZED_TRIAL: frozenset({StudyType.RANDOMIZED_TRIAL}),
    StudyType.CASE_REPORT: frozenset({StudyType.CASE_SERIES}),
}
"""Record types that a more exact reading of the text does not contradict."""


def _reconcile(from_text: Fact[StudyType] | None, from_record: Fact[StudyType] | None) -> Fact[StudyType] | None:
    """Choose between text and record: plain words about what was done win, vague ones yield."""
    if from_text is None or from_record is None:
        return from_text or from_record
    if from_text.value is from_record.value:
        return replace(from_text, confidence=max(from_text.confidence, from_record.confidence))
    if from_text.value in _REFINES.get(from_record.value, ()):
        return from_text
    if from_record.value in _NOT_IN_THE_TEXT:
        return from_record if from_record.confidence > from_text.confidence else from_text
    if from_text.confidence >= PLAIN or from_text.confidence >= from_record.confidence:
        return from_text
    return from_record


def read_design(article: Article) -> Design:
    """Read the study type; where text and record disagree a plain text wins and both are kept."""
    text = lay_out(article)
    from_text = _read_text(text)
    from_record = read_record(article)
    study_type = _reconcile(from_text, from_record)
    return Design(
        study_type=study_type,
        from_text=from_text,
        from_record=from_record,
        covers_trials=read_coverage(text) if study_type and study_type.value in _REVIEWS else None,
    )
