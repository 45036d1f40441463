"""The page as known on a day: that it shows what `kg.graph.asof` leaves of the graph, and how one chooses the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

import kg
from kg import vocab
from kg.graph.asof import known_on
from kg.graph.explain import explain
from kg.graph.facts import facts
from kg.graph.iris import DEFAULT_BASE
from kg.graph.names import tail
from kg.graph.network import things
from kg.graph.query import Store, run
from kg.graph.store import open_graph
from tests.browser.test_page_in_browser import direction, visit

pytestmark = pytest.mark.slow

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
CABLES, SIGNING = "treaty/convention-on-the-protection-of-submarine-cables", "2026-04-14"
POSTS = ("holdsPost", "formerlyHeldPost", "accreditedTo", "post")  # told between persons and bodies on the page
DARYABANDI = "official/kaveh-daryabandi"
ASSERTED = """
[[assert]]
subject = "06-muscat-signing.en.txt: Muscat Convention"
predicate = "depositary"
object = "06-muscat-signing.en.txt: Oman"
who = "Kim Lee"
when = 2026-05-01
why = "Article 30 of the convention."
"""
UNDATED = (
    "Norway and Oman\n\nNorwegian Foreign Minister Ingeborg Aasland met the President of Peru, Ana Bela, in Lima.\n"
)
# Everything that a model of the page says, in plain data.
SAID = """day => {
  const model = KG.modelOf(day);
  return {
    facts: model.facts.map(fact => [fact.s, fact.p, fact.o, fact.sources, fact.confidence, fact.evidence.length]),
    things: [...model.things.values()].map(thing => [thing.id, thing.status ?? "", thing.names, thing.named.length]),
  };
}"""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the examples with corrections, and of an article without a date."""
    folder = tmp_path_factory.mktemp("time")
    (folder / "undated.txt").write_text(UNDATED, encoding="utf-8")
    corrections = (EXAMPLES / "corrections.toml").read_text(encoding="utf-8") + ASSERTED
    (folder / "corrections.toml").write_text(corrections, encoding="utf-8")
    kg.build([EXAMPLES / "articles", folder], folder / "out")
    return folder / "out"


@pytest.fixture(scope="module")
def store(out: Path) -> Store:
    return open_graph(out)


@pytest.fixture
def page(browser: Browser, out: Path) -> Iterator[Page]:
    yield from visit(browser, out / "graph.html")


def claims(store: Store) -> dict[tuple[str, str, str], tuple[int, float, int]]:
    """The sources, confidence and passages of each claim, by what it says."""
    found = {}
    for row in run(store, "SELECT * { ?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; kg:confidence ?sure ; "
                   "kg:independentSources ?sources }"):  # fmt: skip
        passages = run(store, f"SELECT ?e {{ <{row['c']}> kg:evidence ?e }}")
        key = (short(row["s"]), short(row["p"]), short(row["o"]))
        found[key] = (int(str(row["sources"])), float(str(row["sure"])), len(passages))
    return found


def short(value: object) -> str:
    return str(value).removeprefix(vocab.KG).removeprefix(DEFAULT_BASE)


@pytest.mark.parametrize("day", ["2025-10-06", "2025-10-26", "2026-04-14", "2026-04-15", "2026-04-16", "2026-05-01"])
def test_a_page_and_a_graph_as_known_on_a_day_say_the_same(page: Page, store: Store, day: str) -> None:
    said: dict[str, Any] = page.evaluate(SAID, day)
    known = known_on(store, day).store
    told = claims(known)
    shown = [tuple(fact[:3]) for fact in said["facts"] if fact[1] not in POSTS]
    for s, p, o, sources, confidence, passages in said["facts"]:
        same = [q for t, q, v in shown if (t, v) == (s, o) and vocab.is_property(q, p)]
        if p not in POSTS and len(same) == 1:
            assert (sources, passages) == (told[s, p, o][0], told[s, p, o][2])
            assert confidence == pytest.approx(told[s, p, o][1], abs=0.0051)
    drawn = {tail(iri) for iri in things(known) if not tail(iri).startswith("post/")}
    stated = {(short(f.subject_iri), f.predicate, short(f.value_iri or f.value)) for f in facts(known)}
    assert {(s, p, o) for s, p, o in stated if s in drawn and not o.startswith("post/")} <= set(shown)
    assert set(shown) <= told.keys()
    assert {thing[0] for thing in said["things"]} == drawn
    for identifier, status, names, named in said["things"]:
        explained = explain(known, identifier)
        assert sorted((language, text) for text, language in names) == sorted(explained.names)
        assert named == len(explained.mentioned_in)
        statuses = run(known, f"SELECT ?status {{ <{DEFAULT_BASE}{identifier}> kg:status ?status }}").column("status")
        assert [short(one) for one in statuses] == ([status] if status else [])


