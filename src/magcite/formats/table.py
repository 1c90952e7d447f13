"""The audit as a page in the terminal: the worst statement first, and at the end what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from magcite.body import source_name
from magcite.formats.interface import WriteOptions
from magcite.formats.opinions import shown_apart, tell_opinion
from magcite.formats.overview import Statement, bearing_sources, oversee, with_verdict, without_text, worst_first
from magcite.formats.page import Page, Piece
from magcite.formats.phrases import Phrases, count, phrases_for
from magcite.formats.reviews import reviewed_sources, tell_origin, tell_own, tell_verdict
from magcite.formats.safe_text import flatten, shorten
from magcite.formats.table_findings import print_findings
from magcite.formats.table_sources import print_sources
from magcite.formats.table_summary import print_summary
from magcite.formats.worries import describe_names
from magcite.model import AssertionVerdict, AuditedClaim, CitedSource, Report, Verdict
from magcite.vocabulary import name

_STYLES = {
    AssertionVerdict.CONTRADICTED: "bold red",
    AssertionVerdict.NOT_SUPPORTED: "bold red",
    AssertionVerdict.MIXED: "bold yellow",
    AssertionVerdict.UNVERIFIABLE: "bold magenta",
    AssertionVerdict.UNCITED: "bold magenta",
    AssertionVerdict.PARTLY_SUPPORTED: "bold yellow",
    AssertionVerdict.SUPPORTED: "bold green",
}
_LONGEST_TEXT = 600
_INDENT = 2


def _heading(statement: Statement, page: Page, options: WriteOptions) -> None:
    say, audited = phrases_for(options.language), statement.audited
    verdict = name(statement.verdict, options.language).upper()
    place = audited.assertion.position
    page.line(
        (verdict, _STYLES[statement.verdict]),
        ("  ", ""),
        (audited.assertion.id, "bold"),
        (f"  {flatten(place.file)}:{place.line}", "dim"),
        hang=_INDENT,
    )
    qualities = [
        say.certainty.format(what=name(audited.grade.certainty, options.language)),
        say.wording.format(what=name(audited.strength.value, options.language)),
        *([say.overstated] if audited.grade.overstated else []),
    ]
    page.line((", ".join(qualities), ""), indent=_INDENT)


def _texts(statement: Statement, page: Page, options: WriteOptions) -> None:
    say, assertion = phrases_for(options.language), statement.audited.assertion
    limit = _LONGEST_TEXT * (10 if options.verbose else 1)
    page.line((shorten(flatten(assertion.text), limit), "italic"), indent=_INDENT)
    if assertion.english and assertion.english != assertion.text:
        english = say.english.format(text=shorten(flatten(assertion.english), limit))
        page.line((english, "dim"), indent=_INDENT)
    if options.verbose and statement.audited.grade.summary:
        page.line((flatten(statement.audited.grade.summary), ""), indent=_INDENT)
    if statement.audited.suggested_wording:
        words = say.suggested.format(text=flatten(statement.audited.suggested_wording))
        page.line((words, "green"), indent=_INDENT)


def _other_sources(statement: Statement, page: Page, options: WriteOptions) -> None:
    say, audited = phrases_for(options.language), statement.audited
    groups = (
        (say.unrelated, with_verdict(audited, Verdict.UNRELATED)),
        (say.unclear, with_verdict(audited, Verdict.UNCLEAR, near=options.verbose)),
        (say.not_judged, with_verdict(audited, None)),
        (say.no_text, without_text(audited)),
    )
    for phrase, sources in groups:
        if sources:
            words = count(phrase, len(sources), options.language, names=describe_names(sources))
            page.line((words, "dim"), indent=_INDENT, hang=_INDENT + 2)


def _opinions_on_others(statement: Statement, listed: Sequence[CitedSource], page: Page, options: WriteOptions) -> None:
    """Print where a second opinion finds something in a source in which magcite found nothing."""
    for source, opinion in shown_apart(statement.audited.sources, listed):
        told = f"{flatten(source_name(source))}, {tell_opinion(opinion, options.language)}"
        page.line((told, "cyan"), indent=_INDENT, hang=_INDENT + 2)


def _reviews(statement: Statement, page: Page, options: WriteOptions) -> None:
    """Print what people decided, each beside magcite's own verdict."""
    language = options.language
    for source, review in reviewed_sources(statement.audited):
        told = f"{flatten(source_name(source))} {tell_verdict(review, language)}{tell_origin(review, language)}"
        page.line((f"{told} ({tell_own(source, language)})", "cyan"), indent=_INDENT, hang=_INDENT + 2)


def _print_statement(statement: Statement, page: Page, options: WriteOptions) -> None:
    page.rule()
    _heading(statement, page, options)
    _texts(statement, page, options)
    listed = bearing_sources(statement.audited, near=options.verbose)
    if listed:
        page.gap()
    print_sources(listed, page, options)
    _other_sources(statement, page, options)
    _opinions_on_others(statement, listed, page, options)
    _reviews(statement, page, options)
    print_findings(statement.audited.findings, page, options)


def _print_claim(claim: AuditedClaim, page: Page, options: WriteOptions) -> None:
    """Print what is found about a claim as a whole, named by its id and title."""
    if not claim.findings:
        return
    say = phrases_for(options.language)
    title: list[Piece] = [(f"  {shorten(flatten(claim.claim.title), 60)}", "")] if claim.claim.title else []
    page.line((f"{say.as_a_whole}: ", ""), (claim.claim.id, "bold"), *title, hang=_INDENT)
    print_findings(claim.findings, page, options)


def _print_claims_without_statement(report: Report, page: Page, options: WriteOptions) -> None:
    say: Phrases = phrases_for(options.language)
    for claim in report.claims:
        if claim.assertions:
            continue
        page.rule()
        place = claim.claim.position
        page.line(
            (say.no_statement.upper(), "bold magenta"),
            ("  ", ""),
            (claim.claim.id, "bold"),
            (f"  {flatten(place.file)}:{place.line}", "dim"),
            hang=_INDENT,
        )
        if claim.claim.title:
            page.line((shorten(flatten(claim.claim.title), _LONGEST_TEXT), ""), indent=_INDENT)
        print_findings(claim.findings, page, options)


def write(report: Report, out: TextIO, options: WriteOptions) -> None:
    """Write the audit for people; colour only where the options ask for it."""
    page = Page(out, options)
    for remark in report.remarks:
        page.line((flatten(remark), "yellow"))
    told: set[str] = set()
    for statement in worst_first(report):
        _print_statement(statement, page, options)
        if statement.claim.claim.id not in told:
            told.add(statement.claim.claim.id)
            _print_claim(statement.claim, page, options)
    _print_claims_without_statement(report, page, options)
    print_summary(report, oversee(report), page, options)
