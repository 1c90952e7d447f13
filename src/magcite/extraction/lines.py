"""Cut plain text and Markdown into blocks, line by line."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from magcite.extraction.blocks import (
    LINK,
    LINK_END,
    NOTE,
    NOTE_END,
    Block,
    BlockKind,
    Source,
    mark_link,
    mark_notes,
    strip_marks,
    tidy,
    write_link,
)
from magcite.extraction.referring import is_label

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<keys>(?:[^\n]*\n){0,60}?)---[ \t]*\n")
_FRONT_TITLE = re.compile(r"^title:[ \t]*[\"']?(.+?)[\"']?[ \t]*$", re.MULTILINE)
_ATX = re.compile(r"(?P<signs>#{1,6})[ \t]+(?P<text>.*?)[ \t]*#*$")
_UNDERLINE = re.compile(r"(?:=+|-{3,})[ \t]*$")
_BULLET = re.compile(r"(?:[-*+•·▪◦●○‣–—][ \t]+|[•·▪◦●○‣])(?P<text>\S.*)")
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_FENCE = re.compile(r"(?:```|~~~)")
_RULE = re.compile(r"(?:[-*_=][ \t]*){3,}$")
_NOTE_TEXT = re.compile(r"\[\^(?P<key>[^\]]{1,40})\]:[ \t]*(?P<text>.*)")
_LINK_TARGET = re.compile(r"\[(?P<key>[^\]^]{1,80})\]:[ \t]+<?(?P<address>(?:https?://|www\.|10\.)[^\s>]+)>?.*")
_BOLD_LINE = re.compile(r"(?P<b>\*\*|__)(?P<text>(?:(?!(?P=b)).)+)(?P=b)(?P<colon>:?)$")
_IMAGE = re.compile(r"!\[(?!\^?\d{1,3}\])[^\]]*\](?:\([^)]*\)|\[[^\]]*\])")
_INLINE_LINK = re.compile(
    r"\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?(?P<address>(?:[^()\s<>]|\([^()\s]*\))+)>?(?:\s+[^()]*)?\)"
)
_NAMED_LINK = re.compile(r"\[(?P<text>[^\[\]]+)\](?:\[(?P<key>[^\[\]]*)\])?")
_NOTE_NUMBER = re.compile(r"\[\^(?P<key>[^\]\s]{1,40})\]")
_ANCHOR = re.compile(
    r"<a\s[^>]{0,300}?href\s*=\s*[\"'](?P<address>[^\"'>]{1,1000})[\"'][^>]{0,300}>(?P<text>.{0,500}?)</a>",
    re.IGNORECASE,
)
_SUPERSCRIPT = re.compile(r"<sup>(?P<text>[^<]{0,40})</sup>|\^(?P<caret>\d{1,3}(?:[,-]\d{1,3})*)\^", re.IGNORECASE)
_AUTOLINK = re.compile(r"<(?P<address>https?://[^\s<>]+)>")
_TAG = re.compile(r"</?(?:p|br|b|i|em|strong|sup|sub|span|div|u|small|center|font|hr|li|ul|ol|h[1-6])\b[^<>]*>", re.I)
_STRONG = re.compile(r"(\*\*\*|\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]+?)(?<=\S)\1(?![\w*])")
_CODE = re.compile(r"`+([^`]+)`+")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENDS = (".", "!", "?", ":", ";", "”", '"', ")")

_BOLD_LEVEL = 7
"""The depth of a bold line that serves as a heading: below all real headings."""

_LONGEST_HEADING = 150
_WIDEST_WRAP = 100
"""Characters at which texts are still wrapped; longer lines are whole paragraphs."""

_FILLED = 0.7
"""Part of the width from which a line counts as full: the next word may have been too long for it."""


@dataclass(slots=True)
class _Reader:
    """What is known while the lines are read one by one."""

    targets: frozenset[str]
    width: int
    filled: bool = False
    blocks: list[Block] = field(default_factory=list)
    apart: bool = True
    open: bool = False

    def take(self, line: str, number: int) -> None:
        """Take one line: a blank one, a heading, a list entry, a footnote, or a piece of running text."""
        bare = _QUOTED.sub("", line.strip(), count=1).strip() if line.lstrip().startswith(">") else line.strip()
        if not bare or _FENCE.match(bare) or (_UNDERLINE.match(bare) and self._underline(bare)) or _RULE.match(bare):
            self.apart, self.open = True, False
        else:
            self._add(self._classify(bare, number))
            self.apart = False
            self.filled = 0 < self.width * _FILLED <= len(line.rstrip())

    def _underline(self, bare: str) -> bool:
        """Make the line before a heading where it is underlined."""
        if self.apart or not self.blocks or self.blocks[-1].kind is not BlockKind.TEXT:
            return False
        last = self.blocks[-1]
        if not last.apart or len(last.text) > _LONGEST_HEADING or last.text.endswith("."):
            return False
        self.blocks[-1] = replace(last, kind=BlockKind.HEADING, level=1 if bare.startswith("=") else 2)
        return True

    def _classify(self, bare: str, number: int) -> Block:
        if found := _ATX.match(bare):
            text = self._inline(found["text"])
            return Block(kind=BlockKind.HEADING, level=len(found["signs"]), text=text, line=number, apart=True)
        if found := _NOTE_TEXT.match(bare):
            return Block(kind=BlockKind.NOTE, key=found["key"], text=self._inline(found["text"]), line=number)
        if found := _LINK_TARGET.match(bare):
            key, address = found["key"].lower(), mark_link(found["address"])
            return Block(kind=BlockKind.NOTE, key=key, text=address, line=number, apart=self.apart)
        if (found := _BOLD_LINE.match(bare)) and len(bare) <= _LONGEST_HEADING and not found["text"].endswith("."):
            text = self._inline(found["text"] + found["colon"])
            return Block(kind=BlockKind.HEADING, level=_BOLD_LEVEL, text=text, line=number, apart=self.apart)
        if found := _BULLET.match(bare):
            return Block(kind=BlockKind.ITEM, text=self._inline(found["text"]), line=number, apart=self.apart)
        return Block(kind=BlockKind.TEXT, text=self._inline(bare.strip("|")), line=number, apart=self.apart)

    def _add(self, block: Block) -> None:
        """Add a block, or go on with the last one where the line was only wrapped."""
        last = self.blocks[-1] if self.blocks else None
        if last and self.open and block.kind is BlockKind.TEXT and _goes_on(last, block, filled=self.filled):
            self.blocks[-1] = replace(last, text=f"{last.text} {block.text}")
        elif block.text:
            self.blocks.append(block)
        self.open = block.kind in {BlockKind.TEXT, BlockKind.ITEM, BlockKind.NOTE}

    def _inline(self, text: str) -> str:
        """Replace Markdown's and HTML's marks inside a line by plain words and marked addresses."""
        text = _IMAGE.sub("", text)
        text = _AUTOLINK.sub(lambda found: mark_link(found["address"]), text)
        text = _ANCHOR.sub(_link, text)
        text = _INLINE_LINK.sub(_link, text)
        text = _NOTE_NUMBER.sub(lambda found: f"{NOTE}{found['key']}{NOTE_END}", text)
        text = _SUPERSCRIPT.sub(lambda found: mark_notes(found["text"] or found["caret"] or ""), text)
        if self.targets:
            text = _NAMED_LINK.sub(self._named, text)
        if "<" in text:
            text = _TAG.sub(" ", text)
        for pattern, kept in ((_CODE, r"\1"), (_STRONG, r"\2"), (_EMPHASIS, r"\2")):
            text = pattern.sub(kept, text)
        return tidy(html.unescape(_ESCAPE.sub(r"\1", text)) if "&" in text or "\\" in text else text)

    def _named(self, found: re.Match[str]) -> str:
        key = (found["key"] or found["text"]).lower()
        if key not in self.targets or found["text"].isdigit():
            return found[0]
        return f"{found['text']} {NOTE}{key}{NOTE_END}"


def read_lines(text: str) -> Source:
    """Cut plain text or Markdown into blocks."""
    title = None
    if front := _FRONT_MATTER.match(text):
        named = _FRONT_TITLE.search(front["keys"])
        title = tidy(named[1]) if named else None
        text = "\n" * front[0].count("\n") + text[front.end() :]
    lines = _drop_comments(text).split("\n")
    reader = _Reader(targets=frozenset(_targets(lines)), width=_width_of(lines))
    for number, line in enumerate(lines, start=1):
        reader.take(line, number)
    return Source(blocks=tuple(reader.blocks), title=title)


def _drop_comments(text: str) -> str:
    """Take out HTML's comments, which Markdown may hold too, and keep the count of lines."""
    kept = []
    rest = text
    while "<!--" in rest:
        before, _, after = rest.partition("<!--")
        comment, end, following = after.partition("-->")
        if not end:
            break
        kept += [before, "\n" * comment.count("\n")]
        rest = following
    return "".join((*kept, rest))


