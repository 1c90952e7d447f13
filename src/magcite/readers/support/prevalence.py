"""Judge statements on how many people lack something: only a share or a comparison can carry them."""

from __future__ import annotations

from magcite.model import Reason, Verdict
from magcite.readers.support.case import COUNTERPARTS, Case, lacks, states
from magcite.readers.support.decision import Decision, grounds
from magcite.readers.support.numbers import Unit
from magcite.readers.support.passages import Passage
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.study import Source

_MORE_OFTEN = Lazy(r"\b(?:more (?:often|prevalent|frequent\w*|common\w*)|commoner|higher prevalence)\b")
_COMMON = Lazy(r"\b(?:common\w*|often|frequent\w*|prevalent|accompan\w+|linked|connected|associated)\b")
_TOLD_APART = frozenset({"CHILDREN", "OLDER", "PREGNANT", "ATHLETES"})
"""Groups that a statement names where it does not speak of all who have a condition (ours)."""
_STATUS = Lazy(r"\bstatus\b")


def _prevalence_passages(case: Case) -> list[Passage]:
    need = case.frame.exposures
    return [
        p
        for p in case.prepared.passages
        if not p.background and lacks(case.frame, p) and (need & p.terms or need & case.prepared.title_terms)
    ]


def decide_prevalence(case: Case) -> Decision:
    """Judge a statement on how many lack something: only a share or a comparison in the source can carry it."""
    conditions = case.frame.outcomes | (case.frame.people - COUNTERPARTS.keys())
    lacking = [
        p for p in _prevalence_passages(case) if not conditions or conditions & (p.terms | case.prepared.title_terms)
    ]
    if not case.exposure_found or (conditions and not conditions & case.prepared.terms):
        return Decision(
            verdict=Verdict.UNRELATED,
            row="the people or the substance are not part of the study",
            passage=None,
            grounds=grounds(Reason.POPULATION_MISMATCH),
            confidence=0.85,
        )
    matched = [p for p in lacking for number in case.frame.numbers if number.unit is Unit.PERCENT and states(number, p)]
    if matched:
        theirs = case.frame.people & _TOLD_APART and not case.populations_missing
        return Decision(
            verdict=Verdict.SUPPORTS if theirs else Verdict.PARTIAL,
            row="the share is given, for the people of this study",
            passage=matched[0],
            grounds=() if theirs else grounds(Reason.POPULATION_MISMATCH),
            confidence=0.7,
        )
    return _decide_share(case, lacking)


def _decide_share(case: Case, lacking: list[Passage]) -> Decision:
    compares = bool(_MORE_OFTEN.search(case.frame.text))
    for passage in lacking:
        if compares and _MORE_OFTEN.search(passage.sentence.text):
            reasons = (Reason.OPINION_ONLY, Reason.NOT_PRIMARY) if case.source is Source.REVIEW else ()
            return Decision(
                verdict=Verdict.SUPPORTS,
                row="lack is said to be more frequent",
                passage=passage,
                grounds=grounds(*reasons),
                confidence=0.7,
            )
    own = [p for p in lacking if case.frame.outcomes & p.terms]
    if case.source in {Source.TRIAL, Source.UNCONTROLLED} or not (own or case.reviews):
        return Decision(
            verdict=Verdict.UNRELATED,
            row="no prevalence was measured",
            passage=None,
            grounds=grounds(Reason.OUTCOME_MISMATCH),
            confidence=0.75,
        )
    common = [
        p
        for p in case.prepared.passages
        if case.frame.outcomes & p.terms and case.frame.exposures & p.terms and not p.background
    ]
    common = [p for p in common if _COMMON.search(p.sentence.text) or _STATUS.search(p.sentence.text)]
    if case.source is Source.REVIEW and (own or common):
        return Decision(
            verdict=Verdict.UNCLEAR,
            row="a lack is spoken of but its share is not given",
            passage=(own + common)[0],
            grounds=grounds(Reason.OPINION_ONLY, Reason.NUMBER_NOT_STATED),
            confidence=0.6,
        )
    return Decision(
        verdict=Verdict.UNRELATED,
        row="no prevalence is given",
        passage=None,
        grounds=grounds(Reason.OUTCOME_MISMATCH),
        confidence=0.7,
    )
