"""Decide on one study type from the weighed signals of a text, in a fixed order of precedence."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from magcite.model import StudyType
from magcite.readers.design_cues import Signal
from magcite.readers.design_observing import read_signs
from magcite.readers.design_search import Hit
from magcite.readers.design_text import DesignText
from magcite.readers.design_words import Lean, lean

_PAST = (" was ", " were ", " had ", " did ")
_PRESENT = (" is ", " are ", " has ", " have ", " can ", " may ")
_REVIEW_LABEL = re.compile(
    r"selection criteria|study selection|search (?:strategy|methods)|data extraction", re.IGNORECASE
)
"""Labels under which only reviews that search for studies write."""

_GUIDANCE_LABEL = re.compile(r"recommendation|consensus", re.IGNORECASE)
"""Labels under which guidance stands."""

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Weighed:
    """The sums of all signals of one text, in the title and altogether, its tenses, and how its words lean."""

    cues: frozenset[str]
    total: dict[Signal, float]
    title: dict[Signal, float]
    past: int
    present: int
    numbers: int
    leans: dict[Lean, float]

    def of(self, *signals: Signal) -> float:
        """Give the weight of signals in title and abstract together."""
        return sum(self.total.get(signal, 0.0) for signal in signals)

    def signs(self) -> dict[str, float]:
        """Lay out what the learned weights apply to."""
        counts = {"past": self.past, "present": self.present, "numbers": self.numbers}
        return read_signs(self.total, self.title, self.cues, counts)

    def titled(self, *signals: Signal) -> float:
        """Give the weight of signals in the title."""
        return sum(self.title.get(signal, 0.0) for signal in signals)


@dataclass(frozen=True, slots=True)
class Ruling:
    """The type decided on, the signals that carried it and how sure that is."""

    study_type: StudyType
    signals: tuple[Signal, ...]
    confidence: float


def weigh_signals(hits: list[Hit], text: DesignText) -> Weighed:
    """Sum the weights of the cues found by signal, and take the measure of the words around them."""
    total: dict[Signal, float] = {}
    title: dict[Signal, float] = {}
    for hit in hits:
        signal = hit.cue.signal
        total[signal] = total.get(signal, 0.0) + hit.weight
        if hit.offset < text.title_end:
            title[signal] = title.get(signal, 0.0) + hit.weight
    if any(_REVIEW_LABEL.search(sentence.label) for sentence in text.sentences if sentence.label):
        total[Signal.SYSTEMATIC] = total.get(Signal.SYSTEMATIC, 0.0) + 9
    if any(_GUIDANCE_LABEL.search(sentence.label) for sentence in text.sentences if sentence.label):
        total[Signal.GUIDELINE] = total.get(Signal.GUIDELINE, 0.0) + 4
    abstract = text.lowered[text.title_end :]
    return Weighed(
        cues=frozenset(hit.cue.name for hit in hits),
        total=total,
        title=title,
        past=sum(map(abstract.count, _PAST)),
        present=sum(map(abstract.count, _PRESENT)),
        numbers=len(_NUMBER.findall(abstract)),
        leans=lean(text.title, abstract),
    )


def _sure(weight: float, half: float) -> float:
    """Turn a weight into a confidence between 0.35 and 0.97 that is 0.66 at `half`."""
    return round(0.35 + 0.62 * max(weight, 0.0) / (max(weight, 0.0) + half), 2)


# ---------------------------------------------------------------- plans, and accounts of other people's studies


def _comment(w: Weighed) -> Ruling | None:
    if w.titled(Signal.EDITORIAL) >= 7 or (w.of(Signal.EDITORIAL) >= 4 and w.of(Signal.DATA) < 4):
        return Ruling(StudyType.EDITORIAL_LETTER, (Signal.EDITORIAL,), 0.7)
    return None


def _protocol(w: Weighed) -> Ruling | None:
    plan = w.of(Signal.PROTOCOL) - 0.35 * w.of(Signal.DATA)
    if (w.titled(Signal.PROTOCOL) >= 5 and w.of(Signal.PROTOCOL) >= 9) or plan >= 6:
        return Ruling(StudyType.PROTOCOL, (Signal.PROTOCOL,), _sure(w.of(Signal.PROTOCOL), 4))
    return None


def _pooled(w: Weighed) -> Ruling | None:
    searched = w.of(Signal.META, Signal.SYSTEMATIC)
    if w.titled(Signal.META, Signal.SYSTEMATIC) < 4 and searched < 8:
        return None
    kind = StudyType.META_ANALYSIS if w.of(Signal.META) >= 5 else StudyType.SYSTEMATIC_REVIEW
    carrying = Signal.META if kind is StudyType.META_ANALYSIS else Signal.SYSTEMATIC
    return Ruling(kind, (carrying,), _sure(searched, 4))


def _guideline(w: Weighed) -> Ruling | None:
    if w.of(Signal.GUIDELINE) >= 6 and w.of(Signal.DATA) < 6 and w.of(Signal.RANDOM) < 4.5:
        return Ruling(StudyType.GUIDELINE, (Signal.GUIDELINE,), 0.7)
    return None


def _told_by_cues(w: Weighed) -> float:
    """Weigh talk about a subject, in the present tense, against measurements, in the past and with numbers."""
    tense = 0.25 * (min(w.present, 14) - min(w.past, 14))
    return w.of(Signal.NARRATIVE) + tense - 0.75 * w.of(Signal.DATA) - 0.08 * min(w.numbers, 25)


def _told(w: Weighed) -> float:
    return _told_by_cues(w) + 2 * (w.leans[Lean.NARRATIVE] + 1)


# ---------------------------------------------------------------- what was done


_OF_PEOPLE = (Signal.CASE_CONTROL, Signal.COHORT, Signal.CROSS_SECTIONAL, Signal.CASE)
"""Signals under which an animal that only the title names was eaten, kept or feared, not studied."""


_ALIVE = frozenset({"animals as subjects", "animal behaviour test"})
"""Cues of experiments on whole animals rather than on their cells."""

_BEASTS = _ALIVE | {"species", "species in the title", "laboratory strain"}
"""Cues that name an animal; "in vivo" alone may be said of people."""

_OWN_ACCOUNT = frozenset({"review in the title", "this article reviews", "we review"})
"""Cues by which a text says of itself that it reviews."""

NAMED_ALONE = 1.2
"""Weight of animals that is enough where nobody else can have been studied: named once outside the opening (ours)."""


def _accounts(w: Weighed) -> bool:
    """Tell a text that says it reviews and reports no measurements of its own, whatever its subject is."""
    return w.past <= 2 and w.of(Signal.DATA) <= 2 and not w.cues.isdisjoint(_OWN_ACCOUNT)


def _animals(w: Weighed) -> Ruling | None:
    animals, cells, titled = w.of(Signal.ANIMAL), w.of(Signal.CELLS), w.titled(Signal.ANIMAL) >= 7
    if (_told(w) > 4 and not titled) or (_told(w) > 8 and _accounts(w) and len(w.cues & _OWN_ACCOUNT) >= 2):
        return None
    if titled and w.titled(Signal.CELLS) >= 5 and cells > animals and not w.cues & _ALIVE:
        return Ruling(StudyType.IN_VITRO, (Signal.CELLS,), _sure(cells, 8))
    if titled and animals < 8 and w.of(*_OF_PEOPLE) >= 3:
        return None
    if (titled and w.of(Signal.PEOPLE) < 8) or _animals_alone(w) or _animals_above_people(w):
        return Ruling(StudyType.ANIMAL, (Signal.ANIMAL,), _sure(animals, 4))
    return None


def _animals_alone(w: Weighed) -> bool:
    """Tell a text that names an animal and nobody else."""
    animals = w.of(Signal.ANIMAL)
    nobody = not w.of(Signal.PEOPLE) and w.of(Signal.CASE) < 3 and bool(w.cues & _BEASTS)
    return nobody and animals >= NAMED_ALONE and w.of(Signal.CELLS) < 3 * animals


def _animals_above_people(w: Weighed) -> bool:
    """Tell a text that speaks more of animals than of people, and not mainly of cells."""
    animals = w.of(Signal.ANIMAL)
    in_cells = w.titled(Signal.CELLS) > 0 and w.of(Signal.CELLS) > 3 * animals
    return animals >= 5 and animals > w.of(Signal.PEOPLE) * 1.2 and not in_cells


def _inside_a_trial(w: Weighed) -> bool:
    """Tell observation of a trial's participants from a comparison of its arms."""
    observed = w.of(Signal.COMPARED, Signal.COHORT, Signal.CROSS_SECTIONAL)
    allocation = 3.0 if w.of(Signal.RANDOM) >= 9 else 0.0
    arms = w.of(Signal.CONTROLLED) + 0.5 * w.titled(Signal.RANDOM) + allocation
    return w.of(Signal.SECONDARY) >= 4.5 and observed >= 3 and arms < 3


