"""Decide by a table: the first row whose condition holds gives the verdict and says why."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from magcite.model import Verdict
from magcite.readers.support.case import Case, lacks, statement_needs_treatment, states
from magcite.readers.support.evidence import Finding
from magcite.readers.support.numbers import Unit
from magcite.readers.support.passages import Passage
from magcite.readers.support.reasons import Reason
from magcite.readers.support.statement import Dose, Kind
from magcite.readers.support.study import Source

_WITHIN = re.compile(
    r"\b(?:in (?:all|both|every|each|either)(?: of the)? (?:\w+ )?(?:groups?|arms?)|"
    r"whether on \w+ or placebo|"
    r"(?:all|both|either) groups?)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\b(?:than (?:on |with |in |the )?(?:placebo|controls?|other)|compared (?:with|"
    r"to)|versus|vs\.?|relative to|"
    r"between (?:the )?groups|outperform\w*|below the other|superior)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\d\s?(?:%|per ?cent)|\bhalf\b", re.IGNORECASE)
_MORE_OFTEN = re.compile(
    r"\b(?:more (?:often|prevalent|frequent\w*|common\w*)|commoner|higher prevalence)\b", re.IGNORECASE
)
_COMMON = re.compile(r"\b(?:common\w*|often|frequent\w*|prevalent|accompan\w+|linked|associated)\b", re.IGNORECASE)
_MIXED = re.compile(
    r"\b(?:mixed|inconsistent|inconclusive|incongruous|disagree\w*|conflicting|"
    r"though not all|not all|differ from study|"
    r"ambiguous|do not allow a conclusion|limited|scarce|thin)\b",
    re.IGNORECASE,
)
_OLDER = re.compile(
    r"\b(?:seniors?|elderly|older|(?:aged? )?6\d (?:and|or) (?:over|older)|6\d-year-olds)\b", re.IGNORECASE
)
_YOUNGER = re.compile(r"\b(?:younger|(?:below|under|less than)\s(?:the )?(?:age )?(?:of )?\d\d)\b", re.IGNORECASE)


_PREVENTS = re.compile(r"\b(?:prevent\w*|prophyla\w*|protect\w*|incidence|risk)\b", re.IGNORECASE)
_RELIEVES = re.compile(r"\b(?:treats|cures?|acute|reliev\w+|relief|alleviat\w+|eas(?:es|ed))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A verdict with the finding or passage it rests on, the row that gave it and its reasons."""

    verdict: Verdict
    row: str
    passage: Passage | None
    reasons: tuple[Reason, ...] = ()
    confidence: float


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: its name (the explanation), when it applies and what it gives."""

    because: str
    holds: Callable[[Case], bool]
    verdict: Verdict
    reasons: tuple[Reason, ...]
    confidence: float


def _first(passages: tuple[Finding, ...]) -> Passage | None:
    return max(passages, key=lambda finding: finding.weight).passage if passages else None


def _no_exposure(case: Case) -> bool:
    return not case.exposure_found


def _no_condition(case: Case) -> bool:
    found = case.frame.people - case.conditions_missing - case.populations_missing
    return bool(case.conditions_missing) and not found - {"WOMEN", "MEN"}


def _not_replete(case: Case) -> bool:
    frame = case.frame
    if "REPLETE" not in frame.terms or re.search(r"\balso\b", frame.text):
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
    return bool(re.search(r"\d\s?%|\b(?:RR|HR|OR|ratio)\b", finding.passage.sentence.text))


def _prevalence_passages(case: Case) -> list[Passage]:
    need = case.frame.exposures
    return [
        p
        for p in case.prepared.passages
        if not p.background and lacks(case.frame, p) and (need & p.terms or need & case.prepared.title_terms)
    ]


def _trial_for_association(case: Case) -> bool:
    """Tell whether a trial is asked about intake or levels and nowhere relates them to the outcome."""
    if case.frame.kind is not Kind.ASSOCIATION or case.source not in {Source.TRIAL, Source.UNCONTROLLED}:
        return False
    return not any(
        re.search(r"\b(?:intake|consumed|associated|inverse)\b", f.passage.sentence.text) for f in case.findings
    )


ROWS: tuple[Row, ...] = (
    Row("the exposure is not part of the study", _no_exposure, Verdict.UNRELATED, (Reason.EXPOSURE_MISMATCH,), 0.9),
    Row("the statement describes another study", _other_study, Verdict.UNRELATED, (Reason.NUMBER_MISMATCH,), 0.8),
    Row("other people were studied", _no_condition, Verdict.UNRELATED, (Reason.POPULATION_MISMATCH,), 0.8),
    Row("people without a lack were not studied", _not_replete, Verdict.UNRELATED, (Reason.POPULATION_MISMATCH,), 0.75),
    Row("the outcome was not studied", _no_outcome, Verdict.UNRELATED, (Reason.OUTCOME_MISMATCH,), 0.85),
    Row(
        "the outcome is mentioned in the background only",
        _background_only,
        Verdict.UNRELATED,
        (Reason.BACKGROUND_ONLY, Reason.OUTCOME_MISMATCH),
        0.7,
    ),
    Row("no treatment was given", _needs_treatment, Verdict.UNRELATED, (Reason.EXPOSURE_MISMATCH,), 0.75),
    Row("no such comparison was made", _other_comparator, Verdict.UNRELATED, (Reason.COMPARATOR_MISMATCH,), 0.75),
    Row(
        "intake or levels were not related to the outcome",
        _trial_for_association,
        Verdict.UNRELATED,
        (Reason.EXPOSURE_MISMATCH,),
        0.7,
    ),
)
"""Why a source may have nothing to do with a statement, asked in this order."""


def decide(case: Case) -> Decision:
    """Give the verdict on a statement whose exposure and outcome are both understood."""
    if case.frame.kind is Kind.PREVALENCE:
        return _decide_prevalence(case)
    for row in ROWS:
        if row.holds(case):
            return Decision(
                verdict=row.verdict, row=row.because, passage=None, reasons=row.reasons, confidence=row.confidence
            )
    if not case.outcomes_found:
        return _decide_by_condition(case)
    return _decide_by_findings(case)


def _decide_prevalence(case: Case) -> Decision:
    """Judge a statement on how many lack something: only a share or a comparison in the source can carry it."""
    conditions = case.frame.outcomes | (case.frame.people - {"WOMEN", "MEN"})
    lacking = [p for p in _prevalence_passages(case) if conditions & (p.terms | case.prepared.title_terms)]
    if not case.exposure_found or not conditions & case.prepared.terms:
        return Decision(
            verdict=Verdict.UNRELATED,
            row="the people or the substance are not part of the study",
            passage=None,
            reasons=(Reason.POPULATION_MISMATCH,),
            confidence=0.85,
        )
    matched = [p for p in lacking for number in case.frame.numbers if number.unit is Unit.PERCENT and states(number, p)]
    if matched:
        return Decision(
            verdict=Verdict.PARTIAL,
            row="the share is given, for the people of this study",
            passage=matched[0],
            reasons=(Reason.POPULATION_MISMATCH,),
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
                reasons=reasons,
                confidence=0.7,
            )
    own = [p for p in lacking if case.frame.outcomes & p.terms]
    if case.source in {Source.TRIAL, Source.UNCONTROLLED} or not (own or case.reviews):
        return Decision(
            verdict=Verdict.UNRELATED,
            row="no prevalence was measured",
            passage=None,
            reasons=(Reason.OUTCOME_MISMATCH,),
            confidence=0.75,
        )
    common = [
        p
        for p in case.prepared.passages
        if case.frame.outcomes & p.terms and case.frame.exposures & p.terms and not p.background
    ]
    common = [p for p in common if _COMMON.search(p.sentence.text) or re.search("status", p.sentence.text)]
    if case.source is Source.REVIEW and (own or common):
        return Decision(
            verdict=Verdict.UNCLEAR,
            row="a lack is spoken of but its share is not given",
            passage=(own + common)[0],
            reasons=(Reason.OPINION_ONLY, Reason.NUMBER_NOT_STATED),
            confidence=0.6,
        )
    return Decision(
        verdict=Verdict.UNRELATED,
        row="no prevalence is given",
        passage=None,
        reasons=(Reason.OUTCOME_MISMATCH,),
        confidence=0.7,
    )


def _decide_by_condition(case: Case) -> Decision:
    """Judge a paper on the right condition and treatment that names no single outcome asked for."""
    results = [p for p in case.prepared.passages if not p.background and case.frame.people & p.terms]
    within = next((p for p in case.prepared.passages if _WITHIN.search(p.sentence.text)), None)
    if within and not any(_BETWEEN.search(p.sentence.text) for p in results):
        return Decision(
            verdict=Verdict.UNCLEAR,
            row="all groups changed, the untreated among them",
            passage=within,
            reasons=(Reason.WITHIN_GROUP_ONLY, Reason.NO_BETWEEN_GROUP_TEST, Reason.OUTCOME_MISMATCH),
            confidence=0.6,
        )
    return Decision(
        verdict=Verdict.PARTIAL,
        row="only the condition as a whole was rated",
        passage=results[-1] if results else None,
        reasons=(Reason.OUTCOME_MISMATCH,),
        confidence=0.5,
    )


def _wrong_subgroup(case: Case) -> Decision | None:
    """Find the statement's number in a part of the source that speaks of the other age group."""
    for number, passage in case.numbers_found:
        if not passage or number.unit is not Unit.PERCENT or not _OLDER.search(case.frame.text):
            continue
        if _YOUNGER.search(passage.sentence.text):
            return Decision(
                verdict=Verdict.CONTRADICTS,
                row="the number belongs to another age group",
                passage=passage,
                reasons=(Reason.WRONG_SUBGROUP, Reason.POPULATION_MISMATCH, Reason.WRONG_DIRECTION),
                confidence=0.85,
            )
    return None


