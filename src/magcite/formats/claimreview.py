"""schema.org ClaimReview as JSON-LD: one review per statement that could be judged, for fact-check pages."""

from __future__ import annotations

import json
from typing import Any, TextIO

from magcite import __version__
from magcite.formats.interface import WriteOptions
from magcite.formats.overview import Statement, bearing_sources, statements
from magcite.formats.reviews import reviewed_sources
from magcite.formats.safe_text import drop_controls
from magcite.identifiers import address_of
from magcite.model import AssertionVerdict, AuditedAssertion, CitedSource, Language, Report, Review
from magcite.vocabulary import name

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


def _review_of_source(review: Review, spoken: Language) -> Json:
    """Give what a person says of one source: a review of that source by its own author, not of the statement."""
    told: Json = {
        "@type": "Review",
        "reviewAspect": "support for the claim",
        "reviewRating": {"@type": "Rating", "alternateName": name(review.verdict, spoken)},
    }
    if review.by:
        told["author"] = {"@type": "Person", "name": drop_controls(review.by)}
    if review.on:
        told["datePublished"] = review.on.isoformat()
    if review.reason:
        told["reviewBody"] = drop_controls(review.reason)
    return told


def _citations(audited: AuditedAssertion, spoken: Language) -> list[Json]:
    """List the sources that bear on a statement, and those that a person reviewed."""
    reviews = dict((id(source), review) for source, review in reviewed_sources(audited))
    bearing = bearing_sources(audited)
    others = [source for source, _ in reviewed_sources(audited) if source not in bearing]
    return [
        _citation(source)
        | ({"review": _review_of_source(reviews[id(source)], spoken)} if id(source) in reviews else {})
        for source in (*bearing, *others)
    ]


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
        "citation": _citations(statement.audited, spoken),
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
