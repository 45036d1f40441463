"""Who was bound by a treaty on which day, from news of several years in two languages, built and inferred for real."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import kg
from kg.graph.store import with_inferences

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
}
TREATY = {"en": "the Convention on Seed Banks", "pl": "Konwencję o bankach nasion"}
RATIFIED = {
    "en": ("Mongolia 2019-05-06", "Oman 2019-09-10", "Norway 2020-02-03", "Chile 2021-07-12", "Kenya 2022-03-08",
           "Ghana 2019-04-02", "Nepal 2021-01-11", "Jordan 2018-12-04", "Cuba 2023-10-02", "Norway 2024-09-09"),
    "pl": ("Peru 2019-06-11", "Islandia 2019-11-20", "Malezja 2022-10-04", "Albania 2018-11-05", "Boliwia 2020-06-15",
           "Gruzja 2021-03-22", "Kanada 2023-02-14", "Dania 2024-04-18"),
}  # fmt: skip
LEFT = {
    "en": ("Norway 2022-06-01", "Jordan 2019-07-01", "Oman 2024-03-04"),
    "pl": ("Albania 2021-09-09", "Boliwia 2025-02-03"),
}
NOTICES = {"en": ("Oman 2023-03-03 2024-03-04", "Kenya 2025-02-03 2026-02-04"), "pl": ("Dania 2025-06-02 2026-06-03",)}


def day(date: str, language: str) -> str:
    """A date in words."""
    year, month, number = date.split("-")
    return f"{int(number)} {MONTHS[language].split()[int(month) - 1]} {year}" + (" roku" if language == "pl" else "")


def news() -> Iterator[tuple[str, str, str]]:
    """The articles: of each its language, its date and what it says."""
    force = "2020-01-15"
    yield "en", force, f"The Convention on Seed Banks entered into force on {day(force, 'en')}."
    yield "pl", force, f"Konwencja o bankach nasion weszła w życie {day(force, 'pl')}."
    for who, date in map(str.split, RATIFIED["en"]):
        yield "en", date, f"{who} ratified {TREATY['en']} on {day(date, 'en')}."
    for who, date in map(str.split, RATIFIED["pl"]):
        yield "pl", date, f"{who} ratyfikowała {TREATY['pl']} {day(date, 'pl')}."
    for who, date in map(str.split, LEFT["en"]):
        yield "en", date, f"{who} withdrew from {TREATY['en']} on {day(date, 'en')}, its government said."
    for who, date in map(str.split, LEFT["pl"]):
        yield "pl", date, f"{who} wypowiedziała {TREATY['pl']} {day(date, 'pl')}, poinformował rząd tego kraju."
    for who, date, effect in map(str.split, NOTICES["en"]):
        notice = f"{who} gave notice of its withdrawal from {TREATY['en']} on {day(date, 'en')}."
        yield "en", date, f"{notice} The denunciation will take effect on {day(effect, 'en')}."
    for who, date, effect in map(str.split, NOTICES["pl"]):
        notice = f"{who} wypowiedziała {TREATY['pl']} {day(date, 'pl')}."
        yield "pl", date, f"{notice} Wypowiedzenie wejdzie w życie {day(effect, 'pl')}."


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[kg.Graph]:
    """The graph of all the articles, with what follows from it."""
    root = tmp_path_factory.mktemp("years")
    articles, out = root / "articles", root / "out"
    articles.mkdir()
    for number, (language, date, text) in enumerate(news()):
        place = {"en": "NEW YORK", "pl": "NOWY JORK"}[language]
        said = f"{text.split()[0]}\n\n{place}, {day(date, language)} \u2013 {text}\n"
        (articles / f"{number:02}.{language}.txt").write_text(said, "utf-8")
    kg.build([articles], out, page=False)
    kg.reason(out)
    with with_inferences(out) as store:
        yield kg.Graph(store, out)


def bound(graph: kg.Graph, date: str) -> dict[str, tuple[str, str]]:
    """Who was bound on a day: since and until when."""
    rows = graph.named("bound", date=date)
    return {str(row["who"]): (str(row["since"] or ""), str(row["until"] or "")) for row in rows}


EVER = {"Chile": "2021-07-12", "Ghana": "2020-01-15", "Gruzja": "2021-03-22", "Islandia": "2020-01-15",
        "Mongolia": "2020-01-15", "Nepal": "2021-01-11", "Peru": "2020-01-15"}  # fmt: skip


def test_nobody_is_bound_before_the_entry_into_force(graph: kg.Graph) -> None:
    assert bound(graph, "2020-01-14") == {}


def test_who_was_bound_early_is_told_though_some_have_left_since(graph: kg.Graph) -> None:
    assert bound(graph, "2021-02-01") == {
        **{who: (since, "") for who, since in EVER.items() if since <= "2021-02-01"},
        "Albania": ("2020-01-15", "2021-09-09"),
        "Boliwia": ("2020-06-15", "2025-02-03"),
        "Norway": ("2020-02-03", "2022-06-01"),
        "Oman": ("2020-01-15", "2024-03-04"),
    }


def test_a_notice_binds_until_its_effect(graph: kg.Graph) -> None:
    between = bound(graph, "2024-03-03")
    assert between == {
        **{who: (since, "") for who, since in EVER.items()},
        "Boliwia": ("2020-06-15", "2025-02-03"),
        "Cuba": ("2023-10-02", ""),
        "Kanada": ("2023-02-14", ""),
        "Kenya": ("2022-03-08", ""),
        "Malezja": ("2022-10-04", ""),
        "Oman": ("2020-01-15", "2024-03-04"),
    }
    assert "Oman" not in bound(graph, "2024-03-04")


def test_who_came_back_is_bound_again_and_a_planned_effect_ends_nothing(graph: kg.Graph) -> None:
    assert bound(graph, "2025-12-31") == {
        **{who: (since, "") for who, since in EVER.items()},
        "Cuba": ("2023-10-02", ""),
        "Dania": ("2024-04-18", ""),
        "Kanada": ("2023-02-14", ""),
        "Kenya": ("2022-03-08", ""),
        "Malezja": ("2022-10-04", ""),
        "Norway": ("2024-09-09", ""),
    }


def test_who_left_before_the_entry_into_force_was_never_bound(graph: kg.Graph) -> None:
    left = {fact.subject: (fact.since, fact.until) for fact in graph.inferred(predicate="formerlyBoundBy")}
    assert left == {
        "Albania": ("2020-01-15", "2021-09-09"),
        "Boliwia": ("2020-06-15", "2025-02-03"),
        "Norway": ("2020-02-03", "2022-06-01"),
        "Oman": ("2020-01-15", "2024-03-04"),
    }
