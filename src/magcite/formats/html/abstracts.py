"""The deciding words in their context: the article's own title and abstract, with the words marked."""

from __future__ import annotations

from dataclasses import dataclass

from magcite.formats.html.markup import Markup, el, join
from magcite.formats.html.phrases import html_phrases_for
from magcite.model import AbstractSection, Article, Language, Provenance, Quote, Report

_WINDOW = 100
"""Characters shown on either side of the deciding words where whole abstracts would make the page too big."""
_ENOUGH = 6_000_000
"""Characters up to which each abstract is shown whole: a page must stay under 10 MB. Those around it are guessed."""
_PER_STATEMENT = 2_000
_PER_SOURCE = 900


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """How much of an abstract to show around its deciding words, and in which language to speak of it."""

    language: Language
    whole: bool


def choose_context(report: Report, language: Language) -> Context:
    """Show whole abstracts where the page stays small with them, and windows where it would not."""
    audited = [one for claim in report.claims for one in claim.assertions]
    sources = [source for one in audited for source in one.sources]
    abstracts = (section.text for source in sources if source.reading for section in source.reading.article.abstract)
    size = sum(map(len, abstracts)) + _PER_STATEMENT * len(audited) + _PER_SOURCE * len(sources)
    return Context(language=language, whole=size <= _ENOUGH)


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    first = text.rfind(" ", 0, max(0, start - _WINDOW)) + 1 if start > _WINDOW else 0
    last = text.find(" ", end + _WINDOW)
    return first, last if last >= 0 else len(text)


def mark(text: str, quote: str, *, whole: bool = True) -> Markup:
    """Mark the quoted words where they stand in a text, with the whole text or a window of it around them."""
    start = text.find(quote)
    if start < 0 or not quote:
        return join([text])
    end = start + len(quote)
    first, last = (0, len(text)) if whole else _window(text, start, end)
    return join(
        [
            "… " if first else None,
            text[first:start],
            el("mark", quote),
            text[end:last],
            " …" if last < len(text) else None,
        ]
    )


def _section(section: AbstractSection, quote: Quote | None) -> Markup:
    words = quote.text if quote and not quote.in_title else ""
    label = el("b", f"{section.label.capitalize()}. ") if section.label else None
    return el("p", label, mark(section.text, words))


def origin_of(article: Article, language: Language) -> str:
    """Say in a sentence where the text shown comes from, and when it was fetched."""
    say = html_phrases_for(language)
    if article.provenance is Provenance.DIGEST:
        return say.digest_note
    note = say.record_note[article.provenance.value]
    return f"{note} {say.retrieved.format(day=article.retrieved.isoformat())}" if article.retrieved else note


def show_in_place(article: Article, quote: Quote) -> Markup:
    """Show the deciding words marked among the words around them, for a page too large for whole abstracts."""
    texts = [article.title or ""] if quote.in_title else [section.text for section in article.abstract]
    holding = next((text for text in texts if quote.text in text), quote.text)
    return el("span", mark(holding, quote.text, whole=False), lang="en")


def show_context(article: Article, quote: Quote | None, context: Context) -> Markup | None:
    """Show title and abstract folded away, the deciding words marked, and say whose text it is."""
    say = html_phrases_for(context.language)
    if not context.whole:
        return None
    title = mark(article.title or "", quote.text if quote and quote.in_title else "")
    return el(
        "details",
        el("summary", say.in_context),
        el(
            "div",
            el("p", el("b", title)),
            join(_section(section, quote) for section in article.abstract),
            class_="abstract",
            lang="en",
        ),
        el("p", origin_of(article, context.language), class_="origin"),
    )
