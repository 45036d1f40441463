"""What people decided, in the evidence: each correction of the graph, and who vouches for a claim (PROV-O)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg import vocab
from kg.graph.iris import Iris
from kg.graph.terms import TYPE, Row, kg_node, literal, node, text_literal
from kg.model import Attribution, Decision
from kg.slug import slug, stable_hash

_AGENT = f"<{vocab.PROV}Agent>"


def decided(decisions: Iterable[Decision], iris: Iris) -> Iterator[tuple[str, list[Row]]]:
    """Yield each decision and each person who took one, as a term with its rows.

    A decision is a kg:Correction with what it says, the things that it is about, who took it, when and why.
    """
    names: dict[str, set[str]] = {}
    for decision in decisions:
        rows = [(TYPE, kg_node("Correction")), (vocab.iri("decision"), literal(decision.kind))]
        rows.append((vocab.iri("told"), literal(" | ".join(decision.told))))
        rows += [(vocab.iri("corrects"), iris.entity_term(entity)) for entity in decision.entities]
        rows += attributed(decision.by, iris)
        yield node(iris.entity(f"correction/{_digest(decision)}")), rows
        names.setdefault(_editor(decision.by.who, iris), set()).add(decision.by.who)
    for editor, texts in names.items():
        yield editor, [(TYPE, _AGENT), *((vocab.FOAF + "name", literal(text)) for text in texts)]


def attributed(by: Attribution, iris: Iris) -> list[Row]:
    """Return the rows that tell who decided something, when and why.

    A day stands for its first moment, UTC: prov:generatedAtTime takes an xsd:dateTime.
    """
    when = by.when if "T" in by.when else f"{by.when}T00:00:00Z"
    rows = [
        (vocab.PROV + "wasAttributedTo", _editor(by.who, iris)),
        (vocab.PROV + "generatedAtTime", f'"{when}"^^<{vocab.XSD}dateTime>'),
    ]
    return [*rows, (vocab.RDFS + "comment", text_literal(by.why, ""))] if by.why else rows


def _editor(who: str, iris: Iris) -> str:
    return node(iris.entity(f"editor/{slug(who)}"))


def _digest(decision: Decision) -> str:
    parts = (decision.kind, *decision.told, decision.by.who, decision.by.when, decision.by.why)
    return stable_hash("|".join(parts), 16)
