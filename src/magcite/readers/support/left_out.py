"""Leave open a statement on something of which the source itself says that it was not studied."""

from __future__ import annotations

from magcite.model import Reason, Verdict
from magcite.readers.support.case import Case
from magcite.readers.support.coverage import TELLING, word_weights
from magcite.readers.support.cues import cue_table
from magcite.readers.support.decision import Decision, grounds
from magcite.readers.support.passages import Passage
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.statement import Form

_NOT_STUDIED = Lazy(
    r"\b(?:(?:was|were|is|are|has|have) (?:not|never|seldom|rarely)(?: been)? "
    r"(?:collected|assessed|measured|examined|studied|ascertained|recorded|covered|evaluated|investigated|available|"
    r"considered|included|tested)|could not be (?:studied|assessed|examined|analy[sz]ed|evaluated|determined)|"
    r"(?:outside|beyond) the scope|too (?:rare|few|scarce) (?:to|for) (?:be )?analy\w+|"
    r"(?:was|were) (?:not known|unknown))\b"
)


def decide_left_out(case: Case) -> Decision | None:
    """Leave open a statement with a telling word that stands only where the source says what it did not study."""
    if case.frame.form is not Form.PLAIN:
        return None
    silent = [one for one in case.prepared.passages if _NOT_STUDIED.search(one.sentence.text)]
    passage = next((one for one in silent if _only_there(case, one)), None)
    if passage is None:
        return None
    return Decision(
        verdict=Verdict.UNCLEAR,
        row="the source says that it did not study this",
        passage=passage,
        grounds=grounds(Reason.NOT_TOLD, passage=passage),
        confidence=0.7,
    )


def _only_there(case: Case, passage: Passage) -> bool:
    named = (case.frame.content - case.frame.exposures - cue_table().keys()) & passage.terms
    elsewhere = frozenset(term for one in case.prepared.passages if one is not passage for term in one.terms)
    return any(word_weights().get(term, 1.0) >= TELLING for term in named - elsewhere)
