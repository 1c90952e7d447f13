"""What a row of the decision table gives: a verdict, the sentence it rests on and the grounds for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from magcite.model import Reason, Verdict
from magcite.readers.support.case import Case
from magcite.readers.support.passages import Passage

CARRIED = frozenset({Verdict.SUPPORTS, Verdict.PARTIAL})
"""The verdicts by which a source carries a statement or a part of it."""
TOLD = CARRIED | {Verdict.CONTRADICTS}
"""The verdicts by which a source tells something of a statement."""


class TableSays(Enum):
    """What the rules read where a learned model may read otherwise, and is heard beside them."""

    FOR = "for"
    AGAINST = "against"
    NO_DIFFERENCE = "no difference"
    BOTH_WAYS = "both ways"
    NOTHING_READ = "nothing read"
    NOT_NAMED = "not named"
    OTHERWISE_ASKED = "otherwise asked"
    NO_WORD_OF_IT = "no word of it"


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason with the sentence that shows it; None where the verdict's own sentence does, or its absence."""

    reason: Reason
    passage: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A verdict with the sentence it rests on, the row that gave it and its grounds.

    `says` names what the table read where others are heard beside it; None where its row stands alone.
    """

    verdict: Verdict
    row: str
    passage: Passage | None
    grounds: tuple[Ground, ...] = ()
    confidence: float
    says: TableSays | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the table: what it says, when it holds and what it gives.

    `says` is set where it holds because something is not named, or asked otherwise, which other words may hide.
    """

    because: str
    holds: Callable[[Case], bool]
    reasons: tuple[Reason, ...]
    confidence: float
    says: TableSays | None = None


def grounds(*reasons: Reason, passage: Passage | None = None) -> tuple[Ground, ...]:
    """Give reasons that one sentence shows."""
    return tuple(Ground(reason, passage) for reason in reasons)
