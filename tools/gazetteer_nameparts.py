"""Make `ontology/gazetteer/name-parts.txt` and `given-names.txt`: words that are names of people somewhere.

A maintainer's script: `python tools/gazetteer_nameparts.py PERSONS`. PERSONS is `rigour/data/names/persons.txt` of the
package rigour up to 1.8 (MIT): name parts with their forms in many scripts, from Wikidata (CC0). Given names are those
of the package Faker (MIT), which has to be installed.

A name part that Wikidata has in fewer than three forms is left out: most of these are rare, many are mistakes. Scripts
in which nothing asks for name parts are left out too.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import faker.providers.person as persons

from kg.annotate.normalise import compare_key
from kg.resolve.keys import script_of

TARGET = Path(__file__).resolve().parent.parent / "ontology" / "gazetteer"
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
FEWEST_FORMS = 3
SHORTEST = 2
# "en" counts whatever anybody was ever called (Green, Son); Nigerian names are ordinary English words (Peace, Favour).
PASSED_OVER = ("en", "en_NG")


def name_parts(file: Path) -> Iterator[str]:
    """Yield the name parts in rigour's file."""
    for line in file.read_text("utf-8").splitlines():
        forms = line.rpartition(" => ")[0].split(", ")
        if len(forms) >= FEWEST_FORMS:
            yield from forms


def given_names() -> Iterator[str]:
    """Yield the given names that Faker has, double ones word by word."""
    for module in pkgutil.iter_modules(persons.__path__):
        if module.name not in PASSED_OVER:
            provider = importlib.import_module(f"{persons.__name__}.{module.name}").Provider
            for attribute in dir(provider):
                names = getattr(provider, attribute)
                if attribute.startswith(("first_name", "first_romanized")) and isinstance(names, tuple | list | dict):
                    for name in names:  # in Japan's list each is a tuple of its writings
                        yield from (name if isinstance(name, str) else " ".join(name)).replace("-", " ").split()


def write(name: str, words: Iterable[str]) -> set[str]:
    """Write the keys of words to a file, sorted, and return them."""
    keys = {compare_key(word) for word in words}
    kept = {key for key in keys if len(key) >= SHORTEST and key.isalpha() and script_of(key) in SCRIPTS}
    (TARGET / name).write_text("\n".join(sorted(kept)) + "\n", "utf-8")
    return kept


if __name__ == "__main__":
    given = write("given-names.txt", given_names())
    write("name-parts.txt", [*name_parts(Path(sys.argv[1])), *given])
