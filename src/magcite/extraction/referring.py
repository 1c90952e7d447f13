"""Read lists of numbered references, and tell which source a footnote number means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from magcite.extraction.blocks import LINK, NOTE_MARK, Block, BlockKind, strip_marks
from magcite.extraction.citing import find_sources
from magcite.model import Identifier

_LABEL = re.compile(
    r"(?:\d{1,2}[.)]\s*)?(?:de\s+|the\s+|en\s+|and\s+)?"
    r"(?:(?:wetenschappelijke|gebruikte|geraadpleegde|relevante|bijbehorende|medische|onze|scientific|selected|key|used|"
    r"our)\s+)*"
    r"(?:referenties?|references?|bron(?:nen)?(?:lijst|vermelding)?|sources?|literatuur(?:lijst|verwijzingen)?|literature|"
    r"literature cited|bibliogra\w+|stud(?:y|ies?)|onderzoek(?:en)?|voetnoten|noten|eindnoten|footnotes|endnotes|notes|"
    r"citations?|info|informatie|links?|further reading|works cited|"
    r"(?:lees|zie|kijk)\s+(?:ook|meer|verder|onderzoek(?:en)?|hier)?(?:\s*dit)?|"
    r"read more|see(?: also)?|evidence|bewijs|meer (?:lezen|informatie|weten)|pubmed|verwijzingen)"
    r"(?:\s+(?:en|and|&)\s+(?:links?|literatuur|noten|notes|references|referenties|bronnen|sources))?\s*[:.]?",
    re.IGNORECASE,
)
_PUBLICATION = re.compile(
    r"\bet al\b|\b(?:19|20)\d\d\s?[;:]\s?\d|\b(?:19|20)\d\d\)?\.?$|\b(?:doi|DOI|pmid|PMID)\b|\b\d+\s?\(\d+\)\s?:\s?\d|"
    r"^[A-Z][\w'’-]+,? [A-Z]{1,3}(?:,|\.|;| en | and )"
)
_KEYED = re.compile(r"\s*[\[(]?(?P<key>\d{1,3})(?:[\]).:]+|\s)\s*(?=\S)")

_ENOUGH = 3
"""Footnote numbers that meet a list from which they are no accident, however long the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One entry of a list of references: its number, the block it stands in, and what it cites."""

    key: str
    index: int
    identifiers: tuple[Identifier, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceList:
    """A list of numbered references, from block `start` on.

    `shared` says that it serves the whole text, which points into it; any other belongs to the section it stands in.
    """

    start: int
    entries: Mapping[str, Reference]
    shared: bool = False


def is_label(text: str) -> bool:
    """Tell whether a line only announces sources: "Studies:", "Bronnen", "Read more"."""
    words = strip_marks(text).strip("*_ ")
    return len(words) < 60 and _LABEL.fullmatch(words) is not None


def looks_like_reference(words: str) -> bool:
    """Tell whether a line names a publication: authors, a year with volume and pages, a DOI or a PMID."""
    return _PUBLICATION.search(words) is not None


def find_reference_lists(blocks: Sequence[Block]) -> tuple[ReferenceList, ...]:
    """Find the numbered lists of references, and the footnotes, in a text."""
    found = [*_announced(blocks), *_bracketed(blocks)]
    entries = {entry.index for one in found for entry in one.entries.values()}
    pointed = {
        key
        for index, block in enumerate(blocks)
        if index not in entries and block.kind is not BlockKind.NOTE
        for key in NOTE_MARK.findall(block.text)
    }
    if len(found) == 1 and _is_pointed_to(found[0], pointed):
        found = [replace(found[0], shared=True)]
    notes = {
        block.key: _reference(block.key, index, block.text)
        for index, block in enumerate(blocks)
        if block.kind is BlockKind.NOTE and block.key
    }
    if notes:
        found.append(ReferenceList(start=min(note.index for note in notes.values()), entries=notes, shared=True))
    return tuple(sorted(found, key=lambda one: one.start))


def _is_pointed_to(one: ReferenceList, pointed: set[str]) -> bool:
    met = len(pointed & set(one.entries))
    return met >= _ENOUGH or met * 2 >= len(one.entries)


def _announced(blocks: Sequence[Block]) -> Iterator[ReferenceList]:
    """Read the numbered entries under each label."""
    for start, block in enumerate(blocks):
        if LINK in block.text or not is_label(block.text):
            continue
        entries: dict[str, Reference] = {}
        for index in range(start + 1, len(blocks)):
            entry = _entry(index, blocks[index])
            follows = entry is not None and (not entries or int(entry.key) == int([*entries][-1]) + 1)
            if entry is None or not follows:
                break
            entries[entry.key] = entry
        if entries:
            yield ReferenceList(start=start, entries=entries)


def _bracketed(blocks: Sequence[Block]) -> Iterator[ReferenceList]:
    """Read entries such as "[3] https://…" that stand without a label, one after the other."""
    entries: dict[str, Reference] = {}
    labelled = {entry.index for one in _announced(blocks) for entry in one.entries.values()}
    for index, block in enumerate(blocks):
        is_entry = index not in labelled and block.kind is not BlockKind.NOTE and _leading_mark(block.text)
        entry = _entry(index, block) if is_entry and LINK in block.text else None
        if entry is not None and entry.key not in entries:
            entries[entry.key] = entry
            continue
        if entries:
            yield ReferenceList(start=min(one.index for one in entries.values()), entries=entries)
            entries = {}
    if entries:
        yield ReferenceList(start=min(one.index for one in entries.values()), entries=entries)


def _leading_mark(text: str) -> re.Match[str] | None:
    return NOTE_MARK.match(text)


def _entry(index: int, block: Block) -> Reference | None:
    """Read a numbered entry; None for a block that is none."""
    if block.kind in {BlockKind.HEADING, BlockKind.NOTE}:
        return None
    if marked := _leading_mark(block.text):
        return _reference(marked[1], index, block.text[marked.end() :])
    if block.ordinal is not None:
        return _reference(str(block.ordinal), index, block.text)
    written = _KEYED.match(block.text)
    if written and (LINK in block.text or looks_like_reference(block.text[written.end() :])):
        return _reference(written["key"], index, block.text[written.end() :])
    return None


def _reference(key: str, index: int, text: str) -> Reference:
    return Reference(key=key, index=index, identifiers=find_sources(text).identifiers, text=strip_marks(text))


def resolve(key: str, index: int, lists: Sequence[ReferenceList]) -> Reference | None:
    """Give the reference that a number in a block means: that of the next list after it, else of the last before it."""
    holding = [one for one in lists if key in one.entries]
    after = [one for one in holding if one.start > index]
    chosen = after[0] if after else holding[-1] if holding else None
    return chosen.entries[key] if chosen else None
