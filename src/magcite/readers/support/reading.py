"""Read what one clause says of an outcome: more, less, better, worse, linked or no different."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from magcite.readers.support.cues import (
    Cue,
    Sense,
    cue_table,
    locate_null,
    negations,
    read_difference,
    read_ratio,
    read_significance,
)
from magcite.readers.support.passages import Clause
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.subject import (
    AGAINST,
    ATTRIBUTES,
    EXTREMES,
    LACK,
    SMALL,
    in_lack_of,
    stands_apart,
    subject_sign,
)
from magcite.readers.support.two_groups import Told, compare_groups, stands_for
from magcite.readers.support.words import lexicon, split_words, stem, stems

NULL_NEAR = 10
"""Words between "no difference" and an outcome beyond which they are read as unconnected (ours)."""
NEAR = 12
"""Words between a directional word and its outcome beyond which they are read as unconnected (ours)."""
NEAR_FREE = 18
"""The same where people are counted who are free of it ("more on X than on placebo were free of …")."""
_PARTS = stems("fifth quintile quarter quartile third tertile tenth decile category")
_LOWEST = stems("lowest bottom")
_TO_PART = 6
"""Words from an outcome on within which a part of its range is taken for its own (ours)."""
_JOINED = stems("induced related associated linked dependent")
_HYPHENATED = Lazy(r"-(?:induced|related|associated|linked|dependent)\b")
_TREATS = stem("treats")
_INEFFECTIVE = stems("ineffective useless")
"""Words that deny a good effect, and are no words for a bad one."""
_TREATED = Lazy(r"\b(?:were|was|been|patients|people|those|groups?) treated\b")
_LIMITS = stems("off offs point points value")
_RAISED = stems("raised")
_LIKELY = stems("likely likelihood odds risk chance prevalence frequent frequently often common")
_KINDS = stems("grade density dose school income quality")
_MOVES = stems("fell fall rose rise risen dropped declined climbed sank fallen")
"""Verbs that follow what they move."""
_DEGREES = stems("more faster greater further slightly")
_FREE = stems("freedom absence free")
_FAST = stems("faster quicker sooner speed")
_SLOW = stems("slower")
_NEUTRAL = stems(
    "effect effects affect affected affects impact impacts influence influences influenced role involved alter alters "
    "altered differ differs differed difference differences change changes changed regulate regulates modulate "
    "modulates"
)
"""Words that name a relation without saying that more goes with more."""
_MOVED = stems("change changes changed")
"""Words for a change that leave open which way it went."""
_CHANGES = stems("increase rise decline decrease loss reduction elevation drop fall deterioration")


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """What a clause says of more of the exposure: the outcome's `amount` and `quality` go up (1) or down (-1).

    None is not told. `null` is true where it says that nothing differed, `linked` where it names a relation at all,
    `measured` where numbers show which way it goes.
    """

    amount: int | None = None
    quality: int | None = None
    null: bool = False
    linked: bool = False
    significant: bool | None = None
    measured: bool = False

    @property
    def told(self) -> bool:
        """Tell whether the clause points anywhere."""
        return self.null or self.linked or self.amount is not None or self.quality is not None


def _find_cues(clause: Clause, subject: frozenset[str], outcome: frozenset[str]) -> Iterator[tuple[int, Cue]]:
    """Yield the directional words of a clause that do not merely qualify the exposure."""
    table = cue_table()
    spots = [spot for term in subject for spot in clause.places.get(term, ())]
    for place, word in enumerate(clause.stems):
        cue = table.get(word)
        if not cue or word in outcome:
            continue
        qualifies = word in ATTRIBUTES and any(
            0 < spot - place <= 3 and not stands_apart(clause, outcome, place, spot) for spot in spots
        )
        named = word in ATTRIBUTES and lexicon().at(clause.stems, place)[1] > 1
        if (
            not qualifies
            and not named
            and not _tells_groups_apart(clause, place)
            and not _describes(clause, place)
            and not _names_a_kind(clause, place)
            and not _intensifies(clause, place)
        ):
            yield place, cue


def _tells_groups_apart(clause: Clause, place: int) -> bool:
    """Tell whether "highest" or "lowest" names a group of people ("the highest against the lowest fifth")."""
    if clause.stems[place] not in EXTREMES:
        return False
    near = range(max(0, place - 6), min(len(clause.stems), place + 7))
    others = [other for other in near if clause.stems[other] in EXTREMES - {clause.stems[place]}]
    against = any(AGAINST & set(clause.stems[min(place, other) : max(place, other)]) for other in others)
    return against or bool(_PARTS & set(clause.stems[place + 1 : place + 3]))


def _describes(clause: Clause, place: int) -> bool:
    """Tell whether a word describes patients or their illness ("age-related", "were treated with")."""
    if clause.stems[place] in _JOINED:
        ends = (len(split_words(clause.text[: found.end()])) - 1 for found in _HYPHENATED.finditer(clause.text))
        return place in ends
    return clause.stems[place] == _TREATS and bool(_TREATED.search(clause.text))


def _names_a_kind(clause: Clause, place: int) -> bool:
    """Tell whether "high" or "low" is part of a name ("at high risk", "low-grade")."""
    after = clause.stems[place + 1 : place + 2]
    if clause.stems[place] not in ATTRIBUTES:
        return clause.stems[place] == "cut" and bool(_LIMITS & set(after))
    return (place > 0 and clause.stems[place - 1] == "at") or bool(_KINDS & set(after))


def _intensifies(clause: Clause, place: int) -> bool:
    """Tell whether "more" or "less" only strengthens a change beside it ("fell more", "less likely")."""
    if clause.stems[place] not in _DEGREES:
        return False
    before, after = clause.stems[max(0, place - 3) : place], clause.stems[place + 1 : place + 2]
    changed = [word for word in before if word not in ATTRIBUTES] + list(after)
    return any(word in cue_table() and word not in _DEGREES for word in changed) or "than" in before + after


def _is_negated(clause: Clause, place: int, subject: frozenset[str]) -> bool:
    window = clause.stems[max(0, place - 4) : place]
    if SMALL & set(window) and any(
        place - 4 <= spot < place for term in subject for spot in clause.places.get(term, ())
    ):
        window = tuple(word for word in window if word not in SMALL)
    if any(in_lack_of(clause, spot) for term in subject for spot in clause.places.get(term, ())):
        window = tuple(word for word in window if word != LACK)
    return any(word in negations() for word in window) and "onl" not in window and "only" not in window


def _change_after(clause: Clause, place: int, outcome_at: int) -> int:
    """Give the sign of a change that is itself changed ("reduced the loss of …", "freedom from …")."""
    if _FREE & set(clause.stems[max(0, outcome_at - 3) : outcome_at]):
        return -1
    for other in range(place + 1, min(outcome_at, place + 5)):
        if clause.stems[other] in _CHANGES:
            return cue_table()[clause.stems[other]].sign
    return 1


def _changed_by(clause: Clause, place: int, cues: list[tuple[int, Cue]]) -> Cue | None:
    """Read a change that is itself changed as one ("reduced the increase in …")."""
    if clause.stems[place] not in _CHANGES or place == 0 or clause.stems[place - 1] not in {"the", "a", "an"}:
        return None
    outer = [cue for other, cue in cues if place - 4 <= other < place and cue.sense is Sense.AMOUNT]
    return Cue(Sense.AMOUNT, outer[-1].sign * cue_table()[clause.stems[place]].sign) if outer else None


def _nearest(clause: Clause, cues: list[tuple[int, Cue]], spots: list[int]) -> tuple[int, Cue, int] | None:
    """Give the directional word nearest to the outcome, a mere link only where nothing stronger is near."""

    def distance(cue: tuple[int, Cue]) -> tuple[bool, int, int]:
        word = clause.stems[cue[0]]
        behind = 0 if word in ATTRIBUTES or word in _MOVES else 2
        before = 7 if word in _MOVES else 0
        gap = min((abs(cue[0] - spot) + (behind if cue[0] > spot else before) for spot in spots), default=NEAR)
        return (cue[1].sense is Sense.LINK, gap, cue[0])

    reach = NEAR_FREE if any(_FREE & set(clause.stems[max(0, spot - 3) : spot]) for spot in spots) else NEAR
    near = [cue for cue in cues if not spots or min(abs(cue[0] - spot) for spot in spots) <= reach]
    if not near:
        return None
    place, cue = min(near, key=distance)
    changed = _changed_by(clause, place, near)
    if changed is not None:
        return place, changed, min(spots, key=lambda spot: abs(spot - place), default=place)
    return place, cue, min(spots, key=lambda spot: abs(spot - place), default=place)


def outcome_valence(outcome: frozenset[str]) -> int:
    """Say whether more of the outcome named is good (1), bad (-1) or untold (0)."""
    signs = {lexicon().valence(term) for term in outcome if term.isupper()} - {0}
    return signs.pop() if len(signs) == 1 else 0


def _says_nothing(clause: Clause, spots: list[int]) -> bool:
    """Tell whether a clause says near its outcome that nothing differed."""
    return any(
        not spots or any(start - NULL_NEAR <= spot <= end + NULL_NEAR for spot in spots)
        for start, end in locate_null(clause.text)
    )


def read_direction(
    clause: Clause, subject: frozenset[str], outcome: frozenset[str], sign: int | None = None
) -> Direction:
    """Read what a clause says of the outcome when there is more of the subject.

    `sign` says whether the clause speaks of much or little of the subject where that is known from elsewhere.
    """
    spots = sorted({spot for term in outcome for spot in clause.places.get(term, ())})
    cues = list(_find_cues(clause, subject, outcome))
    chosen = _nearest(clause, cues, spots)
    measured = _measure(clause, subject)
    significant = read_significance(clause.text)
    null = _says_nothing(clause, spots) or measured.shows_nothing or significant is False
    sign = sign or subject_sign(clause, subject, outcome)
    if chosen is None:
        amount = measured.ratio or measured.counted
        return Direction(
            amount=sign * amount or None,
            null=null,
            linked=bool(amount),
            significant=significant,
            measured=bool(amount),
        )
    place, cue, target = chosen
    cue = _as_pace(clause, place, outcome) or cue
    if clause.stems[place] in _INEFFECTIVE:
        cue = Cue(Sense.QUALITY, 1)
    null = null or _is_negated(clause, place, subject)
    if cue.sense is Sense.LINK:
        counted = measured.counted if clause.stems[place] not in _MOVED else measured.signed
        untold = counted if clause.stems[place] in _NEUTRAL else 1
        amount = sign * (measured.ratio or cue.sign or untold) * _change_after(clause, place, target)
        inverse = any(other.sign < 0 and other.sense is Sense.LINK for _, other in cues)
        return Direction(
            amount=(-abs(amount) * sign if inverse else amount) or None,
            null=null,
            linked=True,
            significant=significant,
            measured=bool(measured.ratio or counted),
        )
    change = _change_after(clause, place, target) if target > place else 1
    change *= _likelihood(clause, place, target) * _in_lowest_part(clause, target)
    if measured.groups and measured.groups.extent and stands_for(clause, place, measured.groups):
        change *= measured.groups.extent
    return _combine(cue, sign * change, outcome_valence(outcome), null, significant)


@dataclass(frozen=True, slots=True)
class _Measured:
    """What the numbers of a clause show: a risk ratio, a difference with its interval, two groups side by side."""

    ratio: int | None
    difference: int | None
    groups: Told | None

    @property
    def shows_nothing(self) -> bool:
        """Tell whether a ratio or a difference is none by its interval."""
        return 0 in (self.ratio, self.difference)

    @property
    def counted(self) -> int:
        """Give the sign of the difference, or of what the exposed have more; 0 without either."""
        return self.difference or (self.groups.sign if self.groups else 0)

    @property
    def signed(self) -> int:
        """Give the same where the numbers say themselves which way each group went."""
        return self.difference or (self.groups.sign if self.groups and self.groups.signed else 0)


def _measure(clause: Clause, subject: frozenset[str]) -> _Measured:
    exposed = (spot for term in subject for spot in clause.places.get(term, ()))
    return _Measured(read_ratio(clause.text), read_difference(clause.text), compare_groups(clause, exposed))


def _likelihood(clause: Clause, place: int, target: int) -> int:
    """Give the sign of a chance of something raised or lowered ("less likely to have a raised …"); 1 where none is."""
    if clause.stems[place] not in ATTRIBUTES | _RAISED or not place < target <= place + 2:
        return 1
    table = cue_table()
    for spot, word in enumerate(clause.stems):
        if word in _LIKELY:
            cues = [clause.stems[other] for other in range(max(0, spot - 2), spot) if other != place]
            signs = [table[cue].sign for cue in cues if cue in ATTRIBUTES and table[cue].sense is Sense.AMOUNT]
            if signs:
                return signs[-1]
    return 1


def _in_lowest_part(clause: Clause, target: int) -> int:
    """Give -1 where an outcome is told by its lowest part ("more likely to have an IQ in the bottom quarter")."""
    after = clause.stems[target + 1 : target + _TO_PART]
    return -1 if any(word in _LOWEST and part in _PARTS for word, part in pairwise(after)) else 1


def _as_pace(clause: Clause, place: int, outcome: frozenset[str]) -> Cue | None:
    """Read going faster over a distance as doing better, since it takes less time and not more."""
    if "RACE_TIME" not in outcome or clause.stems[place] not in _FAST | _SLOW:
        return None
    return Cue(Sense.QUALITY, 1 if clause.stems[place] in _FAST else -1)


def _combine(cue: Cue, sign: int, valence: int, null: bool, significant: bool | None) -> Direction:
    """Turn an amount into a quality, and back, where it is known whether more is good."""
    signed = cue.sign * sign
    if cue.sense is Sense.AMOUNT:
        return Direction(
            amount=signed, quality=signed * valence or None, null=null, linked=True, significant=significant
        )
    return Direction(amount=signed * valence or None, quality=signed, null=null, linked=True, significant=significant)
