"""Judge a statement in which what is usually an outcome acts on what is usually an exposure ("stress drains …")."""

from __future__ import annotations

from magcite.model import Reason, Verdict
from magcite.readers.support.agreement import Agreement, compare
from magcite.readers.support.case import Case
from magcite.readers.support.decision import Decision, Ground, grounds
from magcite.readers.support.evidence import asks_only
from magcite.readers.support.passages import Passage
from magcite.readers.support.reading import read_direction
from magcite.readers.support.scope import list_strength
from magcite.readers.support.subject import GENERIC_EXPOSURE, acts_on_exposure
from magcite.readers.support.words import OUTCOME_ROLES, lexicon


def decide_reversed(case: Case) -> Decision:
    """Find a sentence that says the same thing the same way round; one on the usual effect says nothing of it."""
    acting = lexicon().of_role(case.frame.terms, *OUTCOME_ROLES)
    for passage in case.prepared.passages:
        if passage.background or asks_only(passage) or not acting & passage.terms:
            continue
        if _says_so(case, passage, acting):
            return Decision(
                verdict=Verdict.PARTIAL,
                row="the source says so the same way round",
                passage=passage,
                grounds=(Ground(Reason.ASSOCIATION_ONLY), *list_strength(case)),
                confidence=0.5,
            )
    return Decision(
        verdict=Verdict.UNRELATED,
        row="the source asks it the other way round",
        passage=None,
        grounds=grounds(Reason.EXPOSURE_MISMATCH),
        confidence=0.6,
    )


def _says_so(case: Case, passage: Passage, acting: frozenset[str]) -> bool:
    """Tell whether a clause has the outcome act on the exposure in the direction claimed."""
    exposures = case.frame.exposures
    for clause in passage.clauses:
        here = acting & clause.places.keys()
        if here and acts_on_exposure(clause, exposures, here):
            said = read_direction(clause, here, exposures | (GENERIC_EXPOSURE & clause.places.keys()))
            if compare(case.frame.direction, said) is Agreement.AGREES:
                return True
    return False
