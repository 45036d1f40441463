"""A report as text for eyes, as JSON, and as a validation report of SHACL."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby

import pyoxigraph as ox

from kg import vocab
from kg.checks.report import Problem, Report
from kg.export.turtle import turtle
from kg.graph.explanation import counted, quoted
from kg.graph.names import tail
from kg.graph.rows import short

_SHOWN = 5  # problems of each rule
_SH = "http://www.w3.org/ns/shacl#"
_RULES = "https://w3id.org/treaty-kg/checks#"


def text(report: Report, everything: bool = False) -> str:
    """Return a report as text, in whole lines. everything: each problem, not only the first of each rule."""
    lines: list[str] = []
    for (group, rule, severity, message), found in groupby(report.problems, key=_heading):
        problems = list(found)
        where = group if rule == group else f"{group}: {rule}"
        lines += [f"{severity}: {message}  ({where}, {counted(len(problems), 'finding')})"]
        lines += [f"  {problems[0].advice}"] if problems[0].advice else []
        shown = problems if everything else problems[:_SHOWN]
        lines += [line for problem in shown for line in _lines(problem)]
        lines += [f"  and {len(problems) - len(shown)} more (--all)"] if len(problems) > len(shown) else []
        lines += [""]
    lines += [f"Checked      {line}" for line in report.checked]
    lines += [f"Not checked  {line}" for line in report.unchecked]
    lines += [f"Found        {', '.join(counted(number, severity.lower()) for severity, number in report.counts[:2])}"]
    return "".join(f"{line}\n" for line in lines)


def as_json(report: Report) -> str:
    """Return a report as JSON: problems, conforms, checked, unchecked."""
    problems = [asdict(problem) for problem in report.problems]
    told = {"checked": report.checked, "unchecked": report.unchecked}
    return json.dumps({"conforms": report.conforms, **told, "problems": problems}, ensure_ascii=False, indent=2) + "\n"


def as_turtle(report: Report) -> str:
    """Return a report as a sh:ValidationReport (https://www.w3.org/TR/shacl/#validation-report), without blank nodes.

    As SHACL has it, sh:conforms is true only where there is nothing, warnings included.
    """
    return turtle(_triples(report)).decode()


def _heading(problem: Problem) -> tuple[str, str, str, str]:
    return problem.group, problem.rule, problem.severity, problem.message


def _lines(problem: Problem) -> Iterator[str]:
    path = f"  {short(ox.NamedNode(problem.path))}" if problem.path else ""
    shown = f" {problem.shown}" if problem.shown else ""
    yield f"  {problem.label}  <{tail(problem.thing)}>{path}{shown}"
    if problem.other or problem.other_value:
        other = f"{problem.other_label}  <{tail(problem.other)}>" if problem.other else ""
        yield f"    but {' '.join(filter(None, (other, problem.other_value)))}"
    yield from (f"    {quoted(quote)}" for quote in problem.quotes)


def _triples(report: Report) -> Iterator[ox.Triple]:
    results = [(ox.NamedNode(f"urn:treaty-kg:result:{_digest(problem)}"), problem) for problem in report.problems]
    name = hashlib.sha256("".join(str(result) for result, _ in results).encode()).hexdigest()[:16]
    whole = ox.NamedNode(f"urn:treaty-kg:report:{name}")
    boolean = ox.NamedNode(vocab.XSD + "boolean")
    yield ox.Triple(whole, _TYPE, ox.NamedNode(_SH + "ValidationReport"))
    yield ox.Triple(whole, ox.NamedNode(_SH + "conforms"), ox.Literal(str(not results).lower(), datatype=boolean))
    for result, problem in results:
        yield ox.Triple(whole, ox.NamedNode(_SH + "result"), result)
        yield from (ox.Triple(result, ox.NamedNode(_SH + name), value) for name, value in _result(problem))
        yield ox.Triple(result, _TYPE, ox.NamedNode(_SH + "ValidationResult"))


def _result(problem: Problem) -> Iterator[tuple[str, ox.NamedNode | ox.Literal]]:
    yield "focusNode", ox.NamedNode(problem.thing)
    yield "resultSeverity", ox.NamedNode(_SH + problem.severity)
    yield "resultMessage", ox.Literal(problem.message, language="en")
    yield "sourceConstraintComponent", ox.NamedNode(problem.component)
    yield "sourceConstraint", ox.NamedNode(_RULES + problem.rule)
    if problem.path:
        yield "resultPath", ox.NamedNode(problem.path)
    if problem.value:
        (quad,) = ox.parse(f"<urn:s> <urn:p> {problem.value} .", format=ox.RdfFormat.N_TRIPLES)
        if isinstance(quad.object, ox.NamedNode | ox.Literal):
            yield "value", quad.object


def _digest(problem: Problem) -> str:
    return hashlib.sha256("\0".join(problem.order).encode()).hexdigest()[:16]


_TYPE = ox.NamedNode(vocab.RDF + "type")
