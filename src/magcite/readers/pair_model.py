"""Let a learned model of inference decide what the rules leave open.

Where the rules are sure they stand, and so they do where they saw what no single sentence shows. Where no rule applies
and fitted weights decide, the model has the greater say beside them. Where all that ends in "unclear" or "unrelated"
without being sure, the model is asked about the most telling sentences, and its most decided answer stands if it is
one. Its probability is reported as the confidence as it is: how far it can be trusted is what
`magcite accuracy FILE --model …` measures.
"""

from __future__ import annotations

from dataclasses import replace

from magcite.model import Article, ArticleFacts, Fact, Reason, Verdict
from magcite.readers.sentences import Sentence, split_article
from magcite.readers.support import PairScorer, SupportReading, features, judge_support

SURE = 0.7
"""Confidence from which the rules' own verdict stands (ours)."""
SENTENCES = 4
"""How many of the most telling sentences the model is asked about (ours)."""

_SIDES = {Verdict.SUPPORTS: 0, Verdict.PARTIAL: 0, Verdict.CONTRADICTS: 1}
_OPEN = frozenset({Verdict.UNCLEAR, Verdict.UNRELATED})
_BEYOND_A_SENTENCE = frozenset(
    {
        Reason.WITHIN_GROUP_ONLY,
        Reason.NO_BETWEEN_GROUP_TEST,
        Reason.MIXED_RESULTS,
        Reason.BACKGROUND_ONLY,
        Reason.NOT_EQUIVALENCE,
    }
)
"""What the rules see in an abstract as a whole, where a model reads one sentence and would fall for it."""


Scores = tuple[float, float, float]
"""The probabilities that a passage supports, contradicts, or has nothing to do with a statement."""


class _Overheard:
    """Passes questions on to a model and remembers its answers, to quote the sentence that they were about."""

    def __init__(self, scorer: PairScorer) -> None:
        self._scorer = scorer
        self.answers: dict[str, Scores] = {}

    def score(self, statement: str, passage: str) -> Scores:
        self.answers[passage] = self._scorer.score(statement, passage)
        return self.answers[passage]


def judge_with_model(
    scorer: PairScorer, statement: str, article: Article, facts: ArticleFacts
) -> SupportReading | None:
    """Judge a statement by the rules and, where they leave it open, by a model; None without an abstract."""
    overheard = _Overheard(scorer)
    read = judge_support(statement, article, facts, overheard)
    if read is None or _is_open(read):
        return read and consult(scorer, statement, article, read)
    return _quote_what_decided(read, article, overheard.answers)


def _quote_what_decided(read: SupportReading, article: Article, answers: dict[str, Scores]) -> SupportReading:
    """Quote the sentence that the model's say was about, where it had one and took the side of the verdict."""
    side = _SIDES.get(read.fact.value)
    passage = max(answers, key=lambda text: answers[text][side], default=None) if side is not None else None
    if side is None or passage is None or answers[passage][side] < max(answers[passage]):
        return read
    quote = next((one.quote() for one in split_article(article) if one.text == passage), read.fact.quote)
    return replace(read, fact=replace(read.fact, quote=quote, basis=f"{read.fact.basis}; the model had a say"))


def consult(scorer: PairScorer, statement: str, article: Article, read: SupportReading) -> SupportReading:
    """Give the model's verdict where the rules leave one open and the model has one; else theirs."""
    if not _is_open(read):
        return read
    answers = [(scorer.score(statement, one.text), one) for one in _telling_sentences(statement, article)]
    if not answers:
        return read
    (supports, contradicts, neither), sentence = max(answers, key=lambda answer: max(answer[0][:2]))
    if neither >= max(supports, contradicts):
        return read
    verdict = Verdict.SUPPORTS if supports >= contradicts else Verdict.CONTRADICTS
    says = "follows from" if verdict is Verdict.SUPPORTS else "is at odds with"
    fact = Fact(
        value=verdict,
        quote=sentence.quote(),
        confidence=round(max(supports, contradicts), 3),
        basis=f"the model finds that the statement {says} this sentence; the rules alone: {read.fact.value.value}, "
        f"{read.fact.basis}",
    )
    return SupportReading(fact=fact, reasons=())


def _is_open(read: SupportReading) -> bool:
    seen = {one.reason for one in read.reasons}
    return read.fact.value in _OPEN and read.fact.confidence < SURE and not seen & _BEYOND_A_SENTENCE


def _telling_sentences(statement: str, article: Article) -> list[Sentence]:
    """List the sentences closest to the statement; what others found, told as background, is no finding."""
    ranked = features(statement, article).ranked
    return [passage.sentence for passage in ranked if not passage.background][:SENTENCES]
