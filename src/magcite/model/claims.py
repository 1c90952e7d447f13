"""What a claims file says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from magcite.model.words import Context, Language, Verdict


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Position:
    """A place in a claims file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        """Write the place as editors and terminals link it."""
        return f"{self.file}:{self.line}:{self.column}"


class IdKind(Enum):
    """The kinds of identifier a source can be cited by."""

    PMID = "pmid"
    PMCID = "pmcid"
    NBK = "nbk"
    DOI = "doi"
    URL = "url"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A source's identifier in its one normal form: `25748766`, `PMC4759402`, `NBK507269`, `10.1/x` or an address."""

    kind: IdKind
    value: str

    def __str__(self) -> str:
        """Write the identifier as people know it."""
        return f"doi:{self.value}" if self.kind is IdKind.DOI else self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One source as a claims file cites it."""

    cited_as: str
    identifier: Identifier
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A rule that an editor switched off for one assertion, with the reason."""

    rule: str
    reason: str
    by: str | None
    until: date | None
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a person decided about one source of one assertion."""

    source: str
    verdict: Verdict
    by: str | None
    on: date | None
    reason: str | None
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """One atomic statement that cited sources must carry.

    `id` is the full id (`depression.b`). `text` is as published; `english` is the same in English and equals `text` in
    an English file; it is None where a Dutch file gives no English. `implied` is true where the text ends in
    `(implied)` or `(impliciet)`: the published text cites sources for it without saying it.
    """

    id: str
    text: str
    english: str | None
    citations: tuple[Citation, ...]
    position: Position
    implied: bool = False
    waivers: tuple[Waiver, ...] = ()
    reviews: tuple[Review, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One heading of the published text with its statements and all sources cited for it."""

    id: str
    title: str | None
    locator: str | None
    citations: tuple[Citation, ...]
    assertions: tuple[Assertion, ...]
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsFile:
    """One claims file, read and found sound. `articles` is the recorded folder it names, already made absolute."""

    path: str
    title: str | None
    language: Language
    context: Context
    articles: Path | None
    claims: tuple[Claim, ...]