def test_nothing_is_chosen_at_first_and_all_is_shown(page: Page) -> None:
    expect(page.locator("#time")).to_be_visible()
    expect(page.locator("#time-note")).to_have_text("11 articles")
    expect(page.locator("#day")).to_have_value("")
    expect(page.locator("#days")).to_have_attribute("aria-valuetext", "Everything")
    expect(page.locator("#time-reset")).to_be_disabled()


def test_the_slider_goes_from_article_to_article_by_keys(page: Page) -> None:
    things = int(re.findall(r"\d+", page.locator(".counts").inner_text())[0])
    page.keyboard.press("t")
    expect(page.locator("#days")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#day")).to_have_value(SIGNING)
    expect(page.locator("#days")).to_have_attribute("aria-valuetext", "April 14, 2026")
    expect(page.locator("#time-note")).to_have_text("7 articles · 3 later · 1 without a date left out")
    page.wait_for_function("location.hash === '#?as-of=2026-04-14'")
    assert int(re.findall(r"\d+", page.locator(".counts").inner_text())[0]) < things
    assert page.evaluate("history.length") == 1 or page.locator("#back").is_disabled()
    page.keyboard.press("End")
    expect(page.locator("#time-note")).to_have_text("11 articles")
    page.wait_for_function("location.hash === ''")


def test_any_day_can_be_typed_and_all_is_shown_again(page: Page) -> None:
    page.evaluate("() => { const go = KG.goTo; KG.went = []; KG.goTo = day => { KG.went.push(day); go(day); }; }")
    page.locator("#day").focus()
    page.keyboard.type("12312025")
    assert page.evaluate("KG.went") == ["2025-12-31"]
    expect(page.locator("#time-note")).to_have_text("5 articles · 5 later · 1 without a date left out")
    expect(page.locator(".articles .article")).to_have_count(5)
    assert page.evaluate("location.hash") == "#?as-of=2025-12-31"
    page.locator("#time-reset").click()
    expect(page.locator("#time-note")).to_have_text("11 articles")
    expect(page.locator("#days")).to_be_focused()
    assert page.evaluate("location.hash") == ""


def test_before_the_first_article_nothing_is_known(page: Page) -> None:
    page.evaluate("KG.goTo('1999-12-31')")
    expect(page.locator(".counts")).to_contain_text("0 things")
    expect(page.locator("#time-note")).to_have_text("0 articles · 10 later · 1 without a date left out")
    assert page.evaluate("KG.data.network.nodes.every(node => KG.graph.network.body.nodes[node.id].options.hidden)")


def test_an_address_opens_its_thing_as_known_on_its_day(browser: Browser, out: Path) -> None:
    for page in visit(browser, out / "graph.html", f"{DARYABANDI}?as-of={SIGNING}"):
        fact = page.locator(".fact[data-property=signedBy]")
        expect(fact).to_contain_text("2 sources")
        expect(fact).to_contain_text("90 % sure")
        expect(page.locator(".names dt")).to_have_text(["English", "Persian"])
        page.locator(".fact[data-property=signedBy] .link").click()
        assert page.evaluate("location.hash").endswith(f"?as-of={SIGNING}")
        page.locator("#back").click()
        expect(page.locator("#panel h2")).to_have_text("Kaveh Daryabandi")
        page.evaluate("KG.goTo('2026-04-15')")
        expect(fact).to_contain_text("4 sources")


def test_a_month_in_an_address_means_its_last_day_and_no_date_means_everything(browser: Browser, out: Path) -> None:
    for target, articles in (("?as-of=2025-10", "5 articles"), ("?as-of=2025-13", "11 articles")):
        for page in visit(browser, out / "graph.html", target):
            expect(page.locator("#time-note")).to_contain_text(articles)


def test_what_was_not_known_yet_says_so_and_when_it_was(browser: Browser, out: Path) -> None:
    for page in visit(browser, out / "graph.html", f"{DARYABANDI}?as-of=2025-12"):
        expect(page.locator("#panel h2")).to_have_text("Kaveh Daryabandi")
        expect(page.locator("#panel")).to_contain_text("No article until December 31, 2025 tells of this.")
        page.get_by_role("button", name="Known from April 14, 2026 on").click()
        expect(page.locator("#day")).to_have_value(SIGNING)
        expect(page.locator(".fact[data-property=signedBy]")).to_have_count(1)


def test_search_filter_and_picture_follow_the_day(page: Page) -> None:
    hidden = "id => KG.graph.network.body.nodes[id].options.hidden"
    officials = page.locator(".row", has=page.locator("input[data-kind=Official]")).locator(".count")
    every = int(officials.inner_text())
    page.evaluate("KG.goTo('2025-12-31')")
    assert page.evaluate(hidden, DARYABANDI) is True
    assert 0 < int(officials.inner_text()) < every
    page.keyboard.press("/")
    page.keyboard.insert_text("Daryabandi")
    expect(page.locator("#results")).to_have_text("Nothing has that name")
    page.keyboard.press("Escape")
    page.evaluate(f"KG.goTo('{SIGNING}')")
    assert page.evaluate(hidden, DARYABANDI) is False
    page.locator("input[data-kind=Official]").uncheck()
    assert page.evaluate(hidden, DARYABANDI) is True
    page.keyboard.press("/")
    page.keyboard.insert_text("Daryabandi")
    expect(page.locator("#results li").first).to_have_attribute("data-thing", DARYABANDI)


@pytest.mark.parametrize("width", [1400, 390])
def test_from_right_to_left_the_bar_is_turned_round(browser: Browser, out: Path, width: int) -> None:
    for page in visit(browser, out / "graph.html", viewport={"width": width, "height": 860}):
        page.evaluate("document.documentElement.dir = 'rtl'")
        assert direction(page, "#time") == "rtl"
        label, reset = page.locator("#time-title").bounding_box(), page.locator("#time-reset").bounding_box()
        assert label is not None and reset is not None
        assert reset["x"] + reset["width"] < label["x"] and label["x"] + label["width"] <= width
        page.locator("#days").focus()
        page.keyboard.press("ArrowRight")  # to the beginning
        expect(page.locator("#day")).to_have_value("2026-04-16")
        page.keyboard.press("ArrowLeft")
        expect(page.locator("#day")).to_have_value("")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_who_asserted_and_who_rejected_something_is_told(page: Page) -> None:
    page.evaluate("id => KG.go(id)", CABLES)
    asserted = page.locator(".fact[data-property=depositary]", has=page.locator(".by"))
    expect(asserted.locator(".link")).to_have_text("Oman")
    expect(asserted.locator(".by")).to_have_text("Asserted by Kim Lee, May 1, 2026Article 30 of the convention.")
    decision = page.locator(".decision")
    expect(decision.locator(".property")).to_have_text("Rejected")
    expect(decision.locator(".value")).to_contain_text("signatoryCount | 37")
    expect(decision.locator(".by")).to_contain_text("Decided by Kim Lee, May 1, 2026")
    page.evaluate("KG.goTo('2026-04-30')")
    expect(asserted).to_have_count(0)
    page.evaluate("KG.goTo('2026-05-01')")
    expect(asserted).to_have_count(1)


def test_a_post_tells_from_when_to_when_it_is_reported(page: Page) -> None:
    page.evaluate("id => KG.go(id)", DARYABANDI)
    expect(page.locator(".reported")).to_have_text("reported April 14, 2026 – April 15, 2026")
    page.evaluate(f"KG.goTo('{SIGNING}')")
    expect(page.locator(".reported")).to_have_text("reported April 14, 2026")
