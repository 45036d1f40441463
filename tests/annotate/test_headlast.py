"""Treaties whose noun stands last, in a script without capitals: where the name begins."""

from __future__ import annotations

import pytest

from kg.annotate.annotation import annotate
from kg.annotate.phrase import Treaty
from tests.cases.reading import article, language


def treaties(text: str) -> list[tuple[str, Treaty]]:
    annotation = annotate(article(text, "hi"), language("hi"))
    found = [i.phrase for s in annotation.sentences for i in s.items if isinstance(i.phrase, Treaty)]
    return [(annotation.text(*t.name), t) for t in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("दोनों देशों ने पेरिस में प्रत्यर्पण संधि पर हस्ताक्षर किए।", "प्रत्यर्पण संधि"),
        ("भारत ने बच्चों के अधिकारों पर कन्वेंशन का अनुमोदन किया।", "बच्चों के अधिकारों पर कन्वेंशन"),
        ("उन्होंने 'बीज भंडार संरक्षण संधि' पर हस्ताक्षर किए।", "बीज भंडार संरक्षण संधि"),
        ("यह ऐतिहासिक पेरिस समझौते का हिस्सा है।", "पेरिस समझौते"),
        ("भारत-इटली प्रत्यर्पण संधि लागू हुई।", "भारत-इटली प्रत्यर्पण संधि"),
        ("भारत प्रत्यर्पण संधि पर हस्ताक्षर करेगा।", "प्रत्यर्पण संधि"),
    ],
)
def test_a_name_begins_at_its_first_word(text: str, name: str) -> None:
    assert [found for found, _ in treaties(text)] == [name]


@pytest.mark.parametrize("text", ["भारत ने संधि पर हस्ताक्षर किए।", "यह नई अंतरराष्ट्रीय संधि है।", "भारत की संधि लंबी है।"])
def test_what_only_describes_a_treaty_is_no_name(text: str) -> None:
    assert [treaty.bare for _, treaty in treaties(text)] == [True]
