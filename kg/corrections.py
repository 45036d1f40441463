"""What people correct in a graph, as `corrections.toml` says it: read, checked, and found beside the articles.

docs/corrections.md explains the file. Readings never depend on it: it is carried out when they are put together.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from kg import ends, vocab
from kg.errors import InputError
from kg.model import Attribution

FILE = "corrections.toml"
KINDS: Mapping[str, tuple[str, ...]] = {  # what each kind of correction has to say, beside who and when
    "same": ("things", "why"),
    "different": ("things", "why"),
    "retype": ("thing", "to", "why"),
    "rename": ("thing", "name"),
    "label": ("thing", "name", "language"),
    "reject": ("subject", "predicate", "object", "why"),
    "assert": ("subject", "predicate", "object", "why"),
}
_MAY = {"rename": ("why", "language"), "label": ("why",), "reject": ("language",), "assert": ("language",)}
_FOLLOWS = {"datePrecision": "startDate", "dateBasis": "startDate"}  # given with another property
_GROUPS = ("Treaty", "Event", "Person", "Organization", "State", "Place", "Post")
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*([A-Za-z]+)[ \t]*\]\]", re.MULTILINE)
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")

_NOBODY = Attribution("", "")


@dataclass(frozen=True, slots=True, order=True)
class Correction:
    """One correction. kind: a key of `KINDS`.

    things: references to things (docs/corrections.md says how they are written): both of "same" and "different",
    sorted; the subject, and the object where it is a thing, of "reject" and "assert"; else the one concerned.
    value: the class, the name, or the object where it is a literal of `datatype` (as in `kg.model.Statement`).
    where: the file and line, for messages; two corrections that say the same are equal wherever they stand.
    """

    kind: str
    things: tuple[str, ...]
    predicate: str = ""
    value: str = ""
    datatype: str = ""
    language: str = ""
    by: Attribution = _NOBODY
    where: str = field(default=FILE, compare=False)

    @property
    def told(self) -> tuple[str, ...]:
        """What it says, as it is written, without who decided it."""
        head, rest = self.things[:1], self.things[1:]
        if self.predicate:
            return (*head, self.predicate, *(rest or (self.value,)))
        return (*self.things, *filter(None, (self.value, self.language)))


def find_corrections(paths: Iterable[str | Path], more: str | Path | None = None) -> tuple[Path, ...]:
    """Return the files of corrections of a build, sorted: `corrections.toml` in each folder named, and one more.

    Raises InputError where that one does not exist.
    """
    found = {Path(path) / FILE for path in paths if (Path(path) / FILE).is_file()}
    if more is not None:
        if not Path(more).is_file():
            raise InputError(f"{more}: no such file; --corrections names a file of corrections")
        found.add(Path(more))
    return tuple(sorted({path.resolve(): path for path in sorted(found)}.values()))


def read_corrections(files: Iterable[Path]) -> tuple[Correction, ...]:
    """Return the corrections of some files, sorted, each once; InputError, with file and line, for what is wrong."""
    return tuple(sorted({one for file in files for one in parse_corrections(_text(file), str(file))}))


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: is no UTF-8 text; save it as UTF-8") from error
    except OSError as error:
        raise InputError(f"{file}: cannot be opened ({error.strerror})") from error


def parse_corrections(text: str, file: str = FILE) -> list[Correction]:
    """Return the corrections of a TOML text in their order; InputError, with the line, for what is wrong.

    file: how messages name it.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error).replace("at end of document", f"at line {len(text.splitlines()) or 1}, the last")
        raise InputError(f"{file}: {message[:1].lower()}{message[1:]}") from error
    lines = _lines(text)
    found = []
    for kind, entries in document.items():
        if kind not in KINDS or not isinstance(entries, list):
            raise InputError(f"{file}{_at(lines.get(kind), 0)}: {kind!r} is no correction; there are: {_headers()}")
        for number, entry in enumerate(entries):
            where = f"{file}{_at(lines.get(kind), number)}"
            if not isinstance(entry, dict):
                raise InputError(f"{where}: write each correction under a head of its own: [[{kind}]]")
            found.append(_Entry(kind, entry, where).correction())
    return found


def _headers() -> str:
    return ", ".join(f"[[{kind}]]" for kind in KINDS)


