"""The gazetteer: what its files hold, how they are read, and what is found wrong with them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.gazetteer import Concept, load_gazetteer, validate, with_names

LANGUAGES = (
    "pl", "fa", "id", "vi", "en", "fr", "es", "de", "pt", "it",
    "nl", "ro", "cs", "ru", "uk", "tr", "ar", "ms", "zh", "ja", "ko", "hi",
)  # fmt: skip
PREFIXES = """@base <https://w3id.org/treaty-kg/gazetteer/> .
@prefix kg: <https://w3id.org/treaty-kg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
KINDS = {"state": "State", "place": "Place", "treaty": "Treaty"}


@pytest.fixture(scope="module")
def gazetteer() -> dict[str, Concept]:
    return load_gazetteer()


def _write(folder: Path, text: str, name: str = "some.ttl") -> Path:
    file = folder / name
    file.write_text(PREFIXES + text, encoding="utf-8")
    return file


def _named(gazetteer: dict[str, Concept], language: str, label: str) -> list[str]:
    return [key for key, concept in gazetteer.items() if label in concept.labels.get(language, ())]


def test_nothing_is_wrong_with_it(gazetteer: dict[str, Concept]) -> None:
    assert validate(gazetteer, LANGUAGES) == []


def test_it_is_read_quickly() -> None:
    """All of it takes a fraction of a second of work; the bound leaves room for slow machines."""
    begin = time.process_time()
    load_gazetteer()
    assert time.process_time() - begin < 2.0


def test_keys_are_sorted_and_say_what_a_thing_is(gazetteer: dict[str, Concept]) -> None:
    assert list(gazetteer) == sorted(gazetteer)
    for key, concept in gazetteer.items():
        assert concept.key == key
        assert concept.kind == KINDS.get(key.split("/")[0], concept.kind)


@pytest.mark.parametrize(
    ("language", "label", "english"),
    [
        ("pl", "Genewa", "Geneva"), ("es", "Ginebra", "Geneva"), ("zh", "日内瓦", "Geneva"), ("fa", "ژنو", "Geneva"),
        ("vi", "Luân Đôn", "London"), ("tr", "Londra", "London"), ("ar", "لندن", "London"), ("ko", "런던", "London"),
        ("nl", "Den Haag", "The Hague"), ("cs", "Haag", "The Hague"), ("hi", "नई दिल्ली", "New Delhi"),
        ("it", "Monaco di Baviera", "Munich"), ("id", "Krimea", "Crimea"), ("ja", "新疆", "Xinjiang"),
    ],
)  # fmt: skip
def test_places_are_found_by_their_names_in_other_languages(
    gazetteer: dict[str, Concept], language: str, label: str, english: str
) -> None:
    assert [gazetteer[key].labels["en"][0] for key in _named(gazetteer, language, label)] == [english]


def test_every_capital_is_a_place_of_its_state(gazetteer: dict[str, Concept]) -> None:
    capitals = {key: concept.capital for key, concept in gazetteer.items() if concept.capital}
    assert len(capitals) > 200
    shared = {"state/PS"}  # a seat of government may lie in a place whose state is disputed
    for state, capital in capitals.items():
        assert state in shared or gazetteer[capital].within == state


def test_big_cities_are_there_with_their_weight(gazetteer: dict[str, Concept]) -> None:
    (key,) = _named(gazetteer, "en", "Kyoto")
    assert gazetteer[key].within == "state/JP"
    assert gazetteer[key].weight > 1000


def test_no_place_has_the_name_of_a_state(gazetteer: dict[str, Concept]) -> None:
    states: set[tuple[str, str]] = set()
    for concept in gazetteer.values():
        if concept.kind == "State":
            states |= {(language, text) for language, texts in concept.labels.items() for text in texts}
    anywhere = {text for _, text in states}
    for concept in gazetteer.values():
        if concept.kind == "Place":
            for language, texts in concept.labels.items():
                assert not {(language, text) for text in texts} & states, concept.key
            assert not set(concept.labels.get("", ())) & anywhere, concept.key


def test_ordinary_words_are_marked(gazetteer: dict[str, Concept]) -> None:
    """A name that is a word of a language is marked there, and in English, whose names other languages use."""
    (nice,) = _named(gazetteer, "en", "Nice")
    assert ("en", "Nice") in gazetteer[nice].ambiguous
    (surat,) = _named(gazetteer, "en", "Surat")
    assert {("en", "Surat"), ("id", "Surat")} <= gazetteer[surat].ambiguous
    (geneva,) = _named(gazetteer, "en", "Geneva")
    assert not gazetteer[geneva].ambiguous


