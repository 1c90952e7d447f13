"""Find the numbers of a statement in a source: percent, dose, people, years and fold, with their units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from magcite.readers.number_words import read_tokens
from magcite.readers.support.patterns import Lazy


class Unit(Enum):
    """What a number counts."""

    PERCENT = "percent"
    MILLIGRAM = "mg"
    YEARS = "years"
    WEEKS = "weeks"
    RATIO = "ratio"
    COUNT = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number with its unit; `at_least` where the text says "over" or "more than"."""

    value: float
    unit: Unit
    at_least: bool
    about: bool
    place: int


_NUMBER = Lazy(
    r"(?P<before>\b(?:over|more than|at least|above|about|around|approximately|nearly|up to|some)\s+(?:a |an )?)?"
    r"(?<![\w.])(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:[.·]\d+)?)(?:\s?[-–]\s?(?P<end>\d+(?:\.\d+)?))?\s?-?"
    r"(?P<unit>%|per ?cent\b|mg\b|g\b|grams?\b|mcg\b|decades?\b|years?\b|weeks?\b|months?\b|days?\b)?"
)
LARGEST_RATIO = 20
"""A bare number with decimals below this is read as a ratio (ours)."""
_AT_LEAST = ("over", "more", "at least", "above")
_ABOUT = ("about", "around", "approx", "nearly")
_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "twenty": 20,
}
_WORDED = Lazy(
    r"\b("
    + "|".join(word for word in _WORDS if word != "one")
    + r")(?=[ -](?:decades?|weeks?|months?|years?|days?|fold|times)\b)"
)
_LARGE = Lazy(r"\b(?:\w+teen|(?:twen|thir|for|four|fif|six|seven|eigh|nine)ty|hundred|thousand)\b")
SMALLEST_LARGE = 13
"""Numbers in words from here on are read wherever they stand; smaller ones only before a unit (ours)."""
_SHARES = {
    "half": 50.0,
    "third": 100 / 3,
    "quarter": 25.0,
    "fifth": 20.0,
    "two thirds": 200 / 3,
    "three quarters": 75.0,
}
_ONE_IN = Lazy(
    r"\b(one|two|three|four|[1-4]) (?:in|out of|of) (?:every )?(two|three|four|five|six|seven|eight|nine|ten|\d)\b"
)
_SHARE = Lazy(r"\b(?:(?P<many>two|three)[ -])?(?P<part>half|thirds?|quarters?|fifth) of\b")
_NAMES = Lazy(
    r"\b(?:type|vitamin|covid|sars-cov|il|omega|phase|grade|stage|cd|age[ds]?|"
    r"level)[ -]?\d+|"
    r"\b(?:under|below|over|above|aged) (?:the age of )?\d\d(?=s?(?:$|[,.;)]| (?:with|who|and|or|years of age)\b))|"
    r"\b(?:over|above|past|after|aged) (?:the age of )?[5-9]\d"
    r"(?:s\b|(?= (?:without|live|have|from|in|reduces?|lowers?)\b))|"
    r"\b[A-Za-z]+\d+\b|\d+-year-old\w*|p\s?[<=>]\s?0?\.\d+"
)


_UNITS = {
    "%": (Unit.PERCENT, 1.0),
    "percent": (Unit.PERCENT, 1.0),
    "per cent": (Unit.PERCENT, 1.0),
    "mg": (Unit.MILLIGRAM, 1.0),
    "g": (Unit.MILLIGRAM, 1000.0),
    "gram": (Unit.MILLIGRAM, 1000.0),
    "decade": (Unit.YEARS, 10.0),
    "year": (Unit.YEARS, 1.0),
    "month": (Unit.WEEKS, 52 / 12),
    "week": (Unit.WEEKS, 1.0),
    "day": (Unit.WEEKS, 1 / 7),
}
"""The unit that a word names, and what one of it is worth."""


def _unit(word: str | None) -> tuple[Unit, float]:
    """Give the unit that a word names and what one of it is worth."""
    return _UNITS.get((word or "").lower().removesuffix("s"), (Unit.COUNT, 1.0))


