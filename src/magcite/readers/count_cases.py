"""Tell which counts are of cases that are people, and which of the controls that stand beside them."""

from __future__ import annotations

from collections.abc import Sequence

from magcite.readers import count_words as lexicon
from magcite.readers.count_nouns import Counted
from magcite.readers.count_stages import WHOLE, Role
from magcite.readers.count_words import word_set
from magcite.readers.counts import Mention

_CONTROLS = word_set("controls comparators referents")
_HEALTHY = word_set("healthy normal unaffected")
_REPORTED = (
    word_set(
        "report reported reports describe described present presented review reviewed series treated operated "
        "analysed analyzed collected retrospectively consecutive divided conducted study interviewed"
    )
    | lexicon.RANDOMISING
    | lexicon.ENROLLED
)
_FURTHER = word_set("additional another further second")
_EVENTS = word_set("incident new expected")
_NEAR = 3
"""Counts between cases and their controls at most, such as an age or a share given for the cases."""

_ABLE = WHOLE - {Role.PLANNED, Role.SCREENED}


def counts_controls(mention: Mention) -> bool:
    """Say whether a count is of people set beside the people studied ("20 healthy men", "15 served as controls")."""
    if mention.inside & (_CONTROLS | _HEALTHY):
        return True
    after = mention.after[:14]
    places = [place for place, word in enumerate(after) if word in {"controls", "control"}]
    return any("as" in after[max(0, place - 3) : place] for place in places)


def are_people(cases: Mention, following: Sequence[Mention]) -> bool:
    """Say whether cases are people: set beside controls, or reported or treated; elsewhere they may be events."""
    if counts_as_many_controls(cases) or any(_are_beside(cases, other) for other in following[:_NEAR]):
        return True
    if cases.inside & _EVENTS:
        return False
    return bool(set((*cases.before[-5:], *cases.after[:10])) & _REPORTED) or "consecutive" in cases.inside


def seem_people(cases: Mention) -> bool:
    """Say whether cases may be people where nobody else is counted: found or examined ones, not new ones."""
    if cases.inside & _EVENTS or "per" in cases.beside[:4]:
        return False
    return bool(set((*cases.before[-6:], *cases.after[:10])) & _FOUND)


_FOUND = word_set("found identified examined obtained isolated reviewed evaluated assessed diagnosed from tested")


def counts_as_many_controls(mention: Mention) -> bool:
    """Say whether as many controls are set beside a count ("282 cases and an equal number of matched controls")."""
    after = mention.after
    places = [place for place, word in enumerate(after) if word in _EQUAL and "number" in after[place + 1 : place + 3]]
    return bool(places) and bool(set(after[places[0] :]) & _CONTROLS)


_EQUAL = word_set("equal same similar identical")


def _are_beside(first: Mention, second: Mention) -> bool:
    near = second.sentence - first.sentence in {0, 1} and first.depth == second.depth
    if second.counted is not Counted.PEOPLE or not near or set(second.before[-6:]) & _FURTHER:
        return False
    return counts_controls(second) or (second.sentence == first.sentence and first.after[-1:] == ("and",))


def list_kinds(mentions: Sequence[Mention], roles: Sequence[Role]) -> frozenset[int]:
    """Find kinds of people listed up to the controls ("59 patients with gout, 30 with asthma and 20 healthy men")."""
    listed: set[int] = set()
    for place, mention in enumerate(mentions):
        if not counts_controls(mention) or mention.depth or roles[place] not in _ABLE:
            continue
        first = place
        while first and _leads_to(mentions[first - 1], mentions[first]):
            first -= 1
        if place - first > 1 and mentions[first].counted in _KINDS_OF_PEOPLE and roles[first] in _ABLE:
            listed |= set(range(first, place + 1))
    return frozenset(listed)


_KINDS_OF_PEOPLE = frozenset({Counted.PEOPLE, Counted.CASES})


def _leads_to(first: Mention, second: Mention) -> bool:
    beside = first.sentence == second.sentence and first.depth == second.depth
    return beside and first.after[:1] == ("with",) and first.after[-1] in {"and", ","}


def find_controls(mentions: Sequence[Mention], roles: Sequence[Role]) -> list[tuple[int, int]]:
    """Find people, or cases, and the controls counted after them, in one sentence or in two."""
    pairs = []
    for place, mention in enumerate(mentions):
        if mention.depth or roles[place] not in _ABLE or counts_controls(mention):
            continue
        ahead = range(place + 1, min(place + 1 + _NEAR, len(mentions)))
        second = next((other for other in ahead if roles[other] in _ABLE), None)
        if second is not None and _are_beside(mention, mentions[second]) and counts_controls(mentions[second]):
            pairs.append((place, second))
    return pairs
