"""schema.org ClaimReview as JSON-LD: one review per statement that could be judged, for fact-check pages."""

from __future__ import annotations

import json
from typing import Any, TextIO

from magcite import __version__
from magcite.formats.interface import WriteOptions
from magcite.formats.overview import Statement, bearing_sources, statements
from magcite.formats.safe_text import drop_controls
from magcite.vocabulary import name
from magcite.identifiers import address_of
from magcite.model import AssertionVerdict, CitedSource, Language, Report

_RATINGS = {
    AssertionVerdict.CONTRADICTED: 1,
    AssertionVerdict.NOT_SUPPORTED: 2,
    AssertionVerdict.MIXED: 3,
    AssertionVerdict.PARTLY_SUPPORTED: 4,
    AssertionVerdict.SUPPORTED: 5,
}
"""From 1, contradicted, to 5, supported (ours): schema.org leaves the scale open. Others get a word, no number."""

Json = dict[str, Any]


def _rating(verdict: AssertionVerdict, language: Language) -> Json:
    word: Json = {"@type": "Rating", "alternateName": name(verdict, language)}
    if verdict in _RATINGS:
        word |= {"ratingValue": _RATINGS[verdict], "worstRating": 1, "bestRating": 5}
    return word


def _citation(source: CitedSource) -> Json:
    article = source.reading.article if source.reading else None
    cited: Json = {"@type": "ScholarlyArticle", "url": address_of(source.citation.identifier)}
    if article and article.title:
        cited["name"] = drop_controls(article.title)
    return cited


def _review(statement: Statement, language: Language, spoken: Language) -> Json:
    assertion, grade = statement.audited.assertion, statement.audited.grade
    title = drop_controls(statement.claim.claim.title or assertion.id)
    review: Json = {
        "@type": "ClaimReview",
        "@id": f"#{assertion.id}",
        "inLanguage": spoken.value,
        "claimReviewed": drop_controls(assertion.text),
        "itemReviewed": {"@type": "Claim", "inLanguage": language.value, "name": title},
        "reviewRating": _rating(statement.verdict, spoken),
        "author": {"@type": "SoftwareApplication", "name": "magcite", "softwareVersion": __version__},
        "citation": [_citation(source) for source in bearing_sources(statement.audited)],
    }
    return review | ({"reviewBody": grade.summary} if grade.summary else {})


def report_as_claimreview(report: Report, spoken: Language) -> Json:
    """Give the reviews as one JSON-LD graph; the publisher and the day of publication are the page's to add."""
    languages = {file.path: file.language for file in report.files}
    reviews = [
        _review(statement, languages.get(statement.audited.assertion.position.file, Language.ENGLISH), spoken)
        for statement in statements(report)
    ]
    return {"@context": "https://schema.org", "@graph": reviews}


def write(report: Report, out: TextIO, options: WriteOptions) -> None:
    """Write the JSON-LD so that it can stand in a script element of a page as it is."""
    text = json.dumps(report_as_claimreview(report, options.language), indent=2, ensure_ascii=True)
    out.write(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026") + "\n")
