"""What every drawing of a page shares: its frame, its words, and the same figures as a table.

Drawings are inline SVG, hidden from screen readers; the table under each says the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from magcite.formats.html.markup import Markup, el

WIDTH = 360
"""Drawn for the width of a phone, so that words keep their size there."""


def svg(height: int, *contents: Markup | None) -> Markup:
    """Build a drawing; its figures must also stand in a table, for it is hidden from screen readers."""
    box = f"0 0 {WIDTH} {height}"
    return el("svg", *contents, viewBox=box, aria_hidden="true", focusable="false", width=WIDTH, height=height)


def label(words: str, x: float, y: float, anchor: str = "start", style: str | None = None) -> Markup:
    """Write words into a drawing."""
    return el("text", words, x=at(x), y=at(y), text_anchor=anchor, class_=style)


def at(value: float) -> str:
    """Write a coordinate, to a tenth."""
    return f"{value:.1f}".removesuffix(".0")


def figure(title: str, caption: str, drawing: Markup, table: Markup, say_table: str) -> Markup:
    """Frame a drawing with its title, its caption, and its figures folded away."""
    return el(
        "figure",
        el("h3", title),
        drawing,
        el("figcaption", caption),
        el("details", el("summary", say_table), table),
    )


def figures(title: str, heads: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]]) -> Markup:
    """Set the figures of a drawing out as a table."""
    return el(
        "table",
        el("caption", title, class_="hidden"),
        el("thead", el("tr", *(el("th", head, scope="col") for head in heads))),
        el(
            "tbody",
            *(el("tr", el("th", row, scope="row"), *(el("td", cell) for cell in cells)) for row, cells in rows),
        ),
        class_="figures",
    )
