"""Score what words and word pairs say of a design, with weights learned from openly licensed indexing data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from importlib import resources
from itertools import pairwise
from math import sqrt

_DIGITS = frozenset("0123456789")
_WORD = re.compile(r"[a-z][a-z-]+|\d+")
_ALLOCATION = ("random", "placebo", "blind", "rct")
"""Stems left to the cues: allocation is read from statements, never guessed from words around it."""


class Lean(Enum):
    """The questions that learned words help to answer; the order is that of the weights in the file."""

    NARRATIVE = "an account of a subject rather than own data"
    CASE = "one patient"
    TREATED = "people treated rather than observed"


def spell(title: str, abstract: str) -> set[str]:
    """Give the distinct words and word pairs of an article; those of the title are marked and count as text too."""
    grams = set(_grams(abstract))
    for gram in _grams(title):
        grams.add(gram)
        if " " not in gram:
            grams.add("t:" + gram)
    return grams


def _grams(text: str) -> Iterator[str]:
    if any(stem in text for stem in _ALLOCATION):
        yield from _grams_between_allocations(text)
        return
    words = ["0" if found[0] in _DIGITS else found for found in _WORD.findall(text)]
    yield from words
    yield from map(" ".join, pairwise(words))


def _grams_between_allocations(text: str) -> Iterator[str]:
    before = ""
    for found in _WORD.findall(text):
        if any(stem in found for stem in _ALLOCATION):
            before = ""
            continue
        word = "0" if found[0] in _DIGITS else found
        yield word
        if before:
            yield f"{before} {word}"
        before = word


@cache
def _weights() -> tuple[dict[str, tuple[int, ...]], tuple[float, ...], float]:
    """Load the weights: gram -> one whole number per lean, the biases and the size of one unit."""
    text = resources.files("magcite.lexicons").joinpath("design_words.tsv").read_text(encoding="utf-8")
    table: dict[str, tuple[int, ...]] = {}
    biases: tuple[float, ...] = ()
    unit = 1.0
    for line in text.splitlines():
        name, *numbers = line.split("\t")
        if name == "#unit":
            unit = float(numbers[0])
        elif name == "#bias":
            biases = tuple(map(float, numbers))
        elif not name.startswith("#"):
            table[name] = tuple(map(int, numbers))
    return table, biases, unit


def lean(title: str, abstract: str) -> dict[Lean, float]:
    """Score a lowered text for each lean, in log odds: above 0 the words speak for it."""
    table, biases, unit = _weights()
    known = [table[gram] for gram in spell(title, abstract) if gram in table]
    scale = unit / sqrt(len(known)) if known else 0.0
    sums = [sum(column) * scale for column in zip(*known, strict=True)] if known else [0.0] * len(biases)
    return {side: sums[place] + biases[place] for place, side in enumerate(Lean)}
