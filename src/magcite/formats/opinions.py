"""A second opinion in words: whose it is, what it says, and the words it rests on, or why there is none."""

from __future__ import annotations

from collections.abc import Sequence

from magcite.body import BEARING
from magcite.formats.safe_text import flatten, shorten
from magcite.model import CitedSource, Language, OpinionStatus, SecondOpinion
from magcite.vocabulary import name

_LONGEST_QUOTE = 300
_LONGEST_NAME = 60
_TELLS = {
    Language.ENGLISH: {
        OpinionStatus.GIVEN: "second opinion {model}: {what}",
        OpinionStatus.REFUSED: "second opinion {model}: refused, {what}",
        OpinionStatus.UNAVAILABLE: "second opinion {model}: none, {what}",
    },
    Language.DUTCH: {
        OpinionStatus.GIVEN: "tweede mening {model}: {what}",
        OpinionStatus.REFUSED: "tweede mening {model}: geweigerd, {what}",
        OpinionStatus.UNAVAILABLE: "tweede mening {model}: geen, {what}",
    },
}


def tell_opinion(opinion: SecondOpinion, language: Language) -> str:
    """Write a second opinion on one line."""
    said = name(opinion.verdict, language) if opinion.verdict else flatten(opinion.reason or "")
    quote = f" “{shorten(flatten(opinion.quote.text), _LONGEST_QUOTE)}”" if opinion.quote else ""
    model = shorten(flatten(opinion.model), _LONGEST_NAME)
    return _TELLS[language][opinion.status].format(model=model, what=said) + quote


def shown_apart(
    sources: Sequence[CitedSource], listed: Sequence[CitedSource]
) -> list[tuple[CitedSource, SecondOpinion]]:
    """Give the second opinions that bear on a statement, on sources that the report only counts."""
    found = ((source, opinion_of(source)) for source in sources if source not in listed)
    return [(source, opinion) for source, opinion in found if opinion and opinion.verdict in BEARING]


def opinion_of(source: CitedSource) -> SecondOpinion | None:
    """Give the second opinion on a source, None where none was asked for."""
    return source.reading.second_opinion if source.reading else None
