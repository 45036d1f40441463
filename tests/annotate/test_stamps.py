"""When a page was published: the date alone on a line, or behind the place that opens the text."""

from __future__ import annotations

import pytest

from tests.cases.reading import read


@pytest.mark.parametrize(
    ("code", "head", "day"),
    [
        ("de", "Von Katharina Lützow\n\n10.11.2026, 16:48 Uhr\n\nDie Minister trafen sich in Wien.", "2026-11-10"),
        ("es", "Marta Oviedo | Madrid, 18 de enero de 2026\n\nLos ministros se reunieron en Lima.", "2026-01-18"),
        ("ru", "МОСКВА, 19 января 2026 года. Министры встретились в Риме.", "2026-01-19"),
        ("ja", "両国の外相がローマで会談した。\n\n(2027年5月12日)", "2027-05-12"),
        ("en", "The ministers signed the treaty in Rome on 5 May 2026.", ""),
        ("en", "On 5 May 2026, ministers met in Rome.", ""),
    ],
)
def test_the_stamp_of_a_page_is_its_date_of_publication(code: str, head: str, day: str) -> None:
    reading = read(f"Title\n\n{head}\n\nMore.", code) if code != "ja" else read(f"題\n\n{head}", code)
    assert (reading.published if reading.published_basis == "Stated" else "") == day


def test_a_bare_day_is_in_the_month_of_a_stamp_without_a_year() -> None:
    text = "韩国批准公约\n\n新华社首尔5月11日电 韩国国会11日批准了《海洋微塑料公约》。该公约于2019年6月8日在釜山通过。"
    days = {s.object for s in read(text, "zh").statements if s.predicate == "startDate"}
    assert days == {"--05-11", "2019-06-08"}
