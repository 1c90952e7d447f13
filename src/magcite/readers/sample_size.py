"""Read how many people, animals or studies an article is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from magcite.model import Article, Count, Design, Fact, Sample
from magcite.readers import count_words as lexicon
from magcite.readers.count_roles import WHOLE, Role, role_of, settle_fraction, stands_among
from magcite.readers.count_sums import (
    add_groups,
    count_groups,
    find_across,
    find_neighbours,
    find_totals,
    settle_groups,
)
from magcite.readers.counted import Counted
from magcite.readers.counts import Mention, find_mentions
from magcite.readers.sentences import Part, Sentence, split_article


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A number that may be the answer, how much speaks for it, and why."""

    value: int
    role: Role
    score: float
    basis: str
    mention: Mention


_SCORES = {
    Role.RANDOMIZED: 100.0,
    Role.ENROLLED: 80.0,
    Role.ANALYSED: 60.0,
    Role.STATED: 50.0,
    Role.COMPLETED: 35.0,
    Role.PLANNED: 22.0,
    Role.SCREENED: 20.0,
}
_PART_BONUS = {Part.BACKGROUND: -35.0, Part.OBJECTIVE: -4.0, Part.METHODS: 6.0, Part.CONCLUSIONS: -10.0}
_ENOUGH = 12.0
"""The score below which the number found is left unsaid."""

_STAGES = {
    Role.RANDOMIZED: Count.RANDOMIZED,
    Role.ENROLLED: Count.ENROLLED,
    Role.ANALYSED: Count.ANALYSED,
    Role.COMPLETED: Count.COMPLETED,
    Role.SCREENED: Count.SCREENED,
    Role.ARM: Count.ARM,
    Role.EACH: Count.ARM,
}
_CONFIDENCE = {
    Role.RANDOMIZED: 0.93,
    Role.ENROLLED: 0.88,
    Role.ANALYSED: 0.8,
    Role.STATED: 0.75,
    Role.COMPLETED: 0.6,
    Role.PLANNED: 0.5,
    Role.SCREENED: 0.4,
}


def _score(mention: Mention, role: Role, sentence: Sentence) -> float:
    score = _SCORES[role] + _PART_BONUS.get(sentence.part, 0.0) - min(mention.sentence, 20)
    if mention.before[-2:] == ("total", "of") or "sample" in mention.before[-3:]:
        score += 15
    if mention.by_n and mention.raw[0] == "N":
        score += 10
    if mention.value < 5:
        score -= 30
    if mention.inside & lexicon.STAFF:
        score -= 12
    if "eligible" in mention.inside or stands_among(mention):
        score -= 8
    if mention.before[-2:] == ("of", "the"):
        score -= 5
    return score


def _wholes(
    mentions: Sequence[Mention], roles: Sequence[Role], totals: frozenset[int], sentences: Sequence[Sentence]
) -> list[Candidate]:
    candidates = []
    for place, (mention, role) in enumerate(zip(mentions, roles, strict=True)):
        if role in WHOLE:
            score = _score(mention, role, sentences[mention.sentence]) + (25 if place in totals else 0)
            basis = role.value + ("; its groups add up" if place in totals else "")
            candidates.append(Candidate(value=mention.value, role=role, score=score, basis=basis, mention=mention))
    return candidates


def _is_randomised(sentence: Sentence) -> bool:
    text = sentence.text.lower()
    return any(word in text for word in ("random", "assigned", "allocated"))


def _sums(mentions: Sequence[Mention], roles: Sequence[Role], sentences: Sequence[Sentence]) -> list[Candidate]:
    candidates = []
    for total in add_groups(mentions, roles):
        sentence = sentences[total.mention.sentence]
        role = Role.RANDOMIZED if _is_randomised(sentence) else Role.STATED
        score = _score(total.mention, role, sentence) - (5 if role is Role.RANDOMIZED else 0)
        candidates.append(
            Candidate(value=total.value, role=role, score=score, basis=total.basis, mention=total.mention)
        )
    return candidates


def _pairs(mentions: Sequence[Mention], roles: list[Role], sentences: Sequence[Sentence]) -> list[Candidate]:
    """Add up neighbours, which from then on count as groups."""
    candidates = []
    neighbours = [(place, place + 1) for place in find_neighbours(mentions, roles)]
    for place, beside in (*neighbours, *find_across(mentions, roles)):
        mention, other, role = mentions[place], mentions[beside], roles[beside]
        role = role if role in WHOLE else Role.STATED
        basis = f"groups added up: {mention.value} + {other.value}"
        score = _score(other, role, sentences[other.sentence])
        candidates.append(
            Candidate(value=mention.value + other.value, role=role, score=score, basis=basis, mention=other)
        )
        roles[place] = roles[beside] = Role.ARM
    return candidates


def _multiples(mentions: Sequence[Mention], roles: Sequence[Role], sentences: Sequence[Sentence]) -> list[Candidate]:
    candidates = []
    groups = count_groups(sentences) or 2
    for mention, role in zip(mentions, roles, strict=True):
        if role is Role.EACH:
            score = _score(mention, Role.STATED, sentences[mention.sentence]) - 5
            candidates.append(
                Candidate(
                    value=groups * mention.value,
                    role=Role.STATED,
                    score=score,
                    basis=f"{groups} groups of {mention.value}",
                    mention=mention,
                )
            )
    return candidates


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
    for place in totals:
        roles[place] = Role.STATED if roles[place] is Role.ARM else roles[place]
    return roles, totals


def _candidates(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> list[Candidate]:
    roles, totals = _settle(mentions)
    pairs = _pairs(mentions, roles, sentences)
    return [
        *_wholes(mentions, roles, totals, sentences),
        *pairs,
        *_sums(mentions, roles, sentences),
        *_multiples(mentions, roles, sentences),
    ]


def _fact(candidate: Candidate, sentences: Sequence[Sentence], confidence: float) -> Fact[int]:
    sentence = sentences[candidate.mention.sentence]
    return Fact(value=candidate.value, quote=sentence.quote(), confidence=confidence, basis=candidate.basis)


def read_sample(article: Article, _design: Design) -> Sample:
    """Read how many took part: randomised, else enrolled, else analysed, with the other counts beside it."""
    sentences = split_article(article)
    mentions = find_mentions(sentences)
    people = [mention for mention in mentions if mention.counted in {Counted.PEOPLE, Counted.UNNAMED, Counted.CASES}]
    candidates = [candidate for candidate in _candidates(people, sentences) if candidate.score >= _ENOUGH]
    if not candidates:
        return Sample()
    best = max(candidates, key=lambda candidate: candidate.score)
    return Sample(participants=_fact(best, sentences, _CONFIDENCE[best.role]))
