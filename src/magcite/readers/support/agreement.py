"""Compare what a statement claims with what a clause says."""

from __future__ import annotations

from enum import Enum

from magcite.readers.support.reading import Direction


class Agreement(Enum):
    """How a clause stands to a statement."""

    AGREES = "agrees"
    RELATES = "names a relation"
    OPPOSES = "opposes"
    SHOWS_NOTHING = "shows no difference"
    TELLS_NOTHING = "tells nothing"


def compare(claimed: Direction, said: Direction) -> Agreement:
    """Compare two directions; a claim of no effect is met by a null result and opposed by an effect."""
    if not said.told:
        return Agreement.TELLS_NOTHING
    if claimed.null:
        if said.null:
            return Agreement.AGREES
        return _compare_with_denied(claimed, said)
    if said.null:
        return Agreement.SHOWS_NOTHING
    return _compare_signs(claimed, said)


def _compare_with_denied(claimed: Direction, said: Direction) -> Agreement:
    """Compare an effect with one denied: the contrary of what is denied does not speak against the denial."""
    if not (said.amount or said.quality):
        return Agreement.TELLS_NOTHING
    contrary = bool(claimed.quality) and _compare_signs(claimed, said) is Agreement.OPPOSES
    return Agreement.AGREES if contrary else Agreement.OPPOSES


def _compare_signs(claimed: Direction, said: Direction) -> Agreement:
    for mine, theirs in ((claimed.quality, said.quality), (claimed.amount, said.amount)):
        if mine and theirs:
            return Agreement.AGREES if mine == theirs else Agreement.OPPOSES
    return Agreement.RELATES if claimed.linked and said.linked else Agreement.TELLS_NOTHING
