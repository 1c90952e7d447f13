"""Read the study type of an article from its words and its record, keeping both so that a disagreement shows."""

from __future__ import annotations

from functools import cache

from magcite.model import Article, Design, Fact, StudyType
from magcite.readers.design_cues import Cue
from magcite.readers.design_cues_laboratory import LABORATORY_CUES
from magcite.readers.design_cues_people import OBSERVATION_CUES, PEOPLE_CUES
from magcite.readers.design_cues_reviews import REVIEW_CUES
from magcite.readers.design_cues_trials import PROTOCOL_CUES, RANDOM_CUES, TREATMENT_CUES
from magcite.readers.design_decision import Ruling, decide, weigh_signals
from magcite.readers.design_record import read_record
from magcite.readers.design_search import Hit, Search
from magcite.readers.design_text import DesignText, lay_out

ALL_CUES: tuple[Cue, ...] = (
    *RANDOM_CUES, *PROTOCOL_CUES, *TREATMENT_CUES, *REVIEW_CUES, *OBSERVATION_CUES, *PEOPLE_CUES, *LABORATORY_CUES,
)  # fmt: skip


@cache
def _search() -> Search:
    return Search(ALL_CUES)


def _fact(ruling: Ruling, hits: list[Hit], text: DesignText) -> Fact[StudyType]:
    carrying = [hit for hit in hits if hit.cue.signal in ruling.signals]
    best = max(carrying, key=lambda hit: (hit.weight, -hit.offset), default=None)
    return Fact(
        value=ruling.study_type,
        quote=text.quote_at(best.offset) if best else None,
        confidence=ruling.confidence,
        basis=f"cue: {best.cue.name}" if best else "no sign of any design",
    )


def read_text(article: Article) -> Fact[StudyType] | None:
    """Read the study type from title and abstract alone; None where there is no text."""
    text = lay_out(article)
    if not text.lowered.strip():
        return None
    hits = _search().find(text)
    ruling = decide(weigh_signals(hits, text))
    return _fact(ruling, hits, text) if ruling else None


def read_design(article: Article) -> Design:
    """Read the study type; where text and record disagree a plain text wins and both are kept."""
    from_text = read_text(article)
    from_record = read_record(article)
    return Design(study_type=from_text or from_record, from_text=from_text, from_record=from_record)
