"""Say what a cue of a study design is: what it is a sign of, how it is found and what it weighs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


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
    SECONDARY = "observation inside a trial"
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
    reader fast. Without a pattern the gates themselves are the cue, wherever they stand. `words`, where given, are
        gates that must occur as whole words. `cap` is how often a repeated cue counts.
    """

    signal: Signal
    name: str
    title: float
    body: float
    gates: tuple[str, ...]
    pattern: str
    cap: int = 1
    words: frozenset[str] = frozenset()
