"""Tell from the words around a count which part of a study it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from magcite.readers import count_words as lexicon
from magcite.readers.count_nouns import Counted
from magcite.readers.count_stages import (
    PASSIVE,
    RELATIVE,
    Role,
    first_of,
    is_randomised,
    own_words,
    stage_after,
    stage_of,
)
from magcite.readers.count_words import word_set
from magcite.readers.counted import Form
from magcite.readers.counts import Mention

_PARTITION = word_set("these them those whom all which our")
_FOUND_IN = word_set(
    "developed observed seen occurred present reported found noted achieved detected documented experienced "
    "diagnosed discontinued positive response responses recurrence relapse failed"
)
_TO_GROUP = word_set("to into received receiving on given assigned allocated got randomized randomised")
_IN_GROUP = frozenset({"in", "as", "were", "with", "from"})
_PRONOUNS = frozenset({"them", "these", "whom", "those"})
_JOINED = frozenset({Role.RANDOMIZED, Role.ENROLLED, Role.COMPLETED})


def _is_taken_in(mention: Mention) -> bool:
    """Say whether a part of the people is the part that went into the study ("of these, 120 were randomised")."""
    return is_randomised(mention) or stage_after(mention) in _JOINED


_FRACTIONS = word_set("quintile quartile tertile quarter third decile percent proportion fraction")


def _is_taken_from(before: Sequence[str]) -> bool:
    """Say whether a count is what a share is taken of ("38% of the 404 women", "the upper quintile of 500 men")."""
    words = before[:-1] if before[-1:] and before[-1] in {"the", "these", "all", "our"} else before
    return words[-1:] == ("of",) and len(words) > 1 and (words[-2].endswith("%") or words[-2] in _FRACTIONS)


def _gives_share(mention: Mention) -> bool:
    """Say whether "n = 20" stands beside the share that it makes up ("was 20% (n = 20)", "(n = 20, 20%)")."""
    head = mention.head
    beside = len(head) > 1 and head[-1].endswith("%") and head[-2] in _BEFORE_SHARES
    return mention.by_n and (mention.percent or beside)


_BEFORE_SHARES = word_set("was were , and versus vs in of to by for only nearly approximately while with")


def _is_part(mention: Mention) -> bool:
    before, beside = mention.before, mention.beside
    if beside[:1] == ("of",) and (mention.counted is Counted.UNNAMED or set(beside[1:4]) & _PARTITION):
        return not (beside[1:2] and beside[1] in _PRONOUNS and stage_after(mention) in _JOINED)
    if beside[:2] in {("out", "of"), ("(", "out")} or before[-2:] in {(",", "including"), (")", "including")}:
        return True
    if _gives_share(mention) or _is_taken_from(before):
        return True
    passed = before[-2:] == ("other", "participants") or "other" not in own_words(before[-5:])
    near = set(before[-5:]) - ({"other"} if passed else set())
    if near & lexicon.PART_WORDS and not {"group", "arm"} & near:
        return not (before[-1] in {"only", "whom"} and _is_taken_in(mention))
    if before[-1:] and before[-1] in {"in", "among", "by", "for", "of"} and set(before[-5:-1]) & _FOUND_IN:
        return not (before[-1] == "by" and mention.after[:1] and mention.after[0] in lexicon.ENROLLED)
    return "of" in before[-4:] and bool(set(before[-4:]) & {"these", "them"}) and not _is_taken_in(mention)


def _stage(mention: Mention) -> Role:
    if mention.form is Form.LISTED:
        return Role.PART
    role = stage_of(mention)
    if role is Role.RANDOMIZED and goes_to_one_group(mention) and (mention.before == ("of",) or _is_of_share(mention)):
        return Role.ARM if mention.before == ("of",) else Role.PART
    among = mention.before[-1:] and mention.before[-1] in {"in", "of", "among"}
    return Role.PART if role is Role.STATED and among and _names_treatment(mention) else role


def _is_of_share(mention: Mention) -> bool:
    """Say whether a share is taken of a count ("12 (24%) of 50 women")."""
    return mention.before[-1:] == ("of",) and len(mention.before) > 1 and mention.before[-2][0].isdigit()


def _names_treatment(mention: Mention) -> bool:
    """Say whether people are named by what they were given ("67 zinc-treated patients"), as one group is."""
    words = mention.raw.lower().split()[1:-1]
    return any(word.endswith("-treated") for word in words) or "treated" in words[1:]


def names_group(mention: Mention) -> bool:
    """Say whether what follows a count sends it into one group of several ("41 to placebo")."""
    after = mention.after
    if set(after[:8]) & {"groups", "arms", "or", "either", "double-blind"}:
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


_COLON = frozenset(":")


def is_sent_to_group(mention: Mention) -> bool:
    """Say whether a count may be the first of a list of groups ("40 women were assigned to magnesium and …")."""
    sent = (
        first_of(mention.after, lexicon.SENDING) < min(6, first_of(mention.after, _COLON))
        and "whom" not in mention.after
    )
    return sent and not _is_of_whole(mention)


_SEVERAL = word_set(
    "or either and versus vs one two three four groups arms between 1:1 2:1 whether each different in double-blind "
    "double-blinded study trial phase"
)


def goes_to_one_group(mention: Mention) -> bool:
    """Say whether all of a count were sent to one and the same treatment, so that it is not everyone."""
    verb = first_of(mention.after, lexicon.RANDOMISING)
    sent = mention.after[verb + 1 : verb + 16]
    return "to" in sent[:2] and not set(sent) & _SEVERAL


def _is_each(mention: Mention) -> bool:
    beside = mention.beside
    if beside[:1] in {("per",), ("each",), ("/",)}:
        return beside[0] == "each" or bool(set(beside[1:3]) & lexicon.GROUP_NAMES)
    if set(mention.after[:2]) & {"per", "each"} and set(mention.after[:4]) & lexicon.GROUP_NAMES:
        return True
    if ("to", "each") in pairwise(mention.after[:8]) and set(mention.after[:9]) & lexicon.GROUP_NAMES:
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


_NAMES_OF_GROUPS = word_set("group groups arm arms placebo control controls subgroup")


def _names_whole(head: Sequence[str]) -> bool:
    """Say whether the words before a lone bracket make it everyone's ("women were randomized (n = 90) to …")."""
    tail = _tail_after_people(head)
    if tail is None or set(head[-4:]) & _NAMES_OF_GROUPS:
        return False
    noun = len(head) - len(tail) - 1
    return set(tail[-1:]) <= lexicon.RANDOMISING if set(tail) & lexicon.SENDING else bool(set(head[:noun]) & _TAKING_IN)