def _decide_by_findings(case: Case) -> Decision:
    """Weigh the findings on the outcome against the statement."""
    if wrong := _wrong_subgroup(case):
        return wrong
    weighed = case.weighed
    if not weighed.told:
        return Decision(
            verdict=Verdict.UNCLEAR,
            row="the abstract does not tell the result",
            passage=_first(case.findings),
            reasons=(Reason.NOT_TOLD,),
            confidence=0.45,
        )
    agree, oppose, nothing = (
        sum(f.weight for f in group) for group in (weighed.agreeing, weighed.opposing, weighed.nothing)
    )
    against = nothing + oppose
    if agree == 0 or against > 2 * agree:
        return _decide_against(case, nothing >= oppose)
    reasons = list(_scope(case))
    if against > 0.5 * agree or any(_MIXED.search(f.passage.sentence.text) for f in case.findings):
        reasons.append(Reason.MIXED_RESULTS)
    verdict = Verdict.PARTIAL if _narrows(case, reasons) else Verdict.SUPPORTS
    confidence = 0.55 + 0.3 * (agree - against) / (agree + against)
    return Decision(
        verdict=verdict,
        row="the result goes the claimed way",
        passage=_first(weighed.agreeing),
        reasons=tuple(reasons),
        confidence=confidence,
    )


