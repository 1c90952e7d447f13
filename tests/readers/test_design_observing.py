"""How learned cue weights share belief among kinds of observation."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.model import StudyType
from magcite.readers.design_cues import Signal
from magcite.readers.design_observing import CHOICES, read_signs, weigh_choices

SIGNALS = st.dictionaries(st.sampled_from(list(Signal)), st.floats(0, 60))
CUES = st.frozensets(st.sampled_from(["cohort", "looking back", "case-control", "survey", "no such cue"]))
COUNTS = st.dictionaries(st.sampled_from(["past", "present", "numbers"]), st.integers(0, 200))


def believed(signals: dict[Signal, float], *cues: str) -> dict[StudyType, float]:
    return weigh_choices(read_signs(signals, {}, frozenset(cues), {"past": 6, "numbers": 12}))


@settings(max_examples=100, deadline=None)
@given(SIGNALS, SIGNALS, CUES, COUNTS)
def test_belief_is_shared_out_whole(
    total: dict[Signal, float], title: dict[Signal, float], cues: frozenset[str], counts: dict[str, int]
) -> None:
    shares = weigh_choices(read_signs(total, title, cues, counts))
    assert tuple(shares) == CHOICES
    assert math.isclose(sum(shares.values()), 1.0)
    assert shares == weigh_choices(read_signs(total, title, cues, counts))


def test_each_kind_of_observation_is_believed_for_its_own_cues() -> None:
    cohort = believed({Signal.COHORT: 12.0}, "cohort", "looking back", "followed over time")
    controls = believed({Signal.CASE_CONTROL: 14.0}, "case-control", "cases and controls")
    survey = believed({Signal.CROSS_SECTIONAL: 14.0}, "cross-sectional", "cross-sectional design", "survey")
    assert max(cohort, key=cohort.__getitem__) is StudyType.COHORT
    assert max(controls, key=controls.__getitem__) is StudyType.CASE_CONTROL
    assert max(survey, key=survey.__getitem__) is StudyType.CROSS_SECTIONAL


def test_without_any_sign_there_is_no_design() -> None:
    shares = believed({})
    assert max(shares, key=shares.__getitem__) is StudyType.OTHER
