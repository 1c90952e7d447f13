"""Read doses with their units, and the elemental magnesium they hold where chemistry leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from magcite.model import Element, Fact
from magcite.readers.sentences import Part, Sentence

MG_PER_MMOL = 24.305
"""Molar mass of magnesium in g/mol (IUPAC): 1 mmol of magnesium is 24.305 mg, whatever the salt, if it holds one Mg."""

_NUMBER = r"\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+(?:\.\d+)?"
_DOSE = re.compile(
    rf"(?<![\d.,/±<>=+-])(?<!± )(?<!per )(?<!\+/- )(?P<amount>{_NUMBER})(?:\s?(?:-|–|to)\s?(?P<upper>{_NUMBER}))?\s?-?"
    r"(?P<unit>mmol|mg|g|mcg|µg|μg|ug|IU|mEq|ml)\b(?!\s?/\s?(?:dl|l|ml|cm|m3|kg m)\b)(?!/1,?000)"
    r"(?! per (?:l|litre|liter|dl|\d))"
    r"(?P<per>\s?(?:/|per |a |each |every |once )\s?(?:kg(?:\s?(?:/|per )\s?(?:day|d))?|day|d|week)\b"
    r"|\s(?:once |twice |three times )?(?:daily|a day|per day))?",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:receiv|took|take|taken|taking|given|gave|giving|dos[ei]|supplement|treat|administ|infus|inject|tablet|capsule|oral|placebo|daily|"
    r"assign|allocat|randomi[sz]|swallow|consum|ingest|drank|drink|prescri|intravenous|load|provid|versus|vs|or|on)\w*",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\b(?:serum|plasma|fasting|excret|urin|intake was|mean intake|concentration|per litre)\w*", re.IGNORECASE
)
_TAKEN = re.compile(
    r"\b(?:receiv|took|taken|taking|given|dose|supplement|administ|infus|inject|swallow|allocat|assign|drink)\w*",
    re.IGNORECASE,
)
_MAGNESIUM = re.compile(r"\bmagnesium|\bmg\s?\(?2\+|\bMg\b", re.IGNORECASE)
_ELEMENTAL = re.compile(
    r"elemental (?:magnesium|mg)|(?:of|as) (?:pure )?magnesium\b(?! \w+(?:ate|ide)\b)", re.IGNORECASE
)
_SALT = re.compile(r"\bmagnesium[- ]\w+(?:ate|ide)\b|\bMg(?:Cl|O|SO)\w*", re.IGNORECASE)
_FARTHEST = 40


def _doses(sentence: Sentence) -> Iterator[re.Match[str]]:
    for found in _DOSE.finditer(sentence.text):
        before = sentence.text[max(0, found.start() - 120) : found.start()]
        measured = [place.start() for place in _MEASURED.finditer(before)]
        taken = [place.start() for place in _TAKEN.finditer(before)]
        if measured and not found["per"] and (not taken or taken[-1] < measured[-1]):
            continue
        yield found


def _elemental(found: re.Match[str], sentence: Sentence) -> Fact[str] | None:
    """Compute the elemental magnesium of one dose: told as such, or from its mmol."""
    amount = float(re.sub(r"[, ]", "", found["amount"]))
    after = sentence.text[found.end() : found.end() + _FARTHEST]
    unit = found["unit"].lower()
    near = sentence.text[max(0, found.start() - _FARTHEST) : found.end() + _FARTHEST]
    quote = sentence.quote(found.group().strip())
    if unit == "mmol" and _MAGNESIUM.search(near) and not found["upper"]:
        value = f"{amount * MG_PER_MMOL:.0f} mg"
        return Fact(value=value, quote=quote, confidence=0.8, basis=f"{found['amount']} mmol x 24.305 mg/mmol")
    told = _ELEMENTAL.match(after.lstrip()) or re.match(r"\s*\w*\s*elemental", after)
    if unit == "mg" and told and not _SALT.match(after.lstrip()):
        return Fact(value=f"{amount:g} mg", quote=quote, confidence=0.75, basis="told as elemental magnesium")
    return None


def read_doses(sentences: tuple[Sentence, ...], *, people_treated: bool) -> list[Element]:
    """Read the doses given, at most three distinct ones, with the elemental magnesium of each where it is plain."""
    elements: list[Element] = []
    seen: set[str] = set()
    for sentence in sentences:
        if sentence.part in {Part.BACKGROUND, Part.RESULTS} or not _GIVEN.search(sentence.text):
            continue
        for found in _doses(sentence):
            words = found.group().strip()
            if words.lower() in seen or len(seen) >= 3:
                continue
            seen.add(words.lower())
            sure = 0.8 if people_treated else 0.5
            elements.append(
                Element(name="dose", fact=Fact(value=words, quote=sentence.quote(words), confidence=sure, basis="dose"))
            )
            if elemental := _elemental(found, sentence):
                elements.append(Element(name="elemental-magnesium", fact=elemental))
    return elements
