"""Find every number in an article that counts somebody, with the words around it that tell whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from magcite.readers.count_nouns import Counted, kind_of
from magcite.readers.counted import Form, Found, find_counted
from magcite.readers.number_words import Token, has_number, read_tokens
from magcite.readers.sentences import Sentence

_OPENING, _CLOSING = frozenset("(["), frozenset(")]")

_MOST_COUNTS = 400
"""Counts looked at in one article; an abstract has fewer than 100, and hostile text must not cost time."""

_WINDOW = 40
"""Words of a clause looked at on each side of a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One number that counts somebody, and its surroundings in lower case.

    `before` and `after` are the words of its clause, up to the counts beside it; `beside` the next words whatever the
    brackets. For a number in brackets (`depth` above 0) `head` is what stands before the bracket and `outer` what
    follows it. `raw` is the number with its noun as written, from `start` to `end` of the sentence. `share` is
    the percentage that a bracket gives it as at once ("12 (30%)"); `alone` is true of the one "n = 20" of its sentence.
    """

    value: int
    sentence: int
    counted: Counted
    form: Form
    depth: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    head: tuple[str, ...]
    outer: tuple[str, ...]
    beside: tuple[str, ...]
    share: float | None
    alone: bool
    start: int
    end: int
    raw: str

    @property
    def inside(self) -> frozenset[str]:
        """Give the words of the count itself ("40 eligible patients")."""
        return frozenset(self.raw.lower().split())

    @property
    def percent(self) -> bool:
        """Say whether it is given as a percentage too."""
        return self.share is not None

    @property
    def by_n(self) -> bool:
        """Say whether it is written as "n = 20"."""
        return self.form is Form.BY_N


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clause:
    """The tokens of one sentence, how deep in brackets each stands, and where its counts begin and end."""

    tokens: list[Token]
    depths: list[int]
    numbers: frozenset[int]
    nouns: frozenset[int]
    by_n: int


def _depths(tokens: Sequence[Token]) -> list[int]:
    depths, depth = [], 0
    for token in tokens:
        if token.word in _CLOSING:
            depth = max(0, depth - 1)
        depths.append(depth)
        if token.word in _OPENING:
            depth += 1
    return depths


def _before(clause: _Clause, number: int) -> tuple[str, ...]:
    depth = clause.depths[number]
    words: list[str] = []
    for place in range(number - 1, max(-1, number - _WINDOW), -1):
        word, here = clause.tokens[place].word, clause.depths[place]
        ends = word == ";" and not depth
        if here < depth or (here == depth and (place in clause.nouns or ends)):
            break
        if here == depth and word not in _CLOSING and word not in _OPENING:
            words.append(word)
    return tuple(reversed(words))


def _after(clause: _Clause, last: int, depth: int) -> tuple[str, ...]:
    words: list[str] = []
    for place in range(last + 1, min(len(clause.tokens), last + _WINDOW)):
        word, here = clause.tokens[place].word, clause.depths[place]
        if here < depth or (here == depth and (place in clause.numbers or word == ";")):
            break
        if here == depth and word not in _CLOSING and word not in _OPENING:
            words.append(word)
    return tuple(words)


def _around_bracket(clause: _Clause, number: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the words before the bracket that a number stands in, back to the bracket before, and those after it."""
    depth = clause.depths[number]
    if not depth:
        return (), ()
    opening, closing = number - 1, number + 1
    while opening > max(0, number - 2 * _WINDOW) and clause.depths[opening] >= depth:
        opening -= 1
    while closing < min(len(clause.tokens) - 1, number + 2 * _WINDOW) and clause.depths[closing] >= depth:
        closing += 1
    words: list[str] = []
    for place in range(opening - 1, max(-1, opening - 26), -1):
        word = clause.tokens[place].word
        if word in _CLOSING or word == ";":
            break
        words.append(word)
    return tuple(reversed(words)), _after(clause, closing, depth - 1)


def _share(tokens: Sequence[Token], place: int, openers: frozenset[str]) -> float | None:
    following = [token.word for token in tokens[place + 1 : place + 4]]
    if len(following) < 2 or following[0] not in openers:
        return None
    if not (following[1].endswith("%") or (len(following) > 2 and following[2] in {"percent", "per"})):
        return None
    number = following[1].rstrip("% ").replace("·", ".")
    return float(number) if _DECIMAL.fullmatch(number) else 0.0


_DECIMAL = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,4})?")


def _mention(found: Found, clause: _Clause, sentence: Sentence, index: int) -> Mention:
    tokens, number = clause.tokens, found.number
    start = tokens[number - 2].start if found.form is Form.BY_N else tokens[number].start
    openers = frozenset(",;") if found.form is Form.BY_N else _OPENING
    head, outer = _around_bracket(clause, number)
    share = _share(tokens, number, openers)
    return Mention(
        value=tokens[number].value or 0,
        sentence=index,
        counted=found.counted,
        form=found.form,
        depth=clause.depths[number],
        before=_before(clause, number),
        after=_after(clause, found.last, clause.depths[number]),
        head=head,
        outer=outer,
        beside=tuple(token.word for token in tokens[number + 1 : number + 5]),
        share=_share(tokens, found.last, openers) if share is None else share,
        alone=found.form is Form.BY_N and clause.by_n == 1,
        start=start,
        end=tokens[found.last].end,
        raw=sentence.text[start : tokens[found.last].end],
    )


_ABBREVIATION = re.compile(r"\b(\w{2,24}) \(([A-Z]{2,6}s?)[);,]")


def _people_abbreviated(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Find the abbreviations that the text gives to nouns for people ("breast cancer survivors (BCS)")."""
    return frozenset(
        found[2].lower()
        for sentence in sentences
        for found in _ABBREVIATION.finditer(sentence.text)
        if kind_of(found[1].lower()) is Counted.PEOPLE
    )


def _read_tokens(text: str, people: frozenset[str]) -> list[Token]:
    tokens = read_tokens(text)
    if not people:
        return tokens
    return [token._replace(word="people") if token.word in people else token for token in tokens]


def _find_in(sentence: Sentence, index: int, people: frozenset[str]) -> Iterator[Mention]:
    tokens = _read_tokens(sentence.text, people)
    found = [
        counted
        for number, token in enumerate(tokens)
        if token.value is not None and (counted := find_counted(tokens, number, sentence.text))
    ][:_MOST_COUNTS]
    if all(counted.form is Form.LISTED for counted in found):
        return
    clause = _Clause(
        tokens=tokens,
        depths=_depths(tokens),
        numbers=frozenset(counted.number for counted in found),
        nouns=frozenset(counted.last for counted in found),
        by_n=sum(counted.form is Form.BY_N for counted in found),
    )
    for counted in found:
        yield _mention(counted, clause, sentence, index)


def find_mentions(sentences: Sequence[Sentence]) -> list[Mention]:
    """Find every number that counts somebody, in the order of the text."""
    people = _people_abbreviated(sentences)
    mentions: list[Mention] = []
    for index, sentence in enumerate(sentences):
        if has_number(sentence.text):
            mentions += _find_in(sentence, index, people)
        if len(mentions) >= _MOST_COUNTS:
            break
    return mentions[:_MOST_COUNTS]
