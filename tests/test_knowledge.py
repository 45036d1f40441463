"""What reading needs to know: tables that agree with one another, and languages compiled when they are first met."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import vocab
from kg.digest import knowledge_digest
from kg.errors import KnowledgeError
from kg.knowledge import load_knowledge
from kg.language import language_codes
from tests.cases.reading import knowledge, language

CODES = language_codes()
OWN = """\
code = "xx"
name = "Ixish"
english = "Ixish"
[writing]
script = "Latn"
[words]
of = ["ov"]
[gazetteer.names]
"state/VN" = ["Wetnam", "Vjetnam"]
[gazetteer.adjectives]
"state/VN" = ["wetnamsk"]
[gazetteer.acronyms]
"organization/united-nations" = ["FN"]
[dates]
patterns = ["{year}"]
[numbers]
grouping = [","]
decimal = ["."]
"""


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
    frames = knowledge().shared.frames
    rows = [*frames.items(), *((act, form) for act, row in frames.items() for form in row.get("forms", {}).values())]
    for act, row in rows:
        for part in ("agent", "target"):
            if isinstance(row.get(part), dict):
                assert vocab.iri(row[part]["property"]), act
                for kind in row[part]["kinds"]:
                    assert vocab.iri(kind), act


def test_frames_name_heads_that_are_there() -> None:
    shared = knowledge().shared
    rows = [form for row in shared.frames.values() for form in (row, *row.get("forms", {}).values())]
    assert {head for row in rows for head in row.get("heads", ())} <= set(shared.heads)
    assert {key for row in rows for key in row.get("organizations", ())} <= set(shared.gazetteer)


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


# Language files of the user's own


def test_a_folder_adds_languages_and_their_names_of_things(tmp_path: Path) -> None:
    (tmp_path / "xx.toml").write_text(OWN, "utf-8")
    known = load_knowledge(tmp_path)
    assert known.codes == tuple(sorted([*CODES, "xx"]))
    assert known.english("xx") == "Ixish" and known.own_words("xx") == {"ov"}
    assert known.language("xx").lexicon.language.words("words", "of") == ("ov",)
    vietnam = known.gazetteer["state/VN"]
    assert vietnam.labels["xx"] == ("Wetnam", "Vjetnam") and vietnam.adjectives["xx"] == ("wetnamsk",)
    assert known.gazetteer["organization/united-nations"].acronyms["xx"] == ("FN",)
    assert vietnam.labels["en"] == knowledge().gazetteer["state/VN"].labels["en"]
    assert "xx" not in knowledge().gazetteer["state/VN"].labels


def test_a_file_of_the_users_own_goes_before_that_of_the_program(tmp_path: Path) -> None:
    (tmp_path / "it.toml").write_text(OWN.replace("xx", "it"), "utf-8")
    known = load_knowledge(tmp_path)
    assert known.codes == CODES
    assert known.english("it") == "Ixish"
    assert known.gazetteer["state/VN"].labels["it"][:2] == ("Wetnam", "Vjetnam"), "and its names go first"
    assert known.language("it").lexicon.language.words("words", "of") == ("ov",)


def test_a_folder_without_language_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(tmp_path)
    assert str(caught.value) == (f"{tmp_path}: no language files (CODE.toml) here; name the folder that holds them")


def test_the_digest_of_the_knowledge_changes_with_the_users_files(tmp_path: Path) -> None:
    file = tmp_path / "xx.toml"
    file.write_text(OWN, "utf-8")
    before = knowledge_digest(tmp_path)
    file.write_text(OWN + "#", "utf-8")
    assert len({before, knowledge_digest(tmp_path), knowledge_digest()}) == 3
