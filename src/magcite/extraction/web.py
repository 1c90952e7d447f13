"""Cut a web page into blocks, leaving out what surrounds the article."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from magcite.extraction.blocks import Block, BlockKind, Source, clean, mark_notes, strip_marks, tidy, write_link

_SKIPPED = frozenset(
    ("script", "style", "nav", "footer", "aside", "form", "noscript", "template", "svg", "select", "button", "iframe")
)
_MAIN = frozenset(("main", "article"))
_BREAKING = """
address blockquote body br center dd details div dl dt fieldset figcaption figure header hr li main article ol p pre
section summary table tbody td tfoot th thead title tr ul caption
"""
_BREAKS = frozenset(_BREAKING.split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


@dataclass(slots=True)
class _Open:
    """The link or superscript that is open, with where its words begin in the text so far."""

    address: str
    start: int


@dataclass(slots=True)
class _List:
    """A numbered list that is open, with the number of its next entry; None for one with bullets."""

    following: int | None


class _Page(HTMLParser):
    """Gathers the blocks of a page while its tags go by."""

    def __init__(self, *, skips: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[Block, bool]] = []
        self.title = ""
        self.skipping: list[str] = []
        self._skips = skips
        self._main = 0
        self._pieces: list[str] = []
        self._kind = BlockKind.TEXT
        self._level = 0
        self._ordinal: int | None = None
        self._lists: list[_List] = []
        self._link: _Open | None = None
        self._raised: int | None = None
        self._bold = 0
        self._plain = False
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag."""
        if self._skips and tag in _SKIPPED:
            self.skipping.append(tag)
        if self.skipping:
            return
        given = dict(attrs)
        if tag in _BREAKS or tag in _HEADINGS:
            self.end_block()
        if tag in _HEADINGS:
            self._kind, self._level = BlockKind.HEADING, _HEADINGS[tag]
        elif tag in {"ol", "ul"}:
            self._lists.append(_List(following=_number(given.get("start")) or 1 if tag == "ol" else None))
        elif tag == "li":
            self._open_entry(given)
        elif tag == "title":
            self._in_title = True
        else:
            self._open_inline(tag, given)

    def _open_entry(self, given: dict[str, str | None]) -> None:
        self._kind = BlockKind.ITEM
        numbered = self._lists[-1] if self._lists else None
        if numbered is not None and numbered.following is not None:
            self._ordinal = _number(given.get("value")) or numbered.following
            numbered.following = self._ordinal + 1

    def _open_inline(self, tag: str, given: dict[str, str | None]) -> None:
        if tag in _MAIN:
            self._main += 1
        elif tag == "a":
            self._close_link()
            self._link = _Open(address=(given.get("href") or "").strip(), start=len(self._pieces))
        elif tag == "sup":
            self._raised = len(self._pieces)
        elif tag in {"b", "strong"}:
            self._bold += 1

    def handle_endtag(self, tag: str) -> None:
        """Close a tag."""
        if self.skipping:
            if tag in self.skipping:
                del self.skipping[self.skipping.index(tag) :]
            return
        if tag == "a":
            self._close_link()
        elif tag == "sup":
            self._close_raised()
        elif tag in {"b", "strong"}:
            self._bold = max(0, self._bold - 1)
        elif tag == "title":
            self._in_title = False
        elif tag in _BREAKS or tag in _HEADINGS:
            self.end_block()
            self._close_container(tag)

    def _close_container(self, tag: str) -> None:
        if tag in _MAIN:
            self._main = max(0, self._main - 1)
        elif tag in {"ol", "ul"} and self._lists:
            self._lists.pop()

    def handle_data(self, data: str) -> None:
        """Take running text."""
        if self.skipping:
            return
        text = clean(data)
        if self._in_title:
            self.title += text
            return
        self._plain = self._plain or (not self._bold and any(sign.isalpha() for sign in text))
        self._pieces.append(text.replace("\n", " "))

    def end_block(self) -> None:
        """Close the block that is open and keep it where it says anything."""
        self._close_link()
        self._close_raised()
        text = tidy("".join(self._pieces))
        if text:
            kind, level = self._kind, self._level
            if kind is BlockKind.TEXT and not self._plain and len(text) <= 150 and strip_marks(text)[-1:].isalnum():
                kind, level = BlockKind.HEADING, 7
            block = Block(kind=kind, level=level, text=text, ordinal=self._ordinal, apart=True)
            self.blocks.append((block, self._main > 0))
            self._ordinal = None
        self._pieces, self._plain = [], False
        if text or self._kind is BlockKind.HEADING:
            self._kind, self._level = BlockKind.TEXT, 0

    def _close_link(self) -> None:
        """Put the address of a link after its words."""
        link, self._link = self._link, None
        if link is None or not link.address.lower().startswith(("http://", "https://", "//", "www.", "doi:")):
            return
        address = f"https:{link.address}" if link.address.startswith("//") else link.address
        self._pieces[link.start :] = [write_link("".join(self._pieces[link.start :]), address)]

    def _close_raised(self) -> None:
        start, self._raised = self._raised, None
        if start is not None:
            self._pieces[start:] = [mark_notes("".join(self._pieces[start:]))]


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 5 else None


def read_page(text: str) -> Source:
    """Cut a web page into blocks: those of its main part, where it marks one that holds most of the text."""
    page = _parse(text, skips=True)
    if page.skipping:
        page = _parse(text, skips=False)
    main = [block for block, is_main in page.blocks if is_main]
    every = [block for block, _ in page.blocks]
    size = sum(len(block.text) for block in every)
    chosen = main if sum(len(block.text) for block in main) * 2 > size else every
    return Source(blocks=tuple(chosen), title=tidy(page.title) or None)


def _parse(text: str, *, skips: bool) -> _Page:
    page = _Page(skips=skips)
    page.feed(text)
    page.close()
    page.end_block()
    return page
