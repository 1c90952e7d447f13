"""A terminal page: lines of styled text that wrap with a hanging indent and never run over the width."""

from __future__ import annotations

from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from magcite.formats.interface import WriteOptions
from magcite.formats.safe_text import fit_stream

NARROWEST = 40
WIDEST = 110
"""Columns beyond which prose gets hard to read; wider terminals keep their margin."""

Piece = tuple[str, str]
"""A text and its style, `""` for none; the text is taken as it is, never as markup."""


class Page:
    """Prints to one stream; through rich where the options ask for colour, else as plain lines, which is faster."""

    def __init__(self, out: TextIO, options: WriteOptions) -> None:
        self._out = out
        self._color = options.color
        self.width = max(NARROWEST, min(options.width, WIDEST))
        self._console = Console(
            file=out,
            width=self.width,
            force_terminal=options.color,
            color_system="standard" if options.color else None,
            no_color=not options.color,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            _environ={},
        )

    def line(self, *pieces: Piece, indent: int = 0, hang: int | None = None) -> None:
        """Print pieces as one paragraph; its further lines are indented by `hang` columns, else as the first."""
        text = Text.assemble(*((fit_stream(words, self._out), style) for words, style in pieces if words))
        text.rstrip()
        further = indent if hang is None else hang
        for number, row in enumerate(self._wrap(text, indent, further)):
            row.rstrip()
            self._put(further if number else indent, row)

    def _put(self, margin: int, row: Text) -> None:
        if self._color:
            self._console.print(Text(" " * margin) + row, soft_wrap=True)
        else:
            self._out.write(f"{' ' * margin}{row.plain}".rstrip() + "\n")

    def _wrap(self, text: Text, indent: int, further: int) -> list[Text]:
        if cell_len(text.plain) <= self.width - indent:
            return [text]
        first, *rest = text.wrap(self._console, self.width - indent)
        if not rest or further == indent:
            return [first, *rest]
        remaining = text[len(first.plain) :]
        start = len(remaining.plain) - len(remaining.plain.lstrip())
        return [first, *remaining[start:].wrap(self._console, self.width - further)]

    def rule(self, title: str = "") -> None:
        """Print a line across the page, with a title in it."""
        start = f"── {title} " if title else ""
        line = start + "─" * (self.width - cell_len(start))
        self._put(0, Text(fit_stream(line, self._out), style="dim"))

    def gap(self) -> None:
        """Print an empty line."""
        self._out.write("\n")
