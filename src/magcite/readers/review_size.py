"""Read how many studies a review covers, and how many people were in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from magcite.readers.count_nouns import Counted, kind_of
from magcite.readers.count_roles import role_of
from magcite.readers.count_stages import Role
from magcite.readers.count_words import word_set
from magcite.readers.counts import Mention
from magcite.readers.sentences import Part, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A number of studies or people that a review gives, how much speaks for it, and why."""

    value: int
    score: float
    basis: str
    parts: tuple[Mention, ...]


_INCLUDED = word_set(
    "included include includes including inclusion met meeting fulfilled satisfied eligible analysed analyzed "
    "pooled comprised comprising final synthesis quantitative meta-analysis meta-analyses reviewed selected "
    "covered involving combined considered summarised summarized used examined evaluated took contributed "
    "remained identified found encompassing suitable relevant reporting across overview"
)
_SEARCHED = word_set(
    "retrieved screened search searched searches yielded hits excluded potentially duplicates title abstract full-text"
)
_RECORDS = word_set("records citations abstracts titles references hits")
_SOME = word_set("of these only other remaining most whom which subgroup one another additional further")
_PLACES = {Part.BACKGROUND: -30.0, Part.OBJECTIVE: -10.0, Part.TITLE: -5.0, Part.CONCLUSIONS: -6.0, Part.METHODS: -4.0}
_ENOUGH = 40.0


def _words(mention: Mention) -> frozenset[str]:
    return frozenset((*mention.before[-7:], *mention.after[:8])) | mention.inside


def _score_studies(mention: Mention, sentence: Sentence) -> float:
    words = _words(mention)
    score = 55.0 + _PLACES.get(sentence.part, 0.0) - min(mention.sentence, 20)
    if words & _INCLUDED:
        score += 35
    if words & _SEARCHED:
        score -= 15 if words & _INCLUDED else 35
    if mention.inside & _RECORDS:
        score -= 30
    if mention.before[-2:] == ("total", "of") or "overall" in mention.before:
        score += 12
    if set(mention.before[-4:]) & _SOME and mention.before[-2:] != ("total", "of") and mention.before[-1:] != ("of",):
        score -= 15
    if mention.before[-1:] == ("in",) and mention.value < 5:
        score -= 15
    return score - (20 if mention.depth else 0)


def _each_of(mention: Mention) -> int:
    """Count the kinds in "one each of a cohort, a case series and a case report"."""
    if "each" not in mention.after:
        return 0
    return sum(word in {"a", "an"} for word in mention.after[mention.after.index("each") :])


def _lists(studies: Sequence[Mention], sentences: Sequence[Sentence]) -> list[Tally]:
    runs: list[list[Mention]] = []
    for first, second in pairwise(studies):
        joined = first.sentence == second.sentence and _follows_on(first)
        if joined and runs and runs[-1][-1] is first:
            runs[-1].append(second)
        elif joined:
            runs.append([first, second])
    tallies = []
    for run in runs:
        parts = [mention.value for mention in run]
        if extra := _each_of(run[-1]):
            parts.append(extra)
        basis = "studies added up: " + " + ".join(map(str, parts))
        score = _score_studies(run[0], sentences[run[0].sentence]) + 2
        tallies.append(Tally(value=sum(parts), score=score, basis=basis, parts=tuple(run)))
    return tallies


def _follows_on(first: Mention) -> bool:
    """Say whether a list of studies goes on after a count: a comma or "and", and no verdict in between."""
    words = frozenset(first.after)
    goes_on = first.after[-1:] in {("and",), (",",), ("plus",)}
    return goes_on and first.depth == 0 and not words & (_SEARCHED | {"were", "was", "which", "showed", "excluded"})


def tally_studies(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> Tally | None:
    """Give the number of studies included, told from those found, screened or left out."""
    studies = [mention for mention in mentions if mention.counted is Counted.STUDIES and mention.value > 1]
    lists = _lists(studies, sentences)
    listed = {id(part) for tally in lists for part in tally.parts}
    single = [
        Tally(
            value=mention.value,
            score=_score_studies(mention, sentences[mention.sentence]) - (10 if id(mention) in listed else 0),
            basis="number of studies included",
            parts=(mention,),
        )
        for mention in studies
    ]
    best = max((*single, *lists), key=lambda tally: tally.score, default=None)
    return best if best and best.score >= _ENOUGH else None


def _follows_studies(mention: Mention) -> bool:
    """Say whether a bracket with people comes right after the studies they were in ("27 trials (1,200 people)")."""
    return any(kind_of(word) is Counted.STUDIES for word in mention.head[-2:])


def _names_people(mention: Mention) -> bool:
    if mention.counted is Counted.PEOPLE:
        return True
    by_n = mention.by_n and mention.counted is Counted.UNNAMED
    named = mention.raw[0] == "N" or any(kind_of(word) is Counted.PEOPLE for word in mention.head)
    return by_n and (named or _follows_studies(mention))


def _score_people(mention: Mention, studies: Sequence[Mention], sentence: Sentence) -> float:
    near = frozenset((*mention.before, *mention.after[:8], *mention.head, *mention.outer[:6]))
    score = 30.0 + _PLACES.get(sentence.part, 0.0) - min(mention.sentence, 20) / 2
    if any(study.sentence == mention.sentence for study in studies):
        score += 20
    if near & _INCLUDED or "studies" in mention.before[-8:]:
        score += 8
    if mention.before[-2:] == ("total", "of") or "overall" in mention.before[-4:]:
        score += 12
    if mention.raw[0] == "N" or _follows_studies(mention):
        score += 8
    role = Role.STATED if mention.before[-1:] == ("including",) else role_of(mention)
    arm = 0.0 if _follows_studies(mention) else 12.0
    return score - {Role.PART: 25.0, Role.ARM: arm, Role.EACH: 30.0, Role.PLANNED: 30.0}.get(role, 0.0)


def tally_people(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> Tally | None:
    """Give the number of people in all studies that a review includes."""
    studies = [mention for mention in mentions if mention.counted is Counted.STUDIES]
    people = [mention for mention in mentions if _names_people(mention) and mention.value >= 10]
    tallies = [
        Tally(
            value=mention.value,
            score=_score_people(mention, studies, sentences[mention.sentence]),
            basis="number of people in the studies included",
            parts=(mention,),
        )
        for mention in people
    ]
    best = max(tallies, key=lambda tally: (tally.score, tally.value), default=None)
    return best if best and best.score >= _ENOUGH else None
