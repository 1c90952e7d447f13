"""Agreement between people and magcite is counted, and measured beyond chance."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.model import Verdict
from magcite.reviewing.agreement import Pair, describe_agreement, measure_agreement

YES, NO = Verdict.SUPPORTS, Verdict.CONTRADICTS
PAIRS = st.lists(st.tuples(st.sampled_from(Verdict), st.sampled_from(Verdict)), min_size=1, max_size=60)


def test_kappa_is_that_of_a_worked_example() -> None:
    """Twenty and fifteen of fifty agree; the shares are 25:25 and 30:20, so chance alone gives a half."""
    pairs = [(YES, YES)] * 20 + [(YES, NO)] * 5 + [(NO, YES)] * 10 + [(NO, NO)] * 15
    measured = measure_agreement(pairs)
    assert (measured.n, measured.agreed, measured.observed) == (50, 35, 0.7)
    assert measured.kappa == pytest.approx(0.4)
    assert measured.table[NO, YES] == 10


def test_without_pairs_nothing_is_measured() -> None:
    measured = measure_agreement([])
    assert (measured.n, measured.observed, measured.kappa) == (0, None, None)


def test_kappa_is_not_defined_where_both_gave_one_verdict_throughout() -> None:
    measured = measure_agreement([(YES, YES)] * 3)
    assert (measured.observed, measured.kappa) == (1.0, None)


def test_nothing_reviewed_is_told_with_what_to_do() -> None:
    assert any("magcite review FILE" in line for line in describe_agreement(()))


@given(PAIRS)
@settings(deadline=None)
def test_kappa_lies_between_minus_one_and_one_and_is_the_same_with_judges_swapped(pairs: list[Pair]) -> None:
    measured = measure_agreement(pairs)
    swapped = measure_agreement([(automatic, person) for person, automatic in pairs])
    assert measured.kappa == swapped.kappa
    if measured.kappa is not None:
        assert -1 <= measured.kappa <= 1
        assert (measured.kappa == 1) == (measured.agreed == measured.n)
