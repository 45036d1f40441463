"""A graph that is kept up to date is the one that a build from scratch gives, and only what changed is read again."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

import kg
from kg.basis import LIBRARIES, NOT_FOR_READING, reading_basis
from kg.paths import ontology_path
from tests.builds import contents
from tests.test_boundaries import LAYER, MODULES, imports, level

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"
TEXTS = [
    "Minister Ana Bela signed the Lake Treaty in Geneva on 5 March 2024.",
    "Foreign Minister Anna Bela of Norway will sign the Lake Treaty in Oslo on 6 May 2024.",
    "Minister Ana Bela podpisała w Genewie traktat o jeziorach 5 marca 2024 r.",
    "Norwegia nie podpisała traktatu o jeziorach.",
]
NAMES = st.sampled_from([f"{name}.txt" for name in ("a", "b", "sub/c", "sub/a")])
LANGUAGES = ("en", "pl")


class Updates(RuleBasedStateMachine):
    """Articles come, change, go and are renamed, and language files change; after each step the graph is brought up."""

    def __init__(self) -> None:
        super().__init__()
        self.home = TemporaryDirectory()
        self.articles, self.out, self.languages = (Path(self.home.name, name) for name in ("in", "out", "languages"))
        self.articles.mkdir()
        self.languages.mkdir()
        for code in LANGUAGES:
            shutil.copy(ontology_path("languages", f"{code}.toml"), self.languages)
        self.texts: dict[str, str] = {}
        self.built: dict[str, str] = {}
        self.touched = False

    def teardown(self) -> None:
        self.home.cleanup()

    @rule(name=NAMES, text=st.sampled_from(TEXTS))
    def write(self, name: str, text: str) -> None:
        (self.articles / name).parent.mkdir(exist_ok=True)
        (self.articles / name).write_text(text, "utf-8")
        self.texts[name] = text

    @precondition(lambda self: self.texts)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.texts)))
        (self.articles / name).unlink()
        del self.texts[name]

    @precondition(lambda self: self.texts)
    @rule(data=st.data(), to=NAMES)
    def rename(self, data: st.DataObject, to: str) -> None:
        name = data.draw(st.sampled_from(sorted(self.texts)))
        (self.articles / to).parent.mkdir(exist_ok=True)
        (self.articles / name).replace(self.articles / to)
        self.texts[to] = self.texts.pop(name)

    @rule(code=st.sampled_from(LANGUAGES))
    def change_language(self, code: str) -> None:
        with (self.languages / f"{code}.toml").open("a") as file:
            file.write("# changed\n")
        self.touched = True

    @invariant()
    def is_as_from_scratch(self) -> None:
        if not self.texts:
            return
        account = kg.build([self.articles], self.out, languages=self.languages, jobs=1)
        fresh = self.out.with_name("fresh")
        kg.build([self.articles], fresh, languages=self.languages, jobs=1)
        assert contents(self.out) == contents(fresh)
        shutil.rmtree(fresh)
        if not self.touched:
            assert account.kept == len(self.texts.items() & self.built.items())
        self.built, self.touched = dict(self.texts), False


@pytest.mark.slow
def test_whatever_happens_to_articles_the_graph_is_the_one_from_scratch() -> None:
    check = settings(max_examples=5, stateful_step_count=8, deadline=None, suppress_health_check=list(HealthCheck))
    Updates.TestCase.settings = check
    Updates.TestCase("runTest").debug()


def test_the_account_says_how_much_was_read_and_how_much_kept(tmp_path: Path) -> None:
    articles = tmp_path / "in"
    articles.mkdir()
    for number, text in enumerate(TEXTS[:2]):
        (articles / f"{number}.txt").write_text(text, "utf-8")
    first = kg.build([articles], tmp_path / "out", page=False)
    assert first.kept == 0 and "kept" not in first.text()
    (articles / "new.txt").write_text(TEXTS[2], "utf-8")
    second = kg.build([articles], tmp_path / "out", page=False)
    assert second.kept == 2 and "             1 of them read now, 2 kept from before\n" in second.text()


def test_a_changed_language_file_leaves_the_articles_of_other_languages(tmp_path: Path) -> None:
    articles, languages = tmp_path / "in", tmp_path / "languages"
    articles.mkdir()
    languages.mkdir()
    for number, text in enumerate(TEXTS):
        (articles / f"{number}.txt").write_text(text, "utf-8")
    polish = languages / "pl.toml"
    shutil.copy(ontology_path("languages", "pl.toml"), polish)
    kg.build([articles], tmp_path / "out", languages=languages, page=False)
    polish.write_text(polish.read_text("utf-8").replace('english = "Polish"', 'english = "Polish (mine)"'), "utf-8")
    account = kg.build([articles], tmp_path / "out", languages=languages, page=False)
    assert (account.articles, account.kept) == (4, 2)
    with polish.open("a") as file:
        file.write('\n[gazetteer.names]\n"state/VN" = ["Wietnamia"]\n')
    account = kg.build([articles], tmp_path / "out", languages=languages, page=False)
    assert (account.articles, account.kept) == (4, 0), "names of things are known in articles of every language"
    kg.build([articles], tmp_path / "fresh", languages=languages, page=False)
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


OPENED = """
import sys
opened = set()
sys.addaudithook(lambda event, given: opened.add(str(given[0])) if event == "open" else None)
import kg.compiled, kg.pipeline
from kg.read import find_inputs
kg.compiled._digest = lambda: "made anew"  # which looks at all files
for source in find_inputs([sys.argv[1]]).sources:
    list(kg.pipeline.read(source))
print(*sorted(opened), sep="\\n")
"""


def test_every_file_that_reading_looks_at_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that bears on a reading and does not count would leave readings that no longer hold."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    done = subprocess.run([sys.executable, "-c", OPENED, str(EXAMPLES)], capture_output=True, encoding="utf-8", check=True)  # fmt: skip # noqa: E501
    root = ontology_path()
    inside = {Path(name).relative_to(root).parts[0] for name in done.stdout.splitlines() if name.startswith(f"{root}/")}
    assert "gazetteer" in inside and "languages" in inside
    assert inside & NOT_FOR_READING <= {"languages"}


def test_every_library_that_reading_imports_counts() -> None:
    reading = [module for module in MODULES if level(module) <= LAYER["extract"]]
    used = {name.split(".")[0] for module in reading for name, _ in imports(module)}
    others = used - set(sys.stdlib_module_names) - {"kg", "rdflib", "babel", "anyascii"}
    assert others <= {name.replace("-", "_") for name in LIBRARIES}


def test_the_basis_has_each_language(tmp_path: Path) -> None:
    whole = reading_basis()
    assert whole == reading_basis() and {"en", "pl", "vi"} <= whole.languages.keys()
    shutil.copy(ontology_path("languages", "pl.toml"), tmp_path)
    assert reading_basis(tmp_path) == whole, "the same file, in a folder of one's own"
    with (tmp_path / "pl.toml").open("a") as file:
        file.write("# more\n")
    mine = reading_basis(tmp_path)
    assert {code for code, digest in mine.languages.items() if digest != whole.languages[code]} == {"pl"}
    assert mine.shared == whole.shared and mine.whole != whole.whole
