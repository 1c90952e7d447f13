"""Going faster and needing less time are one result."""

import pytest

from magcite.model import Article, Verdict
from tests.readers.support.invented import article
from tests.readers.support.verdicts import SUPPORTING, verdict


def race(result: str) -> Article:
    return article(
        "Magnesium in triathletes: a randomised trial",
        f"In this placebo-controlled trial 24 triathletes took magnesium or placebo for 4 weeks. {result}",
    )


SHORTER = "Times for the swim, the ride and the run were shorter with magnesium than with placebo."
LONGER = "Times for the swim, the ride and the run were longer with magnesium than with placebo."


@pytest.mark.parametrize("pace", ["faster", "quicker"])
def test_a_shorter_time_is_going_faster(pace: str) -> None:
    statement = f"Triathletes swam, cycled and ran {pace} after four weeks of magnesium."
    assert verdict(statement, race(SHORTER)) in SUPPORTING
    assert verdict(statement, race(LONGER)) is Verdict.CONTRADICTS


def test_a_shorter_time_is_not_going_slower() -> None:
    assert (
        verdict("Triathletes ran and cycled slower after four weeks of magnesium.", race(SHORTER))
        is Verdict.CONTRADICTS
    )
