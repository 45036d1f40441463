"""How well each language is read: every article of the evaluation is built alone and scored on what it itself names.

    python tests/eval/run.py --languages

A case's gold is that of all its articles. Of it an article in one language must give the things that have a name in
that language, with that name, and the events and facts all of whose parts are such things; the rest it may give. The
gold does not say which article tells an event: one that only another article tells of the same things counts as missed,
so the figures of events and facts are too low rather than too high.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import kg

HERE = Path(__file__).resolve().parent
FILE = HERE / "languages.toml"
HEADER = """\
# Figures of each language, from 0 to 1: the mean over its articles, each built alone (see by_language.py).
# Written by `python tests/eval/run.py --languages`; the README's table comes from here.
"""

Gold = dict[str, Any]
Figures = dict[str, float]


def articles() -> Iterator[tuple[str, Path]]:
    """(language, article) for every article of every case."""
    for path in sorted(HERE.glob("*/*.txt")):
        yield path.stem.rpartition("_")[2], path


def alone(gold: Gold, language: str) -> Gold:
    """The part of a case's gold that an article in one language must give; the rest becomes optional."""
    entities = {
        id_: _named_in(entity, language) for id_, entity in gold["entities"].items() if language in entity["names"]
    }
    events = {id_: event for id_, event in gold["events"].items() if _parts(event) <= set(entities)}
    known = {*entities, *events, "*"}
    facts = [fact for fact in gold["facts"] if all(set(end.split("|")) & known for end in _ends(fact))]
    return gold | {
        "entities": entities,
        "optional_entities": [
            *gold.get("optional_entities", []),
            *(name for id_, entity in gold["entities"].items() if id_ not in entities for name in _names(entity)),
        ],
        "events": events,
        "optional_events": [
            *gold.get("optional_events", []),
            *(event for id_, event in gold["events"].items() if id_ not in events),
        ],
        "facts": facts,
        "optional_facts": [*gold.get("optional_facts", []), *(fact for fact in gold["facts"] if fact not in facts)],
        "pairs_not_merged": [pair for pair in gold.get("pairs_not_merged", []) if set(pair) <= set(entities)],
    }


def _named_in(entity: Gold, language: str) -> Gold:
    """An entity that must be named in one language and may be named in the others."""
    return entity | {"names": {language: entity["names"][language]}, "also": _names(entity)}


def _names(entity: Gold) -> list[str]:
    return [name for names in (*entity["names"].values(), entity.get("also", [])) for name in names]


def _parts(event: Gold) -> set[str]:
    return {*event.get("roles", []), *filter(None, [event.get("treaty")])}


def _ends(fact: list[Any]) -> list[str]:
    """The things that a fact is about."""
    subject, _, value = fact
    if isinstance(value, list):  # a post: its roles, and where it is
        return [subject, value[1]]
    return [subject, value] if isinstance(value, str) else [subject]


def score_article(path: Path, language: str, scorer: Any, columns: tuple[str, ...]) -> Figures:
    """Build one article alone and score it; the figure of every column."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "articles").mkdir()
        shutil.copy(path, folder / "articles")
        gold = alone(json.loads((path.parent / "gold.json").read_text("utf-8")), language)
        (folder / "gold.json").write_text(json.dumps(gold), "utf-8")
        kg.build([folder / "articles"], folder / "graph", page=False)
        scores, _ = scorer.score(folder / "gold.json", folder / "graph" / "graph.ttl", folder / "articles")
    return {column: float(value[2] if isinstance(value := scores[column], tuple) else value) for column in columns}


def measure(scorer: Any, columns: tuple[str, ...]) -> dict[str, Figures]:
    """The figures of every language: the mean over its articles, and "texts", how many those are."""
    found: defaultdict[str, list[Figures]] = defaultdict(list)
    for language, path in articles():
        found[language].append(score_article(path, language, scorer, columns))
    return {
        language: {"texts": len(rows)} | {column: sum(row[column] for row in rows) / len(rows) for column in columns}
        for language, rows in sorted(found.items())
    }


def write(figures: Mapping[str, Figures], path: Path = FILE) -> None:
    """Write the figures as TOML, a table a language."""
    tables = []
    for language, row in figures.items():
        lines = [f"{key} = {value:.3f}\n" for key, value in row.items() if key != "texts"]
        tables.append(f"\n[{language}]\ntexts = {row['texts']}\n{''.join(lines)}")
    path.write_text(HEADER + "".join(tables), "utf-8")


def recorded(path: Path = FILE) -> dict[str, Figures]:
    """The figures of the last run by language."""
    return tomllib.loads(path.read_text("utf-8"))
