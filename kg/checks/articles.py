"""Reads the articles again, so that rules can hold the passages against what stands there now."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg import vocab
from kg.checks.rules import ARTICLES
from kg.graph.access import subject_values, subjects, texts
from kg.model import Article
from kg.read import MAX_BYTES, Refusal, find_inputs, read_source
from kg.reading_json import digest_of

_GRAPH = ox.NamedNode(ARTICLES)


def add_articles(store: ox.Store, folders: Iterable[str | Path], max_bytes: int = MAX_BYTES) -> tuple[int, list[str]]:
    """Put into a store, as the graph ARTICLES, of each article its digest and of each passage what stands there now.

    folders: folders and files, as they were given to the build; max_bytes: the longest file to read.
    Returns how many articles of the graph were read, and what could not be read. Raises InputError where there is none.
    """
    iris = {value.value: article for article, value in subject_values(store, vocab.DCTERMS + "identifier")}
    count, refused = 0, []
    for source in find_inputs(folders).sources:
        for article in read_source(source, max_bytes):
            if isinstance(article, Refusal):
                refused.append(str(article))
            elif article.identifier in iris:
                store.extend(_now(store, iris[article.identifier], article))
                count += 1
    return count, refused


def _now(store: ox.Store, iri: str, article: Article) -> list[ox.Quad]:
    digest = ox.Literal(digest_of(article.text))
    found = [ox.Quad(ox.NamedNode(iri), ox.NamedNode(vocab.iri("textDigest")), digest, _GRAPH)]
    for passage in subjects(store, vocab.OA + "hasSource", iri):
        ends = [texts(store, passage, vocab.OA + name) for name in ("start", "end")]
        if all(len(end) == 1 and end[0].isdecimal() for end in ends):
            words = article.text[int(ends[0][0]) : int(ends[1][0])]
            found.append(ox.Quad(ox.NamedNode(passage), ox.NamedNode(vocab.OA + "exact"), ox.Literal(words), _GRAPH))
    return found
