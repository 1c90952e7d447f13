"""How far people and magcite agree: raw agreement, Cohen's kappa, and the table they come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from magcite.model import Language, Verdict
from magcite.reviewing.items import Item
from magcite.reviewing.phrases import phrases_for

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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """One phrase a field; `{…}` is filled with `str.format`."""

    reviewed: str
    alone: str
    none_yet: str
    raw: str
    kappa: str
    undefined: str
    explained: tuple[str, str]
    unnamed: str
    person: str


_WORDS = {
    Language.ENGLISH: _Words(
        reviewed="{n} of {total} sources with a record are reviewed{by}",
        alone="{n} of them without a verdict of magcite to compare with",
        none_yet="agreement        none to measure yet; magcite review FILE goes through the sources",
        raw="raw agreement    {share} ({agreed} of {n})",
        kappa="Cohen's kappa    {kappa}",
        undefined="not defined: both gave one and the same verdict throughout",
        explained=(
            "Kappa is the agreement beyond what chance would give: 1 all of it, 0 none, below 0 less than chance. "
            "Who saw",
            "magcite's verdict before deciding agrees more easily; `magcite review --blind` hides it until then.",
        ),
        unnamed="somebody unnamed",
        person="^ person",
    ),
    Language.DUTCH: _Words(
        reviewed="{n} van {total} bronnen met een record zijn nagekeken{by}",
        alone="{n} daarvan zonder oordeel van magcite om mee te vergelijken",
        none_yet="overeenstemming  nog niets te meten; magcite review BESTAND loopt de bronnen langs",
        raw="overeenstemming  {share} ({agreed} van {n})",
        kappa="Cohens kappa     {kappa}",
        undefined="niet bepaald: beide gaven steeds een en hetzelfde oordeel",
        explained=(
            "Kappa is de overeenstemming boven wat het toeval zou geven: 1 geheel, 0 geen, onder 0 minder dan toeval.",
            "Wie magcites oordeel vooraf zag, is het er eerder mee eens; `magcite review --blind` toont het pas erna.",
        ),
        unnamed="iemand zonder naam",
        person="^ mens",
    ),
}


def describe_agreement(items: Sequence[Item], language: Language = Language.ENGLISH) -> Iterator[str]:
    """Write the agreement between the reviews and magcite's verdicts of today, line by line."""
    say = _WORDS[language]
    reviewed = [item for item in items if item.review is not None]
    measured = measure_agreement(pairs_of(items))
    alone = len(reviewed) - measured.n
    yield say.reviewed.format(n=len(reviewed), total=len(items), by=_by(reviewed, say))
    if alone:
        yield say.alone.format(n=alone)
    yield f"n                {measured.n}"
    if measured.observed is None:
        yield say.none_yet
        return
    yield say.raw.format(share=f"{measured.observed:.2f}", agreed=measured.agreed, n=measured.n)
    yield say.kappa.format(kappa=say.undefined if measured.kappa is None else f"{measured.kappa:.2f}")
    yield ""
    yield from _table(measured.table, language)
    yield ""
    yield from say.explained


def _by(reviewed: Sequence[Item], say: _Words) -> str:
    names = Counter(item.review.by or say.unnamed for item in reviewed if item.review)
    told = ", ".join(f"{name} {number}" for name, number in sorted(names.items()))
    return f" ({told})" if told else ""


def _table(table: Mapping[Pair, int], language: Language) -> Iterator[str]:
    """Write the table of verdicts, the person's down and magcite's across."""
    words = phrases_for(language).verdicts
    width = max(map(len, words.values()))
    yield f"{'':{width}}  " + "  ".join(f"{word:>{width}}" for word in words.values()) + "  <- magcite"
    for given in Verdict:
        cells = (f"{table.get((given, automatic), 0):>{width}}" for automatic in Verdict)
        yield f"{words[given]:{width}}  " + "  ".join(cells)
    yield _WORDS[language].person
