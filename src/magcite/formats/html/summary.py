"""The minute an editor has: how many statements stand, which do not, and what to do first."""

from __future__ import annotations

from collections.abc import Mapping

from magcite.formats.html.badges import verdict_badge
from magcite.formats.html.markup import Markup, el, join
from magcite.formats.html.phrases import html_phrases_for
from magcite.formats.overview import BY_SUPPORT, MissingGroup, Overview, Statement, worst_first
from magcite.formats.phrases import closing_words, count, phrases_for
from magcite.formats.safe_text import flatten, shorten
from magcite.formats.worries import name_briefly, needs_a_look, reason_to_look
from magcite.model import AssertionVerdict, Language, Provenance, Report, Status
from magcite.vocabulary import name

_CHECK_FIRST = 7
_LONGEST_REASON = 220
_LONGEST_TEXT = 140
_TO_CHECK = frozenset({Status.NOT_FOUND, Status.UNRESOLVED})

_STAND = (AssertionVerdict.SUPPORTED,)
_IN_PART = (AssertionVerdict.PARTLY_SUPPORTED, AssertionVerdict.MIXED)
_FALL = (AssertionVerdict.NOT_SUPPORTED, AssertionVerdict.CONTRADICTED)
_OPEN = (AssertionVerdict.UNVERIFIABLE, AssertionVerdict.UNCITED)


def _outcome(seen: Overview, language: Language) -> Markup:
    """Show the four numbers that matter, in the order of the good news."""
    say = html_phrases_for(language)
    groups = ((say.stand, _STAND), (say.in_part, _IN_PART), (say.fall, _FALL), (say.open, _OPEN))
    return el(
        "dl",
        *(
            el(
                "div",
                el("dt", words),
                el("dd", str(sum(len(seen.verdicts.get(verdict, ())) for verdict in verdicts))),
                class_=f"count {verdicts[0].value}",
            )
            for words, verdicts in groups
        ),
        class_="outcome",
    )


def _bar(seen: Overview, language: Language) -> Markup | None:
    """Show the shares of the verdicts as one bar, with its legend as text."""
    if not seen.assertions:
        return None
    parts, legend, start = [], [], 0.0
    for verdict in BY_SUPPORT:
        share = 100 * len(seen.verdicts.get(verdict, ())) / seen.assertions
        if share:
            parts.append(el("rect", x=f"{start:.2f}%", width=f"{share:.2f}%", height=14, class_=f"dot {verdict.value}"))
            told = el("li", verdict_badge(verdict, language), f" {len(seen.verdicts[verdict])}")
            legend.append(told)
        start += share
    bar = el("svg", *parts, width="100%", height=14, aria_hidden="true", focusable="false", class_="bar")
    return join([bar, el("ul", *legend, class_="legend", aria_label=html_phrases_for(language).legend)])


def _worry(statement: Statement, anchor: str, language: Language) -> Markup:
    reason = reason_to_look(statement, language)
    text = shorten(flatten(statement.audited.assertion.text), _LONGEST_TEXT)
    return el(
        "li",
        el("a", statement.audited.assertion.id, href=f"#{anchor}"),
        " ",
        verdict_badge(statement.verdict, language),
        el("span", f"“{text}”", class_="said"),
        el("span", shorten(reason, _LONGEST_REASON), class_="reason") if reason else None,
    )


def _check_first(report: Report, anchors: Mapping[int, str], language: Language) -> Markup:
    say = phrases_for(language)
    worrying = [statement for statement in worst_first(report) if needs_a_look(statement)]
    if not worrying:
        return el("p", say.nothing_to_check)
    rest = len(worrying) - _CHECK_FIRST
    return join(
        [
            el("h3", say.check_first),
            el(
                "ol",
                *(_worry(statement, anchors[id(statement.audited)], language) for statement in worrying[:_CHECK_FIRST]),
                class_="first",
            ),
            el("p", count(say.more, rest, language)) if rest > 0 else None,
        ]
    )


def _group(group: MissingGroup, language: Language) -> Markup:
    reason = f" ({flatten(group.reason)})" if group.reason else None
    return el("li", el("b", f"{name(group.status, language)}: "), name_briefly(group.sources), reason)


def _missing(seen: Overview, language: Language) -> Markup:
    say = phrases_for(language)
    suspect = [group for group in seen.missing if group.status in _TO_CHECK]
    silent = [group for group in seen.missing if group.status not in _TO_CHECK]
    return join(
        join([el("h3", title), el("ul", *(_group(group, language) for group in groups))])
        for title, groups in ((say.numbers_to_check, suspect), (say.no_answer, silent))
        if groups
    )


def _about(report: Report, seen: Overview, language: Language) -> Markup:
    say, digests = phrases_for(language), seen.provenance.get(Provenance.DIGEST, 0)
    words = count(say.digests, seen.articles, language, d=str(digests)) if digests else None
    return el(
        "div",
        *(el("p", flatten(remark), class_="remark") for remark in report.remarks),
        el("p", words, " ", say.provenance) if words else None,
        el("p", flatten(closing_words(language, report.model))),
        class_="about",
    )


def show_summary(report: Report, seen: Overview, anchors: Mapping[int, str], language: Language) -> Markup:
    """Show how it stands and what to check, before any detail."""
    say = html_phrases_for(language)
    return el(
        "section",
        el("h2", say.outcome, id="outcome"),
        _outcome(seen, language),
        _bar(seen, language),
        _about(report, seen, language),
        _check_first(report, anchors, language),
        _missing(seen, language),
        aria_labelledby="outcome",
        class_="summary",
    )
