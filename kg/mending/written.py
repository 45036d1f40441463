"""Adding corrections to a file, everything in it kept as it is; and who adds them."""

from __future__ import annotations

import getpass
import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from kg.corrections import Correction, parse_corrections
from kg.errors import InputError

Value = str | int | Sequence[str]
Entry = Mapping[str, Value]


def read_file(path: Path) -> list[Correction]:
    """Return the corrections of a file that may not be there yet; InputError for what is wrong with it."""
    return parse_corrections(path.read_text("utf-8"), str(path)) if path.exists() else []


def add_correction(path: Path, kind: str, entry: Entry) -> None:
    """Add a correction at the end of a file; what stands there stays byte for byte.

    kind, entry: as the file has them (docs/corrections.md). Raises InputError where the file could not be read with it,
    or cannot be written.
    """
    former = path.read_bytes().decode("utf-8") if path.exists() else ""
    gap = "" if not former else "\n" if former.endswith("\n") else "\n\n"
    lines = [f"[[{kind}]]", *(f"{key} = {_toml(key, value)}" for key, value in entry.items())]
    text = former + gap + "\n".join(lines) + "\n"
    parse_corrections(text, str(path))
    beside = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(text.encode())
        os.replace(beside, path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise InputError(
            f"{path}: cannot be written ({error.strerror}); name another file with --corrections"
        ) from error


def _toml(key: str, value: Value) -> str:
    """A value as TOML; a date stands without quotes."""
    if isinstance(value, int) or key == "when":
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    return f"[{', '.join(_toml('', one) for one in value)}]"


def author() -> str:
    """Return who works here: as git knows the user, else as the system does."""
    with suppress(OSError):
        asked = subprocess.run(["git", "config", "user.name"], capture_output=True, encoding="utf-8", check=False)
        if asked.stdout.strip():
            return asked.stdout.strip()
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise InputError("nobody knows who you are: say so with --who") from error
