"""A three-way cross-encoder exported to ONNX, run one pair at a time so that the same pair gives the same numbers."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any

from magcite.errors import UsageError
from magcite.inference.checksums import hash_file, join_hashes, name_model
from magcite.inference.faults import first_line
from magcite.inference.labels import read_places
from magcite.inference.place import ModelFiles

LONGEST = 512
"""Tokens of a pair, beyond which the longer text is cut: what encoders of this kind were trained on."""

_TAKEN = frozenset({"input_ids", "attention_mask", "token_type_ids"})
_MOST_KEPT = 20_000
_DIGITS = 6
"""Decimals kept of a probability: two processors may round the last bits of a float differently."""


class CrossEncoder:
    """Scores pairs of statement and passage; `name` and `sha256` say to the letter which model did.

    As many pairs are scored at once as there are `threads`, each on one, so that their number changes no figure.
    """

    def __init__(self, files: ModelFiles, threads: int = 1) -> None:
        self._files = files
        config = _read_config(files.config)
        self._places = read_places(config.get("id2label"))
        self._tokenizer = _open_tokenizer(files.tokenizer, _longest(config))
        self._session = _open_session(files.weights)
        self._threads = threads
        self._inputs = [one.name for one in self._session.get_inputs()]
        if not {"input_ids"} <= set(self._inputs) <= _TAKEN:
            raise UsageError(f"{files.weights} takes {', '.join(self._inputs)}: that is no encoder of text pairs")
        self._kept: dict[tuple[str, str], tuple[float, float, float]] = {}

    @cached_property
    def sha256(self) -> str:
        """Hash all that decides what the model says, its vocabulary and labels included."""
        weights, data = self._files.weights, self._files.weights.with_name(f"{self._files.weights.name}_data")
        beside = (data,) if data.is_file() else ()
        return join_hashes(map(hash_file, (weights, *beside, self._files.tokenizer, self._files.config)))

    @property
    def name(self) -> str:
        """Name the model as reports do, with the beginning of its checksum."""
        return name_model(self._files.name, self.sha256)

    def score(self, statement: str, passage: str) -> tuple[float, float, float]:
        """Give the probabilities that the passage supports, contradicts or has nothing to do with the statement."""
        key = (statement, passage)
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = self._run(statement, passage)
        return self._kept[key]

    def score_each(self, statement: str, passages: Sequence[str]) -> list[tuple[float, float, float]]:
        """Give what `score` gives for each of some passages, in their order."""
        if self._threads == 1:
            return [self.score(statement, passage) for passage in passages]
        return list(self._workers.map(partial(self.score, statement), passages))

    @cached_property
    def _workers(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(self._threads)

    def _run(self, statement: str, passage: str) -> tuple[float, float, float]:
        import numpy

        read = self._tokenizer.encode(passage, statement)
        given = {"input_ids": read.ids, "attention_mask": read.attention_mask, "token_type_ids": read.type_ids}
        feed = {name: numpy.array([given[name]], dtype=numpy.int64) for name in self._inputs}
        try:
            logits = self._session.run(None, feed)[0]
        except Exception as error:
            raise UsageError(f"{self._files.weights} failed on a pair of texts: {first_line(error)}") from error
        if logits.shape != (1, 3):
            raise UsageError(f"{self._files.weights} gives {logits.shape}, not one number for each of three answers")
        chances = _softmax([float(value) for value in logits[0]])
        places = self._places
        return chances[places.supports], chances[places.contradicts], chances[places.neither]

    def __reduce__(self) -> tuple[object, tuple[ModelFiles]]:
        """Travel to another process as the names of the files, opened there once."""
        return open_model, (self._files,)


@cache
def open_model(files: ModelFiles, threads: int = 1) -> CrossEncoder:
    """Open a model, once in each process."""
    return CrossEncoder(files, threads)


def _softmax(logits: Sequence[float]) -> list[float]:
    top = max(logits)
    powers = [math.exp(value - top) for value in logits]
    return [round(power / sum(powers), _DIGITS) for power in powers]


def _read_config(path: Path) -> dict[str, object]:
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    if not isinstance(config, dict):
        raise UsageError(f"{path} is not the config.json of a model")
    return config


def _longest(config: dict[str, object]) -> int:
    stated = config.get("max_position_embeddings")
    return min(LONGEST, stated) if isinstance(stated, int) and stated > 0 else LONGEST


def _open_tokenizer(path: Path, longest: int) -> Any:
    try:
        from tokenizers import Tokenizer
    except ImportError as error:
        raise _missing(error) from error
    try:
        tokenizer = Tokenizer.from_file(str(path))
        tokenizer.no_padding()
        tokenizer.enable_truncation(max_length=longest, strategy="longest_first")
    except Exception as error:
        raise UsageError(f"{path} cannot be read: {first_line(error)}") from error
    return tokenizer


def _open_session(path: Path) -> Any:
    try:
        import onnxruntime
    except ImportError as error:
        raise _missing(error) from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.use_deterministic_compute = True
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise UsageError(f"{path} cannot be run: {first_line(error)}") from error


def _missing(error: ImportError) -> UsageError:
    return UsageError(f"a learned model needs {error.name} ({error}): pip install onnxruntime tokenizers")
