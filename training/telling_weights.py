"""Fit the weights that tell which sentence of an article a person would point to for a statement.

usage: MAGCITE_BENCH=FOLDER PYTHONPATH=src:training python training/telling_weights.py [--check]

Reads the sentences that people marked in SciFact and Check-COVID, one abstract in seven kept aside as everywhere, and
those that the statements written for the training of the model rest on; and fits one sum for each sentence so that
those marked come out highest in theirs. `--check` prints how often the first is right, and how often one of the first
five is, on what was kept aside, and writes nothing. Needs numpy and scipy. The same rows give the same file.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pair_sets import LABELS, SEED, Row, article, checksum, labelled_rows, rests_on
from pair_written import INVENTED, TSV, Written, is_told, read_invented, read_written
from scipy.optimize import minimize

from magcite.readers.support.passages import Prepared, prepare
from magcite.readers.support.statement import parse_statement
from magcite.readers.support.telling import SENTENCES, read_telling

WEIGHTS = Path(__file__).resolve().parent.parent / "src/magcite/readers/support/weights_telling.json"
MARKED = ("scifact", "checkcovid")
"""The sets whose people marked sentences and whose licences let weights fitted on them be shipped."""
DRAWN = 1000
"""How many statements of each file are read."""
WRITTEN = 0.25
"""How much a written statement counts beside one of the sets; by what was kept aside."""
STRENGTH = 3.0
"""How small the weights are held; by what was kept aside."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The readings of the sentences of an abstract, a row each, and which of them are marked; `weight` is its say."""

    readings: np.ndarray
    marks: np.ndarray
    weight: float


def read_marks(
    statement: str, prepared: Prepared, is_marked: Callable[[str], bool], weight: float = 1.0
) -> tuple[list[str], Marked]:
    """Read an abstract as the readings of its sentences for a statement, with their names, and its marks."""
    told = read_telling(parse_statement(statement), prepared)
    names = sorted(told[0][1]) if told else []
    readings = np.array([[float(read[name]) for name in names] for _, read in told])
    return names, Marked(readings, np.array([is_marked(passage.sentence.text) for passage, _ in told]), weight)


def read_labelled(rows: Iterable[Row]) -> list[tuple[list[str], Marked]]:
    """Read the rows of a set that people marked."""
    found = [
        read_marks(row["claim"], prepare(article(row), reviews=False), lambda text, row=row: rests_on(row, text))
        for row in rows
        if row["gold"].get("rationale")
    ]
    return [one for one in found if one[1].marks.any()]


def read_statements(written: Iterable[Written]) -> list[tuple[list[str], Marked]]:
    """Read written statements that their abstract tells of."""
    found = []
    for one in written:
        told = one.list_told()
        if told and one.answer != LABELS.index("NEI"):
            found.append(read_marks(one.statement, one.prepared, lambda text, told=told: is_told(text, told), WRITTEN))
    return [one for one in found if one[1].marks.any()]


def fit(marked: list[Marked]) -> np.ndarray:
    """Fit one weight for each reading: the surprise at the marked sentences, each article a choice among its own."""

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = STRENGTH * (weights**2).sum(), 2 * STRENGTH * weights
        for one in marked:
            sums = one.readings @ weights
            shares = np.exp(sums - sums.max())
            told = shares * one.marks
            total -= one.weight * np.log(told.sum() / shares.sum())
            slope = slope + one.weight * one.readings.T @ (shares / shares.sum() - told / told.sum())
        return float(total), slope

    return minimize(loss, np.zeros(marked[0].readings.shape[1]), jac=True, method="L-BFGS-B").x


def check(name: str, found: list[Marked], weights: np.ndarray) -> None:
    """Print how often the first sentence, and one of the first few, is marked."""
    first = [int(np.argmax(one.marks[np.argsort(-(one.readings @ weights), kind="stable")])) for one in found]
    shares = [np.mean([place < most for place in first]) for most in (1, SENTENCES)]
    sys.stdout.write(f"{name}: of {len(found)}, the first {shares[0]:.3f}, one of the first five {shares[1]:.3f}\n")


def main() -> None:
    """Fit and write, or check."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    folder = os.environ.get("MAGCITE_BENCH")
    asked = parser.parse_args()
    if not folder:
        sys.exit("MAGCITE_BENCH names no folder of labelled sets")
    bench, rng = Path(folder), random.Random(SEED)
    rows = labelled_rows(bench)
    read = [one for name in MARKED for one in read_labelled(rows[name])]
    for name in TSV:
        read += read_statements(rng.sample(read_written(bench, name), DRAWN))
    for name in INVENTED:
        read += read_statements(rng.sample(read_invented(name), DRAWN))
    weights = fit([marked for _, marked in read])
    if asked.check:
        for name, kept in labelled_rows(bench, aside=True).items():
            if found := read_labelled(kept):
                check(name, [marked for _, marked in found], weights)
        for name, kept in (("written", read_written(bench, "aside")), ("invented", read_invented("invented_aside"))):
            check(name, [marked for _, marked in read_statements(kept)], weights)
        return
    content = {
        "fitted_on": {f"{name}.train": checksum(bench / "verdict" / f"{name}.train.jsonl.gz") for name in MARKED},
        "weights": {name: round(float(weight), 3) for name, weight in zip(read[0][0], weights, strict=True)},
    }
    WEIGHTS.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
