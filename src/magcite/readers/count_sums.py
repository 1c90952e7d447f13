"""Add up the groups that an article counts one by one, and find the total that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from magcite.readers import count_words as lexicon
from magcite.readers.count_nouns import Counted
from magcite.readers.count_roles import is_sent_to_group, names_group
from magcite.readers.count_stages import WHOLE, Role
from magcite.readers.counted import Form
from magcite.readers.counts import Mention
from magcite.readers.sentences import Sentence

_MOST_GROUPS = 8
"""Groups in one list; longer lists are rarely the arms of one study."""


_SMALLEST_TOTAL = 8
"""Below this, counts that add up do so by chance too often."""


def _length_of_sum(mention: Mention, following: Sequence[Mention]) -> tuple[int, int]:
    """Say which of the counts that follow add up to this one: from where and how many; (0, 0) if none do."""
    for start in range(min(3, len(following))):
        total = 0
        for length, other in enumerate(following[start : start + _MOST_GROUPS], start=1):
            total += other.value
            if total == mention.value and length > 1:
                return start, length
            if total > mention.value:
                break
    return 0, 0


def find_totals(mentions: Sequence[Mention]) -> tuple[frozenset[int], frozenset[int]]:
    """Give the places of counts that equal the sum of counts soon after, and the places of those parts."""
    totals: set[int] = set()
    parts: set[int] = set()
    for place, mention in enumerate(mentions):
        in_bracket = mention.depth and not mention.by_n
        if place in parts or in_bracket or mention.value < _SMALLEST_TOTAL:
            continue
        following = [other for other in mentions[place + 1 : place + 9] if other.sentence <= mention.sentence + 2]
        start, length = _length_of_sum(mention, following)
        if length:
            totals.add(place)
            parts |= set(range(place + 1 + start, place + 1 + start + length))
    return frozenset(totals), frozenset(parts - totals)


def _by_sentence(mentions: Sequence[Mention]) -> list[list[int]]:
    places = groupby(range(len(mentions)), key=lambda place: mentions[place].sentence)
    return [list(group) for _, group in places]


_WHO = lexicon.PEOPLE | lexicon.CASES | {"sample", "series"}


def _beside_people(mention: Mention) -> bool:
    return bool(mention.head) and mention.head[-1] in _WHO


_LISTING = frozenset({"and", "while", "whereas", "versus", "vs"})


def _groups_in_text(mentions: Sequence[Mention], places: Sequence[int], roles: Sequence[Role]) -> list[int]:
    """Find the counts in words that list groups: "40 were assigned to magnesium and 41 to placebo"."""
    able = (WHOLE | {Role.ARM}) - {Role.COMPLETED, Role.SCREENED, Role.PLANNED}
    places = [
        place
        for place in places
        if not mentions[place].by_n and (roles[place] in able or mentions[place].form is Form.LISTED)
    ]
    named = {place for place in places if names_group(mentions[place])}
    for place in places:
        if place in named or place + 1 not in places or not is_sent_to_group(mentions[place]):
            continue
        if place + 1 in named or _is_listed_after(mentions[place], mentions[place + 1]):
            named |= {place, place + 1}
    outside = [place for place in sorted(named) if not mentions[place].depth]
    inside = [place for place in sorted(named) if mentions[place].depth]
    return [place for group in (outside, inside) if len(group) > 1 for place in group]


_CHOICE = frozenset({"or", "either", "groups", "arms", "double-blind", "double-blinded", "trial"})


def _is_listed_after(first: Mention, second: Mention) -> bool:
    """Say whether a bare number goes on with the list of groups; a far smaller one is something else."""
    goes_on = second.form is Form.LISTED or (is_sent_to_group(second) and not set(second.after) & _CHOICE)
    listed = goes_on and first.after[-1] in _LISTING
    return listed and second.depth == first.depth and second.value * 8 > first.value


def _groups_in_brackets(mentions: Sequence[Mention], places: Sequence[int], roles: Sequence[Role]) -> list[int]:
    """Find the counts in brackets that list groups: "magnesium (n = 40) or placebo (n = 41)"."""
    by_n = [
        place for place in places if mentions[place].by_n and mentions[place].depth and roles[place] is not Role.PART
    ]
    if len(by_n) == 1 and (following := _without_n(mentions, places, by_n[0])):
        return [by_n[0], *following]
    if len(by_n) < 2:
        return []
    adjacent = [_beside_people(mentions[place]) for place in by_n]
    first_is_whole = mentions[by_n[0]].raw[0] == "N" and mentions[by_n[1]].raw[0] == "n"
    if first_is_whole or (adjacent[0] and not any(adjacent[1:])):
        return by_n[1:] if len(by_n) > 2 else []
    return by_n


def _without_n(mentions: Sequence[Mention], places: Sequence[int], first: int) -> list[int]:
    """Find the bracket that goes on with a list of groups without its "n =": "zinc (n = 40) or placebo (41)"."""
    following = [place for place in places if place > first][:1]
    return [
        place
        for place in following
        if mentions[place].form is Form.LISTED
        and mentions[place].depth == mentions[first].depth
        and mentions[first].value < 8 * mentions[place].value < 64 * mentions[first].value
        and not _beside_people(mentions[first])
    ]


def settle_groups(mentions: Sequence[Mention], roles: Sequence[Role], totals: frozenset[int]) -> list[Role]:
    """Make groups of the counts that stand beside each other as groups, save those that others add up to."""
    settled = list(roles)
    for places in _by_sentence(mentions):
        parts = [place for place in places if place not in totals]
        for place in (*_groups_in_text(mentions, parts, roles), *_groups_in_brackets(mentions, parts, roles)):
            settled[place] = Role.ARM
    return settled


_MOST_UNLIKE = 10
"""Times that one group may be as large as the other; beyond, the numbers are of different things."""


def _are_comparable(parts: Sequence[Mention]) -> bool:
    sizes = [part.value for part in parts]
    return len(parts) > 2 or all(part.by_n for part in parts) or max(sizes) <= _MOST_UNLIKE * min(sizes)


def _without_outcomes(parts: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Leave out what happened in groups ("20 took zinc and 10 placebo; 16 (80%) and 7 (70%) got well")."""
    shares = [part.share for part in parts if part.share is not None]
    if len(shares) == len(parts) and not _ALL[0] < sum(shares) < _ALL[1]:
        return ()
    plain = tuple(part for part in parts if not part.percent)
    return plain if len(plain) > 1 else parts


