"""One source of a statement in the terminal: what it says, what kind of study it is, and the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size

from magcite.body import source_name
from magcite.formats.interface import WriteOptions
from magcite.formats.opinions import opinion_of, tell_opinion
from magcite.formats.overview import article_key, study_type_of
from magcite.formats.page import Page
from magcite.formats.phrases import count, phrases_for
from magcite.formats.safe_text import flatten, shorten
from magcite.model import Article, CitedSource, Fact, Language, Provenance, Quote, Reading, Verdict
from magcite.vocabulary import name, percent

_STYLES = {
    Verdict.CONTRADICTS: "red",
    Verdict.SUPPORTS: "green",
    Verdict.PARTIAL: "yellow",
    Verdict.UNCLEAR: "magenta",
    Verdict.UNRELATED: "dim",
}
_INDENT = 2
_QUOTE_INDENT = 4
_LONGEST_QUOTE = 300
_LONGEST_JOURNAL = 32
_WIDEST_NAME = 24
_LONGEST_TITLE = 100
_WIDE_ENOUGH = 76
"""Columns from which the sources of a statement stand in columns of their own."""


def sizes_of(reading: Reading, language: Language) -> Iterator[str]:
    """Yield how many people, animals and studies an article counts, each only where it says so."""
    say, sample = phrases_for(language), reading.facts.sample
    if sample.participants:
        yield count(say.people, sample.participants.value, language)
    if sample.animals:
        yield count(say.animals, sample.animals.value, language)
    if sample.studies_included:
        yield count(say.studies, sample.studies_included.value, language)


def _describe(reading: Reading, language: Language) -> str:
    article, say = reading.article, phrases_for(language)
    level = reading.evidence_level
    journal = shorten(flatten(article.journal), _LONGEST_JOURNAL) if article.journal else ""
    published = " ".join(filter(None, (journal, str(article.year) if article.year else "")))
    parts = (
        name(study_type_of(reading), language),
        *sizes_of(reading, language),
        say.level.format(n=level) if level else "",
        published,
        name(article.provenance, language) if article.provenance is not Provenance.PUBMED else "",
    )
    return ", ".join(filter(None, parts))


def quote_line(quote: Quote, limit: int, language: Language) -> str:
    """Give the deciding words in quotation marks, with the section they stand in."""
    section = phrases_for(language).in_title if quote.in_title else (quote.section or "").lower()
    words = f"“{shorten(flatten(quote.text), limit)}”"
    return f"{words} ({flatten(section)})" if section else words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One source with the cells that begin its line: what it says, how sure that is, and its name."""

    source: CitedSource
    reading: Reading
    support: Fact[Verdict]
    cells: tuple[str, str, str]


def _line(source: CitedSource, reading: Reading, support: Fact[Verdict], language: Language) -> _Line:
    named = shorten(flatten(source_name(source)), _WIDEST_NAME)
    cells = (name(support.value, language), f"{percent(support.confidence):>4}", named)
    return _Line(source=source, reading=reading, support=support, cells=cells)


def print_sources(sources: Sequence[CitedSource], page: Page, options: WriteOptions) -> None:
    """Print the sources that bear on a statement, each with its deciding words, in columns where there is room."""
    lines = [
        _line(source, source.reading, source.reading.support, options.language)
        for source in sources
        if source.reading and source.reading.support
    ]
    widths = [max(map(cell_len, column)) for column in zip(*(line.cells for line in lines), strict=True)]
    room = page.width >= _WIDE_ENOUGH
    for line in lines:
        says, sure, named = (
            (set_cell_size(*cell) for cell in zip(line.cells, widths, strict=True)) if room else line.cells
        )
        lead = cell_len(f"{says} {sure}  {named}  ")
        page.line(
            (says, _STYLES[line.support.value]),
            (f" {sure}  ", ""),
            (named, "bold"),
            (f"  {_describe(line.reading, options.language)}", ""),
            indent=_INDENT,
            hang=_INDENT + lead if room and lead < page.width // 2 else _QUOTE_INDENT,
        )
        _print_details(line, page, options)


def _print_details(line: _Line, page: Page, options: WriteOptions) -> None:
    say, language, source = phrases_for(options.language), options.language, line.source
    if line.support.quote:
        limit = _LONGEST_QUOTE * (10 if options.verbose else 1)
        page.line((quote_line(line.support.quote, limit, language), ""), indent=_QUOTE_INDENT)
    if opinion := opinion_of(source):
        page.line((tell_opinion(opinion, language), "cyan"), indent=_QUOTE_INDENT, hang=_QUOTE_INDENT + 2)
    if options.verbose and line.reading.article.title:
        page.line((shorten(flatten(line.reading.article.title), _LONGEST_QUOTE), "dim"), indent=_QUOTE_INDENT)
    if source.also_cited_as:
        names = ", ".join(map(flatten, source.also_cited_as))
        page.line((say.also_cited.format(names=names), "dim"), indent=_QUOTE_INDENT)
    if source.suggestion:
        page.line((_guess(source.suggestion, language), "cyan"), indent=_QUOTE_INDENT)


def _guess(other: Article, language: Language) -> str:
    title = shorten(flatten(other.title), _LONGEST_TITLE) if other.title else ""
    return phrases_for(language).meant.format(pmid=article_key(other), title=title)
