"""Say why a source has nothing to do with a statement: the first rows of the decision table."""

from __future__ import annotations

from magcite.model import Reason
from magcite.readers.support.case import Case, statement_needs_treatment
from magcite.readers.support.decision import Row
from magcite.readers.support.evidence import Finding
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.statement import Kind
from magcite.readers.support.study import Source

_COUNTED = Lazy(r"\d\s?%|\b(?:RR|HR|OR|ratio)\b", 0)
_RELATED = Lazy(r"\b(?:intake|consumed|associated|inverse)\b", 0)
_ALSO = Lazy(r"\balso\b", 0)


def _no_exposure(case: Case) -> bool:
    return not case.exposure_found


APART = frozenset({"CHILDREN", "PREGNANT", "VOLLEYBALL", "TRIATHLETES"})
"""Groups that a study of others says nothing about (ours)."""


def _no_condition(case: Case) -> bool:
    if case.populations_missing & APART or (case.frame.existential and case.populations_missing):
        return True
    found = case.frame.people - case.conditions_missing - case.populations_missing
    return bool(case.conditions_missing) and not found - {"WOMEN", "MEN"}


def _not_replete(case: Case) -> bool:
    frame = case.frame
    if "REPLETE" not in frame.terms or _ALSO.search(frame.text):
        return False
    return "REPLETE" not in case.prepared.terms


def _no_outcome(case: Case) -> bool:
    return not case.outcomes_found and not case.outcomes_in_background and not _condition_measured(case)


def _condition_measured(case: Case) -> bool:
    """Tell whether at least the condition the outcome belongs to was the subject of a treatment."""
    conditions = case.frame.people & case.prepared.title_terms
    return case.given and bool(conditions) and not case.outcomes_found


def _background_only(case: Case) -> bool:
    return not case.outcomes_found and bool(case.outcomes_in_background)


def _needs_treatment(case: Case) -> bool:
    return statement_needs_treatment(case.frame) and not case.given


def _other_comparator(case: Case) -> bool:
    return case.needs_comparator and (case.reviews or not case.has_active_comparator)


def _other_study(case: Case) -> bool:
    """Tell whether a statement that describes one study meets a paper that cannot be it."""
    frame = case.frame
    if not frame.describes_a_study:
        return False
    if case.populations_missing & {"VOLLEYBALL", "TRIATHLETES"}:
        return True
    if frame.kind is not Kind.ASSOCIATION:
        return False
    counted = any(_is_quantified(finding) for finding in case.findings)
    return case.source in {Source.TRIAL, Source.REVIEW, Source.CASES, Source.ANIMAL} or not counted


def _is_quantified(finding: Finding) -> bool:
    return bool(_COUNTED.search(finding.passage.sentence.text))


def _trial_for_association(case: Case) -> bool:
    """Tell whether a trial is asked about intake or levels and nowhere relates them to the outcome."""
    if case.frame.kind is not Kind.ASSOCIATION or case.source not in {Source.TRIAL, Source.UNCONTROLLED}:
        return False
    return not any(_RELATED.search(f.passage.sentence.text) for f in case.findings)


ROWS: tuple[Row, ...] = (
    Row(
        because="the exposure is not part of the study",
        holds=_no_exposure,
        reasons=(Reason.EXPOSURE_MISMATCH,),
        confidence=0.9,
    ),
    Row(
        because="the statement describes another study",
        holds=_other_study,
        reasons=(Reason.NUMBER_MISMATCH,),
        confidence=0.8,
    ),
    Row(
        because="other people were studied", holds=_no_condition, reasons=(Reason.POPULATION_MISMATCH,), confidence=0.8
    ),
    Row(
        because="people without a lack were not studied",
        holds=_not_replete,
        reasons=(Reason.POPULATION_MISMATCH,),
        confidence=0.75,
    ),
    Row(because="the outcome was not studied", holds=_no_outcome, reasons=(Reason.OUTCOME_MISMATCH,), confidence=0.85),
    Row(
        because="the outcome is mentioned in the background only",
        holds=_background_only,
        reasons=(Reason.BACKGROUND_ONLY, Reason.OUTCOME_MISMATCH),
        confidence=0.7,
    ),
    Row(because="no treatment was given", holds=_needs_treatment, reasons=(Reason.EXPOSURE_MISMATCH,), confidence=0.75),
    Row(
        because="no such comparison was made",
        holds=_other_comparator,
        reasons=(Reason.COMPARATOR_MISMATCH,),
        confidence=0.75,
    ),
    Row(
        because="intake or levels were not related to the outcome",
        holds=_trial_for_association,
        reasons=(Reason.EXPOSURE_MISMATCH,),
        confidence=0.7,
    ),
)
"""Why a source may have nothing to do with a statement, asked in this order."""
