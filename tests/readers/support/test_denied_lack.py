"""People of whom a source says that they lacked nothing are not people with a deficiency."""

import pytest

from magcite.model import Reason
from magcite.readers.support import judge_support
from tests.readers.support.invented import article


def narrowed(sentence: str) -> bool:
    source = article(
        "Magnesium and blood pressure: a randomised trial",
        "In this placebo-controlled randomised trial 146 men took magnesium or placebo for 8 weeks. Systolic blood "
        f"pressure fell more with magnesium (P = 0.01). {sentence}",
    )
    reading = judge_support("Magnesium supplements lower blood pressure.", source)
    assert reading is not None
    return Reason.DEFICIENT_ONLY in {item.reason for item in reading.reasons}


@pytest.mark.parametrize(
    "sentence",
    [
        "Magnesium lowered blood pressure, although these men were not short of magnesium.",
        "Magnesium lowered blood pressure in men who had no magnesium deficiency.",
        "Magnesium lowered blood pressure in men without any magnesium deficiency.",
        "Magnesium lowered blood pressure in men who were never deficient in magnesium.",
    ],
)
def test_a_lack_that_is_denied_is_none(sentence: str) -> None:
    assert not narrowed(sentence)


def test_a_lack_that_is_told_narrows_the_result() -> None:
    assert narrowed("Magnesium lowered blood pressure in these men with magnesium deficiency.")
