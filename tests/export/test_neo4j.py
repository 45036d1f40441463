"""CSV files for Neo4j: a header of its grammar, every thing a node, every link a relationship."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox
from hypothesis import given, settings

from kg import vocab
from kg.export.neo4j import BETWEEN, FILES, write_neo4j
from kg.export.source import Source
from kg.graph.store import store_of
from tests.export.graphs import contents, nasty_samples

# https://neo4j.com/docs/operations-manual/current/import/#import-tool-header-format
FIELD = re.compile(r"[A-Za-z_]\w*(:(ID|string\[\]|long|long\[\]|double))?|:(LABEL|START_ID|END_ID|TYPE)")
Rows = list[dict[str, str]]


def tables(source: Source) -> tuple[Rows, Rows]:
    """The nodes and relationships as Python's csv reads them."""
    with TemporaryDirectory() as folder:
        write_neo4j(source, Path(folder))
        assert sorted(path.name for path in Path(folder).iterdir()) == sorted(FILES)
        found = []
        for name in FILES[:2]:
            with (Path(folder) / name).open(encoding="utf-8", newline="") as file:
                rows = list(csv.reader(file, strict=True))
            assert all(FIELD.fullmatch(field) for field in rows[0]) and len(set(rows[0])) == len(rows[0])
            found.append([dict(zip(rows[0], row, strict=True)) for row in rows[1:]])
    return found[0], found[1]


def check(source: Source) -> None:
    """Every thing is a node, every triple between two things a relationship, and nothing else is either."""
    nodes, relationships = tables(source)
    said = [triple for triple in contents(source) if str(triple.subject)[1:-1] not in source.evidence]
    things = {str(triple.subject)[1:-1] for triple in said}
    assert sorted(node["iri:ID"] for node in nodes) == sorted(things)
    links = {
        (str(t.subject)[1:-1], t.object.value)
        for t in said
        if isinstance(t.object, ox.NamedNode) and t.object.value in things and t.predicate.value != vocab.RDF + "type"
    }
    assert {(row[":START_ID"], row[":END_ID"]) for row in relationships} == links
    for node in nodes:
        (label,) = [t.object for t in said if str(t.subject) == f"<{node['iri:ID']}>" and t.predicate.value == LABEL]
        assert isinstance(label, ox.Literal) and (node["label"], node["language"]) == (label.value, label.language)


LABEL = vocab.RDFS + "label"


def test_the_examples_are_whole(examples: Source) -> None:
    check(examples)


@settings(max_examples=10)
@given(nasty_samples())
def test_nasty_texts_are_read_as_they_were(source: Source) -> None:
    check(source)


def test_a_node_has_its_names_by_language_and_its_values_with_their_types(sample: Source) -> None:
    nodes, _ = tables(sample)
    found = {node["iri:ID"].removeprefix("https://example.org/id/"): node for node in nodes}
    sol = found["official/ana-sol"]
    assert sol[":LABEL"].split(BETWEEN) == ["Agent", "Official", "Person"]
    assert (sol["name_en"], sol["name_fa"], sol["name_de"], sol["rank"]) == ("Ana Sol", "آنا سول", "", "Ambassador")
    treaty = found["treaty/lake-convention"]
    assert treaty["signatoryCount:long[]"].split(BETWEEN) == ["20", "21"]
    assert treaty["otherNames:string[]"] == "Convention on Lakes@en"
    refusal = found["event/signing-lake-convention-borland"]
    assert (refusal["status"], refusal["startDate"], refusal["delegationCount:long"]) == ("Denied", "2024-05", "")


def test_two_properties_of_one_name_are_two_columns(sample: Source) -> None:
    more = [
        ox.Triple(ox.NamedNode("https://example.org/id/place/porto"), ox.NamedNode(predicate), ox.Literal(value))
        for predicate, value in (
            ("https://a.example/size", 1),
            ("https://b.example/size", 2),
            ("https://a.example/label", 3),
        )
    ]
    nodes, _ = tables(Source(store_of([*contents(sample), *more])))
    (porto,) = [node for node in nodes if node["iri:ID"].endswith("/porto")]
    sizes = {name: value for name, value in porto.items() if "example" in name}
    assert sizes == {
        "https___a_example_size:long": "1",
        "https___b_example_size:long": "2",
        "https___a_example_label:long": "3",
    }


def test_a_relationship_carries_its_claim(sample: Source) -> None:
    _, relationships = tables(sample)
    (chair,) = [row for row in relationships if row[":TYPE"] == "CHAIR"]
    assert chair[":START_ID"].endswith("/event/signing-lake-convention-2024-05-03")
    assert (chair["confidence:double"], chair["sources:long"]) == ("0.97", "2")
    assert chair["articles:string[]"].split(BETWEEN) == ["en/lake.txt", "fa/lake.txt"]
    quotes = chair["quotes:string[]"].split(BETWEEN)
    assert quotes[0] == "Foreign Minister Ana Sol of Arland chaired the ceremony in Porto on 3 May 2024"
    assert {row[":TYPE"] for row in relationships} >= {"HOLDS_POST", "MENTIONS", "TRANSLATION_OF", "POST_ROLE", "TOPIC"}


def test_the_command_names_the_files_that_are_there(sample: Source, tmp_path: Path) -> None:
    write_neo4j(sample, tmp_path)
    command = (tmp_path / "import.sh").read_text("utf-8")
    assert set(re.findall(r"--(?:nodes|relationships)=(\S+)", command)) == {"nodes.csv", "relationships.csv"}
    assert "--array-delimiter=U+001F" in command and BETWEEN == "\u001f"
