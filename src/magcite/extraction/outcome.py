"""What is taken out of a published text."""

from __future__ import annotations

from dataclasses import dataclass

from magcite.model import Identifier, Language, Pmid


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedStatement:
    """One sentence that asserts something, as published; `pmids` are those cited in the sentence itself, if any."""

    id: str
    text: str
    pmids: tuple[Pmid, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedClaim:
    """One heading of the text with its sources, in the order of the text, and the statements below it."""

    id: str
    title: str | None
    locator: str | None
    pmids: tuple[Pmid, ...]
    sources: tuple[Identifier, ...]
    statements: tuple[ExtractedStatement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """The claims of a text.

    `left_out` are the sentences that are in no claim. Those among them that do state something, where the text cites
    nothing for it, are in `outside` too. `unplaced` are references that no claim points to, and addresses that are
    none: nothing of the text is lost without a word.
    """

    name: str
    title: str | None
    language: Language
    claims: tuple[ExtractedClaim, ...]
    left_out: tuple[str, ...]
    outside: tuple[str, ...]
    unplaced: tuple[str, ...]
