"""Divide a text into the sections that its claims are made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from magcite.extraction.blocks import LINK, Block, BlockKind, strip_marks
from magcite.extraction.numbering import Numbered, find_numbered
from magcite.extraction.referring import is_label

_LONGEST_LOOSE_HEADING = 90
_LOOSE_ENDS = (".", ":", ",", ";", "!")


@dataclass(slots=True, kw_only=True)
class Section:
    """A heading with the blocks below it.

    `number` and `noun` ("reason") are the heading's own; `counted` says that headings of its kind make the claims.
    """

    title: str | None
    line: int | None
    number: int | None = None
    noun: str = ""
    counted: bool = False
    heading: int | None = None
    level: int = 0
    members: list[int] = field(default_factory=list)


def divide(blocks: Sequence[Block], taken: frozenset[int]) -> list[Section]:
    """Divide at numbered headings where there are any, else at all headings, else not at all."""
    numbered = find_numbered(blocks, taken)
    headings = [block for index, block in enumerate(blocks) if block.kind is BlockKind.HEADING and index not in taken]
    if numbered and not _is_mere_list(numbered, blocks, len(headings)):
        return _divide_by_number(blocks, taken, {one.index: one for one in numbered})
    return _divide_by_heading(blocks, taken)


def _is_mere_list(numbered: Sequence[Numbered], blocks: Sequence[Block], headings: int) -> bool:
    """Tell whether numbered lines are only a list within the text: without text between them, or few among headings."""
    if any(blocks[one.index].kind is BlockKind.HEADING for one in numbered):
        return False
    gaps = [after.index - one.index for one, after in pairwise(numbered)]
    has_bodies = sum(gap > 1 for gap in gaps) * 2 >= len(gaps)
    return headings > 1 and (not has_bodies or headings > len(numbered))


def _divide_by_number(blocks: Sequence[Block], taken: frozenset[int], numbered: dict[int, Numbered]) -> list[Section]:
    sections = [Section(title=None, line=None)]
    levels = {blocks[index].level for index in numbered if blocks[index].kind is BlockKind.HEADING}
    top = max(levels, default=0)
    for index, block in enumerate(blocks):
        current = sections[-1]
        if one := numbered.get(index):
            title = one.title or None
            new = Section(title=title, line=block.line, number=one.number, noun=one.noun, counted=True, heading=index)
            sections.append(new)
        elif index in taken or is_label(block.text):
            current.members.append(index)
        elif block.kind is BlockKind.HEADING and _ends_claim(block, top, current):
            title = strip_marks(block.text)
            sections.append(Section(title=title, line=block.line, heading=index, level=block.level))
        elif _is_loose_heading(blocks, index, current):
            sections.append(Section(title=strip_marks(block.text), line=block.line, heading=index))
        elif current.counted and current.title is None and block.kind is BlockKind.HEADING:
            current.title = strip_marks(block.text)
        else:
            current.members.append(index)
    return sections


def _ends_claim(block: Block, top: int, current: Section) -> bool:
    """Tell whether a heading without number ends the numbered section before it."""
    if current.title is None and current.counted:
        return False
    return block.level <= top or (top == 0 and not (current.counted and block.level == 7)) or not current.counted


def _is_loose_heading(blocks: Sequence[Block], index: int, current: Section) -> bool:
    """Recognise, after the sources of a numbered section, a line of its own that opens something else."""
    block = blocks[index]
    if block.kind is not BlockKind.TEXT or not block.apart or LINK in block.text or not current.counted:
        return False
    text = block.text
    if len(text) > _LONGEST_LOOSE_HEADING or text.endswith(_LOOSE_ENDS) or not text[:1].isupper():
        return False
    cites = any(LINK in blocks[member].text for member in current.members)
    return cites and index + 1 < len(blocks)


def _divide_by_heading(blocks: Sequence[Block], taken: frozenset[int]) -> list[Section]:
    sections = [Section(title=None, line=None, counted=True)]
    for index, block in enumerate(blocks):
        current = sections[-1]
        if block.kind is not BlockKind.HEADING or index in taken or _announces_sources(block, current):
            current.members.append(index)
            continue
        title = re.sub(r"\s*[:.]$", "", strip_marks(block.text)) or None
        new = Section(title=title, line=block.line, counted=True, heading=index, level=block.level)
        sections.append(new)
    return sections


def _announces_sources(block: Block, current: Section) -> bool:
    """Tell whether a heading is only the label of the sources of the section before it."""
    return is_label(block.text) and (block.level > current.level or current.heading is None)
