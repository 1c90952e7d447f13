"""Remember what was read from an article, so that the same words are not read twice by the same magcite.

What is kept is derived: a file that cannot be opened or read is left alone or written anew without a word, and nothing
but time is lost. An entry answers for one text and one state of magcite's own files.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from magcite import __version__, model
from magcite.expendable import open_expendable
from magcite.model import Article, ArticleFacts, Fact, Reason, Verdict

FILE = "readings.sqlite"
_LAYOUT = "CREATE TABLE IF NOT EXISTS readings (text TEXT PRIMARY KEY, magcite TEXT NOT NULL, kept BLOB NOT NULL)"

Judgement = tuple[Fact[Verdict] | None, tuple[Fact[Reason], ...]]


@dataclass(slots=True, kw_only=True)
class Remembered:
    """All that was read from one text: its facts, and what it says of each statement it was set beside."""

    facts: ArticleFacts | None = None
    judgements: dict[str | None, Judgement] = field(default_factory=dict)


class Memory:
    """Keeps what was read in one folder; call `save` when a run is over.

    `model` is the checksum of a learned model that has a say in the verdicts: what was read with it is kept apart.
    """

    def __init__(self, folder: Path | None, model: str | None = None) -> None:
        self._model = model
        self._database = open_expendable(folder, FILE, "PRAGMA journal_mode=WAL", _LAYOUT)
        self._texts: dict[str, Remembered] = {}
        self._changed: set[str] = set()

    def recall(self, article: Article) -> tuple[str, Remembered]:
        """Give the key of an article's text and what was read from it before, empty at first."""
        key = _digest(article) + (f":{self._model}" if self._model else "")
        if key not in self._texts:
            self._texts[key] = self._load(key) or Remembered()
        return key, self._texts[key]

    def has_changed(self, key: str) -> None:
        """Note that more was read from a text, so that it is saved."""
        self._changed.add(key)

    def save(self) -> None:
        """Write what is new, and close."""
        if self._database is None:
            return
        rows = [(key, _state_of_magcite(), _pack(self._texts[key])) for key in sorted(self._changed)]
        with suppress(sqlite3.Error), self._database:
            self._database.executemany("INSERT OR REPLACE INTO readings VALUES (?, ?, ?)", rows)
        self._database.close()
        self._database = None

    def _load(self, key: str) -> Remembered | None:
        if self._database is None:
            return None
        with suppress(sqlite3.Error, pickle.UnpicklingError, EOFError, ValueError, TypeError, AttributeError):
            query = "SELECT kept FROM readings WHERE text = ? AND magcite = ?"
            row = self._database.execute(query, (key, _state_of_magcite())).fetchone()
            return _unpack(row[0]) if row else None
        return None


def _digest(article: Article) -> str:
    """Name the words that readers see: title, abstract, types and MeSH."""
    parts = [article.title or "", article.vernacular_title or "", article.abstract_note or ""]
    parts += [f"{section.label}\x1f{section.category}\x1f{section.text}" for section in article.abstract]
    parts += [f"{term.ui}\x1f{term.name}" for term in (*article.publication_types, *article.mesh)]
    parts += [f"{number.registry}\x1f{number.number}" for number in article.registry_numbers]
    return hashlib.sha256("\x1e".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _state_of_magcite() -> str:
    """Name the state of the installed files: a reader that was edited reads anew, without a new version number."""
    stamps = (f"{name}:{size}:{changed}" for name, size, changed in sorted(_files(Path(__file__).parent)))
    return hashlib.sha256("\n".join([__version__, *stamps]).encode()).hexdigest()


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(Path(entry.path))
            elif entry.name.endswith((".py", ".yaml", ".json")):
                status = entry.stat()
                yield entry.path, status.st_size, status.st_mtime_ns


class _OnlyOurValues(pickle.Unpickler):
    """Reads pickled values of the model and nothing else, so that a file can hold no code."""

    def find_class(self, module: str, name: str) -> object:
        """Give a class of the model; anything else is refused."""
        if module.startswith(f"{model.__name__}.") and isinstance(found := getattr(model, name, None), type):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value of magcite")


def _pack(remembered: Remembered) -> bytes:
    return pickle.dumps((remembered.facts, remembered.judgements), protocol=5)


def _unpack(data: bytes) -> Remembered:
    facts, judgements = _OnlyOurValues(io.BytesIO(data)).load()
    return Remembered(facts=facts, judgements=judgements)