def _lines(text: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for head in _HEADER.finditer(text):
        found.setdefault(head[1], []).append(text.count("\n", 0, head.start(1)) + 1)
    return found


def _at(lines: Sequence[int] | None, number: int) -> str:
    return f", line {lines[number]}" if lines and number < len(lines) else ""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One table of the file while it is checked."""

    kind: str
    entry: Mapping[str, object]
    where: str

    def correction(self) -> Correction:
        """Return what the table says."""
        needed = (*KINDS[self.kind], "who", "when")
        for key in self.entry:
            if key not in (*needed, *_MAY.get(self.kind, ())):
                raise self._wrong(f"{key!r} is nothing that [[{self.kind}]] has; it has: {', '.join(needed)}")
        missing = [key for key in needed if self.entry.get(key) in (None, "")]
        if missing:
            raise self._wrong(f"[[{self.kind}]] lacks {', '.join(missing)}")
        by = Attribution(self._text("who"), self._when(), self._text("why") if "why" in self.entry else "")
        if "things" in needed:
            return Correction(self.kind, self._pair(), by=by, where=self.where)
        if "predicate" in needed:
            return self._fact(by)
        value = self._class() if self.kind == "retype" else self._text("name")
        language = "" if self.kind == "retype" else self._language()
        return Correction(self.kind, (self._text("thing"),), value=value, language=language, by=by, where=self.where)

    def _wrong(self, message: str) -> InputError:
        return InputError(f"{self.where}: {message}")

    def _text(self, key: str) -> str:
        value = self.entry[key]
        if not isinstance(value, str):
            raise self._wrong(f"{key} is to be a text in quotes")
        return " ".join(value.split())

    def _language(self) -> str:
        code = self._text("language") if "language" in self.entry else "en"
        if not _LANGUAGE.fullmatch(code):
            raise self._wrong(f"{code!r} is no BCP 47 language code, such as en")
        return code

    def _when(self) -> str:
        value = self.entry["when"]
        if isinstance(value, datetime | date):
            return value.isoformat()
        try:
            return datetime.fromisoformat(str(value)).date().isoformat()
        except ValueError:
            raise self._wrong(f"when is to be a date such as 2026-05-01, not {value!r}") from None

    def _pair(self) -> tuple[str, ...]:
        things = self.entry["things"]
        if not isinstance(things, list) or len(things) < 2 or not all(isinstance(one, str) and one for one in things):
            raise self._wrong('things is to be a list of two or more: ["…", "…"]')
        if self.kind == "different" and len(things) > 2:
            raise self._wrong("things is to be a list of two: say of each other pair on its own that it is different")
        return tuple(sorted(" ".join(one.split()) for one in things))

    def _class(self) -> str:
        name = self._text("to").removeprefix("kg:")
        if name not in vocab.classes() or not any(vocab.is_a(name, group) for group in _GROUPS):
            raise self._wrong(f"{name!r} is no class of things{vocab.hint(name)}: see docs/vocabulary.md")
        return name

    def _fact(self, by: Attribution) -> Correction:
        predicate = self._text("predicate").removeprefix("kg:")
        if predicate not in vocab.claimed():
            raise self._wrong(f"{predicate!r} is no property that is claimed{vocab.hint(predicate)}")
        if predicate in _FOLLOWS:
            raise self._wrong(f"kg:{predicate} follows from kg:{_FOLLOWS[predicate]}: correct that")
        if (self.kind, predicate) == ("reject", "status"):
            raise self._wrong("an event always has a status: assert the right one instead of rejecting the wrong one")
        value, datatype = self._object(predicate)
        things = (self._text("subject"), *(() if datatype else (value,)))
        language = self._language() if datatype == "text" else ""
        return Correction(
            self.kind, things, predicate, value if datatype else "", datatype, language, by=by, where=self.where
        )

    def _object(self, predicate: str) -> tuple[str, str]:
        """The object, and its datatype: "" where it is a thing."""
        types = ends.value_types(predicate)
        given = self.entry["object"]
        if "integer" in types:
            if not isinstance(given, int) or isinstance(given, bool) or given < 0:
                raise self._wrong(f"kg:{predicate} is a whole number, not {given!r}")
            return str(given), "integer"
        if predicate in ("startDate", "endDate"):
            text = str(given)
            if not _DATE.fullmatch(text):
                raise self._wrong(f"kg:{predicate} is YYYY-MM-DD, YYYY-MM or YYYY, not {text!r}")
            return text, "date"
        if not types:
            return self._text("object"), "text"
        known = {c for kind in types for c in (vocab.topics() if kind == "Concept" else vocab.concepts(kind))}
        if not known.isdisjoint(vocab.terms()):
            name = self._text("object").removeprefix("kg:")
            if name not in known:
                raise self._wrong(f"{name!r} is no value of kg:{predicate}{vocab.hint(name)}")
            return name, "concept"
        return self._text("object"), ""


def group_of(kind: str) -> str:
    """Return which of the seven kinds of things that exclude one another a class belongs to."""
    return next(group for group in _GROUPS if vocab.is_a(kind, group))