def _targets(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if line.lstrip().startswith("[") and (found := _LINK_TARGET.match(line.strip())):
            yield found["key"].lower()


def _link(found: re.Match[str]) -> str:
    words, address = found["text"], found["address"]
    is_address = address.lower().startswith(("http://", "https://", "www.", "doi:", "10."))
    return write_link(words, address) if is_address else words


_STARTS_AFRESH = re.compile(
    rf"[(\[#]?(?:\d{{1,3}}|[IVX]{{1,5}}|[A-Za-z])[.):\]]|https?:|www\.|{LINK}|PMID|doi:", re.IGNORECASE
)


def _goes_on(last: Block, block: Block, *, filled: bool) -> bool:
    """Tell whether a line goes on with the one before it, which was `filled` to the width of the text."""
    words = strip_marks(last.text)
    if last.text.endswith(LINK_END) and not words:
        return False
    if words.endswith(_ENDS) or "://" in last.text.rsplit(" ", 1)[-1] or _STARTS_AFRESH.match(block.text):
        return False
    if is_label(block.text) or is_label(words):
        return False
    return block.text[:1].islower() or (filled and not _STARTS_AFRESH.match(last.text))


def _width_of(lines: list[str]) -> int:
    """Give the width at which a text is wrapped; 0 where it isn't, and each paragraph is one long line."""
    longest = max((len(line.rstrip()) for line in lines if "://" not in line), default=0)
    return longest if longest <= _WIDEST_WRAP else 0
