"""Fit the weights that pool the rules' weights and the learned model with what the table of rules reads.

usage: MAGCITE_BENCH=FOLDER PYTHONPATH=src:training python training/fit_beside_table.py MODEL_FOLDER [--check]

Where the table of rules reads a result, or finds none, it may be wrong: an abstract on several outcomes and groups says
more than its rows know. How far each thing that it says can be believed beside the others is fitted on statements that
neither the model nor the other weights were fitted on: those written for the purpose and kept aside, and those of the
labelled sets on the abstracts kept aside. `--check` prints what five folds of them give and writes nothing. Needs numpy
and scipy, and the model exported to ONNX. The same statements and model give the same file.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from fit_learned_weights import VOICES, read_command
from pair_sets import LABELS, article, label, labelled_rows
from pair_written import read_invented, read_written
from scipy.optimize import minimize

from magcite.inference.cross_encoder import CrossEncoder
from magcite.model import Article, Verdict
from magcite.readers.support.case import lay_out
from magcite.readers.support.decision import CARRIED, TOLD, TableSays
from magcite.readers.support.fallback import OVERRULED_FROM, SURE_ENOUGH, misses_the_point
from magcite.readers.support.featuring import choose_weights, read_features
from magcite.readers.support.judge import decide_by_table
from magcite.readers.support.learned import Pooling, ask_model, list_voices, log_chance, pool
from magcite.readers.support.parting import part_statement
from magcite.readers.support.passages import prepare
from magcite.readers.support.statement import parse_statement
from magcite.readers.support.telling import rank_telling
from magcite.readers.support.weights import Chances

WEIGHTS = Path(__file__).resolve().parent.parent / "src/magcite/readers/support/weights_beside_table.json"
SAYS = tuple(TableSays)
HELD, CONSTANT = 0.1, 1.0
"""How small the weights of the voices and the constants are held; by the folds."""
SUPPORT, CONTRADICT, NEI = range(3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What the table and the voices say of one statement, and its answer; `group` is the same for one abstract."""

    says: TableSays
    verdict: Verdict
    voices: dict[str, Chances]
    answer: int
    group: int

    @property
    def logs(self) -> list[list[float]]:
        """Give the logarithms of what each of VOICES gives each of LABELS; a voice that is silent says nothing."""
        silent = Chances.given([1, 1, 1])
        return [[log_chance(self.voices.get(name, silent).of(label)) for name in VOICES] for label in LABELS]


def list_statements(bench: Path) -> Iterator[tuple[str, Article, int]]:
    """List the statements kept aside, each with its source and its answer."""
    for one in (*read_written(bench, "aside"), *read_invented("invented_aside")):
        yield one.statement, one.source, one.answer
    for rows in labelled_rows(bench, aside=True).values():
        for row in rows:
            yield row["claim"], article(row), label(row)


def read_heard(statement: str, source: Article, answer: int, model: CrossEncoder) -> Heard | None:
    """Read one statement by the table, the rules' weights and the model; None where the table has no such say."""
    case = lay_out(parse_statement(statement), source, None)
    decision = decide_by_table(case)
    missed = decision is None and misses_the_point(case)
    says = TableSays.NO_WORD_OF_IT if missed else decision.says if decision else None
    if says is None or len(part_statement(statement)) > 1:
        return None
    prepared = prepare(source, reviews=False)
    heard = ask_model(model, statement, source.title, prepared, rank_telling(case.frame, prepared))
    return Heard(
        says=says,
        verdict=decision.verdict if decision else Verdict.UNRELATED,
        voices=list_voices(read_features(case.frame, prepared), choose_weights(case.frame, case.prepared), heard),
        answer=answer,
        group=zlib.crc32(prepared.text.encode()),
    )


def fit(examples: Sequence[Heard]) -> dict[str, Pooling]:
    """Fit one weight for each voice, and for each thing that the table may say a constant for each answer."""
    voices = np.array([one.logs for one in examples])
    kinds = np.array([SAYS.index(one.says) for one in examples])
    answers = np.array([one.answer for one in examples])
    size = len(VOICES)

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        say, constants = values[:size], values[size:].reshape(len(SAYS), len(LABELS))
        sums = voices @ say + constants[kinds]
        chances = np.exp(sums - sums.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        apart = chances.copy()
        apart[np.arange(len(answers)), answers] -= 1
        slope = np.stack([apart[kinds == kind].sum(axis=0) for kind in range(len(SAYS))]) + 2 * CONSTANT * constants
        total = -np.log(chances[np.arange(len(answers)), answers]).sum()
        held = HELD * (say**2).sum() + CONSTANT * (constants**2).sum()
        return float(total + held), np.concatenate(
            [np.einsum("np,npv->v", apart, voices) + 2 * HELD * say, slope.ravel()]
        )

    start = np.concatenate([np.full(size, 0.3), np.zeros(len(SAYS) * len(LABELS))])
    found = minimize(loss, start, jac=True, method="L-BFGS-B").x
    constants = found[size:].reshape(len(SAYS), len(LABELS))
    return {
        says.value: Pooling(
            say={name: round(max(0.0, float(found[place])), 3) for place, name in enumerate(VOICES)},
            constant={label: round(float(constants[kind][place]), 3) for place, label in enumerate(LABELS)},
            leaning=dict.fromkeys(LABELS, 0.0),
        )
        for kind, says in enumerate(SAYS)
    }


def choose(one: Heard, fitted: dict[str, Pooling]) -> int:
    """Give the answer chosen, as magcite chooses it."""
    chances = pool(one.voices, fitted[one.says.value])
    if one.verdict not in TOLD:
        return LABELS.index(chances.likeliest) if chances.of(chances.likeliest) >= SURE_ENOUGH else NEI
    own = SUPPORT if one.verdict in CARRIED else CONTRADICT
    opposite = CONTRADICT if own == SUPPORT else SUPPORT
    return opposite if chances.of(LABELS[opposite]) >= OVERRULED_FROM else own


def check(examples: Sequence[Heard]) -> None:
    """Print what five folds give, for each thing that the table says, beside what the table alone gives."""
    fitted = [fit([one for one in examples if one.group % 5 != fold]) for fold in range(5)]
    for says in (None, *SAYS):
        some = [one for one in examples if says in (None, one.says)]
        alone = [SUPPORT if one.verdict in CARRIED else CONTRADICT if one.verdict in TOLD else NEI for one in some]
        together = [choose(one, fitted[one.group % 5]) for one in some]
        right = [sum(one.answer == said for one, said in zip(some, told, strict=True)) for told in (alone, together)]
        turned = [
            sum({one.answer, said} == {SUPPORT, CONTRADICT} for one, said in zip(some, told, strict=True))
            for told in (alone, together)
        ]
        name = says.value if says else "all"
        sys.stdout.write(f"{name:16} {len(some):4} right: table {right[0]}, together {right[1]}; ")
        sys.stdout.write(f"turned round: table {turned[0]}, together {turned[1]}\n")


def main() -> None:
    """Read, fit and write."""
    model, bench, only_check = read_command(__doc__.splitlines()[0])
    examples = [found for one in list_statements(bench) if (found := read_heard(*one, model))]
    if only_check:
        check(examples)
        return
    content = {
        "provenance": "fitted by training/fit_beside_table.py on statements that the model did not see",
        "model": model.sha256,
        "pairs": len(examples),
        "pooling": {says: asdict(pooling) for says, pooling in fit(examples).items()},
    }
    WEIGHTS.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
