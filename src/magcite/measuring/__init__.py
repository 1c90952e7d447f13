"""Measure verdicts and readings against a user's own labels; pure: labels and answers in, measures out."""

from magcite.measuring.estimates import Estimate
from magcite.measuring.labels import Gold, GoldError, Scale, read_gold
from magcite.measuring.measures import (
    CONFUSIONS_SHOWN,
    Bin,
    Confusion,
    Labelled,
    Measures,
    VerdictMeasures,
    measure,
    set_beside,
)

__all__ = [
    "CONFUSIONS_SHOWN",
    "Bin",
    "Confusion",
    "Estimate",
    "Gold",
    "GoldError",
    "Labelled",
    "Measures",
    "Scale",
    "VerdictMeasures",
    "measure",
    "read_gold",
    "set_beside",
]
