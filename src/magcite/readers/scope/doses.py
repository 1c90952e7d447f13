"""Read doses of magnesium as milligrams of the element, and never take the weight of a salt for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MILLIGRAMS_PER_MMOL = 24.305
"""Milligrams of magnesium in one millimole: its atomic mass (IUPAC)."""

ELEMENTAL = {
    "oxide": 0.603,
    "mgo": 0.603,
    "citrate": 0.162,
    "dicitrate": 0.162,
    "chloride": 0.12,
    "mgcl2": 0.255,
    "sulfate": 0.099,
    "sulphate": 0.099,
    "mgso4": 0.202,
    "orotate": 0.066,
    "lactate": 0.102,
    "aspartate": 0.075,
    "glycinate": 0.141,
    "bisglycinate": 0.141,
    "malate": 0.155,
    "taurate": 0.089,
    "gluconate": 0.054,
    "hydroxide": 0.417,
    "carbonate": 0.288,
    "threonate": 0.083,
}
"""Share of magnesium in the weight of each salt, from molar masses; names stand for the hydrates commonly sold,
formulas for the salt without water."""

_DOSE = re.compile(
    r"(?<![\d.,])(?P<value>\d{1,3}(?:,\d{3})+|\d+(?:[.·]\d+)?)\s?-?\s?(?P<unit>mmol|mg|g(?:rams?)?\b|milligrams?)"
    r"(?!\s?/\s?(?:d?[Ll]|100|kg))(?P<after>(?:[ /-]?(?:of|a|per|day|daily|d|elemental|\(|Mg|magnesium)\b ?){0,4}"
    r"(?P<salt>(?:tri)?(?:di)?[a-zA-Z]*\d?))",
)
_SALT_BEFORE = re.compile(r"magnesium[ -](?P<salt>\w+)\s*\(?\s*$", re.IGNORECASE)
_NOT_A_DOSE = re.compile(r"(?:serum|plasma|urin\w+|excretion|below|under|intake|consum\w+|fiber|fibre|sodium|calcium|"
                         r"potassium|zinc|vitamin|caffeine|imipramine)\W+(?:\w+\W+){0,4}$", re.IGNORECASE)  # fmt: skip

_OTHERS = frozenset(
    {
        "calcium",
        "zinc",
        "sodium",
        "potassium",
        "vitamin",
        "caffeine",
        "imipramine",
        "iron",
        "fiber",
        "fibre",
        "dexamethasone",
    }
    | {"metoclopramide", "aspirin", "ibuprofen", "pyridoxine", "melatonin", "selenium", "placebo", "cholesterol"}
)
"""Substances often given or measured beside magnesium, whose amounts are not doses of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """One dose: the milligrams of the element, the salt it was weighed as (None for the element), and its words."""

    milligrams: float
    weighed: float
    salt: str | None
    words: str


def _salt_of(found: re.Match[str], text: str) -> str | None:
    """Name the salt whose weight a number gives, unless it says “elemental” or counts molecules."""
    if found["unit"] == "mmol" or "elemental" in found["after"].lower():
        return None
    after = found["salt"].lower()
    if after in ELEMENTAL:
        return after
    before = _SALT_BEFORE.search(text[: found.start()])
    name = before["salt"].lower() if before else ""
    return name if name in ELEMENTAL else None


def read_doses(text: str) -> Iterator[Dose]:
    """Yield the doses of a text; amounts in blood, urine or the diet and of other substances are left out."""
    for found in _DOSE.finditer(text):
        if _NOT_A_DOSE.search(text[: found.start()]) or found["salt"].lower() in _OTHERS:
            continue
        value = float(found["value"].replace(",", "").replace("·", "."))
        unit = found["unit"]
        weighed = value * (MILLIGRAMS_PER_MMOL if unit == "mmol" else 1 if unit.startswith("m") else 1000)
        salt = _salt_of(found, text)
        yield Dose(
            milligrams=weighed * (ELEMENTAL[salt] if salt else 1),
            weighed=weighed,
            salt=salt,
            words=text[found.start() : found.end("unit")],
        )
