"""Input files to articles: plain text, Markdown, HTML and JSONL."""

from kg.read.inputs import STDIN, Inputs, Source, files_below, find_inputs
from kg.read.sources import MAX_BYTES, Refusal, is_collection, read_source, with_bytes

__all__ = [
    "MAX_BYTES",
    "STDIN",
    "Inputs",
    "Refusal",
    "Source",
    "files_below",
    "find_inputs",
    "is_collection",
    "read_source",
    "with_bytes",
]
