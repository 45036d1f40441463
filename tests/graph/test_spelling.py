"""What is misspelt in a query, and what was likely meant."""

from __future__ import annotations

import pytest

from kg.graph.spelling import misspelt, unknown_terms


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("SELECT * { ?t kg:signatory ?s ; a kg:Treaty }", ()),
        (
            "SELECT * {\n  ?t kg:signatry ?s ; a kg:treety }",
            (
                "line 2, column 6 of the query: there is no kg:signatry; did you mean kg:signatory?",
                "line 2, column 25 of the query: there is no kg:treety; did you mean kg:treaty?",
            ),
        ),
        ("ASK { ?t kg:qqqqq ?s ; kg:qqqqq ?o }", ("line 1, column 10 of the query: there is no kg:qqqqq",)),
        (
            "ASK { ?t <https://w3id.org/treaty-kg/ontology#Place1> 1 }",
            ("line 1, column 10 of the query: there is no kg:Place1; did you mean kg:Place?",),
        ),
        (
            "PREFIX k: <https://w3id.org/treaty-kg/ontology#> ASK { ?t k:hosst 1 }",
            ("line 1, column 59 of the query: there is no kg:hosst; did you mean kg:host?",),
        ),
        ("PREFIX kg: <http://elsewhere/> ASK { ?t kg:hosst 1 }", ()),
        ("ASK { ?s ?p 'kg:hosst' } # kg:hosst", ()),
        (
            "CONSTRUCT { ?s kg:near ?o } WHERE { ?s kg:neer ?o }",
            ("line 1, column 40 of the query: there is no kg:neer; did you mean kg:Member?",),
        ),
    ],
)
def test_terms_that_the_vocabulary_lacks_are_told(text: str, lines: tuple[str, ...]) -> None:
    assert unknown_terms(text) == lines


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SELEC * {}", (0, "SELEC is no word of SPARQL; did you mean SELECT?")),
        ("SELECT * { ?s a kg:State FILTR (1) }", (25, "FILTR is no word of SPARQL; did you mean FILTER?")),
        ("SELECT * { ?s rdfss:label ?o }", (14, "unknown prefix rdfss:; did you mean rdfs:?")),
        ("SELECT * { ?s ?p _:b, 'x'@en-GB, 1e5, true, <a:b> }", None),
        ("select (count(?s) as ?n) { ?s a kg:State } group by ?s", None),
        ("", None),
    ],
)
def test_what_is_likely_wrong_in_a_text_that_is_no_sparql(text: str, found: tuple[int, str] | None) -> None:
    assert misspelt(text) == found