def _decide_against(case: Case, null: bool) -> Decision:
    if null and case.has_active_comparator and not case.frame.direction.null:
        return Decision(
            verdict=Verdict.PARTIAL,
            row="no different from another treatment",
            passage=_first(case.weighed.nothing),
            reasons=(Reason.NOT_EQUIVALENCE, *_scope(case)),
            confidence=0.55,
        )
    reason = Reason.NULL_RESULT if null else Reason.WRONG_DIRECTION
    group = case.weighed.nothing if null else case.weighed.opposing
    if case.reviews or case.frame.existential:
        return Decision(
            verdict=Verdict.UNCLEAR,
            row="the source speaks both ways",
            passage=_first(group),
            reasons=(Reason.MIXED_RESULTS,),
            confidence=0.4,
        )
    return Decision(
        verdict=Verdict.CONTRADICTS,
        row="the result is null or goes the other way",
        passage=_first(group),
        reasons=(reason,),
        confidence=0.7,
    )


def _narrows(case: Case, reasons: list[Reason]) -> bool:
    """Tell whether any of the reasons makes the support partial; an association bears a statement of association."""
    weak = {Reason.NOT_PRIMARY}
    if case.frame.kind is Kind.ASSOCIATION:
        weak |= {Reason.ASSOCIATION_ONLY, Reason.SMALL_SAMPLE}
    return bool(set(reasons) - weak)


