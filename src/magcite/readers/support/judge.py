"""Judge whether a source supports a statement, with the sentence the verdict rests on and the reasons for it."""

from __future__ import annotations

from typing import Protocol

from magcite.model import Article, ArticleFacts, Fact, Verdict
from magcite.readers.sentences import Part
from magcite.readers.support.case import Case, lay_out
from magcite.readers.support.decide import Decision, decide
from magcite.readers.support.passages import Passage
from magcite.readers.support.reasons import SupportReading, SupportReason
from magcite.readers.support.statement import parse_statement


class PairScorer(Protocol):
    """A learned model of inference between a statement and a passage."""

    def score(self, statement: str, passage: str) -> tuple[float, float, float]:
        """Give the probabilities that the passage supports, contradicts or has nothing to do with the statement."""
        ...


def read_support(statement: str, article: Article, facts: ArticleFacts | None = None) -> Fact[Verdict] | None:
    """Read whether an article supports an English statement; None without an abstract."""
    reading = judge_support(statement, article, facts)
    return reading.fact if reading else None


def judge_support(
    statement: str,
    article: Article,
    facts: ArticleFacts | None = None,
    scorer: PairScorer | None = None,  # noqa: ARG001 - part of the interface; weighed in once a model is shipped
) -> SupportReading | None:
    """Judge a statement by an article's abstract and give every reason; None without an abstract."""
    if not any(section.text.strip() for section in article.abstract):
        return None
    case = lay_out(parse_statement(statement), article, facts)
    decision = decide(case)
    passage = decision.passage or _most_telling(case)
    quote = passage.sentence.quote()
    fact = Fact(
        value=decision.verdict, quote=quote, confidence=round(decision.confidence, 3), basis=_explain(case, decision)
    )
    reasons = tuple(
        SupportReason(reason=reason, quote=quote, because=decision.row) for reason in dict.fromkeys(decision.reasons)
    )
    return SupportReading(fact=fact, reasons=reasons)


def _most_telling(case: Case) -> Passage:
    """Give the sentence that shows best what the article is about: most shared terms, else conclusion or title."""
    terms = case.frame.terms

    def score(passage: Passage) -> tuple[float, bool]:
        return (
            len(terms & passage.terms) + passage.concludes * 0.5 - passage.background,
            passage.sentence.part is Part.TITLE,
        )

    return max(case.prepared.passages, key=score)


def _explain(case: Case, decision: Decision) -> str:
    exposure = "exposure found" if case.exposure_found else "exposure not found"
    outcome = "outcome found" if case.outcomes_found else "outcome not found"
    reasons = ", ".join(reason.value for reason in dict.fromkeys(decision.reasons))
    return f"{decision.row}; {exposure}; {outcome}; {case.source.value}" + (f"; {reasons}" if reasons else "")
