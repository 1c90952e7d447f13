"""Tell of one number in a sentence what it counts: people, animals, studies, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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


class Form(Enum):
    """How a count is written: "20 women", "n = 20", "20 were enrolled", or bare, a count only by standing in a list."""

    NAMED = "named"
    BY_N = "by n"
    BARE = "bare"
    LISTED = "listed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A number that counts: the places of the number and of its last word among the tokens."""

    number: int
    last: int
    counted: Counted
    form: Form


_FAR = 9
"""Words between a number and its noun."""

_REJECTING = word_set(
    "± +/- < > ≤ ≥ / $ # * × ^ ~ = p age aged item items grade stage phase day week score group groups arm cohort "
    "type level types table version protocol"
)
_YEAR_BEFORE = word_set(
    "in since from between until till during through and to by of before after early late mid january february "
    "march april may june july august september october november december jan feb mar apr jun jul aug sep sept "
    "oct nov dec spring summer autumn fall winter"
)
_BARE_AFTER = word_set(
    "randomized randomised randomly enrolled recruited included entered registered participated completed "
    "finished evaluable analysed analyzed screened eligible allocated assigned who consented remained agreed"
)
_BARE_BEFORE = word_set(
    "randomized randomised enrolled recruited included randomizing randomising enrolling recruiting including "
    "entered registered completed involved involving studied analysed analyzed screened comprised comprising "
    "recruit enroll include randomize randomise enrol sample"
)
_AFTER_BARE_BEFORE = word_set(", . ; ) and ( with were from to of who")
_NOT_BARE_AFTER = word_set(
    "weeks week days months month years visits cycles hours phases studies age aged median mean least score version "
    "protocol number no between range"
)
_JOINING = word_set("and or versus vs while , plus whereas")
_STARTING = word_set(": ; ( [")
_TO_GROUP = word_set("to into received receiving on in got")
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_STAGE_VERBS = lexicon.RANDOMISING | lexicon.ENROLLING | lexicon.COMPLETING | lexicon.ANALYSING | lexicon.SCREENING
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


def _word(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].word if 0 <= place < len(tokens) else ""


def _close_of(tokens: Sequence[Token], opening: int) -> int | None:
    """Find the bracket that closes the one at `opening`, if it is near."""
    depth = 0
    for place in range(opening, min(opening + 16, len(tokens))):
        depth += (tokens[place].word in _OPENING) - (tokens[place].word in _CLOSING)
        if depth == 0:
            return place
    return None


def _settle(tokens: Sequence[Token], noun: int, kind: Counted) -> tuple[int, Counted] | None:
    """Take the noun, unless the next word makes something else of it ("patient years", "trial participants")."""
    following = _word(tokens, noun + 1)
    if following in lexicon.UNITS_OF_PEOPLE:
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
    following = _word(tokens, place + 1)
    adjective = tokens[place].word in {"randomized", "randomised", "blood", "treatment", "group"}
    return adjective and following[:1].isalpha() and following not in lexicon.NOT_AFTER_COUNT


