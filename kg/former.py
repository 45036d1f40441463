"""What the former build into a folder was made of, so that the same graph is not made twice.

It lies in `OUT/.cache/build`: a digest of everything that a build's files depend on, the digests of the files that it
wrote, and its account. It is derived: without it, or where anything differs, all is made anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from kg.account import Account
from kg.collect import Collected
from kg.digest import knowledge_digest
from kg.packed import pack, unpack
from kg.scratch import CACHE, write_whole

FILE = CACHE / "build"
# Libraries that bear on what is made of readings; those that bear on reading are looked after by `kg.basis`.
LIBRARIES = ("anyascii", "networkx", "numpy", "pyoxigraph", "pyvis", "rapidfuzz", "rdflib")


@dataclass(frozen=True, slots=True)
class Former:
    """A build. made_of: as `digest_of` gives it. files: (name, digest) of what it wrote. account: without its files."""

    made_of: str
    files: tuple[tuple[str, str], ...]
    account: Account


def digest_of(found: Collected, languages: str | Path | None, choices: Sequence[object]) -> str:
    """The digest of all that a build's files and account depend on, where its readings are our own.

    found: what was collected. languages: the folder of further language files. choices: everything else, in values
    whose `repr` tells them apart.
    """
    total = sha256(knowledge_digest(languages).encode())
    libraries = [f"{name} {version(name)}" for name in LIBRARIES]
    parts = [*libraries, repr(choices), repr(sorted(map(str, found.refusals))), *found.tracebacks]
    for part in parts:
        total.update(sha256(part.encode("utf-8", "surrogatepass")).digest())
    for identifier in sorted(found.articles):
        total.update(pack(found.articles[identifier]))
    return total.hexdigest()


def find_former(out: Path, made_of: str) -> Account | None:
    """The account of the build that gave what lies in a folder; None where it was made of something else, or changed.

    made_of: as `digest_of` gives it for the build that is to be made.
    """
    with suppress(OSError):
        former = unpack(Former, (out / FILE).read_bytes())
        if former is not None and former.made_of == made_of:
            names = [name for name, _ in former.files]
            if _digests(out, names) == former.files:
                files = tuple(out / name for name in names)
                return replace(former.account, files=files, kept=former.account.articles, unchanged=True)
    return None


def keep_former(out: Path, made_of: str, account: Account) -> None:
    """Write down what a build that has just ended was made of; does nothing where that cannot be written."""
    with suppress(OSError):
        files = _digests(out, [file.name for file in account.files])
        (out / CACHE).mkdir(exist_ok=True)
        write_whole(out / FILE, pack(Former(made_of, files, replace(account, files=()))))


def _digests(out: Path, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, sha256((out / name).read_bytes()).hexdigest()) for name in names)
