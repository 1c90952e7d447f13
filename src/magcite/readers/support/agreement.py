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
        return Agreement.OPPOSES if (said.amount or said.quality) else Agreement.TELLS_NOTHING
    if said.null:
        return Agreement.SHOWS_NOTHING
    return _compare_signs(claimed, said)


def _compare_signs(claimed: Direction, said: Direction) -> Agreement:
    for mine, theirs in ((claimed.quality, said.quality), (claimed.amount, said.amount)):
        if mine and theirs:
            return Agreement.AGREES if mine == theirs else Agreement.OPPOSES
    return Agreement.RELATES if claimed.linked and said.linked else Agreement.TELLS_NOTHING
