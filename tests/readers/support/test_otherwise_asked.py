"""What a source asked otherwise: watched and not given, compared with something else, measured without the outcome."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from magcite.model import Verdict
from magcite.readers.support import judge_support
from magcite.readers.support.kinds import Kind
from magcite.readers.support.statement import parse_statement
from tests.readers.support.invented import article
from tests.readers.support.verdicts import SUPPORTING, verdict

WATCHED = article(
    "Statin use and broken hips: an invented register cohort",
    ("METHODS", "We followed 61,000 adults aged 60 and over for nine years and counted their prescriptions."),
    ("RESULTS", "Statin use was associated with fewer hip fractures (hazard ratio 0.78, 95% CI 0.70-0.87)."),
)
EATEN = article(
    "Dietary zinc intake and colds: an invented cohort",
    ("METHODS", "We asked 4,200 adults what they ate and followed them for two winters."),
    ("RESULTS", "A higher zinc intake was associated with fewer colds (rate ratio 0.81, P = 0.004)."),
)
NEEDLED = article(
    "True or sham acupuncture for migraine: an invented randomised trial",
    ("METHODS", "We randomised 180 adults with migraine to true or sham acupuncture for eight weeks."),
    ("RESULTS", "Migraine attacks fell more with true than with sham acupuncture (P = 0.002)."),
)
CELLS = article(
    "Soy isoflavones in women at high risk of breast cancer: an invented randomised trial",
    ("METHODS", "We randomised 126 women at high risk of breast cancer to soy isoflavones or placebo for six months."),
    ("RESULTS", "The share of dividing cells did not differ (P = 0.32)."),
    ("CONCLUSIONS", "Soy isoflavones do not slow cell division in women at high risk of breast cancer."),
)


class Scorer:
    """A learned model that always gives the same answer."""

    def __init__(self, *answer: float) -> None:
        self._answer = (answer[0], answer[1], answer[2])

    def score_each(self, statement: str, passages: Sequence[str]) -> list[tuple[float, float, float]]:
        return [self._answer for _ in passages]


def judged(statement: str, source: object, scorer: Scorer | None = None) -> tuple[Verdict, str]:
    reading = judge_support(statement, source, scorer=scorer)  # type: ignore[arg-type]
    assert reading is not None
    return reading.fact.value, reading.fact.basis or ""


def test_those_who_use_a_drug_tell_of_taking_it() -> None:
    assert verdict("Taking statins protects against hip fractures.", WATCHED) in SUPPORTING


def test_what_people_eat_of_something_tells_nothing_of_giving_it_whatever_a_model_says() -> None:
    for scorer in (None, Scorer(0.97, 0.01, 0.02)):
        said, basis = judged("Zinc supplements prevent colds.", EATEN, scorer)
        assert said is Verdict.UNRELATED
        assert "intake or levels were measured" in basis


@pytest.mark.parametrize("dummy", ["fake acupuncture", "sham needles", "a dummy treatment", "a sham procedure"])
def test_a_dummy_is_no_other_treatment_to_be_compared_with(dummy: str) -> None:
    assert verdict(f"Acupuncture reduces migraine attacks better than {dummy}.", NEEDLED) in SUPPORTING


def test_another_treatment_that_a_source_does_not_name_is_left_to_a_model_that_is_sure() -> None:
    statement = "Acupuncture reduces migraine attacks better than the usual tablets."
    alone, heard = (judged(statement, NEEDLED, scorer) for scorer in (None, Scorer(0.01, 0.97, 0.02)))
    assert alone[0] is Verdict.UNRELATED
    assert heard[0] is Verdict.CONTRADICTS
    assert "no such comparison was made" in heard[1]


def test_a_condition_that_was_not_rated_stands_for_no_outcome_of_it() -> None:
    said, _ = judged("Soy isoflavones ease hot flushes in women at high risk of breast cancer.", CELLS)
    assert said is Verdict.UNRELATED


@pytest.mark.parametrize(
    "statement",
    [
        "Fewer children got influenza on the larger dose of vitamin D.",
        "After a heart attack people do not die sooner without beta-blockers.",
        "Cramps became half as frequent, whether the women took calcium or the dummy.",
        "Atrial fibrillation recurred in fewer coffee drinkers than abstainers.",
    ],
)
def test_an_outcome_named_first_does_not_act_on_the_exposure(statement: str) -> None:
    assert parse_statement(statement).kind is not Kind.MECHANISM


def test_an_outcome_that_drains_a_substance_acts_on_it() -> None:
    assert parse_statement("High insulin levels increase urinary magnesium loss.").kind is Kind.MECHANISM


def test_giving_something_up_is_no_giving_of_it() -> None:
    quit_smoking = article(
        "Smoking and stroke in young women: an invented case-control study",
        ("RESULTS", "Stroke risk did not differ between former smokers and never smokers (odds ratio 1.0, P = 0.91)."),
    )
    statement = "Women who had given up smoking were no more likely to have a stroke than women who never smoked."
    assert "no treatment was given" not in judged(statement, quit_smoking)[1]


def test_a_calcium_blocker_is_no_calcium() -> None:
    assert parse_statement("A calcium blocker lowers blood pressure.").exposures == {"CALCIUM_BLOCKER"}
