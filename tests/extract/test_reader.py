"""Reading one article: a pure function, whose every word stands in the text, whatever the text is."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import reading_json, vocab
from kg.annotate.annotation import annotate
from kg.language import language_codes
from kg.model import Reading
from tests.cases.reading import CASES, article, cases, language, language_of, read, texts_of

TEXTS = [(language_of(name, case.split("/")[0]), text) for case in cases() for name, text in texts_of(case).items()]
DATES = r"^(\d{4}(-\d\d(-\d\d)?)?|--\d\d(-\d\d)?|@-?\d+)$"


def faults(reading: Reading, text: str) -> list[str]:
    """What is wrong with a reading as such, whatever it says."""
    out = []
    ids = [thing.id for thing in reading.things]
    if len(ids) != len(set(ids)):
        out.append("an id is given twice")
    spans = [(n.start, n.end) for thing in reading.things for n in thing.names]
    spans += [(m.start, m.end) for m in reading.mentions]
    spans += [(s.start, s.end) for s in reading.statements]
    spans += [(z.start, z.end) for z in reading.zones]
    out += [f"{span} is not in the text" for span in spans if not 0 <= span[0] < span[1] <= len(text)]
    out += [f"{m.thing} is mentioned, but is no thing" for m in reading.mentions if m.thing not in ids]
    for s in reading.statements:
        ends = [s.subject] if s.datatype else [s.subject, s.object]
        out += [f"{end} of {s.predicate} is no thing" for end in ends if end not in ids]
        if not vocab.iri(s.predicate):
            out.append(f"{s.predicate} is no property")
        if not 0 <= s.confidence <= 1:
            out.append(f"{s.confidence} is no confidence")
        if not text[s.start : s.end].strip():
            out.append(f"{s.predicate} stands on no words")
    out += [f"{thing.kind} is no class" for thing in reading.things if not vocab.iri(thing.kind)]
    if any(a.end > b.start for a, b in zip(reading.zones, reading.zones[1:], strict=False)):
        out.append("zones overlap")
    return out


def test_every_case_gives_a_sound_reading() -> None:
    for code, text in TEXTS:
        assert faults(read(text, code), text) == []


def test_every_event_has_a_status() -> None:
    for code, text in TEXTS:
        reading = read(text, code)
        events = {t.id for t in reading.things if "Event" in vocab.superclasses(t.kind)}
        assert {s.subject for s in reading.statements if s.predicate == "status"} >= events, text


def test_names_are_never_empty_and_dates_are_dates() -> None:
    for code, text in TEXTS:
        reading = read(text, code)
        assert all(name.text.strip() for thing in reading.things for name in thing.names)
        dated = [s.object for s in reading.statements if s.datatype == "date"]
        assert all(_is_date(value) for value in dated), dated


def _is_date(value: str) -> bool:
    return re.match(DATES, value) is not None


def test_the_same_article_gives_the_same_reading() -> None:
    for code, text in TEXTS[::7]:
        assert read(text, code) == read(text, code)


OTHER = """
import sys
from kg import reading_json
from tests.cases.reading import CASES, read
for case in sys.argv[1:]:
    text = (CASES / case / "article.txt").read_text("utf-8")
    print(reading_json.dumps(read(text, case[:2]), text))
"""


@pytest.mark.parametrize("seed", ["1", "4711"])
def test_another_process_with_other_hashes_gives_the_same_reading(seed: str) -> None:
    chosen = [f"{code}/{name}" for code in ("en", "fa", "pl") for name in ("counts", "two-treaties", "officials-list")]
    expected = []
    for case in chosen:
        text = (CASES / case / "article.txt").read_text("utf-8")
        expected.append(reading_json.dumps(read(text, case[:2]), text))
    done = subprocess.run(
        [sys.executable, "-c", OTHER, *chosen],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        cwd=CASES.parent.parent,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines() == expected


def test_where_a_sentence_stands_changes_no_more_than_offsets() -> None:
    """A paragraph that says nothing before another one moves everything by its length."""
    before = "It rained for two days and nobody went outside to look at the harbour or at the ships.\n\n"
    text = "Latvia signed the Convention on Seed Banks in Riga on 6 June 2025.\n"
    plain, moved = read(text, "en"), read(before + text, "en")
    assert [(s.predicate, s.object, s.start + len(before)) for s in plain.statements] == [
        (s.predicate, s.object, s.start) for s in moved.statements
    ]


def test_a_language_without_a_file_is_said_and_gives_no_things() -> None:
    text = "Ríkin tvö undirrituðu samninginn um fiskveiðar í gær og ráðherrarnir tókust í hendur á eftir."
    reading = read(text)
    assert (reading.language, reading.things, reading.statements) == ("is", (), ())
    ((reason,),) = [(o.reason,) for o in reading.omissions]
    assert reason.startswith("no language file for 'is'; there are: ")


def test_a_reading_knows_its_text_by_its_digest() -> None:
    text = "Latvia signed."
    assert read(text, "en").digest == hashlib.sha256(text.encode()).hexdigest() == reading_json.digest_of(text)


def test_the_stop_inside_a_date_ends_no_sentence() -> None:
    if "de" not in language_codes():
        pytest.skip("no language that writes its dates so has a file yet")
    text = "Am 7. Oktober 2025 unterzeichnete Lettland den Vertrag. Estland wartet."
    assert len(annotate(article(text, "de"), language("de")).sentences) == 2


def test_a_headline_is_read_and_kept() -> None:
    text = "Latvia signs seed treaty\n\nLatvia signed the Convention on Seed Banks in Riga on 6 June 2025.\n"
    reading = read(text, "en")
    assert reading.headline == "Latvia signs seed treaty"
    assert reading.zones[0].kind == "headline"


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\ufeff", ".", "...", "()", "«»", "1", "-", "'", "’s", "(", '"', "\x00", "\ud800"]
)
def test_a_text_of_almost_nothing_is_read(text: str) -> None:
    for code in ("en", "fa", "pl", "vi", "id"):
        reading = read(text, code)
        assert (reading.things, reading.statements) == ((), ())


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_cut_or_mixture_of_texts_breaks_the_reader(data: st.DataObject) -> None:
    """Slices of the cases, put together in any order, in any of the languages."""
    pieces = []
    for _ in range(data.draw(st.integers(1, 4))):
        _, text = data.draw(st.sampled_from(TEXTS))
        start = data.draw(st.integers(0, len(text)))
        pieces.append(text[start : data.draw(st.integers(start, len(text)))])
    mixed = data.draw(st.sampled_from(["", " ", "\n\n", ", ", '"', " - "])).join(pieces)
    code = data.draw(st.sampled_from(["en", "fa", "id", "pl", "vi"]))
    assert faults(read(mixed, code), mixed) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.sampled_from(["en", "fa", "id", "pl", "vi"]))
def test_no_text_at_all_breaks_the_reader(text: str, code: str) -> None:
    assert faults(read(text, code), text) == []
