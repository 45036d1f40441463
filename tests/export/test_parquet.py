"""Parquet: every row is there, with its types, whatever its texts hold."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings

from kg import vocab
from kg.errors import ExportError
from kg.export.parquet import FILES, write_parquet
from kg.export.source import Source
from tests.export.graphs import contents, nasty_samples

Tables = dict[str, list[dict[str, Any]]]


def tables(source: Source) -> Tables:
    """The tables as pyarrow reads them."""
    with TemporaryDirectory() as folder:
        write_parquet(source, Path(folder))
        return {name.removesuffix(".parquet"): pq.read_table(Path(folder) / name).to_pylist() for name in FILES}


def check(source: Source) -> None:
    """The tables have as many rows as the graph has triples of their kind, and the same texts."""
    found = tables(source)
    said = Counter(triple.predicate.value for triple in contents(source))
    assert len(found["claims"]) == len(found["facts"]) == said[vocab.RDF + "predicate"]
    assert len(found["passages"]) == said[vocab.OA + "exact"]
    assert len(found["articles"]) == said[vocab.DCTERMS + "identifier"]
    names = {vocab.RDFS + "label", vocab.SKOS + "prefLabel", vocab.SKOS + "altLabel"}
    assert len(found["names"]) == sum(said[name] for name in names)
    assert {row["text"] for row in found["names"]} == {
        triple.object.value for triple in contents(source) if triple.predicate.value in names  # type: ignore[union-attr]
    }  # fmt: skip
    assert {row["exact"] for row in found["passages"]} == {
        triple.object.value for triple in contents(source) if triple.predicate.value == vocab.OA + "exact"  # type: ignore[union-attr]
    }  # fmt: skip
    assert {row["iri"] for row in found["things"]} == set(source.things)


def test_the_examples_are_whole(examples: Source) -> None:
    check(examples)


@settings(max_examples=10)
@given(nasty_samples())
def test_nasty_texts_are_read_as_they_were(source: Source) -> None:
    check(source)


def test_tables_go_together(sample: Source) -> None:
    found = tables(sample)
    (chair,) = [row for row in found["facts"] if row["property"] == "chair"]
    assert chair["object"] == "https://example.org/id/official/ana-sol" and chair["value"] == ""
    (claim,) = [row for row in found["claims"] if row["claim"] == chair["claim"]]
    assert (claim["confidence"], claim["sources"], claim["rules"]) == (0.97, 2, ["by-hand"])
    articles = {row["iri"]: row["identifier"] for row in found["articles"]}
    words = {row["iri"]: row for row in found["passages"]}
    assert [articles[words[iri]["article"]] for iri in claim["passages"]] == ["en/lake.txt", "fa/lake.txt"]
    (start,) = [row for row in found["facts"] if row["property"] == "startDate" and row["value"] == "2026"]
    assert start["datatype"] == vocab.XSD + "gYear"
    (rank,) = [row for row in found["facts"] if row["property"] == "rank"]
    assert (rank["value"], rank["language"]) == ("Ambassador", "en")
    assert {row["kind"] for row in found["things"] if "/official/" in row["iri"]} == {"Official"}


def test_without_pyarrow_a_line_says_how_to_get_it(
    sample: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError) as error:
        write_parquet(sample, tmp_path)
    assert str(error.value) == "Parquet needs pyarrow: pip install 'treaty-kg[parquet]'"
