"""Compare a statement with one source and list what lies between them."""

from __future__ import annotations

from collections.abc import Iterable

from magcite.model import Article, ArticleFacts, Fact, Reason, Verdict
from magcite.readers.scope.figures import compare_figures
from magcite.readers.scope.people import compare_people
from magcite.readers.scope.results import compare_results
from magcite.readers.scope.topic import compare_topic
from magcite.readers.scope.treatment import compare_treatment
from magcite.readers.sentences import split_article
from magcite.readers.support import SupportReading, SupportReason

_BEARING = frozenset({Verdict.SUPPORTS, Verdict.PARTIAL, Verdict.CONTRADICTS})
_ON_NUMBERS = frozenset(
    {
        Reason.NUMBER_MISMATCH,
        Reason.NUMBER_NOT_STATED,
        Reason.NUMBER_OF_OTHER_GROUP,
        Reason.DOSE_MISMATCH,
        Reason.DURATION_MISMATCH,
    }
)

_WORDS = {
    Reason.POPULATION_MISMATCH: "the people studied are not, or not all, those of the statement",
    Reason.OUTCOME_MISMATCH: "what is told was not, or not all, measured",
    Reason.EXPOSURE_MISMATCH: "what people took or had was another than told",
    Reason.NUMBER_NOT_STATED: "a number of the statement is not in the abstract",
}
"""What a reason of the verdict means, where the verdict's own words speak of its result."""


def read_scope(
    statement: str, article: Article, facts: ArticleFacts, support: Fact[Verdict] | None
) -> tuple[Fact[Reason], ...]:
    """List what keeps a source from carrying an English statement as it stands, each quoted, one of a kind.

    A source that does not bear on the statement is not compared; but one that watched the same things without giving
    anything is about it all the same, and says so.
    """
    if support is None:
        return ()
    sentences = split_article(article)
    if support.value is Verdict.UNRELATED:
        return tuple(compare_topic(statement, sentences, facts))
    if support.value not in _BEARING:
        return ()
    found = (
        *compare_figures(statement, sentences),
        *compare_people(statement, article, sentences, facts),
        *compare_treatment(statement, sentences),
        *compare_results(statement, sentences, facts, support),
    )
    return _one_of_each(found)


def list_reasons(
    statement: str, article: Article, facts: ArticleFacts, support: SupportReading
) -> tuple[Fact[Reason], ...]:
    """List all that lies between a statement and a source: what a comparison finds, then what the verdict rests on."""
    found = read_scope(statement, article, facts, support.fact)
    compared = any(fact.value in _ON_NUMBERS for fact in found)
    given = (_as_fact(one, support.fact.confidence) for one in support.reasons)
    kept = (fact for fact in given if not (compared and fact.value in _ON_NUMBERS))
    return _one_of_each((*found, *kept))


def _as_fact(one: SupportReason, confidence: float) -> Fact[Reason]:
    """Take over a reason of the verdict; its "another number" means only that a number was not found."""
    value = Reason.NUMBER_NOT_STATED if one.reason is Reason.NUMBER_MISMATCH else one.reason
    return Fact(value=value, quote=one.quote, confidence=confidence, basis=_WORDS.get(value, one.because))


def _one_of_each(facts: Iterable[Fact[Reason]]) -> tuple[Fact[Reason], ...]:
    first: dict[Reason, Fact[Reason]] = {}
    for fact in facts:
        first.setdefault(fact.value, fact)
    return tuple(first.values())