_ALL = (97.0, 103.0)
"""Per cent that the shares of all groups add up to, as rounded."""


def list_groups(mentions: Sequence[Mention], roles: Sequence[Role]) -> list[tuple[Mention, ...]]:
    """List the groups that each sentence names, those in "n = 20" apart from those in words."""
    lists = []
    for places in _by_sentence(mentions):
        arms = [mentions[place] for place in places if roles[place] is Role.ARM]
        within = [arm for arm in arms if arm.depth]
        mixed = sum(arm.by_n for arm in within) == 1
        for listed in (
            tuple(arm for arm in within if arm.by_n or mixed),
            tuple(arm for arm in within if not (arm.by_n or mixed)),
            tuple(arm for arm in arms if not (arm.depth or arm.by_n)),
        ):
            parts = _without_outcomes(listed)
            if 2 <= len(parts) <= _MOST_GROUPS and _are_comparable(parts):
                lists.append(parts)
    return lists


def find_neighbours(mentions: Sequence[Mention], roles: Sequence[Role]) -> list[int]:
    """Find the first of two kinds of people joined by "and" ("30 patients and 20 healthy controls")."""
    kinds = {Counted.PEOPLE, Counted.CASES}
    return [
        place
        for place, (mention, other) in enumerate(pairwise(mentions))
        if mention.sentence == other.sentence
        and {mention.counted, other.counted} <= kinds
        and mention.depth == other.depth == 0
        and _joined(mention)
        and bool(mention.inside & lexicon.STAFF) is bool(other.inside & lexicon.STAFF)
        and {roles[place], roles[place + 1]} <= WHOLE
        and (roles[place] is Role.SCREENED) is (roles[place + 1] is Role.SCREENED)
    ]


def _joined(mention: Mention) -> bool:
    compared = bool(set(mention.after[-3:]) & {"compared", "matched"}) and mention.after[-1] in {"with", "to"}
    joined = mention.after[-1:] == ("and",) and mention.after[-2:] != (",", "and")
    done = bool({"were", "was"} & set(mention.after)) and "who" not in mention.after
    return compared or (joined and not done and not set(mention.after) & lexicon.VERBS)


def find_across(mentions: Sequence[Mention], roles: Sequence[Role]) -> list[tuple[int, int]]:
    """Find groups named in two sentences in turn ("25 in the first group took …. 24 in the second …")."""
    lone = [
        place
        for place, mention in enumerate(mentions)
        if (roles[place] in WHOLE or roles[place] is Role.ARM)
        and not mention.percent
        and (names_group(mention) if not mention.depth else _is_bracketed_group(mention))
    ]
    alone = [
        place for place in lone if sum(mentions[place].sentence == mentions[other].sentence for other in lone) == 1
    ]
    return [
        (first, second)
        for first, second in pairwise(alone)
        if mentions[second].sentence == mentions[first].sentence + 1
        and bool(mentions[first].depth) is bool(mentions[second].depth)
    ]


def _is_bracketed_group(mention: Mention) -> bool:
    """Say whether a bracket gives the size of a group, of the cases or of the controls."""
    words = (*mention.head[-3:], *mention.head[:1])
    return mention.by_n and bool(set(words) & (lexicon.GROUP_WORDS | lexicon.CASES))


_GROUP_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "both": 2} | {str(n): n for n in range(2, 7)}


def count_groups(sentences: Sequence[Sentence]) -> int | None:
    """Read into how many groups the people were divided."""
    for sentence in sentences:
        words = [word.strip(".,;:()") for word in sentence.text.lower().split()]
        for place, word in enumerate(words):
            numbers = words[max(0, place - 4) : place] if word in lexicon.GROUP_NAMES else []
            if found := [number for number in numbers if number in _GROUP_NUMBERS]:
                return _GROUP_NUMBERS[found[-1]]
    return None
