"""Read how many people, animals or studies an article is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from magcite.model import Article, Count, Design, Fact, Quote, Sample, StudyType
from magcite.readers import count_words as lexicon
from magcite.readers.counts import Counted, Mention, find_mentions
from magcite.readers.sentences import Part, Sentence, split_article


class Role(Enum):
    """What part of the study a count stands for; the value is how the basis names it."""

    RANDOMIZED = "number randomised"
    ENROLLED = "number enrolled"
    ANALYSED = "number analysed"
    COMPLETED = "number who completed"
    SCREENED = "number screened"
    STATED = "number stated"
    ARM = "number in one group"
    EACH = "number in each group"
    PART = "part of the sample"
    PLANNED = "number planned"


_SCORES = {
    Role.RANDOMIZED: 100.0,
    Role.ENROLLED: 80.0,
    Role.ANALYSED: 60.0,
    Role.STATED: 50.0,
    Role.COMPLETED: 35.0,
    Role.PLANNED: 22.0,
    Role.SCREENED: 20.0,
}
_STAGES = {
    Role.RANDOMIZED: Count.RANDOMIZED,
    Role.ENROLLED: Count.ENROLLED,
    Role.ANALYSED: Count.ANALYSED,
    Role.COMPLETED: Count.COMPLETED,
    Role.SCREENED: Count.SCREENED,
    Role.ARM: Count.ARM,
    Role.EACH: Count.ARM,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A number that may be the answer, how much speaks for it, and why."""

    value: int
    role: Role
    score: float
    basis: str
    mention: Mention


def _first(words: Sequence[str], wanted: frozenset[str]) -> int:
    return next((place for place, word in enumerate(words) if word in wanted), 99)


_VERBS = (
    (Role.RANDOMIZED, lexicon.RANDOMISING),
    (Role.COMPLETED, lexicon.COMPLETING),
    (Role.SCREENED, lexicon.SCREENING),
    (Role.ENROLLED, lexicon.ENROLLING),
    (Role.ANALYSED, lexicon.ANALYSING),
    (Role.PART, lexicon.LEAVING),
)
_PARTITION = frozenset("these them those whom the all which our".split())
_EVENT_BEFORE = frozenset(
    "developed observed seen occurred present reported found noted achieved detected identified reached documented experienced diagnosed positive".split()
)


def _is_part(mention: Mention) -> bool:
    before, after = mention.before, mention.after
    if after[:1] == ("of",) and (set(after[1:4]) & _PARTITION or len(after) == 1):
        return True
    if after[:2] == ("out", "of") or set(before[-5:]) & lexicon.PART_WORDS:
        return True
    if before[-3:-1] and before[-1] in {"in", "among", "by", "for"} and set(before[-5:]) & _EVENT_BEFORE:
        return True
    return bool(set(before[-4:]) & {"these", "them"}) and "of" in before[-4:]


def _verb_role(mention: Mention) -> Role:
    """Let the words around a count that stands in no bracket tell its stage."""
    after, before = mention.after, mention.before
    if set(before[-6:]) & lexicon.PLANNING or set(after[:4]) & {"will", "planned"}:
        return Role.PLANNED
    if set(after) & lexicon.RANDOMISING or set(before[-5:]) & lexicon.RANDOMISING:
        return Role.RANDOMIZED
    near = [(_first(after[:14], verbs), role) for role, verbs in _VERBS[1:]]
    place, role = min(near, key=lambda pair: pair[0])
    if place < 99 and not (role in {Role.ENROLLED, Role.ANALYSED} and set(before[-4:]) & lexicon.SCREENING):
        return role
    for role, verbs in _VERBS[1:5]:
        if set(before[-6:]) & verbs:
            return role
    return Role.STATED


def _is_arm(mention: Mention) -> bool:
    after = mention.after
    if after[:1] and after[0] in {"to", "received", "receiving", "on", "given", "assigned", "allocated", "took"}:
        return True
    return after[:1] in {("in",), ("as",), ("were",)} and bool(set(after[1:7]) & lexicon.GROUP_WORDS)


