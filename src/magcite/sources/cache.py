"""Keep what PubMed answered, in one SQLite file that several processes share and that heals itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from magcite.model import Article, Identifier, IdKind, MissingArticle, Pmid, Provenance, Status
from magcite.sources.identity import not_in_pubmed, own_identifiers, unavailable
from magcite.sources.interface import Answer
from magcite.sources.phrases import Phrase
from magcite.sources.pubmed_xml import UnreadableRecordsError, parse_records

FILE_NAME = "articles.sqlite"
SCHEMA_VERSION = 1
RECORDS_KEEP = timedelta(days=30)
"""How long a record counts as fresh: retractions must come through, and a month is how soon they matter (ours)."""

MISSING_KEEPS = timedelta(days=7)
"""How long "PubMed has no such record" counts: new records appear every day (ours)."""

_BUSY_SECONDS = 10.0
_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS record (pmid TEXT PRIMARY KEY, fetched TEXT NOT NULL, xml BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS alias (kind TEXT, value TEXT, pmid TEXT NOT NULL, PRIMARY KEY (kind, value))",
    "CREATE TABLE IF NOT EXISTS missing (kind TEXT, value TEXT, status TEXT NOT NULL, reason TEXT NOT NULL, "
    "asked TEXT NOT NULL, PRIMARY KEY (kind, value))",
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRecord:
    """A record as PubMed gave it, in a document of its own, with the day it was fetched."""

    xml: bytes
    fetched: date


class _OtherVersionError(Exception):
    """The file was written by another version of magcite."""


class Cache:
    """PubMed's answers on disk; in memory, with a remark, where the disk cannot be used."""

    def __init__(self, directory: Path, *, today: Callable[[], date] = date.today) -> None:
        self._path = directory / FILE_NAME
        self._today = today
        self._connection: sqlite3.Connection | None = None
        self._remarks: list[str] = []
        self._gave_up = False

    @property
    def remarks(self) -> tuple[str, ...]:
        """Say what was wrong with the file, in sentences."""
        return tuple(self._remarks)

    def close(self) -> None:
        """Close the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    # -------------------------------------------------------- keeping

    def keep_records(self, records: Mapping[Pmid, bytes]) -> None:
        """Keep records under their PMID and all other ids they give for themselves."""
        day = self._today().isoformat()
        rows = [(pmid, day, xml) for pmid, xml in records.items()]
        aliases = [
            (own.kind.value, own.value, pmid)
            for pmid, xml in records.items()
            for own in own_identifiers(parse_records(xml, provenance=Provenance.CACHE, retrieved=None)[0].ids)
            if own.kind is not IdKind.PMID
        ]
        missing = [(IdKind.PMID.value, pmid) for pmid in records] + [row[:2] for row in aliases]

        def write(connection: sqlite3.Connection) -> None:
            connection.executemany("INSERT OR REPLACE INTO record VALUES (?, ?, ?)", rows)
            connection.executemany("INSERT OR REPLACE INTO alias VALUES (?, ?, ?)", aliases)
            connection.executemany("DELETE FROM missing WHERE kind = ? AND value = ?", missing)

        if rows:
            self._run(write, None, writes=True)

    def keep_alias(self, identifier: Identifier, pmid: Pmid) -> None:
        """Keep to which record an identifier led."""
        key = (identifier.kind.value, identifier.value)

        def write(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT OR REPLACE INTO alias VALUES (?, ?, ?)", (*key, pmid))
            connection.execute("DELETE FROM missing WHERE kind = ? AND value = ?", key)

        self._run(write, None, writes=True)

    def keep_missing(self, missing: MissingArticle) -> None:
        """Keep that PubMed has no such record."""
        key = (missing.identifier.kind.value, missing.identifier.value)
        row = (*key, missing.status.value, missing.reason, self._today().isoformat())

        def write(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT OR REPLACE INTO missing VALUES (?, ?, ?, ?, ?)", row)
            connection.execute("DELETE FROM alias WHERE kind = ? AND value = ?", key)
            if missing.identifier.kind is IdKind.PMID:
                connection.execute("DELETE FROM record WHERE pmid = ?", (missing.identifier.value,))

        self._run(write, None, writes=True)

    # -------------------------------------------------------- finding

    def pmids(self) -> tuple[Pmid, ...]:
        """List the PMIDs of all records kept, in order of number."""
        nothing: list[tuple[str]] = []
        rows = self._run(lambda file: file.execute("SELECT pmid FROM record").fetchall(), nothing)
        return tuple(sorted((Pmid(row[0]) for row in rows), key=int))

    def find_record(self, identifier: Identifier) -> KeptRecord | None:
        """Find the record that goes by an identifier, however old."""
        key: tuple[str, ...] = (identifier.value,)
        if identifier.kind is IdKind.PMID:
            query = "SELECT xml, fetched FROM record WHERE pmid = ?"
        else:
            query = "SELECT xml, fetched FROM record NATURAL JOIN alias WHERE kind = ? AND value = ?"
            key = (identifier.kind.value, identifier.value)
        row = self._run(lambda file: file.execute(query, key).fetchone(), None)
        return KeptRecord(xml=row[0], fetched=date.fromisoformat(row[1])) if row else None

    def find_missing(self, identifier: Identifier) -> tuple[MissingArticle, date] | None:
        """Find when PubMed was last known to have no record for an identifier."""
        query = "SELECT status, reason, asked FROM missing WHERE kind = ? AND value = ?"
        key = (identifier.kind.value, identifier.value)
        row = self._run(lambda file: file.execute(query, key).fetchone(), None)
        if row is None:
            return None
        missing = MissingArticle(identifier=identifier, status=Status(row[0]), reason=row[1])
        return missing, date.fromisoformat(row[2])

    # -------------------------------------------------------- the file

    def _run(self, work: Callable[[sqlite3.Connection], T], otherwise: T, *, writes: bool = False) -> T:
        """Do one short transaction; a damaged file is set aside and begun anew, an unusable one given up."""
        if not writes and self._is_new():
            return otherwise
        for _ in range(3):
            try:
                connection = self._open()
                with _transaction(connection, writes=writes):
                    return work(connection)
            except _OtherVersionError:
                self._set_aside("other-version", Phrase.OTHER_VERSION)
            except (sqlite3.OperationalError, OSError) as wrong:
                if "no such" in str(wrong):
                    self._set_aside("damaged", Phrase.DAMAGED)
                else:
                    self._give_up(wrong)
            except (sqlite3.DatabaseError, ValueError, TypeError):
                self._set_aside("damaged", Phrase.DAMAGED)
        return otherwise

    def _is_new(self) -> bool:
        """Tell whether there is nothing to read yet, so that reading need not create the file."""
        try:
            return self._connection is None and not self._path.exists()
        except OSError:
            return False

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = _connect(str(self._path))
            _prepare(self._connection)
        return self._connection

    def _set_aside(self, ending: str, why: Phrase) -> None:
        self.close()
        number = 1
        while (aside := self._path.with_name(f"{FILE_NAME}.{ending}-{number}")).exists():
            number += 1
        try:
            self._path.replace(aside)
        except FileNotFoundError:
            return
        except OSError as wrong:
            self._give_up(wrong)
            return
        for extra in ("-wal", "-shm"):
            with suppress(OSError):
                self._path.with_name(FILE_NAME + extra).replace(aside.with_name(aside.name + extra))
        self._remarks.append(Phrase.SET_ASIDE.say(file=self._path, why=why.say(), aside=aside.name))

    def _give_up(self, wrong: Exception) -> None:
        """Go on with a file that can only be read, or else in memory."""
        self.close()
        reason = wrong.strerror if isinstance(wrong, OSError) and wrong.strerror else str(wrong)
        if not self._gave_up:
            self._remarks.append(Phrase.UNUSABLE_CACHE.say(file=self._path, detail=reason))
        self._connection = None if self._gave_up else _connect_for_reading(self._path)
        self._gave_up = True
        if self._connection is None:
            self._connection = _connect(":memory:")
            _prepare(self._connection)


def _connect(name: str) -> sqlite3.Connection:
    return sqlite3.connect(name, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)


def _connect_for_reading(path: Path) -> sqlite3.Connection | None:
    """Open a sound file where nothing may be written, not even SQLite's own files beside it."""
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None, check_same_thread=False
        )
        return connection if _version(connection) == SCHEMA_VERSION else None
    except sqlite3.Error:
        return None


