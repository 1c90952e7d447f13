"""Weigh the counts of one kind (people, or animals) in an article as answers to "how many took part?"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from magcite.readers import count_words as lexicon
from magcite.readers.count_cases import counts_as_many_controls, find_controls, list_kinds
from magcite.readers.count_roles import goes_to_one_group, role_of, settle_fraction, stands_among
from magcite.readers.count_stages import WHOLE, Role
from magcite.readers.count_sums import (
    count_groups,
    find_across,
    find_neighbours,
    find_totals,
    list_groups,
    settle_groups,
)
from magcite.readers.counts import Mention
from magcite.readers.sentences import Part, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A number that may be the answer, how much speaks for it, and why."""

    value: int
    role: Role
    score: float
    basis: str
    parts: tuple[Mention, ...]


_SCORES = {
    Role.RANDOMIZED: 100.0,
    Role.ENROLLED: 80.0,
    Role.ANALYSED: 60.0,
    Role.STATED: 50.0,
    Role.COMPLETED: 35.0,
    Role.PLANNED: 28.0,
    Role.SCREENED: 20.0,
}
"""Points of each role: people randomised, else enrolled, else analysed; what is known least comes last."""

_PART_BONUS = {Part.BACKGROUND: -45.0, Part.OBJECTIVE: -4.0, Part.METHODS: 6.0, Part.CONCLUSIONS: -10.0}


def _is_total(mention: Mention) -> bool:
    """Say whether the words before a count make it a total; what was given "to a total of 11" went to a part."""
    if "sample" in mention.before[-3:]:
        return True
    return mention.before[-2:] == ("total", "of") and "to" not in mention.before[-4:]


_OF_PLACES = frozenset({"inhabitants", "residents", "people", "persons", "individuals", "citizens"})
_NAMES_OF_PLACES = frozenset(
    {"area", "areas", "region", "city", "town", "county", "population", "catchment", "serving"}
)
_BOUNDS = frozenset({("at", "least"), ("more", "than"), ("up", "to"), ("fewer", "than"), ("less", "than")})


_ADJUSTMENTS: tuple[tuple[float, Callable[[Mention, Role], bool]], ...] = (
    (15, lambda mention, _: _is_total(mention)),
    (10, lambda mention, _: mention.by_n and mention.raw[0] == "N"),
    (10, lambda mention, _: mention.before[-1:] == ("all",)),
    (-30, lambda mention, _: mention.value < 5),
    (-15, lambda mention, _: mention.value < 5 and mention.alone),
    (-30, lambda mention, role: mention.before[-2:] in _BOUNDS and role in {Role.STATED, Role.ENROLLED}),
    (-60, lambda mention, _: bool(mention.inside & _OF_PLACES) and bool(set(mention.before[-8:]) & _NAMES_OF_PLACES)),
    (-8, lambda mention, _: "eligible" in mention.inside or stands_among(mention)),
    (-25, lambda mention, role: role is Role.RANDOMIZED and goes_to_one_group(mention)),
    (-10, lambda mention, _: mention.after[:1] == ("had",)),
    (-25, lambda mention, _: mention.depth > 0 and bool(set(mention.head[-8:]) & {"subset", "subsample"})),
    (-35, lambda mention, role: mention.percent and role in {Role.STATED, Role.ANALYSED}),
    (-65, lambda mention, role: role is Role.RANDOMIZED and mention.percent and goes_to_one_group(mention)),
    (-20, lambda mention, _: "each" in mention.before[-5:]),
    (-25, lambda mention, role: "million" in mention.inside and role is Role.STATED),
    (-5, lambda mention, _: mention.before[-2:] == ("of", "the")),
)
"""What speaks for a count as the whole sample or against it, in points; found by reading trial reports."""


def _score(mention: Mention, role: Role, sentence: Sentence) -> float:
    score = _SCORES[role] + _PART_BONUS.get(sentence.part, 0.0) - min(mention.sentence, 20)
    return score + sum(points for points, applies in _ADJUSTMENTS if applies(mention, role))


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """All counts of one article with the role of each, and the candidates, best first."""

    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...]
    candidates: tuple[Candidate, ...]


def _settle(mentions: Sequence[Mention]) -> tuple[list[Role], frozenset[int]]:
    """Give each count its role, and the places of those that the groups after them add up to."""
    totals, parts = find_totals(mentions)
    roles = settle_groups(mentions, [role_of(mention) for mention in mentions], totals)
    for place in range(len(mentions) - 1):
        if mentions[place].sentence == mentions[place + 1].sentence and (
            pair := settle_fraction(mentions[place], mentions[place + 1], roles[place + 1])
        ):
            roles[place], roles[place + 1] = pair
    for place in parts:
        roles[place] = Role.ARM if roles[place] in WHOLE else roles[place]
    for place in list_kinds(mentions, roles):
        roles[place] = Role.ARM
    for place in totals:
        roles[place] = Role.STATED if roles[place] is Role.ARM else roles[place]
    return roles, totals


_FEW = 10
"""Doctors or teachers fewer than this treat or judge; more of them alone are who is surveyed."""


def _is_staff(mention: Mention) -> bool:
    return bool(mention.inside & lexicon.STAFF) or mention.raw.lower().endswith(lexicon.STAFF_ENDINGS)


def _weight_of_staff(mention: Mention, *, among_others: bool) -> float:
    return 50.0 if mention.value < _FEW or among_others else 0.0


