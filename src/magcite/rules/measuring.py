"""How often findings of a rule were right when they were last measured, from `precision.json` beside this file.

`benchmarks/rule_precision.py` writes that file from labelled sets that are not part of magcite.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SETS = {
    "magnesium": "a fact-checker's labels of the recorded magnesium articles",
    "animals": "animal, laboratory and human studies told as if of people",
}
"""What the sets of the data file hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """One rule on one set: the day, how many findings there were and how many were right."""

    rule: str
    set: str
    date: str
    fired: int
    right: int

    def __str__(self) -> str:
        """Write the measurement as a sentence does."""
        return f"right in {self.right} of {self.fired} on {SETS.get(self.set, self.set)}, {self.date}"


@cache
def _measurements() -> tuple[Measurement, ...]:
    text = files("magcite.rules").joinpath("precision.json").read_text(encoding="utf-8")
    return tuple(Measurement(**row) for row in json.loads(text))


def measurements_of(rule: str) -> tuple[Measurement, ...]:
    """Give what was measured of a rule; nothing where labels could not judge it or it never fired."""
    return tuple(one for one in _measurements() if one.rule == rule)


def describe_precision(rule: str) -> str:
    """Say how often a rule was right, or that it was not measured."""
    found = measurements_of(rule)
    return "Measured: " + ("; ".join(map(str, found)) if found else "not yet, no labelled finding") + "."
