"""Find the cues of study designs in a text, fast: a cheap look first, the pattern only where it can match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from magcite.readers.design_cues import Cue, Signal
from magcite.readers.design_text import STEM, DesignText
from magcite.readers.sentences import Part


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


_OPENING = 0.2
"""Share of an abstract without labels that is mostly background (ours): animals named there were studied before."""

_LETTERS = re.compile(r"[a-z]+")
_WISHED = re.compile(
    r"\b(?:needed|warrant(?:ed|s|ing)?|merits?|"
    r"required|necessary|future|desirable|planned|await(?:s|ed|ing)?|ongoing|underway|should be|"
    r"need for|would (?:help|be|allow)|could (?:help|be)|lacking|absence of|lack of|"
    r"further (?:[\w-]+ ){0,3}(?:trials?|stud(?:y|ies))|"
    r"(?:no|few|several|previous|earlier|prior|recent|some|many|most|published) (?:[\w-]+ ){0,2}randomi[sz]ed)\b"
    r"|mendelian randomi[sz]"
)
"""Random allocation that is asked for, planned or somebody else's, so that it says nothing of this study."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


class Search:
    """A list of cues made ready to be looked for in many texts."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        """Sort the words of literal cues by their first letters, so that few are looked for in one text."""
        self._cues = tuple((cue, _literals(cue)) for cue in cues)

    def find(self, text: DesignText) -> list[Hit]:
        """Find all cues; of a cue repeated in the abstract the heaviest `cap` places count."""
        hits: list[Hit] = []
        for cue, literals in self._cues:
            if literals:
                there = [gate for stem, gates in literals.items() if stem in text.stems for gate in gates]
                hits += _weigh(cue, text, there) if there else ()
            elif _may_occur(cue, text):
                hits += _weigh(cue, text, ())
        return hits


def _literals(cue: Cue) -> dict[str, list[str]]:
    """Sort the gates of a cue without a pattern by the first letters of their first word."""
    sorted_by_stem: dict[str, list[str]] = {}
    if not cue.pattern:
        for gate in cue.gates:
            sorted_by_stem.setdefault(_LETTERS.findall(gate)[0][:STEM], []).append(gate)
    return sorted_by_stem


def _may_occur(cue: Cue, text: DesignText) -> bool:
    """Tell by a cheap look whether a cue can be there at all."""
    if cue.words:
        return not text.words.isdisjoint(cue.words)
    place = text.lowered if cue.body else text.title
    return any(gate in place for gate in cue.gates)


def _weigh(cue: Cue, text: DesignText, literals: Sequence[str]) -> list[Hit]:
    """Give the places of a cue that count: the first in the title, the heaviest in the abstract."""
    return [*_in_title(cue, text, literals), *_in_abstract(cue, text, literals)]


def _places(cue: Cue, text: str, literals: Sequence[str], span: tuple[int, int]) -> Iterator[int]:
    first, last = span
    if cue.pattern:
        for match in _compiled(cue.pattern).finditer(text, first, last):
            yield match.start()
        return
    for literal in literals:
        place = text.find(literal, first, last)
        while place >= 0:
            yield place
            place = text.find(literal, place + 1, last)


def _in_title(cue: Cue, text: DesignText, literals: Sequence[str]) -> Iterator[Hit]:
    if cue.title and text.title_end:
        for place in _places(cue, text.lowered, literals, (0, text.title_end)):
            yield Hit(cue, cue.title, place)
            return


def _part_weight(cue: Cue, text: DesignText, index: int) -> float:
    """Weigh a cue by the part that its sentence stands in; "METHODS AND RESULTS" counts as methods."""
    sentence = text.sentences[index]
    if sentence.part is Part.RESULTS and "METHOD" in (sentence.label or "").upper():
        return _PART_WEIGHT[Part.METHODS]
    if sentence.part is Part.BODY and cue.signal is Signal.ANIMAL:
        place = text.starts[index] - text.title_end
        if place < _OPENING * (len(text.lowered) - text.title_end):
            return 0.5
    return _PART_WEIGHT[sentence.part]


def _in_abstract(cue: Cue, text: DesignText, literals: Sequence[str]) -> list[Hit]:
    """Give the heaviest places of a cue in the abstract, looking at twice as many as count."""
    found: list[Hit] = []
    if not cue.body:
        return found
    for place in _places(cue, text.lowered, literals, (text.title_end, len(text.lowered))):
        sentence = text.sentence_index(place)
        if cue.signal is Signal.RANDOM and _WISHED.search(text.line(sentence, place, 90)):
            continue
        found.append(Hit(cue, cue.body * _part_weight(cue, text, sentence), place))
        if len(found) >= 2 * cue.cap:
            break
    found.sort(key=lambda hit: -hit.weight)
    return found[: cue.cap]
