"""What a person decided about a source, in words, and always apart from magcite's own verdict."""

from __future__ import annotations

from dataclasses import dataclass

from magcite.body import verdict_of
from magcite.formats.safe_text import flatten, shorten
from magcite.model import AuditedAssertion, CitedSource, Language, Review
from magcite.reviewing.items import review_of
from magcite.vocabulary import name

_LONGEST_NAME = 80
_LONGEST_REASON = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    verdict: str
    by: str
    on: str


_WORDS = {
    Language.ENGLISH: _Words(verdict="reviewed: {what}", by="by {who}", on="on {day}"),
    Language.DUTCH: _Words(verdict="nagekeken: {what}", by="door {who}", on="op {day}"),
}


def reviewed_sources(audited: AuditedAssertion) -> tuple[tuple[CitedSource, Review], ...]:
    """List the sources of a statement that a person reviewed, in the order of the file."""
    found = ((source, review_of(audited.assertion, source)) for source in audited.sources)
    return tuple((source, review) for source, review in found if review is not None)


def tell_verdict(review: Review, language: Language) -> str:
    """Write what a person says of a source, named as a person's verdict."""
    return _WORDS[language].verdict.format(what=name(review.verdict, language))


def tell_origin(review: Review, language: Language) -> str:
    """Write who reviewed a source, when and why, as far as is known, so that it can follow the verdict."""
    words = _WORDS[language]
    who = words.by.format(who=shorten(flatten(review.by), _LONGEST_NAME)) if review.by else ""
    day = words.on.format(day=review.on.isoformat()) if review.on else ""
    told = " ".join(filter(None, (who, day)))
    reason = f": {shorten(flatten(review.reason), _LONGEST_REASON)}" if review.reason else ""
    return (f", {told}" if told else "") + reason


def tell_own(source: CitedSource, language: Language) -> str:
    """Write magcite's verdict on the same source, to stand beside a person's."""
    own = verdict_of(source)
    return f"magcite: {name(own, language) if own else '–'}"
