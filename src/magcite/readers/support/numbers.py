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
    """One number with its unit; `at_least` where the text says "over" or "more than", `at_most` for "under".

    `step` is what the last digit that it was rounded to counts, in the same unit: 0.1 for "14.2", 1000 for "28,000".
    """

    value: float
    unit: Unit
    at_least: bool = False
    at_most: bool = False
    about: bool = False
    step: float = 0.0
    place: int


_NUMBER = Lazy(
    r"(?P<before>\b(?:over|more than|at least|above|fewer than|less than|below|under|about|around|approximately|nearly|"
    r"almost|close to|roughly|up to|some|just over|just under)\s+(?:a |an )?)?"
    r"(?<![\w.])(?P<number>\d{1,3}(?:[,\u2009\u202f\u00a0]\d{3})+|\d+(?:[.·]\d+)?)(?:\s?[-–]\s?(?P<end>\d+(?:\.\d+)?))?\s?-?"
    r"(?P<unit>%|per ?cent\b|mg\b|g\b|grams?\b|mcg\b|decades?\b|years?\b|weeks?\b|weekly\b|months?\b|"
    r"monthly\b|days?\b)?"
)
LARGEST_RATIO = 20
"""A bare number with decimals below this is read as a ratio (ours)."""
_AT_LEAST = ("over", "more", "at least", "above")
_AT_MOST = ("fewer", "less", "below", "under")
_ABOUT = ("about", "around", "approx", "nearly", "almost", "close", "roughly", "some", "just")
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
_AFTER_ITS_UNIT = Lazy(r"\b(week|month|day|year) (\d{1,3})\b(?![.,]\d|\s?%)")
"""A time as tables name it: "week 4"."""
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
_BEFORE_A_SHARE = (
    r"(?P<before>\b(?:more than|over|at least|fewer than|less than|under|about|nearly|almost|roughly) )?(?:a )?"
)
_ONE_IN = Lazy(
    _BEFORE_A_SHARE + r"\b(?P<part>one|two|three|four|five|six|seven|eight|nine|[1-9]) "
    r"(?:in|out of|of) (?:every )?(?P<whole>two|three|four|five|six|seven|eight|nine|ten|\d)\b"
)
_SHARE = Lazy(_BEFORE_A_SHARE + r"\b(?:(?P<many>two|three)[ -])?(?P<part>half|thirds?|quarters?|fifth) of\b")
_NAMES = Lazy(
    r"\b(?:type|vitamin|covid|sars-cov|il|omega|phase|grade|stage|cd|age[ds]?|"
    r"level)[ -]?\d+|"
    r"\b(?:under|below|over|above|aged) (?:the age of )?\d\d(?=s?(?:$|[,.;)]| (?:with|who|and|or|years of age)\b))|"
    r"\b(?:over|above|past|after|aged) (?:the age of )?[5-9]\d"
    r"(?:s\b|(?= (?:without|live|have|from|in|reduces?|lowers?)\b))|"
    r"\b(?:before|at|by|until|turn(?:s|ed)?) (?:the age of |age )?\d\d(?=$|[,.;)]| (?:and|or|who|with|were|had)\b)|"
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
    return _UNITS.get((word or "").lower().removesuffix("s").removesuffix("ly"), (Unit.COUNT, 1.0))


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
    for text in filter(None, (match["number"], match["end"])):
        digits = re.sub(r"[^\d.]", "", text.replace("·", "."))
        value = float(digits) * worth
        is_ratio = unit is Unit.COUNT and value < LARGEST_RATIO and "." in text
        yield Number(
            value=value,
            unit=Unit.RATIO if is_ratio else unit,
            **_read_bounds(match["before"]),
            step=_read_step(digits) * worth,
            place=match.start("number"),
        )


def _read_bounds(before: str | None) -> dict[str, bool]:
    """Read what the words before a number make of it."""
    said = (before or "").lower().strip()
    return {
        "at_least": said.startswith(_AT_LEAST),
        "at_most": said.startswith(_AT_MOST),
        "about": said.startswith(_ABOUT),
    }


def _read_step(digits: str) -> float:
    """Give what the last digit counts: 0.1 in "14.2", 1 in "14"; in thousands that end in zeros the second: "28000"."""
    whole, _, fraction = digits.partition(".")
    if fraction:
        return 10.0 ** -len(fraction)
    zeros = len(whole) - len(whole.rstrip("0"))
    return 10.0 ** min(zeros, len(whole) - 2) if len(whole) >= len("1000") else 1.0


@lru_cache(maxsize=2048)
def read_numbers(text: str) -> tuple[Number, ...]:
    """List the numbers of a text; those in names (type 2, vitamin B6) and ages of people are left out."""
    turned = _AFTER_ITS_UNIT.sub(r"\2 \1", _spell_out_large(text))
    masked = _NAMES.sub(lambda found: "x" * len(found[0]), _WORDED.sub(_spell_out, turned))
    found = [number for match in _NUMBER.finditer(masked) for number in _make(match)]
    if share := _SHARE.search(text):
        found.append(_read_share(share))
    found.extend(_read_one_in(text))
    return tuple(found)


def _read_one_in(text: str) -> Iterator[Number]:
    """Yield shares such as "one in six" or "4 out of 5" as percentages."""
    for match in _ONE_IN.finditer(text):
        part, whole = (_WORDS.get(match[name].lower()) or int(match[name]) for name in ("part", "whole"))
        if 0 < part < whole:
            yield _make_share(100 * part / whole, match)


def _read_share(found: re.Match[str]) -> Number:
    """Give a share in words as a percentage."""
    many, part = found["many"], found["part"].lower()
    return _make_share(_SHARES.get(f"{many} {part}".lower(), _SHARES[part.removesuffix("s")]), found)


def _make_share(value: float, found: re.Match[str]) -> Number:
    bounds = _read_bounds(found["before"])
    bounds["about"] = not (bounds["at_least"] or bounds["at_most"])
    return Number(value=value, unit=Unit.PERCENT, **bounds, place=found.start("part"))


NEAR = 0.25
"""Share of a bound by which a number may lie beyond it and still be what is meant by it (ours)."""
ROUGHLY = 0.1
"""Share by which a number that is called about right may be off (ours)."""
EXACTLY = 0.006
"""Share by which any number may be off: "47 %" for 47.2 (ours)."""


def _close(claimed: Number, value: float, step: float) -> bool:
    """Tell whether a value is what is claimed, within what the words before it and its rounding leave open."""
    if claimed.at_least:
        return claimed.value <= value <= claimed.value * (1 + NEAR)
    if claimed.at_most:
        return claimed.value * (1 - NEAR) <= value <= claimed.value
    rounded = claimed.step / 2 if step < claimed.step else 0.0
    slack = (ROUGHLY if claimed.about else EXACTLY) * claimed.value
    return abs(value - claimed.value) <= max(slack, rounded, 0.5 if claimed.unit is Unit.PERCENT else 0)


def match_number(claimed: Number, stated: Number) -> bool:
    """Tell whether two numbers say the same: equal, or a ratio of 0.53 for 47 % lower, or 53 % of the lowest."""
    if claimed.unit is stated.unit and _close(claimed, stated.value, stated.step):
        return True
    if claimed.unit is Unit.PERCENT and stated.unit is Unit.RATIO and 0 < stated.value < 3:
        return _close(claimed, abs(1 - stated.value) * 100, stated.step * 100)
    if claimed.unit is Unit.PERCENT and stated.unit is Unit.PERCENT and 0 < stated.value < 100:
        return _close(claimed, 100 - stated.value, stated.step)
    return False


def to_int(text: str) -> int:
    """Turn a count as it is printed into an integer, without the commas between thousands."""
    return int(text.replace(",", ""))


def to_float(text: str) -> float:
    """Turn a number as it is printed into a float: any minus sign, and a point or a raised one."""
    value = float(text.lstrip("-−–").replace("·", "."))
    return -value if text[0] in "-−–" else value
