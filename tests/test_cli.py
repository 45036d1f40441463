"""The command line: what is printed, to which stream, and with which exit code."""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg import cli, reading_json
from kg.language import language_codes
from kg.read import find_inputs
from tests.builds import make_articles, text_of


class Result:
    """What one run of the command printed, and its exit code."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> None:
        self.code = cli.run([str(argument) for argument in arguments])
        self.out, self.err = capsys.readouterr()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a build of two articles."""
    folder = tmp_path_factory.mktemp("built")
    articles, readings = make_articles(folder, 2)
    kg.build([articles], folder / "out", readings=readings)
    return folder / "out"


def kg_process(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, **options)  # type: ignore[call-overload,no-any-return]


# Building


def test_build_prints_its_account_on_standard_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles, readings = make_articles(tmp_path, 2)
    done = Result(capsys, "build", articles, "-o", tmp_path / "out", "--readings", readings)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Read         2 articles: 2 English\n")
    assert done.out.endswith(f"{tmp_path}/out/graph.html  (the page: open it in a browser)\n")


def test_build_names_what_was_left_out_on_standard_error_and_exits_with_3(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    articles, readings = make_articles(tmp_path, 2)
    (articles / "empty.txt").touch()
    (articles / "old.txt").write_bytes("Genève".encode("latin-1"))
    done = Result(capsys, "build", articles, "-o", tmp_path / "out", "--readings", readings)
    assert done.code == 3
    assert done.err == (
        "kg: left out: empty.txt: empty; put the article's text into it or remove it\n"
        "kg: left out: old.txt: not UTF-8 (byte 0xe8 at offset 3); save it as UTF-8\n"
    )
    assert "Left out     2 inputs\n" in done.out
    quiet = Result(capsys, "build", articles, "-o", tmp_path / "out", "--readings", readings, "--quiet", "--no-page")
    assert (quiet.code, quiet.out, quiet.err) == (3, "", done.err)


def test_an_article_in_a_language_without_a_file_is_left_out_and_the_others_are_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "en.txt").write_text(text_of(1), "utf-8")
    georgian = "საგარეო საქმეთა მინისტრმა ხელი მოაწერა შეთანხმებას მეზობელ ქვეყანასთან."
    (tmp_path / "ka.txt").write_text(georgian, "utf-8")
    done = Result(capsys, "build", tmp_path, "-o", tmp_path / "out", "--no-page")
    assert done.code == 3
    assert done.err.startswith("kg: left out: ka.txt: ") and done.err.count("\n") == 1
    assert "'ka'" in done.err and done.out.startswith("Read         1 article: 1 English\n")
    alone = Result(capsys, "read", tmp_path / "ka.txt")
    assert (alone.code, alone.out) == (1, "") and alone.err.startswith("kg: ka.txt: ")


def test_build_without_anything_to_read_exits_with_1_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = tmp_path / "in"
    articles.mkdir()
    out = tmp_path / "out"
    done = Result(capsys, "build", articles, "-o", out)
    assert (done.code, done.out) == (1, "")
    assert done.err == f"kg: {articles}: no articles found; articles are files named .txt, .md, .html or .jsonl\n"
    (articles / "a.txt").touch()
    done = Result(capsys, "build", articles, "-o", out)
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "kg: none of the articles could be read:\n  a.txt: empty; put the article's text into it or remove it\n"
    )
    assert not out.exists()


def test_build_reads_standard_input(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"id": str(number), "text": text_of(number)}) for number in range(2))
    done = kg_process("build", "-", "-o", tmp_path / "out", input=lines)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Read         2 articles: 2 English\n")


def test_max_size_is_given_in_megabytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles, readings = make_articles(tmp_path, 2)
    (articles / "big.txt").write_bytes(b"x" * 20_000)
    done = Result(
        capsys, "build", articles, "-o", tmp_path / "out", "--readings", readings, "--max-size", "0.01", "--no-page"
    )
    assert done.err == ("kg: left out: big.txt: 0.02 MB, more than 0.01 MB; split it, or allow more with --max-size\n")


# Asking


