"""Finds what is misspelt in a SPARQL text: terms of the vocabulary, prefixes, keywords; each with the nearest known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import vocab
from kg.graph.tokens import TOKEN, blanked, place
from kg.nearest import nearest

# https://www.w3.org/TR/sparql12-query/#sparqlGrammar
_ALL_KEYWORDS = """
    ABS ADJUST AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL COALESCE CONCAT CONSTRUCT CONTAINS COUNT DATATYPE DAY DESC
    DESCRIBE DISTINCT ENCODE_FOR_URI EXISTS FILTER FLOOR FROM GRAPH GROUP GROUP_CONCAT HAVING HOURS IF IN IRI ISBLANK
    ISIRI ISLITERAL ISNUMERIC ISTRIPLE ISURI LANG LANGDIR LANGMATCHES LCASE LIMIT MAX MD5 MIN MINUS MINUTES MONTH NAMED
    NOT NOW OBJECT OFFSET OPTIONAL ORDER PREDICATE PREFIX RAND REDUCED REGEX REPLACE ROUND SAMETERM SAMPLE SECONDS
    SELECT SEPARATOR SERVICE SHA1 SHA256 SHA384 SHA512 SILENT STR STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLANGDIR
    STRLEN STRSTARTS STRUUID SUBJECT SUBSTR SUM TIMEZONE TRIPLE TZ UCASE UNDEF UNION URI UUID VALUES VERSION WHERE YEAR
    HASLANG HASLANGDIR FALSE TRUE A
"""
KEYWORDS = frozenset(_ALL_KEYWORDS.split())
_WORD = re.compile(r"(?<![\w@.^-])[A-Za-z_]\w*(?![\w-])")
_DECLARED = re.compile(r"\bPREFIX\s+([\w.-]*):\s*<([^>]*)>", re.IGNORECASE)
_TEMPLATE = re.compile(r"\bCONSTRUCT\s*\{[^{}]*\}", re.IGNORECASE)


def unknown_terms(sparql: str) -> tuple[str, ...]:
    """Return a line for each kg: term of a query that the vocabulary lacks, which can never match, in their order.

    What a CONSTRUCT makes is not looked at: it may be of any name.
    """
    known = prefixes(sparql)
    templates = [found.span() for found in _TEMPLATE.finditer(blanked(sparql, "iri", "variable", "name"))]
    found: dict[str, str] = {}
    for token in TOKEN.finditer(sparql):
        name = _local_name(token, known)
        inside = any(start <= token.start() < end for start, end in templates)
        if not name or inside or name in found or vocab.is_term(name):
            continue
        line, column = place(sparql, token.start())
        found[name] = f"line {line}, column {column} of the query: there is no kg:{name}{vocab.hint(name)}"
    return tuple(found.values())


def misspelt(sparql: str) -> tuple[int, str] | None:
    """Return what is likely wrong in a text that is no SPARQL: its offset and what is the matter; None if unknown.

    That is the first prefix that is not declared, or the first word that SPARQL does not have.
    """
    return min((*_undeclared(sparql), *_no_keywords(sparql)), default=None)


def prefixes(sparql: str) -> dict[str, str]:
    """Return the prefixes that hold in a query: the usual ones, and what it declares itself."""
    return {**vocab.PREFIXES, **dict(_DECLARED.findall(blanked(sparql, "iri", "name")))}


def _local_name(token: re.Match[str], known: dict[str, str]) -> str:
    """Return the local name of a token that stands for a kg: term, "" for another one."""
    if token["iri"]:
        iri = token["iri"][1:-1]
    elif token["name"]:
        prefix, _, local = token["name"].partition(":")
        iri = known.get(prefix, "") + local
    else:
        return ""
    return iri.removeprefix(vocab.KG) if iri.startswith(vocab.KG) else ""


def _undeclared(sparql: str) -> Iterator[tuple[int, str]]:
    known = prefixes(sparql)
    for token in TOKEN.finditer(sparql):
        prefix, colon, _ = (token["name"] or "").partition(":")
        if colon and prefix != "_" and prefix not in known:
            near = nearest(f"{prefix}:", [f"{one}:" for one in known])
            there = "" if near else f"; known without a declaration: {', '.join(vocab.PREFIXES)}"
            yield token.start(), f"unknown prefix {prefix}:{near}{there}"


def _no_keywords(sparql: str) -> Iterator[tuple[int, str]]:
    for word in _WORD.finditer(blanked(sparql)):
        if word[0].upper() not in KEYWORDS:
            yield word.start(), f"{word[0]} is no word of SPARQL{nearest(word[0].upper(), KEYWORDS)}"
