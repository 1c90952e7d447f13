"""Keep what was answered, so that the same question is put once; a file that cannot be used costs time, no more."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import suppress
from pathlib import Path

from magcite.expendable import open_expendable
from magcite.model import Article
from magcite.second_opinion.endpoint import Endpoint
from magcite.second_opinion.question import VERSION, write_messages

FILE = "opinions.sqlite"
_LAYOUT = "CREATE TABLE IF NOT EXISTS answers (question TEXT PRIMARY KEY, reply TEXT NOT NULL)"


class KeptAnswers:
    """Raw replies by question, checked each time they are used: a file is believed no more than a server is."""

    def __init__(self, folder: Path | None) -> None:
        self._replies: dict[str, str] = {}
        self._database = open_expendable(folder, FILE, _LAYOUT)

    def find(self, key: str) -> str | None:
        """Give the reply to a question put before, None if it was not."""
        if key in self._replies or self._database is None:
            return self._replies.get(key)
        with suppress(sqlite3.Error):
            row = self._database.execute("SELECT reply FROM answers WHERE question = ?", (key,)).fetchone()
            return row[0] if row and isinstance(row[0], str) else None
        return None

    def keep(self, key: str, reply: str) -> None:
        """Keep a reply, at once: a run over hundreds of questions may be stopped half-way."""
        self._replies[key] = reply
        if self._database is not None:
            with suppress(sqlite3.Error, UnicodeEncodeError), self._database:
                self._database.execute("INSERT OR REPLACE INTO answers VALUES (?, ?)", (key, reply))

    def close(self) -> None:
        """Close the file."""
        if self._database is not None:
            self._database.close()
            self._database = None


def key_of(endpoint: Endpoint, statement: str, article: Article) -> str:
    """Name a question by its words, the version of their frame, and who was asked; the key that pays is no part."""
    words = "\x1f".join(message["content"] for message in write_messages(statement, article))
    parts = (endpoint.url, endpoint.model, str(VERSION), words)
    return hashlib.sha256("\x1e".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
