"""Count how telling words are and fit the weights that decide where the table of rules has no row.

usage: MAGCITE_BENCH=FOLDER PYTHONPATH=src:training python training/support_weights.py [--measure]

Reads the training parts of six openly licensed sets from FOLDER/verdict, whose rows are not part of the project, keeps
one abstract in seven aside (the same as the pair model does), and statements written for the training of that model;
and writes two readable files: the word weights among the lexicons and the fitted weights beside the reader. Needs numpy
and scikit-learn. The same rows give the same files.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import os
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from pair_making import Neighbours, sources_of
from pair_sets import SEED, Row, article, checksum, kept_aside, read_rows, settled
from pair_variants import SILENT, set_apart
from pair_written import INVENTED, TSV, Written, read_invented, read_written
from sklearn.linear_model import LogisticRegression

from magcite.readers.support.featuring import choose_weights, read_features
from magcite.readers.support.passages import prepare
from magcite.readers.support.statement import parse_statement

ROOT = Path(__file__).resolve().parent.parent / "src" / "magcite"
WORDS = ROOT / "lexicons" / "word_weights.json"
WEIGHTS = ROOT / "readers" / "support" / "weights.json"
SETS = {
    "scifact.train": ("plain", "setting"),
    "checkcovid.train": ("setting",),
    "citint.train": ("citing",),
    "clinifact.train": ("superiority",),
    "pubmedqa.train": ("question",),
    "evidence_inference.train": ("contrast",),
}
"""Which weights each set teaches; all may be used under their licences, with attribution."""
DRAWN = 2200
"""How many written statements of each file are read; they teach, with plain and citing ones, "written"."""
STRENGTH = dict.fromkeys(("plain", "setting", "citing", "superiority", "question", "contrast"), 0.02) | {
    "citing": 0.05,
    "superiority": 0.05,
    "written": 0.05,
}
"""The inverse of the penalty, chosen on the training rows only."""
BALANCE = {"superiority": 0.0, "citing": 0.75, "written": 0.0}
"""How far rare answers are weighed up: 1 (elsewhere) as often as common ones, 0 not at all; as each set is measured."""
LABELS = ("SUPPORT", "CONTRADICT", "NEI")
MOST_COMMON = 1200
RARE = 25
"""A stem in fewer abstracts than this weighs 1."""


def count_words(rows: list[Row]) -> None:
    """Write how telling each common stem is: the logarithm of how few abstracts hold it."""
    counts: Counter[str] = Counter()
    seen = set()
    for row in rows:
        key = hashlib.sha256(json.dumps(row.get("abstract")).encode()).hexdigest()
        if key not in seen:
            seen.add(key)
            counts.update(prepare(article(row), reviews=False).all_terms)
    common = [(term, count) for term, count in counts.most_common() if count >= RARE][:MOST_COMMON]
    weights = {
        term: round(min(1.0, math.log(len(seen) / count) / math.log(len(seen) / RARE)), 2) for term, count in common
    }
    note = (
        "How telling each stem or concept is, from 0 (in every abstract) to 1; counted by training/support_weights.py"
    )
    write(WORDS, {"provenance": note, "weights": {term: weight for term, weight in weights.items() if weight < 0.97}})


def write(path: Path, value: dict) -> None:
    """Write a file that people can read and that is the same for the same rows."""
    path.write_text(json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


def read_features_of(rows: list[Row]) -> list[tuple[str, str, str, dict[str, float]]]:
    """Read the features of every row."""
    result = []
    for row in rows:
        frame, prepared = parse_statement(row["claim"]), prepare(article(row), reviews=False)
        readings = read_features(frame, prepared)
        result.append((row["id"], choose_weights(frame, prepared), row["gold"]["verdict"], readings.values))
    return result


def read_features_of_written(written: list[Written]) -> list[tuple[str, str, str, dict[str, float]]]:
    """Read the features of written statements."""
    result = []
    for one in written:
        frame = parse_statement(one.statement)
        readings = read_features(frame, one.prepared)
        result.append(("written", choose_weights(frame, one.prepared), LABELS[one.answer], readings.values))
    return result


def read_apart(rows: list[Row]) -> list[tuple[str, str, str, dict[str, float]]]:
    """Read the features of statements beside another abstract on their topic that is silent on them."""
    result = []
    for claim, other in set_apart(rows, Neighbours(sources_of(rows)), random.Random(SEED)):
        frame = parse_statement(claim)
        readings = read_features(frame, other.prepared)
        result.append(("apart", choose_weights(frame, other.prepared), "NEI", readings.values))
    return result


def fit(rows: list, names: list[str], strength: float, balance: float) -> dict[str, dict[str, float]]:
    """Fit one set of weights, a class with fewer than twenty rows left out."""
    counts = Counter(label for _, _, label, _ in rows)
    rows = [row for row in rows if counts[row[2]] >= 20]
    values = np.array([[row[3].get(name, 0.0) for name in names] for row in rows])
    labels = [row[2] for row in rows]
    kept = {label: count for label, count in counts.items() if count >= 20}
    weights = {label: (len(rows) / len(kept) / count) ** balance for label, count in kept.items()}
    model = LogisticRegression(C=strength, max_iter=5000, class_weight=weights).fit(values, labels)
    coefficients = model.coef_ if len(model.classes_) > 2 else np.vstack([-model.coef_ / 2, model.coef_ / 2])
    intercepts = model.intercept_ if len(model.classes_) > 2 else [-model.intercept_[0] / 2, model.intercept_[0] / 2]
    fitted: dict[str, dict[str, float]] = {}
    for label, row, intercept in zip(model.classes_, coefficients, intercepts, strict=True):
        found = {name: round(float(value), 3) for name, value in zip(names, row, strict=True) if abs(value) >= 0.01}
        fitted[str(label)] = {"": round(float(intercept), 3)} | found
    return fitted


def main() -> None:
    """Count, fit on four rows in five, measure on the fifth, and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--measure", action="store_true", help="print the rows of each set kept aside")
    options = parser.parse_args()
    folder = os.environ.get("MAGCITE_BENCH")
    if not folder:
        sys.exit("MAGCITE_BENCH names no folder of labelled sets")
    paths = {name: Path(folder) / "verdict" / f"{name}.jsonl.gz" for name in SETS}
    loaded = {name: read_rows(path) for name, path in paths.items()}
    count_words([row for rows in loaded.values() for row in rows])
    teaching: dict[str, list] = defaultdict(list)
    for name, rows in loaded.items():
        kept = [row for row in settled(rows) if not kept_aside(row)]
        for read in read_features_of(kept) + (read_apart(kept) if name.removesuffix(".train") in SILENT else []):
            for form in SETS[name]:
                if form == "setting" or read[1] == form or form == "citing":
                    teaching[form].append(read)
    rng = random.Random(SEED)
    written = [read_written(Path(folder), name) for name in TSV] + [read_invented(name) for name in INVENTED]
    drawn = [one for some in written for one in rng.sample(some, min(DRAWN, len(some)))]
    teaching["written"] = teaching["plain"] + teaching["citing"] + read_features_of_written(drawn)
    names = sorted({name for rows in teaching.values() for row in rows for name in row[3]})
    weights = {
        form: fit(rows, names, STRENGTH[form], BALANCE.get(form, 1.0)) for form, rows in sorted(teaching.items())
    }
    sums = {name: checksum(path) for name, path in paths.items()}
    write(WEIGHTS, {"fitted_on": sums, "seed": SEED, "weights": weights})
    if options.measure:
        sys.stdout.write(f"{ {form: len(rows) for form, rows in teaching.items()} }\n")


if __name__ == "__main__":
    main()
