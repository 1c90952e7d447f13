"""Decide by a table: the first row whose condition holds gives the verdict and says why."""

from __future__ import annotations

from dataclasses import replace

from magcite.model import Reason, Verdict
from magcite.readers.support.case import Case
from magcite.readers.support.decision import Decision, Ground, TableSays, grounds
from magcite.readers.support.evidence import BETWEEN_GROUPS, IN_ALL_GROUPS, Finding
from magcite.readers.support.kinds import Kind
from magcite.readers.support.numbers import Unit
from magcite.readers.support.passages import Passage
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.prevalence import decide_prevalence
from magcite.readers.support.relevance import ROWS
from magcite.readers.support.scope import list_scope, list_strength, narrows
from magcite.readers.support.study import Source

_MIXED = Lazy(
    r"\b(?:mixed|inconsistent|inconclusive|incongruous|disagree\w*|conflicting|"
    r"though not all|not all|differ from study|"
    r"ambiguous|do not allow a conclusion|limited|scarce|sparse|thin|not (?:\w+ )?consistent)\b"
)
_UNPROVEN = Lazy(
    r"\b(?:not|never) (?:yet |been )*(?:proven|proved|established|certain)\b|\bunproven\b|\bno (?:\w+ )?proof\b"
)
_OLDER = Lazy(r"\b(?:seniors?|elderly|older|(?:aged? )?6\d (?:and|or) (?:over|older)|6\d-year-olds)\b")
_YOUNGER = Lazy(r"\b(?:younger|(?:below|under|less than)\s(?:the )?(?:age )?(?:of )?\d\d)\b")


def decide(case: Case) -> Decision:
    """Give the verdict on a statement whose exposure and outcome are both understood."""
    decision = _decide(case)
    if decision.verdict is Verdict.CONTRADICTS and _UNPROVEN.search(case.frame.text):
        return _leave_unproven(case, decision)
    return decision


def _leave_unproven(case: Case, decision: Decision) -> Decision:
    """Let a single study that found an effect leave open what a statement calls unproven; pooled studies do not."""
    if case.source is Source.SYNTHESIS:
        return decision
    return replace(
        decision,
        verdict=Verdict.UNCLEAR,
        row="one study does not settle what the statement calls unproven",
        grounds=grounds(Reason.NOT_TOLD),
    )


def _decide(case: Case) -> Decision:
    if case.frame.kind is Kind.PREVALENCE:
        return decide_prevalence(case)
    for row in ROWS:
        if row.holds(case):
            return Decision(
                verdict=Verdict.UNRELATED,
                row=row.because,
                passage=None,
                grounds=grounds(*row.reasons),
                confidence=row.confidence,
                says=row.says,
            )
    if not case.outcomes_found:
        return _decide_by_condition(case)
    return _wrong_subgroup(case) or _decide_by_findings(case)


def _first(findings: tuple[Finding, ...]) -> Passage | None:
    return max(findings, key=lambda finding: finding.weight).passage if findings else None


def _sum(findings: tuple[Finding, ...]) -> float:
    return sum(finding.weight for finding in findings)


def _decide_by_condition(case: Case) -> Decision:
    """Judge a paper on the right condition and treatment that names no single outcome asked for."""
    results = [p for p in case.prepared.passages if not p.background and case.frame.people & p.terms]
    within = next((p for p in case.prepared.passages if IN_ALL_GROUPS.search(p.sentence.text)), None)
    if within and not any(BETWEEN_GROUPS.search(p.sentence.text) for p in results):
        return Decision(
            verdict=Verdict.UNCLEAR,
            row="all groups changed, the untreated among them",
            passage=within,
            grounds=grounds(Reason.WITHIN_GROUP_ONLY, Reason.NO_BETWEEN_GROUP_TEST, Reason.OUTCOME_MISMATCH),
            confidence=0.6,
        )
    return Decision(
        verdict=Verdict.PARTIAL,
        row="only the condition as a whole was rated",
        passage=results[-1] if results else None,
        grounds=(Ground(Reason.OUTCOME_MISMATCH), *list_strength(case)),
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
                grounds=grounds(Reason.WRONG_SUBGROUP, Reason.POPULATION_MISMATCH, Reason.WRONG_DIRECTION),
                confidence=0.85,
            )
    return None


def _decide_by_findings(case: Case) -> Decision:
    """Weigh the findings on the outcome against the statement."""
    weighed = case.weighed
    if (
        case.frame.kind is Kind.EQUIVALENCE
        and (case.names_comparator or case.meets_any_treatment)
        and (decision := _decide_equivalence(case))
    ):
        return decision
    if not weighed.told:
        return Decision(
            verdict=Verdict.UNCLEAR,
            row="the abstract does not tell the result",
            passage=_first(case.findings),
            grounds=grounds(Reason.NOT_TOLD),
            confidence=0.45,
            says=TableSays.NOTHING_READ,
        )
    agree, oppose, nothing = _sum(weighed.agreeing), _sum(weighed.opposing), _sum(weighed.nothing)
    if nothing and not agree and _shows_second_part(case):
        return Decision(
            verdict=Verdict.PARTIAL,
            row="only the part that is denied was studied",
            passage=_first(weighed.nothing),
            grounds=tuple(list_scope(case)),
            confidence=0.6,
        )
    if case.frame.second_part_negative and agree:
        agree, nothing = agree + nothing, 0.0
    against = nothing + oppose
    both_ways = case.reviews and case.frame.kind is Kind.ASSOCIATION
    one_is_enough = case.frame.existential and case.reviews
    denies = case.frame.direction.null and not one_is_enough
    outweighed = against >= agree if denies else against > OUTWEIGHED * agree
    if agree == 0 or (outweighed and not both_ways):
        return _decide_against(case, null=nothing >= oppose)
    return _decide_for(case, agree, against)


