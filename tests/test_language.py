"""Language files: each is checked against the template, and what is wrong is named with file and key."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kg import vocab
from kg.errors import KnowledgeError
from kg.language import check, language_codes, load_language, template
from kg.paths import ontology_path

UNKNOWN = "unknown key; TEMPLATE.toml lists the known ones"
MISSING = "missing; every language file has it (see TEMPLATE.toml)"
HEAD = 'code = "xx"\nname = "Ixish"\nenglish = "Ixish"\n\n[writing]\nscript = "Latn"\n'


def load(tmp_path: Path, text: str) -> object:
    path = tmp_path / "xx.toml"
    path.write_text(text, "utf-8")
    return load_language(path)


def ids(name: str) -> set[str]:
    """The ids of one of the lists in the ontology: rows of a table, or one a line."""
    path = ontology_path(name)
    if name.endswith(".toml"):
        return set(tomllib.loads(path.read_text("utf-8")))
    lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    return {line for line in lines if line}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD + '[words]\nofs = ["of"]\n', "words.ofs: unknown key; did you mean of?"),
        (HEAD + '[verbs]\nsign = ["signed"]\n', f"verbs: {UNKNOWN}"),
        (HEAD + 'colour = "red"\n', f"writing.colour: {UNKNOWN}"),
        (HEAD + '[acts.Signing]\nactve = ["signed"]\n', "acts.Signing.actve: unknown key; did you mean active?"),
        (HEAD + '[words]\nof = ["of", "for", "of"]\n', "words.of: 'of' is given twice"),
        (HEAD + '[roles]\nMinister = ["minister", ""]\n', "roles.Minister: '' is not a word"),
        (HEAD + '[roles]\nMinister = ["minister", "  "]\n', "roles.Minister: '  ' is not a word"),
        (HEAD + "[roles]\nMinister = [3]\n", "roles.Minister: 3 is not a word"),
        (HEAD + '[words]\nof = "of"\n', "words.of: 'of' is not a list"),
        (HEAD + '[acts.Adoption]\nnever = "adopted it"\n', "acts.Adoption.never: 'adopted it' is not a list"),
        (HEAD + '[roles]\nMinister = "minister"\n', "roles.Minister: 'minister' is not a list"),
        (HEAD + 'min_stem = "4"\n', "writing.min_stem: '4' is not a whole number"),
        (HEAD + 'spaces = "yes"\n', "writing.spaces: 'yes' is not true or false"),
        (HEAD + '[word]\nof = ["of"]\n', "word: unknown key; did you mean words?"),
        (HEAD + 'direction = "down"\n', "writing.direction: 'down' is none of ltr, rtl"),
        ('words = 3\n' + HEAD, "words: 3 is not a table"),
        ('code = "xx"\nname = "Ixish"\n[writing]\n', f"english: {MISSING}"),
        ('code = "xx"\nname = "Ixish"\nenglish = "Ixish"\n', f"writing: {MISSING}"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_file_and_key(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        load(tmp_path, text)
    assert str(caught.value) == f"xx.toml: {message}"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[roles]\nAmbassador = "ambassador"\n', "roles.Ambassador"),
        ('[fields]\nhealth = "health"\n', "fields.health"),
        ("[topics]\nwetlands = 3\n", "topics.wetlands"),
        ('[ranks]\ngeneral = "generals"\n', "ranks.general"),
    ],
)
def test_a_word_where_a_list_belongs_is_refused(tmp_path: Path, text: str, key: str) -> None:
    """Its letters would become words."""
    with pytest.raises(KnowledgeError, match=f"^xx.toml: {key}: "):
        load(tmp_path, HEAD + text)


def test_a_file_that_is_no_toml_is_named_with_the_line(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError) as caught:
        load(tmp_path, 'code = "xx"\nname = \n')
    assert str(caught.value).startswith("xx.toml: not valid TOML: Invalid value (at line 2, column 8)")
    assert str(caught.value).endswith("; mend it there")


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "xx.toml"
    path.write_bytes('name = "Türkçe"\n'.encode("cp1254"))
    with pytest.raises(KnowledgeError, match=r"^xx\.toml: not valid TOML: .*; mend it there$"):
        load_language(path)


def test_an_unknown_language_is_refused_with_the_known_ones() -> None:
    with pytest.raises(KnowledgeError) as caught:
        load_language("qq")
    assert str(caught.value) == f"qq: no such language file; there are: {', '.join(language_codes())}"


def test_what_a_file_leaves_out_is_empty(tmp_path: Path) -> None:
    language = load_language(_written(tmp_path, HEAD))
    assert (
        language.home,
        language.words("words", "of"),
        language.table("roles"),
        language.table("acts", "Signing"),
    ) == ("", (), {}, {})
    assert (language.writing.spaces, language.writing.case, language.writing.min_stem) == (True, True, 4)


def test_forms_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    language = load_language(_written(tmp_path, HEAD + '[words]\nof = ["of", "for", "at"]\n'))
    assert language.words("words", "of") == ("of", "for", "at")


def _written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "xx.toml"
    path.write_text(text, "utf-8")
    return path


def test_the_first_five_languages_are_there() -> None:
    assert {"en", "fa", "id", "pl", "vi"} <= set(language_codes())
    assert "TEMPLATE" not in language_codes()


@pytest.mark.parametrize("code", language_codes())
class TestEveryLanguage:
    def test_it_loads_and_nothing_is_wrong_with_it(self, code: str) -> None:
        language = load_language(code)
        assert language.code == code
        assert language.name and language.english
        assert list(check(tomllib.loads(ontology_path("languages", f"{code}.toml").read_text("utf-8")))) == []

    @pytest.mark.parametrize(
        ("section", "listed"),
        [("fields", "fields.txt"), ("heads", "heads.toml"), ("events", "events.toml")],
    )
    def test_it_uses_only_ids_that_are_listed(self, code: str, section: str, listed: str) -> None:
        assert set(load_language(code).table(section)) <= ids(listed)

    def test_its_roles_are_concepts(self, code: str) -> None:
        language = load_language(code)
        roles = {role.partition("/")[0] for section in ("roles", "role_fields") for role in language.table(section)}
        assert {role for role in roles if not vocab.is_skos_concept(role)} == set()

    def test_its_topics_are_concepts(self, code: str) -> None:
        assert {topic for topic in load_language(code).table("topics") if not vocab.is_skos_concept(topic)} == set()

    def test_its_acts_are_frames(self, code: str) -> None:
        assert set(load_language(code).table("acts")) <= ids("frames.toml")

    def test_it_has_what_reading_cannot_do_without(self, code: str) -> None:
        language = load_language(code)
        for role in ("Minister", "DeputyMinister", "PrimeMinister", "President", "Ambassador", "Spokesperson"):
            assert language.words("roles", role), role
        for act in ("Adoption", "Signing", "Ratification", "EntryIntoForce", "Withdrawal"):
            assert language.table("acts", act), act
        for key in ("former", "not_official"):
            assert language.words("words", key), key
        for status in ("negation", "planned", "denied", "conditional"):
            assert language.words("status", status), status
        for kind in ("convention", "agreement", "protocol"):  # one word may be both treaty and convention
            assert language.words("treaties", kind), kind
        for line in ("photo", "source", "author", "comments"):
            assert language.words("layout", line), line


def test_the_template_itself_keeps_its_rules() -> None:
    def empty(table: Mapping[str, Any]) -> None:
        for key, value in table.items():
            assert isinstance(value, str | bool | int | list | dict), key
            if isinstance(value, dict):
                empty(value)

    empty(template())
    assert list(check(template())) == []
