"""The errors that the library raises. Each message says what happened, where, and what to do about it."""

from __future__ import annotations


class KGError(Exception):
    """Base of all errors of this package; its text is fit to be shown to a user as it is."""


class InputError(KGError):
    """An article, or a folder of articles, cannot be read."""


class CorrectionError(InputError):
    """A correction made by hand cannot be carried out."""


class KnowledgeError(KGError):
    """A file of the ontology (a language, a gazetteer, a table) is missing or wrong."""


class QueryError(KGError):
    """A query, its parameters or the name that it asks for cannot be used.

    line, column: where in the query, both from 1; 0 where that cannot be said.
    """

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.line, self.column = line, column


class GraphError(KGError):
    """A folder holds no graph of ours, or one of another version."""


class ReasonerError(KGError):
    """The OWL reasoner cannot run here."""


class ExportError(KGError):
    """A graph cannot be written in the format, or to the place, that was asked for."""


class PushError(KGError):
    """A store elsewhere cannot be reached, or does not take the graph."""
