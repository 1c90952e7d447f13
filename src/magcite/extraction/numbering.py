"""Read the numbers of headings, in whatever style, and tell which lines are the numbered headings of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from magcite.extraction.blocks import Block, BlockKind, strip_marks
from magcite.extraction.referring import looks_like_reference

_KEYCAPS = re.compile("(?:[0-9]\ufe0f?\u20e3)+\\s*")
_CIRCLED = {ord(sign): f"{number}. " for number, sign in enumerate("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", start=1)}
_WORDS = {
    word: number
    for words in (
        "one two three four five six seven eight nine ten eleven twelve",
        "een twee drie vier vijf zes zeven acht negen tien elf twaalf",
        "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde",
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    )
    for number, word in enumerate(words.split(), start=1)
} | {"één": 1}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_NOUN = (
    "reden|reason|punt|point|claim|fact|feit|tip|mythe?|fabel|stelling|statement|stap|step|voordeel|benefit|"
    "nummer|number|nr|no|hoofdstuk|chapter|deel|part|argument|vraag|question|effect|manier|way"
)
_NUMBERED = re.compile(
    rf"(?:(?P<noun>{_NOUN})\b\.?\s*)?(?P<open>[#(\[]?)\s?"
    rf"(?P<number>\d{{1,3}}(?:\.\d{{1,3}})*|[ivxlc]{{1,7}}|[a-z]|(?:ten )?(?:{'|'.join(_WORDS)}))"
    r"(?P<close>\s?[.):\]|–—-]{1,2}(?=\s|[^\W\d])|(?=\s)|$)\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_HEADING = 200
_FEWEST_LETTERS = 3
_LARGEST_STEP = 2
"""How far a number may run ahead of the one before: writers skip one, seldom more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A line that begins with a number: where it stands, the number, its style, and the words after and before it."""

    index: int
    number: int
    style: str
    title: str
    noun: str = ""


def read_numbers(text: str, *, is_heading: bool) -> Iterator[tuple[int, str, str, str]]:
    """Read number, style and title of a line, twice where "c" may be Roman; a bare number counts in headings only."""
    plain = _KEYCAPS.sub(lambda keys: f"{''.join(sign for sign in keys[0] if sign.isdigit())}. ", text)
    found = _NUMBERED.match(plain.translate(_CIRCLED).strip("*_ "))
    if found is None:
        return
    written, noun = found["number"].lower(), (found["noun"] or "").lower()
    close = found["close"].strip()
    bare = not (noun or found["open"] or close)
    if "." in written or (bare and not (is_heading and written.isdigit())):
        return
    for number, kind in _values(written):
        if kind != "word" or noun or close in {":", ".", ")"}:
            yield number, f"{kind}{noun}{found['open']}{close}", found["title"].strip(), noun


def _values(written: str) -> Iterator[tuple[int, str]]:
    if written.isdigit():
        yield int(written), "digits"
        return
    word = written.removeprefix("ten ")
    if word in _WORDS:
        yield _WORDS[word], "word"
    if set(written) <= set(_ROMAN):
        yield _roman(written), "roman"
    if len(written) == 1:
        yield ord(written) - ord("a") + 1, "letter"


def _roman(written: str) -> int:
    values = [_ROMAN[sign] for sign in written]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def find_numbered(blocks: Sequence[Block], taken: frozenset[int]) -> tuple[Numbered, ...]:
    """Find the numbered headings: the longest row of one style that counts up; none where there are not two.

    `taken` are the blocks known to be references, which are numbered too.
    """
    candidates = [one for index, block in enumerate(blocks) if index not in taken for one in _candidates(index, block)]
    rows = []
    for style in dict.fromkeys(one.style for one in candidates):
        same = [one for one in candidates if one.style == style]
        headings = [one for one in same if blocks[one.index].kind is BlockKind.HEADING]
        apart = [one for one in same if blocks[one.index].apart]
        rows += [_longest_row(some) for some in (headings, apart, same)]
    best = max(rows, key=lambda row: (len(row), -row[0].index if row else 0), default=())
    return best if len(best) > 1 else ()


def _candidates(index: int, block: Block) -> Iterator[Numbered]:
    is_heading = block.kind is BlockKind.HEADING
    text = strip_marks(block.text)
    if block.kind is BlockKind.NOTE or len(text) > _LONGEST_HEADING:
        return
    read = list(read_numbers(text, is_heading=is_heading))
    if not read and block.ordinal is not None and block.kind is BlockKind.ITEM:
        read = [(block.ordinal, "list", text, "")]
    for number, style, title, noun in read:
        says_something = sum(sign.isalpha() for sign in title) >= _FEWEST_LETTERS
        if is_heading or (says_something and not looks_like_reference(title)):
            yield Numbered(index=index, number=number, style=style, title=title, noun=noun)


def _longest_row(candidates: Sequence[Numbered]) -> tuple[Numbered, ...]:
    """Give the longest row that counts up from the first number on, or from wherever a text takes it up."""
    best: tuple[Numbered, ...] = ()
    for start, first in enumerate(candidates):
        if best and first.number != 1:
            continue
        row = [first]
        for one in candidates[start + 1 :]:
            if row[-1].number < one.number <= row[-1].number + _LARGEST_STEP:
                row.append(one)
        if len(row) > len(best):
            best = tuple(row)
    return best
