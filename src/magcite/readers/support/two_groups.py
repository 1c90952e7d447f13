"""Compare the numbers that a clause gives for those with the exposure and for those without it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from magcite.readers.support.numbers import to_float, to_int
from magcite.readers.support.passages import CONTROLS, Clause
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.words import locate_words, split_words, stems

_EXPOSED = stems("supplemented treated intervention active verum experimental vaccinated exposed")
_MUCH = stems("high higher highest")
_LITTLE = stems("low lower lowest")
_PEOPLE = stems("those participants patients people cases subjects adults women men children persons individuals")
_STATISTICS = Lazy(
    r"[(\[](?![^()\[\]]*\b(?:versus|vs?|and)\b)[^()\[\]]*"
    r"\b(?:p|ci|interval|[rho]rs?|a[rho]rs?|smd|md|n|sd|se|sem|iqr|range|ratio|risk)\b[^()\[\]]*[)\]]|"
    r"\bp ?[<=>≤] ?0?[.·,]\d+|±\s?\d+(?:[.·]\d+)?|[,;]? ?95 ?% ?(?:ci|confidence)[^;]*$"
)
"""Statistics of a comparison, which are no results of a group."""
_NO_RESULT = Lazy(
    r"\d+(?:[.·]\d+)?[ -]?"
    r"(?:mg|mcg|µg|g|iu|mmol|weeks?|months?|years?|hours?|minutes?|person|patient)\b(?:[- ]years?)?|"
    r"\bper \d[\d,]*|\bof (?:the )?\d+ |\b(?:n|day|week|month|year|visit) ?=? ?\d+"
)
"""Doses, times, denominators and sizes of groups."""
_SHARE = Lazy(r"(?P<part>\d[\d,]*)(?: of (?:the )?| out of |/)(?P<whole>\d[\d,]*)(?:\s?\(\s?\d+(?:[.·]\d+)?\s?%\s?\))?")
_COUNTED_SHARE = Lazy(r"\d+ \(\s?(?P<share>\d+(?:[.·]\d+)?)\s?%\s?\)")
_CHANGE = Lazy(r"\bfrom (?P<start>[-−–]?\d+(?:[.·]\d+)?)\s?%?[^.;()\d]{0,24}? to (?P<end>[-−–]?\d+(?:[.·]\d+)?)\s?%?")
_NUMBER = Lazy(r"(?<![\w.])(?P<sign>[-−–])?(?P<number>\d+(?:[.·]\d+)?)(?P<percent>\s?%| per ?cent)?(?![\w]|[.,]\d)")
_TIMES = Lazy(
    r"\b(?P<times>half|twice|(?:two|three|four|five|\d+(?:\.\d+)?) times) (?:as|more|higher|the)\b(?!.*\btwice\b)"
)
_NOT_DOING = frozenset(("non", "day"))
"""Words before those who do without ("non-smokers", "day workers")."""
_TAKERS = stems("workers drinkers users smokers consumers eaters takers supplementers recipients")
_AFTER_WITHOUT = frozenset(("it", "p")) | stems("supplementation treatment")
_COMPARISON = Lazy(r"[:;(\[]|\b(?:than|compared|versus|vs|relative|more|less|higher|lower|greater|fewer|difference)\b")
_SIDE_BY_SIDE = Lazy(
    r"(?<![\w.,-])\d+(?:[.·]\d+)?\s?(?:%|per ?cent)?(?: [a-z][\w/]*){0,2} "
    r"(?:and|v\.?|vs\.?|versus|against) \d+(?:[.·]\d+)?\b"
    r"(?! ?(?:mg|g|iu|years?|months?|weeks?|days?|hours?|doses?)\b)"
)
_OF_OTHERS = Lazy(
    r"\b(?:men|women|boys|girls|males?|females?|baseline|before|after|between|from|aged|doses?|"
    r"mg|stud(?:y|ies)|trials?|patients|participants|people|than|(?:first|second) )\b"
)
"""Words beside which two numbers may be those of other groups, of times or of doses."""
ALIKE = 1.12
"""How many times as large one of two numbers may be for them to count as alike (ours)."""
_TOCONTROLS = 5
"""Words from "treated" on among which "placebo" is what was given (ours)."""
_TO_NUMBER = 6
"""Words between a group and a number within which the number may be its own (ours)."""


class Told(NamedTuple):
    """How the exposed compare with the others.

    `sign` is 1 where theirs is the larger number, -1 the smaller, 0 the same; `extent` the same without regard to
    minus signs, so that of two falls the deeper is the larger. `place` is the first number's, in words; `signed` is
    true where the numbers say themselves which way each went, `of_levels` where much is set against little, `alike`
    where they hardly differ.
    """

    sign: int
    extent: int
    place: int
    signed: bool
    of_levels: bool = False
    alike: bool = False


@dataclass(frozen=True, slots=True)
class _Value:
    value: float
    place: int
    percent: bool = False
    signed: bool = False


def compare_groups(clause: Clause, exposed: Iterable[int], affected: Iterable[int] = ()) -> Told | None:
    """Compare the two numbers of a clause that names two groups; None where it does not tell whose each is.

    `exposed` are the places of the exposure among the words of the clause, `affected` those of the outcome. The groups
    are those with the exposure and the controls, those with much and with little of it, or those with and without the
    outcome, whose exposure is told.
    """
    own, befalls = sorted(set(exposed)), sorted(set(affected))
    if _has_both(named := _name_cases(clause, own, befalls)):
        return _compare_sides(clause, named, amounts=True)
    if _has_both(named := _name_levels(clause, own)):
        told = _compare_sides(clause, named)
        return told._replace(of_levels=True) if told else None
    return _compare_sides(clause, named) if _has_both(named := _name_treated(clause, own)) else None


def compare_pair(clause: Clause) -> Told | None:
    """Compare two numbers side by side whose groups are not named again ("was reported by 18% and 11%").

    Authors name those with the exposure first; None where the numbers may be those of other groups.
    """
    if _OF_OTHERS.search(clause.text) or CONTROLS & set(clause.stems):
        return None
    values = _read_values(clause.text, amounts=False)
    if len(values) != 2 or values[0].percent != values[1].percent or values[0].signed:
        return None
    pair = _SIDE_BY_SIDE.search(clause.text)
    if not pair or _count(clause.text[: pair.start()]) not in {values[0].place, values[0].place - 1}:
        return None
    first, second = values[0].value, values[1].value
    sign = (first > second) - (first < second)
    alike = max(first, second) <= ALIKE * min(first, second)
    return Told(sign, sign, values[0].place, signed=False, alike=alike)


def _has_both(named: Iterable[tuple[int, bool]]) -> bool:
    return len({with_it for _, with_it in named}) > 1


def _name_treated(clause: Clause, exposed: Sequence[int]) -> list[tuple[int, bool]]:
    """Name those with the exposure and the controls; placebo, controls and treated groups are known by themselves."""
    without = {place for place, word in enumerate(clause.stems) if word in CONTROLS or _is_without(clause, place)}
    if not without:
        return []
    return [
        (place, place not in without)
        for place in range(len(clause.stems))
        if place in without or place in exposed or _is_exposed(clause, place)
    ]


def _is_without(clause: Clause, place: int) -> bool:
    """Tell whether "without" stands for those without the exposure ("12% with X and 25% without")."""
    after = clause.stems[place + 1 : place + 2]
    if clause.stems[place] in _NOT_DOING:
        return bool(_TAKERS & set(after))
    return clause.stems[place] == "without" and (not after or after[0] in _AFTER_WITHOUT or after[0][0].isdigit())


def _name_levels(clause: Clause, exposed: Sequence[int]) -> list[tuple[int, bool]]:
    """Name those with much of the exposure and those with little ("5% of those with high and 12% with low X")."""
    levels = ((spot, set(clause.stems[max(0, spot - 2) : spot])) for spot in exposed)
    return [(spot, bool(before & _MUCH)) for spot, before in levels if bool(before & _MUCH) != bool(before & _LITTLE)]


def _name_cases(clause: Clause, exposed: Sequence[int], affected: Sequence[int]) -> list[tuple[int, bool]]:
    """Name those with the outcome and those without, where the numbers before them are the exposure's."""
    named = []
    for spot in affected:
        before = clause.stems[max(0, spot - 4) : spot]
        if before[-1:] in (("with",), ("of",), ("without",)) and _PEOPLE & set(before):
            named.append((spot, before[-1] != "without"))
    if not named or not exposed or exposed[0] > named[0][0] or _PEOPLE & set(clause.stems[: exposed[0]]):
        return []
    with_without = {place for place, _ in named}
    others = (place for place, word in enumerate(clause.stems) if word in CONTROLS or word == "without")
    return sorted([*named, *((place, False) for place in others if place + 1 not in with_without)])


