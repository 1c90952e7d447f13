"""Decide by fitted weights where the table of rules has no row: a sum of named readings for each answer."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Protocol

from magcite.readers.support.featuring import Features

LABELS = ("SUPPORT", "CONTRADICT", "NEI")
SUPPORTS, CONTRADICTS, NEITHER = LABELS


class PairScorer(Protocol):
    """A learned model of inference between a statement and a passage."""

    def score_each(self, statement: str, passages: Sequence[str]) -> list[tuple[float, float, float]]:
        """Give for each passage the probabilities that it supports or contradicts the statement, or does neither."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Chances:
    """The probabilities of the three answers; they add up to 1."""

    supports: float
    contradicts: float
    neither: float

    @classmethod
    def given(cls, values: Sequence[float]) -> Chances:
        """Make probabilities of three shares in the order of LABELS."""
        total = math.fsum(values) or 1.0
        return cls(supports=values[0] / total, contradicts=values[1] / total, neither=values[2] / total)

    @classmethod
    def of_sums(cls, sums: Sequence[float]) -> Chances:
        """Turn three sums, in the order of LABELS, into probabilities."""
        top = max(sums)
        return cls.given([math.exp(value - top) for value in sums])

    @property
    def likeliest(self) -> str:
        """Name the likeliest of LABELS."""
        return max(LABELS, key=self.of)

    def of(self, label: str) -> float:
        """Give the probability of one of LABELS."""
        return (self.supports, self.contradicts, self.neither)[LABELS.index(label)]


@cache
def _load() -> dict[str, dict[str, dict[str, float]]]:
    text = files("magcite.readers.support").joinpath("weights.json").read_text(encoding="utf-8")
    weights: dict[str, dict[str, dict[str, float]]] = json.loads(text)["weights"]
    return weights


def weigh_features(read: Features, form: str) -> Chances:
    """Sum the weighted readings for each answer and turn the sums into probabilities."""
    fitted = _load()[form]
    sums = []
    for label in LABELS:
        weights = fitted.get(label)
        if weights is None:
            sums.append(-math.inf)
            continue
        sums.append(weights[""] + sum(weights.get(name, 0.0) * value for name, value in read.values.items()))
    return Chances.of_sums(sums)


IN_PLAIN_WORDS = frozenset({"plain", "setting"})
"""The forms of statements that are weighed by what was fitted on plain words as well where no model is asked (ours)."""


def weigh_without_model(read: Features, form: str) -> Chances:
    """Weigh readings where no learned model has a say: plain ones by both fits, whose logarithms count alike."""
    by_form = weigh_features(read, form)
    if form not in IN_PLAIN_WORDS:
        return by_form
    by_words = weigh_features(read, "written")
    return Chances.given([math.sqrt(by_form.of(label) * by_words.of(label)) for label in LABELS])
