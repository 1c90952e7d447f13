"""The report as one HTML file: nothing is fetched, everything can be read without its script."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from importlib.resources import files
from typing import TextIO

from magcite import __version__
from magcite.formats.html.abstracts import choose_context
from magcite.formats.html.filters import show_filters
from magcite.formats.html.markup import Markup, el, join, raw
from magcite.formats.html.people import draw_people
from magcite.formats.html.phrases import html_phrases_for
from magcite.formats.html.pyramid import draw_pyramid
from magcite.formats.html.statement_map import draw_map
from magcite.formats.html.statements import show_claim
from magcite.formats.html.summary import show_summary
from magcite.formats.interface import WriteOptions
from magcite.formats.overview import Overview, oversee, statements
from magcite.formats.phrases import count, phrases_for
from magcite.formats.reviews import reviewed_sources
from magcite.formats.safe_text import flatten
from magcite.model import Language, Report


def _read(name: str) -> str:
    return files("magcite.formats.html").joinpath(name).read_text(encoding="utf-8")


def _style(language: Language) -> str:
    """Give the style sheet, with the names of the columns that a phone shows beside their figures."""
    say = html_phrases_for(language)
    names = f'.sources {{ --people: "{say.people} "; --level: "{say.level} "; }}'
    return f"{names}\n{_read('style.css')}"


def _digest(text: str) -> str:
    return b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _name_anchors(report: Report) -> dict[int, str]:
    """Name each statement for links: by its id, and where files share an id, with a number."""
    taken: dict[str, int] = {}
    anchors = {}
    for statement in statements(report):
        name = statement.audited.assertion.id
        taken[name] = taken.get(name, 0) + 1
        anchors[id(statement.audited)] = f"s-{name}" if taken[name] == 1 else f"s-{name}--{taken[name]}"
    return anchors


def _title(report: Report, language: Language) -> str:
    titles = [flatten(file.title) for file in report.files if file.title]
    return ", ".join(titles) or html_phrases_for(language).title


def _head(report: Report, language: Language) -> Markup:
    """Build the head; the policy lets the page run its own script and style and fetch nothing at all."""
    style, script = _style(language), _read("filter.js")
    policy = f"default-src 'none'; style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'"
    return el(
        "head",
        el("meta", charset="utf-8"),
        Markup(
            f"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}; base-uri 'none'; form-action 'none'\">"
        ),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("meta", name="referrer", content="no-referrer"),
        el("title", f"{_title(report, language)}: magcite"),
        raw("style", style),
    )


def _banner(report: Report, seen: Overview, language: Language) -> Markup:
    say, texts = phrases_for(language), html_phrases_for(language)
    counted = ", ".join(
        count(phrase, number, language)
        for phrase, number in (
            (say.claims, seen.claims),
            (say.statements, seen.assertions),
            (say.citations, seen.citations),
            (say.articles, seen.articles),
        )
    )
    return el(
        "header",
        el("p", texts.title, class_="kind"),
        el("h1", _title(report, language)),
        el("p", counted, class_="counted"),
    )


def _pictures(report: Report, anchors: Mapping[int, str], language: Language) -> Markup:
    say = html_phrases_for(language)
    return el(
        "section",
        el("h2", say.pictures, id="pictures"),
        el(
            "div",
            draw_map(report, anchors, language),
            draw_pyramid(report, language),
            draw_people(report, language),
            class_="pictures",
        ),
        aria_labelledby="pictures",
    )


def _statements(report: Report, anchors: Mapping[int, str], language: Language) -> Markup:
    say = html_phrases_for(language)
    context = choose_context(report, language)
    reviews = any(reviewed_sources(audited) for claim in report.claims for audited in claim.assertions)
    spoken = {file.path: file.language for file in report.files}
    claims = (
        show_claim(claim, anchors, spoken.get(claim.claim.position.file, Language.ENGLISH), context)
        for claim in report.claims
    )
    return el(
        "section",
        el("h2", say.statements, id="statements"),
        show_filters(len(anchors), language, reviews=reviews),
        el("div", *claims, id="claims"),
        aria_labelledby="statements",
    )


def _body(report: Report, language: Language) -> Markup:
    say, seen, anchors = html_phrases_for(language), oversee(report), _name_anchors(report)
    return el(
        "body",
        el("a", say.skip, href="#main", class_="skip"),
        _banner(report, seen, language),
        el(
            "main",
            show_summary(report, seen, anchors, language),
            _pictures(report, anchors, language) if anchors else None,
            _statements(report, anchors, language) if report.claims else None,
            id="main",
        ),
        el("footer", el("p", say.made_by.format(version=__version__), " ", el("a", say.top, href="#main"))),
        raw("script", _read("filter.js")),
    )


def write(report: Report, out: TextIO, options: WriteOptions) -> None:
    """Write the page; what the stream's encoding cannot hold is written as character references."""
    language = options.language
    page = join(["", _head(report, language), _body(report, language)])
    text = f'<!doctype html>\n<html lang="{language.value}">\n{page}\n</html>\n'
    encoding = getattr(out, "encoding", None) or "utf-8"
    out.write(text.encode(encoding, "xmlcharrefreplace").decode(encoding))
