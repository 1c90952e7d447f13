"""Tell kinds of observation apart where no design is named, by cue weights learned from openly licensed indexing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from math import exp, log1p

from magcite.model import StudyType
from magcite.readers.design_cues import Signal

CHOICES = (StudyType.OTHER, StudyType.COHORT, StudyType.CASE_CONTROL, StudyType.CROSS_SECTIONAL)
"""What is chosen between, in the order of the weights in the file."""

Signs = Mapping[str, float]


def read_signs(
    total: Mapping[Signal, float], title: Mapping[Signal, float], cues: frozenset[str], counts: Mapping[str, int]
) -> dict[str, float]:
    """Lay out what the weights apply to: each signal in all and in the title, each cue found, and the tenses."""
    return dict(_signs(total, title, cues, counts))


def _signs(
    total: Mapping[Signal, float], title: Mapping[Signal, float], cues: frozenset[str], counts: Mapping[str, int]
) -> Iterator[tuple[str, float]]:
    yield "always", 1.0
    for signal, weight in total.items():
        yield f"all {signal.name}", log1p(weight)
    for signal, weight in title.items():
        yield f"title {signal.name}", log1p(weight)
    for cue in cues:
        yield f"cue {cue}", 1.0
    for name, count in counts.items():
        yield f"count {name}", log1p(count)


@cache
def _weights() -> Mapping[str, tuple[float, ...]]:
    """Load the weights: one line per sign, one number per choice."""
    text = resources.files("magcite.lexicons").joinpath("design_observing.tsv").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {name: tuple(int(number) / 100 for number in numbers) for name, *numbers in lines}


def weigh_choices(signs: Signs) -> dict[StudyType, float]:
    """Give the share of belief in each choice; the shares sum to 1."""
    weights = _weights()
    sums = [0.0] * len(CHOICES)
    for name in sorted(signs.keys() & weights.keys()):
        value = signs[name]
        for place, weight in enumerate(weights[name]):
            sums[place] += weight * value
    top = max(sums)
    shares = [exp(each - top) for each in sums]
    return {choice: share / sum(shares) for choice, share in zip(CHOICES, shares, strict=True)}
