"""Say why a source has nothing to do with a statement: the first rows of the decision table."""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Reason
from magcite.readers.support.case import COUNTERPARTS, Case, statement_needs_treatment
from magcite.readers.support.cues import cue_table
from magcite.readers.support.decision import Row, TableSays
from magcite.readers.support.evidence import tells_no_result
from magcite.readers.support.kinds import Dose, Kind
from magcite.readers.support.passages import Clause, Passage
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.study import Source
from magcite.readers.support.subject import is_cut_back
from magcite.readers.support.words import stems

_GOOD_FOR = Lazy(r"\b(?:prevent\w*|eas(?:e|es|ed|ing)|reliev\w+|help\w*|benefi\w+|improv\w+|alleviat\w+)\b")
_ON_THE_SKIN = Lazy(
    r"\b(?:rub(?:s|bed|bing)?|baths?|bathing|soak\w*|topical\w*|transdermal\w*|creams?|ointments?|lotions?|"
    r"on the (?:skin|limbs|legs|arms)|through the skin)\b"
)
_USED = Lazy(
    r"\b(?:users?|use of|\w+ use(?! of)|starters?|prescri\w+|initiat\w+|takers?)\b|\bon [a-z]+s\b(?= (?:had|were|did))"
)
_TAKEN = Lazy(r"\bsupplement\w*|\b(?:took|taking)\b")
_COUNTED = Lazy(r"\d\s?%|\b(?:RR|HR|OR|ratio)\b", 0)
_RELATED = Lazy(r"\b(?:intake|consumed|associated|inverse)\b", 0)
_TRIAL = Lazy(r"\bin an? (?:[\w-]+ ){0,2}?(?:randomi[sz]ed|placebo-controlled|double-blind)\b")
_EATEN_OR_HELD = stems(
    "intake intakes diet dietary consume consumed consumption eat eaten ate food foods serum plasma blood urine "
    "urinary level levels concentration concentrations deficiency deficient"
)
"""Words by which a source tells how much of something people eat, or hold in the body."""
NEAR = 3
"""Words between such a word and the substance that it tells of, at most (ours)."""
_RATED = Lazy(
    r"\b(?:symptoms?|complaints?|severity|scores?|scales?|rated|ratings?|index|attacks?|episodes?|relief|reliev\w+|"
    r"remission|questionnaires?)\b"
)
"""Words by which a source tells how bad a condition was."""
_ALSO = Lazy(r"\balso\b", 0)
_NO_GROUPS = frozenset({Source.REVIEW, Source.CASES, Source.ANIMAL})
"""Sources that are no one study of groups of people."""


def _no_exposure(case: Case) -> bool:
    return not case.exposure_found or _is_of_another_kind(case)


def _is_of_another_kind(case: Case) -> bool:
    """Tell whether a statement speaks of a vaccine that the source does not name ("the shingles vaccine")."""
    clause = case.frame.clause
    before = {
        term
        for spot in clause.places.get("VACCINE", ())
        for term, spots in clause.places.items()
        if spot - 1 in spots and term in case.frame.content and term not in cue_table()
    }
    return bool(before) and before.isdisjoint(case.prepared.all_terms)


APART = frozenset({"CHILDREN", "PREGNANT", "VOLLEYBALL", "TRIATHLETES"})
"""Groups that a study of others says nothing about (ours)."""


def _no_condition(case: Case) -> bool:
    if "NORMOTENSIVE" in case.populations_missing and "HYPERTENSION" in case.prepared.terms - case.frame.terms:
        return True
    if case.populations_missing & APART or (case.frame.existential and case.populations_missing):
        return True
    found = case.frame.people - case.conditions_missing - case.populations_missing
    return bool(case.conditions_missing) and not found - COUNTERPARTS.keys()


def _not_replete(case: Case) -> bool:
    frame = case.frame
    if "REPLETE" not in frame.terms or _ALSO.search(frame.text):
        return False
    return "REPLETE" not in case.prepared.terms


def _no_outcome(case: Case) -> bool:
    measured = _condition_measured(case) or _condition_reviewed(case)
    return not case.outcomes_found and not case.outcomes_in_background and not measured


def _condition_reviewed(case: Case) -> bool:
    """Tell whether a review says of the substance that it is good for the condition the outcome belongs to."""
    conditions = case.frame.people & case.prepared.title_terms
    return case.source is Source.REVIEW and any(
        case.frame.exposures & passage.terms and conditions & passage.terms and _GOOD_FOR.search(passage.sentence.text)
        for passage in case.prepared.passages
    )


def _not_on_the_skin(case: Case) -> bool:
    return bool(_ON_THE_SKIN.search(case.frame.text)) and not _ON_THE_SKIN.search(case.prepared.text)


def _condition_measured(case: Case) -> bool:
    """Tell whether at least the condition that the outcome belongs to was treated, and rated as a whole."""
    conditions = case.frame.people & case.prepared.title_terms
    if not case.given or case.outcomes_found:
        return False
    return any(
        conditions & passage.terms and _RATED.search(passage.sentence.text)
        for passage in case.prepared.passages
        if not passage.background
    )