def _compare_sides(clause: Clause, named: list[tuple[int, bool]], *, amounts: bool = False) -> Told | None:
    """Compare the two numbers of a clause with those they are nearest to; `amounts` of something count as results."""
    if times := _TIMES.search(clause.text):
        return _compare_times(named, times.group("times"), _count(clause.text[: times.start()]))
    values = _read_values(clause.text, amounts=amounts)
    if len(values) != 2 or values[0].percent != values[1].percent:
        return None
    near = [one for one in named if any(abs(one[0] - value.place) <= _TO_NUMBER for value in values)]
    order = [with_it for with_it, _ in groupby(with_it for _, with_it in near)]
    if len(order) != 2:
        return None
    first, second = (values[0].value, values[1].value) if order[0] else (values[1].value, values[0].value)
    sign = (first > second) - (first < second)
    extent = (abs(first) > abs(second)) - (abs(first) < abs(second)) if first * second >= 0 else sign
    alike = values[0].percent and max(first, second) <= ALIKE * min(first, second)
    return Told(sign, extent, values[0].place, any(value.signed for value in values), alike=alike)


def _is_exposed(clause: Clause, place: int) -> bool:
    """Tell whether a word names those treated, and not those treated with placebo."""
    return clause.stems[place] in _EXPOSED and not CONTROLS & set(clause.stems[place + 1 : place + _TOCONTROLS])


