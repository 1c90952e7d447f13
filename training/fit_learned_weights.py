"""Fit the weights that pool what the rules read with what the learned model says.

usage: MAGCITE_BENCH=FOLDER PYTHONPATH=src:training python training/fit_learned_weights.py MODEL_FOLDER [--check]

Reads only the abstracts that neither the model nor the rules' weights were fitted on (one in seven of the training
parts), so that the sums learn how far each can be believed, and for plain statements, counting little, the written ones
kept aside. Statements put beside another abstract teach every form to say that a paper has nothing to do with it.
`--check` prints what five folds of those rows give and writes nothing.
Needs numpy and scipy, and the model exported to ONNX. The same rows and model give the same file.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from pair_making import NEI, Neighbours, Source, sources_of
from pair_sets import LABELLED, LABELS, SEED, Row, article, label, labelled_rows
from pair_variants import SILENT, set_apart
from pair_written import read_invented, read_written
from scipy.optimize import minimize

from magcite.inference.cross_encoder import CrossEncoder
from magcite.inference.place import ModelFiles
from magcite.readers.support.featuring import choose_weights, read_features
from magcite.readers.support.learned import Pooling, ask_model, choose_answer, list_voices, log_chance, pool
from magcite.readers.support.passages import prepare
from magcite.readers.support.statement import parse_statement
from magcite.readers.support.telling import rank_telling
from magcite.readers.support.weights import Chances

WEIGHTS = Path(__file__).resolve().parent.parent / "src/magcite/readers/support/weights_learned.json"
APART = {"pubmedqa": 0.25, "evidence_inference": 0.15, "citint": 0.05, "scifact": 0.1}
"""Share of each set put beside another abstract of it as well, as neither."""
WRITTEN_SETS = ("written", "invented")
WRITTEN = 0.05
"""How much a written statement counts beside a labelled one: there are many, of another style; by the folds."""
DRAWS = 5
"""How often each set without a true row of neither has statements put beside others; each draw counts for its share."""
VOICES = ("rules", "written", "passage", "sentences")
COMMON, OWN, CONSTANT = 0.1, 20.0, 0.1
"""How small the weights common to all forms, what a form adds to them, and the constants are held; by the folds."""
LEAN = {"plain": 0.7, "setting": 0.5, "citing": 0.5, "superiority": 0.0, "question": 0.7, "contrast": 0.9}
"""How far rare answers are leaned towards: 0 not at all, 1 as if all were as common; by how each set is measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The readings of one pair with its form and its answer; `group` is the same for pairs on one abstract."""

    set_name: str
    form: str
    group: int
    answer: int
    voices: dict[str, Chances]
    weight: float = 1.0

    @property
    def logs(self) -> dict[str, list[float]]:
        """Give the logarithms of what each voice says of each of LABELS; a voice that is silent says nothing."""
        silent = Chances.given([1, 1, 1])
        return {name: [log_chance(self.voices.get(name, silent).of(label)) for label in LABELS] for name in VOICES}


def read_example(name: str, statement: str, source: Source, answer: int, model: CrossEncoder) -> Example:
    """Read one pair by the rules and by the model."""
    frame, prepared = parse_statement(statement), source.prepared
    read = read_features(frame, prepared)
    form = choose_weights(frame, prepared)
    heard = ask_model(model, frame.text, source.title, prepared, rank_telling(frame, prepared))
    return Example(
        set_name=name,
        form=form,
        group=zlib.crc32(prepared.text.encode()),
        answer=answer,
        voices=list_voices(read, form, heard),
    )


def source_of(row: Row) -> Source:
    """Give the abstract of a row."""
    return Source(row.get("title") or None, prepare(article(row), reviews=False))


def read_examples(bench: Path, model: CrossEncoder) -> list[Example]:
    """Read all pairs kept aside, and some statements beside another abstract."""
    rng = random.Random(SEED)
    examples = []
    for name, rows in labelled_rows(bench, aside=True).items():
        for row in rows:
            examples.append(read_example(name, row["claim"], source_of(row), label(row), model))
        for row in rng.sample(rows, round(len(rows) * APART.get(name, 0.0))):
            other = rng.choice([one for one in rows if one["abstract"] != row["abstract"]])
            examples.append(read_example(f"{name} apart", row["claim"], source_of(other), NEI, model))
        if name in SILENT:
            near = Neighbours(sources_of(rows))
            for claim, other in (pair for _ in range(DRAWS) for pair in set_apart(rows, near, rng)):
                example = read_example(f"{name} apart", claim, other, NEI, model)
                examples.append(replace(example, weight=1 / DRAWS))
    kept_aside = (read_written(bench, "aside"), read_invented("invented_aside"))
    for name, written in zip(WRITTEN_SETS, kept_aside, strict=True):
        for one in written:
            source = Source(one.source.title, one.prepared)
            examples.append(replace(read_example(name, one.statement, source, one.answer, model), weight=WRITTEN))
    return examples


def fit(examples: Sequence[Example], forms: Sequence[str]) -> dict[str, Pooling]:
    """Fit the pooling of all forms on the labelled statements, and that of plain ones on the written ones as well."""
    labelled = [one for one in examples if one.set_name not in WRITTEN_SETS]
    return fit_together(labelled, forms) | {"plain": fit_together(examples, forms)["plain"]}


def fit_together(examples: Sequence[Example], forms: Sequence[str]) -> dict[str, Pooling]:
    """Fit the pooling of all forms at once: weights common to all, and what each form adds to them, held small."""
    voices = np.array([[[one.logs[name][place] for name in VOICES] for place in range(3)] for one in examples])
    kinds = np.array([forms.index(one.form) for one in examples])
    answers = np.array([one.answer for one in examples])
    weights = np.array([one.weight for one in examples])
    size, several = len(VOICES), len(forms)

    def unpack(values: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        common, rest = values[:size], values[size:]
        return common, rest[: several * size].reshape(several, size), rest[several * size :].reshape(several, 3)

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        common, own, constants = unpack(values)
        sums = np.einsum("npv,nv->np", voices, (common + own)[kinds]) + constants[kinds]
        sums -= sums.max(axis=1, keepdims=True)
        chances = np.exp(sums)
        chances /= chances.sum(axis=1, keepdims=True)
        apart = chances.copy()
        apart[np.arange(len(answers)), answers] -= 1
        apart *= weights[:, None]
        says = np.einsum("np,npv->nv", apart, voices)
        by_form = np.stack([says[kinds == kind].sum(axis=0) for kind in range(several)])
        constant = np.stack([apart[kinds == kind].sum(axis=0) for kind in range(several)])
        held = OWN * (own**2).sum() + CONSTANT * (constants**2).sum() + COMMON * (common**2).sum()
        total = -(weights * np.log(chances[np.arange(len(answers)), answers])).sum() + held
        slope = [
            by_form.sum(axis=0) + 2 * COMMON * common,
            by_form + 2 * OWN * own,
            constant + 2 * CONSTANT * constants,
        ]
        return float(total), np.concatenate([part.ravel() for part in slope])

    start = np.concatenate([np.full(size, 0.3), np.zeros(several * (size + 3))])
    common, own, constants = unpack(minimize(loss, start, jac=True, method="L-BFGS-B").x)
    return {
        form: Pooling(
            say={name: round(max(0.0, float(common[i] + own[kind][i])), 3) for i, name in enumerate(VOICES)},
            constant={label: round(float(constants[kind][place]), 3) for place, label in enumerate(LABELS)},
            leaning=lean(examples, form),
        )
        for kind, form in enumerate(forms)
    }


def lean(examples: Sequence[Example], form: str) -> dict[str, float]:
    """Give what is added for each answer when one is chosen, rare ones of the labelled sets more."""
    counts = Counter(LABELS[one.answer] for one in examples if one.form == form and one.set_name in LABELLED)
    total, common = sum(counts.values()), max(counts.values())
    return {
        label: round(LEAN[form] * float(np.log(common / counts[label])), 3) if counts[label] >= total / 50 else 0.0
        for label in LABELS
    }


def choose(one: Example, pooling: Pooling) -> tuple[int, float]:
    """Give the answer chosen and the probability that it is held at."""
    chances = pool(one.voices, pooling)
    answer = choose_answer(chances, pooling)
    return LABELS.index(answer), chances.of(answer)


def check(examples: Sequence[Example], forms: Sequence[str]) -> None:
    """Print what five folds give, by set."""
    found: list[tuple[Example, int, float]] = []
    for fold in range(5):
        rest = [one for one in examples if one.group % 5 != fold]
        fitted = fit(rest, forms)
        found += [(one, *choose(one, fitted[one.form])) for one in examples if one.group % 5 == fold]
    for name in (*LABELLED, *WRITTEN_SETS):
        rows = [(one.answer, said, sure) for one, said, sure in found if one.set_name == name]
        sure = sorted(rows, key=lambda row: -row[2])[: len(rows) // 2]
        scores = []
        for place in sorted({gold for gold, _, _ in rows}):
            hits = sum(gold == said == place for gold, said, _ in rows)
            scores.append(2 * hits / max(1, sum((gold == place) + (said == place) for gold, said, _ in rows)))
        right, right_sure = (sum(gold == said for gold, said, _ in some) / len(some) for some in (rows, sure))
        measures = f"accuracy {right:.3f} macro-F1 {sum(scores) / len(scores):.3f} more confident half {right_sure:.3f}"
        sys.stdout.write(f"{name:20} {len(rows):4} {measures}\n")
    apart = [said == LABELS.index("NEI") for one, said, _ in found if one.set_name.endswith("apart")]
    sys.stdout.write(f"another abstract: {sum(apart)} of {len(apart)} told as neither\n")


def open_folder(folder: Path) -> CrossEncoder:
    """Open an exported model."""
    return CrossEncoder(
        ModelFiles(
            name=folder.name,
            weights=folder / "model.onnx",
            tokenizer=folder / "tokenizer.json",
            config=folder / "config.json",
        )
    )


def read_command(purpose: str) -> tuple[CrossEncoder, Path, bool]:
    """Read the command line and environment: the model, the folder of labelled sets, and whether only to check."""
    parser = argparse.ArgumentParser(description=purpose)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    bench = os.environ.get("MAGCITE_BENCH")
    if not bench:
        sys.exit("MAGCITE_BENCH names no folder of labelled sets")
    return open_folder(options.folder), Path(bench), options.check


def main() -> None:
    """Read, fit and write."""
    model, bench, only_check = read_command(__doc__.splitlines()[0])
    examples = read_examples(bench, model)
    forms = sorted({one.form for one in examples})
    if only_check:
        check(examples, forms)
        return
    content = {
        "provenance": "fitted by training/fit_learned_weights.py on abstracts that the model did not see",
        "model": model.sha256,
        "pairs": len(examples),
        "pooling": {form: asdict(pooling) for form, pooling in fit(examples, forms).items()},
    }
    WEIGHTS.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
