"""What a source says that it did not study is no result of it."""

import pytest

from magcite.model import Article, Reason, Verdict
from magcite.readers.support import judge_support
from tests.readers.support.invented import article
from tests.readers.support.verdicts import verdict


def source(sentence: str) -> Article:
    return article(
        "Zinc and the skin: a randomised trial",
        f"We randomised 300 adults to zinc or placebo. Acne was less with zinc (P = 0.01). {sentence}",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Depression was not assessed.",
        "Depression was outside the scope of this trial.",
        "Depression could not be studied.",
        "Cases of depression were too few for analysis.",
    ],
)
def test_what_was_not_studied_is_left_open(sentence: str) -> None:
    reading = judge_support("Zinc relieves depression.", source(sentence))
    assert reading is not None
    assert reading.fact.value is Verdict.UNCLEAR
    assert reading.fact.quote is not None
    assert reading.fact.quote.text == sentence
    assert reading.has(Reason.NOT_TOLD)


def test_what_was_studied_beside_it_is_judged() -> None:
    assert verdict("Zinc eases acne.", source("Depression was not assessed.")) is Verdict.SUPPORTS


def test_a_result_elsewhere_outweighs_what_was_not_studied_in_some() -> None:
    said = "Depression was less with zinc (P = 0.02). Depression was not assessed in children."
    assert verdict("Zinc relieves depression.", source(said)) is Verdict.SUPPORTS
