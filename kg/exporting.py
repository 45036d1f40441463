"""Writing a graph in other formats: where to, and so that an interrupted export leaves the former file whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import IO

from kg.errors import ExportError
from kg.export.formats import Format, format_named
from kg.export.source import PARTS, Source
from kg.graph.query import Store
from kg.graph.store import EVIDENCE_FILE, GRAPH_FILE, open_graph
from kg.output import replacing

FOLDER = "export"  # inside the folder of the graph


def export(
    out: str | Path, names: Sequence[str], to: str | Path | None = None, part: str = "both", store: Store | None = None
) -> list[Path]:
    """Write the graph of a build's output folder in some formats; return the files and folders, as many.

    names: of formats. to: the file of one format, or its folder where the format is one; the folder for several; where
    None, the folder `export` in `out`. A former file is replaced when the new one is complete.
    part: "graph", "evidence" or "both", for formats that can write one of them alone. store: what is written, where
    that is open already, or is the graph as known on a day.
    Raises ExportError for what does not go together, GraphError where `out` holds no graph, InputError where nothing
    can be written.
    """
    forms = [_checked(name, part) for name in dict.fromkeys(names)]
    if not forms:
        raise ExportError("name a format to export to")
    source = Source(open_graph(out) if store is None else store, part)
    folder = Path(out) / FOLDER if to is None else Path(to)
    alone = to is not None and len(forms) == 1 and not (forms[0].suffix and folder.is_dir())
    targets = [_checked_target(folder if alone else folder / form.default_name, Path(out)) for form in forms]
    for form, target in zip(forms, targets, strict=True):
        _write(form, source, target)
    return targets


def export_to_stream(
    out: str | Path, name: str, file: IO[bytes], part: str = "both", store: Store | None = None
) -> None:
    """Write the graph of a build's output folder to an open file; ExportError for a format of several files."""
    form = _checked(name, part)
    if form.write is None:
        raise ExportError(f"{name} is several files and cannot go to standard output: name a folder with -o")
    form.write(Source(open_graph(out) if store is None else store, part), file)


def _checked(name: str, part: str) -> Format:
    form = format_named(name)
    if part not in PARTS:
        raise ExportError(f"there is no part {part!r}; there are: {', '.join(PARTS)}")
    if part != "both" and not form.parts:
        raise ExportError(f"{name} has no use for a part alone: leave out --part")
    return form


def _write(form: Format, source: Source, target: Path) -> None:
    if form.write_folder is not None:
        with replacing(target, form.files) as new:
            form.write_folder(source, new)
    elif form.write is not None:
        if target.is_dir():
            raise ExportError(f"{target}: is a folder; name a file with -o")
        with replacing(target.parent, [target.name]) as new, (new / target.name).open("wb") as file:
            form.write(source, file)


def _checked_target(target: Path, out: Path) -> Path:
    if target.resolve() in {(out / name).resolve() for name in (GRAPH_FILE, EVIDENCE_FILE)}:
        raise ExportError(f"{target}: is what is exported; name another file with -o")
    return target
