"""What was decided on pairs of things while they were put together, kept beside the graph as `judgements.jsonl`.

Articles mostly write a thing in a few ways. A *form* is one such way: names, key and traits in one language, with the
articles that have it; decisions are kept between forms, each once. That is a small part of the graph's size.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from kg.errors import GraphError
from kg.model import TELLS_POST, Resolution, Thing

JUDGEMENTS_FILE = "judgements.jsonl"
_VERSION = {"treaty-kg judgements": 1}
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, order=True)
class Form:
    """One way in which articles tell of a thing.

    thing: id of its entity. names, key, traits: as in `kg.model.Thing`. language: of the articles. articles: sorted.
    at: for what has no name of its own, where it stands in the first article: the first of its mentions (events), or
    the words that tell of it (posts); else empty.
    """

    thing: str
    kind: str
    language: str
    names: tuple[str, ...]
    key: str
    traits: tuple[tuple[str, str], ...]
    at: Span | tuple[()]
    articles: tuple[str, ...]

    def trait(self, name: str) -> tuple[str, ...]:
        """Return all values of one trait, in order."""
        return tuple(value for key, value in self.traits if key == name)

    @property
    def reference(self) -> str:
        """How a correction names the thing: by what its first article calls it, or where; by id where nothing can."""
        if self.names:
            return f"{self.articles[0]}: {self.names[0]}"
        return f"{self.articles[0]}:{self.at[0]}-{self.at[1]}" if self.at else self.thing


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """A decision on two forms, given by their places in the list. verdict, score, reasons: as in `Judgement`."""

    left: int
    right: int
    verdict: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Judgements:
    """The forms of all things and the decisions on pairs of them, sorted."""

    forms: tuple[Form, ...]
    pairs: tuple[Pair, ...]

    @cached_property
    def of_thing(self) -> Mapping[str, tuple[int, ...]]:
        """The forms of each entity."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, form in enumerate(self.forms):
            found[form.thing].append(place)
        return {thing: tuple(places) for thing, places in found.items()}

    @cached_property
    def of_article(self) -> Mapping[str, tuple[int, ...]]:
        """The forms that each article has."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, form in enumerate(self.forms):
            for article in form.articles:
                found[article].append(place)
        return {article: tuple(places) for article, places in found.items()}


def judgements_of(resolution: Resolution) -> Judgements:
    """Return what is worth keeping of a resolution's decisions.

    Of decisions that two things are not one, or that it is not sure, those are kept that still hold at the end.
    """
    form_of, articles = _gather(resolution)
    whole = {form: _with_articles(form, found) for form, found in articles.items()}
    forms = sorted(whole.values())
    place = {form: number for number, form in enumerate(sorted(whole, key=lambda form: whole[form]))}
    best: dict[tuple[int, int, str], Pair] = {}
    for one in resolution.judgements:
        if one.left not in form_of or one.right not in form_of:
            continue
        left, right = sorted(place[form_of[node]] for node in (one.left, one.right))
        if left == right or (forms[left].thing == forms[right].thing) != (one.verdict == "same"):
            continue
        pair = Pair(left, right, one.verdict, one.score, one.reasons)
        known = best.setdefault((left, right, one.verdict), pair)
        if (-pair.score, pair.reasons) < (-known.score, known.reasons):
            best[left, right, one.verdict] = pair
    return Judgements(tuple(forms), tuple(sorted(best.values())))


def _gather(resolution: Resolution) -> tuple[dict[tuple[str, str], Form], dict[Form, dict[str, Span | tuple[()]]]]:
    """The form of each thing of each reading; and the articles of each form, with where it stands in them.

    An event's form is known by where it stands; a post's is not, for many articles tell of one in the same way.
    """
    things: dict[tuple[str, str], tuple[Thing, str]] = {}
    first: dict[tuple[str, str], Span] = {}
    told: dict[tuple[str, str], Span] = {}
    for reading in resolution.readings:
        things.update({(reading.identifier, thing.id): (thing, reading.language) for thing in reading.things})
        for mention in sorted(reading.mentions, key=lambda m: (m.start, m.end)):
            first.setdefault((reading.identifier, mention.thing), (mention.start, mention.end))
        for statement in sorted(reading.statements, key=lambda s: (s.start, s.end)):
            if statement.predicate == TELLS_POST:
                told.setdefault((reading.identifier, statement.subject), (statement.start, statement.end))
    form_of: dict[tuple[str, str], Form] = {}
    articles: dict[Form, dict[str, Span | tuple[()]]] = defaultdict(dict)
    for entity in resolution.entities:
        for node in entity.members:
            thing, language = things[node]
            names = tuple(dict.fromkeys(name.text for name in thing.names))
            at = first.get(node, ()) if not names else ()
            form = Form(entity.id, thing.kind, language, names, thing.key, thing.traits, at, (node[0],) if at else ())
            form_of[node] = form
            articles[form].setdefault(node[0], at or (told.get(node, ()) if not names else ()))
    return form_of, articles


def _with_articles(form: Form, articles: Mapping[str, Span | tuple[()]]) -> Form:
    """A form with all its articles, and where it stands in the first of them."""
    return replace(form, articles=tuple(sorted(articles)), at=articles[min(articles)])


def write_judgements(judgements: Judgements, path: Path) -> None:
    """Write judgements as JSON Lines: the version, the forms, then the pairs, which name forms by their place."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for line in _lines(judgements):
            file.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")


