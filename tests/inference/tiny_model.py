"""A three-way model of inference so small that a test builds it: each known word speaks for one answer."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

ANSWERS = ("contradiction", "entailment", "neutral")
"""In the order of the model's output, which is not magcite's."""

WORDS = {"[UNK]": (0.0, 0.0, 0.2), "improved": (0.0, 6.0, 0.0), "worsened": (6.0, 0.0, 0.0)}


def need_packages() -> None:
    """Skip a test where the packages that build and run a model are not installed."""
    for package in ("onnx", "onnxruntime", "tokenizers"):
        pytest.importorskip(package, reason=f"{package} is not installed: pip install 'magcite[dev]'")


def build(folder: Path, *, labels: tuple[str, ...] = ANSWERS, answers: int = 3, inputs: int = 2) -> Path:
    """Write model.onnx, tokenizer.json and config.json; the model adds up what the words of both texts speak for."""
    import numpy
    from onnx import TensorProto, helper, numpy_helper, save
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.normalizers import Lowercase
    from tokenizers.pre_tokenizers import Whitespace

    folder.mkdir(parents=True, exist_ok=True)
    names = ["input_ids", "attention_mask", "token_type_ids", "pixel_values"][:inputs]
    table = numpy.array([weights[:answers] for weights in WORDS.values()], dtype=numpy.float32)
    graph = helper.make_graph(
        [
            helper.make_node("Gather", ["words", "input_ids"], ["looked_up"]),
            helper.make_node("ReduceSum", ["looked_up", "over_tokens"], ["logits"], keepdims=0),
        ],
        "tiny",
        [helper.make_tensor_value_info(name, TensorProto.INT64, [1, None]) for name in names],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, answers])],
        [numpy_helper.from_array(table, "words"), numpy_helper.from_array(numpy.array([1]), "over_tokens")],
    )
    save(
        helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), str(folder / "model.onnx")
    )
    tokenizer = Tokenizer(WordLevel({word: place for place, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.normalizer = Lowercase()
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    named = {str(place): label for place, label in enumerate(labels)}
    (folder / "config.json").write_text(json.dumps({"id2label": named, "max_position_embeddings": 32}))
    return folder


def ship(folder: Path, **odd: Any) -> Path:
    """Build a model as magcite ships its own: with its list of checksums beside it."""
    build(folder, **odd)
    names = ("model.onnx", "tokenizer.json", "config.json")
    sums = (f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    (folder / "SHA256SUMS").write_text("".join(sums))
    return folder
