"""The gazetteer's names as terms of one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.annotate.terms import Entry
from kg.gazetteer import Concept
from kg.language import Language

_TITLE = 2  # blanks in a title that is no other phrase


def gazetteer_terms(language: Language, gazetteer: Mapping[str, Concept]) -> Iterator[tuple[str, Entry]]:
    """(form, entry) for every name and adjective of the gazetteer that a language's texts can use."""
    case = language.writing.case
    for key, concept in gazetteer.items():
        category = {"State": "state", "Place": "place", "Treaty": "known_treaty"}.get(concept.kind, "body")
        doubtful = {label for code, label in concept.ambiguous if code == language.code}
        for base, form, own in _names(language, concept):
            title = category == "known_treaty" and form.count(" ") >= _TITLE  # papers write long titles small, too
            yield form, Entry(category, key, base, case and not title, not own or form in doubtful)
        for form in concept.adjectives.get(language.code, ()):
            yield form, Entry("adjective", key, form)


def _names(language: Language, concept: Concept) -> Iterator[tuple[str, str, bool]]:
    """(base form, form, whether the language's own) of a concept's names: in the language, in English, and in no
    language in particular.
    """
    code = language.code
    latin = language.writing.script == "Latn"
    least = 3 if language.writing.spaces else 2  # letters: shorter names of other languages are too often words
    for labels in (concept.labels, concept.acronyms):
        for form in labels.get(code, ()):
            yield form, form, True
    for labels in (concept.labels, concept.acronyms):
        for other in ("en", "") if latin else ("",):
            if other != code:
                for form in labels.get(other, ()):
                    if (other == "en" or _same_script(form, latin)) and len(form) >= least:
                        yield form, form, False
    if not latin:
        for form in concept.acronyms.get("en", ()):
            yield form, form, False


def _same_script(form: str, latin: bool) -> bool:
    return any("a" <= c <= "z" for c in form.lower()) == latin
