"""A digest of all that a build depends on besides its inputs: kept results are good only as long as it stays."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import kg
from kg.paths import ontology_path


def knowledge_digest(languages: str | Path | None = None) -> str:
    """SHA-256 over the package's code, assets, version and knowledge.

    languages: a folder with language files of the user's own, which count too.
    """
    total = sha256(kg.__version__.encode())
    roots = [(Path(kg.__file__).parent, "*"), (ontology_path(), "*")]
    if languages is not None:
        roots.append((Path(languages), "*.toml"))
    for root, pattern in roots:
        for file in sorted(path for path in root.rglob(pattern) if path.is_file() and _counts(path)):
            total.update(f"\0{file.relative_to(root).as_posix()}\0".encode())
            total.update(sha256(file.read_bytes()).digest())
    return total.hexdigest()


def _counts(file: Path) -> bool:
    return not file.name.startswith(".") and file.suffix != ".pyc"
