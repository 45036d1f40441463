"""Where the knowledge lies: the folder `ontology/`, in a wheel and in a checkout alike."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.errors import KnowledgeError


def ontology_path(*parts: str) -> Path:
    """Return the path of a file or folder of the ontology.

    A wheel carries the ontology inside the package, as `kg/_ontology`; a checkout has it beside the package.

    parts: path components below `ontology/`, e.g. `("queries", "parties.rq")`.
    Raises KnowledgeError where the ontology or that part of it is not there.
    """
    path = _root().joinpath(*parts)
    if not path.exists():
        raise KnowledgeError(f"{path} is missing: reinstall treaty-kg, or restore the file in your checkout")
    return path


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parent
    candidates = (package / "_ontology", package.parent / "ontology")
    for candidate in candidates:
        if (candidate / "kg.ttl").is_file():
            return candidate
    places = " nor ".join(str(candidate) for candidate in candidates)
    raise KnowledgeError(f"the ontology is neither {places}: reinstall treaty-kg")