def test_names_without_a_language_are_few_and_in_known_scripts(gazetteer: dict[str, Concept]) -> None:
    for concept in gazetteer.values():
        loose = concept.labels.get("", ())
        assert len(loose) <= 10, concept.key
        assert not {text for language, texts in concept.labels.items() if language for text in texts} & set(loose)


def test_preferred_names_stand_first(tmp_path: Path) -> None:
    _write(
        tmp_path,
        "<place/1> kg:kind kg:Place ; kg:within <state/XX> ; kg:weight 7 ;"
        ' skos:altLabel "Aa"@en, "B"@en ; skos:prefLabel "Z"@en ; skos:hiddenLabel "H" ; kg:ambiguousLabel "B"@en .',
    )
    place = load_gazetteer(tmp_path)["place/1"]
    assert place.labels == {"": ("H",), "en": ("Z", "Aa", "B")}
    assert (place.kind, place.within, place.weight) == ("Place", "state/XX", 7)
    assert place.ambiguous == {("en", "B")}


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError) as caught:
        load_gazetteer(tmp_path)
    told = "no gazetteer files (*.ttl) here; reinstall the package or restore the folder"
    assert str(caught.value) == f"{tmp_path}: {told}"


def test_a_concept_without_a_kind_is_refused(tmp_path: Path) -> None:
    file = _write(tmp_path, '<place/1> skos:prefLabel "Z"@en .')
    with pytest.raises(KnowledgeError) as caught:
        load_gazetteer(tmp_path)
    assert str(caught.value) == f"{file}: place/1 has no kg:kind; say which class of the ontology it belongs to"


def test_a_concept_in_two_files_is_refused(tmp_path: Path) -> None:
    _write(tmp_path, "<place/1> kg:kind kg:Place .", "a.ttl")
    file = _write(tmp_path, "<place/1> kg:kind kg:Place .", "b.ttl")
    with pytest.raises(KnowledgeError) as caught:
        load_gazetteer(tmp_path)
    assert str(caught.value) == f"{file}: place/1 is described in another gazetteer file too; keep one of them"


def test_a_file_that_is_no_turtle_is_refused(tmp_path: Path) -> None:
    file = _write(tmp_path, "<place/1> kg:kind")
    with pytest.raises(KnowledgeError) as caught:
        load_gazetteer(tmp_path)
    assert str(caught.value).startswith(f"{file}: cannot be read as Turtle: ")


def test_things_outside_the_gazetteer_are_refused(tmp_path: Path) -> None:
    file = _write(tmp_path, "<http://example.org/x> kg:kind kg:Place .")
    with pytest.raises(KnowledgeError) as caught:
        load_gazetteer(tmp_path)
    assert str(caught.value).startswith(f"{file}: <http://example.org/x> is no thing of the gazetteer")


def test_shared_names_missing_links_and_missing_languages_are_found(tmp_path: Path) -> None:
    _write(
        tmp_path,
        '<state/XX> kg:kind kg:State ; skos:prefLabel "X"@en ; kg:capital <place/9> .\n'
        '<place/1> kg:kind kg:Place ; skos:prefLabel "X"@en, "Y"@pl ; kg:ambiguousLabel "Q"@en, "Y"@pl .\n'
        '<place/2> kg:kind kg:Place ; skos:prefLabel "Y"@pl ; kg:ambiguousLabel "Y"@pl .\n'
        "<place/3> kg:kind kg:Place .",
    )
    assert validate(load_gazetteer(tmp_path), ["pl", "en"]) == [
        "place/1 and state/XX: both are called 'X'@en",
        "place/1: ambiguous label 'Q'@en is not one of its names",
        "place/3: no label at all",
        "state/XX: capital 'place/9' is not in the gazetteer",
        "state/XX: no label in pl",
    ]


def test_further_names_must_be_of_things_that_are_there() -> None:
    with pytest.raises(KnowledgeError) as caught:
        with_names(load_gazetteer(), "xx", {"state/VNM": ["Wetnam"]}, {}, {})
    assert str(caught.value) == "xx.toml: gazetteer: 'state/VNM' is not in the gazetteer; did you mean state/VN?"
