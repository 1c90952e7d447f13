"""Read how strongly a statement claims a causal effect, from its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from magcite.model import Article, Fact, Language, Quote, Strength
from magcite.readers.sentences import Part, Sentence, split_article, split_sentences
from magcite.readers.strength_cues import Cues, cues_of

_LAST_SENTENCES = 2
"""Sentences at the end of an unlabelled abstract that are taken for its conclusion (ours)."""

_OPENING_QUOTE = re.compile(r"""["“”‘’'„«]\s*$""")
_CLOSING_QUOTE = re.compile(r"""^\s*["“”‘’'»]""")
_REPORTED = re.compile(
    r"\b(?:evidence|research|(?:some|early|preliminary)\s(?:studies|evidence))\s(?:\w+\s)?suggests?\b", re.IGNORECASE
)
_SECOND_PERSON = re.compile(r"\b(?:you|your|everyone|je|jij|jouw|u|uw|iedereen)\b", re.IGNORECASE)


_LOWER_RISK = re.compile(
    r"(?<=[%t] )lower (?:risk|odds|chance|likelihood|incidence|mortality|prevalence)\b|"
    r"\b(?:had|have|has) (?:an? |the )?(?:\w+ly )?lower (?:risk|odds|chance|likelihood|incidence|prevalence)\b",
    re.IGNORECASE,
)
"""A lower risk that people have, where “lower” is no verb."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sign:
    """One reading of a sentence and the span of the words that decided."""

    value: Strength
    start: int
    end: int
    confidence: float
    basis: str


def _sign(value: Strength, words: re.Match[str], confidence: float, basis: str) -> _Sign:
    return _Sign(value=value, start=words.start(), end=words.end(), confidence=confidence, basis=basis)


def _find_aside(sentence: str, cues: Cues) -> re.Match[str] | None:
    """Find the words that make a sentence advice to colleagues, a call for research or a registration."""
    found = cues.aside.search(sentence)
    return None if found and _SECOND_PERSON.search(sentence) else found


def _is_quoted(sentence: str, words: re.Match[str]) -> bool:
    """Tell whether words stand in quotation marks of their own, as writers who doubt them do."""
    before, after = sentence[: words.start()], sentence[words.end() :]
    return bool(_OPENING_QUOTE.search(before) and _CLOSING_QUOTE.search(after))


def _read_modal(sentence: str, cues: Cues) -> _Sign | None:
    """Read a causal statement under a modal verb or another hedge; quotation marks make a hedge of any modal."""
    hedge = cues.hedge.search(sentence) or _REPORTED.search(sentence)
    if hedge and cues.weak.search(sentence):
        return _sign(Strength.HEDGED, hedge, 0.8, "hedge")
    can = cues.can.search(sentence)
    if not (can and cues.weak.search(sentence)):
        return None
    if _is_quoted(sentence, can):
        return _sign(Strength.HEDGED, can, 0.7, "modal in quotation marks")
    return _sign(Strength.CAPABILITY, can, 0.8, "modal of capability")


def _read_cause(sentence: str, cues: Cues) -> _Sign | None:
    """Read a causal statement without a modal: verbs of help, then verbs of cause."""
    if helps := cues.help.search(sentence):
        return _sign(Strength.CAPABILITY, helps, 0.75, "verb of help")
    if effect := cues.effect.search(sentence):
        return _sign(Strength.EFFECT, effect, 0.75, "verb of effect")
    return None


def _read_sentence(sentence: str, cues: Cues) -> _Sign:
    """Read one sentence: ties, asides, modals, then whichever of a cause and a link stands first."""
    if tie := cues.tie.search(sentence):
        return _sign(Strength.ASSOCIATION, tie, 0.85, "words of association")
    if aside := _find_aside(sentence, cues):
        return _sign(Strength.NONE, aside, 0.8, "no result stated")
    bare = _LOWER_RISK.sub(_blank, sentence)
    if modal := _read_modal(bare, cues):
        return modal
    link = cues.link.search(sentence) or _LOWER_RISK.search(sentence)
    cause = _read_cause(bare, cues)
    if cause and not (link and link.start() < cause.start):
        return cause
    if link := link or cues.comparison.search(sentence):
        return _sign(Strength.ASSOCIATION, link, 0.6, "comparison")
    return _Sign(value=Strength.NONE, start=0, end=len(sentence), confidence=0.6, basis="no word of relation")


def _blank(words: re.Match[str]) -> str:
    return " " * len(words.group())


def _read_each(text: str, cues: Cues) -> Iterator[_Sign]:
    """Read every sentence of a text, without the words that only tell who said it or where."""
    masked = cues.attribution.sub(_blank, text)
    start = 0
    for sentence in split_sentences(text):
        start = text.index(sentence, start)
        end = start + len(sentence)
        sign = _read_sentence(masked[start:end], cues)
        yield replace(sign, start=start + sign.start, end=start + sign.end)
        start = end


def _doubt(sign: _Sign, text: str, cues: Cues) -> _Sign:
    """Lower a causal statement to a hedged one where what follows takes it back, and note a denial."""
    doubt = cues.sceptic.search(text, sign.end)
    if doubt and sign.value > Strength.HEDGED:
        return replace(sign, value=Strength.HEDGED, basis=f"{sign.basis}, doubted by “{doubt.group()}”")
    denied = sign.value > Strength.NONE and cues.negation.search(text)
    return replace(sign, basis=f"{sign.basis}, denied") if denied else sign


def read_strength(text: str, language: Language) -> Fact[Strength]:
    """Read how strong a statement is: its strongest sentence, lowered by doubt that follows.

    A denied effect is as strong as the effect ("does not lower" is graded on its own side).
    """
    cues = cues_of(language)
    signs = list(_read_each(text, cues))
    if not signs:
        return Fact(value=Strength.NONE, quote=None, confidence=0.5, basis="no words")
    strongest = max(signs, key=lambda sign: sign.value)
    sign = _doubt(strongest, text, cues)
    words = text[sign.start : sign.end].strip()
    return Fact(value=sign.value, quote=Quote(text=words), confidence=sign.confidence, basis=sign.basis)


def _conclude(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Choose the sentences that conclude an abstract: those under such a label, else the last ones."""
    labelled = tuple(sentence for sentence in sentences if sentence.part is Part.CONCLUSIONS)
    body = tuple(sentence for sentence in sentences if sentence.part is not Part.TITLE)
    return labelled or body[-_LAST_SENTENCES:]


def read_source_strength(article: Article) -> Fact[Strength] | None:
    """Read how strongly an article itself concludes, with that sentence quoted; None without an abstract."""
    readings = [
        (read_strength(sentence.text, Language.ENGLISH), sentence) for sentence in _conclude(split_article(article))
    ]
    if not readings:
        return None
    fact, sentence = max(readings, key=lambda reading: reading[0].value)
    return replace(fact, quote=sentence.quote())
