"""Which state or body a title stands in, where words of the clause and not of the title say it."""

from __future__ import annotations

from tests.cases.reading import read


def posts(text: str, code: str) -> dict[str, set[tuple[str, str]]]:
    """Person's name -> what is said of the posts: (role, state key or name of the body)."""
    reading = read(text, code)
    things = {t.id: t for t in reading.things}
    said = [(s.subject, s.predicate, s.object) for s in reading.statements]
    out: dict[str, set[tuple[str, str]]] = {}
    for person, predicate, post in said:
        if predicate == "holdsPost":
            role = next(o for s, p, o in said if s == post and p == "postRole")
            inside = next((things[o] for s, p, o in said if s == post and p == "postIn"), None)
            where = "" if inside is None else inside.key or inside.names[0].text
            out.setdefault(things[person].names[0].text, set()).add((role, where))
    return out


def test_who_signs_for_a_state_or_represents_it_is_its_minister() -> None:
    text = (
        "La Convenzione di Fiume è pronta. Per la Slovenia ha firmato il ministro dei Trasporti Janez Kovar. "
        "La Croazia, rappresentata dalla ministra dei Trasporti Ana Babar, non ha firmato."
    )
    held = posts(text, "it")
    assert held["Janez Kovar"] == {("Minister", "state/SI")}
    assert held["Ana Babar"] == {("Minister", "state/HR")}


def test_the_head_of_a_committee_written_small_is_no_president_of_the_state() -> None:
    held = posts("Anne Kerbar, présidente de la commission des Affaires étrangères, a salué la France.", "fr")
    assert held["Anne Kerbar"] == {("Chairperson", "commission des Affaires étrangères")}
