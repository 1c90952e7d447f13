"""The sources of a statement as a table: what kind of study, how big, how strong, and what it says."""

from __future__ import annotations

from collections.abc import Sequence

from magcite.body import source_name
from magcite.formats.html.abstracts import Context, show_context, show_in_place
from magcite.formats.html.badges import person_badge, source_badge
from magcite.formats.html.markup import Markup, el, join
from magcite.formats.html.phrases import html_phrases_for
from magcite.formats.opinions import opinion_of, shown_apart, tell_opinion
from magcite.formats.overview import article_key, bearing_sources, pmid_of, study_type_of, with_verdict, without_text
from magcite.formats.phrases import count, phrases_for
from magcite.formats.reviews import reviewed_sources, tell_origin, tell_own, tell_verdict
from magcite.formats.safe_text import shorten
from magcite.identifiers import address_of
from magcite.model import (
    Article,
    AuditedAssertion,
    CitedSource,
    Fact,
    Identifier,
    IdKind,
    Language,
    Provenance,
    Quote,
    Reading,
    Review,
    Status,
    Verdict,
)
from magcite.reviewing.items import review_of
from magcite.vocabulary import name, percent, write_number

_LONGEST_TITLE = 160
_LONGEST_NAME = 60
_LONGEST_QUOTE = 900


def link_source(source: CitedSource) -> Markup:
    """Link to PubMed where the source has a PMID, else to where it was cited; never to anything but a web page."""
    pmid = pmid_of(source)
    identifier = Identifier(kind=IdKind.PMID, value=pmid) if pmid else source.citation.identifier
    address, shown = address_of(identifier), shorten(source_name(source), _LONGEST_NAME)
    if not address.startswith(("https://", "http://")):
        return el("span", shown)
    return el("a", shown, href=address)


def provenance_badge(origin: Provenance, language: Language) -> Markup:
    """Show where the text came from."""
    return el("span", name(origin, language), class_=f"origin-badge {origin.value}")


def _named(source: CitedSource, reading: Reading, language: Language) -> Markup:
    article, say = reading.article, phrases_for(language)
    published = ", ".join(filter(None, (article.journal, str(article.year) if article.year else None)))
    also = say.also_cited.format(names=", ".join(source.also_cited_as)) if source.also_cited_as else None
    return join(
        [
            el("span", shorten(article.title, _LONGEST_TITLE), class_="title", lang="en") if article.title else None,
            el(
                "span",
                f"{published} · " if published else None,
                "PMID " if pmid_of(source) else None,
                link_source(source),
                " ",
                provenance_badge(article.provenance, language),
                class_="published",
            ),
            el("span", also, class_="published") if also else None,
            _suggestion(source, language),
        ]
    )


def _suggestion(source: CitedSource, language: Language) -> Markup | None:
    if source.suggestion is None:
        return None
    title = shorten(source.suggestion.title or "", _LONGEST_TITLE)
    words = phrases_for(language).meant.format(pmid=article_key(source.suggestion), title=title)
    return el("span", words, class_="published")


def _size(reading: Reading, language: Language) -> Markup:
    say, sample = phrases_for(language), reading.facts.sample
    lines = [
        el("span", write_number(sample.participants.value, language)) if sample.participants else None,
        el("span", count(say.animals, sample.animals.value, language)) if sample.animals else None,
        el("span", count(say.studies, sample.studies_included.value, language)) if sample.studies_included else None,
    ]
    return join(lines, " ") if any(lines) else Markup("–")


def _says(support: Fact[Verdict], language: Language) -> Markup:
    sure = html_phrases_for(language).sure.format(percent=percent(support.confidence))
    return join([source_badge(support.value, language), el("span", sure, class_="sure")], " ")


