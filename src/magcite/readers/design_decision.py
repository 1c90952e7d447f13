"""Decide on one study type from the weighed signals of a text, in a fixed order of precedence."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from magcite.model import StudyType
from magcite.readers.design_cues import Signal
from magcite.readers.design_search import Hit
from magcite.readers.design_text import DesignText
from magcite.readers.design_words import Lean, lean

_PAST = (" was ", " were ", " had ", " did ")
_PRESENT = (" is ", " are ", " has ", " have ", " can ", " may ")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Weighed:
    """The sums of all signals of one text, in the title and altogether."""

    total: dict[Signal, float]
    title: dict[Signal, float]
    past: int
    present: int
    numbers: int
    leans: dict[Lean, float]

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


def weigh_signals(hits: list[Hit], text: DesignText) -> Weighed:
    """Sum the weights of the cues found by signal."""
    total: dict[Signal, float] = {}
    title: dict[Signal, float] = {}
    for hit in hits:
        signal = hit.cue.signal
        total[signal] = total.get(signal, 0.0) + hit.weight
        if hit.offset < text.title_end:
            title[signal] = title.get(signal, 0.0) + hit.weight
    abstract = text.lowered[text.title_end :]
    return Weighed(
        total=total,
        title=title,
        past=sum(map(abstract.count, _PAST)),
        present=sum(map(abstract.count, _PRESENT)),
        numbers=len(_NUMBER.findall(abstract)),
        leans=lean(text.lowered[: text.title_end], abstract),
    )


def _sure(weight: float, half: float) -> float:
    """Turn a weight into a confidence between 0.35 and 0.97 that is 0.66 at `half`."""
    return round(0.35 + 0.62 * weight / (weight + half), 2)


def _protocol(w: Weighed) -> Ruling | None:
    plan = w.of(Signal.PROTOCOL) - 0.35 * w.of(Signal.DATA)
    if (w.titled(Signal.PROTOCOL) >= 5 and w.of(Signal.PROTOCOL) >= 9) or plan >= 6:
        return Ruling(StudyType.PROTOCOL, (Signal.PROTOCOL,), _sure(w.of(Signal.PROTOCOL), 4))
    return None


def _pooled(w: Weighed) -> Ruling | None:
    searched = w.of(Signal.META) + w.of(Signal.SYSTEMATIC)
    titled = w.titled(Signal.META) + w.titled(Signal.SYSTEMATIC)
    if titled < 4 and searched < 7.5:
        return None
    kind = StudyType.META_ANALYSIS if w.of(Signal.META) >= 5 else StudyType.SYSTEMATIC_REVIEW
    return Ruling(kind, (Signal.META, Signal.SYSTEMATIC), _sure(searched, 4))


def _comment(w: Weighed) -> Ruling | None:
    if w.titled(Signal.EDITORIAL) >= 7:
        return Ruling(StudyType.EDITORIAL_LETTER, (Signal.EDITORIAL,), 0.7)
    return None


def _guideline(w: Weighed) -> Ruling | None:
    if w.titled(Signal.GUIDELINE) >= 6 and w.of(Signal.DATA) < 6 and w.of(Signal.RANDOM) < 4.5:
        return Ruling(StudyType.GUIDELINE, (Signal.GUIDELINE,), 0.7)
    return None


def _animals(w: Weighed) -> Ruling | None:
    animals, people = w.of(Signal.ANIMAL), w.of(Signal.PEOPLE)
    told = _leaning_told(w)
    if told > 4 and w.titled(Signal.ANIMAL) < 7:
        return None
    if (w.titled(Signal.ANIMAL) >= 7 and people < 8) or (animals >= 5 and animals > people * 1.2):
        return Ruling(StudyType.ANIMAL, (Signal.ANIMAL,), _sure(animals, 4))
    return None


def _allocated(w: Weighed) -> Ruling | None:
    random, controlled = w.of(Signal.RANDOM), w.of(Signal.CONTROLLED)
    if w.of(Signal.ANIMAL) >= 2.2 and w.of(Signal.ANIMAL) > 1.2 * w.of(Signal.PEOPLE):
        return None
    if _inside_a_trial(w):
        return None
    if w.of(Signal.TRIAL) - random > 6 or _told_weight(w) > 6:
        return None
    if random >= 4.5 or (random >= 2 and controlled >= 2):
        return Ruling(StudyType.RANDOMIZED_TRIAL, (Signal.RANDOM,), _sure(random + controlled / 2, 3))
    if controlled >= 5:
        return Ruling(StudyType.RANDOMIZED_TRIAL, (Signal.CONTROLLED,), 0.55)
    return None


def _told_weight(w: Weighed) -> float:
    return (
        w.of(Signal.NARRATIVE)
        + 0.25 * min(w.present, 14)
        - 0.25 * min(w.past, 14)
        - 0.75 * w.of(Signal.DATA)
        - 0.08 * min(w.numbers, 25)
    )


def _leaning_told(w: Weighed) -> float:
    return _told_weight(w) + 1.2 * (w.leans[Lean.NARRATIVE] + 1)


def _inside_a_trial(w: Weighed) -> bool:
    """Tell observation of a trial's participants from a comparison of its arms."""
    observed = w.of(Signal.COMPARED) + w.of(Signal.COHORT) + w.of(Signal.CROSS_SECTIONAL)
    arms = w.of(Signal.CONTROLLED) + 0.5 * w.titled(Signal.RANDOM)
    return w.of(Signal.SECONDARY) >= 4.5 and observed >= 3 and arms < 3


