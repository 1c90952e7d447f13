"""Tell whether a source that watched people is about what a statement says something brings about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from magcite.model import ArticleFacts, Fact, Language, Reason, StudyType
from magcite.readers.sentences import Part, Sentence
from magcite.readers.strength_cues import cues_of

_OBSERVATIONAL = frozenset({StudyType.COHORT, StudyType.CASE_CONTROL, StudyType.CROSS_SECTIONAL})
_WORD = re.compile(r"[a-z][a-z0-9-]{2,}", re.IGNORECASE)
_STEM = 6
"""Letters by which words of one family are recognised (ours)."""
_EMPTY = frozenset(
    {"the", "and", "for", "with", "from", "against", "people", "person", "adults", "risk", "chance", "more", "less"}
    | {"who", "that", "this", "can", "may", "high", "low", "much", "your", "you", "developing", "getting", "our", "all"}
)


def _content(statement: str) -> set[str]:
    """List what a statement is about: its words without the verbs of cause and the empty ones."""
    cues = cues_of(Language.ENGLISH)
    words = {word.lower() for word in _WORD.findall(statement)} - _EMPTY
    return {word[:_STEM] for word in words if not (cues.weak.fullmatch(word) or cues.effect.fullmatch(word))}


def compare_topic(statement: str, sentences: Sequence[Sentence], facts: ArticleFacts) -> Iterator[Fact[Reason]]:
    """Yield a reason where an observational study is about all that a statement names, and so bears a link at most."""
    design = facts.design.study_type
    if design is None or design.value not in _OBSERVATIONAL:
        return
    telling = [sentence for sentence in sentences if sentence.part in {Part.TITLE, Part.CONCLUSIONS}]
    found = {word.lower()[:_STEM] for sentence in telling for word in _WORD.findall(sentence.text)}
    content = _content(statement)
    if telling and len(content) > 1 and content <= found:
        basis = "the study shows only what goes together"
        yield Fact(value=Reason.ASSOCIATION_ONLY, quote=telling[0].quote(), confidence=0.7, basis=basis)
