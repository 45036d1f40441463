"""Readings kept for the next build, so that only what changed is read again; and results of comparing what they say.

They lie in one SQLite file in the folder of results, under a digest of the input that they were made of. It is hidden
and derived: it can be deleted or left out of a copy; where it is damaged or cannot be written, all is read anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.basis import Basis
from kg.model import Article, Reading
from kg.packed import pack, unpack
from kg.read import Source
from kg.scratch import CACHE

FILE = CACHE / "readings.sqlite"
_FORM = 1  # of the file; another one is made anew
_SAVE_EVERY = 200  # readings, so that an interrupted build has not read them in vain
_WAIT = 10  # seconds for another build that writes to the same folder
_TABLES = """
CREATE TABLE IF NOT EXISTS basis (shared TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS comparisons (data BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS readings (
  key BLOB PRIMARY KEY, whole TEXT NOT NULL, language TEXT NOT NULL, file TEXT NOT NULL, data BLOB NOT NULL
) WITHOUT ROWID;
"""
LanguageOf = Callable[[Article], str]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one input: its article and what it says."""

    article: Article
    reading: Reading


def key_of(item: Source | Article) -> bytes:
    """The digest of an input: of an article at hand, or of a source whose bytes are; b"" where they are not."""
    if isinstance(item, Source) and item.path is not None:
        return b""
    if isinstance(item, Article):
        parts = [getattr(item, part.name).encode("utf-8", "surrogatepass") for part in fields(item)]
    else:
        parts = [item.format.encode(), item.identifier.encode("utf-8", "surrogatepass"), item.data]
    total = sha256(type(item).__name__.encode())
    for part in parts:
        total.update(b"%d:" % len(part))
        total.update(part)
    return total.digest()


class ReadingCache:
    """The readings of one folder of results. Use `open_cache`."""

    def __init__(self, file: Path, basis: Basis, language_of: LanguageOf) -> None:
        """file: where they are, made when the first one is put. The rest: as for `open_cache`."""
        self._file = file
        self._basis = basis
        self._whole = basis.whole
        self._language_of = language_of
        self._unsaved = 0
        self._usable = True
        self._database: sqlite3.Connection | None = None
        if file.exists():
            self._open()

    def _open(self) -> None:
        self._database = _opened(self._file)
        self._usable = self._database is not None
        shared = self._basis.shared
        for table in ("readings", "comparisons"):
            self._run(f"DELETE FROM {table} WHERE NOT EXISTS (SELECT 1 FROM basis WHERE shared = ?)", shared)
        self._run("DELETE FROM basis")
        self._run("INSERT INTO basis VALUES (?)", shared)
        self.save()

    def get(self, key: bytes) -> Kept | None:
        """What is kept of an input, by its digest; None where it is not, or no longer holds."""
        for whole, language, file, data in self._run(
            "SELECT whole, language, file, data FROM readings WHERE key = ?", key
        ):
            kept = unpack(Kept, data)
            if kept is None or whole == self._whole:
                return kept
            if (language, file) == self._language(kept.article):
                self._run("UPDATE readings SET whole = ? WHERE key = ?", self._whole, key)
                return kept
        return None

    def put(self, key: bytes, kept: Kept) -> None:
        """Keep what one input says."""
        if self._usable and not self._database:
            self._open()
        language = kept.reading.language
        row = (key, self._whole, language, self._basis.languages.get(language, ""), pack(kept))
        self._run("INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?)", *row)
        self._unsaved += 1
        if self._unsaved >= _SAVE_EVERY:
            self.save()

    def comparisons(self) -> dict[bytes, Any]:
        """The results of comparisons that the former build kept."""
        for (data,) in self._run("SELECT data FROM comparisons"):
            return unpack(dict, data) or {}
        return {}

    def keep_comparisons(self, results: dict[bytes, Any]) -> None:
        """Keep the results of comparisons (plain values), and no former ones."""
        self._run("DELETE FROM comparisons")
        self._run("INSERT INTO comparisons VALUES (?)", pack(results))

    def prune(self, keys: Collection[bytes]) -> None:
        """Keep nothing but the readings of these inputs."""
        for key in {key for (key,) in self._run("SELECT key FROM readings")}.difference(keys):
            self._run("DELETE FROM readings WHERE key = ?", key)

    def save(self) -> None:
        """Write down what was put."""
        self._unsaved = 0
        if self._database:
            with _lost(self):
                self._database.commit()

    def close(self) -> None:
        """Write down what was put, and let go of the file."""
        self.save()
        if self._database:
            self._database.close()
            self._database = None

    def give_up(self) -> None:
        """Keep nothing from now on: the file is damaged, the disk full or not to be written to."""
        if self._database:
            self._database.close()
        self._database, self._usable = None, False

    def _language(self, article: Article) -> tuple[str, str]:
        language = self._language_of(article)
        return language, self._basis.languages.get(language, "")

    def _run(self, statement: str, *values: str | bytes) -> list[tuple[Any, ...]]:
        if self._database:
            with _lost(self):
                return self._database.execute(statement, values).fetchall()
        return []


@contextmanager
def open_cache(out: Path, basis: Basis, language_of: LanguageOf) -> Iterator[ReadingCache]:
    """Give the readings kept in a folder of results, and write down what is put among them.

    basis: what readings rest on now; those that rest on something else are not given. language_of: finds an article's
    language as reading would.
    """
    cache = ReadingCache(out / FILE, basis, language_of)
    try:
        yield cache
    finally:
        cache.close()


@contextmanager
def _lost(cache: ReadingCache) -> Iterator[None]:
    """What is kept is only to be quick: where it fails, the build goes on without."""
    try:
        yield
    except sqlite3.Error:
        cache.give_up()


def _opened(file: Path) -> sqlite3.Connection | None:
    """The database, made anew where it is damaged or of another form; None where it can be neither read nor written."""
    for _ in range(2):
        database = None
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(file, timeout=_WAIT)
            (form,) = database.execute("PRAGMA user_version").fetchone()
            if form not in (0, _FORM):
                raise sqlite3.DatabaseError
            database.executescript(_TABLES)
            database.execute(f"PRAGMA user_version = {_FORM}")
            return database
        except (OSError, sqlite3.OperationalError):  # not to be written to, or held by another build for too long
            return None
        except sqlite3.DatabaseError:
            if database:
                database.close()
            with suppress(OSError):
                file.unlink(missing_ok=True)
    return None