def _shows_second_part(case: Case) -> bool:
    """Tell whether a source is on the very people in whom a statement denies an effect ("… but not in X")."""
    people = case.frame.denied_in
    return bool(people) and people <= case.prepared.terms


def _decide_equivalence(case: Case) -> Decision | None:
    """Judge a statement that one treatment is as good as another; None where the source sets them not apart."""
    worse = [one for one in case.findings if one.direction.quality == -1 and not one.direction.null]
    if worse and not any(one.direction.null or one.direction.quality == 1 for one in case.findings):
        return Decision(
            verdict=Verdict.CONTRADICTS,
            row="the other treatment did better",
            passage=_first(tuple(worse)),
            grounds=grounds(Reason.WRONG_DIRECTION),
            confidence=0.7,
        )
    return _no_proof_of_equality(case, _first(case.weighed.nothing)) if case.weighed.nothing else None


OUTWEIGHED = 2
"""How many times the weight of the agreeing findings must speak against a statement to contradict it (ours)."""
ASIDE = 0.2
"""Share of the contrary weight up to which agreeing findings of pooled studies are passed over (ours)."""
MIXED_FROM = 0.25
"""Share of the agreeing weight from which contrary findings make results mixed (ours)."""


def _decide_for(case: Case, agree: float, against: float) -> Decision:
    """Give full support, or partial support with what narrows it."""
    found: list[Ground] = list_scope(case)
    contrary = case.weighed.nothing + case.weighed.opposing
    unsure = _find_unsure(case)
    if against > MIXED_FROM * agree or unsure:
        found.append(Ground(Reason.MIXED_RESULTS, unsure or _first(contrary)))
    return Decision(
        verdict=Verdict.PARTIAL if narrows(case, found) else Verdict.SUPPORTS,
        row="the result goes the claimed way",
        passage=_first(case.weighed.agreeing),
        grounds=tuple(found),
        confidence=0.55 + 0.3 * min(1.0, agree) * (agree - against) / (agree + against),
        says=TableSays.FOR,
    )


def _find_unsure(case: Case) -> Passage | None:
    """Find a result told as mixed; a review may say so in any sentence on the outcome."""
    told = [finding.passage for finding in case.findings]
    if case.reviews:
        told += [p for p in case.prepared.passages if not p.background and case.outcomes_found & p.terms]
    return next((passage for passage in told if _MIXED.search(passage.sentence.text)), None)


def _only_animals(case: Case) -> bool:
    return case.source is Source.ANIMAL and "ANIMALS" not in case.frame.terms


def _set_against_a_treatment(case: Case) -> bool:
    """Tell whether a trial found no difference from another treatment, and the statement claims none better."""
    if case.source is not Source.TRIAL or case.frame.direction.null or not case.given:
        return False
    better = case.needs_comparator and case.frame.kind is not Kind.EQUIVALENCE
    return case.has_active_comparator and not better


def _no_proof_of_equality(case: Case, passage: Passage | None) -> Decision:
    return Decision(
        verdict=Verdict.PARTIAL,
        row="no different from another treatment, which does not prove it equal",
        passage=passage,
        grounds=(Ground(Reason.NOT_EQUIVALENCE, passage), *list_scope(case)),
        confidence=0.55,
    )


def _decide_against(case: Case, *, null: bool) -> Decision:
    against = case.weighed.nothing if null else case.weighed.opposing
    passage = _first(against)
    if null and _set_against_a_treatment(case):
        return _no_proof_of_equality(case, passage)
    if case.frame.existential and case.frame.direction.null:
        return Decision(
            verdict=Verdict.UNRELATED,
            row="not one of the studies that found nothing",
            passage=passage,
            grounds=grounds(Reason.OUTCOME_MISMATCH),
            confidence=0.45,
        )
    pooled = case.source is Source.SYNTHESIS and _sum(case.weighed.agreeing) <= ASIDE * _sum(against)
    if (case.reviews and not pooled) or case.frame.existential or _only_animals(case):
        return Decision(
            verdict=Verdict.UNCLEAR,
            row="the source speaks both ways",
            passage=passage,
            grounds=grounds(Reason.MIXED_RESULTS),
            confidence=0.4,
            says=TableSays.BOTH_WAYS if case.reviews and not case.frame.existential else None,
        )
    if case.frame.outcomes - case.outcomes_found:
        return Decision(
            verdict=Verdict.UNCLEAR,
            row="the source speaks against a part of the statement and is silent on the rest",
            passage=passage,
            grounds=grounds(Reason.OUTCOME_MISMATCH),
            confidence=0.45,
        )
    return Decision(
        verdict=Verdict.CONTRADICTS,
        row="no difference was found" if null else "the result goes the other way",
        passage=passage,
        grounds=grounds(Reason.NULL_RESULT if null else Reason.WRONG_DIRECTION),
        confidence=0.7,
        says=TableSays.NO_DIFFERENCE if null else TableSays.AGAINST,
    )
