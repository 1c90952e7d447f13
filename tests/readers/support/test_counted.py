"""The same things counted otherwise are a wrong number; silence about them is no answer."""

import pytest

from magcite.model import Reason, Verdict
from magcite.readers.support import judge_support
from tests.readers.support.invented import article

REVIEW = article(
    "The biology of magnesium: a review",
    "Magnesium is a mineral that is found in every cell. It is needed for energy. Magnesium is a cofactor of over "
    "300 enzymatic reactions, among them the making of protein.",
)


@pytest.mark.parametrize("things", ["processes in the body", "enzymatic reactions", "enzymes"])
def test_another_count_of_the_same_things_is_a_wrong_number(things: str) -> None:
    reading = judge_support(f"Magnesium is involved in more than 600 {things}.", REVIEW)
    assert reading is not None
    assert reading.fact.value is Verdict.PARTIAL
    assert Reason.NUMBER_MISMATCH in {item.reason for item in reading.reasons}
    assert reading.fact.quote is not None
    assert "300" in reading.fact.quote.text


def test_a_count_of_other_things_stays_unrelated() -> None:
    reading = judge_support("Magnesium is found in more than 600 kinds of food.", REVIEW)
    assert reading is not None
    assert reading.fact.value is Verdict.UNRELATED
