"""Accuracy and F1, each with the interval that the rows allow.

Intervals are 95 % percentile bootstraps over the rows with a fixed seed, so that the same rows give the same figures.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

ROUNDS = 500
"""Resamples; with another seed the ends of an interval would move by about 3 % of its width (normal theory; ours)."""
SEED = 7

Pairs = Sequence[tuple[str, str]]
"""Labels given, each with the label read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A measure between 0 and 1 with the 95 % interval that the rows allow, and the rows it is taken over."""

    value: float
    low: float
    high: float
    rows: int


Counts = Mapping[tuple[str, str], int]


def estimate(pairs: Pairs, measure_counts: Callable[[Counts], float]) -> Estimate:
    """Take a measure over the pairs, and over resamples of them for its interval."""
    dice = random.Random(SEED)
    drawn = sorted(measure_counts(Counter(dice.choices(pairs, k=len(pairs)))) for _ in range(ROUNDS))
    return Estimate(
        value=measure_counts(Counter(pairs)),
        low=drawn[int(ROUNDS * 0.025)],
        high=drawn[int(ROUNDS * 0.975)],
        rows=len(pairs),
    )


def estimate_class(pairs: Pairs, label: str) -> Estimate:
    """Take F1 of one label; its rows are those that bear the label."""
    found = estimate(pairs, lambda counts: f1(counts, label))
    return Estimate(value=found.value, low=found.low, high=found.high, rows=sum(gold == label for gold, _ in pairs))


def accuracy(counts: Counts) -> float:
    """Give the share of pairs read as labelled."""
    return sum(number for (gold, said), number in counts.items() if gold == said) / sum(counts.values())


def f1(counts: Counts, label: str) -> float:
    """Give the harmonic mean of precision and recall of one label."""
    named = sum(number * ((gold == label) + (said == label)) for (gold, said), number in counts.items())
    return 2 * counts.get((label, label), 0) / named if named else 0.0


def macro_f1(counts: Counts) -> float:
    """Average F1 over the labels that the rows have, each counting the same however rare."""
    labels = sorted({gold for gold, _ in counts})
    return sum(f1(counts, label) for label in labels) / len(labels)
