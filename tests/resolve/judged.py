"""Two names alone, taken through what a build does with them: their base forms, then who is who."""

from __future__ import annotations

from functools import cache

from kg.annotate.annotation import Annotation
from kg.annotate.baseforms import base_candidates
from kg.annotate.lexicon import Lexicon
from kg.annotate.tokens import Tokenizer
from kg.extract.context import Context
from kg.extract.person_names import inflected, name_text, name_words
from kg.knowledge import LanguageKnowledge
from kg.language import load_language
from kg.model import Article, Mention, Name, Reading, Thing
from kg.resolve.corpus import Clusters, Corpus
from kg.resolve.persons import merge_persons
from tests.resolve.factory import world


@cache
def _lexicon(language: str) -> Lexicon:
    """A language's way of writing names, without its terms (which take long to load)."""
    loaded = load_language(language)
    tokenizer = Tokenizer(loaded.writing)
    endings = frozenset(tokenizer.plain(ending) for ending in loaded.writing.name_endings)
    return Lexicon(loaded, tokenizer, name_endings=endings | {""} if endings else endings)


@cache
def person(language: str, name: str) -> Thing:
    """The person that an article in a language names so, once, with a title that tells neither role nor state."""
    lexicon = _lexicon(language)
    knowledge = LanguageKnowledge(None, lexicon, None, None, None)  # type: ignore[arg-type]
    tokens = lexicon.tokenizer.tokens(name)
    context = Context(Annotation(Article("a", name, language), knowledge, [], tokens, [], {}, {}, {}, "", []))
    text = name_text(context, 0, len(tokens))
    sure = not inflected(name_words(context, 0, len(tokens)), lexicon.name_endings)
    bases = () if sure else tuple(("base", base) for base in base_candidates(lexicon, text))
    return Thing("t", "Person", (Name(text, 0, len(name), sure),), "", bases)


def same_person(left: tuple[str, str], right: tuple[str, str]) -> bool:
    """Whether a build takes two (language, name) of two articles that share nothing else for one person's."""
    readings = [
        Reading(article, article, language, things=(person(language, name),), mentions=(Mention("t", 0, len(name)),))
        for article, (language, name) in (("a", left), ("b", right))
    ]
    corpus = Corpus.of(readings, {}, world())
    clusters = Clusters(corpus.nodes("Person"))
    merge_persons(corpus, clusters, jobs=1)
    return clusters.find(("a", "t")) == clusters.find(("b", "t"))
