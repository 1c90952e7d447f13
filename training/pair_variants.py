"""Make variants of labelled pairs whose answer follows from the label: turned round, robbed, moved apart."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from pair_making import CONTRADICT, NEI, SUPPORT, Neighbours, Source, turn
from pair_sets import Pair, Row, abstract_parts, article, label, pair_of, rests_on, show, show_row

from magcite.readers.support.coverage import cover
from magcite.readers.support.passages import prepare
from magcite.readers.support.statement import parse_statement

TURNED = {"scifact": 0.5, "checkcovid": 0.3, "citint": 0.25}
"""Share of the supported statements of a set that are turned round, as contradicted."""
SWAPPED = 0.5
"""Share of the supported superiorities whose sides are swapped, as contradicted."""
ROBBED = 0.4
"""Share of a statement that what is left of its abstract may hold at most, to stand as neither."""
APART = {"checkcovid": 2, "scifact": 1}
"""How many other abstracts on the same topic each statement of a set is put beside, as neither."""
SILENT = frozenset({"checkcovid"})
"""Sets with no true row of "does not tell", for which statements set apart stand in wherever weights are fitted."""
FAR = 0.5
"""Share of a statement that an abstract on the same topic may hold at most, to be silent on it."""
CHANGES = {
    "increased": "significantly increases",
    "decreased": "significantly reduces",
    "no_difference": "makes no significant difference to",
}
"""What the templates of evidence_inference say of each direction."""
_CHANGE = re.compile("|".join(CHANGES.values()))
_SUPERIOR = re.compile(r"(.+?)( is superior(?: or other)? to )(.+?)( in terms of .+)")


def make_variants(rows: dict[str, list[Row]], sources: Sequence[Source], rng: random.Random) -> list[Pair]:
    """Make all variants of the labelled rows."""
    pairs = [*_contrasts(rows["evidence_inference"]), *_swapped(rows["clinifact"], rng)]
    for name, share in TURNED.items():
        pairs += _turned(rows[name], share, rng)
    near = Neighbours(sources)
    for name, count in APART.items():
        pairs += _robbed(rows[name])
        for _ in range(count):
            for claim, other in set_apart(rows[name], near, rng):
                pairs.append(Pair(claim, show(claim, other.prepared, other.title), NEI))
    return pairs


def _contrasts(rows: Sequence[Row]) -> Iterator[Pair]:
    """Say each of the other two directions of a contrast that the abstract tells."""
    for row in rows:
        if not row["gold"]["in_abstract"]:
            continue
        for direction, words in CHANGES.items():
            statement = _CHANGE.sub(words, row["claim"], count=1)
            if statement != row["claim"]:
                yield pair_of(statement, row, SUPPORT if direction == row["gold"]["direction"] else CONTRADICT)


def _swapped(rows: Sequence[Row], rng: random.Random) -> Iterator[Pair]:
    for row in rows:
        match = _SUPERIOR.fullmatch(row["claim"])
        if match and label(row) == SUPPORT and rng.random() < SWAPPED:
            first, better, second, end = match.groups()
            yield pair_of(f"{second}{better}{first}{end}", row, CONTRADICT)


def _turned(rows: Sequence[Row], share: float, rng: random.Random) -> Iterator[Pair]:
    for row in rows:
        if label(row) == SUPPORT and rng.random() < share:
            statement = turn(row["claim"], rng)
            if statement is not None:
                yield pair_of(statement, row, CONTRADICT)


def _robbed(rows: Sequence[Row]) -> Iterator[Pair]:
    """Put a statement beside its own abstract without the sentences that it was judged by."""
    for row in rows:
        if not row["gold"].get("rationale"):
            continue
        prepared = prepare(article(row), reviews=False)
        gone = [passage for passage in prepared.passages if rests_on(row, passage.sentence.text)]
        left = [passage for passage in prepared.passages if passage not in gone]
        terms = parse_statement(row["claim"]).terms
        if len(left) >= 3 and max(cover(terms, passage.terms) for passage in left) < ROBBED:
            yield Pair(row["claim"], show(row["claim"], prepared, row.get("title"), without=gone), NEI)


def set_apart(rows: Sequence[Row], near: Neighbours, rng: random.Random) -> Iterator[tuple[str, Source]]:
    """Put statements beside another abstract on their topic that is silent on them."""
    for row in rows:
        terms = parse_statement(row["claim"]).terms
        own = prepare(article(row), reviews=False).text[:120]
        other = near.draw(None, terms, rng)
        if other is None or other.prepared.text[:120] == own:
            continue
        if max(cover(terms, passage.terms) for passage in other.prepared.passages) < FAR:
            yield row["claim"], other


def shuffled(rows: dict[str, list[Row]], counts: dict[str, int], rng: random.Random) -> Iterator[Pair]:
    """Put so many statements of each set beside any other abstract of it, as neither."""
    for name, count in counts.items():
        for row in rng.sample(rows[name], min(count, len(rows[name]))):
            other = rng.choice(rows[name])
            if abstract_parts(other) != abstract_parts(row):
                yield Pair(row["claim"], show_row(other, row["claim"]), NEI)
