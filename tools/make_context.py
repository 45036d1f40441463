"""Make ontology/context.jsonld, the JSON-LD context of the vocabulary, from ontology/kg.ttl.

    python tools/make_context.py

Terms of `kg:` need no entry of their own for their IRI (@vocab); an entry says how the values of a property are to be
read. Terms of other vocabularies are those that a graph uses. A test holds the file against what this makes.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rdflib import OWL, RDF, RDFS, XSD, Graph, URIRef

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kg.vocab import KG, PREFIXES  # noqa: E402

CONTEXT = ROOT / "ontology" / "context.jsonld"
_VALUES = {URIRef(KG + name) for name in ("Status", "Precision", "Basis", "Role")} | {
    URIRef(PREFIXES["skos"] + "Concept")
}
_DATE = {"@type": "xsd:date"}
_THING = {"@type": "@id"}
_TEXT: dict[str, str] = {}
OTHERS = {
    "altLabel": ("skos", _TEXT),
    "broader": ("skos", {"@type": "@vocab"}),
    "datePublished": ("schema", _DATE),
    "end": ("oa", _TEXT),
    "exact": ("oa", _TEXT),
    "hasSource": ("oa", _THING),
    "headline": ("schema", _TEXT),
    "identifier": ("dcterms", _TEXT),
    "inLanguage": ("schema", _TEXT),
    "label": ("rdfs", _TEXT),
    "mentions": ("schema", _THING),
    "object": ("rdf", _TEXT),
    "predicate": ("rdf", {"@type": "@vocab"}),
    "prefLabel": ("skos", _TEXT),
    "sameAs": ("owl", _THING),
    "source": ("dcterms", _THING),
    "start": ("oa", _TEXT),
    "subject": ("rdf", _THING),
}


def made() -> str:
    """Return what the file should hold."""
    context: dict[str, object] = {"@version": 1.1, "@vocab": KG, "id": "@id", "type": "@type", **PREFIXES}
    terms: dict[str, object] = {
        name: {"@id": f"{prefix}:{name}", **how} if how else f"{prefix}:{name}"
        for name, (prefix, how) in OTHERS.items()
    }
    terms.update(_of_vocabulary())
    context.update(sorted(terms.items()))
    return json.dumps({"@context": context}, indent=2, ensure_ascii=False) + "\n"


def _of_vocabulary() -> dict[str, object]:
    graph = Graph().parse(ROOT / "ontology" / "kg.ttl", format="turtle")
    found: dict[str, object] = {}
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in graph.subjects(RDF.type, kind):
            name, ends = str(term).removeprefix(KG), graph.value(term, RDFS.range)
            if kind == OWL.ObjectProperty:
                found[name] = {"@id": f"kg:{name}", "@type": "@vocab" if ends in _VALUES else "@id"}
            elif name.endswith("Date"):
                found[name] = {"@id": f"kg:{name}", **_DATE}
            elif ends == XSD.decimal:
                found[name] = {"@id": f"kg:{name}", "@type": "xsd:decimal"}
            else:
                found[name] = f"kg:{name}"
    return found


if __name__ == "__main__":
    CONTEXT.write_text(made(), "utf-8")
