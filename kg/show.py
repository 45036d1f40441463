"""A reading laid out for eyes: what an article names and says, each with its words."""

from __future__ import annotations

from collections import defaultdict

from kg.model import Reading, Statement, Thing

_WIDTH = 100  # characters of a quotation that are shown


def layout(reading: Reading, text: str) -> str:
    """A reading as text.

    text: the article's text. Things by kind, with their names and where they stand (character offsets); then what is
    said of each, with the words; then what was passed over.
    """
    lines = [*_head(reading), ""]
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in reading.statements:
        said[statement.subject].append(statement)
    titles = {thing.id: _title(thing) for thing in reading.things}
    for thing in sorted(reading.things, key=lambda thing: (thing.kind, _first(reading, thing), thing.id)):
        lines.extend([*_thing(thing, reading, said[thing.id], titles, text), ""])
    if reading.omissions:
        lines.append("Passed over")
        lines.extend(f"  {item.reason}: {_quote(text, item.start, item.end)}" for item in reading.omissions)
    return "\n".join(lines).rstrip("\n")


def _head(reading: Reading) -> list[str]:
    published = f"{reading.published} ({reading.published_basis.lower()})" if reading.published else ""
    rows = (
        ("article", reading.identifier),
        ("language", reading.language),
        ("headline", reading.headline),
        ("published", published),
        ("source", reading.source),
    )
    return [f"{name:<10} {value}" for name, value in rows if value]


def _thing(thing: Thing, reading: Reading, said: list[Statement], titles: dict[str, str], text: str) -> list[str]:
    places = [f"{mention.start}-{mention.end}" for mention in reading.mentions if mention.thing == thing.id]
    about = [next((s.object for s in said if s.predicate == name), "") for name in ("status", "startDate")]
    head = " ".join(part for part in (f"{thing.kind} {titles[thing.id]}", *about) if part)
    lines = [f"{head}{f'  at {_some(places)}' if places else ''}"]
    lines.extend(f"  also {name.text}" for name in thing.names[1:])
    by_words: defaultdict[tuple[int, int], list[Statement]] = defaultdict(list)
    for statement in said:
        by_words[statement.start, statement.end].append(statement)
    for words in sorted(by_words):
        lines.extend(f"  {statement.predicate} {_value(statement, titles)}" for statement in by_words[words])
        lines.append(f"      {_quote(text, *words)}")
    return lines


def _value(statement: Statement, titles: dict[str, str]) -> str:
    value = statement.object if statement.datatype else titles.get(statement.object, statement.object)
    return f"{statement.qualifier} {value}".strip()


def _title(thing: Thing) -> str:
    name = thing.names[0].text if thing.names else thing.key
    return f"{name} [{thing.id}]" if name else f"[{thing.id}]"


def _first(reading: Reading, thing: Thing) -> int:
    return min((mention.start for mention in reading.mentions if mention.thing == thing.id), default=0)


def _some(places: list[str]) -> str:
    return ", ".join(places[:5]) + (f" and {len(places) - 5} more" if len(places) > 5 else "")


def _quote(text: str, start: int, end: int) -> str:
    words = " ".join(text[start:end].split())
    return f"“{words if len(words) <= _WIDTH else words[: _WIDTH - 1] + '…'}” {start}-{end}"