def _strongest(w: Weighed) -> Ruling | None:
    data = w.of(Signal.DATA)
    told = _leaning_told(w)
    case = 1.1 * w.of(Signal.CASE) - 0.6 * data + 0.8 * (w.leans[Lean.CASE] + 3)
    reported = min(1.0, 0.35 + 1.1 * w.past / (w.past + w.present + 1))
    treated = 0.8 * w.of(Signal.TRIAL) + 0.8 * w.of(Signal.TREATED) + 0.4 * w.of(Signal.CONTROLLED) + 0.5 * w.of(Signal.SERIES)
    observed = (
        0.7 * w.of(Signal.COMPARED)
        + 0.7 * w.of(Signal.OTHER)
        + 0.8 * w.of(Signal.CROSS_SECTIONAL)
        + 0.6 * w.of(Signal.DIAGNOSTIC)
        + 0.15 * data
        + 0.8
    )
    treated, observed = treated * reported + 1.0 * (w.leans[Lean.TREATED] + 2), observed * reported
    if w.of(Signal.CASE) < 1.5:
        case = 0.0
    people = w.of(Signal.PEOPLE)
    cells = 0.7 * w.of(Signal.CELLS) - 0.6 * people
    animals = 1.3 * w.of(Signal.ANIMAL) - 0.6 * people
    best = max(told, case, treated, observed, cells, animals)
    if best == animals:
        return Ruling(StudyType.ANIMAL, (Signal.ANIMAL,), _sure(w.of(Signal.ANIMAL), 5))
    if best == told:
        return Ruling(StudyType.NARRATIVE_REVIEW, (Signal.NARRATIVE,), _sure(max(told, 0), 5))
    if best == case and w.of(Signal.SERIES) >= 2:
        return Ruling(StudyType.CASE_SERIES, (Signal.SERIES,), _sure(w.of(Signal.SERIES), 4))
    if best == case:
        return Ruling(StudyType.CASE_REPORT, (Signal.CASE,), _sure(w.of(Signal.CASE), 4))
    if best == cells:
        return Ruling(StudyType.IN_VITRO, (Signal.CELLS,), _sure(w.of(Signal.CELLS), 8))
    if named := _named_observation(w):
        return named
    if best == treated:
        return Ruling(StudyType.NON_RANDOMIZED_TRIAL, (Signal.TRIAL, Signal.TREATED), _sure(w.of(Signal.TRIAL), 6))
    return Ruling(StudyType.OTHER, (Signal.OTHER, Signal.COMPARED, Signal.DATA), 0.35)


def _named_observation(w: Weighed) -> Ruling | None:
    named = {
        StudyType.CASE_CONTROL: (Signal.CASE_CONTROL, w.of(Signal.CASE_CONTROL), 5),
        StudyType.CROSS_SECTIONAL: (Signal.CROSS_SECTIONAL, w.of(Signal.CROSS_SECTIONAL), 5),
        StudyType.COHORT: (Signal.COHORT, w.of(Signal.COHORT), 4.5),
        StudyType.CASE_SERIES: (Signal.SERIES, w.of(Signal.SERIES), 4),
        StudyType.DIAGNOSTIC: (Signal.DIAGNOSTIC, w.of(Signal.DIAGNOSTIC), 6),
    }
    best, (signal, weight, least) = max(named.items(), key=lambda item: item[1][1] - item[1][2])
    if weight < least:
        return None
    return Ruling(best, (signal,), _sure(weight, 5))


PRECEDENCE: tuple[Callable[[Weighed], Ruling | None], ...] = (
    _comment,
    _protocol,
    _pooled,
    _guideline,
    _animals,
    _allocated,
    _strongest,
)
"""First ruling wins: plans and accounts of others' studies before what was done, allocation before observation."""


def decide(weighed: Weighed) -> Ruling | None:
    """Apply the rulings in order and give the first that holds."""
    for ruling in PRECEDENCE:
        if decided := ruling(weighed):
            return decided
    return None