def _row(
    source: CitedSource, reading: Reading, support: Fact[Verdict], review: Review | None, context: Context
) -> Markup:
    """Build the two rows of a source. Roles are spelled out: on a phone the cells are no table cells to CSS."""
    language = context.language
    level = str(reading.evidence_level) if reading.evidence_level else "–"
    study = name(study_type_of(reading), language)
    cells = (
        el("th", _named(source, reading, language), scope="row", role="rowheader"),
        el("td", study, role="cell"),
        el("td", _size(reading, language), role="cell", class_="number"),
        el("td", level, role="cell", class_="number"),
        el("td", _says(support, language), role="cell"),
    )
    parts = (_words(reading.article, support.quote, context), show_review(review, language), _opinion(source, language))
    detail = el("td", join(parts), colspan=5, role="cell")
    return join([el("tr", *cells, role="row"), el("tr", detail, role="row", class_="detail")])


def _opinion(source: CitedSource, language: Language) -> Markup | None:
    """Show a second opinion under magcite's own words, where one was asked for."""
    opinion = opinion_of(source)
    return el("p", tell_opinion(opinion, language), class_="opinion") if opinion else None


def show_review(review: Review | None, language: Language) -> Markup | None:
    """Show a person's verdict with a mark of its own, so that nobody takes it for magcite's."""
    if review is None:
        return None
    return el("p", person_badge(tell_verdict(review, language)), tell_origin(review, language), class_="review")


def _words(article: Article, quote: Quote | None, context: Context) -> Markup:
    """Show the deciding words and, folded away or around them, their context."""
    if quote is None:
        words = el("span", html_phrases_for(context.language).no_quote)
    elif context.whole or len(quote.text) > _LONGEST_QUOTE:
        words = el("q", shorten(quote.text, _LONGEST_QUOTE), lang="en")
    else:
        words = show_in_place(article, quote)
    section = phrases_for(context.language).in_title if quote and quote.in_title else quote.section if quote else None
    where = el("span", f" {section.lower()}", class_="section") if section else None
    return join([el("p", words, where, class_="words"), show_context(article, quote, context)])


def _table(audited: AuditedAssertion, sources: Sequence[CitedSource], context: Context) -> Markup:
    say = html_phrases_for(context.language)
    heads = ((say.source, None), (say.study, None), (say.people, "number"), (say.level, "number"), (say.says, None))
    return el(
        "table",
        el("caption", say.sources_of.format(id=audited.assertion.id), class_="hidden"),
        el(
            "thead",
            el(
                "tr",
                *(el("th", head, scope="col", role="columnheader", class_=style) for head, style in heads),
                role="row",
            ),
            role="rowgroup",
        ),
        el(
            "tbody",
            *(
                _row(source, source.reading, source.reading.support, review_of(audited.assertion, source), context)
                for source in sources
                if source.reading and source.reading.support
            ),
            role="rowgroup",
        ),
        role="table",
        class_="sources",
    )


def _names(sources: Sequence[CitedSource], language: Language) -> Markup:
    """Link the sources; one without text says why not."""
    named = (
        join(
            [link_source(source), f" ({name(source.status, language)})" if source.status is not Status.GRADED else None]
        )
        for source in sources
    )
    return join(named, ", ")


def _others(audited: AuditedAssertion, language: Language) -> Markup | None:
    say = phrases_for(language)
    groups = (
        (say.unrelated, with_verdict(audited, Verdict.UNRELATED)),
        (say.unclear, with_verdict(audited, Verdict.UNCLEAR, near=True)),
        (say.not_judged, with_verdict(audited, None)),
        (say.no_text, without_text(audited)),
    )
    items = [
        el("li", count(phrase, len(sources), language, names=""), _names(sources, language))
        for phrase, sources in groups
        if sources
    ]
    listed = bearing_sources(audited, near=True)
    items += [
        el("li", link_source(source), f" ({tell_own(source, language)})", show_review(review, language))
        for source, review in reviewed_sources(audited)
        if source not in listed
    ]
    apart = shown_apart(audited.sources, listed)
    items += [el("li", link_source(source), ": ", tell_opinion(opinion, language)) for source, opinion in apart]
    return el("ul", *items, class_="others") if items else None


def show_sources(audited: AuditedAssertion, context: Context) -> Markup:
    """Show the sources that bear on a statement as a table, and name the others."""
    listed = bearing_sources(audited, near=True)
    return join([_table(audited, listed, context) if listed else None, _others(audited, context.language)])
