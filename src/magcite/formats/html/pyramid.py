"""The evidence pyramid: how many articles stand on each level of evidence."""

from __future__ import annotations

from collections import Counter

from magcite.formats.html.drawing import at, figure, figures, label, svg
from magcite.formats.html.markup import Markup, el, join
from magcite.formats.html.phrases import html_phrases_for
from magcite.formats.overview import article_key, statements
from magcite.model import Language, Report

_TOP = 8
_TIER = 44
_NARROW, _WIDE = 36, 176


def _tier(level: int, articles: int, share: float, words: str) -> Markup:
    """Draw one tier of the pyramid, the fuller the more articles stand on it, with its name beside it."""
    middle, y = _WIDE / 2, _TOP + (level - 1) * _TIER
    upper, lower = (_NARROW + (_WIDE - _NARROW) * (level - 1 + step) / 5 for step in (0, 1))
    points = (
        (middle - upper / 2, y),
        (middle + upper / 2, y),
        (middle + lower / 2, y + _TIER - 3),
        (middle - lower / 2, y + _TIER - 3),
    )
    style = "tier" if articles else "tier empty"
    polygon = el(
        "polygon",
        points=" ".join(f"{at(x)},{at(row)}" for x, row in points),
        class_=style,
        fill_opacity=f"{0.12 + 0.33 * share:.2f}" if articles else None,
    )
    count = label(str(articles), middle, y + _TIER / 2 + 5, "middle", "big")
    return join([polygon, count, label(f"{level}  {words}", middle + lower / 2 + 6, y + _TIER / 2 + 4, style="small")])


def draw_pyramid(report: Report, language: Language) -> Markup:
    """Draw how many distinct articles stand on each level of evidence."""
    say = html_phrases_for(language)
    levels = {
        article_key(source.reading.article): source.reading.evidence_level
        for statement in statements(report)
        for source in statement.audited.sources
        if source.reading
    }
    counts = Counter(levels.values())
    most = max((counts[level] for level in range(1, 6)), default=0) or 1
    tiers = [_tier(level, counts[level], counts[level] / most, say.levels[level - 1]) for level in range(1, 6)]
    bottom = _TOP + 5 * _TIER
    rest = label(f"{say.no_level}: {counts[None]}", 0, bottom + 18, style="small")
    rows = [(f"{say.level} {level}: {say.levels[level - 1]}", [str(counts[level])]) for level in range(1, 6)]
    table = figures(say.pyramid_title, (say.level, say.article), [*rows, (say.no_level, [str(counts[None])])])
    return figure(say.pyramid_title, say.pyramid_caption, svg(bottom + 26, *tiers, rest), table, say.as_table)
