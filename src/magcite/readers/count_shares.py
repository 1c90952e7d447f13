"""Add up the groups that an article gives only as what shares are taken of ("8 of 28 … against 5 of 27")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from magcite.readers.number_words import read_tokens
from magcite.readers.sentences import Part, Sentence

_SHARE = re.compile(
    r"(?<![\w./,])(?P<part>\d{1,5}|[A-Za-z]{3,9}(?:-[a-z]{3,5})?)(?: \([\d.·]+ ?%\))?"
    r"(?:/| of (?:the )?| out of )(?P<whole>[1-9]\d{1,5})\b(?![./,]?\d|%)"
    r"(?!\)?,? (?:procedures|eyes|samples|specimens|lesions|cycles|tumou?rs|sites|trials|studies|visits|days|h\b))"
)
_GROUPS = re.compile(r"\b(?:groups?|arms?|placebo|controls?|versus|vs|compared)\b")
_OF_PEOPLE = re.compile(
    r"\b(?:patients|participants|subjects|women|men|children|adults|volunteers|infants|recipients|controls)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Two groups that one sentence takes shares of, where both stand in it."""

    wholes: tuple[int, int]
    sentence: int
    start: int
    end: int


def _shares_in(sentence: Sentence) -> list[re.Match[str]]:
    if not _GROUPS.search(sentence.text) or not _OF_PEOPLE.search(sentence.text):
        return []
    return [found for found in _SHARE.finditer(sentence.text) if _is_share(found)]


def _is_share(found: re.Match[str]) -> bool:
    part = read_tokens(found["part"])[0].value
    return part is not None and part <= int(found["whole"])


def find_shares(sentences: Sequence[Sentence]) -> Shares | None:
    """Find the first sentence that compares shares of just two groups of people."""
    for index, sentence in enumerate(sentences):
        found = [] if sentence.part is Part.BACKGROUND else _shares_in(sentence)
        if len(found) == 2:
            wholes = (int(found[0]["whole"]), int(found[1]["whole"]))
            return Shares(wholes=wholes, sentence=index, start=found[0].start(), end=found[1].end())
    return None
