"""The pieces that any text is first cut into, whatever its format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

LINK, LINK_END, NOTE, NOTE_END, AS_WRITTEN = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
"""Private-use characters that mark an address, or the number of a footnote (and how it is written), inside a text."""

LINK_MARK = re.compile(f"{LINK}([^{LINK_END}]*){LINK_END}")
NOTE_MARK = re.compile(f"{NOTE}([^{NOTE_END}{AS_WRITTEN}]*)(?:{AS_WRITTEN}[^{NOTE_END}]*)?{NOTE_END}")
_NOTE_AS_WRITTEN = re.compile(f"{NOTE}([^{NOTE_END}{AS_WRITTEN}]*)(?:{AS_WRITTEN}([^{NOTE_END}]*))?{NOTE_END}")
ANY_MARK = re.compile(f"[{LINK}{NOTE}][^{LINK_END}{NOTE_END}]*[{LINK_END}{NOTE_END}]")

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069"
    "\ud800-\udfff\ue000-\ue004\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff]"
)
_BEYOND = re.compile("[\U0001fffe\U0001ffff\U0002fffe-\U0002ffff\U000e0000-\U0010ffff]")


class BlockKind(Enum):
    """What a block is: a heading, running text, an entry of a list, or the text of a footnote."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One heading, paragraph, list entry or footnote.

    `level` is a heading's depth (1 is the top). `line` counts from 1 and is None where the format has no lines. `key`
    is a footnote's own number; `ordinal` that of an entry in a numbered list. `apart` says that blank space precedes.
    """

    kind: BlockKind
    text: str
    level: int = 0
    line: int | None = None
    key: str | None = None
    ordinal: int | None = None
    apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A whole text cut into blocks; `title` is what the file itself gives as its title."""

    blocks: tuple[Block, ...]
    title: str | None = None


def clean(text: str) -> str:
    """Drop characters that no reader sees and no YAML file may hold, and make every line end the same."""
    return _BEYOND.sub("", _UNWANTED.sub("", _LINE_END.sub("\n", text)))


def tidy(text: str) -> str:
    """Make all white space single spaces."""
    return " ".join(text.split())


def mark_link(address: str) -> str:
    """Write an address so that it stays apart from the words around it."""
    return f"{LINK}{clean(address).strip()}{LINK_END}"


def write_link(words: str, address: str) -> str:
    """Write a link as its words and its address; words that only stand for the address, or number it, are dropped."""
    return mark_link(address) if _NO_WORDS.match(words) else f"{words} {mark_link(address)}"


_NO_WORDS = re.compile(
    r"\s*(?:(?:https?://|www\.|doi:|10\.\d|[\w.-]+\.(?:gov|nl|com|org|net)/)|[\[(]?\d{1,3}[\])]?\s*$)", re.IGNORECASE
)


def mark_notes(written: str, original: str | None = None) -> str:
    """Write the numbers of footnotes ("3", "3,4", "3-5") as marks; the text as it is where it holds none.

    The first mark keeps the words of the text, so that a number that proves to be none can be put back.
    """
    first, *others = (read_note_numbers(written) if len(written) <= _LONGEST_NUMBERS else ()) or ("",)
    if not first:
        return written if original is None else original
    kept = f"{NOTE}{first}{AS_WRITTEN}{written if original is None else original}{NOTE_END}"
    return kept + "".join(f"{NOTE}{key}{NOTE_END}" for key in others)


def restore_notes(text: str, known: frozenset[str]) -> str:
    """Put back, as written, the numbers that are those of no footnote: the 12 of B12 among them."""
    if NOTE not in text:
        return text
    return _NOTE_AS_WRITTEN.sub(lambda found: found[0] if found[1] in known else found[2] or "", text)


def read_note_numbers(written: str) -> Sequence[str]:
    """Read the numbers of footnotes out of "3", "[3, 4]" or "3-5"; none where it is anything else."""
    bare = written.strip().strip("[]()").strip()
    if not _NUMBERS.fullmatch(bare):
        return ()
    keys: list[str] = []
    for part in re.split(r"\s*[,;]\s*", bare):
        first, *last = (int(number) for number in re.split(r"\s*[-–]\s*", part))
        keys += [str(number) for number in range(first, (last[0] if last else first) + 1)][:_LONGEST_RANGE]
    return keys


_NUMBERS = re.compile(r"\d{1,3}(?:\s*[-–]\s*\d{1,3})?(?:\s*[,;]\s*\d{1,3}(?:\s*[-–]\s*\d{1,3})?)*")
_LONGEST_NUMBERS = 80
_LONGEST_RANGE = 50
"""Footnotes cited in one breath; a longer range is a span of years or pages."""


def strip_marks(text: str) -> str:
    """Give the words of a text without the addresses and footnote numbers marked in it."""
    if LINK not in text and NOTE not in text:
        return tidy(text)
    return _SPACE_BEFORE.sub(r"\1", tidy(_EMPTY_BRACKETS.sub("", ANY_MARK.sub(" ", text))))


_SPACE_BEFORE = re.compile(r"(?:(?<=[\w%])[;,]\s*(?=[)\]])|\s+)([,.;:!?)])")


_EMPTY_BRACKETS = re.compile(
    r"\s*[(\[]\s*(?:(?:zie|see|bron|source|ref|lit)\w*\.?\s*:?)?[\s,;:|.]*[)\]]", re.IGNORECASE
)
