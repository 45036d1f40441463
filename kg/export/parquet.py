"""Parquet files, a table each, for pandas, Polars, DuckDB, Spark. Wants pyarrow, which the extra `parquet` installs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import ExportError
from kg.export import tables
from kg.export.source import Source
from kg.export.turtle import batched

_GROUP = 50_000  # rows that are put together before they are written
Row = Mapping[str, object]
_TEXT, _TEXTS, _NUMBER, _SHARE = "string", "list<string>", "int64", "float64"
# The columns of each table with their types.
_COLUMNS: Mapping[str, Mapping[str, str]] = {
    "things": {"iri": _TEXT, "kind": _TEXT, "classes": _TEXTS, "label": _TEXT, "language": _TEXT, "same_as": _TEXTS},
    "names": {"thing": _TEXT, "text": _TEXT, "language": _TEXT, "property": _TEXT},
    "facts": {"subject": _TEXT, "property": _TEXT, "object": _TEXT, "value": _TEXT, "datatype": _TEXT,
              "language": _TEXT, "claim": _TEXT},
    "claims": {"claim": _TEXT, "confidence": _SHARE, "sources": _NUMBER, "qualifiers": _TEXTS, "rules": _TEXTS,
               "conflicts": _TEXTS, "passages": _TEXTS},
    "passages": {"iri": _TEXT, "article": _TEXT, "start": _NUMBER, "end": _NUMBER, "exact": _TEXT},
    "articles": {"iri": _TEXT, "identifier": _TEXT, "language": _TEXT, "headline": _TEXT, "published": _TEXT,
                 "source": _TEXT, "work": _TEXT},
}  # fmt: skip
FILES = tuple(f"{table}.parquet" for table in _COLUMNS)


def write_parquet(source: Source, folder: Path) -> None:
    """Write the tables; ExportError where pyarrow is not installed.

    An empty text stands for what is not known. A fact has its `object` (an IRI) or its `value` with a datatype.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ExportError("Parquet needs pyarrow: pip install 'treaty-kg[parquet]'") from error
    types = {_TEXT: pa.string(), _TEXTS: pa.list_(pa.string()), _NUMBER: pa.int64(), _SHARE: pa.float64()}
    for table, columns in _COLUMNS.items():
        schema = pa.schema([(name, types[kind]) for name, kind in columns.items()])
        with pq.ParquetWriter(folder / f"{table}.parquet", schema, compression="zstd") as writer:
            for rows in batched(_rows(source, table), _GROUP):
                writer.write_table(pa.Table.from_pylist(rows, schema))


def _rows(source: Source, table: str) -> Iterator[Row]:
    columns = _COLUMNS[table]
    if table == "facts":
        return map(_fact, tables.facts(source))
    return ({name: getattr(row, name) for name in columns} for row in _READERS[table](source))


_READERS: Mapping[str, Callable[[Source], Iterator[Any]]] = {
    "things": tables.things,
    "names": tables.names,
    "claims": tables.facts,
    "passages": tables.passages,
    "articles": tables.articles,
}


def _fact(fact: tables.Fact) -> Row:
    row = {"subject": fact.subject, "property": fact.property, "claim": fact.claim}
    if isinstance(fact.value, ox.NamedNode):
        return row | {"object": fact.value.value, "value": "", "datatype": "", "language": ""}
    datatype, language = fact.value.datatype.value, fact.value.language or ""
    return row | {"object": "", "value": fact.value.value, "datatype": datatype, "language": language}
