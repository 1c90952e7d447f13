"""A learned model decides what the rules leave open, and nothing else."""

from __future__ import annotations

import pytest

from magcite.model import AbstractSection, Article, ArticleIds, Fact, Provenance, Reason, Verdict
from magcite.readers.article import read_article
from magcite.readers.judging import judge
from magcite.readers.pair_model import SENTENCES, SURE, consult
from magcite.readers.support import SupportReading, SupportReason

STATEMENT = "Magnesium improves sleep."
ARTICLE = Article(
    ids=ArticleIds(),
    title="Magnesium and sleep",
    abstract=(
        AbstractSection(text="We gave 40 adults magnesium or placebo, and they rated their sleep daily."),
        AbstractSection(text="Sleep ratings rose on magnesium. Sleep ratings fell on placebo.", label="RESULTS"),
    ),
    provenance=Provenance.RECORDED,
)


class Scorer:
    """Gives the scores set for a passage that holds the words; else it finds nothing to do with the statement."""

    def __init__(self, **scores: tuple[float, float, float]) -> None:
        self._scores = scores
        self.asked: list[str] = []

    def score(self, statement: str, passage: str) -> tuple[float, float, float]:
        assert statement == STATEMENT
        self.asked.append(passage)
        return next((scores for word, scores in self._scores.items() if word in passage), (0.05, 0.05, 0.9))


def rules_say(verdict: Verdict, confidence: float, *reasons: Reason) -> SupportReading:
    fact = Fact(value=verdict, quote=None, confidence=confidence, basis="a row")
    return SupportReading(
        fact=fact, reasons=tuple(SupportReason(reason=one, quote=None, because="it is so") for one in reasons)
    )


@pytest.mark.parametrize("verdict", [Verdict.UNCLEAR, Verdict.UNRELATED])
def test_what_the_rules_leave_open_the_most_decided_sentence_decides(verdict: Verdict) -> None:
    scorer = Scorer(rose=(0.8, 0.1, 0.1), rated=(0.5, 0.1, 0.4))
    read = consult(scorer, STATEMENT, ARTICLE, rules_say(verdict, 0.5, Reason.NOT_TOLD))
    assert (read.fact.value, read.fact.confidence) == (Verdict.SUPPORTS, 0.8)
    assert read.fact.quote
    assert read.fact.quote.text == "Sleep ratings rose on magnesium."
    assert f"the rules alone: {verdict.value}" in read.fact.basis
    assert read.reasons == ()
    assert len(scorer.asked) <= SENTENCES


def test_a_model_may_speak_against_the_statement() -> None:
    read = consult(Scorer(fell=(0.1, 0.7, 0.2)), STATEMENT, ARTICLE, rules_say(Verdict.UNCLEAR, 0.5))
    assert read.fact.value is Verdict.CONTRADICTS


def test_a_model_that_finds_nothing_leaves_the_rules_their_verdict() -> None:
    rules = rules_say(Verdict.UNRELATED, 0.5)
    assert consult(Scorer(rose=(0.4, 0.1, 0.5)), STATEMENT, ARTICLE, rules) is rules


@pytest.mark.parametrize(
    "rules",
    [
        rules_say(Verdict.UNRELATED, SURE),
        rules_say(Verdict.SUPPORTS, 0.4),
        rules_say(Verdict.PARTIAL, 0.4),
        rules_say(Verdict.CONTRADICTS, 0.4),
        rules_say(Verdict.UNCLEAR, 0.5, Reason.WITHIN_GROUP_ONLY),
        rules_say(Verdict.UNCLEAR, 0.5, Reason.MIXED_RESULTS),
    ],
)
def test_where_the_rules_are_sure_or_saw_the_whole_no_model_is_asked(rules: SupportReading) -> None:
    scorer = Scorer(rose=(0.9, 0.05, 0.05))
    assert consult(scorer, STATEMENT, ARTICLE, rules) is rules
    assert scorer.asked == []


def test_without_a_model_judging_is_what_it_was() -> None:
    facts = read_article(ARTICLE)
    assert judge(STATEMENT, ARTICLE, facts) == judge(STATEMENT, ARTICLE, facts, None)


def test_a_verdict_of_the_model_quotes_the_article() -> None:
    odd = Article(
        ids=ArticleIds(),
        title=None,
        abstract=(AbstractSection(text="Nobody told us what to think of zzyzx. The quux rose."),),
        provenance=Provenance.RECORDED,
    )

    class Sure:
        def score(self, statement: str, passage: str) -> tuple[float, float, float]:
            return (0.9, 0.05, 0.05)

    reading = judge("The zzyzx frobnicates the quux.", odd, read_article(odd), Sure())
    assert reading.support
    assert reading.support.quote
    assert reading.support.quote.text in odd.abstract[0].text


def test_where_weights_and_model_decide_together_the_sentence_that_the_model_read_is_quoted() -> None:
    class Reader:
        def score(self, statement: str, passage: str) -> tuple[float, float, float]:
            return (0.9, 0.05, 0.05) if "quux rose" in passage else (0.05, 0.05, 0.9)

    odd = Article(
        ids=ArticleIds(),
        title=None,
        abstract=(AbstractSection(text="We watched 40 blorbs on plugh. The quux rose."),),
        provenance=Provenance.RECORDED,
    )
    reading = judge("Plugh is why blorbs zing.", odd, read_article(odd), Reader())
    assert reading.support
    assert reading.support.value in {Verdict.SUPPORTS, Verdict.PARTIAL}
    assert reading.support.quote
    assert reading.support.quote.text == "The quux rose."
    assert "the model" in reading.support.basis
