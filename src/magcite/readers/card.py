"""Read one article on its own, or beside one statement."""

from __future__ import annotations

from magcite.evidence import weigh
from magcite.model import Article, Reading
from magcite.readers.article import read_article
from magcite.readers.support import read_support


def read_card(article: Article, claim: str | None) -> Reading:
    """Read an article; with a claim (in English), judge whether the article supports it."""
    facts = read_article(article)
    return Reading(
        article=article,
        facts=facts,
        support=read_support(claim, article, facts) if claim and article.abstract else None,
        evidence_level=weigh(facts.design, facts.sample).level,
    )
