"""A wound that closes or shrinks heals, and one that takes longer does not."""

import pytest

from magcite.model import Verdict
from magcite.readers.support import read_support
from tests.readers.support.invented import article


def healing(result: str) -> Verdict:
    source = article(
        "Zinc ointment in people with leg ulcers: a randomised trial",
        ("METHODS", "In this placebo-controlled trial 160 adults with a leg ulcer used zinc or placebo for 8 weeks."),
        ("RESULTS", result),
    )
    fact = read_support("Zinc speeds up wound healing.", source)
    assert fact is not None
    return fact.value


@pytest.mark.parametrize(
    "result",
    [
        "Wound closure was faster with zinc than with placebo (P = 0.01).",
        "Ulcer size fell more with zinc than with placebo (P = 0.01).",
        "The ulcer area shrank faster with zinc than with placebo (P = 0.01).",
        "Time to healing was shorter with zinc than with placebo (P = 0.01).",
        "With zinc the wounds closed sooner than with placebo (P = 0.01).",
    ],
)
def test_a_wound_that_closes_heals(result: str) -> None:
    assert healing(result) in {Verdict.SUPPORTS, Verdict.PARTIAL}


@pytest.mark.parametrize(
    "result",
    [
        "Ulcer size rose more with zinc than with placebo (P = 0.01).",
        "Time to healing was longer with zinc than with placebo (P = 0.01).",
        "Wound closure did not differ between zinc and placebo (P = 0.61).",
    ],
)
def test_a_wound_that_stays_open_does_not_heal(result: str) -> None:
    assert healing(result) is Verdict.CONTRADICTS
