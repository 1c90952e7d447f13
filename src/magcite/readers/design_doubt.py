"""Look again at a vague reading of an observation: learned weights settle it, but never against plain words."""

from __future__ import annotations

from magcite.model import StudyType
from magcite.readers.design_cues import Signal
from magcite.readers.design_decision import Ruling, Weighed
from magcite.readers.design_observing import weigh_choices

_OBSERVED = {
    StudyType.COHORT: Signal.COHORT,
    StudyType.CASE_CONTROL: Signal.CASE_CONTROL,
    StudyType.CROSS_SECTIONAL: Signal.CROSS_SECTIONAL,
}
PLAINLY_NAMED = 6
"""Weight from which a design is named too plainly for learned weights to deny it (ours)."""

NAMED_TOO = 4
"""Weight of another design from which it may be preferred to one that is plainly named (ours)."""

HINTED = 1
"""Weight without which a design is not in the text at all, so that nothing could be quoted for it (ours)."""

DOUBTED = 0.6
"""Learned belief in "none of them" from which a design that is only hinted at is not named (by cross-validation)."""

BELIEVED = 0.85
"""Learned belief from which a text that names no design is read as having it (by cross-validation)."""


def reconsider(ruling: Ruling, w: Weighed) -> Ruling:
    """Let learned weights choose between kinds of observation, or deny them all, where the text is not plain."""
    if ruling.study_type is not StudyType.OTHER and ruling.study_type not in _OBSERVED:
        return ruling
    beliefs = weigh_choices(w.signs())
    best = max(_OBSERVED, key=beliefs.__getitem__)
    rival, signal = w.of(_OBSERVED[best]), _OBSERVED.get(ruling.study_type)
    if signal is None:
        found = beliefs[best] >= BELIEVED and rival >= HINTED
        return Ruling(best, (_OBSERVED[best],), 0.45) if found else ruling
    plain = w.of(signal) >= PLAINLY_NAMED
    if beliefs[StudyType.OTHER] >= DOUBTED and not plain:
        return Ruling(StudyType.OTHER, (signal,), 0.35)
    if best is ruling.study_type or rival < (NAMED_TOO if plain else HINTED):
        return ruling
    return Ruling(best, (_OBSERVED[best],), 0.5)