@contextmanager
def _transaction(connection: sqlite3.Connection, *, writes: bool) -> Iterator[None]:
    """Begin and end one transaction; a writer takes its lock at once, so that two cannot block each other."""
    connection.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")


def _prepare(connection: sqlite3.Connection) -> None:
    """Create the tables of a new file, and refuse one of another version."""
    if _version(connection) == SCHEMA_VERSION:
        return
    with suppress(sqlite3.OperationalError):
        # Another process may be creating the file just now; it sets the same mode.
        connection.execute("PRAGMA journal_mode = WAL")
    with _transaction(connection, writes=True):
        version = _version(connection)
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if version not in {0, SCHEMA_VERSION} or (version == 0 and tables):
            raise _OtherVersionError
        for statement in _SCHEMA:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


class CachedArticles:
    """The cache as a source of articles: only what is fresh, or everything it has (`any_age`)."""

    def __init__(self, cache: Cache, *, today: date, any_age: bool = False) -> None:
        self._cache = cache
        self._today = today
        self._any_age = any_age

    def look_up(self, identifiers: Sequence[Identifier]) -> Mapping[Identifier, Answer]:
        """Answer from records kept, then from what PubMed is known not to have; the rest is UNAVAILABLE."""
        return dict(self._answer_all(identifiers))

    def _answer_all(self, identifiers: Sequence[Identifier]) -> Iterator[tuple[Identifier, Answer]]:
        for identifier in identifiers:
            yield identifier, self._find(identifier) or self._miss(identifier)

    def _find(self, identifier: Identifier) -> Article | None:
        kept = self._cache.find_record(identifier)
        if kept is None or not self._is_fresh(kept.fetched, RECORDS_KEEP):
            return None
        try:
            return parse_records(kept.xml, provenance=Provenance.CACHE, retrieved=kept.fetched)[0]
        except (UnreadableRecordsError, IndexError):
            return None

    def _miss(self, identifier: Identifier) -> MissingArticle:
        if identifier.kind is IdKind.URL:
            return not_in_pubmed(identifier)
        known = self._cache.find_missing(identifier)
        if known and self._is_fresh(known[1], MISSING_KEEPS):
            return known[0]
        return unavailable(identifier, Phrase.NOT_IN_CACHE.say(id=identifier))

    def _is_fresh(self, day: date, keeps: timedelta) -> bool:
        return self._any_age or self._today - day <= keeps
