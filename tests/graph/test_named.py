"""The heads of named queries: what they must be like, and what is said of those that are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KnowledgeError, QueryError
from kg.graph.named import Parameter, named_queries, named_query, parse

PATH = Path("x.rq")
HEAD = """\
# Who has signed
# Group: treaties
#
# The first line,
# and the second.
# $UNTIL (end-date, required): The last day.
# $STATE (thing kg:State): Only this state.
# $PERCENT (integer, default 80): So many hundredths.
"""
BODY = "SELECT ?x { ?x ?y $STATE FILTER (?z <= $UNTIL && ?z > $PERCENT) } # $OTHER\n"


def test_a_head_is_read() -> None:
    query = parse(HEAD + BODY, PATH)
    assert (query.name, query.title, query.group) == ("x", "Who has signed", "treaties")
    assert query.explanation == "The first line, and the second."
    assert query.parameters == (
        Parameter("until", "end-date", "", True, "", "The last day."),
        Parameter("state", "thing", "State", False, "", "Only this state."),
        Parameter("percent", "integer", "", False, "80", "So many hundredths."),
    )
    assert [parameter.kind for parameter in query.parameters] == ["date", "state", "integer"]
    assert query.sparql == HEAD + BODY


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT * {}", 'x.rq: a query begins with its title and "Group: NAME", as two lines of comment'),
        ("# Title\n# $A (text): b\n", 'x.rq: a query begins with its title and "Group: NAME", as two lines of comment'),
        (
            "# T\n# Group: g\n# $STATE thing: Only this\n",
            "x.rq: line 3: '$STATE thing: Only this' is no parameter; "
            "write it as $NAME (TYPE kg:CLASS, required): DESCRIPTION",
        ),
        (
            "# T\n# Group: g\n# $STATE (thin): Only this\n",
            "x.rq: line 3: there is no type 'thin'; did you mean thing?; "
            "there are: date, end-date, integer, language, term, text, thing",
        ),
        (
            "# T\n# Group: g\n# $STATE (thing kg:Sate): Only this\n",
            "the vocabulary has no term kg:Sate; did you mean kg:State?",
        ),
        ("# T\n# Group: g\n# $STATE (thing): Only this\nASK {}", "x.rq: $STATE is declared and not used"),
        ("# T\n# Group: g\nASK { ?s ?p $O }", "x.rq: $O is no declared parameter; other variables are ?small"),
        ("# T\n# Group: g\nASK { ?s ?p ?O }", "x.rq: ?O is no declared parameter; other variables are ?small"),
    ],
)
def test_what_is_wrong_with_a_head_is_named(text: str, message: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        parse(text, PATH)
    assert str(caught.value) == message


def test_every_query_says_what_it_is_and_what_it_takes() -> None:
    for query in named_queries():
        assert query.title[0].isupper() and not query.title.endswith("."), query.name
        assert len(query.name) <= 22 and query.explanation[-1:] in ("", "."), query.name
        for parameter in query.parameters:
            assert parameter.description.endswith("."), f"{query.name}: {parameter.name}"
            assert not (parameter.required and parameter.default)
    names = [query.name for query in named_queries()]
    assert names == sorted(names)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("signatorys", "there is no query named 'signatorys'; did you mean signatories?"),
        ("xyzzy", "there is no query named 'xyzzy'; kg query --list shows them"),
    ],
)
def test_for_an_unknown_name_the_nearest_is_told(name: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        named_query(name)
    assert str(caught.value) == message
