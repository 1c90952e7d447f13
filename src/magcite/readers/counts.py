"""Find every number in an article that counts people, animals or studies, and tell what it is a count of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from magcite.readers import count_words as lexicon
from magcite.readers.number_words import Token, read_tokens
from magcite.readers.sentences import Sentence


class Counted(Enum):
    """What a number counts."""

    PEOPLE = "people"
    CASES = "cases"
    ANIMALS = "animals"
    STUDIES = "studies"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One number that counts somebody, with the words around it that tell whom.

    `before` and `after` are the words of its clause; `head` is what stands before the
    bracket it is in, `outer` what follows the bracket. `by_n` is true
    for "n = 20".
    """

    value: int
    sentence: int
    number: int
    noun: int
    counted: Counted
    by_n: bool
    depth: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    head: tuple[str, ...]
    outer: tuple[str, ...]
    raw: str


_MOST_NUMBERS = 600
"""Numbers looked at in one article; an abstract has fewer than 200, and hostile text must not cost time."""

_FAR = 9
"""Words between a number and its noun."""

_REJECTED_BEFORE = frozenset(
    "± +/- < > ≤ ≥ / $ # * × p age aged item items grade stage phase day week score type × ^ ~".split()
)
_YEAR_BEFORE = frozenset(
    "in since from between until till during through and to by of before after early late january february march april may june "
    "july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer "
    "autumn winter / ,".split()
)
_STAGE_VERBS = lexicon.RANDOMISING | lexicon.ENROLLING | lexicon.COMPLETING | lexicon.ANALYSING | lexicon.SCREENING
_BARE_AFTER = _STAGE_VERBS - {"data", "were"} | {"who"}
_BARE_BEFORE = _STAGE_VERBS - {
    "were",
    "given",
    "received",
    "receiving",
    "random",
    "part",
    "performed",
    "data",
    "tested",
    "available",
}
_NOUN_KINDS = (
    {word: Counted.PEOPLE for word in lexicon.PEOPLE}
    | {word: Counted.CASES for word in lexicon.CASES}
    | {word: Counted.ANIMALS for word in lexicon.ANIMALS}
    | {word: Counted.STUDIES for word in lexicon.STUDIES}
)
_PEOPLE_ENDINGS = ("women", "men", "patients", "children", "goers", "-users", "-controls", "-smokers")
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")


def _kind_of(word: str) -> Counted | None:
    kind = _NOUN_KINDS.get(word)
    if kind is None and word.endswith(_PEOPLE_ENDINGS) and word not in {"specimen", "regimen", "abdomen", "acumen"}:
        return Counted.PEOPLE
    return kind


def _depths(tokens: Sequence[Token]) -> list[int]:
    depths, depth = [], 0
    for token in tokens:
        if token.word in _CLOSING:
            depth = max(0, depth - 1)
        depths.append(depth)
        if token.word in _OPENING:
            depth += 1
    return depths


def _close_of(tokens: Sequence[Token], opening: int, limit: int = 16) -> int | None:
    """Find the bracket that closes the one at `opening`, if it is near."""
    depth = 0
    for place in range(opening, min(opening + limit, len(tokens))):
        depth += (tokens[place].word in _OPENING) - (tokens[place].word in _CLOSING)
        if depth == 0:
            return place
    return None


def _find_noun(tokens: Sequence[Token], number: int) -> tuple[int, Counted] | None:
    """Walk from a number to the noun that it counts, over adjectives and a bracket."""
    place, steps = number + 1, 0
    while place < len(tokens) and steps <= _FAR:
        word = tokens[place].word
        if word in _OPENING:
            close = _close_of(tokens, place)
            if close is None:
                return None
            place = close + 1
            continue
        kind = _kind_of(word)
        if kind is Counted.STUDIES and place + 1 < len(tokens) and _kind_of(tokens[place + 1].word) is Counted.PEOPLE:
            kind = None
        if kind:
            return _settle(tokens, place, kind)
        if (
            word in lexicon.NOT_AFTER_COUNT
            or tokens[place].value is not None
            or not (word[0].isalpha() or word in ",-–/")
        ):
            return None
        if word == "," and steps == 0:
            return None
        place, steps = place + 1, steps + 1
    return None


def _settle(tokens: Sequence[Token], noun: int, kind: Counted) -> tuple[int, Counted] | None:
    """Take the noun, unless the next word makes something else of it ("patient years")."""
    following = tokens[noun + 1].word if noun + 1 < len(tokens) else ""
    if following in lexicon.UNITS_OF_PEOPLE:
        return None
    further = _kind_of(following)
    return (noun + 1, further) if further is Counted.PEOPLE else (noun, kind)


def _is_year(tokens: Sequence[Token], number: int) -> bool:
    token = tokens[number]
    if token.value is None or not 1900 <= token.value <= 2035 or len(token.word) != 4:
        return False
    before = tokens[number - 1].word if number else ""
    return before in _YEAR_BEFORE or before in _OPENING


def _is_by_n(tokens: Sequence[Token], number: int) -> bool:
    if number >= 2 and tokens[number - 1].word in {"=", ":"} and tokens[number - 2].word in {"n", "ns", "nos"}:
        return True
    return number >= 2 and tokens[number - 1].word in _OPENING | {"of"} and tokens[number - 2].word == "n"


