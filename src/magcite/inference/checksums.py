"""Name a model by one checksum of all that decides what it says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

SHOWN = 12
"""Digits of a checksum that reports show: enough to tell any two models apart."""


def hash_file(path: Path) -> bytes:
    """Give the SHA-256 of a file."""
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").digest()


def join_hashes(hashes: Iterable[bytes]) -> str:
    """Make one checksum of those of a model's files, given in the order weights, tokenizer, configuration."""
    return hashlib.sha256(b"".join(hashes)).hexdigest()


def name_model(name: str, sha256: str) -> str:
    """Name a model as reports do, with the beginning of its checksum."""
    return f"{name} (sha256 {sha256[:SHOWN]})"
