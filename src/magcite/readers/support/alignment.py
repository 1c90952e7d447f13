"""Compare the directional words of a statement with those a sentence puts beside the same things."""

from __future__ import annotations

from collections.abc import Iterator

from magcite.readers.support.cues import Sense, cue_table, negations
from magcite.readers.support.passages import Clause, Passage
from magcite.readers.support.statement import Frame

REACH = 4
"""Words between a directional word and the thing it speaks of (ours)."""


def _signs(clause: Clause) -> list[tuple[int, int]]:
    """List the places and signs of the words of a clause that say more, less, better or worse; negated ones are 0."""
    table, negative = cue_table(), negations()
    found = []
    for place, word in enumerate(clause.stems):
        cue = table.get(word)
        if cue and cue.sense is not Sense.LINK:
            negated = any(other in negative for other in clause.stems[max(0, place - 3) : place])
            found.append((place, 0 if negated else cue.sign))
    return found


def _anchored(clause: Clause) -> Iterator[tuple[str, int]]:
    """Yield each thing with the sign of the directional word nearest to it."""
    signs = _signs(clause)
    if not signs:
        return
    table = cue_table()
    for term, spots in clause.places.items():
        if term in table:
            continue
        gap, sign = min((abs(place - spot), sign) for spot in spots for place, sign in signs)
        if gap <= REACH:
            yield term, sign


def align(frame: Frame, passages: tuple[Passage, ...]) -> dict[str, float]:
    """Give the shares of shared things on which statement and sentences point the same way, opposite ways or no way."""
    mine = dict(_anchored(frame.clause))
    same = opposite = unsigned = 0
    for passage in passages:
        for clause in passage.clauses:
            for term, sign in _anchored(clause):
                if term in mine:
                    same += sign == mine[term]
                    opposite += sign * mine[term] < 0
                    unsigned += (sign == 0) != (mine[term] == 0)
    total = max(same + opposite + unsigned, 1)
    return {
        "aligned_same": same / total,
        "aligned_opposite": opposite / total,
        "aligned_unsigned": unsigned / total,
        "aligned_any": float(same + opposite + unsigned > 0),
    }
