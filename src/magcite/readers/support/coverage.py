"""Measure how much of a statement a text holds, telling words counting more than common ones."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

TELLING = 0.8
"""Weight from which a word is telling: in fewer than about one abstract in eighty (ours)."""


@cache
def word_weights() -> dict[str, float]:
    """Load how telling common stems are, from 0 (in every abstract) to 1; a stem not listed is rare and weighs 1."""
    text = files("magcite.lexicons").joinpath("word_weights.json").read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)["weights"]
    return weights


def weigh(terms: Iterable[str]) -> float:
    """Sum how telling some terms are."""
    weights = word_weights()
    return math.fsum(weights.get(term, 1.0) for term in terms)


def cover(wanted: frozenset[str], present: frozenset[str]) -> float:
    """Give the weighted share of the terms wanted that are present; 0 where none is wanted."""
    total = weigh(wanted)
    return weigh(wanted & present) / total if total else 0.0
