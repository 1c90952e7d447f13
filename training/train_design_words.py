"""Learn the word weights in src/magcite/lexicons/design_words.tsv, with the standard library alone.

usage: MAGCITE_BENCH=FOLDER PYTHONPATH=src python training/train_design_words.py OUT.tsv

Reads design/medline_design.train.jsonl.gz (labels: indexing by the U.S. National Library of Medicine) and
design/robotsearch_rct.train.jsonl.gz (github.com/ijmarshall/robotsearch; same source) below FOLDER; nothing else is
learned from. Each lean is a logistic regression over the presence of words and word pairs, trained with AdaGrad; the
words with the largest weights are kept and trained again. Same input, same bytes.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import sys
from collections import Counter
from collections.abc import Callable
from math import exp, sqrt
from pathlib import Path

from magcite.readers.design_words import Lean, spell

KEPT = 8000
"""Words kept: enough that held-back figures no longer rise, and a file well below 500 kB."""

ROUNDS = 12
RATE = 0.5
DECAY = 2e-5
UNIT = 0.02

Row = tuple[set[str], str]

WRITTEN = {"narrative_review", "letter_editorial_news", "guideline"}
OBSERVED = {"cohort", "cross_sectional", "case_control", "other"}
TRIED = {"rct", "nonrandomised_trial"}
SIDES: dict[Lean, Callable[[str], bool | None]] = {
    Lean.NARRATIVE: lambda design: design in WRITTEN,
    Lean.CASE: lambda design: None if design == "not" else design == "case_report",
    Lean.TREATED: lambda design: design in TRIED if design in TRIED | OBSERVED else None,
}
"""For each lean what a label says: yes, no, or (None) nothing."""


def read(folder: Path, name: str) -> list[Row]:
    """Read one labelled set into words and label."""
    rows = []
    with gzip.open(folder / "design" / name, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            gold = row["gold"]
            label = gold["design"] if "design" in gold else ("rct" if gold["is_rct"] else "not")
            rows.append((spell((row["title"] or "").lower(), (row["abstract"] or "").lower()), label))
    return rows


def train(rows: list[tuple[list[str], bool]], seed: int) -> tuple[dict[str, float], float]:
    """Fit one logistic regression by AdaGrad, both sides weighing alike."""
    weights: dict[str, float] = {}
    squares: dict[str, float] = {}
    bias, bias_square = 0.0, 1e-6
    share = sum(side for _, side in rows) / len(rows)
    order = random.Random(seed)
    rows = list(rows)
    for _ in range(ROUNDS):
        order.shuffle(rows)
        for grams, side in rows:
            if not grams:
                continue
            size = 1 / sqrt(len(grams))
            raw = bias + size * sum(weights.get(gram, 0.0) for gram in grams)
            error = (1 / (1 + exp(-max(-30.0, min(30.0, raw)))) - side) * 0.5 / (share if side else 1 - share)
            bias_square += error * error
            bias -= RATE * 0.1 * error / sqrt(bias_square)
            slope = error * size
            for gram in grams:
                square = squares.get(gram, 1e-4) + slope * slope
                squares[gram] = square
                old = weights.get(gram, 0.0)
                weights[gram] = old - RATE * slope / sqrt(square) - DECAY * old
    return weights, bias


def fit(rows: list[Row], words: set[str]) -> tuple[dict[Lean, dict[str, float]], dict[Lean, float]]:
    """Fit all leans over the words given."""
    weights: dict[Lean, dict[str, float]] = {}
    biases: dict[Lean, float] = {}
    for side, says in SIDES.items():
        told = [(sorted(grams & words), bool(says(label))) for grams, label in rows if says(label) is not None]
        weights[side], biases[side] = train(told, seed=7)
    return weights, biases


def main() -> None:
    """Train, keep the heaviest words, train again and write the table."""
    folder = Path(os.environ["MAGCITE_BENCH"])
    rows = read(folder, "medline_design.train.jsonl.gz") + read(folder, "robotsearch_rct.train.jsonl.gz")
    often = Counter(gram for grams, _ in rows for gram in grams)
    words = {gram for gram, count in often.items() if count >= 4}
    first, _ = fit(rows, words)
    heavy = {gram: max(abs(first[side].get(gram, 0.0)) * sqrt(often[gram]) for side in Lean) for gram in words}
    kept = set(sorted(words, key=lambda gram: (-heavy[gram], gram))[:KEPT])
    weights, biases = fit(rows, kept)
    with Path(sys.argv[1]).open("w", encoding="utf-8") as out:
        out.write(
            "# Word weights for the design reader, learned by training/train_design_words.py from NLM's indexing\n"
        )
        out.write(
            "# (MEDLINE metadata, public) of the titles and abstracts in medline_design.train and\n"
            "# robotsearch_rct.train.\n"
        )
        out.write(f"#unit\t{UNIT}\n")
        out.write("#bias\t" + "\t".join(f"{biases[side]:.3f}" for side in Lean) + "\n")
        for gram in sorted(kept):
            numbers = [round(weights[side].get(gram, 0.0) / UNIT) for side in Lean]
            if any(numbers):
                out.write(gram + "\t" + "\t".join(map(str, numbers)) + "\n")


if __name__ == "__main__":
    main()