def _background_only(case: Case) -> bool:
    return not case.outcomes_found and bool(case.outcomes_in_background)


def _has_users(case: Case) -> bool:
    """Tell whether a source without a treatment compares those who use something with those who do not."""
    return any(
        case.frame.exposures & passage.terms and _USED.search(passage.sentence.text)
        for passage in case.prepared.passages
    )


def _needs_treatment(case: Case) -> bool:
    if case.given or not statement_needs_treatment(case.frame) or _has_users(case):
        return False
    return not any(f.direction.told and _TAKEN.search(f.clause.text) and f.with_exposure for f in case.findings)


def _measures_instead(case: Case) -> bool:
    """Tell whether a statement on giving something meets a source on how much people eat or have of it."""
    return _needs_treatment(case) and any(_is_eaten_or_held(clause, case.frame.exposures) for clause in _clauses(case))


def _is_eaten_or_held(clause: Clause, exposures: frozenset[str]) -> bool:
    spots = [spot for term in exposures for spot in clause.places.get(term, ())]
    return any(_EATEN_OR_HELD & set(clause.stems[max(0, spot - NEAR) : spot + NEAR + 1]) for spot in spots)


def _other_comparator(case: Case) -> bool:
    if not case.needs_comparator or case.names_comparator:
        return False
    return case.reviews or not case.has_active_comparator


def _other_study(case: Case) -> bool:
    """Tell whether a statement that describes one study meets a paper that cannot be it."""
    frame = case.frame
    if not frame.describes_a_study:
        return False
    if case.populations_missing & {"VOLLEYBALL", "TRIATHLETES"}:
        return True
    if _TRIAL.search(frame.text) and case.source in {*_NO_GROUPS, Source.OBSERVATION}:
        return True
    if frame.kind is not Kind.ASSOCIATION:
        return False
    return case.source in {*_NO_GROUPS, Source.TRIAL} or not any(map(_is_quantified, case.prepared.passages))


def _is_quantified(passage: Passage) -> bool:
    return bool(_COUNTED.search(passage.sentence.text)) and not tells_no_result(passage)


def _clauses(case: Case) -> Iterator[Clause]:
    for passage in case.prepared.passages:
        yield from passage.clauses


def _trial_for_association(case: Case) -> bool:
    """Tell whether a trial is asked about intake or levels and nowhere relates them to the outcome."""
    frame = case.frame
    measured = frame.kind is Kind.ASSOCIATION and frame.dose in {Dose.EATEN, Dose.MEASURED}
    cut = any(is_cut_back(c, sorted(s for t in frame.subject for s in c.places.get(t, ()))) for c in _clauses(case))
    asked = measured or (not cut and frame.lacking and "REPLETE" not in frame.terms)
    if not asked or case.source not in {Source.TRIAL, Source.UNCONTROLLED}:
        return False
    return not any(_RELATED.search(f.passage.sentence.text) for f in case.findings)


ROWS: tuple[Row, ...] = (
    Row(
        because="the exposure is not part of the study",
        holds=_no_exposure,
        reasons=(Reason.EXPOSURE_MISMATCH,),
        confidence=0.9,
        says=TableSays.NOT_NAMED,
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
    Row(because="it was not put on the skin", holds=_not_on_the_skin, reasons=(Reason.ROUTE_MISMATCH,), confidence=0.7),
    Row(
        because="the outcome was not studied",
        holds=_no_outcome,
        reasons=(Reason.OUTCOME_MISMATCH,),
        confidence=0.85,
        says=TableSays.NOT_NAMED,
    ),
    Row(
        because="the outcome is mentioned in the background only",
        holds=_background_only,
        reasons=(Reason.BACKGROUND_ONLY, Reason.OUTCOME_MISMATCH),
        confidence=0.7,
        says=TableSays.NOT_NAMED,
    ),
    Row(
        because="no treatment was given, and intake or levels were measured",
        holds=_measures_instead,
        reasons=(Reason.EXPOSURE_MISMATCH,),
        confidence=0.75,
    ),
    Row(
        because="no treatment was given",
        holds=_needs_treatment,
        reasons=(Reason.EXPOSURE_MISMATCH,),
        confidence=0.75,
        says=TableSays.OTHERWISE_ASKED,
    ),
    Row(
        because="no such comparison was made",
        holds=_other_comparator,
        reasons=(Reason.COMPARATOR_MISMATCH,),
        confidence=0.75,
        says=TableSays.OTHERWISE_ASKED,
    ),
    Row(
        because="a lack was treated, and not related to the outcome",
        holds=lambda case: _trial_for_association(case) and case.frame.lacking and case.given,
        reasons=(Reason.EXPOSURE_MISMATCH,),
        confidence=0.7,
    ),
    Row(
        because="intake or levels were not related to the outcome",
        holds=_trial_for_association,
        reasons=(Reason.EXPOSURE_MISMATCH,),
        confidence=0.7,
        says=TableSays.OTHERWISE_ASKED,
    ),
)
"""Why a source may have nothing to do with a statement, asked in this order."""
