"""Measures are what a person with pencil and paper would get, and say how sure they are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.measuring import (
    CONFUSIONS_SHOWN,
    Confusion,
    GoldError,
    Labelled,
    Scale,
    VerdictMeasures,
    measure,
    read_gold,
    set_beside,
)
from magcite.model import Verdict

VERDICTS = [one.value for one in Verdict]


def row(gold: object, said: str | None, confidence: float = 0.5, **more: object) -> Labelled:
    return set_beside(
        read_gold({"gold": {"verdict": gold, **more}}), {"verdict": said, "confidence": confidence if said else None}
    )


def verdicts(*rows: Labelled) -> VerdictMeasures:
    found = measure(rows).verdicts
    assert found
    return found


def test_accuracy_and_f1_are_those_of_the_textbook() -> None:
    found = verdicts(
        row("supports", "supports"),
        row("supports", "contradicts"),
        row("contradicts", "contradicts"),
        row("unrelated", "unrelated"),
    )
    assert found.scale is Scale.FIVE
    assert found.accuracy.value == 0.75
    assert {label: round(one.value, 3) for label, one in found.f1.items()} == {
        "supports": 0.667,
        "contradicts": 0.667,
        "unrelated": 1.0,
    }
    assert found.macro_f1.value == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)
    assert [one.rows for one in found.f1.values()] == [2, 1, 1]


def test_three_labels_are_measured_as_three_classes() -> None:
    found = verdicts(
        row("SUPPORT", "partial"), row("NEI", "unclear"), row("NEI", "unrelated"), row("CONTRADICT", "supports")
    )
    assert (found.scale, found.accuracy.value) == (Scale.THREE, 0.75)
    assert found.confusions == (Confusion(gold="CONTRADICT", said="SUPPORT", rows=1),)


def test_a_set_that_mixes_the_two_is_measured_on_the_coarser() -> None:
    found = verdicts(row("SUPPORT", "supports"), row("partial", "supports"))
    assert (found.scale, found.accuracy.value) == (Scale.THREE, 1.0)


def test_no_verdict_counts_as_unclear() -> None:
    assert verdicts(row("unclear", None), row("supports", None)).accuracy.value == 0.5


def test_what_the_labels_allow_besides_counts_as_right() -> None:
    found = verdicts(row("partial", "supports", also=["supports"]), row("partial", "unclear", also=["supports"]))
    assert found.accuracy.value == 0.5


def test_reliability_puts_accuracy_beside_the_confidence_it_was_given() -> None:
    found = verdicts(
        row("supports", "supports", 0.95),
        row("supports", "supports", 1.0),
        row("supports", "unclear", 0.45),
        row("supports", "unclear", 0.4),
    )
    low, high = found.reliability
    assert (low.low, low.high, low.rows, low.accuracy.value) == (0.4, 0.5, 2, 0.0)
    assert (high.low, high.high, high.rows, high.accuracy.value) == (0.9, 1.0, 2, 1.0)
    assert high.mean_confidence == pytest.approx(0.975)
    assert found.calibration_error == pytest.approx((0.425 * 2 + 0.025 * 2) / 4)


def test_the_more_confident_half_is_measured_apart() -> None:
    found = verdicts(
        row("supports", "unclear", 0.3),
        row("supports", "supports", 0.9),
        row("supports", "supports", 0.8),
        row("supports", "unclear", 0.2),
    )
    assert (found.accuracy.value, found.confident_half.value, found.confident_half.rows) == (0.5, 1.0, 2)


def test_the_commonest_mistakes_come_first() -> None:
    rows = [row("supports", "unclear")] * 3 + [row("contradicts", "supports")] * 5
    assert [one.rows for one in verdicts(*rows).confusions] == [5, 3]
    every = [row(gold, said) for gold in VERDICTS for said in VERDICTS]
    assert len(verdicts(*every).confusions) == CONFUSIONS_SHOWN


def test_more_rows_give_a_narrower_interval() -> None:
    few = [row("supports", "supports"), row("supports", "unclear")] * 5
    narrow, wide = verdicts(*few * 40).accuracy, verdicts(*few).accuracy
    assert narrow.low <= narrow.value <= narrow.high
    assert narrow.high - narrow.low < wide.high - wide.low


def test_study_types_and_sample_sizes_are_measured_where_labelled() -> None:
    golds: tuple[dict[str, object], ...] = (
        {"study_type": "cohort", "sample_size": 84},
        {"study_type": "cohort", "sample_size": [84, 90]},
        {"sample_size": 84},
        {"study_type": "cohort"},
    )
    answers: tuple[dict[str, object], ...] = (
        {"study_type": "cohort", "sample_size": 84},
        {"study_type": "randomized-trial", "sample_size": 90},
        {"study_type": None, "sample_size": None},
        {"study_type": None, "sample_size": 1},
    )
    found = measure(
        [set_beside(read_gold({"gold": gold}), answer) for gold, answer in zip(golds, answers, strict=True)]
    )
    assert found.verdicts is None
    assert found.study_types
    assert found.study_types.accuracy.value == pytest.approx(1 / 3)
    assert found.study_types.confusions[1] == Confusion(gold="cohort", said="unknown", rows=1)
    assert found.sample_sizes
    assert found.sample_sizes.exact.value == pytest.approx(2 / 3)
    assert found.sample_sizes.exact_when_answered
    assert found.sample_sizes.exact_when_answered.value == 1.0


def test_without_a_single_answer_there_is_no_accuracy_of_answers() -> None:
    sizes = measure([set_beside(read_gold({"gold": {"sample_size": 3}}), {})]).sample_sizes
    assert sizes
    assert (sizes.exact.value, sizes.exact_when_answered) == (0.0, None)


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ({}, "`gold` is missing"),
        ({"gold": "SUPPORT"}, "`gold` is missing"),
        ({"gold": {}}, "holds none of"),
        ({"gold": {"verdict": "true"}}, "`gold.verdict` 'true'"),
        ({"gold": {"verdict": ["supports"]}}, "`gold.verdict`"),
        ({"gold": {"verdict": "supports", "also": ["perhaps"]}}, "'perhaps'"),
        ({"gold": {"study_type": "RCT"}}, "`gold.study_type` 'RCT'"),
        ({"gold": {"study_type": ["cohort"]}}, "`gold.study_type`"),
        ({"gold": {"sample_size": "84"}}, "`gold.sample_size` '84'"),
        ({"gold": {"sample_size": True}}, "`gold.sample_size` True"),
    ],
)
def test_a_label_that_is_none_is_named(row: dict[str, object], complaint: str) -> None:
    with pytest.raises(GoldError, match=complaint):
        read_gold(row)


@settings(deadline=None, max_examples=25)
@given(
    st.lists(
        st.tuples(st.sampled_from(VERDICTS), st.sampled_from([*VERDICTS, None]), st.floats(0, 1)),
        min_size=1,
        max_size=30,
    )
)
def test_whatever_the_rows_every_row_is_counted_once(drawn: list[tuple[str, str | None, float]]) -> None:
    rows = [row(*one) for one in drawn]
    found = verdicts(*rows)
    assert sum(one.rows for one in found.reliability) == len(rows)
    assert sum(one.rows for one in found.f1.values()) == len(rows)
    for estimate in (found.accuracy, found.macro_f1, found.confident_half, *found.f1.values()):
        assert 0 <= estimate.low <= estimate.high <= 1
        assert 0 <= estimate.value <= 1
    assert found == verdicts(*rows)
