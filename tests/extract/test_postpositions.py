"""A language whose words for a phrase's part stand behind it, and whose verbs come last: Hindi."""

from __future__ import annotations

from kg.extract.reader import read_article
from kg.knowledge import load_knowledge
from kg.model import Reading
from tests.cases.reading import article

LEAD = "दिल्ली में समझौता\n\nनई दिल्ली, 4 मई 2026। "


def read(text: str) -> Reading:
    return read_article(article(LEAD + text, "hi"), load_knowledge())


def told(reading: Reading, predicate: str) -> set[str]:
    names = {t.id: t.names[0].text for t in reading.things if t.names}
    return {names.get(s.object, s.object) for s in reading.statements if s.predicate == predicate}


def test_a_meeting_has_whom_the_verb_takes_in() -> None:
    reading = read("विदेश मंत्री राजन मेहता ने जापान के राजदूत केंजी मात्सुदा से मुलाकात की।")
    assert told(reading, "participant") == {"राजन मेहता", "केंजी मात्सुदा"}


def test_a_pronoun_that_opens_a_clause_is_who_says_so() -> None:
    reading = read("भारत ने सोमवार को साफ कर दिया कि वह प्रत्यर्पण संधि पर इस साल हस्ताक्षर नहीं करेगा।")
    assert told(reading, "signedBy") == {"भारत"}
    assert told(reading, "status") == {"Denied"}


def test_initials_and_a_word_that_is_also_a_title_are_parts_of_a_name() -> None:
    reading = read("रक्षा मंत्री के. राघवन मेनन और कृषि मंत्री सुधा रानी वर्मा ने प्रत्यर्पण संधि पर हस्ताक्षर किए।")
    assert told(reading, "signedBy") == {"के. राघवन मेनन", "सुधा रानी वर्मा"}


def test_to_whom_an_ambassador_is_sent_stands_in_front() -> None:
    reading = read("नेपाल में भारत के राजदूत राजन मेहता ने यह बात कही।")
    assert told(reading, "accreditedTo") == {"नेपाल"}
