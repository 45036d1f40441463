"""Answers questions on one graph, one after another: what lies behind `kg query` and `kg ask`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kg.ask.described import described, listed
from kg.ask.questions import is_sparql, values, words
from kg.errors import QueryError
from kg.export.answers import FORMATS, render
from kg.graph.explain import explained
from kg.graph.named import named_queries, named_query
from kg.graph.parameters import bind
from kg.graph.query import Store, run
from kg.graph.spelling import unknown_terms
from kg.nearest import nearest

HELP = """\
Ask with SPARQL (the usual prefixes need no declaration), with the name of a query and its values, or with
the name of a thing, in any of its languages:

  SELECT ?treaty { ?t a kg:Treaty ; rdfs:label ?treaty }
  signed-not-ratified date=2025-12-31
  Vietnam

\\list [WORD]     the named queries
\\show QUERY      what a named query tells, its parameters and its SPARQL
\\explain NAME    what the graph says of a thing, and in which words
\\names NAME      what a thing is called, in all languages and scripts
\\format [FORM]   how answers are written: table, csv, tsv, json, markdown, turtle, ntriples
\\help            this
\\quit            leave (Ctrl-D does, too)

Tab completes terms, prefixes, queries, parameters and names. SPARQL goes on over lines until its braces are
closed; Esc Enter begins a new line anywhere. Ctrl-C clears what is typed.
"""


class Quit(Exception):
    """The user wants to leave."""


@dataclass(slots=True)
class Session:
    """Asks one graph. form: how answers are written; note: takes a line that goes beside the answer, not into it."""

    store: Store
    form: str
    note: Callable[[str], object]

    def answer(self, question: str) -> str:
        """Return the answer to a question as it is typed, or what a command has to say; always whole lines.

        Raises QueryError (one line) where it cannot be answered, Quit for the command that ends the conversation.
        """
        text = question.strip()
        if not text:
            return ""
        if text.startswith("\\"):
            return self._command(text)
        if is_sparql(text):
            return self.run(text)
        return self.answer_words(words(text)) if self._is_named(words(text)) else self._explained(text)

    def answer_words(self, given: Sequence[str]) -> str:
        """Return the answer to a question that comes in words, as a shell has split it."""
        if self._is_named(given):
            return self.run_named(given[0], values(named_query(given[0]), given[1:]))
        return self.answer(" ".join(given))

    def run(self, sparql: str) -> str:
        """Return the answer to a SPARQL query; kg: terms that there are not are noted."""
        for line in unknown_terms(sparql):
            self.note(f"{line}; nothing can match it".replace("?; nothing", "? Nothing"))
        return render(run(self.store, sparql), self.form)

    def run_named(self, name: str, given: Mapping[str, str]) -> str:
        """Return the answer to a named query; what the names of things were taken for is noted.

        given: values as typed, by parameter.
        """
        bound = bind(self.store, named_query(name), given)
        for line in bound.notes(given):
            self.note(line)
        return render(run(self.store, bound.sparql), self.form)

    def _is_named(self, given: Sequence[str]) -> bool:
        return bool(given) and any(query.name == given[0] for query in named_queries())

    def _explained(self, name: str) -> str:
        try:
            return explained(self.store, name) + "\n"
        except QueryError as error:
            hint = nearest(name.split()[0], (query.name for query in named_queries()))
            raise QueryError(f"{error}{hint}") from error

    def _command(self, text: str) -> str:
        command, _, rest = text[1:].partition(" ")
        commands: Mapping[str, Callable[[str], str]] = {
            "explain": lambda name: explained(self.store, _needed(name, "explain NAME")) + "\n",
            "format": self._format,
            "help": lambda _: HELP,
            "list": listed,
            "names": lambda name: self.run_named("names", {"thing": _needed(name, "names NAME")}),
            "quit": _quit,
            "show": lambda name: described(named_query(_needed(name, "show QUERY"))),
        }
        if command not in commands:
            raise QueryError(f"there is no command \\{command}{nearest(command, commands)}; \\help lists them")
        return commands[command](rest.strip())

    def _format(self, form: str) -> str:
        if form and form not in FORMATS:
            raise QueryError(f"there is no format {form!r}{nearest(form, FORMATS)}; there are: {', '.join(FORMATS)}")
        self.form = form or self.form
        return f"answers are written as {self.form}\n"


def _needed(text: str, form: str) -> str:
    if not text:
        raise QueryError(f"write it as \\{form}")
    return text


def _quit(_: str) -> str:
    raise Quit
