"""Checking a language file: each finding has its line, its key and the way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.language import language_files
from kg.languages.check import check_file, checked_folder

HEAD = """\
code = "xx"
name = "Ixish"
english = "Ixish"

[writing]
script = "Latn"

"""
TAIL = """
[dates]
patterns = ["{year}"]

[numbers]
grouping = [","]
decimal = ["."]
"""


def written(folder: Path, text: str, name: str = "xx.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def problems(folder: Path, text: str) -> list[str]:
    """What is wrong with a file of this text between a right head and tail, line by line."""
    found = check_file(written(folder, HEAD + text + TAIL))
    assert (found.language is None) == bool(found.problems)
    return [str(problem) for problem in found.problems]


@pytest.mark.parametrize("code", language_files())
def test_the_languages_that_come_with_the_program_have_no_problems(code: str) -> None:
    found = check_file(language_files()[code])
    assert [str(problem) for problem in found.problems] == []
    assert found.language and found.language.code == code


def test_a_file_with_hardly_anything_is_valid(tmp_path: Path) -> None:
    assert problems(tmp_path, "") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[verbs]\nsign = []\n", "8: verbs: unknown key; TEMPLATE.toml lists the known ones"),
        ("[words]\nof = []\nofs = []\n", "10: words.ofs: unknown key; did you mean of?"),
        ('[words]\nof = [\n  "of",\n  "on",\n  "of",\n]\n', "12: words.of: 'of' is given twice"),
        ('[roles]\nMinister = [\n  "minister",\n  " ",\n]\n', "11: roles.Minister: ' ' is not a word"),
        (
            "[roles]\nMinistr = []\n",
            "9: roles.Ministr: there is no such role in ontology/roles.ttl; did you mean Minister?",
        ),
        (
            '[role_fields]\n"Minister/foriegn-affairs" = []\n',
            "9: role_fields.Minister/foriegn-affairs: there is no such field in ontology/fields.txt: "
            "'foriegn-affairs'; did you mean foreign-affairs?",
        ),
        ("[fields]\nqqq = []\n", "9: fields.qqq: there is no such field in ontology/fields.txt"),
        (
            "[heads]\nministery = []\n",
            "9: heads.ministery: there is no such kind of body in ontology/heads.toml; did you mean ministry?",
        ),
        (
            '[bodies]\n"ministry/defense" = []\n',
            "9: bodies.ministry/defense: there is no such body; did you mean ministry/defence?",
        ),
        (
            "[treaties]\nconvenction = []\n",
            "9: treaties.convenction: there is no such kind of treaty in TEMPLATE.toml; did you mean convention?",
        ),
        (
            "[acts.Signings]\nactive = []\n",
            "8: acts.Signings: there is no such act in ontology/frames.toml; did you mean Signing?",
        ),
        (
            "[events]\nsumit = []\n",
            "9: events.sumit: there is no such gathering in ontology/events.toml; did you mean summit?",
        ),
        (
            "[relations.chairs]\nactive = []\n",
            "8: relations.chairs: there is no such part in an event in TEMPLATE.toml; did you mean chair?",
        ),
        (
            "[relations.chair]\naktive = []\n",
            "9: relations.chair.aktive: there is no such form of a relation; did you mean active?",
        ),
        (
            "[topics]\nfishery = []\n",
            "9: topics.fishery: there is no such topic in ontology/topics.ttl; did you mean fisheries?",
        ),
        (
            '[gazetteer.names]\n"state/VNM" = ["Vietnam"]\n',
            "9: gazetteer.names.state/VNM: there is no such thing in the gazetteer; did you mean state/VN?",
        ),
        (
            '[status]\nplanned = ["will"]\ndenied = [\n  "no",\n  "will",\n]\n',
            "12: status.denied: 'will' stands under status.planned too, and cannot mean both; keep the right one",
        ),
        (
            '[acts.Signing]\nactive = ["put"]\n[acts.Withdrawal]\nactive = ["put"]\n',
            "11: acts.Withdrawal.active: 'put' stands under acts.Signing.active too, and cannot mean both; "
            "keep the right one",
        ),
        (
            '[acts.Signing]\nactive = ["put"]\nnever = ["Put"]\n',
            "10: acts.Signing.never: 'put' stands under acts.Signing.active too, and cannot mean both; "
            "keep the right one",
        ),
    ],
)  # fmt: skip
def test_a_problem_is_told_with_line_key_and_way_out(tmp_path: Path, text: str, expected: str) -> None:
    assert problems(tmp_path, text) == [expected]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            'script = "Latn"',
            'family = "x"',
            "6: writing.family: 'x' is not in ontology/families.toml; take one of title-first, ",
        ),
        ('["{year}"]', '["{yaer}"]', "10: dates.patterns: has an unknown slot {yaer}"),
        ('["{year}"]', "[]", "10: dates.patterns: is missing; every language file has it (see TEMPLATE.toml)"),
        ('["{year}"]', '["{year}"]\nweekdays = [[]]', "11: dates.weekdays: must be a list of 7 lists"),
        ('["{year}"]', '["{year}"]\nfirst = []', "11: dates.first: is unknown; known are calendars, "),
        ('decimal = ["."]', "", "12: numbers.decimal: is missing; every language file has it (see TEMPLATE.toml)"),
    ],
)  # fmt: skip
def test_what_only_shows_when_the_file_is_put_together_is_told(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    text = (HEAD + TAIL).replace(old, new)
    (found,) = check_file(written(tmp_path, text)).problems
    assert str(found).startswith(expected)


def test_every_problem_is_told_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = "[events]\nsumit = []\n[words]\nofs = []\n[fields]\nqqq = []\n"
    assert [line.split(":")[0] for line in problems(tmp_path, text)] == ["9", "11", "13"]


def test_what_is_no_toml_is_told_with_its_line(tmp_path: Path) -> None:
    (found,) = check_file(written(tmp_path, 'code = "xx"\nname = \n')).problems
    assert (found.line, found.key) == (2, "")
    assert found.message.startswith("not valid TOML: Invalid value") and found.message.endswith("; mend it there")
    (again,) = check_file(written(tmp_path, "[words]\n[words]\n")).problems
    assert again.line == 2


def test_what_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "xx.toml"
    path.write_bytes('code = "tr"\nname = "Türkçe"\n'.encode("cp1254"))
    (found,) = check_file(path).problems
    assert str(found) == "2: byte 0xfc is not UTF-8; save it as UTF-8"


def test_a_word_under_two_terms_of_one_section_is_noted_and_no_problem(tmp_path: Path) -> None:
    text = '[roles]\nMinister = ["head"]\nDirector = [\n  "boss",\n  "head",\n]\n'
    found = check_file(written(tmp_path, HEAD + text + TAIL))
    assert (found.problems, [str(note) for note in found.notes]) == (
        (), ["12: roles.Director: 'head' stands under roles.Minister too; a text's word is read as one of them"],
    )  # fmt: skip


def test_a_file_that_is_not_there_is_refused_with_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "sv.toml"
    with pytest.raises(KnowledgeError) as caught:
        check_file(path)
    assert str(caught.value) == f'{path}: no such language file; "kg languages new CODE -o {path}" starts one'
    with pytest.raises(KnowledgeError) as caught:
        check_file(tmp_path)
    assert str(caught.value) == f"{tmp_path}: cannot be read: Is a directory; name a language file"


def test_a_folder_gives_its_languages_and_its_first_problem(tmp_path: Path) -> None:
    written(tmp_path, HEAD + TAIL)
    written(tmp_path, "", "TEMPLATE.toml")
    assert [language.code for language in checked_folder(tmp_path)] == ["xx"]
    other = written(tmp_path, HEAD + TAIL, "yy.toml")
    with pytest.raises(KnowledgeError) as caught:
        list(checked_folder(tmp_path))
    assert str(caught.value) == f"{other}: its code is 'xx'; call the file xx.toml"
