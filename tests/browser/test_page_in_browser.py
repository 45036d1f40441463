"""The page in a real browser: what a reader can do with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from kg.export.page import write_page
from kg.model import Article, Entity, Fact, Label, Passage, Reading, Resolution
from tests.browser.fixture import AZARNUSH, BRANDAO, CHARTER, SIGNING, articles, resolution

pytestmark = pytest.mark.slow

# Where a node or the middle of an edge stands in the window.
SPOT = """([id, isEdge]) => {
  const network = KG.graph.network;
  const place = isEdge ? network.body.edges[id].edgeType.getPoint(0.5) : network.getPosition(id);
  const inside = network.canvasToDOM(place);
  const frame = document.getElementById("network").getBoundingClientRect();
  return [inside.x + frame.x, inside.y + frame.y];
}"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "graph.html"
    write_page(resolution(), articles(), path, "Border lakes")
    return path


def visit(browser: Browser, path: Path, target: str = "", **options: Any) -> Iterator[Page]:
    """Opens the page and, when the test is done, asserts that nothing was fetched and nothing went wrong."""
    options.setdefault("viewport", {"width": 1400, "height": 860})
    context = browser.new_context(reduced_motion="reduce", **options)
    page = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(path.as_uri() + (f"#{target}" if target else ""))
    page.wait_for_selector("html[data-ready]", state="attached")
    yield page
    context.close()
    assert [url for url in asked if url.partition("#")[0] != path.as_uri() and not url.startswith("data:")] == []
    assert wrong == []


@pytest.fixture
def page(browser: Browser, file: Path) -> Iterator[Page]:
    yield from visit(browser, file)


def click(page: Page, identifier: str, edge: bool = False) -> None:
    """Clicks a node or an edge of the picture."""
    page.evaluate("KG.graph.fit()")
    page.wait_for_timeout(100)
    x, y = page.evaluate(SPOT, [identifier, edge])
    page.mouse.click(x, y)


def label(page: Page, identifier: str) -> str:
    """The label that is drawn, without the marks of direction."""
    drawn: str = page.evaluate("id => KG.graph.network.body.nodes[id].options.label", identifier)
    return drawn.translate({0x2066: None, 0x2067: None, 0x2069: None}).replace("\n", " ")


def direction(page: Page, selector: str) -> str:
    computed: str = page.locator(selector).first.evaluate("element => getComputedStyle(element).direction")
    return computed


def test_overview_counts_what_was_read(page: Page) -> None:
    expect(page.locator(".bar-title")).to_have_text("Border lakes")
    expect(page.locator(".counts")).to_contain_text("24 things")
    expect(page.locator(".counts")).to_contain_text("3 languages")
    expect(page.locator(".best li").first).to_contain_text("Lake Charter")


def test_nodes_stay_where_the_builder_put_them(page: Page) -> None:
    moved = page.evaluate(
        """KG.data.network.nodes.filter(node => {
          const place = KG.graph.network.getPosition(node.id);
          return place.x !== node.x || place.y !== node.y;
        })"""
    )
    assert moved == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("آذرنوش", AZARNUSH),
        ("برانداو", BRANDAO),
        ("brandao", BRANDAO),
        ("RIHA", "person/tomas-riha"),
        ("李文海", "official/li-wenhai"),
        ("درياچه", CHARTER),  # written with Arabic yeh
        ("prot lakes", CHARTER),
    ],
)
def test_search_finds_names_in_any_script_and_goes_there(page: Page, typed: str, found: str) -> None:
    page.keyboard.press("/")
    page.keyboard.insert_text(typed)
    expect(page.locator("#results li").first).to_have_attribute("data-thing", found)
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == f"#{found}"
    expect(page.locator("#results")).to_be_hidden()


