"""Read what one clause says of an outcome: more, less, better, worse, linked or no different."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from magcite.readers.support.cues import (
    Cue,
    Sense,
    cue_table,
    locate_ellipsis,
    locate_null,
    negations,
    read_difference,
    read_ratio,
    read_significance,
)
from magcite.readers.support.directional import CHANGES, PARTS, find_cues, find_ends, find_outdone
from magcite.readers.support.passages import BRACKETS, CONTROLS, Clause
from magcite.readers.support.sides import is_of_the_unaffected, moves_exposure, spares_exposed, tells_of_controls
from magcite.readers.support.subject import (
    ABSTAINING,
    ATTRIBUTES,
    LACK,
    SMALL,
    in_lack_of,
    is_of_abstainers,
    lack_places,
    subject_sign,
)
from magcite.readers.support.two_groups import Told, compare_groups, compare_pair, stands_for
from magcite.readers.support.words import lexicon, split_words, stems

NULL_NEAR = 10
"""Words between "no difference" and an outcome beyond which they are read as unconnected (ours)."""
NEAR = 12
"""Words between a directional word and its outcome beyond which they are read as unconnected (ours)."""
NEAR_FREE = 18
"""The same where people are counted who are free of it ("more on X than on placebo were free of …")."""
_LOWEST = stems("lowest bottom")
_TO_PART = 6
"""Words from an outcome on within which a part of its range is taken for its own (ours)."""
_INEFFECTIVE = stems("ineffective useless")
"""Words that deny a good effect, and are no words for a bad one."""
_RAISED = stems("raised")
_LIKELY = stems("likely likelihood odds risk chance prevalence frequent frequently often common")
_MOVES = stems("fell fall rose rise risen dropped declined climbed sank fallen")
"""Verbs that follow what they move."""
_WAS = frozenset(("is", "are", "was", "were", "be", "been"))
_COMPARATIVES = ATTRIBUTES | stems("poorer worse better larger smaller fewer shorter longer slower faster milder")
_FAST = stems("faster quicker sooner speed")
_SLOW = stems("slower")
_EXTENT = stems("greater larger smaller less more")
"""Words for how much something changed, where a change is named before them."""
_NEUTRAL = stems(
    "effect effects affect affected affects impact impacts influence influences influenced role involved alter alters "
    "altered differ differs differed difference differences change changes changed regulate regulates modulate "
    "modulates related relation relationship connected"
)
"""Words that name a relation without saying that more goes with more."""
_BAD_STATES = frozenset(("low", "poor", "bad", "weak", "impaired", "disturbed"))
_STATES = _BAD_STATES | {"high", "raised", "elevated"}
"""Words beside an outcome that say how it stands, where something is done about it ("eases low mood")."""
_DONE_TOO = frozenset(("raised", "elevated", "impaired", "disturbed"))
"""Those of them that may be verbs of their own ("… and raised blood pressure")."""
_BRINGS_ABOUT = stems(
    "cause causes caused lead leads led trigger triggers triggered induce induces induced provoke provokes provoked "
    "predispose predisposes contribute contributes fuel fuels sparked sparks confers confer produce produces drive "
    "drives"
)
"""Verbs whose object is the state itself ("causes low mood")."""
_AND = frozenset(("and", "but", "or", "then", "also"))
_TO_STATE = 6
"""Words from what is done to the state that it is done about, at most (ours)."""
_NULL_TO_STATE = 3
"""Words from "no effect on" to such a state, at most (ours)."""
_TO_DENIED = 3
"""Words from an outcome to "did not", at most (ours)."""
_TO_OTHER = 4
"""Words from "unchanged" to what else it was unchanged with, at most (ours)."""
_ON = frozenset(("with", "on", "by", "after"))
_MOVED = stems("change changes changed")
"""Words for a change that leave open which way it went."""


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


def _is_negated(clause: Clause, place: int, subject: frozenset[str], spots: Sequence[int]) -> bool:
    window = clause.stems[max(0, place - 4) : place]
    if SMALL & set(window) and any(
        place - 4 <= spot < place for term in subject for spot in clause.places.get(term, ())
    ):
        window = tuple(word for word in window if word not in SMALL)
    lacking = {clause.stems[spot] for spot in lack_places(clause)}
    if any(clause.stems[spot - 1 : spot] == ("without",) for spot in spots):
        lacking.add("without")
    if any(in_lack_of(clause, spot) for term in subject for spot in clause.places.get(term, ())):
        lacking.add(LACK)
    if _is_without_illness(clause, place):
        lacking.add("without")
    if is_of_abstainers(clause, sorted(spot for term in subject for spot in clause.places.get(term, ()))):
        lacking |= ABSTAINING
    window = tuple(
        word
        for at, word in enumerate(window)
        if word not in lacking and not (word in SMALL and window[at - 1 : at] == ("a",))
    )
    if CONTROLS & set(window):
        window = window[max(at for at, word in enumerate(window) if word in CONTROLS) :]
    return any(word in negations() for word in window) and "onl" not in window and "only" not in window


def _is_without_illness(clause: Clause, place: int) -> bool:
    """Tell whether "without" before a word says what the people do not have ("in adults without asthma, X lowers")."""
    words = clause.stems[max(0, place - 4) : place]
    if "without" not in words:
        return False
    at = place - len(words) + words.index("without")
    return any(
        at < spot <= at + 2 for term in lexicon().of_role(clause.places, "conditions") for spot in clause.places[term]
    )


def _is_changed_more(clause: Clause, place: int, target: int) -> int:
    """Give the sign of a change that is said to be greater or smaller ("loss of X was greater"); 1 without one."""
    before = clause.stems[max(0, target - 2) : target]
    if place < target or clause.stems[place] not in _EXTENT or before[1:] not in (("of",), ("in",)):
        return 1
    return cue_table()[before[0]].sign if before[0] in CHANGES else 1


def _change_after(clause: Clause, place: int, outcome_at: int) -> int:
    """Give the sign of a change that is itself changed ("reduced the loss of …")."""
    for other in range(place + 1, min(outcome_at, place + 5)):
        if clause.stems[other] in CHANGES and clause.stems[other + 1 : other + 2] != ("and",):
            return cue_table()[clause.stems[other]].sign
    return 1


def _changed_by(clause: Clause, place: int, cues: list[tuple[int, Cue]]) -> Cue | None:
    """Read a change that is itself changed as one ("reduced the increase in …")."""
    if clause.stems[place] not in CHANGES or place == 0 or clause.stems[place - 1] not in {"the", "a", "an"}:
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

    reach = NEAR_FREE if find_ends(clause, spots) else NEAR
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


def _is_of_another_exposure(clause: Clause, end: int, exposed: list[int]) -> bool:
    """Tell whether something else is named right after a place ("rose with X and was unchanged with Y")."""
    if not exposed or exposed[0] > end:
        return False
    others = lexicon().of_role(clause.places, "exposures")
    after = {spot for term in others for spot in clause.places[term] if end < spot <= end + _TO_OTHER}
    return bool(after) and after.isdisjoint(exposed) and clause.stems[end + 1] in _ON


def _says_nothing(clause: Clause, spots: list[int], exposed: list[int], *, alone: bool) -> bool:
    """Tell whether a clause says of its outcome that nothing differed; near it, unless that is `alone` what it says."""
    denied = locate_ellipsis(clause.text)
    if denied is not None and any(denied - _TO_DENIED <= spot <= denied for spot in spots):
        return True
    found = locate_null(clause.text)
    held = _words_in_brackets(clause.text) if found else frozenset()
    return any(
        alone or not spots or any(_words_between(spot, start, end, held) <= NULL_NEAR for spot in spots)
        for start, end in found
        if end >= len(clause.stems) or clause.stems[end] == "as" or not tells_of_controls(clause, end, spots)
        if not _is_of_another_exposure(clause, end, exposed)
    )


def _words_in_brackets(text: str) -> frozenset[int]:
    """Give the places of the words that stand in brackets, which part no words from each other."""
    return frozenset(
        place
        for found in BRACKETS.finditer(text)
        for place in range(len(split_words(text[: found.start()])), len(split_words(text[: found.end()])))
    )


def _words_between(spot: int, start: int, end: int, held: frozenset[int]) -> int:
    """Count the words from a place to what stands from start to end, without those that are held in brackets."""
    low, high = (spot, start) if spot < start else (end, spot)
    return high - low - sum(low < place < high for place in held)


def read_direction(
    clause: Clause, subject: frozenset[str], outcome: frozenset[str], sign: int | None = None
) -> Direction:
    """Read what a clause says of the outcome when there is more of the subject.

    `sign` says whether the clause speaks of much or little of the subject where that is known from elsewhere.
    """
    affected = sorted({spot for term in outcome for spot in clause.places.get(term, ())})
    exposed = sorted({spot for term in subject for spot in clause.places.get(term, ())})
    view = _View(clause, affected, exposed, find_ends(clause, affected), _measure(clause, exposed, affected))
    cues, told = _choose_cues(view, list(find_cues(clause, subject, outcome)))
    sign = told or sign or subject_sign(clause, subject, outcome)
    chosen = _nearest(clause, cues, affected)
    significant = read_significance(clause.text)
    null = (
        _says_nothing(clause, affected, exposed, alone=not cues)
        or view.measured.shows_nothing(significant)
        or significant is False
    )
    if chosen is None:
        return replace(_read_numbers(view, sign), null=null, significant=significant)
    null = null or _is_negated(clause, chosen[0], subject, affected)
    if chosen[1].sense is Sense.LINK:
        inverse = any(cue.sign < 0 and cue.sense is Sense.LINK for _, cue in cues)
        read = _read_link(view, chosen, sign, inverse=inverse)
    else:
        read = _read_change(view, chosen, sign, outcome)
    return replace(read, null=null, linked=True, significant=significant)


def _choose_cues(view: _View, found: list[tuple[int, Cue]]) -> tuple[list[tuple[int, Cue]], int | None]:
    """Choose the directional words that tell of the outcome in the exposed, and the sign of the exposure they tell.

    An ending ("remission of …") gives way to what is said of it. What befell only the controls tells nothing of the
    exposed, but for a comparison ("was worse on placebo") and where they are said to be spared.
    """
    found = _act_on_states(view, found)
    cues = [cue for cue in found if cue[0] not in view.ends and not _starts_from(view, cue[0], found)]
    if not cues and not view.measured.counted:
        cues = found
    sign = None
    moving = [cue for cue in cues if moves_exposure(view.clause, cue[0], view.exposed)]
    if moving and len(moving) < len(cues):
        cues, sign = [cue for cue in cues if cue not in moving], moving[0][1].sign
    own = [cue for cue in cues if not tells_of_controls(view.clause, cue[0], view.affected)]
    if own or not cues:
        return own, sign
    if not view.exposed:
        return [cue for cue in cues if view.clause.stems[cue[0]] in _COMPARATIVES], -1
    return cues, -1 if spares_exposed(view.clause, view.exposed) else sign


def _act_on_states(view: _View, found: list[tuple[int, Cue]]) -> list[tuple[int, Cue]]:
    """Leave out how an outcome stands where something is done about it ("eases low mood", "no effect on poor sleep").

    Less of a bad state is better ("prevents poor sleep"), and more of its risk is more of the state.
    """
    cues, table = dict(found), view.clause.stems
    for place, cue in found:
        word = _name_state(view, place)
        if word is None:
            continue
        acting = [spot for spot in cues if place - _TO_STATE <= spot < place and _acts(view, spot, cues[spot])]
        if acting:
            spot = max(acting)
            if _LIKELY & set(table[spot:place]):
                cues[spot] = Cue(Sense.AMOUNT, cues[spot].sign * cue.sign)
            elif word in _BAD_STATES and cues[spot] == Cue(Sense.AMOUNT, -1):
                cues[spot] = Cue(Sense.QUALITY, 1)
            del cues[place]
        elif any(0 < place - end <= _NULL_TO_STATE for _, end in locate_null(view.clause.text)):
            del cues[place]
    return list(cues.items())


def _name_state(view: _View, place: int) -> str | None:
    """Give the word for how the outcome right after it stands; None where the word may be a verb, or is none."""
    words = view.clause.words
    word = words[place]
    if word not in _STATES or place + 1 not in view.affected:
        return None
    return None if word in _DONE_TOO and place and words[place - 1] in _AND else word


def _acts(view: _View, spot: int, cue: Cue) -> bool:
    """Tell whether a word says that something is done about what follows it."""
    return cue.sense is not Sense.LINK and view.clause.stems[spot] not in _BRINGS_ABOUT


def _starts_from(view: _View, place: int, cues: list[tuple[int, Cue]]) -> bool:
    """Tell whether a word beside the outcome only says what it was before it changed ("elevated X was lowered")."""
    words = view.clause.stems
    if words[place] not in ATTRIBUTES | _RAISED or place + 1 not in view.affected:
        return False
    after = place + 1 + lexicon().at(words, place + 1)[1]
    named_again = min((spot for spot in view.affected if spot >= after), default=len(words))
    later = [spot for spot, cue in cues if after <= spot < named_again and cue.sense is not Sense.LINK]
    return any(words[spot] in _MOVES or _WAS & set(words[max(place, spot - 4) : spot]) for spot in later)


def _read_numbers(view: _View, sign: int) -> Direction:
    """Read what the numbers alone show."""
    measured = view.measured
    if measured.groups and measured.groups.of_levels and not measured.ratio:
        sign = 1
    amount = sign * (measured.ratio or measured.counted) * (-1 if view.ends else 1)
    return Direction(amount=amount or None, linked=bool(amount), measured=bool(amount))


def _read_link(view: _View, chosen: tuple[int, Cue, int], sign: int, *, inverse: bool) -> Direction:
    """Read a clause that names a relation; its numbers may show which way it goes."""
    (place, cue, target), measured = chosen, view.measured
    word = view.clause.stems[place]
    counted = measured.counted if word not in _MOVED else measured.signed
    between = "between" in view.clause.stems[place + 1 : place + 3]
    untold = counted if word in _NEUTRAL or between else measured.signed or 1
    amount = sign * (measured.ratio or cue.sign or untold) * _change_after(view.clause, place, target)
    amount *= -1 if view.ends else 1
    return Direction(amount=-sign if inverse else amount or None, measured=bool(measured.ratio or counted))


def _read_change(view: _View, chosen: tuple[int, Cue, int], sign: int, outcome: frozenset[str]) -> Direction:
    """Read a clause that says more, less, better or worse."""
    place, cue, target = chosen
    clause, groups = view.clause, view.measured.groups
    cue = _as_pace(clause, place, outcome) or cue
    if clause.stems[place] in _INEFFECTIVE:
        cue = Cue(Sense.QUALITY, 1)
    turns = (bool(view.ends - {place}), is_of_the_unaffected(clause, view.affected), place in find_outdone(clause))
    change = (-1) ** sum(turns) * (_change_after(clause, place, target) if target > place else 1)
    change *= _is_changed_more(clause, place, target)
    change *= _likelihood(clause, place, target) * _in_lowest_part(clause, target)
    if groups and groups.extent and stands_for(clause, place, groups):
        change *= groups.extent
    return _combine(cue, sign * change, outcome_valence(outcome))


@dataclass(frozen=True, slots=True)
class _View:
    """A clause with the places of outcome, exposure and words by which the outcome ends, and what its numbers show."""

    clause: Clause
    affected: list[int]
    exposed: list[int]
    ends: set[int]
    measured: _Measured


@dataclass(frozen=True, slots=True)
class _Measured:
    """What the numbers of a clause show: a risk ratio, a difference with its interval, two groups side by side."""

    ratio: int | None
    difference: int | None
    groups: Told | None

    def shows_nothing(self, significant: bool | None) -> bool:
        """Tell whether a ratio or a difference is none by its interval, or two shares are alike by any test given."""
        return 0 in (self.ratio, self.difference) or bool(self.groups and self.groups.alike and not significant)

    @property
    def counted(self) -> int:
        """Give the sign of the difference, or of what the exposed have more; 0 without either."""
        if self.groups and self.groups.signed:
            return self.groups.sign
        return self.difference or (self.groups.sign if self.groups else 0)

    @property
    def signed(self) -> int:
        """Give the same where the numbers say themselves which way each group went."""
        return self.difference or (self.groups.sign if self.groups and self.groups.signed else 0)


def _measure(clause: Clause, exposed: Sequence[int], affected: Sequence[int]) -> _Measured:
    groups = compare_groups(clause, exposed, affected) or compare_pair(clause)
    return _Measured(read_ratio(clause.text), read_difference(clause.text), groups)


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
    return -1 if any(word in _LOWEST and part in PARTS for word, part in pairwise(after)) else 1


def _as_pace(clause: Clause, place: int, outcome: frozenset[str]) -> Cue | None:
    """Read going faster over a distance as doing better, since it takes less time and not more."""
    if "RACE_TIME" not in outcome or clause.stems[place] not in _FAST | _SLOW:
        return None
    return Cue(Sense.QUALITY, 1 if clause.stems[place] in _FAST else -1)


def _combine(cue: Cue, sign: int, valence: int) -> Direction:
    """Turn an amount into a quality, and back, where it is known whether more is good."""
    signed = cue.sign * sign
    if cue.sense is Sense.AMOUNT:
        return Direction(amount=signed, quality=signed * valence or None)
    return Direction(amount=signed * valence or None, quality=signed)
