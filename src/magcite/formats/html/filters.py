"""The form that narrows the statements down; hidden until the script that works it runs."""

from __future__ import annotations

from magcite.formats.html.badges import verdict_badge
from magcite.formats.html.markup import Markup, el
from magcite.formats.html.phrases import html_phrases_for
from magcite.formats.overview import WORST_FIRST
from magcite.vocabulary import name
from magcite.model import Language, Severity


def _severities(language: Language) -> Markup:
    say = html_phrases_for(language)
    levels = (
        el("option", say.at_least.format(severity=name(severity, language)), value=int(severity))
        for severity in (Severity.NOTE, Severity.WARNING, Severity.ERROR)
    )
    return el("select", el("option", say.any_severity, value=0), *levels, id="f-severity", autocomplete="off")


def show_filters(number: int, language: Language) -> Markup:
    """Show the filters for topic, verdict, severity and order, and how many statements they leave."""
    say = html_phrases_for(language)
    verdicts = (
        el(
            "label",
            el("input", type="checkbox", name="verdict", value=verdict.value, checked=True, autocomplete="off"),
            " ",
            verdict_badge(verdict, language),
        )
        for verdict in WORST_FIRST
    )
    order = el(
        "select",
        el("option", say.as_published, value="file"),
        el("option", say.worst_first, value="worst"),
        id="f-order",
        autocomplete="off",
    )
    return el(
        "form",
        el("p", el("label", say.topic, for_="f-topic"), el("input", type="search", id="f-topic", autocomplete="off")),
        el("p", el("label", say.severity, for_="f-severity"), _severities(language)),
        el("p", el("label", say.order, for_="f-order"), order),
        el("fieldset", el("legend", say.any_verdict), *verdicts),
        el("output", say.shown.format(shown=number, all=number), id="f-shown", data_words=say.shown),
        id="filters",
        class_="filters",
        aria_label=say.filter,
        hidden=True,
    )