def _spell_out(found: re.Match[str]) -> str:
    return str(_WORDS[found[1].lower()]).rjust(len(found[0]))


def _spell_out_large(text: str) -> str:
    """Write the larger numbers in words as digits, each at the end of the room that its words took."""
    if not _LARGE.search(text):
        return text
    for token in reversed(read_tokens(text)):
        if token.word[0].isalpha() and token.value is not None and token.value >= SMALLEST_LARGE:
            digits = str(token.value).rjust(token.end - token.start)
            text = text[: token.start] + digits + text[token.end :]
    return text


def _make(match: re.Match[str]) -> Iterator[Number]:
    """Give the number of a match, and the end of its range where it is one."""
    unit, worth = _unit(match["unit"])
    before = (match["before"] or "").lower().strip()
    for text in filter(None, (match["number"], match["end"])):
        value = float(text.replace(",", "").replace("·", ".")) * worth
        is_ratio = unit is Unit.COUNT and value < LARGEST_RATIO and "." in text
        yield Number(
            value=value,
            unit=Unit.RATIO if is_ratio else unit,
            at_least=before.startswith(_AT_LEAST),
            about=before.startswith(_ABOUT),
            place=match.start("number"),
        )


@lru_cache(maxsize=2048)
def read_numbers(text: str) -> tuple[Number, ...]:
    """List the numbers of a text; those in names (type 2, vitamin B6) and ages of people are left out."""
    masked = _NAMES.sub(lambda found: "x" * len(found[0]), _WORDED.sub(_spell_out, _spell_out_large(text)))
    found = [number for match in _NUMBER.finditer(masked) for number in _make(match)]
    if share := _SHARE.search(text):
        found.append(_read_share(share))
    found.extend(_read_one_in(text))
    return tuple(found)


def _read_one_in(text: str) -> Iterator[Number]:
    """Yield shares such as "one in six" or "4 out of 5" as percentages."""
    for match in _ONE_IN.finditer(text):
        part, whole = (_WORDS.get(word.lower()) or int(word) for word in match.groups())
        if 0 < part < whole:
            value = 100 * part / whole
            yield Number(value=value, unit=Unit.PERCENT, at_least=False, about=True, place=match.start())


def _read_share(found: re.Match[str]) -> Number:
    """Give a share in words as a percentage."""
    many, part = found["many"], found["part"].lower()
    value = _SHARES.get(f"{many} {part}".lower(), _SHARES[part.removesuffix("s")])
    return Number(value=value, unit=Unit.PERCENT, at_least=False, about=True, place=found.start())


def _close(claimed: Number, value: float) -> bool:
    if claimed.at_least:
        return claimed.value <= value <= claimed.value * 1.25
    slack = 0.05 if claimed.about else 0.006
    return abs(value - claimed.value) <= max(slack * claimed.value, 0.5 if claimed.unit is Unit.PERCENT else 0)


def match_number(claimed: Number, stated: Number) -> bool:
    """Tell whether two numbers say the same: equal, or a ratio of 0.53 for 47 % lower, or 53 % of the lowest."""
    if claimed.unit is stated.unit and (_close(claimed, stated.value)):
        return True
    if claimed.unit is Unit.PERCENT and stated.unit is Unit.RATIO and 0 < stated.value < 3:
        return _close(claimed, abs(1 - stated.value) * 100)
    if claimed.unit is Unit.PERCENT and stated.unit is Unit.PERCENT and 0 < stated.value < 100:
        return _close(claimed, 100 - stated.value)
    return False


def to_int(text: str) -> int:
    """Turn a count as it is printed into an integer, without the commas between thousands."""
    return int(text.replace(",", ""))


def to_float(text: str) -> float:
    """Turn a number as it is printed into a float: any minus sign, and a point or a raised one."""
    value = float(text.lstrip("-−–").replace("·", "."))
    return -value if text[0] in "-−–" else value
