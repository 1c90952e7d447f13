"""Let a learned model of inference decide what the rules leave open.

Where the rules are sure they stand, and so they do where they saw what no single sentence shows. Where they end in
"unclear" or "unrelated" without being sure, the model is asked about the most telling sentences, and its most decided
answer stands if it is one. Its probability is reported as the confidence as it is: how far it can be trusted is what
`magcite accuracy FILE --model …` measures.
"""

from __future__ import annotations

from magcite.model import Article, Fact, Verdict
from magcite.readers.sentences import Sentence
from magcite.readers.support import PairScorer, Reason, SupportReading, features

SURE = 0.7
"""Confidence from which the rules' own verdict stands (ours)."""
SENTENCES = 4
"""How many of the most telling sentences the model is asked about (ours)."""

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
