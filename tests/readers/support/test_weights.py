"""Statements that the table has no row for, and the learned model that may join in."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.model import Verdict
from magcite.readers.support import features, judge_support
from magcite.readers.support.featuring import read_features
from magcite.readers.support.passages import prepare
from magcite.readers.support.statement import parse_statement
from magcite.readers.support.weights import LABELS, Chances, weigh_features, weigh_without_model
from tests.readers.support.invented import article

TRIAL = article(
    "Velorazin versus placebo for chronic cough: a randomised trial",
    ("METHODS", "We randomised 310 patients with chronic cough to velorazin or placebo."),
    ("RESULTS", "Cough frequency was significantly lower with velorazin than with placebo (P < 0.001)."),
    ("CONCLUSIONS", "Velorazin was superior to placebo in reducing cough frequency."),
)
OTHER = article(
    "Sleep habits of long-distance lorry drivers",
    ("RESULTS", "Drivers slept six hours a night and rarely used earplugs."),
)


class Scorer:
    """A learned model that always gives the same answer."""

    def __init__(self, *answer: float) -> None:
        self.answer = (answer[0], answer[1], answer[2])
        self.asked: list[str] = []

    def score_each(self, statement: str, passages: Sequence[str]) -> list[tuple[float, float, float]]:
        self.asked += passages
        return [self.answer for _ in passages]


@pytest.mark.parametrize("label", LABELS)
def test_without_a_model_plain_words_are_weighed_by_both_fits_and_templates_by_their_own(label: str) -> None:
    read = read_features(parse_statement("Velorazin eases a chronic cough."), prepare(TRIAL, reviews=False))
    plain, written, both = (
        weigh_features(read, "plain"), weigh_features(read, "written"), weigh_without_model(read, "plain"),
    )  # fmt: skip
    assert both.of(label) * sum((plain.of(one) * written.of(one)) ** 0.5 for one in LABELS) == pytest.approx(
        (plain.of(label) * written.of(label)) ** 0.5
    )
    assert weigh_without_model(read, "superiority") == weigh_features(read, "superiority")


def test_a_template_claim_is_carried_by_its_trial() -> None:
    reading = judge_support("Velorazin is superior to Placebo in terms of Cough Frequency", TRIAL)
    assert reading is not None
    assert reading.fact.value in {Verdict.SUPPORTS, Verdict.PARTIAL}


def test_a_template_claim_has_nothing_to_do_with_another_paper() -> None:
    reading = judge_support("Velorazin is superior to Placebo in terms of Cough Frequency", OTHER)
    assert reading is not None
    assert reading.fact.value is Verdict.UNRELATED


def test_a_learned_model_has_its_say_in_a_template_claim() -> None:
    claim = "Velorazin is superior to Placebo in terms of Cough Frequency"
    scorer = Scorer(0.0, 1.0, 0.0)
    alone, beside = judge_support(claim, TRIAL), judge_support(claim, TRIAL, scorer=scorer)
    assert alone is not None
    assert beside is not None
    assert (beside.fact.value, beside.fact.confidence) != (alone.fact.value, alone.fact.confidence)
    assert scorer.asked


def test_features_tell_a_matching_article_from_another() -> None:
    claim = "Velorazin significantly reduces cough frequency compared with placebo."
    assert features(claim, TRIAL).values["cover"] > features(claim, OTHER).values["cover"]
    assert features(claim, TRIAL).values["outcome_first_agrees"] > 0


@given(st.lists(st.floats(min_value=0, max_value=1), min_size=3, max_size=3).filter(lambda shares: sum(shares) > 0.01))
@settings(deadline=None)
def test_chances_given_add_up(shares: list[float]) -> None:
    chances = Chances.given(shares)
    assert sum(chances.of(label) for label in LABELS) == pytest.approx(1)


def test_the_likeliest_answer_is_named() -> None:
    assert Chances(supports=0.2, contradicts=0.5, neither=0.3).likeliest == "CONTRADICT"
