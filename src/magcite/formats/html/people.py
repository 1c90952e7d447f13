"""Participants per claim: how many people the articles that bear on it studied."""

from __future__ import annotations

import math
from collections.abc import Sequence

from magcite.formats.html.badges import source_badge
from magcite.formats.html.drawing import WIDTH, at, figure, figures, label, svg
from magcite.formats.html.markup import Markup, el, join
from magcite.formats.html.phrases import html_phrases_for
from magcite.formats.overview import article_key, bearing_sources, study_type_of, worst_first
from magcite.formats.safe_text import flatten, shorten
from magcite.model import AuditedClaim, Language, Report, Verdict
from magcite.vocabulary import write_number

_TOP = 8
_MOST_CLAIMS = 25
_LINE = 24
_NAME = 132
_DECADES = 6
"""From one participant to a million, on a logarithmic scale."""


def _sizes(claim: AuditedClaim) -> list[tuple[int, Verdict, str]]:
    """List the participants of each article that bears on a claim; what speaks against any statement counts as that."""
    found: dict[str, tuple[int, Verdict, str]] = {}
    for audited in claim.assertions:
        for source in bearing_sources(audited):
            people = source.reading.facts.sample.participants if source.reading else None
            if source.reading and source.reading.support and people:
                key = article_key(source.reading.article)
                study = f"{key}: {study_type_of(source.reading).value}, n {people.value}"
                verdict = source.reading.support.value
                if key not in found or verdict is Verdict.CONTRADICTS:
                    found[key] = (people.value, verdict, study)
    return sorted(found.values(), key=lambda size: (size[0], size[2]))


def _place(people: int) -> float:
    return _NAME + (WIDTH - _NAME - 10) * min(math.log10(max(people, 1)), _DECADES) / _DECADES


def _strip(title: str, sizes: Sequence[tuple[int, Verdict, str]], y: float) -> Markup:
    dots = [
        el("circle", el("title", study), cx=at(_place(people)), cy=at(y), r=5, class_=f"dot see {verdict.value}")
        for people, verdict, study in sizes
    ]
    return join(
        [
            label(shorten(title, 21), _NAME - 10, y + 4, "end", "small"),
            el("line", x1=_NAME, x2=WIDTH, y1=at(y), y2=at(y), class_="grid"),
            *dots,
        ]
    )


def _choose(report: Report) -> tuple[list[AuditedClaim], int]:
    """Choose the claims whose sources state participants, worst first where not all fit; tell how many are left out."""
    sized = [claim for claim in report.claims if _sizes(claim)]
    wanted = {id(claim) for claim in sized}
    order = dict.fromkeys(id(statement.claim) for statement in worst_first(report) if id(statement.claim) in wanted)
    chosen = set(list(order)[:_MOST_CLAIMS])
    return [claim for claim in sized if id(claim) in chosen], max(0, len(sized) - _MOST_CLAIMS)


def draw_people(report: Report, language: Language) -> Markup:
    """Draw the participants of the articles that bear on each claim, on a logarithmic scale."""
    say = html_phrases_for(language)
    shown, left_out = _choose(report)
    if not shown:
        return el("figure", el("h3", say.people_title), el("figcaption", say.people_none))
    strips, rows = [], []
    for row, claim in enumerate(shown):
        title, sizes = flatten(claim.claim.title or claim.claim.id), _sizes(claim)
        strips.append(_strip(title, sizes, _TOP + 8 + row * _LINE))
        rows.append((title, [", ".join(write_number(people, language) for people, _, _ in sizes)]))
    bottom = _TOP + len(shown) * _LINE
    scale = [
        label(write_number(10**power, language), _place(10**power), bottom + 14, "middle", "small")
        for power in (1, 3, 5)
    ]
    caption = f"{say.people_caption} {say.people_more.format(n=len(shown))}" if left_out else say.people_caption
    table = figures(say.people_title, (say.claim, say.people), rows)
    legend = el(
        "ul",
        *(
            el("li", source_badge(verdict, language))
            for verdict in (Verdict.SUPPORTS, Verdict.PARTIAL, Verdict.CONTRADICTS)
        ),
        class_="legend",
    )
    drawing = join([svg(bottom + 22, *strips, *scale), legend])
    return figure(say.people_title, caption, drawing, table, say.as_table)
