"""The form that narrows the statements down; hidden until the script that works it runs."""

from __future__ import annotations

from magcite.formats.html.badges import verdict_badge
from magcite.formats.html.markup import Markup, el
from magcite.formats.html.phrases import html_phrases_for
from magcite.formats.overview import WORST_FIRST
from magcite.model import Language, Severity
from magcite.vocabulary import name


def _severities(language: Language) -> Markup:
    say = html_phrases_for(language)
    levels = (
        el("option", say.at_least.format(severity=name(severity, language)), value=int(severity))
        for severity in (Severity.NOTE, Severity.WARNING, Severity.ERROR)
    )
    return el("select", el("option", say.any_severity, value=0), *levels, id="f-severity", autocomplete="off")


def _reviews(language: Language) -> Markup:
    say = html_phrases_for(language)
    choices = ((say.any_severity, "any"), (say.with_review, "with"), (say.without_review, "without"))
    return el(
        "select", *(el("option", words, value=value) for words, value in choices), id="f-review", autocomplete="off"
    )


def show_filters(number: int, language: Language, *, reviews: bool) -> Markup:
    """Show the filters for topic, verdict, severity and order, and how many statements they leave.

    The filter for what people reviewed is shown only where there are `reviews`.
    """
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
        el("p", el("label", say.review, for_="f-review"), _reviews(language)) if reviews else None,
        el("p", el("label", say.order, for_="f-order"), order),
        el("fieldset", el("legend", say.any_verdict), *verdicts),
        el("output", say.shown.format(shown=number, all=number), id="f-shown", data_words=say.shown),
        id="filters",
        class_="filters",
        aria_label=say.filter,
        hidden=True,
    )
