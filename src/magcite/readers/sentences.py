"""Cut an article into sentences that are verbatim pieces of its title and abstract."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from magcite.model import AbstractSection, Article, Quote


class Part(Enum):
    """Which part of an article a sentence stands in; BODY where the abstract has no labels."""

    TITLE = "title"
    BACKGROUND = "background"
    OBJECTIVE = "objective"
    METHODS = "methods"
    RESULTS = "results"
    CONCLUSIONS = "conclusions"
    BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence with where it stands; `text` is found to the letter in the title or the section."""

    text: str
    part: Part
    label: str | None

    def quote(self, words: str | None = None) -> Quote:
        """Quote this sentence, or the words given, which must stand in it."""
        return Quote(text=words or self.text, section=self.label, in_title=self.part is Part.TITLE)


_LABEL_WORDS = (
    (Part.CONCLUSIONS, ("conclu", "interpretation", "implication", "significance", "summary", "comment", "discussion")),
    (Part.RESULTS, ("result", "finding", "outcomes observed")),
    (Part.METHODS, ("method", "design", "setting", "participant", "patient", "subject", "intervention", "measure",
                    "material", "procedure", "data", "sample", "population", "outcome", "experiment", "sources",
                    "selection", "extraction", "synthesis", "eligib", "registration")),
    (Part.OBJECTIVE, ("objective", "aim", "purpose", "hypothes", "question", "goal")),
    (Part.BACKGROUND, ("background", "introduction", "context", "rationale", "importance", "overview")),
)  # fmt: skip

_INLINE_LABEL = re.compile(
    r"(?:(?<=[.!?;] )|(?<=\n)|^)"
    r"(?P<label>[A-Z][A-Z/&,()\- ]{3,60}(?<! )|"
    r"(?:Background|Introduction|Objectives?|Aims?|Purpose|Methods?|Materials? and [Mm]ethods|Study [Dd]esign|Design|"
    r"Setting|Patients|Results|Findings|Conclusions?|Interpretation|Discussion))\s?:(?=\s)"
)
_END = re.compile(r"""[.!?][)\]"'’”]*(?=\s+["'‘“(\[]*[A-Z0-9À-Þ])""")
_NO_END = re.compile(
    r"(?:\b(?:vs|viz|al|cf|ca|approx|fig|figs|no|nos|eq|resp|dr|mr|mrs|ms|prof|st|sp|spp|subsp|var|inc|ltd|vol|pp|ed|eds|"
    r"min|max|wk|wks|yr|yrs|mo|incl|excl|e\.g|i\.e|p\.o|i\.v|i\.m|s\.c|b\.i\.d|t\.i\.d|q\.d|a\.m|p\.m|u\.s|u\.k|ph\.d)|"
    r"(?<![A-Za-z/])(?<!vitamin )(?<!hepatitis )(?<!influenza )(?<!group )(?<!type )(?<!class )(?<!grade )(?<!arm )"
    r"[A-Z])\.$",
    re.IGNORECASE,
)
_MAY_END_BEFORE_CAPITAL = re.compile(
    r"\b(?:al|min|max|wks?|yrs?|mo|p\.o|i\.v|i\.m|s\.c|b\.i\.d|t\.i\.d|a\.m|p\.m|u\.s|u\.k)\.$", re.IGNORECASE
)


def part_of_label(label: str | None, category: str | None = None) -> Part:
    """Tell which part a journal's label names; NLM's category decides where there is one."""
    for words in (category, label):
        lowered = (words or "").lower()
        if lowered in {"", "unassigned", "unlabelled"}:
            continue
        found = [part for part, stems in _LABEL_WORDS if any(stem in lowered for stem in stems)]
        if found:
            return found[0]
    return Part.BODY


def split_sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text, each a verbatim piece of it without the white space around it."""
    start = 0
    for end in _END.finditer(text):
        piece = text[start : end.end()]
        last_words = piece[-12:]
        if _NO_END.search(last_words) and not (
            _MAY_END_BEFORE_CAPITAL.search(last_words) and text[end.end() :].lstrip()[:1].isupper()
        ):
            continue
        yield piece.strip()
        start = end.end()
    if stripped := text[start:].strip():
        yield stripped


def _split_labels(section: AbstractSection) -> Iterator[AbstractSection]:
    """Cut an unlabelled text at labels written inside it ("METHODS: … RESULTS: …")."""
    labels = [] if section.label else list(_INLINE_LABEL.finditer(section.text))
    if not labels:
        yield section
        return
    if before := section.text[: labels[0].start()].strip():
        yield AbstractSection(text=before)
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        text = section.text[label.end() : following.start() if following else None].strip()
        if text:
            yield AbstractSection(text=text, label=label["label"])


def split_article(article: Article) -> tuple[Sentence, ...]:
    """Cut an article into sentences, title first; a sentence's label is the journal's, given or written inline."""
    sentences = [Sentence(text=article.title, part=Part.TITLE, label=None)] if article.title else []
    for section in article.abstract:
        for piece in _split_labels(section):
            part = part_of_label(piece.label, piece.category)
            sentences += [Sentence(text=text, part=part, label=piece.label) for text in split_sentences(piece.text)]
    return tuple(sentences)