def _not_of_people(w: Weighed) -> bool:
    """Tell a text about animals, unless its title names a trial and no animal, and people took part."""
    if w.titled(Signal.RANDOM) >= 5 and w.of(Signal.PEOPLE) and not w.titled(Signal.ANIMAL):
        return False
    return w.of(Signal.ANIMAL) >= 2.2 and w.of(Signal.ANIMAL) > 1.2 * w.of(Signal.PEOPLE)


def _allocated(w: Weighed) -> Ruling | None:
    random, controlled = w.of(Signal.RANDOM), w.of(Signal.CONTROLLED)
    if _not_of_people(w) or _inside_a_trial(w) or w.of(Signal.TRIAL) - random > 6 or _told_by_cues(w) > 6:
        return None
    if random >= 4.5 or (random >= 2 and controlled >= 2) or (random >= 3.5 and w.of(Signal.TREATED) >= 2):
        return Ruling(StudyType.RANDOMIZED_TRIAL, (Signal.RANDOM,), _sure(random + controlled / 2, 3))
    if controlled >= 5:
        return Ruling(StudyType.RANDOMIZED_TRIAL, (Signal.CONTROLLED,), 0.55)
    return None


# ---------------------------------------------------------------- the weightiest of what is left


def _bids(w: Weighed) -> dict[StudyType, float]:
    """Weigh the remaining designs against each other; one told in the present is hardly the text's own."""
    data, people = w.of(Signal.DATA), w.of(Signal.PEOPLE)
    animals = w.of(Signal.ANIMAL) if w.of(Signal.ANIMAL) > w.titled(Signal.ANIMAL) else 0.0
    own = min(1.0, 0.35 + 1.1 * w.past / (w.past + w.present + 1))
    treated = w.of(Signal.TRIAL, Signal.TREATED) + 0.4 * w.of(Signal.CONTROLLED) + 0.5 * w.of(Signal.SERIES)
    observed = (
        0.6 * w.of(Signal.COMPARED)
        + 0.9 * w.of(Signal.OTHER)
        + 0.5 * w.titled(Signal.COMPARED)
        + 0.8 * w.of(Signal.CROSS_SECTIONAL)
        + 0.6 * w.of(Signal.DIAGNOSTIC)
        + 0.15 * data
        + 0.8
    )
    bench = 0.5 if _accounts(w) and w.of(Signal.DATA) <= 1 and w.of(Signal.NARRATIVE) >= 4 else 1.0
    case = 1.1 * w.of(Signal.CASE) - 0.6 * data + 1.2 * (w.leans[Lean.CASE] + 3)
    return {
        StudyType.NARRATIVE_REVIEW: _told(w),
        StudyType.CASE_REPORT: case if w.of(Signal.CASE) >= 1.5 else 0.0,
        StudyType.NON_RANDOMIZED_TRIAL: treated * own + w.leans[Lean.TREATED] + 0.5,
        StudyType.OTHER: observed * own,
        StudyType.IN_VITRO: bench * (0.9 * w.of(Signal.CELLS) - 0.8 * people),
        StudyType.ANIMAL: bench * (1.6 * animals - 0.6 * people),
    }


