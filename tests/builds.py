"""Articles with hand-made readings, for tests of what comes after reading."""

from __future__ import annotations

from pathlib import Path

from kg import reading_json
from kg.model import Mention, Name, Reading, Statement, Thing, Zone

NAMES = ("Ana Bela", "Lake Pact", "Geneva")
TEMPLATE = "Minister {} signed the {} in {} on 5 March 2024. ({})"


def text_of(number: int) -> str:
    """An article's text; each number another one."""
    return TEMPLATE.format(*NAMES, f"Story {number}")


def reading_of(identifier: str, text: str) -> Reading:
    """What an article made by `text_of` says."""
    spots = [(text.index(name), text.index(name) + len(name)) for name in NAMES]
    sentence = (0, text.index(".") + 1)
    person, treaty, place = (Name(name, *spot) for name, spot in zip(NAMES, spots, strict=True))
    return Reading(
        identifier,
        reading_json.digest_of(text),
        "en",
        zones=(Zone("paragraph", 0, len(text)),),
        things=(
            Thing("t1", "Official", (person,), traits=(("role", "Minister"),)),
            Thing("t2", "Treaty", (treaty,), traits=(("type", "pact"),)),
            Thing("t3", "Place", (place,)),
            Thing("t4", "Signing"),
        ),
        mentions=tuple(Mention(f"t{index}", *spot) for index, spot in enumerate(spots, start=1)),
        statements=(
            Statement("t4", "status", "Happened", *sentence, "test", "concept"),
            Statement("t4", "treaty", "t2", *sentence, "test"),
            Statement("t4", "signedBy", "t1", *sentence, "test"),
            Statement("t4", "place", "t3", *sentence, "test"),
            Statement("t4", "startDate", "2024-03-05", *sentence, "test", "date"),
        ),
    )


def make_articles(folder: Path, count: int) -> tuple[Path, Path]:
    """Write articles and their readings; returns the two folders."""
    articles, readings = folder / "articles", folder / "readings"
    articles.mkdir()
    readings.mkdir()
    for number in range(count):
        name, text = f"{number:02}.txt", text_of(number)
        (articles / name).write_bytes(text.encode())
        (readings / f"{name}.json").write_text(reading_json.dumps(reading_of(name, text), text), "utf-8")
    return articles, readings


def contents(folder: Path) -> dict[str, bytes]:
    """The files that a build has written, hidden ones aside."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
