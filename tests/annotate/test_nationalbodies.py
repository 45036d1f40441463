"""Bodies whose adjective says that they are their state's, with a capital in their first word alone."""

from __future__ import annotations

import pytest

from kg.annotate.annotation import annotate
from kg.annotate.phrase import Body
from tests.cases.reading import article, language


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        (
            "uk",
            "Державна служба України з лікарських засобів повідомила про це.",
            "Державна служба України з лікарських засобів",
        ),
        ("uk", "Державна екологічна інспекція України перевірила порт.", "Державна екологічна інспекція України"),
        (
            "ru",
            "Федеральная служба по военно-техническому сотрудничеству сообщила об этом.",
            "Федеральная служба по военно-техническому сотрудничеству",
        ),
        ("ru", "Государственный центр лесных ресурсов сообщил об этом.", "Государственный центр лесных ресурсов"),
        ("ru", "Национальная идея и служба народу важны.", None),
    ],
)
def test_a_national_body_goes_on_as_long_as_words_depend_on_it(code: str, text: str, name: str | None) -> None:
    annotation = annotate(article(text, code), language(code))
    found = [i.phrase for s in annotation.sentences for i in s.items if isinstance(i.phrase, Body)]
    assert [annotation.text(*body.name) for body in found] == ([name] if name else [])
