"""Set one article beside one statement: everything read from it, and what it says of the statement."""

from __future__ import annotations

from magcite.evidence import weigh
from magcite.model import Article, ArticleFacts, Reading
from magcite.readers.scope import list_reasons
from magcite.readers.support import PairScorer, judge_support


def judge(statement: str | None, article: Article, facts: ArticleFacts, scorer: PairScorer | None = None) -> Reading:
    """Give the reading of an article for a statement in English; without one, or without an abstract, no verdict.

    A learned model, where one is given, has a say in what the rules leave open.
    """
    support = judge_support(statement, article, facts, scorer) if statement and article.abstract else None
    return Reading(
        article=article,
        facts=facts,
        support=support.fact if support else None,
        evidence_level=weigh(facts.design, facts.sample).level,
        reasons=list_reasons(statement, article, facts, support) if support and statement else (),
    )
