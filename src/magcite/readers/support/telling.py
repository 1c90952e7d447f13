"""Choose the sentences of an article that a learned model is shown beside a statement."""

from __future__ import annotations

from collections.abc import Sequence

from magcite.readers.sentences import Part
from magcite.readers.support.passages import Passage, Prepared

SENTENCES = 4
"""How many sentences stand beside the title: what the model was trained on."""


def choose_telling(article: Prepared, ranked: Sequence[Passage]) -> tuple[Passage, ...]:
    """Choose the sentences that hold most of a statement, at least one that concludes, in the order of the text."""
    own = [passage for passage in ranked if passage.sentence.part is not Part.TITLE]
    chosen = own[:SENTENCES]
    if len(own) > SENTENCES and not any(passage.concludes for passage in chosen):
        chosen[-1:] = [passage for passage in own[SENTENCES:] if passage.concludes][:1] or chosen[-1:]
    kept = {id(passage) for passage in chosen}
    return tuple(passage for passage in article.passages if id(passage) in kept)


def join_telling(title: str | None, chosen: Sequence[Passage]) -> str:
    """Join title and sentences into the passage that the model reads."""
    sentences = " ".join(passage.sentence.text for passage in chosen)
    return f"{title.rstrip('. ')}. {sentences}" if title else sentences
