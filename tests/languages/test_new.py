"""Starting a language file from the template and the Unicode CLDR."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kg.annotate.datespec import DateSpec
from kg.errors import InputError
from kg.language import template
from kg.languages import cldr
from kg.languages.check import check_file
from kg.languages.new import filled, new_file, new_text
from kg.languages.terms import terms


def new(code: str) -> dict[str, Any]:
    return tomllib.loads(new_text(code))


@pytest.mark.parametrize("code", ["sv", "sr", "ka", "th", "he", "am", "uz", "ur"])
def test_a_new_file_is_valid_at_once(code: str, tmp_path: Path) -> None:
    found = check_file(new_file(code, tmp_path / f"{code}.toml"))
    assert (found.problems, found.notes) == ((), ())
    assert found.language and DateSpec.load(found.language).weekdays


@pytest.mark.slow
def test_a_new_file_is_valid_in_every_language_of_cldr(tmp_path: Path) -> None:
    found = {code: check_file(new_file(code, tmp_path / f"{code}.toml")).problems for code in cldr.language_codes()}
    assert len(found) > 250
    assert {code: problems for code, problems in found.items() if problems} == {}


def test_a_new_file_has_what_cldr_knows() -> None:
    data = new("sv")
    assert (data["code"], data["name"], data["english"], data["home"]) == ("sv", "svenska", "Swedish", "")
    assert (data["writing"]["script"], data["writing"]["direction"]) == ("Latn", "ltr")
    assert data["words"]["and"] == data["dates"]["list_words"] == ["och"]
    assert data["gazetteer"]["names"]["state/NO"] == ["Norge"]
    assert data["dates"]["weekdays"][0] == ["måndag"]
    months = data["dates"]["calendars"]["gregorian"]
    assert (months["months"][4], months["bound"][1]) == (["maj"], ["feb.", "feb"])
    assert "{day}[{to}{day2}] {month} {year}" in data["dates"]["patterns"]
    assert {
        "unit": "day",
        "amount": -1,
        "from": "published",
        "forms": ["för {n} dag sedan", "för {n} dagar sedan"],
    } in (data["dates"]["relative"])
    assert (data["numbers"]["grouping"], data["numbers"]["decimal"]) == ([" "], [","])
    assert "kr" in data["numbers"]["money"]


def test_writing_is_told_from_cldr() -> None:
    hebrew, thai, georgian = new("he"), new("th"), new("ka")
    assert (hebrew["writing"]["direction"], hebrew["writing"]["prefixes"], hebrew["home"]) == ("rtl", ["ו"], "IL")
    assert (thai["writing"]["spaces"], thai["dates"]["spaces"], thai["words"]["and"]) == (False, False, ["และ"])
    assert (georgian["writing"]["case"], georgian["writing"]["family"]) == (False, "title-first-caseless")
    assert georgian["dates"]["calendars"]["gregorian"]["months"][0] == ["იანვარი"], "not those of another language"


def test_month_names_have_both_their_forms() -> None:
    assert new("sk")["dates"]["calendars"]["gregorian"]["months"][0] == ["januára", "január"]


@pytest.mark.parametrize(
    ("code", "month_first", "patterns"),
    [
        ("en", True, ["{month} {day}[{to}{day2}], {year}", "{day}/{mon2}/{year}"]),
        ("de", False, ["{day}[{to}{day2}]. {month} {year}", "{day}.{mon2}.{year}"]),
        ("es", False, ["{day}[{to}{day2}] de {month} de {year}", "{day}/{mon2}/{year}"]),
        ("zh", False, ["{year}年{mon}月{day}日", "{year}/{mon}/{day}"]),
        ("he", False, ["{day}[{to}{day2}] ב{month} {year}", "{day}.{mon2}.{year}"]),
    ],
)
def test_patterns_of_dates_become_ours(code: str, month_first: bool, patterns: list[str]) -> None:
    dates = new(code)["dates"]
    assert dates["month_first"] is month_first
    assert set(patterns) <= set(dates["patterns"])
    assert dates["patterns"][0] == "{year}-{mon}-{day}" and dates["patterns"][-1] == "{month}"


def test_every_term_is_there_to_be_filled_in() -> None:
    data = new("sv")
    for section, ids in terms().items():
        assert set(ids) <= set(data[section]), section
    for section, keys in template().items():
        if isinstance(keys, dict):
            assert set(keys) <= set(data[section]), section


def test_a_filled_template_keeps_its_comments_and_order() -> None:
    template = "# top\na = 1   # first\n\n[b]   # table\nc = []\n# note on d\nd = []\n\n# of e\n[e]\n"
    assert filled(template, {"a": 2, "b.x": [], "e.y": "z"}) == (
        "# top\na = 2                        # first\n\n"
        "[b]   # table\nc = []\n# note on d\nd = []\nx = []\n\n"
        '# of e\n[e]\ny = "z"\n'
    )


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("xq", "xq: the Unicode CLDR has no language of this code"),
        ("tlh", "tlh: the Unicode CLDR has no language of this code; did you mean th (Thai)?"),
        ("swedsh", "swedsh: the Unicode CLDR has no language of this code; did you mean sv (Swedish)?"),
        ("Swedish", "Swedish: give the language's code: sv"),
        ("swe", "swe: this language's code is sv"),
        ("pt_BR", "pt_BR: a language file is for a whole language; give its code alone: pt"),
        ("", ": the Unicode CLDR has no language of this code"),
    ],
)
def test_an_unknown_code_is_refused_with_the_nearest(code: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        cldr.checked_code(code)
    assert str(caught.value) == message


def test_a_file_is_overwritten_only_on_request(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert new_file("SV") == Path("sv.toml")
    Path("sv.toml").write_text("mine", "utf-8")
    with pytest.raises(InputError) as caught:
        new_file("sv")
    assert str(caught.value) == "sv.toml: is there already; take another name with -o, or --force to overwrite it"
    assert Path("sv.toml").read_text("utf-8") == "mine"
    new_file("sv", force=True)
    assert check_file(Path("sv.toml")).language


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError) as caught:
        new_file("sv", tmp_path / "file" / "sv.toml")
    assert str(caught.value) == f"{tmp_path}/file/sv.toml: cannot be written: File exists; name another file with -o"


def test_the_same_code_gives_the_same_bytes_whatever_was_asked_before() -> None:
    first = new_text("sw")
    new_text("he")
    assert new_text("sw") == first
