"""Reading and building short texts in tests, with the knowledge loaded once a process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kg.extract.reader import read_article
from kg.graph.emit import emit
from kg.knowledge import Knowledge, LanguageKnowledge, load_knowledge
from kg.model import Article, Reading
from kg.resolve import resolve

CASES = Path(__file__).resolve().parent


@cache
def knowledge() -> Knowledge:
    """All that reading needs; each language is compiled when a test first meets it."""
    return load_knowledge()


def language(code: str) -> LanguageKnowledge:
    """One language, compiled."""
    return knowledge().language(code)


def article(text: str, code: str = "", identifier: str = "article.txt") -> Article:
    """An article of its own, in a stated language or (without code) in the one that is found."""
    return Article(identifier, text, language=code)


def read(text: str, code: str = "") -> Reading:
    """The reading of one text."""
    return read_article(article(text, code), knowledge())


def graph_of(texts: Mapping[str, str], code: str) -> ox.Store:
    """What a build of some articles writes to `graph.ttl` and `evidence.ttl`.

    texts: by identifier; code: their language, where the identifier does not say it.
    """
    articles = {name: article(text, language_of(name, code), name) for name, text in sorted(texts.items())}
    readings = [read_article(one, knowledge()) for one in articles.values()]
    graph, evidence = emit(resolve(readings, articles, knowledge()), articles)
    store = ox.Store()
    store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in (*graph, *evidence))
    return store


def language_of(name: str, code: str) -> str:
    """The language of a case's article: `second.fa.txt` says it itself, `article.txt` is in that of its folder."""
    return name.split(".")[-2] if name.count(".") > 1 else code


def cases() -> list[str]:
    """The names of all golden cases, `<language>/<phenomenon>`, sorted."""
    return sorted(str(path.parent.relative_to(CASES)).replace("\\", "/") for path in CASES.glob("*/*/expected.txt"))


def texts_of(case: str) -> dict[str, str]:
    """The articles of a case by file name."""
    folder = CASES / case
    return {p.name: p.read_text("utf-8") for p in sorted(folder.glob("*.txt")) if p.name != "expected.txt"}