def _counted_here(tokens: Sequence[Token], number: int) -> tuple[int, Counted, bool] | None:
    """Say what the number counts: the place of its noun, the kind, and whether it is written as "n = 20"."""
    token = tokens[number]
    if token.value is None or token.value < 1:
        return None
    before = tokens[number - 1].word if number else ""
    if _is_by_n(tokens, number):
        return number, Counted.UNNAMED, True
    if before in _REJECTED_BEFORE or _is_year(tokens, number):
        return None
    if found := _find_noun(tokens, number):
        noun, kind = found
        return None if token.doubtful and noun - number > 2 else (noun, kind, False)
    after = tokens[number + 1].word if number + 1 < len(tokens) else ""
    bare = after in _BARE_AFTER or (after in {"were", "was"} and _verb_after(tokens, number + 2))
    if bare or (
        before in _BARE_BEFORE and after in {",", ".", ";", ")", "and", "(", "with", "were", "from", "to", "of"}
    ):
        return None if token.doubtful else (number, Counted.UNNAMED, False)
    return _counted_between(tokens, number)


def _verb_after(tokens: Sequence[Token], place: int) -> bool:
    return any(token.word in _STAGE_VERBS for token in tokens[place : place + 2])


def _counted_between(tokens: Sequence[Token], number: int) -> tuple[int, Counted, bool] | None:
    """Take numbers beside others: "two groups of 20", "79 of the 82 patients", "20 in each group", "41 to placebo"."""
    words = [token.word for token in tokens[number + 1 : number + 6]]
    back = [token.word for token in tokens[max(0, number - 3) : number]]
    if tokens[number].doubtful or not words:
        return None
    grouped = bool(back) and back[-1] == "of" and any(word in {"groups", "arms"} for word in back)
    per = words[0] in {"per", "in", "each", "for"} and any(
        word in {"group", "arm", "groups", "arms"} for word in words[:4]
    )
    part = words[0] == "of" and any(_kind_of(word) is Counted.PEOPLE for word in words)
    to_arm = words[0] in {"to", "in", "on", "received", "receiving", "with"} and any(
        word in lexicon.GROUP_WORDS for word in words[:5]
    )
    return (number, Counted.UNNAMED, False) if grouped or per or part or to_arm else None


@dataclass(slots=True)
class _Clause:
    """The tokens of one sentence with the numbers in it that count."""

    tokens: list[Token]
    depths: list[int]
    numbers: frozenset[int]
    nouns: frozenset[int]


_WINDOW = 30


def _before(clause: _Clause, number: int) -> tuple[str, ...]:
    """Give the words of the same clause before a number, back to the count before it."""
    depth = clause.depths[number]
    words: list[str] = []
    for place in range(number - 1, max(-1, number - _WINDOW), -1):
        word, here = clause.tokens[place].word, clause.depths[place]
        if here < depth or (here == depth and (place in clause.nouns or word == ";")):
            break
        if here == depth and word not in _CLOSING and word not in _OPENING:
            words.append(word)
    return tuple(reversed(words))


def _after(clause: _Clause, noun: int, depth: int) -> tuple[str, ...]:
    """Give the words of the same clause after a place, up to the next count."""
    words: list[str] = []
    for place in range(noun + 1, min(len(clause.tokens), noun + _WINDOW)):
        word, here = clause.tokens[place].word, clause.depths[place]
        if here < depth or (here == depth and (place in clause.numbers or word == ";")):
            break
        if here == depth and word not in _CLOSING and word not in _OPENING:
            words.append(word)
    return tuple(words)


def _around_bracket(clause: _Clause, number: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the words before the bracket that a number stands in, and those after it."""
    depth = clause.depths[number]
    if not depth:
        return (), ()
    opening, closing = number - 1, number + 1
    while opening > max(0, number - 2 * _WINDOW) and clause.depths[opening] >= depth:
        opening -= 1
    while closing < min(len(clause.tokens) - 1, number + 2 * _WINDOW) and clause.depths[closing] >= depth:
        closing += 1
    words: list[str] = []
    for place in range(opening - 1, max(-1, opening - 12), -1):
        word = clause.tokens[place].word
        if word in _CLOSING or word == ";":
            break
        words.append(word)
    return tuple(reversed(words)), _after(clause, closing, depth - 1)


def _mentions_of(sentence: Sentence, index: int) -> Iterator[Mention]:
    tokens = read_tokens(sentence.text)
    found = [
        (number, *counted)
        for number, token in enumerate(tokens)
        if token.value is not None and (counted := _counted_here(tokens, number))
    ]
    if not found:
        return
    clause = _Clause(
        tokens=tokens,
        depths=_depths(tokens),
        numbers=frozenset(number for number, _, _, _ in found),
        nouns=frozenset(noun for _, noun, _, _ in found),
    )
    for number, noun, kind, by_n in found:
        token = tokens[number]
        head, outer = _around_bracket(clause, number)
        yield Mention(
            value=token.value or 0,
            sentence=index,
            number=number,
            noun=noun,
            counted=kind,
            by_n=by_n,
            depth=clause.depths[number],
            before=_before(clause, number),
            after=_after(clause, noun, clause.depths[number]),
            head=head,
            outer=outer,
            raw=sentence.text[tokens[number - 2].start if by_n else token.start : tokens[noun].end],
        )


def find_mentions(sentences: Sequence[Sentence]) -> list[Mention]:
    """Find every number that counts somebody, in the order of the text."""
    mentions: list[Mention] = []
    for index, sentence in enumerate(sentences):
        mentions += _mentions_of(sentence, index)
        if len(mentions) > _MOST_NUMBERS:
            break
    return mentions