def test_search_is_used_with_arrows_and_left_with_escape(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.insert_text("lake charter")
    options = page.locator("#results [role=option]")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(page.locator("#results")).to_be_hidden()
    page.keyboard.press("/")
    page.keyboard.insert_text("zzzz")
    expect(page.locator("#results")).to_have_text("Nothing has that name")


def test_filter_hides_a_class_and_its_edges(page: Page) -> None:
    hidden = "id => KG.graph.network.body.nodes[id].options.hidden"
    box = page.locator("input[data-kind=Official]")
    assert page.evaluate(hidden, BRANDAO) is False
    expect(page.locator(".row", has=box)).to_contain_text("3")
    box.uncheck()
    assert page.evaluate(hidden, BRANDAO) is True
    assert page.evaluate(hidden, CHARTER) is False
    assert page.evaluate("id => KG.graph.network.body.edges[id].options.hidden", f"{SIGNING}~{BRANDAO}") is True
    assert page.locator("input[data-group=person]").evaluate("box => box.indeterminate") is True
    page.locator("input[data-group=person]").check()
    assert page.evaluate(hidden, BRANDAO) is False
    page.get_by_role("button", name="None", exact=True).click()
    assert page.evaluate("KG.data.things.every(thing => KG.graph.network.body.nodes[thing.id].options.hidden)")


def test_things_without_connections_can_be_left_out(page: Page) -> None:
    page.locator("#loose").uncheck()
    assert page.evaluate("KG.graph.network.body.nodes['organization/bnn'].options.hidden") is True
    assert page.evaluate("KG.graph.network.body.nodes['place/nur'].options.hidden") is False


def test_language_of_labels_can_be_chosen_and_falls_back(page: Page) -> None:
    assert page.locator("#language option").evaluate_all("all => all.map(o => o.value)") == ["", "en", "fa", "zh"]
    assert label(page, BRANDAO) == "Elena Brandão"
    page.select_option("#language", "fa")
    assert label(page, BRANDAO) == "النا برانداو"
    assert label(page, "person/tomas-riha") == "Tomáš Říha"
    page.select_option("#language", "zh")
    assert label(page, BRANDAO) == "埃莱娜·布兰当"
    page.select_option("#language", "")
    assert label(page, BRANDAO) == "Elena Brandão"


def test_a_node_shows_names_and_facts_with_the_words_that_say_them(page: Page) -> None:
    click(page, SIGNING)
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Signing of the Lake Charter")
    expect(panel.locator(".chips")).to_contain_text("Happened")
    expect(panel.locator(".chips")).to_contain_text("May 4, 2031")
    chair = panel.locator(".fact[data-property=chair]")
    expect(chair.locator(".link")).to_have_text("Elena Brandão")
    expect(chair.locator("mark").first).to_have_text("Deputy Minister of Waters Elena Brandão chaired the ceremony")
    expect(chair.locator("summary")).to_have_text("2 more passages")
    chair.locator("summary").click()
    expect(chair.locator(".quote p[lang=zh] mark")).to_have_text("维尔多尼亚水利部副部长埃莱娜·布兰当主持仪式")
    expect(panel.locator(".conflict").first).to_have_text("Conflicts with: delegations 40")
    expect(panel).to_contain_text("more than 40")


def test_an_edge_shows_its_facts_with_their_words(page: Page) -> None:
    click(page, f"{SIGNING}~place/marisport", edge=True)
    panel = page.locator("#panel")
    expect(panel.locator(".pair .link")).to_have_text(["Signing of the Lake Charter", "Marisport"])
    expect(panel.locator(".fact .property")).to_have_text("place")
    expect(panel.locator(".fact mark").first).to_contain_text("Foreign ministers met in Marisport on 4 May 2031")
    frame = page.locator("#network").bounding_box()
    assert frame is not None
    page.mouse.click(frame["x"] + 4, frame["y"] + frame["height"] - 4)  # where nothing is drawn
    expect(panel.locator("h2")).to_have_text("What the articles say")


def test_persian_words_run_from_right_to_left(page: Page) -> None:
    page.select_option("#language", "fa")
    page.evaluate("id => KG.go(id)", SIGNING)
    assert direction(page, "#panel h2") == "rtl"
    assert direction(page, ".fact[data-property=chair] .quote p[lang=fa]") == "rtl"
    assert direction(page, ".fact[data-property=chair] .quote p[lang=en]") == "ltr"
    # This sentence begins with a Latin acronym, so its first letter tells the wrong direction.
    assert direction(page, ".fact[data-property=place] .quote p[lang=fa]") == "rtl"
    assert page.evaluate("KG.graph.network.body.nodes['place/marisport'].options.label").startswith("\u2067")


def test_a_post_is_told_by_its_role_between_person_and_body(page: Page) -> None:
    page.evaluate("id => KG.go(id)", BRANDAO)
    fact = page.locator(".fact[data-property=holdsPost]")
    expect(fact.locator(".property")).to_have_text("Deputy minister")
    expect(fact.locator(".link")).to_have_text("Ministry of Waters of Veldonia")


def test_status_of_events_is_drawn(page: Page) -> None:
    style = """id => {
      const options = KG.graph.network.body.nodes[id].options;
      return [options.color.border, options.shapeProperties.borderDashes];
    }"""
    red = page.evaluate("KG.colour('denied')")
    assert page.evaluate(style, "event/signing-sarkand") == [red, False]
    assert page.evaluate(style, "event/ratification-veldonia")[1] == [6, 4]
    assert page.evaluate(style, SIGNING)[1] is False
    expect(page.locator(".legend").last).to_contain_text("Planned")


def test_what_did_not_happen_does_not_read_as_if_it_had(page: Page) -> None:
    page.evaluate("KG.go('state/sarkand')")
    fact = page.locator(".fact[data-property=signedBy]")
    expect(fact.locator(".unsure")).to_have_text("did not happen")
    page.evaluate("KG.go('state/karun')")
    expect(page.locator(".fact[data-property=signedBy] .unsure")).to_have_count(0)


def test_links_go_to_things_and_back_goes_back(page: Page) -> None:
    expect(page.locator("#back")).to_be_disabled()
    click(page, SIGNING)
    page.locator(".fact[data-property=chair] .link").click()
    expect(page.locator("#panel h2")).to_have_text("Elena Brandão")
    page.locator("#back").click()
    expect(page.locator("#panel h2")).to_have_text("Signing of the Lake Charter")
    page.locator("#back").click()
    expect(page.locator("#panel h2")).to_have_text("What the articles say")
    expect(page.locator("#back")).to_be_disabled()
    page.go_forward()
    page.keyboard.press("Escape")
    expect(page.locator("#panel h2")).to_have_text("What the articles say")


def test_an_address_opens_its_thing(browser: Browser, file: Path) -> None:
    for page in visit(browser, file, AZARNUSH):
        expect(page.locator("#panel h2")).to_have_text("Bahman Azarnush")


def test_an_unknown_address_opens_the_overview(browser: Browser, file: Path) -> None:
    for page in visit(browser, file, "nobody/%E0%A4%A"):
        expect(page.locator("#panel h2")).to_have_text("What the articles say")


def test_whole_picture_brings_all_things_into_view(page: Page) -> None:
    page.evaluate("id => KG.go(id)", AZARNUSH)
    page.locator("#fit").click()
    frame = page.locator("#network").bounding_box()
    assert frame is not None
    spots = page.evaluate(f"KG.data.things.map(thing => ({SPOT})([thing.id, false]))")
    assert all(frame["x"] < x < frame["x"] + frame["width"] for x, _ in spots)
    assert all(frame["y"] < y < frame["y"] + frame["height"] for _, y in spots)


def test_a_phone_has_the_panel_below_and_nothing_sticks_out(browser: Browser, file: Path) -> None:
    for page in visit(browser, file, SIGNING, viewport={"width": 390, "height": 844}):
        picture, panel = page.locator("#network").bounding_box(), page.locator("#panel").bounding_box()
        assert picture is not None and panel is not None
        assert panel["y"] >= picture["y"] + picture["height"] - 1
        assert picture["height"] > 200 and panel["height"] > 200
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        expect(page.locator("#filter")).to_be_hidden()
        page.locator("#filter-toggle").click()
        expect(page.locator("#filter")).to_be_visible()


def test_dark_mode_follows_the_reader(browser: Browser, file: Path) -> None:
    colour = "KG.graph.network.body.nodes['treaty/lake-charter'].options.font.color"
    for page in visit(browser, file, color_scheme="dark"):
        dark = page.evaluate(colour)
        page.emulate_media(color_scheme="light")
        page.wait_for_timeout(50)
        assert page.evaluate(colour) != dark


def test_words_of_articles_are_never_run(browser: Browser, tmp_path: Path) -> None:
    """Markup in a name, an article, a title or an address is shown or dropped, never obeyed."""
    attack = "</script><img src=x onerror='window.hacked=1'><script>window.hacked=1</script><!--"
    text = f"Before {attack} after"
    passage = Passage("a.txt", 7, 7 + len(attack), attack)
    bad = Entity(
        "person/bad",
        "Person",
        Label(attack, "en", True),
        (Label(attack, "en", True),),
        same_as=("javascript:alert(1)",),
    )
    other = Entity("state/other", "State", Label("Other", "en", True), (Label("Other", "en", True),))
    facts = (
        Fact("person/bad", "memberOf", "state/other", passages=(passage,)),
        Fact(
            "person/bad",
            "rank",
            attack,
            "text",
            language='en"><b>',
            qualifier=attack,
            rules=(attack,),
            passages=(passage,),
        ),
    )
    reading = Reading("a.txt", "0", "en", headline=attack, published=attack, source="javascript:window.hacked=1")
    path = tmp_path / "graph.html"
    write_page(
        Resolution((reading,), (), (bad, other), facts, (("a.txt", "person/bad"),)),
        {"a.txt": Article("a.txt", text)},
        path,
        attack,
    )
    for page in visit(browser, path, "person/bad"):
        expect(page.locator("#panel h2")).to_have_text(attack)
        expect(page.locator(".bar-title")).to_have_text(attack)
        expect(page.locator(".quote mark").first).to_have_text(attack)
        page.keyboard.press("/")
        page.keyboard.insert_text("onerror")
        expect(page.locator("#results li .found")).to_have_text(attack)
        assert page.evaluate("window.hacked") is None
        assert page.locator("img, b:not(.name), a[href^=javascript]").count() == 0


def test_an_empty_graph_opens(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "graph.html"
    write_page(Resolution((), (), (), ()), {}, path, "Nothing")
    for page in visit(browser, path):
        expect(page.locator(".counts")).to_contain_text("0 things")


def test_two_thousand_things_open_and_can_be_chosen(browser: Browser, tmp_path: Path) -> None:
    names = [f"person/p{number}" for number in range(2_000)]
    people = tuple(
        Entity(name, "Person", Label(name, "en", True), (Label(name, "en", True),)) for name in sorted(names)
    )
    facts = tuple(Fact(name, "memberOf", names[number // 3]) for number, name in enumerate(names) if number)
    path = tmp_path / "graph.html"
    write_page(Resolution((), (), people, facts), {}, path, "Many")
    for page in visit(browser, path, "person/p5"):
        expect(page.locator("#panel h2")).to_have_text("person/p5")
        expect(page.locator(".fact")).to_have_count(4)