def _is_each(mention: Mention) -> bool:
    words = mention.after[:4]
    if words[:1] and words[0] in {"per", "each", "/"}:
        return words[0] != "/" or bool(set(words) & {"group", "arm"})
    return words[:2] == ("in", "each") or (
        mention.before[-2:-1] in {("groups",), ("arms",)} and mention.before[-1:] == ("of",)
    )


def _bracket_role(mention: Mention) -> Role:
    if _is_each(mention):
        return Role.EACH
    head = mention.head
    if mention.by_n and not set(head[-4:]) & lexicon.GROUP_WORDS:
        if set(head) & lexicon.PEOPLE:
            if set(head[-8:]) & lexicon.PART_WORDS:
                return Role.PART
            whole = replace(mention, before=head, after=mention.outer)
            role = _verb_role(whole)
            return Role.STATED if role is Role.PART else role
        return Role.STATED if mention.raw.startswith("N") else Role.ARM
    return Role.ARM if mention.by_n or mention.counted is not Counted.STUDIES else Role.PART


def _role_of(mention: Mention) -> Role:
    if mention.depth:
        return _bracket_role(mention)
    if _is_each(mention):
        return Role.EACH
    if _is_part(mention):
        return Role.PART
    return _verb_role(mention)


_PART_BONUS = {Part.BACKGROUND: -35.0, Part.OBJECTIVE: -4.0, Part.METHODS: 6.0, Part.CONCLUSIONS: -10.0}


def _score(mention: Mention, role: Role, sentence: Sentence) -> float:
    score = _SCORES[role] + _PART_BONUS.get(sentence.part, 0.0) - 0.5 * min(mention.sentence, 20)
    if mention.before[-2:] == ("total", "of") or "sample" in mention.before[-3:]:
        score += 15
    if mention.raw.startswith("N"):
        score += 10
    if mention.value < 5:
        score -= 30
    return score


def _whole_candidates(
    mentions: Sequence[Mention], roles: Sequence[Role], sentences: Sequence[Sentence]
) -> list[Candidate]:
    return [
        Candidate(
            value=mention.value,
            role=role,
            score=_score(mention, role, sentences[mention.sentence]),
            basis=role.value,
            mention=mention,
        )
        for mention, role in zip(mentions, roles, strict=True)
        if role in _SCORES
    ]


def _adds_up(mention: Mention, others: Sequence[Mention]) -> int:
    """Give how many of the counts that follow add up to this one, 0 if none do."""
    for start in range(min(3, len(others))):
        total = 0
        for length, other in enumerate(others[start : start + 6], start=1):
            total += other.value
            if total == mention.value and length > 1:
                return start + length
            if total > mention.value:
                break
    return 0


def _near(mentions: Sequence[Mention], place: int) -> list[Mention]:
    here = mentions[place].sentence
    return [other for other in mentions[place + 1 : place + 9] if other.sentence <= here + 2]


def _find_sums(mentions: Sequence[Mention]) -> tuple[set[int], set[int]]:
    """Give the places of counts that the following ones add up to, and the places of those parts."""
    wholes: set[int] = set()
    parts: set[int] = set()
    for place, mention in enumerate(mentions):
        if place in parts:
            continue
        following = _near(mentions, place)
        length = _adds_up(mention, following)
        if length:
            wholes.add(place)
            parts |= set(range(place + 1, place + 1 + length))
    return wholes, parts