SPECIAL = frozenset(
    {
        "OLDER",
        "CHILDREN",
        "PREGNANT",
        "TYPE_2_DIABETES",
        "CANCER",
        "HYPERTENSION",
        "PREDIABETES",
        "OBESITY",
        "METABOLIC_SYNDROME",
        "COPD",
        "CARDIOVASCULAR",
        "ATHLETES",
    }
)
"""Groups whose result does not simply hold for everybody (ours)."""
SMALL = 50
"""People below which a trial is called small here (ours; half of what the weight of designs asks of an effect)."""


def _scope(case: Case) -> list[Reason]:
    """List how the source is narrower or weaker than the statement."""
    reasons = []
    frame, terms = case.frame, case.prepared.title_terms
    extra = (terms & SPECIAL) - frame.people - frame.outcomes - frame.terms
    named = frame.people | (frame.terms & {"REPLETE", "DEFICIENT"})
    if case.given and frame.kind is not Kind.ASSOCIATION and extra and not named & terms:
        reasons.append(Reason.POPULATION_MISMATCH)
    if case.given and not frame.lacking and not {"DEFICIENT", "REPLETE"} & frame.terms and _treats_deficient(case):
        reasons.append(Reason.DEFICIENT_ONLY)
    if frame.outcomes - case.outcomes_found or _other_purpose(case):
        reasons.append(Reason.OUTCOME_MISMATCH)
    if case.conditions_missing or case.populations_missing - {"MEN", "WOMEN"}:
        reasons.append(Reason.POPULATION_MISMATCH)
    if case.numbers_missing and not _only_dose_missing_for_effect(case):
        reasons.append(Reason.NUMBER_MISMATCH)
    return [*reasons, *_strength(case)]


def _other_purpose(case: Case) -> bool:
    """Tell whether the statement speaks of preventing or of treating and the source only of the other."""
    said, text = case.frame.text, case.prepared.text
    return any(bool(purpose.search(said)) and not purpose.search(text) for purpose in (_PREVENTS, _RELIEVES))


def _only_dose_missing_for_effect(case: Case) -> bool:
    """Tell whether the only number missing is a dose the abstract gives nowhere."""
    doses = [n for n in case.numbers_missing if n.unit is Unit.MILLIGRAM]
    return len(doses) == len(case.numbers_missing) and not re.search(r"\d\s?(?:mg|g)\b(?!/dL)", case.prepared.text)


def _treats_deficient(case: Case) -> bool:
    """Tell whether only people lacking the substance were treated."""
    if case.reviews or "REPLETE" in case.prepared.terms:
        return False
    return any(
        lacks(case.frame, p)
        for p in case.prepared.passages
        if not p.background
        and (p.sentence.part.value in {"title", "objective", "methods", "conclusions"} or p.concludes)
    )


def _strength(case: Case) -> list[Reason]:
    """List what makes the source weak evidence for the statement, whatever it says."""
    reasons = []
    if case.source in {Source.REVIEW, Source.CASES}:
        reasons.append(Reason.OPINION_ONLY)
    if case.source is Source.REVIEW:
        reasons.append(Reason.NOT_PRIMARY)
    if case.source is Source.ANIMAL:
        reasons.append(Reason.ANIMAL_ONLY)
    if case.source in {Source.UNCONTROLLED, Source.CASES}:
        reasons.append(Reason.UNCONTROLLED)
    if case.source in {Source.OBSERVATION, Source.SYNTHESIS} and not case.given:
        reasons.append(Reason.ASSOCIATION_ONLY)
    if case.source in {Source.TRIAL, Source.UNCONTROLLED} and case.participants and case.participants < SMALL:
        reasons.append(Reason.SMALL_SAMPLE)
    if case.frame.dose is Dose.EATEN and case.given and case.source is Source.TRIAL:
        reasons.append(Reason.EXPOSURE_MISMATCH)
    return reasons
