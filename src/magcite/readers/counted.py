"""Tell of one number in a sentence what it counts: people, animals, studies, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from magcite.readers import count_words as lexicon
from magcite.readers.count_nouns import CLOSING, OPENING, Counted, close_of, find_noun, kind_of, shares_noun, word_at
from magcite.readers.count_words import word_set
from magcite.readers.number_words import Token


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


_REJECTING = word_set(
    "± +/- < > ≤ ≥ / $ # * × ^ ~ = p age aged item items grade stage phase day week score group groups arm cohort "
    "type level types table version protocol wave waves experiment weighted"
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
_STAGE_VERBS = lexicon.RANDOMISING | lexicon.ENROLLING | lexicon.COMPLETING | lexicon.ANALYSING | lexicon.SCREENING


def _is_year(tokens: Sequence[Token], number: int) -> bool:
    token, before = tokens[number], word_at(tokens, number - 1)
    if token.value is None or not 1900 <= token.value <= 2035 or len(token.word) != 4:
        return False
    if before == "and":
        return _is_second_year(tokens, number)
    return before in _YEAR_BEFORE and not (before == "of" and find_noun(tokens, number))


def _is_second_year(tokens: Sequence[Token], number: int) -> bool:
    """Say whether a year goes before the "and" too, or "between"; else "… and 1944 to placebo" counts people."""
    earlier = [word_at(tokens, place) for place in range(number - 7, number - 1)]
    return "between" in earlier or any(len(word) == 4 and word[:2] in {"19", "20"} for word in earlier[-2:])


def _is_ratio(tokens: Sequence[Token], number: int) -> bool:
    """Say whether a number is the second of "1: 1" or "1 in 10"."""
    first = tokens[number - 2].value if number >= 2 else None
    return first is not None and first < 10 and tokens[number - 1].word in {":", "in"}


def _is_by_n(tokens: Sequence[Token], number: int) -> bool:
    before, name = word_at(tokens, number - 1), word_at(tokens, number - 2)
    return (before in {"=", ":"} and name in {"n", "ns", "nos"}) or (before == "of" and name == "n")


def _over_bracket(tokens: Sequence[Token], number: int) -> int:
    """Give the place of the bracket's end where one follows a number, else of the number."""
    close = close_of(tokens, number + 1) if word_at(tokens, number + 1) in OPENING else None
    return number if close is None else close


_RANDOMISED = frozenset({"randomized", "randomised"})
_THINGS = word_set("groups arms diets orders sequences regimens treatments parallel phases blocks lists clusters doses")


def _names_things(tokens: Sequence[Token], place: int) -> bool:
    """Say whether what was randomised is named after the verb ("two randomised parallel groups")."""
    return bool({word_at(tokens, place), word_at(tokens, place + 1)} & _THINGS)


def _is_in_capitals(tokens: Sequence[Token], place: int, text: str) -> bool:
    return 0 <= place < len(tokens) and text[tokens[place].start : tokens[place].end].isupper()


def _is_bare(tokens: Sequence[Token], number: int, text: str) -> bool:
    """Say whether the verb beside a number shows that it counts people ("585 were randomised")."""
    last = _over_bracket(tokens, number)
    before, after = word_at(tokens, number - 1), word_at(tokens, last + 1)
    back = {word_at(tokens, place) for place in range(number - 4, number)}
    if back & _NOT_BARE_AFTER or _is_in_capitals(tokens, number - 1, text):
        return False
    if (before, after) == ("including", "from") or (after == "who" and _is_in_capitals(tokens, last + 1, text)):
        return False
    if before in {"were", "included", "comprised"} and kind_of(word_at(tokens, number - 2)) is Counted.PEOPLE:
        return after[:1].isalpha() and after not in lexicon.NOT_AFTER_COUNT
    if after == "randomly":
        divided = word_at(tokens, last + 2) in lexicon.RANDOMISING | {"divided", "distributed", "split"}
        return divided and not _names_things(tokens, last + 3)
    if after in _RANDOMISED and _names_things(tokens, last + 2):
        return False
    if after in _BARE_AFTER:
        return not any(kind_of(word_at(tokens, place)) is Counted.STUDIES for place in range(last + 2, last + 8))
    if after in {"were", "was"}:
        return bool({word_at(tokens, last + 2), word_at(tokens, last + 3)} & _STAGE_VERBS)
    return before in _BARE_BEFORE and after in _AFTER_BARE_BEFORE


