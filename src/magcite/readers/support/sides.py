"""Tell which side of a comparison a word of a clause speaks of: those with the exposure, or the controls."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from magcite.readers.support.passages import CONTROLS, Clause
from magcite.readers.support.subject import AGAINST
from magcite.readers.support.words import stems

_LEADING = frozenset(
    ("in", "on", "with", "among", "under", "for", "after", "by", "the", "those", "who", "and")
) | stems("given taking received receiving treated patients participants people group groups arm")
"""Words between what happened and those it happened to."""
_TREATED = stems("treated supplemented vaccinated exposed intervention active")
_DIFFERS = stems("difference differences different differ differed")
_WHILE = frozenset(("as", "when", "while"))
_BUT = frozenset(("but", "and"))
_TO_SIDE = 7
"""Words from what happened on within which those are named that it happened to (ours)."""


def tells_of_controls(clause: Clause, place: int, outcomes: Collection[int]) -> bool:
    """Tell whether what a word says befell the controls ("worsened on placebo"). `outcomes` are passed over.

    What follows one of them is a part of its name ("metabolic control").
    """
    if clause.stems[place] in _DIFFERS:
        return False
    for after in range(place + 1, min(place + _TO_SIDE, len(clause.stems))):
        if clause.stems[after] in CONTROLS:
            return after - 1 not in outcomes and not _both_groups(clause.stems[place:after])
        if not (clause.stems[after] in _LEADING or clause.stems[after][0].isdigit() or after in outcomes):
            return False
    return False


def _both_groups(words: Sequence[str]) -> bool:
    """Tell whether those treated are named beside the controls ("the same in treated and control participants")."""
    return words[-1:] == ("and",) and bool(_TREATED & set(words))


def moves_exposure(clause: Clause, place: int, exposed: Sequence[int]) -> bool:
    """Tell whether a word says which way the exposure went while something else happened ("rose as X fell")."""
    before = clause.stems[max(0, place - 4) : place]
    turns = [at for at, word in enumerate(before) if word in _WHILE]
    return bool(turns) and any(place - len(before) + turns[-1] < spot < place for spot in exposed)


def is_of_the_unaffected(clause: Clause, affected: Sequence[int]) -> bool:
    """Tell whether a clause tells first of those without the outcome ("those without X had more … than those with")."""
    if not affected or clause.stems[affected[0] - 1 : affected[0]] != ("without",):
        return False
    return not AGAINST & set(clause.stems[max(0, affected[0] - 5) : affected[0]])


def spares_exposed(clause: Clause, exposed: Sequence[int]) -> bool:
    """Tell whether the exposed are only named as those it did not befall ("but not in the X group")."""
    if not exposed:
        return False
    before = clause.stems[max(0, exposed[0] - 5) : exposed[0]]
    return any(
        word in _BUT and before[place + 1 : place + 2] == ("not",) and set(before[place + 2 :]) <= _LEADING
        for place, word in enumerate(before)
    )