_STUDIES = word_set("trial trials study studies cohort sample population")
_TAKING_IN = word_set("included enrolled recruited involved involving comprised randomized randomised")


def _names_group_beside(mention: Mention) -> bool:
    """Say whether a group is named before the bracket or in it ("zinc (first group; n = 20)")."""
    return bool(set((*mention.head[-4:], *mention.before[:-2])) & lexicon.GROUP_WORDS)


def _role_alone(mention: Mention) -> Role | None:
    """Tell the role of the one "n = 20" of a sentence where the words before the bracket name a study or all."""
    if mention.head[-1:] and mention.head[-1] in _STUDIES:
        return Role.STATED
    return _stage(_outside(mention)) if _names_whole(mention.head) else None


def _outside(mention: Mention) -> Mention:
    """Read a count in brackets by the words around the bracket."""
    return replace(mention, before=tuple(mention.head), after=mention.outer)


def _in_bracket(mention: Mention) -> Role:
    head = mention.head
    if mention.form is Form.LISTED:
        return Role.PART
    if mention.form is Form.BARE and set(mention.after[:1]) & lexicon.ENROLLED:
        return Role.ENROLLED
    if mention.alone and (role := _role_alone(mention)):
        return role
    if not mention.by_n or (_names_group_beside(mention) and mention.raw[0] != "N"):
        return Role.ARM if mention.counted is not Counted.STUDIES else Role.PART
    if set(head[-8:-1]) & (lexicon.PART_WORDS - {"subset", "subsample"}) or set(head[-1:]) & lexicon.PLACES:
        return Role.PART
    tail = _tail_after_people(head)
    if tail is None:
        alone = mention.raw.startswith("N") or not set(head) & (lexicon.SENDING | lexicon.GROUP_WORDS)
        return Role.STATED if alone else Role.ARM
    if set(tail) & (lexicon.SENDING | {"either", "versus", "vs"}):
        return Role.ARM
    role = Role.STATED if stands_among(mention) else _stage(_outside(mention))
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
    verb = first_of(after, lexicon.JOINING | lexicon.RANDOMISING)
    if verb < len(after) and not set(after[:verb]) & RELATIVE and (verb or after[0] in _AGREED):
        passive = bool(set(after[:verb]) & PASSIVE)
        if passive or after[verb] in _AGREED:
            joined = Role.RANDOMIZED if after[verb] in lexicon.RANDOMISING else Role.ENROLLED
            return joined, Role.SCREENED
    known = {"the", "these", "all"} & set(part.after) or whole.inside & {"eligible", "evaluable"}
    if role in {Role.STATED, Role.ANALYSED} and not known:
        return Role.PART, Role.PART
    return Role.PART, role
