"""Which protocol a URL is taken to speak, and what the requests look like."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.errors import PushError
from kg.push.login import Login
from kg.push.protocols import Request, way_to
from kg.push.target import GSP, UPDATE, Target, target_of

DOCS = Path(__file__).parents[2] / "docs" / "pushing.md"
TYPES = {GSP: "text/turtle; charset=utf-8", UPDATE: "application/sparql-update; charset=utf-8"}


def test_the_urls_that_the_docs_name_are_taken_for_what_they_are() -> None:
    rows = re.findall(
        r"^\| (?!store |---)([^|]+) \| ([^|]+) \| (`http[^|]+`) \|$", DOCS.read_text("utf-8"), re.MULTILINE
    )
    assert len(rows) == 6
    for _, store, update in rows:
        assert store == "–" or target_of(store.strip("`").replace("HOST", "h")).protocol == GSP
        assert target_of(update.strip("`").replace("HOST", "h")).protocol == UPDATE


def test_a_protocol_that_is_named_goes_before_the_url() -> None:
    assert target_of("http://h/update", protocol="gsp") == Target("http://h/update", "", GSP)
    assert target_of("http://h/update/?key=1", "urn:g") == Target("http://h/update/?key=1", "urn:g", UPDATE)
    with pytest.raises(PushError) as error:
        target_of("http://h/x", protocol="ftp")
    assert str(error.value) == "there is no protocol 'ftp'; there are: auto, gsp, update"


@pytest.mark.parametrize(
    ("url", "in_the_clear"),
    [
        ("http://h/x", True),
        ("https://h/x", False),
        ("http://localhost:1/x", False),
        ("http://127.8.0.1/x", False),
        ("http://[::1]/x", False),
        ("http://localhost.example/x", True),
    ],
)
def test_what_stays_on_this_computer_or_is_encrypted_is_not_in_the_clear(url: str, in_the_clear: bool) -> None:
    assert target_of(url).in_the_clear is in_the_clear


def requests(target: Target, replace: bool) -> list[Request]:
    way = way_to(target, replace)
    return [*way.opening(), way.insert(["a\n", "b\n"], first=True), way.insert(["c\n"], first=False), *way.closing()]


def test_the_graph_store_protocol_puts_first_where_it_replaces() -> None:
    target = Target("http://h/data", "urn:g", GSP)
    first, second = requests(target, replace=True)
    assert first == Request("PUT", TYPES[GSP], b"a\nb\n", {"graph": "urn:g"}, is_large=True)
    assert second == Request("POST", TYPES[GSP], b"c\n", {"graph": "urn:g"})
    assert requests(Target("http://h/data", "", GSP), replace=False) == [
        Request("POST", TYPES[GSP], b"a\nb\n", {"default": ""}),
        Request("POST", TYPES[GSP], b"c\n", {"default": ""}),
    ]


def test_updates_gather_a_replacement_beside_and_copy_it() -> None:
    target = Target("http://h/update", "", UPDATE)
    assert [request.body for request in requests(target, replace=False)] == [
        b"INSERT DATA {\na\nb\n}",
        b"INSERT DATA {\nc\n}",
    ]
    bodies = [request.body.decode() for request in requests(target, replace=True)]
    beside = bodies[0].removeprefix("DROP SILENT GRAPH ")
    assert re.fullmatch("<urn:kg-push:[0-9a-f]{16}>", beside)
    assert bodies == [
        f"DROP SILENT GRAPH {beside}",
        f"INSERT DATA {{ GRAPH {beside} {{\na\nb\n}} }}",
        f"INSERT DATA {{ GRAPH {beside} {{\nc\n}} }}",
        f"COPY GRAPH {beside} TO DEFAULT",
        f"DROP SILENT GRAPH {beside}",
    ]
    named = requests(Target("http://h/update", "urn:g", UPDATE), replace=True)
    assert named[-2].body.decode().endswith("> TO GRAPH <urn:g>")


def test_a_login_that_is_printed_shows_no_secret() -> None:
    assert repr(Login("ana", "secret", "secret")) == "Login(user='ana')"