def _wholes(
    mentions: Sequence[Mention], roles: Sequence[Role], totals: frozenset[int], sentences: Sequence[Sentence]
) -> list[Candidate]:
    candidates = []
    among_others = not all(_is_staff(mention) for mention in mentions)
    for place, (mention, role) in enumerate(zip(mentions, roles, strict=True)):
        if role in WHOLE:
            score = _score(mention, role, sentences[mention.sentence]) + (25 if place in totals else 0)
            score -= _weight_of_staff(mention, among_others=among_others) if mention.inside & lexicon.STAFF else 0
            basis = role.value + ("; its groups add up" if place in totals else "")
            candidates.append(Candidate(value=mention.value, role=role, score=score, basis=basis, parts=(mention,)))
    return candidates


def _pairs(mentions: Sequence[Mention], roles: Sequence[Role]) -> list[tuple[int, int]]:
    neighbours = ((place, place + 1) for place in find_neighbours(mentions, roles))
    return sorted({*neighbours, *find_across(mentions, roles), *find_controls(mentions, roles)})


def _added_pairs(
    mentions: Sequence[Mention], settled: tuple[Sequence[Role], frozenset[int]], sentences: Sequence[Sentence]
) -> list[Candidate]:
    roles, totals = settled
    candidates = []
    for first, second in _pairs(mentions, roles):
        parts = (mentions[first], mentions[second])
        role = roles[second] if roles[second] in WHOLE else Role.STATED
        score = max(_score(part, role, sentences[part.sentence]) for part in parts)
        score -= 20 if _stands_whole_before(parts, mentions) else 0
        candidates.append(_added(parts, role, score + (28 if totals & {first, second} else 3)))
    return candidates


def _added(parts: tuple[Mention, ...], role: Role, score: float) -> Candidate:
    basis = "groups added up: " + " + ".join(str(part.value) for part in parts)
    return Candidate(value=sum(part.value for part in parts), role=role, score=score, basis=basis, parts=parts)


def _is_randomised(sentence: Sentence) -> bool:
    text = sentence.text.lower()
    return any(word in text for word in ("random", "assigned", "allocated"))


def _stands_whole_before(parts: Sequence[Mention], mentions: Sequence[Mention]) -> bool:
    """Say whether the whole that parts are taken of stands before them ("Of 90 women, 40 …", "90 women (40 … )")."""
    total = sum(part.value for part in parts)
    return any(
        mention.sentence == parts[0].sentence
        and mention.value >= total
        and (mention.before == ("of",) or (parts[0].depth > mention.depth and parts[0].start - mention.end in {1, 2}))
        for mention in mentions
    )


def _added_groups(mentions: Sequence[Mention], roles: Sequence[Role], sentences: Sequence[Sentence]) -> list[Candidate]:
    candidates = []
    for parts in list_groups(mentions, roles):
        sentence = sentences[parts[0].sentence]
        role = Role.RANDOMIZED if _is_randomised(sentence) else Role.STATED
        score = _score(parts[0], role, sentence) + (1 if role is Role.STATED and not parts[0].depth else -5)
        score -= 20 if _stands_whole_before(parts, mentions) or _is_randomised_in_print(parts, mentions, roles) else 0
        candidates.append(_added(parts, role, score))
    return candidates


_LOST = 1.25
"""Times that those randomised may outnumber the groups added up, which then leave out who never began."""


def _is_randomised_in_print(parts: Sequence[Mention], mentions: Sequence[Mention], roles: Sequence[Role]) -> bool:
    """Say whether the text itself gives a number randomised that is a little more than the groups added up."""
    total = sum(part.value for part in parts)
    return any(
        role is Role.RANDOMIZED and total < mention.value <= _LOST * total and not goes_to_one_group(mention)
        for mention, role in zip(mentions, roles, strict=True)
    )


def _multiplied(mentions: Sequence[Mention], roles: Sequence[Role], sentences: Sequence[Sentence]) -> list[Candidate]:
    """Multiply "20 in each group" by the number of groups, two where the text does not say how many."""
    each = [mention for mention, role in zip(mentions, roles, strict=True) if role is Role.EACH]
    groups = (count_groups(sentences) if each else None) or 2
    return [
        Candidate(
            value=groups * mention.value,
            role=Role.STATED,
            score=_score(mention, Role.STATED, sentences[mention.sentence]) - 5,
            basis=f"{groups} groups of {mention.value}",
            parts=(mention,),
        )
        for mention in each
    ]


def _doubled(mentions: Sequence[Mention], roles: Sequence[Role], sentences: Sequence[Sentence]) -> list[Candidate]:
    """Count the controls too where they are as many as the cases."""
    return [
        Candidate(
            value=2 * mention.value,
            role=role,
            score=_score(mention, role, sentences[mention.sentence]) + 3,
            basis=f"2 groups of {mention.value}",
            parts=(mention,),
        )
        for mention, role in zip(mentions, roles, strict=True)
        if role in WHOLE and counts_as_many_controls(mention)
    ]


def weigh_counts(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> Weighed:
    """Give each count its role and weigh the counts, their sums and multiples against each other."""
    roles, totals = _settle(mentions)
    added = _added_pairs(mentions, (roles, totals), sentences)
    for first, second in _pairs(mentions, roles):
        roles[first] = roles[second] = Role.ARM
    candidates = [
        *_wholes(mentions, roles, totals, sentences),
        *added,
        *_added_groups(mentions, roles, sentences),
        *_multiplied(mentions, roles, sentences),
        *_doubled(mentions, roles, sentences),
    ]
    best_first = sorted(candidates, key=lambda candidate: -candidate.score)
    return Weighed(mentions=tuple(mentions), roles=tuple(roles), candidates=tuple(best_first))
