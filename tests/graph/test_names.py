"""Which thing a typed name means, over scripts, spellings, forms and slips of the pen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

import pyoxigraph as ox
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg import vocab
from kg.errors import QueryError
from kg.graph.fits import Fit
from kg.graph.names import NAME_PROPERTIES, find, find_one
from kg.graph.store import store_of
from tests.graph import sample
from tests.graph.sample import BASE

TUNG, GUTERRES, MODI, KISHIDA = "official/tung", "official/guterres", "official/modi", "official/kishida"
DARYABANDI, ZELENSKY, LIN = "official/daryabandi", "official/zelensky", "person/lin"
VIETNAM, OMAN, UN, ASSEMBLY = "state/vietnam", "state/oman", "organization/un", "organization/assembly"
CYBERCRIME, SEAS, LAKE = "treaty/cybercrime", "treaty/seas", "treaty/lake"
MEETING, POST, ARTICLE = "event/meeting", "post/minister", "article/a"

# Things with their classes and the names that articles have for them, most in one script only.
THINGS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    TUNG: ("Official", ("Phạm Thế Tùng",)),
    GUTERRES: ("Official", ("António Guterres",)),
    MODI: ("Official", ("नरेंद्र मोदी",)),
    KISHIDA: ("Official", ("岸田文雄",)),
    DARYABANDI: ("Official", ("کاوه دریابندی",)),
    ZELENSKY: ("Official", ("Володимир Зеленський",)),
    LIN: ("Person", ("Lin Mei",)),
    VIETNAM: ("State", ("Việt Nam", "ویتنام")),
    OMAN: ("State", ("عمان",)),
    UN: ("InternationalOrganization", ("Organisation des Nations unies",)),
    ASSEMBLY: ("InternationalOrganization", ("Assemblée générale des Nations unies",)),
    CYBERCRIME: ("Treaty", ("United Nations Convention against Cybercrime", "Konwencja hanojska")),
    SEAS: ("Treaty", ("Hochseeabkommen",)),
    LAKE: ("Treaty", ("Convention on the Protection of Mountain Lakes",)),
    MEETING: ("Meeting", ("Meeting: António Guterres, Phạm Thế Tùng",)),
    POST: ("Post", ("Minister of lakes, Việt Nam",)),
    ARTICLE: ("Article", ("Thirty states join Tashkent talks",)),
}

FITS = [
    # as written, but for case, accents, signs, spaces and order
    ("Phạm Thế Tùng", TUNG, Fit.EXACT),
    ("PHẠM THẾ TÙNG", TUNG, Fit.EXACT),
    ("pham the tung", TUNG, Fit.FOLDED),
    ("Pham-The  Tung ", TUNG, Fit.FOLDED),
    ("Tung Pham The", TUNG, Fit.TURNED),
    ("phamthetung", TUNG, Fit.TURNED),
    ("دریابندی کاوه", DARYABANDI, Fit.TURNED),
    # words of it and parts of it
    ("Tùng", TUNG, Fit.WORDS),
    ("Tung Pham", TUNG, Fit.WORDS),
    ("دریابندی", DARYABANDI, Fit.WORDS),
    ("cybercrime convention", CYBERCRIME, Fit.WORDS),
    ("Guter Ant", GUTERRES, Fit.BEGINNINGS),
    ("岸田", KISHIDA, Fit.BEGINNINGS),
    ("文雄", KISHIDA, Fit.PART),
    ("seeabkommen", SEAS, Fit.PART),
    ("CPML", LAKE, Fit.INITIALS),
    ("UNCC", CYBERCRIME, Fit.INITIALS),
    # names that no article has used
    ("Вьетнам", VIETNAM, Fit.KNOWN),
    ("越南", VIETNAM, Fit.KNOWN),
    ("Socialist Republic of Vietnam", VIETNAM, Fit.KNOWN),
    ("ओमान", OMAN, Fit.KNOWN),
    ("ONZ", UN, Fit.KNOWN),
    ("United Nations", UN, Fit.KNOWN),
    ("High Seas Treaty", SEAS, Fit.KNOWN),
    ("BBNJ Agreement", SEAS, Fit.KNOWN),
    ("公海条约", SEAS, Fit.KNOWN),
    # after a kind
    ("official Tung", TUNG, Fit.WORDS),
    ("treaty nations", CYBERCRIME, Fit.WORDS),
    ("meeting Tung", MEETING, Fit.WORDS),
    ("Official Гутерриш", GUTERRES, Fit.LIKE),
    # other scripts
    ("Фам Тхе Тунг", TUNG, Fit.LIKE),
    ("范世松", TUNG, Fit.LIKE),
    ("فام ته تونگ", TUNG, Fit.LIKE),
    ("ファム・テー・トゥン", TUNG, Fit.LIKE),
    ("팜 테 뚱", TUNG, Fit.LIKE),
    ("Гутерриш", GUTERRES, Fit.LIKE),
    ("آنتونیو گوترش", GUTERRES, Fit.LIKE),
    ("安东尼奥·古特雷斯", GUTERRES, Fit.LIKE),
    ("Narendra Modi", MODI, Fit.LIKE),
    ("Modi", MODI, Fit.WORDS),
    ("Нарендра Моди", MODI, Fit.LIKE),
    ("Kishida Fumio", KISHIDA, Fit.LIKE),
    ("Fumio Kishida", KISHIDA, Fit.LIKE),
    ("Kaveh Daryabandi", DARYABANDI, Fit.LIKE),
    ("Кавех Дарьябанди", DARYABANDI, Fit.LIKE),
    ("Daryabandi", DARYABANDI, Fit.LIKE),
    ("Volodymyr Zelensky", ZELENSKY, Fit.LIKE),
    ("Wołodymyr Zełenski", ZELENSKY, Fit.LIKE),
    ("Зеленский", ZELENSKY, Fit.WORDS),
    # forms and slips
    ("Phama", TUNG, Fit.LIKE),
    ("Phama The Tunga", TUNG, Fit.LIKE),
    ("Antonia Guterresa", GUTERRES, Fit.LIKE),
    ("Guteres", GUTERRES, Fit.LIKE),
    ("Antonio Gutteres", GUTERRES, Fit.LIKE),
    ("Konwencji hanojskiej", CYBERCRIME, Fit.LIKE),
    ("convetion on mountan lakes", LAKE, Fit.LIKE),
    ("Владимира Зеленского", ZELENSKY, Fit.LIKE),
    # what has no better name
    ("tashkent talks", ARTICLE, Fit.WORDS),
    ("minister of lakes", POST, Fit.WORDS),
]

NOTHING = [
    "Lavrov", "Сергей Лавров", "王毅", "Xi Jinping", "عباس عراقچی", "Emmanuel Macron", "Tashkent Declaration", "Peru",
    "zzzz", "UNCAC", "Arms Trade Treaty", "official", "nobody at all", "Phong", "12345", "Tehran",
]  # fmt: skip


def _triples() -> Iterator[ox.Triple]:
    for thing, (kind, names) in THINGS.items():
        subject = ox.NamedNode(BASE + thing)
        for one in (kind, *vocab.superclasses(kind)):
            yield ox.Triple(subject, ox.NamedNode(vocab.RDF + "type"), ox.NamedNode(vocab.iri(one)))
        yield ox.Triple(subject, ox.NamedNode(vocab.RDFS + "label"), ox.Literal(names[0]))
        for name in names:
            yield ox.Triple(subject, ox.NamedNode(vocab.SKOS + "altLabel"), ox.Literal(name))


@pytest.fixture(scope="module")
def things() -> ox.Store:
    """The things in a store."""
    return store_of(_triples())


@pytest.mark.parametrize(("typed", "thing", "fit"), FITS)
def test_a_typed_name_means_one_thing(things: ox.Store, typed: str, thing: str, fit: Fit) -> None:
    found = [(choice.iri.removeprefix(BASE), choice.fit) for choice in find(things, typed)]
    assert found == [(thing, fit)]


@pytest.mark.parametrize("typed", NOTHING)
def test_what_is_not_in_the_graph_is_not_found(things: ox.Store, typed: str) -> None:
    with pytest.raises(QueryError, match="the graph has nothing called"):
        find(things, typed)


def test_a_choice_tells_the_name_that_was_fitted_and_how(things: ox.Store) -> None:
    (choice,) = find(things, "Phama The Tunga")
    assert (choice.kind, choice.label, choice.name) == ("Official", "Phạm Thế Tùng", "Phạm Thế Tùng")
    assert choice.understood("Phama") == (
        "'Phama' is taken for Phạm Thế Tùng: a guess, much like its name “Phạm Thế Tùng”"
    )
    (choice,) = find(things, "ONZ")
    assert choice.understood("ONZ") == (
        "'ONZ' is taken for Organisation des Nations unies: another name of “Organisation des Nations unies”"
    )
    assert [find_one(things, name).understood(name) for name in ("pham the tung", TUNG, BASE + TUNG)] == ["", "", ""]


def test_things_come_before_events_and_posts_that_are_called_after_them(things: ox.Store) -> None:
    assert [choice.iri for choice in find(things, "viet")] == [BASE + VIETNAM]
    assert [choice.iri for choice in find(things, "Guterres Tung")] == [BASE + MEETING]


def test_several_things_that_fit_alike_are_choices(things: ox.Store) -> None:
    assert [choice.iri for choice in find(things, "des nations")] == [BASE + ASSEMBLY, BASE + UN]
    with pytest.raises(QueryError) as caught:
        find_one(things, "des nations")
    assert str(caught.value) == (
        "2 things fit 'des nations'; ask for one by its id: organization/assembly (Assemblée générale des Nations "
        "unies); organization/un (Organisation des Nations unies)"
    )


def test_a_certain_fit_goes_before_likenesses(store: ox.Store) -> None:
    assert [choice.iri for choice in find(store, "Arland")] == [BASE + sample.ARLAND]
    assert {choice.iri for choice in find(store, "Brland")} == {BASE + sample.ARLAND, BASE + sample.BORLAND}


@pytest.mark.parametrize("typed", ["nobody at all", "", "  ", "?!"])
def test_nothing_fits(store: ox.Store, typed: str) -> None:
    with pytest.raises(QueryError) as caught:
        find(store, typed)
    assert str(caught.value) == (
        f"the graph has nothing called {typed!r}: try a part of the name, or kg query OUT --name names"
    )


def test_the_nearest_names_are_told_where_nothing_fits(things: ox.Store) -> None:
    with pytest.raises(QueryError) as caught:
        find(things, "Antonio Gutierrez Paz")
    assert str(caught.value) == (
        "the graph has nothing called 'Antonio Gutierrez Paz'; the nearest names are “António Guterres”, "
        "“Meeting: António Guterres, Phạm Thế Tùng”: try a part of the name, or kg query OUT --name names"
    )


@pytest.mark.parametrize("typed", ["lake", "Lake"])
def test_a_word_of_several_names(store: ox.Store, typed: str) -> None:
    assert [choice.iri for choice in find(store, typed)] == [BASE + sample.PARENT, BASE + sample.TREATY]


# Letters of several scripts that have two cases and marks, or neither.
_WORD = st.text(
    "aábcdeéghiklmnoöprsštuvzžабвгдежзиклмнопрстабپتجدرسشفقکلمنوهی世松明阮田文雄かきけナムन", min_size=1, max_size=8
)
_NAME = st.lists(_WORD, min_size=1, max_size=4).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(_NAME, min_size=1, max_size=6, unique=True), st.data())
@example(["i", "I"], None)
def test_any_name_finds_its_thing_in_any_case_without_accents_and_with_its_words_turned(
    names: list[str], data: st.DataObject | None
) -> None:
    store = store_of(
        ox.Triple(ox.NamedNode(f"{BASE}thing/{number}"), ox.NamedNode(NAME_PROPERTIES[0]), ox.Literal(name))
        for number, name in enumerate(names)
    )
    for number, name in enumerate(names):
        iri = f"{BASE}thing/{number}"
        assert iri in {choice.iri for choice in find(store, name)}
        words = data.draw(st.permutations(name.split())) if data else name.split()
        for typed in (name.upper(), name.lower(), _without_marks(name), " ".join(words)):
            found = find(store, typed)
            surest = found[0].fit
            assert surest <= Fit.TURNED
            assert iri in {choice.iri for choice in found} or surest < Fit.TURNED, "another thing is called just so"
            assert found == find(store, typed)


def _without_marks(name: str) -> str:
    plain = unicodedata.normalize("NFD", name)
    return unicodedata.normalize("NFC", "".join(c for c in plain if unicodedata.combining(c) == 0))
