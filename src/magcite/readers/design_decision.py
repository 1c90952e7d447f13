"""Decide on one study type from the weighed signals of a text, in a fixed order of precedence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from magcite.model import StudyType
from magcite.readers.design_cues import Hit, Signal


@dataclass(frozen=True, slots=True)
class Weighed:
    """The sums of all signals of one text, in the title and altogether."""

    total: dict[Signal, float]
    title: dict[Signal, float]

    def of(self, signal: Signal) -> float:
        """Give the weight of one signal in title and abstract together."""
        return self.total.get(signal, 0.0)

    def titled(self, signal: Signal) -> float:
        """Give the weight of one signal in the title."""
        return self.title.get(signal, 0.0)


@dataclass(frozen=True, slots=True)
class Ruling:
    """The type decided on, the signals that carried it and how sure that is."""

    study_type: StudyType
    signals: tuple[Signal, ...]
    confidence: float


def weigh_signals(hits: list[Hit], title_end: int) -> Weighed:
    """Sum the weights of the cues found by signal."""
    total: dict[Signal, float] = {}
    title: dict[Signal, float] = {}
    for hit in hits:
        signal = hit.cue.signal
        total[signal] = total.get(signal, 0.0) + hit.weight
        if hit.offset < title_end:
            title[signal] = title.get(signal, 0.0) + hit.weight
    return Weighed(total, title)


def _sure(weight: float, half: float) -> float:
    """Turn a weight into a confidence between 0.35 and 0.97 that is 0.66 at `half`."""
    return round(0.35 + 0.62 * weight / (weight + half), 2)


def _protocol(w: Weighed) -> Ruling | None:
    plan = w.of(Signal.PROTOCOL) - 0.35 * w.of(Signal.DATA)
    if w.titled(Signal.PROTOCOL) >= 5 and w.of(Signal.PROTOCOL) >= 9 or plan >= 6:
        return Ruling(StudyType.PROTOCOL, (Signal.PROTOCOL,), _sure(w.of(Signal.PROTOCOL), 4))
    return None


def _pooled(w: Weighed) -> Ruling | None:
    searched = w.of(Signal.META) + w.of(Signal.SYSTEMATIC)
    titled = w.titled(Signal.META) + w.titled(Signal.SYSTEMATIC)
    if titled < 4 and searched < 8:
        return None
    kind = StudyType.META_ANALYSIS if w.of(Signal.META) >= 5 else StudyType.SYSTEMATIC_REVIEW
    return Ruling(kind, (Signal.META, Signal.SYSTEMATIC), _sure(searched, 4))


def _comment(w: Weighed) -> Ruling | None:
    if w.titled(Signal.EDITORIAL) >= 7:
        return Ruling(StudyType.EDITORIAL_LETTER, (Signal.EDITORIAL,), 0.7)
    return None


def _guideline(w: Weighed) -> Ruling | None:
    if w.titled(Signal.GUIDELINE) >= 6 and w.of(Signal.DATA) < 6:
        return Ruling(StudyType.GUIDELINE, (Signal.GUIDELINE,), 0.7)
    return None


def _told(w: Weighed) -> Ruling | None:
    told = w.of(Signal.NARRATIVE) - 0.8 * w.of(Signal.DATA)
    if told >= 4 and w.of(Signal.CASE) < 7:
        return Ruling(StudyType.NARRATIVE_REVIEW, (Signal.NARRATIVE,), _sure(told, 5))
    return None


def _one_patient(w: Weighed) -> Ruling | None:
    if w.of(Signal.CASE) >= 5 and w.of(Signal.CASE) > w.of(Signal.DATA) * 0.9:
        return Ruling(StudyType.CASE_REPORT, (Signal.CASE,), _sure(w.of(Signal.CASE), 4))
    return None


def _animals(w: Weighed) -> Ruling | None:
    animals = w.of(Signal.ANIMAL)
    if w.titled(Signal.ANIMAL) >= 7 and w.of(Signal.PEOPLE) < 8 or animals >= 5 and animals > w.of(Signal.PEOPLE) * 1.2:
        return Ruling(StudyType.ANIMAL, (Signal.ANIMAL,), _sure(animals, 4))
    return None


def _allocated(w: Weighed) -> Ruling | None:
    random, controlled = w.of(Signal.RANDOM), w.of(Signal.CONTROLLED)
    if w.of(Signal.TRIAL) - random > 6:
        return None
    if random >= 4.5 or (random >= 2 and controlled >= 2):
        return Ruling(StudyType.RANDOMIZED_TRIAL, (Signal.RANDOM,), _sure(random + controlled / 2, 3))
    if controlled >= 5:
        return Ruling(StudyType.RANDOMIZED_TRIAL, (Signal.CONTROLLED,), 0.55)
    return None


def _cells(w: Weighed) -> Ruling | None:
    cells = w.of(Signal.CELLS)
    if cells >= 6 and cells > w.of(Signal.PEOPLE) * 1.3:
        return Ruling(StudyType.IN_VITRO, (Signal.CELLS,), _sure(cells, 8))
    return None


def _named_observation(w: Weighed) -> Ruling | None:
    named = {
        StudyType.CASE_CONTROL: (Signal.CASE_CONTROL, w.of(Signal.CASE_CONTROL)),
        StudyType.CROSS_SECTIONAL: (Signal.CROSS_SECTIONAL, w.of(Signal.CROSS_SECTIONAL)),
        StudyType.COHORT: (Signal.COHORT, w.of(Signal.COHORT)),
        StudyType.CASE_SERIES: (Signal.SERIES, w.of(Signal.SERIES)),
        StudyType.DIAGNOSTIC: (Signal.DIAGNOSTIC, w.of(Signal.DIAGNOSTIC)),
    }
    best, (signal, weight) = max(named.items(), key=lambda item: item[1][1])
    if weight < 4:
        return None
    return Ruling(best, (signal,), _sure(weight, 5))


def _treated(w: Weighed) -> Ruling | None:
    trial, treated = w.of(Signal.TRIAL), w.of(Signal.TREATED)
    if trial + treated * 0.7 >= 5 and w.of(Signal.PEOPLE) >= 1 and trial + treated * 0.7 > w.of(Signal.OTHER):
        return Ruling(StudyType.NON_RANDOMIZED_TRIAL, (Signal.TRIAL, Signal.TREATED), _sure(trial, 6))
    return None


def _without_data(w: Weighed) -> Ruling | None:
    if w.of(Signal.DATA) < 1.5 and w.of(Signal.OTHER) < 2.5:
        return Ruling(StudyType.NARRATIVE_REVIEW, (Signal.NARRATIVE,), 0.4)
    return None


def _other(w: Weighed) -> Ruling | None:
    return Ruling(StudyType.OTHER, (Signal.OTHER, Signal.COMPARED, Signal.DATA), 0.35)


PRECEDENCE: tuple[Callable[[Weighed], Ruling | None], ...] = (
    _comment,
    _protocol,
    _pooled,
    _guideline,
    _animals,
    _told,
    _allocated,
    _one_patient,
    _cells,
    _treated,
    _named_observation,
    _without_data,
    _other,
)
"""First ruling wins: plans and accounts of others' studies before what was done, allocation before observation."""


def decide(weighed: Weighed) -> Ruling | None:
    """Apply the rulings in order and give the first that holds."""
    for ruling in PRECEDENCE:
        if decided := ruling(weighed):
            return decided
    return None
