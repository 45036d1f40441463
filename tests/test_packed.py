"""What is packed comes back as it was."""

from __future__ import annotations

from kg.cache import Kept
from kg.model import Article, Reading
from kg.packed import pack, unpack
from tests.test_reading_json import READING, TEXT


def test_a_reading_comes_back_as_it_was() -> None:
    assert READING.things and READING.things[0].names and READING.things[0].traits and READING.zones
    kept = Kept(Article(READING.identifier, TEXT, headline="\ud800"), READING)
    assert unpack(Kept, pack(kept)) == kept
    assert unpack(Reading, pack(READING)) == READING


def test_damaged_bytes_give_nothing() -> None:
    data = pack(READING)
    assert unpack(Reading, data[:-1]) is None
    assert unpack(Reading, data[:-1] + b"\x01") is None
    assert unpack(Reading, b"") is None
