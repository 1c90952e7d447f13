"""The engine runs the rules asked for and says whose each fault is."""

from __future__ import annotations

from magcite.model import Context, Language, NoticeKind, Reason, Severity, StudyType, Verdict
from magcite.rules import RULES
from magcite.rules.engine import find_flaws, list_cases
from magcite.rules.examples import build_claim_case
from magcite.rules.interface import AssertionCase, ClaimCase, Example, ExampleSource, SourceCase

NONE: frozenset[str] = frozenset()
SMALL = ExampleSource(
    study_type=StudyType.RANDOMIZED_TRIAL, sample_size=12, verdict=Verdict.SUPPORTS, quote="Twelve people took part."
)
RETRACTED = ExampleSource(cited_as="23456789", notices=(NoticeKind.RETRACTED,), verdict=Verdict.UNRELATED)
EXAMPLE = Example(claim="Zinc is a proven cure.", sources=(SMALL, RETRACTED))


def test_every_fault_is_found_that_no_choice_leaves_out() -> None:
    found = {finding.rule for finding in find_flaws(build_claim_case(EXAMPLE), select=NONE, ignore=NONE)}
    assert found >= {"retracted-source", "small-sample", "certainty-or-hype", "strength-above-evidence"}


def test_only_the_rules_selected_run() -> None:
    found = find_flaws(build_claim_case(EXAMPLE), select=frozenset({"small-sample"}), ignore=NONE)
    assert [finding.rule for finding in found] == ["small-sample"]


def test_the_rules_ignored_do_not_run_even_if_selected() -> None:
    both = frozenset({"small-sample"})
    assert find_flaws(build_claim_case(EXAMPLE), select=both, ignore=both) == ()


def test_a_fault_of_the_record_belongs_to_the_claim_and_stands_at_the_citation() -> None:
    (found,) = find_flaws(build_claim_case(EXAMPLE), select=frozenset({"retracted-source"}), ignore=NONE)
    assert (found.owner, found.source, found.position.line) == ("example", "23456789", 5)
    assert (found.severity, found.confidence, found.quote) == (Severity.ERROR, 1.0, None)


def test_a_fault_of_an_assertion_belongs_to_it_and_takes_confidence_and_quote_from_its_fact() -> None:
    (found,) = find_flaws(build_claim_case(EXAMPLE), select=frozenset({"small-sample"}), ignore=NONE)
    assert (found.owner, found.source, found.position.line) == ("example.a", "12345678", 3)
    assert (found.confidence, found.quote) == (0.9, "Twelve people took part.")


def test_a_fault_without_a_source_stands_at_the_assertion() -> None:
    (found,) = find_flaws(build_claim_case(EXAMPLE), select=frozenset({"certainty-or-hype"}), ignore=NONE)
    assert (found.source, found.position.line) == (None, 3)


def test_the_claim_comes_first_and_the_worst_before_the_rest() -> None:
    found = find_flaws(build_claim_case(EXAMPLE), select=NONE, ignore=NONE)
    owners = [finding.owner for finding in found]
    assert owners == sorted(owners, key=len)
    severities = [finding.severity for finding in found if finding.owner == "example.a"]
    assert severities == sorted(severities, reverse=True)


def test_messages_come_in_the_language_asked_for() -> None:
    case = build_claim_case(EXAMPLE)
    english = find_flaws(case, select=frozenset({"small-sample"}), ignore=NONE)
    dutch = find_flaws(case, select=frozenset({"small-sample"}), ignore=NONE, language=Language.DUTCH)
    assert "people" in english[0].message
    assert "mensen" in dutch[0].message


def test_every_source_of_every_assertion_is_a_case() -> None:
    more = (("Zinc is a metal.", (Verdict.SUPPORTS, None)),)
    case = build_claim_case(Example(claim="Zinc cures.", sources=(SMALL, RETRACTED), more=more))
    kinds = [type(one) for one in list_cases(case)]
    assert (kinds.count(ClaimCase), kinds.count(AssertionCase), kinds.count(SourceCase)) == (1, 2, 4)


def test_an_authorised_claim_is_held_against_no_other_rule() -> None:
    example = Example(claim="Magnesium contributes to normal muscle function.", context=Context.COMMERCIAL)
    found = find_flaws(build_claim_case(example), select=NONE, ignore=NONE)
    assert [finding.rule for finding in found] == ["authorised-claim"]


def test_a_medical_claim_is_an_error_beside_a_product_and_a_note_in_an_article() -> None:
    severities = {}
    for context in Context:
        example = Example(claim="Magnesium prevents migraine.", context=context)
        (found,) = find_flaws(build_claim_case(example), select=frozenset({"disease-claim"}), ignore=NONE)
        severities[context] = found.severity
    assert severities == {Context.COMMERCIAL: Severity.ERROR, Context.EDITORIAL: Severity.NOTE}


def test_what_nothing_supports_is_not_called_too_strong_as_well() -> None:
    source = ExampleSource(study_type=StudyType.COHORT, verdict=Verdict.UNRELATED, sample_size=10)
    found = find_flaws(build_claim_case(Example(claim="Zinc cures.", sources=(source,))), select=NONE, ignore=NONE)
    assert {finding.rule for finding in found} == {"unsupported-assertion", "stray-source"}


def test_the_wrong_subgroup_is_told_once() -> None:
    source = ExampleSource(
        study_type=StudyType.COHORT,
        verdict=Verdict.CONTRADICTS,
        reasons=((Reason.WRONG_SUBGROUP, "22% holds for younger people"),),
    )
    example = Example(claim="Seniors with low zinc had a 22% higher risk.", sources=(source,))
    found = find_flaws(build_claim_case(example), select=NONE, ignore=NONE)
    assert [finding.rule for finding in found if finding.severity is Severity.ERROR] == ["wrong-subgroup"]


def test_rules_come_with_the_gravest_of_the_record_first() -> None:
    assert RULES[0].id == "retracted-source"
