"""The pair model that ships with magcite: found at once, opened at the first question, used only as it was shipped.

A build without `shipped/SHA256SUMS` holds no model, and nothing is missed. Where the list is there and the model cannot
be used all the same, LostModelError says why, and a run goes on by the rules alone and says so.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from magcite.errors import LostModelError, UsageError
from magcite.inference.checksums import hash_file, join_hashes, name_model

if TYPE_CHECKING:
    from magcite.inference.cross_encoder import CrossEncoder

FOLDER = Path(__file__).with_name("shipped")
NAME = "magcite-pair"
SUMS = "SHA256SUMS"
FILES = ("model.onnx", "tokenizer.json", "config.json")
PACKAGES = ("numpy", "onnxruntime", "tokenizers")
MOST_THREADS = 2
"""Pairs that the first process scores at once; a statement is set beside few passages, so more gain little."""

_REINSTALL = "pip install --force-reinstall magcite"
_SUM = r"([0-9a-f]{64})  (\S+)"


class OwnModel:
    """Scores pairs of statement and passage; nothing of it is loaded before the first one."""

    def __init__(self, folder: Path, sums: Mapping[str, str], threads: int) -> None:
        self._folder = folder
        self._sums = sums
        self._threads = threads
        self.sha256 = join_hashes(bytes.fromhex(sums[name]) for name in FILES)

    @property
    def name(self) -> str:
        """Name the model as reports do, with the beginning of its checksum."""
        return name_model(NAME, self.sha256)

    def score_each(self, statement: str, passages: Sequence[str]) -> list[tuple[float, float, float]]:
        """Give for each passage the probabilities that it supports or contradicts the statement, or does neither."""
        try:
            return self._opened.score_each(statement, passages)
        except UsageError as error:
            raise LostModelError(f"{error}; {_REINSTALL}") from error

    def open(self) -> None:
        """Open it now; LostModelError where it cannot be used."""
        _ = self._opened

    @cached_property
    def _opened(self) -> CrossEncoder:
        from magcite.inference.cross_encoder import open_model
        from magcite.inference.place import ModelFiles

        for name in FILES:
            _check(self._folder / name, self._sums[name])
        weights, tokenizer, config = (self._folder / name for name in FILES)
        try:
            return open_model(ModelFiles(name=NAME, weights=weights, tokenizer=tokenizer, config=config), self._threads)
        except UsageError as error:
            raise LostModelError(str(error)) from error

    def __reduce__(self) -> tuple[object, tuple[Path, Mapping[str, str], int]]:
        """Travel to another process as a name, to run on one thread there: processes are many as it is."""
        return OwnModel, (self._folder, self._sums, 1)


def find_own_model(folder: Path = FOLDER) -> OwnModel | None:
    """Give the model that this build of magcite holds, unopened; None where it holds none.

    LostModelError says what keeps it from being used, as far as that shows without opening it.
    """
    listed = folder / SUMS
    if not listed.is_file():
        return None
    sums = _read_sums(listed)
    for package in PACKAGES:
        if find_spec(package) is None:
            raise LostModelError(f"the package {package} is not installed: pip install {package}")
    return OwnModel(folder, sums, _threads())


def _read_sums(path: Path) -> dict[str, str]:
    try:
        rows = [re.fullmatch(_SUM, line) for line in path.read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError) as error:
        raise LostModelError(f"{path} cannot be read ({error}): {_REINSTALL}") from error
    sums = {row[2]: row[1] for row in rows if row}
    if not set(FILES) <= set(sums):
        raise LostModelError(f"{path} does not list {', '.join(FILES)}: {_REINSTALL}")
    return sums


def _check(path: Path, expected: str) -> None:
    """Let only that file pass which was shipped."""
    try:
        found = hash_file(path).hex()
    except OSError as error:
        raise LostModelError(f"{path} cannot be read ({error.strerror}): {_REINSTALL}") from error
    if found != expected:
        raise LostModelError(f"{path} is not the file that was shipped, by its SHA-256: {_REINSTALL}")


def _threads() -> int:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(MOST_THREADS, cores)
