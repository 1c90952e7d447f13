"""Shares in words, ages and doses in millimoles are read as the numbers that they are."""

import pytest

from magcite.model import Reason, Verdict
from magcite.readers.support import judge_support
from magcite.readers.support.numbers import Unit, read_numbers
from tests.readers.support.invented import article
from tests.readers.support.verdicts import verdict


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("A third of women lack iron.", 33.3),
        ("Two thirds of women lack iron.", 66.7),
        ("Three quarters of women lack iron.", 75),
        ("One in five women lacks iron.", 20),
        ("Half of women lack iron.", 50),
    ],
)
def test_a_share_in_words_is_a_percentage(text: str, share: float) -> None:
    found = [number for number in read_numbers(text) if number.unit is Unit.PERCENT]
    assert [round(number.value, 1) for number in found] == [share]


@pytest.mark.parametrize(
    "text", ["adults under 65 with gout", "women over 70s, mostly", "men below 50 who smoke", "ill before 50, or at 18"]
)
def test_an_age_is_no_count(text: str) -> None:
    assert not read_numbers(text)


def test_a_share_of_the_very_people_studied_is_carried_in_full() -> None:
    source = article(
        "Serum zinc in children with asthma: a cross-sectional study",
        "We measured serum zinc in 210 children with asthma. A low serum zinc was found in 34% of the children.",
    )
    assert verdict("One third of children with asthma have low zinc.", source) is Verdict.SUPPORTS
    assert verdict("One third of people with asthma have low zinc.", source) is Verdict.PARTIAL


def test_a_dose_in_millimoles_is_worked_out() -> None:
    source = article(
        "Oral magnesium and blood pressure: a randomised placebo-controlled trial",
        "In this trial 160 adults took 15 mmol of magnesium a day or placebo. Magnesium lowered blood pressure "
        "(P = 0.01).",
    )
    same = judge_support("In one study, 365 mg magnesium a day lowered blood pressure.", source)
    other = judge_support("In one study, 600 mg magnesium a day lowered blood pressure.", source)
    assert same is not None
    assert other is not None
    assert not same.has(Reason.NUMBER_MISMATCH)
    assert other.has(Reason.NUMBER_MISMATCH)
