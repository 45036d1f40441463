"""The glued article tells how far a body's name goes."""

from __future__ import annotations

import pytest

from kg.annotate.annotation import annotate
from kg.annotate.phrase import Body
from kg.knowledge import load_knowledge
from kg.model import Article


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أعلن الجهاز القومي لتنظيم الاتصالات ذلك.", "الجهاز القومي لتنظيم الاتصالات"),
        ("قالت لجنة حماية التراث إنها ترفض.", "لجنة حماية التراث"),
        ("زار المجلس الأعلى للآثار والمتاحف أمس.", "المجلس الأعلى للآثار والمتاحف"),
        ("شكلوا لجنة مشتركة أمس.", ""),
        ("قالت اللجنة إنها ترفض.", ""),
    ],
)
def test_a_body_is_named_as_far_as_the_article_goes(text: str, name: str) -> None:
    """A noun with nothing that has the article is no name."""
    annotation = annotate(Article("a", text), load_knowledge().language("ar"))
    bodies = [i.phrase for s in annotation.sentences for i in s.items if isinstance(i.phrase, Body)]
    assert [annotation.text(*b.name) for b in bodies] == ([name] if name else [])