def _lines(judgements: Judgements) -> Iterator[dict[str, object]]:
    yield dict(_VERSION)
    for form in judgements.forms:
        line: dict[str, object] = {"thing": form.thing, "kind": form.kind, "language": form.language}
        optional = {"names": form.names, "key": form.key, "traits": form.traits, "at": form.at}
        yield line | {name: value for name, value in optional.items() if value} | {"articles": form.articles}
    for pair in judgements.pairs:
        yield {
            "pair": (pair.left, pair.right), "verdict": pair.verdict, "score": pair.score, "reasons": pair.reasons
        }  # fmt: skip


def read_judgements(out: str | Path) -> Judgements:
    """Return the judgements that a build has kept; GraphError where there are none, or none that can be read."""
    path = Path(out) / JUDGEMENTS_FILE
    if not path.is_file():
        raise GraphError(f"{out} holds no {JUDGEMENTS_FILE}: build the graph again, kg build ARTICLES -o {out}")
    try:
        first, *lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        if first != _VERSION:
            raise GraphError(f"{path} is of another version of kg: build the graph again")
        forms = tuple(_form(line) for line in lines if "pair" not in line)
        pairs = tuple(_pair(line) for line in lines if "pair" in line)
    except (ValueError, KeyError, TypeError) as error:
        raise GraphError(f"{path} cannot be read ({error}): build the graph again") from error
    return Judgements(forms, pairs)


def _form(line: Mapping[str, object]) -> Form:
    names, traits, at = (_list(line.get(name, ())) for name in ("names", "traits", "at"))
    return Form(
        str(line["thing"]),
        str(line["kind"]),
        str(line["language"]),
        tuple(map(str, names)),
        str(line.get("key", "")),
        tuple((str(name), str(value)) for name, value in map(_list, traits)),
        (int(str(at[0])), int(str(at[1]))) if at else (),
        tuple(map(str, _list(line["articles"]))),
    )


def _pair(line: Mapping[str, object]) -> Pair:
    left, right = _list(line["pair"])
    reasons = tuple(map(str, _list(line["reasons"])))
    return Pair(int(str(left)), int(str(right)), str(line["verdict"]), float(str(line["score"])), reasons)


def _list(value: object) -> Sequence[object]:
    if not isinstance(value, list | tuple):
        raise TypeError(f"{value!r} is no list")
    return value
