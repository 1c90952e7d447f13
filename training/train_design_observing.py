"""Learn the cue weights in src/magcite/lexicons/design_observing.tsv, with the standard library alone.

usage: MAGCITE_BENCH=FOLDER PYTHONPATH=src python training/train_design_observing.py OUT.tsv [--hold-back]

Reads design/medline_design.train.jsonl.gz below FOLDER (labels: indexing by the U.S. National Library of Medicine) and
learns from nothing else. One multinomial logistic regression over the cues found by the study type reader, trained
with AdaGrad and a small decay. Same input and same cues, same bytes. With --hold-back it prints how the choices do on
each fifth of the rows when trained on the others.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import random
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from math import exp, sqrt
from pathlib import Path

from magcite.model import AbstractSection, Article, ArticleIds, Provenance, StudyType
from magcite.readers.design_decision import Weighed, weigh_signals
from magcite.readers.design_observing import CHOICES
from magcite.readers.design_text import lay_out
from magcite.readers.study_type import find_cues

NAME = "medline_design.train.jsonl.gz"
ROUNDS = 30
RATE = 0.08
DECAY = 5e-3
BALANCE = 0.3
"""Power of the rarity of a label by which its rows count more: 0 not at all, 1 all labels alike."""

LABELS = {
    "other": StudyType.OTHER,
    "in_vitro_or_other": StudyType.OTHER,
    "cohort": StudyType.COHORT,
    "case_control": StudyType.CASE_CONTROL,
    "cross_sectional": StudyType.CROSS_SECTIONAL,
}

Row = tuple[dict[str, float], int]
Weights = dict[str, list[float]]


def weigh(row: Mapping[str, str]) -> Weighed:
    """Read the cues of one row."""
    abstract = (AbstractSection(text=row["abstract"]),) if row["abstract"] else ()
    text = lay_out(
        Article(ids=ArticleIds(), title=row["title"] or None, abstract=abstract, provenance=Provenance.RECORDED)
    )
    return weigh_signals(find_cues(text), text)


def read(path: Path) -> list[Row]:
    """Read the rows that bear one of the labels into signs and the place of the choice."""
    rows: list[Row] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if choice := LABELS.get(row["gold"]["design"]):
                rows.append((weigh(row).signs(), CHOICES.index(choice)))
    return rows


def share(weights: Weights, signs: Mapping[str, float]) -> list[float]:
    """Give the belief in each choice."""
    sums = [0.0] * len(CHOICES)
    for name, value in signs.items():
        if name in weights:
            for place, weight in enumerate(weights[name]):
                sums[place] += weight * value
    top = max(sums)
    parts = [exp(each - top) for each in sums]
    return [part / sum(parts) for part in parts]


def train(rows: Sequence[Row], seed: int) -> Weights:
    """Fit the regression by AdaGrad; rare labels count somewhat more."""
    often = Counter(place for _, place in rows)
    counts = {place: (len(rows) / number / len(often)) ** BALANCE for place, number in often.items()}
    weights: Weights = {name: [0.0] * len(CHOICES) for signs, _ in rows for name in sorted(signs)}
    squares: Weights = {name: [0.1] * len(CHOICES) for name in weights}
    order, shuffled = random.Random(seed), list(rows)
    for _ in range(ROUNDS):
        order.shuffle(shuffled)
        for signs, right in shuffled:
            errors = [(part - (place == right)) * counts[right] for place, part in enumerate(share(weights, signs))]
            for name in sorted(signs):
                own, past, value = weights[name], squares[name], signs[name]
                for place, error in enumerate(errors):
                    slope = error * value + DECAY * own[place]
                    past[place] += slope * slope
                    own[place] -= RATE * slope / sqrt(past[place])
    return weights


def hold_back(rows: Sequence[Row]) -> None:
    """Print for each fifth how often the choice was right when trained on the rest."""
    for fold in range(5):
        weights = train([row for number, row in enumerate(rows) if number % 5 != fold], seed=7)
        held = [row for number, row in enumerate(rows) if number % 5 == fold]
        told = [share(weights, signs) for signs, _ in held]
        right = sum(parts.index(max(parts)) == place for parts, (_, place) in zip(told, held, strict=True))
        sys.stdout.write(f"fifth {fold + 1}: {right} of {len(held)} right\n")


def main() -> None:
    """Train and write the table, or measure on what is held back."""
    path = Path(os.environ["MAGCITE_BENCH"]) / "design" / NAME
    rows = read(path)
    if "--hold-back" in sys.argv:
        hold_back(rows)
        return
    weights = train(rows, seed=7)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    with Path(sys.argv[1]).open("w", encoding="utf-8") as out:
        out.write(
            "# Cue weights for kinds of observation, in hundredths, learned by training/train_design_observing.py\n"
        )
        out.write(f"# from NLM's indexing (MEDLINE metadata, public); {NAME} has sha256 {digest}\n")
        out.write("#\t" + "\t".join(choice.value for choice in CHOICES) + "\n")
        for name in sorted(weights):
            numbers = [round(100 * weight) for weight in weights[name]]
            if any(numbers):
                out.write(name + "\t" + "\t".join(map(str, numbers)) + "\n")


if __name__ == "__main__":
    main()