def test_query_answers_sparql_and_named_queries(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sparql = "SELECT ?label WHERE { ?treaty a kg:Treaty ; rdfs:label ?label }"
    done = Result(capsys, "query", built, sparql, "--format", "csv")
    assert (done.code, done.out.split(), done.err) == (0, ["label", "Lake", "Pact"], "")
    named = Result(capsys, "query", built, "--name", "signing-events")
    assert named.code == 0 and "Lake Pact" in named.out


def test_query_lists_its_names_by_group_without_a_graph(capsys: pytest.CaptureFixture[str]) -> None:
    done = Result(capsys, "query", "--list")
    assert (done.code, done.err) == (0, "")
    groups = [part.splitlines() for part in done.out.split("\n\n")]
    assert [group[0] for group in groups] == sorted(group[0] for group in groups)
    for group in groups:
        names = [line.split()[0] for line in group[1:]]
        assert names == sorted(names)
    (treaties,) = (group for group in groups if group[0] == "treaties")
    assert [line.split(maxsplit=1) for line in treaties if line.startswith("  parties ")] == [
        ["parties", "Who is bound by which treaty, and how many independent sources say so"]
    ]


def test_a_named_query_is_shown_with_all_that_it_takes(capsys: pytest.CaptureFixture[str]) -> None:
    done = Result(capsys, "query", "--name", "met-with", "--show")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(
        "met-with: With whom somebody took part in the same event, when and where\n\n"
        "Only events that have happened.\n\n"
        "parameters\n  who (person, organization or state; required)\n"
        "      The person, state or organization.\n  since (date)\n"
    )


def test_a_named_query_takes_values_and_says_what_it_understood(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = Result(capsys, "query", built, "-n", "signatories", "-s", "treaty=LAKE pact", "-f", "csv")
    assert done.code == 0 and done.out.startswith("treaty,signatory,sources,treatyIri,signatoryIri\r\n")
    assert done.err == "kg: treaty: Lake Pact (treaty/lake-pact)\n"


def test_a_term_that_there_is_not_is_told_beside_the_answer(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = Result(capsys, "query", built, "SELECT ?s { ?t kg:signatry ?s }")
    assert (done.code, done.out) == (0, "s\n-\n(0 rows)\n")
    assert done.err == (
        "kg: line 1, column 16 of the query: there is no kg:signatry; did you mean kg:signatory? Nothing can match it\n"
    )


def test_triples_are_written_as_turtle(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = Result(capsys, "query", built, "--name", "treaty-graph", "--set", "treaty=lake", "--format", "turtle")
    assert done.code == 0 and "treaty:lake-pact a kg:Treaty ;\n" in done.out


def test_ask_answers_one_question_or_all_of_standard_input(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = Result(capsys, "ask", built, "lake", "pact")
    assert (one.code, one.out.splitlines()[0]) == (0, "Lake Pact (treaty)")
    named = Result(capsys, "ask", built, "signatories", "treaty=Lake Pact", "--format", "csv")
    assert named.code == 0 and named.out.startswith("treaty,signatory,")
    many = kg_process("ask", built, input="Lake Pact\n\\format csv\nASK {\n?s a kg:Treaty }\nnobody at all\n")
    assert many.returncode == 1
    assert many.stdout.startswith("Lake Pact (treaty)\n")
    assert many.stdout.endswith("answers are written as csv\nanswer\ntrue\n")
    assert many.stderr.startswith("kg: the graph has nothing called 'nobody at all'") and many.stderr.count("\n") == 1


EITHER = "Error: give either a SPARQL query or --name; --list shows the names"
NO_FOLDER = 'kg: nowhere: no such folder; "kg languages new CODE -o FILE" starts a language file'
NO_FILE = 'kg: no.toml: no such language file; "kg languages new CODE -o no.toml" starts one'
NO_CODE = "kg: tlh: the Unicode CLDR has no language of this code; did you mean th (Thai)?"
NO_GRAPH = "kg: nowhere holds no graph.ttl: build the graph first, kg build ARTICLES -o nowhere"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["build", "x", "--languages", "nowhere"], 1, "kg: x: no such file or folder"),
        (["languages", "--languages", "nowhere"], 1, NO_FOLDER),
        (["languages", "check", "no.toml"], 1, NO_FILE),
        (["languages", "new", "tlh"], 1, NO_CODE),
        (["query"], 2, "Error: name the folder that holds the graph, as in: kg query OUT --name signatories"),
        (["query", "OUT"], 2, EITHER),
        (["query", "OUT", "ASK {}", "--name", "events"], 2, EITHER),
        (["query", "OUT", "ASK {}", "--set", "a=b"], 2, "Error: --set is for a named query: give its --name too"),
        (["query", "--show"], 2, "Error: --show is for a named query: give its --name too"),
        (["query", "OUT", "-n", "event"], 1, "kg: there is no query named 'event'; did you mean events?"),
        (["query", "nowhere", "ASK {}"], 1, NO_GRAPH),
        (["ask", "nowhere", "x"], 1, NO_GRAPH),
        (["explain", "nowhere", "x"], 1, NO_GRAPH),
        (["read", "nowhere.txt"], 1, "kg: nowhere.txt: no such file or folder"),
        (["build"], 2, "Error: Missing argument 'ARTICLES...'."),
        (["build", "x", "-j", "0"], 2, "Error: Invalid value for '-j' / '--jobs': 0 is not in the range x>=1."),
        (["frob"], 2, "Error: No such command 'frob'."),
    ],
)  # fmt: skip
def test_wrong_usage_exits_with_2_and_what_cannot_be_done_with_1(
    arguments: list[str], code: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    done = Result(capsys, *arguments)
    assert (done.code, done.out) == (code, "")
    assert done.err.splitlines()[-1] == message


def test_a_query_that_cannot_be_read_is_named_by_line_and_column(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = Result(capsys, "query", built, "SELECT WHERE")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("kg: line 1, column 13 of the query: ")


def test_explain_shows_facts_with_their_words(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = Result(capsys, "explain", built, "lake pact")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Lake Pact (") and "Minister Ana Bela signed the Lake Pact in Geneva" in done.out


# Reading


def test_read_shows_one_article_for_eyes_and_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text_of(1), "utf-8")
    done = Result(capsys, "read", path)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("article    a.txt\nlanguage   en\n")
    as_json = Result(capsys, "read", path, "--json")
    reading, refused = reading_json.load(as_json.out, text_of(1))
    assert reading.identifier == "a.txt" and not refused


def test_what_read_prints_as_json_build_takes_as_a_reading(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles, readings = make_articles(tmp_path, 1)
    for file in readings.iterdir():
        file.write_text(Result(capsys, "read", articles / file.stem, "--json").out, "utf-8")
    assert Result(capsys, "build", articles, "-o", tmp_path / "a", "--readings", readings).code == 0
    assert Result(capsys, "build", articles, "-o", tmp_path / "b").code == 0
    for name in ("graph.ttl", "evidence.ttl", "graph.html"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_read_refuses_what_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").touch()
    done = Result(capsys, "read", tmp_path / "a.txt")
    assert (done.code, done.err) == (1, "kg: a.txt: empty; put the article's text into it or remove it\n")
    done = Result(capsys, "read", tmp_path)
    assert (done.code, done.err) == (
        1,
        f"kg: {tmp_path}: a folder; kg read shows one article, kg build reads folders\n",
    )


def test_path_shows_what_connects_two_names_as_text_and_as_json(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = Result(capsys, "path", built, "Bela", "lake pact")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(
        "'Bela' is taken for Ana Bela: words of its name “Ana Bela”\n\n"
        "Ana Bela (official) and Lake Pact (treaty): 2 steps, 1 way\n\n1. Ana Bela – Signing: Lake Pact"
    )
    told = json.loads(Result(capsys, "path", built, "ana bela", "lake pact", "--json").out)
    assert (told["start"]["label"], told["end"]["label"], told["ways"]) == ("Ana Bela", "Lake Pact", 1)
    done = Result(capsys, "path", built, "ana bela", "nobody at all")
    assert (done.code, done.out) == (1, "") and done.err.startswith("kg: the graph has nothing called 'nobody at all'")


def test_stats_are_the_same_for_every_hash_seed(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = Result(capsys, "stats", built)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("2 articles, ") and "\nIn the middle\n" in done.out
    told = Result(capsys, "stats", built, "--json").out
    assert json.loads(told)["articles"] == 2
    for seed in ("1", "2"):
        assert kg_process("stats", built, "--json", env=os.environ | {"PYTHONHASHSEED": seed}).stdout == told


def test_languages_lists_every_language_file(capsys: pytest.CaptureFixture[str]) -> None:
    done = Result(capsys, "languages")
    assert [line.split()[0] for line in done.out.splitlines()] == ["code", *language_codes()]
    assert re.search(r"^it    Italian +\d+/\d+ +\d+%  +italiano$", done.out, re.MULTILINE)
    rows = json.loads(Result(capsys, "languages", "--json").out)
    assert [row["code"] for row in rows] == list(language_codes())
    assert all(row["covered"] + sum(map(len, row["missing"].values())) == row["terms"] for row in rows)


def test_languages_show_tells_what_one_language_lacks(capsys: pytest.CaptureFixture[str]) -> None:
    done = Result(capsys, "languages", "show", "it")
    assert re.match(r"Italian \(it, italiano\): \d+ of \d+ terms of the ontology have words\n", done.out)
    assert "without words, in [roles]: " in done.out
    (row,) = json.loads(Result(capsys, "languages", "show", "it", "--json").out)
    assert row["missing"]["roles"]
    unknown = Result(capsys, "languages", "show", "italien")
    assert (unknown.code, unknown.err) == (
        1, 'kg: italien: no language of this code; did you mean Italian?; "kg languages" lists them\n',
    )  # fmt: skip


def test_a_new_language_is_started_checked_and_read_with(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "languages" / "sv.toml"
    done = Result(capsys, "languages", "new", "sv", "-o", file)
    assert (done.code, done.err, done.out) == (
        0,
        "",
        f"{file}: fill it in, then: kg languages check {file}\n"
        f"To read with it: kg build ARTICLES --languages {file.parent}\n",
    )
    done = Result(capsys, "languages", "check", file)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{file}: valid\n\nSwedish (sv, svenska): 0 of ")
    assert "Swedish" in Result(capsys, "languages", "--languages", file.parent).out
    assert "Swedish" not in Result(capsys, "languages").out

    text = file.read_text("utf-8")
    for line, filled in (
        ("\nMinister = []", '\nMinister = ["minister"]'),
        ("PrimeMinister = []  # prime minister", 'PrimeMinister = ["statsminister"]'),
        ("agreement = []\n", 'agreement = ["avtalet"]\n'),
        ("\nabout = []", '\nabout = ["om"]'),
        ("[acts.Signing]\nactive = []", '[acts.Signing]\nactive = ["undertecknade"]'),
    ):
        assert line in text
        text = text.replace(line, filled)
    file.write_text(text, "utf-8")
    article = tmp_path / "a.txt"
    article.write_text(
        "Norge undertecknade avtalet om torsk\n\n"
        "Norge undertecknade avtalet om torsk den 3 mars 2025. Statsminister Anna Lind talade i Sverige.\n",
        "utf-8",
    )
    done = Result(capsys, "build", article, "-o", tmp_path / "out", "--languages", file.parent)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Read         1 article: 1 Swedish\n")
    graph = (tmp_path / "out" / "graph.ttl").read_text("utf-8")
    for part in ('"Norge"@sv', '"Sverige"@sv', '"2025-03-03"^^xsd:date', "kg:Signing", '"Anna Lind"@sv'):
        assert part in graph, part
    done = Result(capsys, "read", article, "--languages", file.parent)
    assert (done.code, done.out.splitlines()[1]) == (0, "language   sv")
    assert "language   sv" not in Result(capsys, "read", article).out, "nothing of it stays behind"


def test_languages_check_names_each_problem_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "sv.toml"
    Result(capsys, "languages", "new", "sv", "-o", file)
    text = file.read_text("utf-8").replace("Minister = []\n", 'Ministr = ["minister"]\nMinister = 3\n', 1)
    file.write_text(text, "utf-8")
    line = text.splitlines().index('Ministr = ["minister"]') + 1
    done = Result(capsys, "languages", "check", file)
    assert (done.code, done.err) == (1, "")
    assert done.out == (
        f"{file}:{line}: roles.Ministr: there is no such role in ontology/roles.ttl; did you mean Minister?\n"
        f"{file}:{line + 1}: roles.Minister: 3 is not a list\n"
        "2 problems; mend and check again\n"
    )
    (tmp_path / "en.txt").write_text(text_of(1), "utf-8")
    build = Result(capsys, "build", tmp_path / "en.txt", "-o", tmp_path / "out", "--languages", tmp_path)
    assert (build.code, build.out) == (1, "")
    assert build.err == (
        f"kg: {file}:{line}: roles.Ministr: there is no such role in ontology/roles.ttl; did you mean Minister? "
        f'("kg languages check {file}" lists every problem)\n'
    )


# The process


def test_help_is_there_at_once() -> None:
    times = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = kg_process("--help")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        assert done.returncode == 0 and "3 built, but some inputs were left out" in " ".join(done.stdout.split())
    assert min(times) < 0.2


def test_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    done = Result(capsys, "--version")
    assert (done.code, done.out) == (0, f"kg, version {kg.__version__}\n")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_a_reader_that_has_gone_causes_no_complaint(built: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", "query", str(built), "SELECT * WHERE { ?s ?p ?o }"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout and process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(20) == 1


def test_a_fault_of_ours_is_one_line_and_a_traceback_on_request(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("kg.pipeline.build", fail)
    done = Result(capsys, "build", tmp_path)
    assert (done.code, done.err) == (1, "kg: a fault of kg, please report it: ZeroDivisionError: division by zero\n")
    debug = Result(capsys, "build", tmp_path, "--debug")
    assert debug.err.startswith("Traceback ") and debug.err.endswith(done.err)


def test_the_smallest_program_works(built: Path) -> None:
    """`import kg` is cheap, and its two functions are there when they are asked for."""
    assert len(kg.load(built).store) > 10
    with pytest.raises(AttributeError, match="module 'kg' has no attribute 'biuld'"):
        _ = kg.biuld
    assert find_inputs([built]).sources
