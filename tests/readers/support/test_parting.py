"""Statements that say several things of one subject are parted, and judged by what each part is worth."""

import pytest

from magcite.model import Reason, Verdict
from magcite.readers.support import judge_support
from magcite.readers.support.parting import part_statement
from tests.readers.support.invented import article
from tests.readers.support.verdicts import verdict

LIPIDS = article(
    "Fish oil and blood lipids: a randomised trial",
    "In this trial 120 adults took fish oil or olive oil. HDL cholesterol rose by 0.1 mmol/l with fish oil compared "
    "with olive oil (P = 0.01). Triglycerides fell by 0.4 mmol/l more with fish oil than with olive oil (P < 0.001).",
)
FALLS = article(
    "Zinc, pain and fractures: a randomised trial",
    "We randomised 400 women to zinc or placebo. Pain was less with zinc (P = 0.01). Fracture rates did not differ "
    "(P = 0.6).",
)


@pytest.mark.parametrize(
    ("statement", "parts"),
    [
        ("X raises HDL and lowers LDL.", ("X raises HDL", "X lowers LDL")),
        ("X lowers weight, raises HDL and improves mood.", ("X lowers weight", "X raises HDL", "X improves mood")),
        ("X can lower LDL and raise HDL in adults.", ("X can lower LDL in adults", "X can raise HDL in adults")),
        ("X does not lower LDL but raises HDL.", ("X does not lower LDL", "X raises HDL")),
        ("X prevents falls but not fractures.", ("X prevents falls", "X has no effect on fractures")),
        ("X lowers pain without affecting sleep.", ("X lowers pain", "X has no effect on sleep")),
        ("X eases pain but leaves sleep unchanged.", ("X eases pain", "X has no effect on sleep")),
        ("X lowers pain in men but not in women.", ("X lowers pain in men", "X has no effect on pain in women")),
        ("X is linked to pain but not to nausea.", ("X is linked to pain", "X is not linked with nausea")),
        (
            "People with low X have higher CRP and lower HDL.",
            ("People with low X have higher CRP", "People with low X have lower HDL"),
        ),
        ("X brings down LDL but pushes up HDL.", ("X lowers LDL", "X raises HDL")),
        ("X helps to burn fat and to clear lactate.", ("X helps to burn fat", "X helps to clear lactate")),
    ],
)
def test_each_part_is_a_statement_of_its_own(statement: str, parts: tuple[str, ...]) -> None:
    assert part_statement(statement) == parts


@pytest.mark.parametrize(
    "statement",
    [
        "X lowers pain and nausea.",
        "X prevents weight gain and increased blood pressure.",
        "X leads to weight gain and increases in blood pressure.",
        "Low X and high Y raise blood pressure.",
        "X lowers pain by people who have it but do not know it.",
        "X lowers LDL more than Y and raises HDL.",
        "Does X lower LDL and raise HDL?",
        "X prevents and treats migraine.",
        "X (Smith et al., 2010; Jones et al., 2012) lowers pain and raises HDL.",
    ],
)
def test_a_half_that_says_nothing_of_its_own_is_not_parted(statement: str) -> None:
    assert part_statement(statement) == (statement,)


def test_two_outcomes_may_go_two_ways() -> None:
    assert verdict("Fish oil raises HDL cholesterol and lowers triglycerides.", LIPIDS) is Verdict.SUPPORTS
    assert verdict("Fish oil lowers HDL cholesterol and raises triglycerides.", LIPIDS) is Verdict.CONTRADICTS
    assert verdict("Fish oil lowers HDL cholesterol and triglycerides.", LIPIDS) is Verdict.PARTIAL


def test_an_effect_on_one_thing_only_is_supported_as_such_and_not_the_other_way_round() -> None:
    assert verdict("Zinc relieves pain but does not prevent fractures.", FALLS) is Verdict.SUPPORTS
    assert verdict("Zinc prevents fractures but does not relieve pain.", FALLS) is Verdict.CONTRADICTS
    assert verdict("Zinc relieves pain and prevents fractures.", FALLS) is Verdict.PARTIAL


def test_a_part_that_is_not_told_leaves_the_rest_partly_carried() -> None:
    reading = judge_support("Zinc relieves pain and improves sleep.", FALLS)
    assert reading is not None
    assert reading.fact.value is Verdict.PARTIAL
    assert Reason.OUTCOME_MISMATCH in {reason.reason for reason in reading.reasons}
    assert "only a part" in reading.fact.basis


def test_a_part_spoken_against_beside_one_not_told_leaves_it_open() -> None:
    assert verdict("Zinc prevents fractures and improves sleep.", FALLS) is Verdict.UNCLEAR


def test_the_least_sure_part_sets_the_confidence() -> None:
    both, one = (
        judge_support(said, LIPIDS)
        for said in ("Fish oil raises HDL cholesterol and lowers triglycerides.", "Fish oil raises HDL cholesterol.")
    )
    assert both is not None
    assert one is not None
    assert both.fact.confidence <= one.fact.confidence