_HALF = {
    StudyType.NARRATIVE_REVIEW: (Signal.NARRATIVE, 5.0),
    StudyType.CASE_REPORT: (Signal.CASE, 4.0),
    StudyType.IN_VITRO: (Signal.CELLS, 8.0),
    StudyType.ANIMAL: (Signal.ANIMAL, 5.0),
}
"""The signal that carries each winning bid, and the weight at which it is two thirds sure."""


def _strongest(w: Weighed) -> Ruling:
    bids = _bids(w)
    best = max(bids, key=bids.__getitem__)
    if best is StudyType.CASE_REPORT and w.of(Signal.SERIES) >= 2:
        return Ruling(StudyType.CASE_SERIES, (Signal.SERIES,), _sure(w.of(Signal.SERIES), 4))
    if best in _HALF:
        signal, half = _HALF[best]
        weight = bids[best] if best is StudyType.NARRATIVE_REVIEW else w.of(signal)
        return Ruling(best, (signal,), _sure(weight, half))
    if named := _named_observation(w):
        return named
    if best is StudyType.NON_RANDOMIZED_TRIAL and _looked_back(w):
        return Ruling(StudyType.COHORT, (Signal.COHORT,), 0.45)
    if best is StudyType.NON_RANDOMIZED_TRIAL and w.of(Signal.TRIAL, Signal.TREATED, Signal.CONTROLLED) >= 1:
        return Ruling(best, (Signal.TRIAL, Signal.TREATED), _sure(w.of(Signal.TRIAL), 6))
    return Ruling(StudyType.OTHER, (Signal.OTHER, Signal.COMPARED, Signal.DATA), 0.35)


