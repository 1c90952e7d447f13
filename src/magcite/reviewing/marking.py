"""Find the words of an abstract on which magcite's verdict rests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from magcite.model import Quote, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of words; `deciding` where the verdict, or a reason given for it, rests on them."""

    text: str
    deciding: bool


def deciding_words(reading: Reading) -> tuple[str, ...]:
    """Give the words that the verdict and its reasons quote, on one line each."""
    facts = (reading.support, *reading.reasons)
    quotes: list[Quote] = [fact.quote for fact in facts if fact and fact.quote]
    return tuple(dict.fromkeys(" ".join(quote.text.split()) for quote in quotes))


def mark(text: str, words: Iterable[str]) -> tuple[Piece, ...]:
    """Take a text apart into deciding words and the rest; joined again, the pieces are the text on one line."""
    line = " ".join(text.split())
    is_deciding = [False] * len(line)
    for quoted in filter(None, words):
        start = line.find(quoted)
        while start >= 0:
            is_deciding[start : start + len(quoted)] = [True] * len(quoted)
            start = line.find(quoted, start + len(quoted))
    return tuple(_runs(line, is_deciding))


def _runs(line: str, is_deciding: list[bool]) -> Iterable[Piece]:
    start = 0
    for place in range(1, len(line) + 1):
        if place == len(line) or is_deciding[place] != is_deciding[start]:
            yield Piece(text=line[start:place], deciding=is_deciding[start])
            start = place