def _arm_sums(mentions: Sequence[Mention], roles: Sequence[Role], sentences: Sequence[Sentence]) -> list[Candidate]:
    """Add up the groups that one sentence names."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention, role in zip(mentions, roles, strict=True):
        if role is Role.ARM:
            by_sentence.setdefault(mention.sentence, []).append(mention)
    candidates = []
    for place, arms in by_sentence.items():
        if len(arms) < 2 or len(arms) > 8:
            continue
        randomised = any(word in sentences[place].text.lower() for word in ("random", "assigned", "allocated"))
        role = Role.RANDOMIZED if randomised else Role.STATED
        score = _score(arms[0], role, sentences[place]) - 15
        total = sum(arm.value for arm in arms)
        words = " + ".join(str(arm.value) for arm in arms)
        candidates.append(
            Candidate(value=total, role=role, score=score, basis=f"groups added up: {words}", mention=arms[0])
        )
    return candidates


def _groups(sentences: Sequence[Sentence]) -> int:
    for sentence in sentences:
        words = [word.strip(".,;:()") for word in sentence.text.lower().split()]
        for place, word in enumerate(words):
            if word in {"groups", "arms"}:
                for before in reversed(words[max(0, place - 4) : place]):
                    if before in _GROUP_NUMBERS:
                        return _GROUP_NUMBERS[before]
    return 2


_GROUP_NUMBERS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "2": 2,
    "3": 3,
    "4": 4,
    "5": 5,
    "6": 6,
    "both": 2,
}


def _each_candidates(
    mentions: Sequence[Mention], roles: Sequence[Role], sentences: Sequence[Sentence]
) -> list[Candidate]:
    candidates = []
    for mention, role in zip(mentions, roles, strict=True):
        if role is Role.EACH:
            groups = _groups(sentences)
            score = _score(mention, Role.STATED, sentences[mention.sentence]) - 5
            basis = f"{groups} groups of {mention.value}"
            candidates.append(
                Candidate(value=groups * mention.value, role=Role.STATED, score=score, basis=basis, mention=mention)
            )
    return candidates


def _settle_arms(mentions: Sequence[Mention], roles: list[Role], parts: set[int]) -> list[Role]:
    """Turn counts that stand beside each other as groups into groups."""
    settled = list(roles)
    for place, mention in enumerate(mentions):
        if place in parts and settled[place] in _SCORES:
            settled[place] = Role.ARM
        beside = any(
            other is not mention and other.sentence == mention.sentence and _is_arm(other) for other in mentions
        )
        if mention.depth == 0 and settled[place] in _SCORES and _is_arm(mention) and beside:
            settled[place] = Role.ARM
    return settled


def _people(
    mentions: Sequence[Mention], sentences: Sequence[Sentence]
) -> tuple[list[Candidate], list[Mention], list[Role]]:
    people = [mention for mention in mentions if mention.counted in {Counted.PEOPLE, Counted.UNNAMED, Counted.CASES}]
    wholes, parts = _find_sums(people)
    roles = _settle_arms(people, [_role_of(mention) for mention in people], parts - wholes)
    for place in wholes:
        if roles[place] in {Role.ARM, Role.PART}:
            roles[place] = Role.STATED
    candidates = _whole_candidates(people, roles, sentences)
    bonus = {id(people[place]) for place in wholes}
    candidates = [
        replace(candidate, score=candidate.score + 25, basis=candidate.basis + "; its groups add up")
        if id(candidate.mention) in bonus
        else candidate
        for candidate in candidates
    ]
    candidates += _arm_sums(people, roles, sentences) + _each_candidates(people, roles, sentences)
    return candidates, people, roles


def _fact(candidate: Candidate, sentences: Sequence[Sentence], confidence: float) -> Fact[int]:
    sentence = sentences[candidate.mention.sentence]
    return Fact(value=candidate.value, quote=sentence.quote(), confidence=confidence, basis=candidate.basis)


_CONFIDENCE = {
    Role.RANDOMIZED: 0.93,
    Role.ENROLLED: 0.88,
    Role.ANALYSED: 0.8,
    Role.STATED: 0.75,
    Role.COMPLETED: 0.6,
    Role.PLANNED: 0.5,
    Role.SCREENED: 0.4,
}


def read_sample(article: Article, design: Design) -> Sample:
    """Read how many took part: randomised, else enrolled, else analysed, with the other counts beside it."""
    sentences = split_article(article)
    mentions = find_mentions(sentences)
    if not mentions:
        return Sample()
    candidates, people, roles = _people(mentions, sentences)
    if not candidates:
        return Sample()
    best = max(candidates, key=lambda candidate: candidate.score)
    return Sample(participants=_fact(best, sentences, _CONFIDENCE[best.role]))