def _is_of_group(tokens: Sequence[Token], number: int) -> bool:
    """Say whether a number without noun is one of a group: "two groups of 20", "20 per group", "79 of the 82"."""
    after = [word_at(tokens, place) for place in range(number + 1, number + 9)]
    back = [word_at(tokens, place) for place in range(number - 3, number)]
    if back[-1] == "of" and set(back) & {"groups", "arms"}:
        return True
    if after[0] in {"per", "in", "each", "for", "/"} and set(after[:4]) & {"group", "arm", "groups", "arms"}:
        return True
    if after[0] == "of":
        return any(kind_of(word) is Counted.PEOPLE for word in after[:5]) or _is_of_them(tokens, number)
    if after[0] not in _TO_GROUP or (number + 2 < len(tokens) and tokens[number + 2].word[0].isdigit()):
        return False
    return bool(set(after) & lexicon.GROUP_WORDS)


def _is_of_them(tokens: Sequence[Token], number: int) -> bool:
    """Say whether a number is "of these" or "of them", and not of things named after that ("11 of these genes")."""
    if word_at(tokens, number + 2) not in {"these", "them", "whom"}:
        return False
    following = word_at(tokens, number + 3)
    return not following[:1].isalpha() or following in _GOING_ON or tokens[number + 3].value is not None


_GOING_ON = (
    lexicon.VERBS | (lexicon.NOT_AFTER_COUNT - lexicon.UNITS) | {"were", "was"} | {"then", "also", "subsequently"}
)


def _took_treatment(tokens: Sequence[Token], number: int) -> bool:
    """Say whether a number stands alone before what its people took ("…; 30 took magnesium and 10 took placebo")."""
    before, after = word_at(tokens, number - 1), word_at(tokens, number + 1)
    return after in {"took", "received"} and (not before or before in _JOINING or before in _STARTING)


def _is_listed(tokens: Sequence[Token], number: int) -> bool:
    """Say whether a number may be the next of a list of groups: "… and 41 to placebo", "… and 41 placebo", "(41)"."""
    last = _over_bracket(tokens, number)
    before, after = word_at(tokens, number - 1), word_at(tokens, last + 1)
    if before in {"other", "remaining"}:
        return after not in lexicon.UNITS
    if after in _TO_GROUP:
        return before in _JOINING or before in _STARTING
    if after in {"were", "was"}:
        return before in _JOINING and word_at(tokens, last + 2) in lexicon.SENDING
    if before in OPENING:
        return after in CLOSING
    plain = bool(after) and after[0].isalpha() and after not in lexicon.UNITS and after not in lexicon.VERBS
    return (before in _JOINING or before == ":") and plain


_NOT_PEOPLE_BY_N = lexicon.PLACES | word_set("isolates strains specimens sections experiments replicates cells genes")


def _is_of_blocks(tokens: Sequence[Token], number: int) -> bool:
    """Say whether a number is the size of the blocks that a list was drawn up in ("in blocks of ten")."""
    return word_at(tokens, number - 1) == "of" and word_at(tokens, number - 2) in {"block", "blocks", "batches"}


def find_counted(tokens: Sequence[Token], number: int, text: str) -> Found | None:
    """Tell what the number at a place counts, or None where it is a dose, an age, a year or nothing known."""
    token = tokens[number]
    if not token.value or token.word[0] == "0":
        return None
    if _is_by_n(tokens, number):
        if word_at(tokens, number + 1) in _NOT_PEOPLE_BY_N or word_at(tokens, number - 3) == "weighted":
            return None
        named = kind_of(word_at(tokens, number + 1))
        return Found(number=number, last=number, counted=named or Counted.UNNAMED, form=Form.BY_N)
    if _is_of_blocks(tokens, number):
        return None
    if word_at(tokens, number - 1) in _REJECTING or _is_year(tokens, number) or _is_ratio(tokens, number):
        return None
    if noun := find_noun(tokens, number):
        if token.doubtful and noun[0] - number > 2:
            return None
        return Found(number=number, last=noun[0], counted=noun[1], form=Form.NAMED)
    return None if token.doubtful else _find_unnamed(tokens, number, text)


def _find_unnamed(tokens: Sequence[Token], number: int, text: str) -> Found | None:
    if (last := shares_noun(tokens, number)) is not None:
        return Found(number=number, last=last, counted=Counted.PEOPLE, form=Form.NAMED)
    if _is_bare(tokens, number, text) or _is_of_group(tokens, number) or _took_treatment(tokens, number):
        return Found(number=number, last=number, counted=Counted.UNNAMED, form=Form.BARE)
    if tokens[number].value != 1 and _is_listed(tokens, number):
        return Found(number=number, last=number, counted=Counted.UNNAMED, form=Form.LISTED)
    return None
