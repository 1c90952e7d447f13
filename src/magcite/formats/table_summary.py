"""The end of the terminal page: how it stands, what to check first, and which sources gave no answer."""

from __future__ import annotations

from magcite.formats.interface import WriteOptions
from magcite.formats.overview import Overview, worst_first
from magcite.formats.page import Page
from magcite.formats.phrases import closing_words, count, phrases_for
from magcite.formats.safe_text import flatten, shorten
from magcite.formats.worries import name_briefly, needs_a_look, reason_to_look
from magcite.model import AssertionVerdict, Provenance, Report, Status
from magcite.vocabulary import name

_INDENT = 2
_CHECK_FIRST = 5
_IDS_SHOWN = 6
_TO_CHECK = frozenset({Status.NOT_FOUND, Status.UNRESOLVED})


def print_summary(report: Report, seen: Overview, page: Page, options: WriteOptions) -> None:
    """Print what a fact-checker does next."""
    say = phrases_for(options.language)
    page.rule(say.summary)
    _print_counts(seen, page, options)
    page.gap()
    _print_check_first(report, page, options)
    _print_missing(seen, page, options)
    _print_provenance(seen, page, options)
    page.line((flatten(closing_words(options.language, report.model)), "dim"))


def _print_counts(seen: Overview, page: Page, options: WriteOptions) -> None:
    say, language = phrases_for(options.language), options.language
    pairs = (
        (say.statements, seen.assertions),
        (say.claims, seen.claims),
        (say.citations, seen.citations),
        (say.articles, seen.articles),
    )
    page.line((", ".join(count(phrase, number, language) for phrase, number in pairs), ""))
    widest = max((len(name(verdict, language)) for verdict in seen.verdicts), default=0)
    for verdict, ids in seen.verdicts.items():
        listed = ", ".join(ids[:_IDS_SHOWN]) if verdict is not AssertionVerdict.SUPPORTED else ""
        rest = len(ids) - _IDS_SHOWN if listed else 0
        more = f" {count(say.more, rest, language)}" if rest > 0 else ""
        start = f"{name(verdict, language):<{widest}}  {len(ids):>4}  "
        page.line((start, ""), (listed + more, "dim"), indent=_INDENT, hang=_INDENT + len(start))
    page.line((_findings(seen, options), ""))


def _findings(seen: Overview, options: WriteOptions) -> str:
    say, language = phrases_for(options.language), options.language
    parts = [f"{name(severity, language)} {number}" for severity, number in seen.findings.items()]
    if seen.waived:
        parts.append(count(say.waived_count, seen.waived, language))
    return f"{say.findings}: {', '.join(parts)}" if parts else say.no_findings


def _print_check_first(report: Report, page: Page, options: WriteOptions) -> None:
    say = phrases_for(options.language)
    worrying = [statement for statement in worst_first(report) if needs_a_look(statement)]
    if not worrying:
        page.line((say.nothing_to_check, ""))
        return
    page.line((say.check_first, "bold"))
    for number, statement in enumerate(worrying[:_CHECK_FIRST], start=1):
        reason = reason_to_look(statement, options.language)
        page.line(
            (f"{number}. ", ""),
            (statement.audited.assertion.id, "bold"),
            (f" {name(statement.verdict, options.language)}", ""),
            (f": {shorten(reason, 160)}" if reason else "", ""),
            indent=_INDENT,
            hang=_INDENT + 3,
        )
    if len(worrying) > _CHECK_FIRST:
        page.line((count(say.more, len(worrying) - _CHECK_FIRST, options.language), "dim"), indent=_INDENT + 3)


def _print_missing(seen: Overview, page: Page, options: WriteOptions) -> None:
    """Print the sources without text, those whose number may be wrong first; each reason once."""
    say, language = phrases_for(options.language), options.language
    suspect = [group for group in seen.missing if group.status in _TO_CHECK]
    silent = [group for group in seen.missing if group.status not in _TO_CHECK]
    for title, groups in ((say.numbers_to_check, suspect), (say.no_answer, silent)):
        if groups:
            page.line((title, "bold"))
        for group in groups:
            names = name_briefly(group.sources)
            reason = f" ({flatten(group.reason)})" if group.reason else ""
            page.line(
                (f"{name(group.status, language)}: ", ""),
                (names, ""),
                (reason, "dim"),
                indent=_INDENT,
                hang=_INDENT + 2,
            )


def _print_provenance(seen: Overview, page: Page, options: WriteOptions) -> None:
    say, digests = phrases_for(options.language), seen.provenance.get(Provenance.DIGEST, 0)
    if digests:
        words = count(say.digests, seen.articles, options.language, d=str(digests))
        page.line((f"{words} {say.provenance}", ""))
