"""How far people and magcite agree: raw agreement, Cohen's kappa, and the table they come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from magcite.model import Verdict
from magcite.reviewing.items import Item

Pair = tuple[Verdict, Verdict]
"""A person's verdict and magcite's on the same source of the same statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far two judges agree on `n` sources; `table` counts each pair of verdicts, the person's first.

    `observed` is the share on which they agree. `kappa` is Cohen's: (observed - expected) / (1 - expected), where
    `expected` is the agreement of two judges who deal out their own shares of verdicts without looking. Both are None
    without any source; kappa also where both judges gave one and the same verdict throughout, for then it is 0/0.
    """

    n: int
    agreed: int
    observed: float | None
    kappa: float | None
    table: Mapping[Pair, int]


def measure_agreement(pairs: Iterable[Pair]) -> Agreement:
    """Count pairs of verdicts and measure how far they agree beyond chance."""
    table = Counter(pairs)
    n = table.total()
    agreed = sum(table[verdict, verdict] for verdict in Verdict)
    if not n:
        return Agreement(n=0, agreed=0, observed=None, kappa=None, table={})
    people = Counter[Verdict]()
    magcite = Counter[Verdict]()
    for (given, automatic), number in table.items():
        people[given] += number
        magcite[automatic] += number
    by_chance = sum(people[verdict] * magcite[verdict] for verdict in Verdict)
    kappa = None if by_chance == n * n else (agreed * n - by_chance) / (n * n - by_chance)
    return Agreement(n=n, agreed=agreed, observed=agreed / n, kappa=kappa, table=dict(table))


def pairs_of(items: Sequence[Item]) -> tuple[Pair, ...]:
    """Give the pairs of verdicts of those items that both judged."""
    return tuple(
        (item.review.verdict, item.automatic)
        for item in items
        if item.review is not None and item.automatic is not None
    )


def describe_agreement(items: Sequence[Item]) -> Iterator[str]:
    """Write the agreement between the reviews and magcite's verdicts of today, line by line."""
    reviewed = [item for item in items if item.review is not None]
    measured = measure_agreement(pairs_of(items))
    alone = len(reviewed) - measured.n
    yield f"{len(reviewed)} of {len(items)} sources with a record are reviewed{_by(reviewed)}"
    if alone:
        yield f"{alone} of them without a verdict of magcite to compare with"
    yield f"n                {measured.n}"
    if measured.observed is None:
        yield "agreement        none to measure yet; magcite review FILE goes through the sources"
        return
    yield f"raw agreement    {measured.observed:.2f} ({measured.agreed} of {measured.n})"
    told = "not defined: both gave one and the same verdict throughout" if measured.kappa is None else measured.kappa
    yield f"Cohen's kappa    {told if isinstance(told, str) else format(told, '.2f')}"
    yield ""
    yield from _table(measured.table)
    yield ""
    yield "Kappa is the agreement beyond what chance would give: 1 all of it, 0 none, below 0 less than chance. Who saw"
    yield "magcite's verdict before deciding agrees more easily; `magcite review --blind` hides it until then."


def _by(reviewed: Sequence[Item]) -> str:
    names = Counter(item.review.by or "somebody unnamed" for item in reviewed if item.review)
    told = ", ".join(f"{name} {number}" for name, number in sorted(names.items()))
    return f" ({told})" if told else ""


def _table(table: Mapping[Pair, int]) -> Iterator[str]:
    """Write the table of verdicts, the person's down and magcite's across."""
    words = [verdict.value for verdict in Verdict]
    width = max(map(len, words))
    yield f"{'':{width}}  " + "  ".join(f"{word:>{width}}" for word in words) + "  <- magcite"
    for given in Verdict:
        cells = (f"{table.get((given, automatic), 0):>{width}}" for automatic in Verdict)
        yield f"{given.value:{width}}  " + "  ".join(cells)
    yield "^ person"
