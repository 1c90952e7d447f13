"""Open a database whose loss costs nothing but time: what it holds is derived, and can be had again."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

_WAIT = 1.0
"""Seconds to wait for another process that writes; having it anew is cheaper than waiting longer."""


def open_expendable(folder: Path | None, file: str, *layout: str) -> sqlite3.Connection | None:
    """Open a file of a folder, made anew where it is damaged; None without a folder, or where none can be opened.

    `layout` are the statements that prepare it, each of which may find its work done.
    """
    if folder is None:
        return None
    with suppress(OSError, sqlite3.Error):
        folder.mkdir(parents=True, exist_ok=True)
        try:
            return _connect(folder / file, layout)
        except sqlite3.DatabaseError:
            (folder / file).unlink(missing_ok=True)
            return _connect(folder / file, layout)
    return None


def _connect(file: Path, layout: tuple[str, ...]) -> sqlite3.Connection:
    database = sqlite3.connect(file, timeout=_WAIT)
    try:
        for statement in layout:
            database.execute(statement)
    except sqlite3.Error:
        database.close()
        raise
    return database