def stands_for(clause: Clause, cue: int, told: Told) -> bool:
    """Tell whether the numbers are how often, or by how much, a directional word held ("improved in 62% of …")."""
    words = locate_words(clause.text)
    if len(words) != len(clause.stems) or not cue < told.place < len(words):
        return False
    return not _COMPARISON.search(clause.text[words[cue][1] : words[told.place][0]])


def _compare_times(named: list[tuple[int, bool]], times: str, at: int) -> Told | None:
    """Read "A had twice as much as B": who stands before has more, or less where it is half."""
    before, after = [w for place, w in named if place < at], [w for place, w in named if place > at]
    if not before or not after or before[-1] == after[-1]:
        return None
    more = (-1 if times.lower() == "half" else 1) * (1 if before[-1] else -1)
    return Told(more, more, at, signed=True)


def _read_values(text: str, *, amounts: bool) -> list[_Value]:
    """List the results that a text gives, as shares, changes or plain numbers; percent before anything else."""
    plain = _STATISTICS.sub(_blank, text)
    changes = [
        _Value(to_float(found["end"]) - to_float(found["start"]), _count(text[: found.start()]), signed=True)
        for found in _CHANGE.finditer(plain)
    ]
    if changes:
        return changes
    shares = [
        _Value(100 * part / whole, _count(text[: found.start()]), percent=True)
        for found in _SHARE.finditer(plain)
        for part, whole in [(to_int(found["part"]), to_int(found["whole"]))]
        if part <= whole > 0
    ]
    if shares:
        return shares
    counted = [
        _Value(to_float(found["share"]), _count(text[: found.start()]), percent=True)
        for found in _COUNTED_SHARE.finditer(plain)
    ]
    if counted:
        return counted
    plain = plain if amounts else _NO_RESULT.sub(_blank, plain)
    numbers = [
        _Value(
            to_float((found["sign"] or "") + found["number"]),
            _count(text[: found.start()]),
            bool(found["percent"]),
            bool(found["sign"]),
        )
        for found in _NUMBER.finditer(plain)
    ]
    return [one for one in numbers if one.percent] or numbers


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _count(text: str) -> int:
    return len(split_words(text))
