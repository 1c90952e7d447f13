"""Every rule is registered, named, explained and shown at work."""

from __future__ import annotations

import pkgutil
import re
from pathlib import Path

import pytest

import magcite.rules
from magcite.model import Finding, Status, StudyType, Verdict
from magcite.rules import OVERSTATING, RULES, AnyRule
from magcite.rules.engine import find_flaws, list_cases
from magcite.rules.examples import build_claim_case
from magcite.rules.interface import Example, ExampleSource
from magcite.rules.manual import explain, main, write_manual

MACHINERY = {"engine", "examples", "interface", "manual", "measuring", "standing"}
MANUAL = Path(__file__).parents[2] / "docs" / "rules.md"
FLAGGED = [pytest.param(rule, example, id=f"{rule.id}: {example.claim}") for rule in RULES for example in rule.flagged]
CLEAN = [pytest.param(rule, example, id=f"{rule.id}: {example.claim}") for rule in RULES for example in rule.clean]


def _run(rule: AnyRule, example: Example) -> tuple[Finding, ...]:
    return find_flaws(build_claim_case(example), select=frozenset({rule.id}), ignore=frozenset())


def test_every_module_of_a_rule_is_registered_under_its_own_name() -> None:
    modules = {module.name for module in pkgutil.iter_modules(magcite.rules.__path__)} - MACHINERY
    assert sorted(rule.id for rule in RULES) == sorted(name.replace("_", "-") for name in modules)


def test_every_id_stands_for_one_rule() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_stands_in_the_module_of_its_name(rule: AnyRule) -> None:
    assert rule.check.__module__ == f"magcite.rules.{rule.id.replace('-', '_')}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_what_it_finds_and_what_to_do(rule: AnyRule) -> None:
    text = explain(rule)
    assert re.search(r"^What to do: ", text, re.MULTILINE)
    assert rule.summary
    assert not rule.summary.endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_examples_on_both_sides(rule: AnyRule) -> None:
    assert len(rule.flagged) >= 1
    assert len(rule.clean) >= 2


@pytest.mark.parametrize(("rule", "example"), FLAGGED)
def test_a_flagged_example_is_flagged(rule: AnyRule, example: Example) -> None:
    assert _run(rule, example)


@pytest.mark.parametrize(("rule", "example"), FLAGGED)
def test_a_flaw_is_told_in_both_languages(rule: AnyRule, example: Example) -> None:
    flaws = [flaw for _, flaw in rule.apply(list_cases(build_claim_case(example)))]
    assert all(flaw.message and flaw.dutch and flaw.message != flaw.dutch for flaw in flaws)


@pytest.mark.parametrize(("rule", "example"), CLEAN)
def test_a_clean_example_is_not_flagged(rule: AnyRule, example: Example) -> None:
    assert not _run(rule, example)


def test_the_rules_that_overstate_are_rules() -> None:
    assert {rule.id for rule in RULES} >= OVERSTATING


def test_the_manual_is_up_to_date() -> None:
    assert MANUAL.read_text(encoding="utf-8") == write_manual()


def test_the_manual_can_be_written_from_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    main()
    assert capsys.readouterr().out == write_manual()


def test_a_source_that_nobody_could_read_is_not_called_retracted() -> None:
    example = Example(claim="Zinc cures.", sources=(ExampleSource(status=Status.UNAVAILABLE),))
    found = find_flaws(build_claim_case(example), select=frozenset({"retracted-source"}), ignore=frozenset())
    assert found == ()


def test_an_older_source_is_not_quoted_with_the_words_of_the_later_one() -> None:
    older = ExampleSource(study_type=StudyType.RANDOMIZED_TRIAL, year=1998, verdict=Verdict.SUPPORTS)
    later = ExampleSource(
        cited_as="23456789",
        study_type=StudyType.RANDOMIZED_TRIAL,
        year=2015,
        verdict=Verdict.CONTRADICTS,
        quote="Zinc changed nothing.",
    )
    example = Example(claim="Zinc shortens colds.", sources=(older, later))
    (finding,) = find_flaws(build_claim_case(example), select=frozenset({"superseded-source"}), ignore=frozenset())
    assert finding.source == older.cited_as
    assert finding.quote is None
