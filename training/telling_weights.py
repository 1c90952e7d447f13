"""Fit the weights that tell which sentence of an article a person would point to for a statement.

usage: MAGCITE_BENCH=FOLDER PYTHONPATH=src:training python training/telling_weights.py [--check]

Reads the sentences that people marked in SciFact and Check-COVID, one abstract in seven kept aside as everywhere, and
fits one sum for each sentence so that those marked come out highest in theirs. `--check` prints how often the first is
right on what was kept aside, and writes nothing. Needs numpy and scipy. The same rows give the same file.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

import numpy as np
from pair_sets import Row, article, checksum, labelled_rows, rests_on
from scipy.optimize import minimize

from magcite.readers.support.passages import prepare
from magcite.readers.support.statement import parse_statement
from magcite.readers.support.telling import read_telling

WEIGHTS = Path(__file__).resolve().parent.parent / "src/magcite/readers/support/weights_telling.json"
MARKED = ("scifact", "checkcovid")
"""The sets whose people marked sentences and whose licences let weights fitted on them be shipped."""
STRENGTH = 3.0
"""How small the weights are held; by what was kept aside."""

Marked = list[tuple[np.ndarray, np.ndarray]]


def read_marked(rows: list[Row]) -> tuple[list[str], Marked]:
    """Read each article as the readings of its sentences, a row each, and which of them are marked."""
    names: list[str] = []
    found: Marked = []
    for row in rows:
        told = read_telling(parse_statement(row["claim"]), prepare(article(row), reviews=False))
        marks = np.array([rests_on(row, passage.sentence.text) for passage, _ in told])
        if marks.any():
            names = sorted(told[0][1])
            found.append((np.array([[float(read[name]) for name in names] for _, read in told]), marks))
    return names, found


def fit(marked: Marked) -> np.ndarray:
    """Fit one weight for each reading: the surprise at the marked sentences, each article a choice among its own."""

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = STRENGTH * (weights**2).sum(), 2 * STRENGTH * weights
        for values, marks in marked:
            sums = values @ weights
            shares = np.exp(sums - sums.max())
            told = shares * marks
            total -= np.log(told.sum() / shares.sum())
            slope = slope + values.T @ (shares / shares.sum() - told / told.sum())
        return float(total), slope

    return minimize(loss, np.zeros(marked[0][0].shape[1]), jac=True, method="L-BFGS-B").x


def main() -> None:
    """Fit and write, or check."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    folder = os.environ.get("MAGCITE_BENCH")
    check = parser.parse_args().check
    if not folder:
        sys.exit("MAGCITE_BENCH names no folder of labelled sets")
    bench = Path(folder)
    rows = labelled_rows(bench)
    names, marked = read_marked([row for name in MARKED for row in rows[name] if row["gold"].get("rationale")])
    weights = fit(marked)
    if check:
        for name, kept in labelled_rows(bench, aside=True).items():
            _, found = read_marked([row for row in kept if row["gold"].get("rationale")])
            if found:
                right = np.mean([marks[np.argmax(values @ weights)] for values, marks in found])
                sys.stdout.write(f"{name}: the first of {len(found)} right in {right:.3f}\n")
        return
    content = {
        "fitted_on": {f"{name}.train": checksum(bench / "verdict" / f"{name}.train.jsonl.gz") for name in MARKED},
        "weights": {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)},
    }
    WEIGHTS.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
