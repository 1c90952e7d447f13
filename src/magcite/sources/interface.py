"""What every source of articles offers, and nothing more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from magcite.model import Article, Identifier, MissingArticle

Answer = Article | MissingArticle


class ArticleSource(Protocol):
    """Somewhere to look articles up: PubMed, the cache, a recorded folder, or a chain of these."""

    def look_up(self, identifiers: Sequence[Identifier]) -> Mapping[Identifier, Answer]:
        """Answer every identifier asked (no more, no fewer); in as few requests as the source allows.

        An identifier that this source cannot speak about is answered with a MissingArticle whose status is UNAVAILABLE
        (it could not be asked, or holds only part of the world); NOT_FOUND is said only by PubMed itself.
        """
        ...
