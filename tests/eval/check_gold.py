"""Check that the gold files of the evaluation cases are consistent in themselves and with their articles.

    python -m tests.eval.check_gold

Every id that is used must be declared, every class, property and role must be one of the vocabulary, and of the names
of a thing in a language one must stand in an article of that language, as written or inflected.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.eval.run import HERE, cases, scorer

ROLES_FILE = HERE.parents[1] / "ontology" / "roles.ttl"
REQUIRED = {"case", "articles", "entities", "events", "facts"}
ALLOWED = REQUIRED | {"optional_entities", "forbidden", "optional_events", "optional_facts", "pairs_not_merged"}
EVENTS = {"Adoption", "Signing", "Ratification", "EntryIntoForce", "Withdrawal"} | {
    "Negotiation", "Meeting", "Visit", "Decision",
}  # fmt: skip
STATUSES = {"Happened", "Planned", "Denied", "Alleged"}
EXTRA_PROPERTIES = {"treaty", "withdrawnBy", "mediator", "accreditedTo", "post"}
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")

Gold = dict[str, Any]


def as_list(value: Any) -> list[Any]:
    """A list of one for what is no list."""
    return value if isinstance(value, list) else [value]


def same_word(word: str, form: str) -> bool:
    """Whether `form` can be an inflected form of `word` (both normalised): at least half of the longer is common.

    What is written together with the beginning of a word may be two letters long ("وبجنيف", "and in Geneva").
    """
    if word in (form[1:], form[2:]):
        return True
    differ = (index for index, (a, b) in enumerate(zip(word, form, strict=False)) if a != b)
    common = next(differ, min(len(word), len(form)))
    return word == form or 2 * common >= max(len(word), len(form))


def stands(name: str, text: str) -> bool:
    """Whether the words of a name stand in a text one after the other, as written or inflected."""
    wanted, words = scorer().norm(name).split(), scorer().norm(text).split()
    if any("\u2fff" < char < "\uac00" for char in name):
        return "".join(wanted) in "".join(words)  # Chinese and Japanese write no spaces
    starts = range(len(words) - len(wanted) + 1)
    return any(all(same_word(w, words[start + i]) for i, w in enumerate(wanted)) for start in starts)


def texts_by_language(case: Path) -> dict[str, str]:
    """The articles of a case, joined by the language that ends their file name (`02_fa.txt`)."""
    texts: dict[str, str] = {}
    for path in sorted(case.glob("*.txt")):
        language = path.stem.split("_")[-1]
        texts[language] = texts.get(language, "") + "\n" + path.read_text("utf-8")
    return texts


def check_entities(gold: Gold, texts: dict[str, str]) -> Iterator[str]:
    """Classes that the scorer knows; names that stand in the articles."""
    classes = {*scorer().KINDS, *scorer().KIND_OF}
    for key, entity in gold["entities"].items():
        yield from (f"{key}: unknown class {c}" for c in as_list(entity["type"]) if c not in classes)
        if not entity["names"]:
            yield f"{key}: no names"
        for language, names in entity["names"].items():
            if language not in texts:
                yield f"{key}: no article in {language}"
                continue
            if not any(stands(name, texts[language]) for name in names):
                yield f"{key}: no {language} article names {' or '.join(names)}"


def check_forbidden(gold: Gold, texts: dict[str, str]) -> Iterator[str]:
    """Who must not be of a class is named by an article, and is not the gold's entity of that class."""
    everything = "\n".join(texts.values())
    required = {
        (kind, name)
        for entity in gold["entities"].values()
        for kind in as_list(entity["type"])
        for names in entity["names"].values()
        for name in names
    }
    for row in gold.get("forbidden", []):
        yield from (f"forbidden: no article names {name}" for name in row["names"] if not stands(name, everything))
        yield from (f"forbidden: {name} is gold" for name in row["names"] if (row["type"], name) in required)


