"""The query editor and a thing's page in a real browser, against a running server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_page_in_browser import direction
from tests.graph.sample import SOL
from tests.server.conftest import HOSTILE, Server, serving, write_hostile_graph

pytestmark = pytest.mark.slow

NAMES = 'SELECT ?who ?name {\n  ?who a kg:Official ; skos:prefLabel ?name\n  FILTER (LANG(?name) = "fa")\n}'


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    out = tmp_path_factory.mktemp("edited") / "out"
    write_hostile_graph(out)
    with serving(out, "--jobs", "2") as running:
        yield running


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    """The editor; in the end nothing was asked of another server, and no script failed."""
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{server.address}/query")
    page.wait_for_selector("html[data-ready]", state="attached")
    yield page
    context.close()
    assert [url for url in asked if not url.startswith((server.address, "data:", "blob:"))] == []
    assert wrong == []


def run(page: Page, sparql: str) -> None:
    """Asks with the keyboard alone."""
    page.fill("textarea", sparql)
    page.press("textarea", "Control+Enter")


def test_an_answer_is_a_table_with_links_and_names_that_run_their_way(page: Page, server: Server) -> None:
    run(page, NAMES)
    expect(page.locator("[role=status]")).to_have_text("1 row")
    expect(page.locator("td a")).to_have_text(SOL)
    name = page.locator("td bdi")
    expect(name).to_have_text("آنا سول")
    expect(name).to_have_attribute("lang", "fa")
    assert direction(page, "td bdi") == "rtl"
    assert direction(page, "textarea") == "ltr"
    page.locator("td a").click()
    expect(page.locator("h2")).to_have_text("Ana Sol")
    assert page.url == f"{server.address}/id/{SOL}.html"


def test_an_error_is_shown_where_it_is(page: Page) -> None:
    run(page, "SELECT ?x {\n  ?x kg:treaty }")
    expect(page.locator("[role=alert]")).to_contain_text("line 2, column 16 of the query")
    expect(page.locator(".marks .wrong")).to_have_text("}")
    assert page.evaluate("document.querySelector('textarea').selectionStart") == 27
    page.keyboard.type("?y ")
    expect(page.locator(".marks .wrong")).to_have_count(0)


def test_terms_are_completed_with_the_keyboard(page: Page) -> None:
    page.fill("textarea", "")
    page.locator("textarea").press_sequentially("SELECT ?treaty { ?x kg:signedB")
    expect(page.locator(".completions [aria-selected=true]")).to_contain_text("kg:signedBy")
    page.keyboard.press("Tab")
    page.keyboard.type(" ?tre")
    expect(page.locator(".completions li")).to_have_text(["?treatyvariable"])
    page.keyboard.press("Enter")
    page.keyboard.type(" } # kg:sig")
    expect(page.locator(".completions")).to_be_hidden()
    expect(page.locator("textarea")).to_have_value("SELECT ?treaty { ?x kg:signedBy ?treaty } # kg:sig")


def test_the_coloured_copy_lies_exactly_under_the_text(page: Page) -> None:
    page.fill("textarea", "\n".join(f"?s kg:name{number} <http://e/{number}> ." for number in range(30)))
    heights = page.evaluate("[...document.querySelectorAll('.text, .marks')].map((one) => one.scrollHeight)")
    assert abs(heights[0] - heights[1]) < 30  # the last line break


def test_a_named_query_takes_its_values_in_fields(page: Page) -> None:
    page.locator("button[title=names]").click()
    page.get_by_label("thing", exact=True).fill("Seenabkommen")
    page.keyboard.press("Enter")
    expect(page.locator("section[aria-live]")).to_contain_text("thing is treaty/lake-convention")
    expect(page.locator("tbody")).to_contain_text("Convention on Lakes")
    expect(page.locator("textarea")).not_to_have_value("")


def test_an_answer_is_saved_in_each_format(page: Page, tmp_path: Path) -> None:
    run(page, NAMES)
    for form, suffix in (("CSV", "csv"), ("TSV", "tsv"), ("JSON", "json"), ("XML", "xml")):
        with page.expect_download() as saved:
            page.get_by_role("button", name=form, exact=True).click()
        assert saved.value.suggested_filename == f"answer.{suffix}"
        saved.value.save_as(tmp_path / suffix)
        assert "آنا سول" in (tmp_path / suffix).read_text("utf-8")
    run(page, "CONSTRUCT WHERE { ?s kg:chair ?o }")
    expect(page.locator("pre:not(.marks)")).to_contain_text("kg:chair")
    expect(page.get_by_role("button", name="RDF/XML")).to_be_visible()


def test_what_articles_write_is_shown_and_never_run(page: Page, server: Server) -> None:
    run(page, "SELECT ?name { <https://example.org/id/person/bad> rdfs:label ?name }")
    expect(page.locator("td bdi")).to_have_text(HOSTILE)
    page.goto(f"{server.address}/id/person/bad")
    expect(page.locator("h2")).to_have_text(HOSTILE)
    assert page.evaluate("window.hacked") is None


def test_the_picture_opens_from_the_server(page: Page) -> None:
    page.get_by_role("link", name="Picture").click()
    page.wait_for_selector("html[data-ready]", state="attached")
    expect(page.locator(".bar-title")).to_have_text("Lakes")