def _is_kind(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a number only names a kind ("40 type 2 diabetic patients")."""
    small = tokens[place].value is not None and len(tokens[place].word) < 3
    return small and tokens[place - 1].word in {"type", "types", "stage", "grade", "class", "hiv", "phase"}


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
        elif kind := kind_of(word):
            return _settle(tokens, place, kind)
        elif _ends_phrase(tokens[place], steps) and not (_is_adjective(tokens, place) or _is_kind(tokens, place)):
            return None
        else:
            place, steps = place + 1, steps + 1
    return None


def _shares_noun(tokens: Sequence[Token], number: int) -> int | None:
    """Find the last word of the first half of "20 obese and 20 lean subjects", which shares its noun."""
    place = number + 1
    if _word(tokens, number - 1) in {"between", "to"}:
        return None
    while place < min(number + 9, len(tokens) - 2):
        token = tokens[place]
        if token.word in _OPENING:
            place = (_close_of(tokens, place) or len(tokens)) + 1
        elif token.word in {"and", "or", "versus", "vs"}:
            noun = _find_noun(tokens, place + 1) if tokens[place + 1].value else None
            return place - 1 if noun and noun[1] in {Counted.PEOPLE, Counted.CASES} else None
        elif _ends_phrase(token, 0) or place > number + 5:
            return None
        else:
            place += 1
    return None


def _is_year(tokens: Sequence[Token], number: int) -> bool:
    token, before = tokens[number], _word(tokens, number - 1)
    if token.value is None or not 1900 <= token.value <= 2035 or len(token.word) != 4:
        return False
    return before in _YEAR_BEFORE and not (before == "of" and _find_noun(tokens, number))


def _is_ratio(tokens: Sequence[Token], number: int) -> bool:
    """Say whether a number is the second of "1: 1" or "1 in 10"."""
    first = tokens[number - 2].value if number >= 2 else None
    return first is not None and first < 10 and tokens[number - 1].word in {":", "in"}


def _is_by_n(tokens: Sequence[Token], number: int) -> bool:
    before, name = _word(tokens, number - 1), _word(tokens, number - 2)
    return (before in {"=", ":"} and name in {"n", "ns", "nos"}) or (before == "of" and name == "n")


def _over_bracket(tokens: Sequence[Token], number: int) -> int:
    """Give the place of the bracket's end where one follows a number, else of the number."""
    close = _close_of(tokens, number + 1) if _word(tokens, number + 1) in _OPENING else None
    return number if close is None else close


def _is_bare(tokens: Sequence[Token], number: int, text: str) -> bool:
    """Say whether the verb beside a number shows that it counts people ("585 were randomised")."""
    last = _over_bracket(tokens, number)
    before, after = _word(tokens, number - 1), _word(tokens, last + 1)
    back = {_word(tokens, place) for place in range(number - 4, number)}
    if back & _NOT_BARE_AFTER or (number and text[tokens[number - 1].start : tokens[number - 1].end].isupper()):
        return False
    if before in {"were", "included", "comprised"} and kind_of(_word(tokens, number - 2)) is Counted.PEOPLE:
        return after[:1].isalpha() and after not in lexicon.NOT_AFTER_COUNT
    if after == "randomly":
        return _word(tokens, last + 2) in lexicon.RANDOMISING | {"divided", "distributed", "split"}
    if after in _BARE_AFTER:
        return not any(kind_of(_word(tokens, place)) is Counted.STUDIES for place in range(last + 2, last + 8))
    if after in {"were", "was"}:
        return bool({_word(tokens, last + 2), _word(tokens, last + 3)} & _STAGE_VERBS)
    return before in _BARE_BEFORE and after in _AFTER_BARE_BEFORE


def _is_of_group(tokens: Sequence[Token], number: int) -> bool:
    """Say whether a number without noun is one of a group: "two groups of 20", "20 per group", "79 of the 82"."""
    after = [_word(tokens, place) for place in range(number + 1, number + 9)]
    back = [_word(tokens, place) for place in range(number - 3, number)]
    if back[-1] == "of" and set(back) & {"groups", "arms"}:
        return True
    if after[0] in {"per", "in", "each", "for", "/"} and set(after[:4]) & {"group", "arm", "groups", "arms"}:
        return True
    if after[0] == "of":
        return any(kind_of(word) is Counted.PEOPLE for word in after[:5]) or bool(
            set(after[1:2]) & {"these", "them", "whom"}
        )
    if after[0] not in _TO_GROUP or (number + 2 < len(tokens) and tokens[number + 2].word[0].isdigit()):
        return False
    return bool(set(after) & lexicon.GROUP_WORDS)


def _took_treatment(tokens: Sequence[Token], number: int) -> bool:
    """Say whether a number stands alone before what its people took ("…; 30 took magnesium and 10 took placebo")."""
    before, after = _word(tokens, number - 1), _word(tokens, number + 1)
    return after in {"took", "received"} and (not before or before in _JOINING or before in _STARTING)


def _is_listed(tokens: Sequence[Token], number: int) -> bool:
    """Say whether a number may be the next of a list of groups: "… and 41 to placebo", "… and 41 placebo", "(41)"."""
    last = _over_bracket(tokens, number)
    before, after = _word(tokens, number - 1), _word(tokens, last + 1)
    if before in {"other", "remaining"}:
        return after not in lexicon.UNITS
    if after in _TO_GROUP:
        return before in _JOINING or before in _STARTING
    if after in {"were", "was"}:
        return before in _JOINING and _word(tokens, last + 2) in lexicon.SENDING
    if before in _OPENING:
        return after in _CLOSING
    plain = bool(after) and after[0].isalpha() and after not in lexicon.UNITS and after not in lexicon.VERBS
    return before in _JOINING and plain


def find_counted(tokens: Sequence[Token], number: int, text: str) -> Found | None:
    """Tell what the number at a place counts, or None where it is a dose, an age, a year or nothing known."""
    token = tokens[number]
    if not token.value or token.word[0] == "0":
        return None
    if _is_by_n(tokens, number):
        named = kind_of(_word(tokens, number + 1))
        return Found(number=number, last=number, counted=named or Counted.UNNAMED, form=Form.BY_N)
    if _word(tokens, number - 1) in _REJECTING or _is_year(tokens, number) or _is_ratio(tokens, number):
        return None
    if noun := _find_noun(tokens, number):
        if token.doubtful and noun[0] - number > 2:
            return None
        return Found(number=number, last=noun[0], counted=noun[1], form=Form.NAMED)
    return None if token.doubtful else _find_unnamed(tokens, number, text)


def _find_unnamed(tokens: Sequence[Token], number: int, text: str) -> Found | None:
    if (last := _shares_noun(tokens, number)) is not None:
        return Found(number=number, last=last, counted=Counted.PEOPLE, form=Form.NAMED)
    if _is_bare(tokens, number, text) or _is_of_group(tokens, number) or _took_treatment(tokens, number):
        return Found(number=number, last=number, counted=Counted.UNNAMED, form=Form.BARE)
    if tokens[number].value != 1 and _is_listed(tokens, number):
        return Found(number=number, last=number, counted=Counted.UNNAMED, form=Form.LISTED)
    return None
