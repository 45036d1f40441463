"""The file of corrections: what it may say, and how what is wrong with it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.corrections import Correction, find_corrections, parse_corrections, read_corrections
from kg.errors import InputError
from kg.model import Attribution

BY = 'who = "Kim Lee"\nwhen = 2026-05-01\nwhy = "One man."\n'
KIM = Attribution("Kim Lee", "2026-05-01", "One man.")
SAME = f'[[same]]\nthings = ["b.txt: Tung", "a.txt: Tùng"]\n{BY}'


def test_each_correction_has_its_things_its_author_and_its_line() -> None:
    (same,) = parse_corrections("# by hand\n\n" + SAME, "c.toml")
    assert same == Correction("same", ("a.txt: Tùng", "b.txt: Tung"), by=KIM)
    assert same.where == "c.toml, line 3"
    assert same.told == ("a.txt: Tùng", "b.txt: Tung")


def test_an_object_is_a_thing_or_a_literal_as_its_property_wants_it() -> None:
    found = [
        parse_corrections(f'[[assert]]\nsubject = "e"\npredicate = "{name}"\nobject = {value}\n{BY}')[0]
        for name, value in (
            ("chair", '"a.txt: Tùng"'),
            ("kg:status", '"kg:Denied"'),
            ("topic", '"agriculture"'),
            ("attendeeCount", "40"),
            ("startDate", "2026-05-01"),
            ("endDate", '"2026-05"'),
            ("rank", '"general"'),
        )
    ]
    assert [(one.things, one.predicate, one.value, one.datatype, one.language) for one in found] == [
        (("e", "a.txt: Tùng"), "chair", "", "", ""),
        (("e",), "status", "Denied", "concept", ""),
        (("e",), "topic", "agriculture", "concept", ""),
        (("e",), "attendeeCount", "40", "integer", ""),
        (("e",), "startDate", "2026-05-01", "date", ""),
        (("e",), "endDate", "2026-05", "date", ""),
        (("e",), "rank", "general", "text", "en"),
    ]
    assert found[0].told == ("e", "chair", "a.txt: Tùng") and found[3].told == ("e", "attendeeCount", "40")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[same]]\nthings = [", "c.toml: invalid value (at line 2, the last)"),
        ("\n= 3\n", "c.toml: invalid statement (at line 2, column 1)"),
        (
            "\n[[sane]]\nx = 1\n",
            "c.toml, line 2: 'sane' is no correction; there are: [[same]], [[different]], [[retype]], [[rename]], "
            "[[label]], [[reject]], [[assert]]",
        ),
        ("same = [3]", "c.toml: write each correction under a head of its own: [[same]]"),
        (SAME + '[[same]]\nthings = ["a", "b"]\n', "c.toml, line 6: [[same]] lacks why, who, when"),
        (
            SAME + "because = 1\n",
            "c.toml, line 1: 'because' is nothing that [[same]] has; it has: things, why, who, when",
        ),
        (f'[[same]]\nthings = ["a"]\n{BY}', 'c.toml, line 1: things is to be a list of two or more: ["…", "…"]'),
        (
            f'[[different]]\nthings = ["a", "b", "c"]\n{BY}',
            "c.toml, line 1: things is to be a list of two: say of each other pair on its own that it is different",
        ),
        (
            f'[[retype]]\nthing = "a"\nto = "Compani"\n{BY}',
            "c.toml, line 1: 'Compani' is no class of things; did you mean kg:Company?: see docs/vocabulary.md",
        ),
        (
            f'[[reject]]\nsubject = "a"\npredicate = "chiar"\nobject = "b"\n{BY}',
            "c.toml, line 1: 'chiar' is no property that is claimed; did you mean kg:chair?",
        ),
        (
            f'[[reject]]\nsubject = "a"\npredicate = "status"\nobject = "Planned"\n{BY}',
            "c.toml, line 1: an event always has a status: assert the right one instead of rejecting the wrong one",
        ),
        (
            f'[[assert]]\nsubject = "a"\npredicate = "dateBasis"\nobject = "Stated"\n{BY}',
            "c.toml, line 1: kg:dateBasis follows from kg:startDate: correct that",
        ),
        (
            f'[[assert]]\nsubject = "a"\npredicate = "attendeeCount"\nobject = "many"\n{BY}',
            "c.toml, line 1: kg:attendeeCount is a whole number, not 'many'",
        ),
        (
            f'[[assert]]\nsubject = "a"\npredicate = "startDate"\nobject = "1 May"\n{BY}',
            "c.toml, line 1: kg:startDate is YYYY-MM-DD, YYYY-MM or YYYY, not '1 May'",
        ),
        (
            '[[rename]]\nthing = "a"\nname = "b"\nwho = "Kim"\nwhen = "soon"\n',
            "c.toml, line 1: when is to be a date such as 2026-05-01, not 'soon'",
        ),
        (
            f'[[label]]\nthing = "a"\nname = "b"\nlanguage = "in English"\n{BY}',
            "c.toml, line 1: 'in English' is no BCP 47 language code, such as en",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        parse_corrections(text, "c.toml")
    assert str(error.value) == message


def test_the_file_in_each_folder_and_one_more_are_read_each_correction_once(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    (tmp_path / "one" / "corrections.toml").write_text(SAME, "utf-8")
    (tmp_path / "more.toml").write_text(SAME + SAME, "utf-8")
    files = find_corrections([tmp_path / "one", tmp_path / "two", "-"], tmp_path / "more.toml")
    assert [file.name for file in files] == ["more.toml", "corrections.toml"]
    assert find_corrections([tmp_path / "one"], tmp_path / "one" / "corrections.toml") == files[1:]
    assert len(read_corrections(files)) == 1
    with pytest.raises(InputError) as error:
        find_corrections([], tmp_path / "none.toml")
    assert str(error.value) == f"{tmp_path / 'none.toml'}: no such file; --corrections names a file of corrections"
