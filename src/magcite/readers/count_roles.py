"""Tell from the words around a count which part of a study it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from magcite.readers import count_words as lexicon
from magcite.readers.count_words import word_set
from magcite.readers.counted import Counted, Form
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
_NOWHERE = 99
_PARTITION = word_set("these them those whom all which our")
_FOUND_IN = word_set(
    "developed observed seen occurred present reported found noted achieved detected documented experienced "
    "diagnosed discontinued positive response responses recurrence relapse failed"
)
_TO_GROUP = word_set("to into received receiving on given assigned allocated got randomized randomised")
_IN_GROUP = frozenset({"in", "as", "were", "with", "from"})
_PRONOUNS = frozenset({"them", "these", "whom", "those"})
_JOINED = frozenset({Role.RANDOMIZED, Role.ENROLLED, Role.COMPLETED})
_PREPOSITIONS = frozenset({"in", "of", "among", "from", "for", "with", "on"})
_SAMPLED = frozenset({("selected",), ("sampled",), ("chosen",)})
_PASSIVE = frozenset({"were", "was", "been", "being"})
_RELATIVE = frozenset({"who", "whom", "that", "with", "whose", "which"})
_OUTCOMES = lexicon.LEAVING | {"had", "seen", "found", "observed"}


def _first(words: Sequence[str], wanted: frozenset[str]) -> int:
    return next((place for place, word in enumerate(words) if word in wanted), _NOWHERE)


def _own(before: Sequence[str]) -> Sequence[str]:
    """Leave the words before the last comma to what stands there."""
    commas = [place for place, word in enumerate(before) if word == ","]
    return before[commas[-1] + 1 :] if commas else before


def _is_taken_in(mention: Mention) -> bool:
    """Say whether a part of the people is the part that went into the study ("of these, 120 were randomised")."""
    return _is_randomised(mention) or _stage_after(mention) in _JOINED


def _is_part(mention: Mention) -> bool:
    before, beside = mention.before, mention.beside
    if beside[:1] == ("of",) and (mention.counted is Counted.UNNAMED or set(beside[1:4]) & _PARTITION):
        return not (beside[1:2] and beside[1] in _PRONOUNS and _stage_after(mention) in _JOINED)
    if beside[:2] in {("out", "of"), ("(", "out")} or before[-2:] in {(",", "including"), (")", "including")}:
        return True
    if (mention.by_n and mention.percent) or (before[-1:] == ("of",) and before[-2:-1] and before[-2].endswith("%")):
        return True
    if set(before[-5:]) & lexicon.PART_WORDS and not {"group", "arm"} & set(before[-5:]):
        return not (before[-1] in {"only", "whom"} and _is_taken_in(mention))
    if before[-1:] and before[-1] in {"in", "among", "by", "for", "of"} and set(before[-5:-1]) & _FOUND_IN:
        return True
    return "of" in before[-4:] and bool(set(before[-4:]) & {"these", "them"}) and not _is_taken_in(mention)


def _is_randomised(mention: Mention) -> bool:
    """Say whether the words around a count make it a number of people randomised."""
    after = mention.after
    if set(_own(mention.before)[-5:]) & lexicon.RANDOMISING:
        return True
    verb = _first(after, lexicon.RANDOMISING)
    if after[verb : verb + 1] == ("randomly",) and after[verb + 1 : verb + 2] in _SAMPLED:
        return False
    if verb == _NOWHERE or (
        verb and after[verb - 1] in {"group", "groups", "as", "those", "arm", "arms", "after", "per"}
    ):
        return False
    outcome = _first(after, _OUTCOMES)
    return outcome > verb or bool(set(after[:outcome]) & _RELATIVE)


def _passive_stage(after: Sequence[str]) -> Role | None:
    """Find "… were (then) enrolled" after whatever describes the people."""
    for place, word in enumerate(after):
        if word in lexicon.ENROLLED and set(after[max(0, place - 3) : place]) & _PASSIVE:
            return Role.ENROLLED
    return None


def _stage_after(mention: Mention) -> Role | None:
    """Let the nearest verb after a count tell its stage; after "in 38 women, …" the verb is not theirs."""
    after = mention.after
    if "," in after and mention.before[-1:] and mention.before[-1] in _PREPOSITIONS:
        after = after[: after.index(",")]
    place, role = min(((_first(after[:14], words), role) for role, words in _AFTER), key=lambda near: near[0])
    if place == _NOWHERE:
        return _passive_stage(after)
    if role in {Role.PART, Role.SCREENED} and set(after[:place]) & _RELATIVE:
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


def _stage(mention: Mention) -> Role:
    if mention.form is Form.LISTED:
        return Role.PART
    if role := _stage_inside(mention):
        return role
    if {"potential", "eligible"} & set(mention.before[-4:]) and not {"were", ","} & set(mention.before[-4:]):
        return Role.SCREENED
    if set(mention.before[-6:]) & lexicon.PLANNING or set(mention.after[:4]) & {"will", "planned"}:
        return Role.PLANNED
    if _is_randomised(mention):
        return Role.RANDOMIZED
    if role := _stage_after(mention):
        return role
    before = set(_own(mention.before)[-6:])
    return next((role for role, words in _STAGES if before & words), Role.STATED)


def names_group(mention: Mention) -> bool:
    """Say whether what follows a count sends it into one group of several ("41 to placebo")."""
    after = mention.after
    if set(after[:8]) & {"groups", "arms", "or", "either"}:
        return False
    if after[:1] and (after[0] in _TO_GROUP or (after[0] == "took" and after[1:2] != ("part",))):
        return not _is_of_whole(mention)
    consists = mention.before[-1:] and mention.before[-1] in {"of", "included", "comprised", "comprising", "contained"}
    if consists and set(mention.before[-6:]) & {"group", "arm"} and "study" not in mention.before[-6:]:
        return True
    return after[:1] != () and after[0] in _IN_GROUP and bool(set(after[1:7]) & lexicon.GROUP_WORDS)


def _is_of_whole(mention: Mention) -> bool:
    """Say whether a count is the whole that parts are taken of ("of the 40 women assigned to magnesium, …")."""
    return mention.before[:1] == ("of",) and len(mention.before) < 4


def is_sent_to_group(mention: Mention) -> bool:
    """Say whether a count may be the first of a list of groups ("40 women were assigned to magnesium and …")."""
    sent = _first(mention.after, lexicon.SENDING) < 6 and "whom" not in mention.after
    return sent and not _is_of_whole(mention)


_SEVERAL = word_set("or either and versus vs one two three four groups arms between 1:1 2:1 whether each different in")


def goes_to_one_group(mention: Mention) -> bool:
    """Say whether all of a count were sent to one and the same treatment, so that it is not everyone."""
    verb = _first(mention.after, lexicon.RANDOMISING)
    sent = mention.after[verb + 1 : verb + 16]
    return "to" in sent[:2] and not set(sent) & _SEVERAL


def _is_each(mention: Mention) -> bool:
    beside = mention.beside
    if beside[:1] in {("per",), ("each",), ("/",)}:
        return beside[0] == "each" or bool(set(beside[1:3]) & lexicon.GROUP_NAMES)
    if set(mention.after[:2]) & {"per", "each"} and set(mention.after[:4]) & lexicon.GROUP_NAMES:
        return True
    return mention.before[-1:] == ("of",) and bool(set(mention.before[-2:-1]) & {"groups", "arms"})


def _tail_after_people(head: Sequence[str]) -> Sequence[str] | None:
    """Give the words between the last people named before a bracket and the bracket; None where nobody is named."""
    places = [place for place, word in enumerate(head) if word in lexicon.PEOPLE]
    return head[places[-1] + 1 :] if places else None


def stands_among(mention: Mention) -> bool:
    """Say whether a bracket belongs to a part of the people ("among women who smoked (n = 20)")."""
    tail = _tail_after_people(mention.head)
    if tail is None:
        return False
    noun = len(mention.head) - len(tail) - 1
    return bool({"among", "in"} & set(mention.head[max(0, noun - 4) : noun]))


def _in_bracket(mention: Mention) -> Role:
    head = mention.head
    if mention.form is Form.LISTED:
        return Role.PART
    if not mention.by_n or (set(head[-4:]) & lexicon.GROUP_WORDS and mention.raw[0] != "N"):
        return Role.ARM if mention.counted is not Counted.STUDIES else Role.PART
    if set(head[-8:]) & (lexicon.PART_WORDS - {"subset", "subsample"}) or set(head[-1:]) & lexicon.PLACES:
        return Role.PART
    tail = _tail_after_people(head)
    if tail is None:
        alone = mention.raw.startswith("N") or not set(head) & (lexicon.SENDING | lexicon.GROUP_WORDS)
        return Role.STATED if alone else Role.ARM
    if set(tail) & (lexicon.SENDING | {"either", "versus", "vs"}):
        return Role.ARM
    if stands_among(mention):
        return Role.STATED
    role = _stage(replace(mention, before=tuple(head), after=mention.outer))
    return Role.STATED if role is Role.PART else role


def role_of(mention: Mention) -> Role:
    """Tell what part of the study a count stands for."""
    if _is_each(mention):
        return Role.EACH
    if _is_part(mention):
        return Role.PART
    return _in_bracket(mention) if mention.depth else _stage(mention)


_AGREED = frozenset({"participated", "agreed", "consented", "accepted"})
_FRACTION_WORDS = word_set("of the out these planned all first initial potential")


def settle_fraction(part: Mention, whole: Mention, role: Role) -> tuple[Role, Role] | None:
    """Give the roles of both numbers in "31 of the 322 women …", or None where two counts are no such pair."""
    if part.form is Form.NAMED or part.after[:1] not in {("of",), ("out",)} or not set(part.after) <= _FRACTION_WORDS:
        return None
    if "planned" in part.after or role is Role.PLANNED:
        return Role.ENROLLED, Role.PLANNED
    after = whole.after[:8]
    verb = _first(after, lexicon.JOINING | lexicon.RANDOMISING)
    if verb < len(after) and not set(after[:verb]) & _RELATIVE and (verb or after[0] in _AGREED):
        passive = bool(set(after[:verb]) & _PASSIVE)
        if passive or after[verb] in _AGREED:
            joined = Role.RANDOMIZED if after[verb] in lexicon.RANDOMISING else Role.ENROLLED
            return joined, Role.SCREENED
    known = {"the", "these", "all"} & set(part.after) or whole.inside & {"eligible", "evaluable"}
    if role in {Role.STATED, Role.ANALYSED} and not known:
        return Role.PART, Role.PART
    return Role.PART, role
