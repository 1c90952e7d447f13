"""Find the noun that a number counts: people, animals, studies, or nothing known."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from magcite.readers import count_words as lexicon
from magcite.readers.count_words import word_set
from magcite.readers.number_words import Token


class Counted(Enum):
    """What a number counts; UNNAMED where the words beside it show a count of people without naming them."""

    PEOPLE = "people"
    CASES = "cases"
    ANIMALS = "animals"
    STUDIES = "studies"
    UNNAMED = "unnamed"


_FAR = 9
"""Words between a number and its noun."""

OPENING, CLOSING = frozenset("(["), frozenset(")]")
_PEOPLE_ENDINGS = (
    "women",
    "men",
    "patients",
    "children",
    "goers",
    "-users",
    "-controls",
    "smokers",
    "participants",
    "year-olds",
    "logists",
    "iatrists",
    "therapists",
    "icians",
)
_NOT_PEOPLE = word_set("specimen regimen abdomen acumen foramen")
_KINDS = (
    dict.fromkeys(lexicon.PEOPLE, Counted.PEOPLE)
    | dict.fromkeys(lexicon.CASES, Counted.CASES)
    | dict.fromkeys(lexicon.ANIMALS, Counted.ANIMALS)
    | dict.fromkeys(lexicon.STUDIES, Counted.STUDIES)
)


def kind_of(word: str) -> Counted | None:
    """Tell what a noun in the plural names, if it is one that studies count."""
    kind = _KINDS.get(word)
    if kind is None and word.endswith(_PEOPLE_ENDINGS) and word not in _NOT_PEOPLE:
        return Counted.PEOPLE
    return kind


def word_at(tokens: Sequence[Token], place: int) -> str:
    """Give the word at a place, nothing beyond the ends."""
    return tokens[place].word if 0 <= place < len(tokens) else ""


def close_of(tokens: Sequence[Token], opening: int) -> int | None:
    """Find the bracket that closes the one at `opening`, if it is near."""
    depth = 0
    for place in range(opening, min(opening + 16, len(tokens))):
        depth += (tokens[place].word in OPENING) - (tokens[place].word in CLOSING)
        if depth == 0:
            return place
    return None


def _settle(tokens: Sequence[Token], noun: int, kind: Counted) -> tuple[int, Counted] | None:
    """Take the noun, unless the next word makes something else of it ("patient years", "trial participants")."""
    following = word_at(tokens, noun + 1)
    if following in lexicon.UNITS_OF_PEOPLE or (following in {"'", "’"} and word_at(tokens, noun + 2)[:1].isalpha()):
        return None
    further = kind_of(following)
    return (noun + 1, further) if further is Counted.PEOPLE else (noun, kind)


def _ends_phrase(token: Token, steps: int) -> bool:
    word = token.word
    if word in lexicon.NOT_AFTER_COUNT or token.value is not None:
        return True
    return not (word[0].isalpha() or (word in ",-–/" and steps > 0))


def _is_adjective(tokens: Sequence[Token], place: int) -> bool:
    """Say whether "randomised" stands before a noun ("six randomised trials"), not for what was done."""
    following = word_at(tokens, place + 1)
    adjective = tokens[place].word in {"randomized", "randomised", "blood", "treatment", "group"}
    return adjective and following[:1].isalpha() and following not in lexicon.NOT_AFTER_COUNT


def _is_kind(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a number only names a kind ("40 type 2 diabetic patients")."""
    small = tokens[place].value is not None and len(tokens[place].word) < 3
    return small and tokens[place - 1].word in {"type", "types", "stage", "grade", "class", "hiv", "phase"}


_STAGES = word_set("i ii iii iv ia ib ic iia iib iic iiia iiib iiic")
_JOINED_ADJECTIVES = frozenset({"or", "and", "and/or"})


def _joins_adjectives(tokens: Sequence[Token], place: int) -> bool:
    """Say whether "or" stands between two words before one noun ("40 overweight or obese women", "stage II or III")."""
    if tokens[place].word not in _JOINED_ADJECTIVES:
        return False
    before, after = word_at(tokens, place - 1), word_at(tokens, place + 1)
    if before in _STAGES:
        return after in _STAGES
    plain = before[:1].isalpha() and after[:1].isalpha() and tokens[place + 1].value is None
    return plain and after not in lexicon.NOT_AFTER_COUNT and kind_of(after) is None


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    return _is_adjective(tokens, place) or _is_kind(tokens, place) or _joins_adjectives(tokens, place)


def find_noun(tokens: Sequence[Token], number: int) -> tuple[int, Counted] | None:
    """Walk from a number to the noun that it counts, over adjectives and a bracket."""
    place, steps = number + 1, 0
    while place < len(tokens) and steps <= _FAR:
        word = tokens[place].word
        if word in OPENING:
            close = close_of(tokens, place)
            if close is None:
                return None
            place = close + 1
        elif kind := kind_of(word):
            return _settle(tokens, place, kind)
        elif _ends_phrase(tokens[place], steps) and not _goes_on(tokens, place):
            return None
        else:
            place, steps = place + 1, steps + 1
    return None


def shares_noun(tokens: Sequence[Token], number: int) -> int | None:
    """Find the last word of the first half of "20 obese and 20 lean subjects", which shares its noun."""
    place = number + 1
    if word_at(tokens, number - 1) in {"between", "to"}:
        return None
    while place < min(number + 9, len(tokens) - 2):
        token = tokens[place]
        if token.word in OPENING:
            place = (close_of(tokens, place) or len(tokens)) + 1
        elif token.word in {"and", "or", "versus", "vs"}:
            noun = find_noun(tokens, place + 1) if tokens[place + 1].value else None
            return place - 1 if noun and noun[1] in {Counted.PEOPLE, Counted.CASES} else None
        elif _ends_phrase(token, 0) or place > number + 5:
            return None
        else:
            place += 1
    return None
