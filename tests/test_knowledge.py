"""What reading needs to know: tables that agree with one another, and languages compiled when they are first met."""

from __future__ import annotations

import pytest

from kg import vocab
from kg.errors import KnowledgeError
from kg.knowledge import load_knowledge
from kg.language import language_codes
from tests.cases.reading import knowledge, language

CODES = language_codes()


def test_all_languages_are_offered_and_none_is_compiled_yet() -> None:
    fresh = load_knowledge()
    assert {"en", "fa", "id", "pl", "vi"} <= set(fresh.codes)
    assert fresh._languages == {}


def test_a_language_is_compiled_once() -> None:
    assert language("en") is language("en")


def test_an_unknown_language_is_refused_with_the_known_ones() -> None:
    with pytest.raises(KnowledgeError) as caught:
        knowledge().language("qq")
    assert str(caught.value) == f"qq: no such language file; there are: {', '.join(language_codes())}"


def test_gazetteer_keys_are_those_of_their_concepts() -> None:
    assert all(key == concept.key for key, concept in knowledge().gazetteer.items())


@pytest.mark.parametrize("key", ["state/VN", "state/PT", "organization/african-union", "organization/united-nations"])
def test_what_every_article_may_name_is_in_the_gazetteer(key: str) -> None:
    assert key in knowledge().gazetteer


def test_a_body_of_a_state_names_a_state_that_is_there() -> None:
    gazetteer = knowledge().gazetteer
    states = {concept.of_state for concept in gazetteer.values()} - {""}
    assert {state for state in states if state not in gazetteer} == set()


def test_classes_in_the_tables_are_those_of_the_ontology() -> None:
    shared = knowledge().shared
    classes = {str(row["class"]) for table in (shared.heads, shared.events) for row in table.values()}
    for name in classes | set(shared.frames):
        assert vocab.iri(name), "an unknown name raises"


def test_properties_in_the_frames_are_those_of_the_ontology() -> None:
    for act, row in knowledge().shared.frames.items():
        for part in ("agent", "target"):
            if isinstance(row.get(part), dict):
                assert vocab.iri(row[part]["property"]), act
                for kind in row[part]["kinds"]:
                    assert vocab.iri(kind), act


def test_frames_name_heads_that_are_there() -> None:
    shared = knowledge().shared
    assert {head for row in shared.frames.values() for head in row.get("heads", ())} <= set(shared.heads)


@pytest.mark.parametrize("code", CODES)
def test_every_language_compiles(code: str) -> None:
    known = language(code)
    assert known.lexicon.language.code == code
    assert known.family.person


@pytest.mark.parametrize("code", CODES)
def test_small_words_are_words_without_case(code: str) -> None:
    words = knowledge().own_words(code)
    assert len(words) > 20
    assert all(word == word.casefold() and " " not in word for word in words)
