"""Find the typed cues of study designs: what a cue is, how it is searched for and what it weighs where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from magcite.readers.design_text import DesignText
from magcite.readers.sentences import Part


class Signal(Enum):
    """What a cue is a sign of. Several signals may speak for one study type, or against it."""

    META = "pooling of studies"
    SYSTEMATIC = "systematic search"
    NARRATIVE = "account of a subject"
    GUIDELINE = "guidance by a body of experts"
    EDITORIAL = "comment or letter"
    PROTOCOL = "plan of a study"
    RANDOM = "random allocation"
    CONTROLLED = "blinding or placebo"
    TRIAL = "trial without random allocation"
    TREATED = "treatment of people and its outcome"
    COHORT = "cohort followed"
    CASE_CONTROL = "cases against controls"
    CROSS_SECTIONAL = "state at one time"
    COMPARED = "groups of people compared"
    SERIES = "series of patients"
    CASE = "single patient"
    DIAGNOSTIC = "accuracy of a test"
    ANIMAL = "animals"
    CELLS = "cells or tissue"
    PEOPLE = "people"
    DATA = "own measurements"
    OTHER = "method, instrument, genetics or interviews"


@dataclass(frozen=True, slots=True)
class Cue:
    """One pattern with what it is a sign of and its weight in title and abstract.

    `gates` are plain lower-case words of which one must occur before the pattern is tried: that is what keeps the
    reader fast; `words`, where given, are gates that must occur as whole words. `cap` is how often a repeated cue counts.
    """

    signal: Signal
    name: str
    title: float
    body: float
    gates: tuple[str, ...]
    pattern: str
    cap: int = 1
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hit:
    """One cue found: how much it weighs where it stands, and where that is."""

    cue: Cue
    weight: float
    offset: int


_PART_WEIGHT = {
    Part.TITLE: 1.0,
    Part.BACKGROUND: 0.4,
    Part.OBJECTIVE: 0.9,
    Part.METHODS: 1.2,
    Part.RESULTS: 1.0,
    Part.CONCLUSIONS: 0.6,
    Part.BODY: 1.0,
}
"""How much a cue counts by where it stands (ours): methods say what was done, backgrounds what others did."""


_WISHED = re.compile(
    r"\b(?:needed|warranted|required|necessary|future|desirable|planned|await(?:s|ed|ing)?|ongoing|underway|should be|lacking|absence of|lack of|"
    r"(?:no|few|several|previous|earlier|prior|recent|some|many|most|published) (?:[\w-]+ ){0,2}randomi[sz]ed|further (?:[\w-]+ ){0,3}(?:trials?|stud(?:y|ies)))\b"
    r"|mendelian randomi[sz]"
)
"""Random allocation that is asked for, planned or somebody else's, so that it says nothing of this study."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _hits_of(cue: Cue, text: DesignText) -> Iterator[Hit]:
    """Yield the places of one cue, the title's once and at most `cap` in the abstract, heaviest parts first come."""
    in_title = False
    found = 0
    first = 0 if cue.title else text.title_end
    last = len(text.lowered) if cue.body else text.title_end
    for match in _compiled(cue.pattern).finditer(text.lowered, first, last):
        if match.start() < text.title_end:
            if cue.title and not in_title:
                in_title = True
                yield Hit(cue, cue.title, match.start())
            continue
        if found >= cue.cap * 2:
            return
        if cue.signal is Signal.RANDOM and _WISHED.search(text.sentence_line(match.start())):
            continue
        found += 1
        part = text.sentence_at(match.start()).part
        yield Hit(cue, cue.body * _PART_WEIGHT[part], match.start())


def _may_occur(cue: Cue, text: DesignText) -> bool:
    """Tell by a cheap look whether a cue can be there at all."""
    if cue.words:
        return not text.words.isdisjoint(cue.words)
    place = text.lowered if cue.body else text.title
    for gate in cue.gates:
        if gate in place:
            return True
    return False


def find_cues(text: DesignText, cues: Sequence[Cue]) -> list[Hit]:
    """Find all cues; of a cue repeated in the abstract the heaviest `cap` places count."""
    hits: list[Hit] = []
    for cue in cues:
        if not _may_occur(cue, text):
            continue
        found = list(_hits_of(cue, text))
        titled = [hit for hit in found if hit.offset < text.title_end]
        bodied = sorted((hit for hit in found if hit.offset >= text.title_end), key=lambda hit: -hit.weight)
        hits += titled + bodied[: cue.cap]
    return hits
