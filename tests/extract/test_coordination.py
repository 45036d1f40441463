"""Two clauses that "and" joins have each their own date."""

from __future__ import annotations

from tests.cases.reading import read


def test_each_clause_keeps_its_date() -> None:
    text = (
        "El Convenio de Rosario\n\nEl Convenio de Rosario había sido adoptado en Rosario el 8 de noviembre de 2019 "
        "y la Argentina lo ratificó en marzo de 2021."
    )
    reading = read(text, "es")
    kinds = {t.id: t.kind for t in reading.things}
    dates = {kinds[s.subject]: s.object for s in reading.statements if s.predicate == "startDate"}
    assert dates == {"Adoption": "2019-11-08", "Ratification": "2021-03"}
