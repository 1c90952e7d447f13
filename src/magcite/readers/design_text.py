"""Lay an article out as one lower-case text in which a found cue leads back to its sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from magcite.model import Article, Quote
from magcite.readers.sentences import Part, Sentence, split_article

_WORD = re.compile(r"[a-z]+")

STEM = 4
"""Letters of a word by which the search for a cue first looks for it."""

_HYBRIDISED = re.compile(r"(?<=[a-z(] )FISH\b|(?<=\()FISH\b|\bFISH(?= [a-z(])")
"""FISH in capitals among small letters: fluorescence in situ hybridisation, no animal."""

LONGEST_READ = 12_000
"""Characters of one article that are read for its design; the longest real abstracts have about 6,000."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignText:
    """An article's sentences joined by line ends, so that a pattern without line ends stays inside one sentence."""

    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    lowered: str
    title_end: int
    title: str
    words: frozenset[str]
    stems: frozenset[str]

    def sentence_index(self, offset: int) -> int:
        """Tell which sentence a found cue stands in."""
        return bisect_right(self.starts, offset) - 1

    def line(self, index: int, around: int | None = None, reach: int = 0) -> str:
        """Give one sentence in small letters, or as much of it as lies within reach of a place."""
        start = self.starts[index]
        end = start + len(self.sentences[index].text)
        if around is not None:
            start, end = max(start, around - reach), min(end, around + reach)
        return self.lowered[start:end]

    def quote_at(self, offset: int) -> Quote:
        """Quote the whole sentence that a found cue stands in."""
        return self.sentences[self.sentence_index(offset)].quote()


def _lower_in_place(text: str) -> str:
    """Lower the letters without moving any: a few capitals grow when lowered and are kept."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def lay_out(article: Article) -> DesignText:
    """Join title and abstract for the search for cues, up to LONGEST_READ characters."""
    kept: list[Sentence] = []
    starts: list[int] = []
    length = 0
    for sentence in split_article(article):
        if length + len(sentence.text) > LONGEST_READ and kept:
            break
        kept.append(sentence)
        starts.append(length)
        length += len(sentence.text) + 1
    written = "\n".join(sentence.text.replace("\n", " ") for sentence in kept)
    joined = _lower_in_place(_HYBRIDISED.sub("ISH ", written))
    joined = joined[:LONGEST_READ]
    title_end = len(kept[0].text) if kept and kept[0].part is Part.TITLE else 0
    words = frozenset(_WORD.findall(joined))
    return DesignText(
        sentences=tuple(kept),
        starts=tuple(starts),
        lowered=joined,
        title_end=title_end,
        title=joined[:title_end],
        words=words,
        stems=frozenset(word[:STEM] for word in words),
    )
