"""Tell which sentences of an article a person would point to for a statement, and show them to a learned model."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from magcite.readers.sentences import Part
from magcite.readers.support.coverage import cover, weigh
from magcite.readers.support.evidence import asks_only
from magcite.readers.support.featuring import HEDGE, own_terms, prefix_cover
from magcite.readers.support.numbers import match_number, read_numbers
from magcite.readers.support.passages import Passage, Prepared
from magcite.readers.support.statement import Frame

SENTENCES = 5
"""How many sentences stand beside the title: what the model was trained on."""
LONG = 60
"""Words from which a sentence counts as long as can be (ours)."""
FEW = 3.0
"""Weight of the words of a sentence below which it is too short to be dense (ours)."""


def rank_telling(frame: Frame, article: Prepared) -> tuple[Passage, ...]:
    """Order the sentences, the title left out, the most telling first; of equals the first in the text."""
    return tuple(passage for _, passage in weigh_telling(frame, article))


def weigh_telling(frame: Frame, article: Prepared) -> tuple[tuple[float, Passage], ...]:
    """Weigh how telling each sentence is, and order them as `rank_telling` does."""
    fitted = _weights()
    sums = [
        (math.fsum(fitted[name] * value for name, value in readings.items()), passage)
        for passage, readings in read_telling(frame, article)
    ]
    return tuple(sorted(sums, key=lambda one: -one[0]))


def read_telling(frame: Frame, article: Prepared) -> list[tuple[Passage, dict[str, float]]]:
    """Read from each sentence what the fitted weights go by, in the order of the text."""
    terms = own_terms(frame)
    own = [passage for passage in article.passages if passage.sentence.part is not Part.TITLE]
    last = len(own) - 1
    return [
        (
            passage,
            _share(frame, terms, passage) | _kind(passage) | {"place": place / max(1, last), "last": place == last},
        )
        for place, passage in enumerate(own)
    ]


def _share(frame: Frame, terms: frozenset[str], passage: Passage) -> dict[str, float]:
    """Read how much of the statement a sentence holds."""
    numbers = read_numbers(passage.sentence.text) if frame.numbers else ()
    return {
        "holds": cover(terms, passage.terms),
        "holds_subject": cover(frame.subject, passage.terms),
        "holds_outcome": cover(frame.outcome, passage.terms),
        "holds_beginnings": prefix_cover(terms, passage.terms),
        "holds_number": any(match_number(one, other) for one in frame.numbers for other in numbers),
        "dense": weigh(terms & passage.terms) / max(FEW, weigh(passage.terms)),
    }


def _kind(passage: Passage) -> dict[str, float]:
    """Read what kind of sentence it is."""
    text = passage.sentence.text
    return {
        "long": min(len(text.split()), LONG) / LONG,
        "asks": asks_only(passage),
        "methods": passage.sentence.part is Part.METHODS,
        "hedges": bool(HEDGE.search(text)),
    }


@cache
def _weights() -> Mapping[str, float]:
    text = files("magcite.readers.support").joinpath("weights_telling.json").read_text(encoding="utf-8")
    fitted: dict[str, float] = json.loads(text)["weights"]
    return fitted


def choose_telling(article: Prepared, ranked: Sequence[Passage]) -> tuple[Passage, ...]:
    """Choose the most telling sentences, at least one that concludes, in the order of the text."""
    chosen = list(ranked[:SENTENCES])
    if len(ranked) > SENTENCES and not any(passage.concludes for passage in chosen):
        chosen[-1:] = [passage for passage in ranked[SENTENCES:] if passage.concludes][:1] or chosen[-1:]
    kept = {id(passage) for passage in chosen}
    return tuple(passage for passage in article.passages if id(passage) in kept)


def join_telling(title: str | None, chosen: Sequence[Passage]) -> str:
    """Join title and sentences into the passage that the model reads."""
    return " ".join(list_pieces(title, chosen))


def list_pieces(title: str | None, chosen: Sequence[Passage]) -> tuple[str, ...]:
    """List title and sentences as the pieces of the passage that the model reads."""
    sentences = (passage.sentence.text for passage in chosen)
    return (f"{title.rstrip('. ')}.", *sentences) if title else tuple(sentences)
