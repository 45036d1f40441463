"""The evidence behind a graph: each claim with its confidence, its rules and the passages that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg import vocab
from kg.errors import GraphError
from kg.graph.claims import ClaimRecord
from kg.graph.decided import attributed, decided
from kg.graph.iris import Iris
from kg.graph.terms import TYPE, Block, Document, Row, block, decimal, integer, kg_node, literal
from kg.model import Article, Passage, Resolution


def quoted(records: Iterable[ClaimRecord], texts: Mapping[str, Article], iris: Iris) -> dict[str, Passage]:
    """Return all passages by their IRIs as terms; GraphError for one that does not stand in its article."""
    found: dict[str, Passage] = {}
    for record in records:
        for passage in record.passages():
            where = iris.passage_term(passage)
            known = found.get(where)
            if known is None or known.exact != passage.exact:
                found[where] = _checked(passage, texts)
    return found


def evidence_document(
    records: Mapping[str, ClaimRecord], passages: Mapping[str, Passage], resolution: Resolution, iris: Iris
) -> Document:
    """Return what is said of each claim, passage and correction. records, passages: by their terms."""
    values = {term for record in records.values() for term in record.triple if term.startswith("<")}
    values.update(iris.article_term(passage.article) for passage in passages.values())
    decisions = dict(decided(resolution.decisions, iris))
    values.update(value for rows in decisions.values() for _, value in rows if value.startswith("<"))
    blocks = _blocks(records, passages, decisions, resolution, iris)
    return Document(blocks, (*records, *passages, *decisions), values)


def _blocks(
    records: Mapping[str, ClaimRecord],
    passages: Mapping[str, Passage],
    decisions: Mapping[str, list[Row]],
    resolution: Resolution,
    iris: Iris,
) -> Iterator[Block]:
    work_of = {identifier: work.id for work in resolution.works for identifier in work.articles}
    claims, selectors = _Claims(work_of, iris), _Passages(iris)
    for subject in sorted((*records, *passages, *decisions)):
        if subject in records:
            yield block(subject, claims.rows(records[subject]))
        elif subject in decisions:
            yield block(subject, decisions[subject])
        else:
            yield subject, selectors.rows(passages[subject])


def _checked(passage: Passage, texts: Mapping[str, Article]) -> Passage:
    article = texts.get(passage.article)
    if article is None or article.text[passage.start : passage.end] != passage.exact:
        raise GraphError(
            f"{passage.article} does not have {passage.exact!r} at {passage.start}-{passage.end}: "
            "read the article again (its reading belongs to another text)"
        )
    return passage


class _Claims:
    """Says what there is to say of claims. work_of: works by article."""

    def __init__(self, work_of: Mapping[str, str], iris: Iris) -> None:
        self._work_of = work_of
        self._iris = iris
        self._types: list[Row] = [(TYPE, kg_node("Claim")), (TYPE, f"<{vocab.RDF}Statement>")]
        self._parts = tuple(vocab.RDF + name for name in ("subject", "predicate", "object"))
        names = ("confidence", "independentSources", "qualifier", "rule", "conflictsWith", "evidence")
        self._predicates = tuple(map(vocab.iri, names))

    def rows(self, record: ClaimRecord) -> list[Row]:
        """Return the rows of one claim, in no order."""
        confidence, sources, qualifier, rule, conflicts_with, evidence = self._predicates
        rows = [*self._types, *zip(self._parts, record.triple, strict=True)]
        rows.append((confidence, decimal(record.confidence)))
        rows.append((sources, integer(record.sources(self._work_of))))
        rows.extend((qualifier, literal(fact.qualifier)) for fact in record.facts if fact.qualifier)
        rows.extend((rule, literal(name)) for fact in record.facts for name in fact.rules)
        rows.extend((conflicts_with, other) for other in record.conflicts)
        rows.extend((evidence, self._iris.passage_term(passage)) for passage in record.passages())
        rows.extend(row for by in record.asserted() for row in attributed(by, self._iris))
        return rows


class _Passages:
    """Says what there is to say of passages."""

    def __init__(self, iris: Iris) -> None:
        self._iris = iris
        selectors = (f"<{vocab.OA}{name}>" for name in ("TextPositionSelector", "TextQuoteSelector"))
        self._types: list[Row] = sorted((TYPE, term) for term in (kg_node("Passage"), *selectors))
        self._predicates = tuple(vocab.OA + name for name in ("end", "exact", "hasSource", "start"))

    def rows(self, passage: Passage) -> list[Row]:
        """Return the rows of one passage, sorted."""
        end, exact, source, start = self._predicates
        return [
            *self._types,
            (end, integer(passage.end)),
            (exact, literal(passage.exact)),
            (source, self._iris.article_term(passage.article)),
            (start, integer(passage.start)),
        ]
