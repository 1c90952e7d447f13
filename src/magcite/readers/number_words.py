"""Cut a sentence into words and read the whole numbers among them, written in digits or in words."""

from __future__ import annotations

import re
from typing import NamedTuple

from magcite.readers.count_words import word_set


class Token(NamedTuple):
    """One word, number or mark: `word` in lower case, where it stands, and its value if it is a whole number.

    `doubtful` marks digits in groups parted by full stops (8.894), which may be a decimal as well.
    """

    word: str
    start: int
    end: int
    value: int | None = None
    doubtful: bool = False


_SMALL_WORDS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen
"""
_TENS_WORDS = "ten twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: value for value, word in enumerate(_SMALL_WORDS.split())}
_TENS = {word: 10 * value for value, word in enumerate(_TENS_WORDS.split(), start=1)} | {"fourty": 40}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_NUMBER_WORDS = _TENS | _SMALL | _SCALES
_BEGINNINGS = frozenset(word[:3] for word in _NUMBER_WORDS)

_TOKEN = re.compile(
    r"(?P<word>(?:Background|Objectives?|Methods|Results|Findings|Conclusions?)(?=[A-Z][a-z])"
    r"|[^\W\d_]\w*(?:[-‐‑–'’]\w+)*)"
    r"|(?P<thousands>\d{1,3}(?:(?:,\d{3})+|(?:['’]\d{3})+|(?:[\u2002-\u200a\u202f\u00a0 ]\d{3})+)"
    r"(?![\w%]|[.,·:/]\d|[-–—−]\d))"
    r"|(?P<range>\d+(?:[.,]\d+)?\s?[-–—−‐‑]\s?\d[\w.,%]*\b)"
    r"|(?P<dotted>[1-9]\d{0,2}(?:\.\d{3})+(?![\w%]|[.,·:/]\d))"
    r"|(?P<other>\d+(?:[.,·:/]\d+)+%?\w*|\d+\s?%|\d+[-‐‑]?[^\W\d_][\w\-‐‑]*|[.·]\d+)"
    r"|(?P<digits>\d+)"
    r"|\+/[-−–]"
    r"|[^\w\s]"
)
_JOINED = re.compile("[-‐‑–]")
_DECIMAL = re.compile(r"\d{1,3}[.·]\d{1,3}")
_NOT_BEFORE_SPACED_THOUSANDS = word_set(
    "phase stage grade group groups type day week month year level class age aged step part version visit"
)
_LONGEST_NUMBER = 12
"""Digits beyond which a number counts nobody; also keeps hostile text from making huge integers."""


def _digits(text: str) -> int | None:
    digits = "".join(character for character in text if "0" <= character <= "9")
    return int(digits) if 0 < len(digits) <= _LONGEST_NUMBER else None


def _raw_tokens(text: str) -> list[Token]:
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text):
        kind, word, start = found.lastgroup, found[0].lower(), found.start()
        if kind is None or kind in {"word", "range", "other"}:
            tokens.append(Token(word, start, found.end()))
        elif kind == "thousands" and " " in word and tokens and tokens[-1].word in _NOT_BEFORE_SPACED_THOUSANDS:
            first, rest = word.split(" ", 1)
            tokens.append(Token(first, start, start + len(first), _digits(first)))
            tokens.append(Token(rest, start + len(first) + 1, found.end(), _digits(rest)))
        else:
            tokens.append(Token(word, start, found.end(), _digits(word), kind == "dotted"))
    return tokens


def _parts(word: str) -> list[str]:
    if word in _NUMBER_WORDS:
        return [word]
    if not _JOINED.search(word):
        return []
    parts = _JOINED.split(word)
    sound = all(part in _NUMBER_WORDS or (part == "and" and place) for place, part in enumerate(parts))
    return parts if sound and parts[-1] != "and" else []


class _Reading:
    """A number as its words come in; `room` is what the next word must stay below."""

    def __init__(self, digits: int | None = None) -> None:
        self.thousands = 0
        self.rest = digits or 0
        self.room = 0 if digits else 100

    @property
    def value(self) -> int:
        return self.thousands + self.rest

    @property
    def after_scale(self) -> bool:
        return self.room == 100 and self.value > 0

    def take(self, word: str) -> bool:
        """Add a word, or say that it starts another number."""
        if word == "and":
            return self.after_scale
        if word in _SCALES:
            return self._scale(_SCALES[word])
        value = _NUMBER_WORDS[word]
        if value >= self.room:
            return False
        self.rest += value
        self.room = 10 if value >= 20 else 0
        return True

    def _scale(self, scale: int) -> bool:
        if (scale == 100 and self.rest >= 100) or (self.thousands and not self.rest):
            return False
        if scale == 100:
            self.rest = (self.rest or 1) * 100
        else:
            self.thousands += (self.rest or 1) * scale
            self.rest = 0
        self.room = 100
        return len(str(self.value)) <= _LONGEST_NUMBER


def _is_and_within(tokens: list[Token], place: int) -> bool:
    return tokens[place].word == "and" and place + 1 < len(tokens) and bool(_parts(tokens[place + 1].word))


def _read_words(tokens: list[Token], place: int) -> tuple[Token, int]:
    """Read the number in words at a place, and where the text goes on."""
    first, reading, following = tokens[place], _Reading(), place
    while following < len(tokens):
        joined = following > place and _is_and_within(tokens, following)
        parts = ["and"] if joined else _parts(tokens[following].word)
        if not parts or not all([reading.take(part) for part in parts]):
            break
        following += 1
    if following == place or not reading.value:
        return first, place + 1
    return Token(first.word, first.start, tokens[following - 1].end, reading.value), following


def _scaled(token: Token, scale: Token) -> Token | None:
    """Read "1.2 million" and "13 thousand"."""
    factor = _SCALES.get(scale.word)
    if factor is None or (token.value is None and not _DECIMAL.fullmatch(token.word)):
        return None
    amount = token.value if token.value is not None else float(token.word.replace("·", "."))
    return Token(token.word, token.start, scale.end, round(amount * factor)) if amount < factor else None


_NUMBER = re.compile(r"\d|\b(?:" + "|".join(sorted(_NUMBER_WORDS)) + r")", re.IGNORECASE)


def has_number(text: str) -> bool:
    """Say whether a text holds a digit or a word that begins a number."""
    return _NUMBER.search(text) is not None


def read_tokens(text: str) -> list[Token]:
    """Cut a text into words, marks and whole numbers; "one hundred and twenty" becomes one token worth 120."""
    raw = _raw_tokens(text)
    tokens: list[Token] = []
    place = 0
    while place < len(raw):
        token = raw[place]
        if token.word[0].isalpha():
            may_start = token.word[:3] in _BEGINNINGS and _parts(token.word)
            token, place = _read_words(raw, place) if may_start else (token, place + 1)
        elif place + 1 < len(raw) and (scaled := _scaled(token, raw[place + 1])):
            token, place = scaled, place + 2
        else:
            place += 1
        tokens.append(token)
    return tokens