RECORDED = 4
"""Weight of following or looking back from which treatment that nobody calls a trial was only recorded (ours)."""


def _looked_back(w: Weighed) -> bool:
    """Tell people whose treatment was recorded from people treated in a trial."""
    return w.of(Signal.COHORT) >= RECORDED and w.of(Signal.TRIAL) < 1.5 and w.of(Signal.CONTROLLED) < 2


_NAMED: tuple[tuple[StudyType, Signal, float], ...] = (
    (StudyType.CASE_CONTROL, Signal.CASE_CONTROL, 5),
    (StudyType.CROSS_SECTIONAL, Signal.CROSS_SECTIONAL, 6.5),
    (StudyType.COHORT, Signal.COHORT, 5),
    (StudyType.CASE_SERIES, Signal.SERIES, 6),
    (StudyType.DIAGNOSTIC, Signal.DIAGNOSTIC, 8),
)
"""Observational designs with the weight from which a text counts as naming them: more than one passing word of it."""


def _named_observation(w: Weighed) -> Ruling | None:
    """Give the observational design whose weight most exceeds what naming it takes."""
    study_type, signal, least = max(_NAMED, key=lambda named: w.of(named[1]) - named[2])
    if w.of(signal) < least:
        return None
    return Ruling(study_type, (signal,), _sure(w.of(signal), 5))


PRECEDENCE: tuple[Callable[[Weighed], Ruling | None], ...] = (
    _comment,
    _protocol,
    _pooled,
    _guideline,
    _animals,
    _allocated,
)
"""First ruling wins: plans and accounts of others' studies before what was done, allocation before observation."""


def decide(weighed: Weighed) -> Ruling:
    """Apply the rulings in order and give the first that holds, or else the weightiest of what is left."""
    for ruling in PRECEDENCE:
        if decided := ruling(weighed):
            return decided
    return _strongest(weighed)
