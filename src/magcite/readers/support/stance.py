"""Say how the part of a sentence that speaks most of the outcome stands to a statement."""

from __future__ import annotations

from dataclasses import dataclass

from magcite.readers.support.agreement import Agreement, compare
from magcite.readers.support.coverage import cover
from magcite.readers.support.passages import Clause, Passage
from magcite.readers.support.reading import read_direction
from magcite.readers.support.statement import Frame
from magcite.readers.support.subject import subject_sign
from magcite.readers.support.words import stems

_TURNS = stems("than versus vs compared relative")


@dataclass(frozen=True, slots=True)
class Stand:
    """How the clause of a sentence that speaks most of the outcome stands to the statement."""

    agreement: Agreement
    outcome: float
    subject: float
    significant: bool | None


def _compares_the_other_way(frame: Frame, clause: Clause) -> bool:
    """Tell whether a clause sets the comparator against the subject ("fewer with placebo than with X")."""
    turns = [place for place, word in enumerate(clause.stems) if word in _TURNS]
    subject, comparator = frame.subject - frame.comparator, frame.comparator - frame.subject
    if not turns or not subject or not comparator:
        return False
    after = {term for term, spots in clause.places.items() if max(spots) > turns[0]}
    before = {term for term, spots in clause.places.items() if min(spots) < turns[0]}
    mine = cover(subject, frozenset(before)) + cover(comparator, frozenset(after))
    other = cover(subject, frozenset(after)) + cover(comparator, frozenset(before))
    return other > mine


def take_stand(frame: Frame, passage: Passage) -> Stand:
    """Read the clause that holds most of the outcome, the later one where two hold as much."""
    best = Stand(Agreement.TELLS_NOTHING, 0.0, cover(frame.subject, passage.terms), None)
    for clause in passage.clauses:
        held = cover(frame.outcome, frozenset(clause.places))
        if held < best.outcome or (held == 0 and len(passage.clauses) > 1):
            continue
        sign = subject_sign(clause, frame.subject, frame.outcome) * subject_sign(
            frame.clause, frame.subject, frame.outcome
        )
        if _compares_the_other_way(frame, clause):
            sign = -sign
        said = read_direction(clause, frame.subject, frame.outcome, sign)
        agreement = compare(frame.direction, said)
        if agreement is not Agreement.TELLS_NOTHING or held > best.outcome:
            best = Stand(agreement, held, best.subject, said.significant)
    return best
