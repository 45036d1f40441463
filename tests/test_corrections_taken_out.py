"""Whatever is corrected, corrected otherwise and taken out again: the graph is as if nothing else had been said."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import pipeline
from kg.errors import CorrectionError
from tests.builds import contents
from tests.mending.conftest import tell

WHO = 'who = "Kim Lee"\nwhen = 2026-05-01\nwhy = "Looked up."\n'
TREATY = "0.txt: Convention on the Deep Lakes of the North"
SIGNING = "event/signing-convention-on-the-deep-lakes-of-the-2024-03-05"
CORRECTIONS = tuple(
    f"[[{kind}]]\n{said}\n{WHO}"
    for kind, said in (
        ("same", 'things = ["0.txt: Kaveh Daryabandi", "3.txt: Kave Doryabande"]'),
        ("different", 'things = ["0.txt: Kaveh Daryabandi", "3.txt: Kave Doryabande"]'),  # contradicts the one above
        ("different", 'things = ["0.txt: Kaveh Daryabandi", "1.txt: کاوه دریابندی"]'),
        ("retype", 'thing = "3.txt: Kave Doryabande"\nto = "Company"'),
        ("rename", 'thing = "0.txt: Iran"\nname = "Persia"'),
        ("rename", 'thing = "Kaveh Daryabandi"\nname = "Kaveh Daryabandi the Elder"'),
        ("label", 'thing = "state/persia"\nname = "Персия"\nlanguage = "ru"'),  # unknown without the renaming
        ("reject", f'subject = "{TREATY}"\npredicate = "articleCount"\nobject = 14'),
        ("reject", f'subject = "{SIGNING}"\npredicate = "signedBy"\nobject = "Iran"'),
        ("assert", f'subject = "{TREATY}"\npredicate = "depositary"\nobject = "0.txt: Iran"'),
        ("assert", f'subject = "{SIGNING}"\npredicate = "status"\nobject = "Denied"'),
        ("assert", f'subject = "{SIGNING}"\npredicate = "startDate"\nobject = 2024-04-01'),
    )
)


def built(folder: Path, out: Path, corrections: list[str]) -> dict[str, bytes] | None:
    """Build with these corrections; None, and what was there before stays, where they contradict each other."""
    file = folder / "articles" / "corrections.toml"
    file.write_text("\n".join(corrections), "utf-8")
    if not corrections:
        file.unlink()
    before = contents(out) if out.exists() else {}
    try:
        pipeline.build([folder / "articles"], out, readings=folder / "readings", jobs=1, page=False)
    except CorrectionError:
        assert (contents(out) if out.exists() else {}) == before
        return None
    return contents(out)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles and readings."""
    folder = tmp_path_factory.mktemp("told")
    tell(folder)
    return folder


def test_each_correction_changes_the_graph_and_taken_out_leaves_no_trace(told: Path, tmp_path: Path) -> None:
    plain = built(told, tmp_path, [])
    for one in CORRECTIONS:
        given = [one, CORRECTIONS[4]] if "state/persia" in one else [one]
        assert built(told, tmp_path, given) not in (plain, None), one
    assert built(told, tmp_path, []) == plain


@pytest.mark.slow
@settings(max_examples=12, deadline=None)
@given(st.lists(st.lists(st.sampled_from(CORRECTIONS), unique=True, max_size=6), min_size=2, max_size=4))
def test_put_in_changed_and_taken_out_in_any_order_each_graph_is_that_of_a_build_from_scratch(
    told: Path, states: list[list[str]]
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        plain = built(told, folder / "kept", [])
        for number, corrections in enumerate(states):
            kept = built(told, folder / "kept", corrections)
            assert kept == built(told, folder / str(number), sorted(corrections, reverse=True))
            assert built(told, folder / "kept", []) == plain
