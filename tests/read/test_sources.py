"""What each format gives, and the line that a user sees where a file cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Article
from kg.read import Refusal, find_inputs, read_source
from kg.read.decode import decode
from kg.read.fields import clean_address, clean_date, clean_language

PAGE = """<!doctype html><html lang="pl-PL"><head><meta charset="{charset}"><title>Podpisanie konwencji | Portal</title>
<meta property="article:published_time" content="2024-03-05T10:00:00+01:00">
<link rel="canonical" href="https://example.org/2024/konwencja"></head>
<body><nav><a href="/">Strona główna</a> <a href="/k">Kontakt</a></nav>
<article><h1>Podpisanie konwencji</h1>
<p>W środę ministrowie spraw zagranicznych podpisali w Genewie konwencję o ochronie jezior granicznych.</p>
<p>Dokument wejdzie w życie po złożeniu dwudziestu dokumentów ratyfikacyjnych, jak poinformował rzecznik.</p>
</article><footer>Wszelkie prawa zastrzeżone</footer></body></html>"""


def read(path: Path, max_bytes: int = 5_000_000) -> list[Article | Refusal]:
    return [found for source in find_inputs([path]).sources for found in read_source(source, max_bytes)]


def article(path: Path) -> Article:
    (found,) = read(path)
    assert isinstance(found, Article), found
    return found


def refusals(path: Path, max_bytes: int = 5_000_000) -> list[str]:
    return [str(found) for found in read(path, max_bytes) if isinstance(found, Refusal)]


def save(folder: Path, name: str, data: bytes | str) -> Path:
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return folder / name


# Plain text


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_decoding_is_that_of_utf_8_to_the_character(text: str) -> None:
    data = text.encode()
    if not data.startswith((b"\xff\xfe", b"\xfe\xff", b"%PDF-", b"PK\x03\x04")):
        assert decode(data) == data.decode("utf-8")


def test_text_keeps_its_line_ends_and_its_byte_order_mark_so_that_offsets_are_those_of_the_file(tmp_path: Path) -> None:
    path = save(tmp_path, "a.txt", b"\xef\xbb\xbfHanoi\r\n25 October\r\n")
    assert article(path).text == path.read_bytes().decode("utf-8") == "\ufeffHanoi\r\n25 October\r\n"


def test_utf_16_with_its_mark_is_read(tmp_path: Path) -> None:
    assert article(save(tmp_path, "a.txt", "Hà Nội".encode("utf-16"))).text == "Hà Nội"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty; put the article's text into it or remove it"),
        (b"\xef\xbb\xbf \r\n", "empty; put the article's text into it or remove it"),
        ("Genève".encode("latin-1"), "not UTF-8 (byte 0xe8 at offset 3); save it as UTF-8"),
        (b"\xff\xfea\x00b", "broken UTF-16 at byte 4; save it as UTF-8"),
        (b"abc\0def", "binary data (zero byte at offset 3), not text; save the article as UTF-8 text"),
        (b"%PDF-1.7 x", "a PDF file, not text; save the article as UTF-8 text"),
        (b"PK\x03\x04x", "a ZIP or office file, not text; save the article as UTF-8 text"),
    ],
)
def test_a_text_that_cannot_be_read_gets_one_line_with_the_way_out(tmp_path: Path, data: bytes, message: str) -> None:
    assert refusals(save(tmp_path, "a.txt", data)) == [f"a.txt: {message}"]


def test_a_file_above_the_limit_is_refused_before_it_is_loaded(tmp_path: Path) -> None:
    path = save(tmp_path, "a.txt", b"x" * 2_500_000)
    assert refusals(path, 1_000_000) == ["a.txt: 2.5 MB, more than 1 MB; split it, or allow more with --max-size"]
    assert refusals(path, 2_500_000) == []


def test_a_named_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    assert refusals(save(tmp_path, "a.docx", b"x")) == [
        "a.docx: not a kind of file that can be read; articles are files named .txt, .md, .html or .jsonl"
    ]


def test_a_file_that_vanishes_is_refused(tmp_path: Path) -> None:
    (source,) = find_inputs([save(tmp_path, "a.txt", b"x")]).sources
    (tmp_path / "a.txt").unlink()
    assert [str(found) for found in read_source(source)] == [
        "a.txt: cannot be opened (No such file or directory); check the file and its permissions"
    ]


# Markdown


def test_front_matter_of_markdown_is_metadata_and_the_rest_is_the_text_as_it_stands(tmp_path: Path) -> None:
    front = 'title: "Lake treaty: signed"\ndate: 2024-03-05T10:00:00Z\nurl: https://example.org/a\nlang: pt_br\n'
    assert article(save(tmp_path, "a.md", f"---\n{front}---\n\n# Body\n*x*\n")) == Article(
        "a.md", "\n# Body\n*x*\n", "pt-BR", "Lake treaty: signed", "2024-03-05", "https://example.org/a"
    )


def test_front_matter_fields_of_no_use_are_passed_over(tmp_path: Path) -> None:
    found = article(
        save(tmp_path, "a.md", "---\r\ndate: last Monday\r\nurl: see below\r\nlang: Polish!\r\n---\r\nBody")
    )
    assert found == Article("a.md", "Body")


def test_markdown_without_front_matter_is_its_text(tmp_path: Path) -> None:
    text = "Body\n\n---\n\ntitle: no\n---\n"
    assert article(save(tmp_path, "a.md", text)).text == text


# HTML


def test_a_page_gives_its_main_text_and_what_it_says_of_itself(tmp_path: Path) -> None:
    found = article(save(tmp_path, "a.html", PAGE.format(charset="utf-8")))
    assert "podpisali w Genewie konwencję" in found.text
    assert "Kontakt" not in found.text and "<p>" not in found.text
    assert (found.language, found.headline) == ("pl-PL", "Podpisanie konwencji")
    assert (found.published, found.source) == ("2024-03-05", "https://example.org/2024/konwencja")


def test_a_page_in_the_encoding_that_it_declares_is_read_alike(tmp_path: Path) -> None:
    page = PAGE.format(charset="iso-8859-2")
    utf8 = article(save(tmp_path, "a.html", page))
    assert article(save(tmp_path, "a.html", page.encode("iso-8859-2"))) == utf8


@pytest.mark.parametrize("charset", ["", "nonsense", "ascii"])
def test_a_page_whose_encoding_is_unclear_is_refused_not_guessed(tmp_path: Path, charset: str) -> None:
    page = f'<meta charset="{charset}"><p>Genève accueille'.encode("latin-1")
    assert refusals(save(tmp_path, "a.html", page))[0].startswith("a.html: not UTF-8 (byte 0xe8 at offset ")


def test_a_page_without_an_article_is_refused(tmp_path: Path) -> None:
    assert refusals(save(tmp_path, "a.html", "<html><body></body></html>")) == [
        "a.html: no article found in the page; save the article's text as .txt instead"
    ]


# JSON Lines


def test_records_give_articles_with_their_fields(tmp_path: Path) -> None:
    records = [
        {
            "id": "x/1",
            "text": "Hanoi\n",
            "title": "T",
            "date": "2024-03-05T10:00",
            "language": "fa",
            "url": "https://e.org/a",
        },
        {"text": "second", "more": 1, "title": None},
        {"id": 7, "text": "third"},
    ]
    path = save(tmp_path, "a.jsonl", "\ufeff" + "\n\n".join(json.dumps(record) for record in records))
    assert read(path) == [
        Article("x/1", "Hanoi\n", "fa", "T", "2024-03-05", "https://e.org/a"),
        Article("a.jsonl#3", "second"),
        Article("7", "third"),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"text": "a" "id"}', "column 14: broken JSON (Expecting ',' delimiter); each line holds one whole record"),
        ('{"text": "a', "column 10: broken JSON (Unterminated string starting at); each line holds one whole record"),
        ("[1]", 'not a record; each line holds one, such as {"id": "a1", "text": "..."}'),
        ('{"id": "b"}', 'no "text"; each record needs the article\'s text in the field "text"'),
        ('{"text": " "}', 'no "text"; each record needs the article\'s text in the field "text"'),
        ('{"text": ["a"]}', '"text" is no text; put it in quotes'),
        ('{"text": "a", "id": "first"}', 'the id "first" is taken by an earlier line; give each record its own'),
        (
            '{"text": "a", "date": "26.10.2025"}',
            "\"date\" is '26.10.2025'; write a date such as 2025-10-26, or leave it out",
        ),
        ('{"text": "a", "language": "?"}', '"language" is \'?\'; write a BCP 47 code such as "fa", or leave it out'),
        (
            '{"text": "a", "url": "my site"}',
            "\"url\" is 'my site'; write an address such as https://example.org/article, or leave it out",
        ),
        (
            '{"text": "a\\ud800"}',
            '"text" holds half a character (a lone \\ud8.. to \\udf..) or a zero; write it as UTF-8',
        ),
    ],
)
def test_a_record_that_cannot_be_used_is_named_by_its_line_and_the_others_are_read(
    tmp_path: Path, line: str, message: str
) -> None:
    path = save(tmp_path, "a.jsonl", f'{{"id": "first", "text": "x"}}\n{line}\n{{"id": "last", "text": "y"}}\n')
    found = read(path)
    assert [str(one) for one in found if isinstance(one, Refusal)] == [f"a.jsonl: line 2: {message}"]
    assert [one.identifier for one in found if isinstance(one, Article)] == ["first", "last"]


def test_a_record_that_is_not_utf_8_or_too_long_is_refused_alone(tmp_path: Path) -> None:
    path = save(tmp_path, "a.jsonl", b'{"text": "Gen\xe8ve"}\n{"text": "ok"}\n{"text": "' + b"x" * 2_000_000 + b'"}\n')
    assert refusals(path, 1_000_000) == [
        "a.jsonl: line 1: not UTF-8 (byte 0xe8 at offset 13); save it as UTF-8",
        "a.jsonl: line 3: 2 MB, more than 1 MB; split it, or allow more with --max-size",
    ]


def test_deeply_nested_json_is_refused(tmp_path: Path) -> None:
    (message,) = refusals(save(tmp_path, "a.jsonl", "[" * 100_000 + "\n"))
    assert message.startswith("a.jsonl: line 1: ")


# Fields


def test_fields_are_brought_to_one_form_or_are_empty() -> None:
    assert [clean_date(value) for value in ("2024-02-29", " 2024-03-05T00:00Z", "2023-02-29", "5 May")] == [
        "2024-02-29", "2024-03-05", "", "",
    ]  # fmt: skip
    assert [clean_language(value) for value in ("PL", "zh_hans-cn", "pt-br", "sr-Latn", "english language")] == [
        "pl", "zh-Hans-CN", "pt-BR", "sr-Latn", "",
    ]  # fmt: skip
    addresses = ("https://e.org/ä?q=1#x", "ftp://e.org", "https://e.org/ b", "http://<x>")
    assert [clean_address(value) for value in addresses] == [addresses[0], "", "", ""]
