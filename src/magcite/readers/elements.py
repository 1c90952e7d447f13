"""Read details of the design that an abstract states, each with the words for it."""

from __future__ import annotations

from magcite.model import Article, Design, Element


def read_elements(article: Article, design: Design) -> tuple[Element, ...]:
    """Read blinding, comparator, dose and the like from the abstract."""
    del article, design
    return ()
