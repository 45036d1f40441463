"""Readings kept for the next build, so that only what changed is read again."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kg import reading_json
from kg.errors import InputError
from kg.model import Article, Reading
from kg.scratch import CACHE, write_whole

FOLDER = CACHE / "readings"


@dataclass(frozen=True, slots=True)
class ReadingCache:
    """A folder with one file a reading, named by what the reading depends on.

    folder: where the files are. salt: `knowledge_digest()`; readings made with other knowledge are never found.
    """

    folder: Path
    salt: str

    def key(self, article: Article) -> str:
        """The name under which an article's reading is kept."""
        fields = (getattr(article, item.name) for item in dataclasses.fields(article))
        return sha256("\0".join((self.salt, *fields)).encode("utf-8", "surrogatepass")).hexdigest()

    def get(self, article: Article) -> Reading | None:
        """The reading of an article, or None where it is not kept or its file is damaged."""
        try:
            return reading_json.loads(self._file(self.key(article)).read_text("utf-8"))
        except (OSError, UnicodeDecodeError, InputError):
            return None

    def put(self, article: Article, reading: Reading) -> None:
        """Keep a reading; a build that is killed meanwhile leaves no half file under its name."""
        file = self._file(self.key(article))
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, reading_json.dumps(reading).encode())

    def prune(self, articles: Iterable[Article]) -> None:
        """Remove every reading but those of the given articles."""
        keep = {self._file(self.key(article)) for article in articles}
        for file in self.folder.glob("*/*"):
            if file not in keep:
                file.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}.json"