def check_events(gold: Gold) -> Iterator[str]:
    """Classes, dates and statuses of the vocabulary; declared things in the roles."""
    entities = gold["entities"]
    for key, event in gold["events"].items():
        if key in entities:
            yield f"{key}: both an entity and an event"
        used = [*as_list(event.get("treaty", [])), *as_list(event.get("place", [])), *event.get("roles", [])]
        yield from (f"{key}: unknown id {x}" for x in used if x not in entities)
        if "treaty" in event and entities.get(event["treaty"], {}).get("type") != "Treaty":
            yield f"{key}: {event['treaty']} is no treaty"
        if event.get("status", "Happened") not in STATUSES:
            yield f"{key}: unknown status {event['status']}"
        if len(event) < 2:
            yield f"{key}: nothing to recognise it by"
    for key, event in [*gold["events"].items(), *(("optional event", e) for e in gold.get("optional_events", []))]:
        yield from (f"{key}: unknown event class {c}" for c in as_list(event["type"]) if c not in EVENTS)
        if "start" in event and not DATE.fullmatch(event["start"]):
            yield f"{key}: no date: {event['start']}"


def roles() -> set[str]:
    """The role concepts that the ontology declares."""
    return set(re.findall(r"^kg:(\w+)", ROLES_FILE.read_text("utf-8"), re.MULTILINE))


def check_facts(gold: Gold, key: str) -> Iterator[str]:
    """Declared ids and known properties in `facts` or `optional_facts`; only the second may say "any" (`*`)."""
    wild = {"*"} if key == "optional_facts" else set()
    ids = {*gold["entities"], *gold["events"]} | wild
    properties = {*scorer().RELATIONS, *scorer().NUMBERS} | EXTRA_PROPERTIES | wild
    declared = roles() | {"*"}
    for subject, prop, value in gold.get(key, []):
        where = f"{key} {subject} {prop}"
        yield from (f"{where}: unknown id {x}" for x in subject.split("|") if x not in ids)
        if prop not in properties:
            yield f"{where}: unknown property"
        if (prop in scorer().NUMBERS) != isinstance(value, int) and value != "*" and prop != "*":
            yield f"{where}: a number where none belongs, or none where one does: {value}"
        if prop == "post" and isinstance(value, list):
            role, place = value
            yield from (f"{where}: unknown role {r}" for r in role.split("|") if r not in declared)
            yield from (f"{where}: unknown id {x}" for x in place.split("|") if x not in ids | {"*"})
        elif isinstance(value, str):
            yield from (f"{where}: unknown id {x}" for x in value.split("|") if x not in ids)


def repeated(rows: Iterable[Any]) -> Iterator[str]:
    """Rows that stand twice."""
    ordered = sorted(json.dumps(row, ensure_ascii=False) for row in rows)
    yield from (f"stands twice: {a}" for a, b in pairwise(ordered) if a == b)


def problems(case: Path) -> list[str]:
    """What is wrong with the gold file of a case.

    Args:
        case: Folder with the articles (`NN_<language>.txt`) and `gold.json`.

    Returns:
        One line a problem, naming the key and the value; empty where all is well.
    """
    gold: Gold = json.loads((case / "gold.json").read_text("utf-8"))
    if missing := sorted(REQUIRED - gold.keys()):
        return [f"missing: {', '.join(missing)}"]
    found = [f"unknown key {key}" for key in gold if key not in ALLOWED]
    if gold["case"] != case.name or gold["articles"] != ".":
        found.append("case and articles must be the folder's name and a dot")
    texts = texts_by_language(case)
    found += [*check_entities(gold, texts), *check_forbidden(gold, texts), *check_events(gold)]
    found += [*check_facts(gold, "facts"), *check_facts(gold, "optional_facts"), *repeated(gold["facts"])]
    pairs = gold.get("pairs_not_merged", [])
    found += [f"pairs_not_merged: {a}, {b}" for a, b in pairs if a == b or {a, b} - gold["entities"].keys()]
    return found


def main() -> int:
    """Print the problems of all cases; 1 where there are any."""
    lines = [f"{case}: {problem}" for case in cases() for problem in problems(HERE / case)]
    print("\n".join(lines) or f"{len(cases())} cases, no problems")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
