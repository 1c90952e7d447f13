"""What a row of the decision table gives: a verdict, the sentence it rests on and the grounds for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from magcite.model import Reason, Verdict
from magcite.readers.support.case import Case
from magcite.readers.support.passages import Passage

CARRIED = frozenset({Verdict.SUPPORTS, Verdict.PARTIAL})
"""The verdicts by which a source carries a statement or a part of it."""
TOLD = CARRIED | {Verdict.CONTRADICTS}
"""The verdicts by which a source tells something of a statement."""


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason with the sentence that shows it; None where the verdict's own sentence does, or its absence."""

    reason: Reason
    passage: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A verdict with the sentence it rests on, the row that gave it and its grounds.

    `unread` is true where the source may tell the result in words that the table does not know.
    """

    verdict: Verdict
    row: str
    passage: Passage | None
    grounds: tuple[Ground, ...] = ()
    confidence: float
    unread: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the table: what it says, when it holds and what it gives.

    `not_named` is true where it holds because something is not named, which the source may say in other words.
    """

    because: str
    holds: Callable[[Case], bool]
    reasons: tuple[Reason, ...]
    confidence: float
    not_named: bool = False


def grounds(*reasons: Reason, passage: Passage | None = None) -> tuple[Ground, ...]:
    """Give reasons that one sentence shows."""
    return tuple(Ground(reason, passage) for reason in reasons)
