"""Tell the stage of a study that a count belongs to from the verbs around it: screened, randomised, completed."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from magcite.readers import count_words as lexicon
from magcite.readers.count_words import word_set
from magcite.readers.counted import Form
from magcite.readers.counts import Mention


class Role(Enum):
    """What part of the study a count stands for; the value is how the basis names it."""

    RANDOMIZED = "number randomised"
    ENROLLED = "number enrolled"
    ANALYSED = "number analysed"
    COMPLETED = "number who completed"
    SCREENED = "number screened"
    STATED = "number stated"
    PLANNED = "number planned"
    ARM = "number in one group"
    EACH = "number in each group"
    PART = "part of the sample"


WHOLE = frozenset(
    {Role.RANDOMIZED, Role.ENROLLED, Role.ANALYSED, Role.COMPLETED, Role.SCREENED, Role.STATED, Role.PLANNED}
)
"""The roles that may stand for everyone in the study."""

_STAGES = (
    (Role.COMPLETED, lexicon.COMPLETING),
    (Role.SCREENED, lexicon.SCREENING),
    (Role.ENROLLED, lexicon.ENROLLING),
    (Role.ANALYSED, lexicon.ANALYSING),
)
_AFTER = (*_STAGES, (Role.PART, lexicon.LEAVING))
NOWHERE = 99
_PREPOSITIONS = frozenset({"in", "of", "among", "from", "for", "with", "on"})
_DRAWN = word_set("selected sampled chosen drawn sample samples sampling selection recruited invited digit effects")
_STUDY = word_set("study trial experiment design")
PASSIVE = frozenset({"were", "was", "been", "being"})
RELATIVE = frozenset({"who", "whom", "that", "with", "whose", "which"})
_OUTCOMES = lexicon.LEAVING | {"had", "seen", "found", "observed"}


def first_of(words: Sequence[str], wanted: frozenset[str]) -> int:
    """Give the place of the first of the words wanted, NOWHERE if there is none."""
    return next((place for place, word in enumerate(words) if word in wanted), NOWHERE)


def own_words(before: Sequence[str]) -> Sequence[str]:
    """Leave the words before the last comma to what stands there."""
    commas = [place for place, word in enumerate(before) if word == ","]
    return before[commas[-1] + 1 :] if commas else before


def _tells_randomising(words: Sequence[str]) -> bool:
    """Say whether words tell of a random allocation; a random sample is none."""
    place = first_of(words, lexicon.RANDOMISING)
    if place == NOWHERE:
        return False
    drawn = words[place] in {"random", "randomly"} and bool(set(words[place + 1 : place + 4]) & _DRAWN)
    return not drawn or _tells_randomising(words[place + 1 :])


def is_randomised(mention: Mention) -> bool:
    """Say whether the words around a count make it a number of people randomised."""
    after = mention.after
    if _tells_randomising(own_words(mention.before)[-5:]):
        return True
    verb = first_of(after, lexicon.RANDOMISING)
    if not _tells_randomising(after[verb : verb + 2]):
        return False
    if verb == NOWHERE or (
        verb and after[verb - 1] in {"group", "groups", "as", "those", "arm", "arms", "after", "per"}
    ):
        return False
    if set(after[verb + 1 : verb + 2]) & lexicon.PEOPLE and not set(after[max(0, verb - 2) : verb]) & PASSIVE:
        return False
    outcome = first_of(after, _OUTCOMES)
    return outcome > verb or bool(set(after[:outcome]) & RELATIVE)


def _passive_stage(after: Sequence[str]) -> Role | None:
    """Find "… were (then) enrolled" after whatever describes the people."""
    for place, word in enumerate(after):
        if word in lexicon.ENROLLED and set(after[max(0, place - 3) : place]) & PASSIVE:
            return Role.ENROLLED
    return None


def stage_after(mention: Mention) -> Role | None:
    """Let the nearest verb after a count tell its stage; after "in 38 women, …" the verb is not theirs."""
    after = mention.after
    if "," in after and mention.before[-1:] and mention.before[-1] in _PREPOSITIONS:
        after = after[: after.index(",")]
    place, role = min(((first_of(after[:14], words), role) for role, words in _AFTER), key=lambda near: near[0])
    if role is Role.PART and mention.before[-2:] == ("in", "which") and set(mention.before[-5:]) & _STUDY:
        return None
    if place == NOWHERE:
        return _passive_stage(after)
    if role in {Role.PART, Role.SCREENED} and set(after[:place]) & RELATIVE:
        return _passive_stage(after) or (role if role is Role.SCREENED else None)
    if role in {Role.ENROLLED, Role.ANALYSED} and set(after[: place + 3]) & {"eligibility", "screening"}:
        return Role.SCREENED
    return role


def _stage_inside(mention: Mention) -> Role | None:
    """Read the stage between number and noun ("299 enrolled patients")."""
    if mention.form is not Form.NAMED:
        return None
    if mention.inside & {"planned", "potential"}:
        return Role.PLANNED
    if mention.inside & {"randomized", "randomised"}:
        return Role.RANDOMIZED
    if mention.inside & {"screened", "invited"} and not set(mention.after) & lexicon.RANDOMISING:
        return _passive_stage(mention.after) or Role.SCREENED
    return Role.ENROLLED if mention.inside & lexicon.ENROLLED else None


def stage_of(mention: Mention) -> Role:
    """Tell the stage of a count that stands for everyone then in the study."""
    if role := _stage_inside(mention):
        return role
    if {"potential", "eligible"} & set(mention.before[-4:]) and not {"were", ","} & set(mention.before[-4:]):
        return Role.SCREENED
    if set(mention.before[-6:]) & lexicon.PLANNING or set(mention.after[:4]) & {"will", "planned"}:
        return Role.PLANNED
    if is_randomised(mention):
        return Role.RANDOMIZED
    if role := stage_after(mention):
        return role
    before = set(own_words(mention.before)[-6:])
    return next((role for role, words in _STAGES if before & words), Role.STATED)
