"""A map of all statements: how well supported against how certain."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from magcite.formats.html.drawing import WIDTH, at, figure, figures, label, svg
from magcite.formats.html.markup import Markup, el, join
from magcite.formats.html.phrases import html_phrases_for
from magcite.formats.overview import BY_SUPPORT, Statement, statements
from magcite.model import AssertionVerdict, Certainty, Language, Report
from magcite.vocabulary import name

_LEFT, _TOP, _ROW = 126, 8, 36
_MOST_DOTS = 20
_PER_LINE = 5
_DOT = 8
_CELL = _PER_LINE * _DOT


def _cell(here: Sequence[tuple[Statement, str]], x: float, y: float, tone: AssertionVerdict) -> Markup:
    """Draw the statements of one cell as dots, or as a number where there are too many to tell apart."""
    if len(here) > _MOST_DOTS:
        middle_x, middle_y = x + _CELL / 2, y + _ROW / 2
        disc = el("circle", cx=at(middle_x), cy=at(middle_y), r=15, class_=f"dot {tone.value}")
        return join([disc, label(str(len(here)), middle_x, middle_y + 4, "middle", "inside")])
    lines = math.ceil(len(here) / _PER_LINE)
    start = y + (_ROW - lines * _DOT) / 2 + _DOT / 2
    dots = []
    for index, (statement, anchor) in enumerate(here):
        line, column = divmod(index, _PER_LINE)
        width = min(len(here) - line * _PER_LINE, _PER_LINE) * _DOT
        dot = el(
            "circle",
            el("title", statement.audited.assertion.id),
            cx=at(x + _CELL / 2 - width / 2 + column * _DOT + _DOT / 2),
            cy=at(start + line * _DOT),
            r="3.4",
            class_=f"dot {tone.value}",
        )
        dots.append(el("a", dot, href=f"#{anchor}", tabindex=-1))
    return join(dots)


def draw_map(report: Report, anchors: Mapping[int, str], language: Language) -> Markup:
    """Draw every statement by its verdict and its certainty."""
    say = html_phrases_for(language)
    cells: dict[tuple[AssertionVerdict, Certainty], list[tuple[Statement, str]]] = {}
    for statement in statements(report):
        key = (statement.verdict, statement.audited.grade.certainty)
        cells.setdefault(key, []).append((statement, anchors[id(statement.audited)]))
    rows = BY_SUPPORT
    column = (WIDTH - _LEFT) / len(Certainty)
    parts = []
    for row, verdict in enumerate(rows):
        y = _TOP + row * _ROW
        parts.append(label(name(verdict, language), _LEFT - 8, y + _ROW / 2 + 4, "end"))
        parts.append(el("line", x1=_LEFT, x2=WIDTH, y1=y + _ROW, y2=y + _ROW, class_="grid"))
        for step, certainty in enumerate(Certainty):
            if (verdict, certainty) in cells:
                x = _LEFT + step * column + (column - _CELL) / 2
                parts.append(_cell(cells[verdict, certainty], x, y, verdict))
    bottom = _TOP + len(rows) * _ROW
    for step, certainty in enumerate(Certainty):
        parts.append(label(name(certainty, language), _LEFT + (step + 0.5) * column, bottom + 16, "middle", "small"))
    parts.append(label(f"{say.map_columns} →", WIDTH, bottom + 32, "end", "small"))
    table = figures(
        say.map_title,
        (say.map_rows, *(name(certainty, language) for certainty in Certainty)),
        [
            (name(verdict, language), [str(len(cells.get((verdict, certainty), ()))) for certainty in Certainty])
            for verdict in rows
        ],
    )
    return figure(say.map_title, say.map_caption, svg(bottom + 38, *parts), table, say.as_table)
