"""The keys that each part of a claims file may hold, as one table for the reader and the JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

SCHEMA = 1
"""The number of the only format of claims files so far."""

ID_PATTERN = "[A-Za-z0-9._-]+"
"""What an id may be made of."""

DATE_PATTERN = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

_LIKE_ENOUGH = 0.6
"""Likeness from which a key is taken for a slip of the pen: what difflib itself takes for a close match."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """The keys of one kind of entry. `mistaken` holds words that people use for one of them."""

    entry: str
    known: tuple[str, ...]
    required: tuple[str, ...] = ()
    mistaken: Mapping[str, str] = field(default_factory=dict)

    def meant_by(self, word: str) -> str | None:
        """Give the key that a wrong one was probably meant to be."""
        plain = word.strip().lower().replace("-", "_")
        if plain in self.known or plain in self.mistaken:
            return self.mistaken.get(plain, plain)
        nearest = self.by_likeness(plain)[0]
        return nearest if _likeness(plain, nearest) >= _LIKE_ENOUGH else None

    def by_likeness(self, word: str) -> tuple[str, ...]:
        """Give the known keys, the one most like the word first."""
        return tuple(sorted(self.known, key=lambda known: (-_likeness(word, known), self.known.index(known))))


def _likeness(word: str, known: str) -> float:
    return SequenceMatcher(None, word, known).ratio()


_FOR_SOURCES = {
    "pmid": "pmids",
    "pubmed": "pmids",
    "source": "sources",
    "url": "sources",
    "urls": "sources",
    "doi": "sources",
    "dois": "sources",
    "links": "sources",
    "references": "sources",
}

FILE = Keys(
    entry="the file",
    known=("schema", "title", "language", "context", "articles", "claims"),
    required=("claims",),
    mistaken={"version": "schema", "lang": "language", "name": "title", "claim": "claims"},
)
CLAIM = Keys(
    entry="a claim",
    known=("id", "title", "locator", "pmids", "sources", "assertions", "claim", "english", "waive", "review"),
    required=("id",),
    mistaken={
        **_FOR_SOURCES,
        "text": "claim",
        "statement": "claim",
        "assertion": "assertions",
        "statements": "assertions",
        "name": "title",
        "waivers": "waive",
    },
)
ASSERTION = Keys(
    entry="an assertion",
    known=("id", "text", "english", "pmids", "waive", "review"),
    required=("id", "text"),
    mistaken={
        **{word: "pmids" for word in ("pmid", "pubmed", "sources", "source")},
        "claim": "text",
        "statement": "text",
        "waivers": "waive",
    },
)
WAIVER = Keys(
    entry="a waiver",
    known=("rule", "reason", "by", "until"),
    required=("rule", "reason"),
    mistaken={"because": "reason", "why": "reason", "expires": "until", "date": "until", "id": "rule"},
)
REVIEW = Keys(
    entry="a review",
    known=("source", "verdict", "by", "date", "reason"),
    required=("source", "verdict"),
    mistaken={"pmid": "source", "because": "reason", "why": "reason", "on": "date"},
)
