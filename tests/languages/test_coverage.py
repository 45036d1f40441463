"""Which terms of the ontology a language has words for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg import vocab
from kg.errors import KnowledgeError
from kg.language import Language, Writing
from kg.languages import report
from kg.languages.coverage import coverage_in, coverage_of, coverages
from kg.languages.terms import TITLES, terms
from tests.languages.test_check import HEAD, TAIL, written


def language(**sections: object) -> Language:
    return Language("xx", "ix", "Ixish", Writing(), "", sections)


def test_every_list_of_terms_has_terms_and_none_twice() -> None:
    assert list(terms()) == list(TITLES)
    for ids in terms().values():
        assert ids and len(set(ids)) == len(ids)


def test_the_terms_are_those_of_the_ontology() -> None:
    assert set(terms()["roles"]) < set(vocab.concepts("Role"))
    assert "ForeignMinister" not in terms()["roles"], "a minister with a field"
    assert set(terms()["acts"]) < set(vocab.classes())
    assert set(terms()["counts"]) < set(vocab.properties())
    assert terms()["status"] == ("alleged", "denied", "planned"), "what has happened needs no word"


def test_a_language_without_words_covers_nothing() -> None:
    found = coverage_of(language())
    assert (found.covered, found.needed) == (0, sum(map(len, terms().values())))
    assert found.missing == terms()


def test_a_term_is_covered_by_a_word_of_its_own() -> None:
    found = coverage_of(
        language(
            roles={"Minister": ["minister"], "Judge": []},
            role_fields={"Director/police": ["police chief"]},
            acts={"Signing": {"active": [], "noun": ["signing"]}, "Visit": {"active": []}},
            relations={"chair": {"active": ["chaired"]}},
            treaties={"pact": ["pact"], "plural": ["pacts"]},
            status={"planned": ["will"]},
            counts={"states": ["states"]},
        )
    )
    assert found.covered == 6
    assert not {"Minister", "Director"} & set(found.missing["roles"]) and "Judge" in found.missing["roles"]
    assert "Signing" not in found.missing["acts"] and "Visit" in found.missing["acts"]
    assert "pact" not in found.missing["treaties"] and "treaty" in found.missing["treaties"]


def test_what_is_no_term_and_empty_is_told_apart() -> None:
    found = coverage_of(language(words={"of": ["of"]}, layout={"photo": []}))
    assert "of" not in found.empty["words"] and "article" in found.empty["words"]
    assert "photo" in found.empty["layout"]
    assert "planned" not in found.empty["status"], "that is a term"


def test_all_languages_are_covered_by_code_with_those_of_a_folder(tmp_path: Path) -> None:
    codes = [item.code for item in coverages()]
    assert codes == sorted(codes) and "xx" not in codes
    written(tmp_path, HEAD + '[topics]\nhealth = ["helf"]\n' + TAIL)
    written(tmp_path, HEAD.replace("xx", "it") + TAIL, "it.toml")
    assert [item.code for item in coverages(tmp_path)] == sorted([*codes, "xx"])
    assert (coverage_in("xx", tmp_path).covered, coverage_in("it", tmp_path).covered) == (1, 0)
    assert coverage_in("it").covered > 300


def test_an_unknown_language_is_told_with_the_nearest() -> None:
    with pytest.raises(KnowledgeError) as caught:
        coverage_in("polisch")
    assert str(caught.value) == 'polisch: no language of this code; did you mean Polish?; "kg languages" lists them'


def test_the_report_counts_and_lists() -> None:
    item = coverage_of(language(status={"planned": ["will"]}, words={}))
    text = report.details(item)
    assert text.startswith(f"Ixish (xx, ix): 1 of {item.needed} terms of the ontology have words\n\n  roles  ")
    assert "  status of an event          1/3\n      without words, in [status]: alleged, denied\n" in text
    assert max(map(len, text.splitlines())) <= 100
    head, row = report.overview([item]).splitlines()
    assert head == "code  language  terms with words  called"
    assert row == f"xx    Ixish     1/{item.needed}   0%        ix"
    (told,) = json.loads(report.as_json([item]))
    assert (told["code"], told["covered"], told["missing"]["status"]) == ("xx", 1, ["alleged", "denied"])
