"""What a store on disk says of itself: the file `store.json` beside its data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from kg import __version__, vocab
from kg.errors import GraphError
from kg.graph.turtlefiles import TURTLE_FILES, Signature
from kg.scratch import write_whole

FORMAT = 1  # raised by whatever makes a store that this code would misread
_FILE = "store.json"


@dataclass(frozen=True, slots=True)
class StoreInfo:
    """Of which files a store was made, and by what.

    signature, digests: as in `kg.graph.turtlefiles`. kg, ontology: the versions of the program and its vocabulary.
    """

    signature: Signature
    digests: tuple[str, ...]
    kg: str = __version__
    ontology: str = ""

    @property
    def name(self) -> str:
        """What the store's folder is called; the same for the same files."""
        return f"store-{FORMAT}-{''.join(digest[:8] for digest in self.digests)}"


def info_of(signature: Signature, digests: tuple[str, ...]) -> StoreInfo:
    """Return the information on a store that this program makes now."""
    return StoreInfo(signature, digests, ontology=vocab.version())


def write_info(info: StoreInfo, folder: Path) -> None:
    """Write the information into a store's folder; whoever reads meanwhile finds the former one or this one."""
    files = [
        {"name": name, "bytes": size, "changed": changed, "sha256": digest}
        for name, (size, changed), digest in zip(TURTLE_FILES, info.signature, info.digests, strict=True)
    ]
    about = {"format": FORMAT, "kg": info.kg, "ontology": info.ontology, "files": files}
    write_whole(folder / _FILE, f"{json.dumps(about, indent=2)}\n".encode())


def read_info(folder: Path) -> StoreInfo | None:
    """Return the information on the store in a folder; None where it is damaged or in an older format.

    Raises GraphError for a store in a newer format than this program reads.
    """
    try:
        about = json.loads((folder / _FILE).read_text("utf-8"))
        form, kg, ontology = int(about["format"]), str(about["kg"]), str(about["ontology"])
        if form > FORMAT:
            raise GraphError(
                f"{folder} is a store in format {form} of kg {kg} (ontology {ontology}), and kg {__version__} reads "
                f"format {FORMAT}: update kg, or delete that folder (a new one is made from the Turtle files)"
            )
        files = {file["name"]: file for file in about["files"]}
        signature = tuple((int(files[name]["bytes"]), int(files[name]["changed"])) for name in TURTLE_FILES)
        digests = tuple(str(files[name]["sha256"]) for name in TURTLE_FILES)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return StoreInfo(signature, digests, kg, ontology) if form == FORMAT else None
