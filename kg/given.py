"""Readings that somebody else made: a person, another tool, a language model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg import reading_json
from kg.errors import InputError
from kg.model import Article, Reading
from kg.read import Refusal
from kg.read.decode import decode


@dataclass(frozen=True, slots=True)
class GivenReading:
    """One file with a reading. file: its name, for messages. document: its JSON text."""

    file: str
    document: str

    def about(self, article: Article) -> tuple[Reading | None, tuple[Refusal, ...]]:
        """The reading, held against its article, without what does not stand there; None where all of it is refused."""
        try:
            reading, refused = reading_json.load(self.document, article.text)
        except InputError as error:
            return None, (Refusal(self.file, f"{error} (kg's own reading of {article.identifier} is used)"),)
        if not refused:
            return reading, ()
        more = f" (and {len(refused) - 1} more)" if len(refused) > 1 else ""
        return reading, (Refusal(self.file, f"left out {refused[0]}{more}"),)


def find_readings(folder: str | Path | None) -> tuple[dict[str, GivenReading], tuple[Refusal, ...]]:
    """The readings in a folder by the identifier of their article, and what is no reading there.

    Raises InputError where the folder does not exist or holds no .json file.
    """
    if folder is None:
        return {}, ()
    files = sorted(Path(folder).rglob("*.json"))
    if not files:
        raise InputError(f'{folder}: no readings found; they are .json files, as "kg read ARTICLE --json" prints')
    found: dict[str, GivenReading] = {}
    refusals = []
    for file in files:
        name = file.relative_to(folder).as_posix()
        try:
            document = decode(file.read_bytes())
            identifier = reading_json.identifier_in(document)
            if identifier in found:
                raise InputError(f"a second reading of {identifier}, after {found[identifier].file}; keep one")
            found[identifier] = GivenReading(name, document)
        except InputError as error:
            refusals.append(Refusal(name, str(error)))
        except OSError as error:
            refusals.append(Refusal(name, f"cannot be opened ({error.strerror})"))
    return found, tuple(refusals)


def unmatched(given: Mapping[str, GivenReading], articles: Iterable[str]) -> list[Refusal]:
    """A refusal for each reading whose article was not among the inputs."""
    known = set(articles)
    return [
        Refusal(reading.file, f'about "{identifier}", which is not among the articles; name it as kg read --json does')
        for identifier, reading in sorted(given.items())
        if identifier not in known
    ]
