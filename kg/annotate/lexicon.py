"""The terms of one language, compiled for one pass over the tokens of a text.

Two tables: `phrases` holds what noun phrases are made of (titles, ranks, fields, bodies, states, places, treaty
nouns), `clauses` what happens and how (acts, relations, gatherings, status cues, counted nouns, markers). A term's
words are stored by the keys that the tokenizer gives them, so inflected forms meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kg.annotate.clitics import Clitics
from kg.annotate.compounds import compounds_of
from kg.annotate.declension import Declension
from kg.annotate.gazetteerterms import gazetteer_terms
from kg.annotate.splitverbs import GAP, SplitVerbs
from kg.annotate.terms import Entry, Trie, base_of
from kg.annotate.tokens import Token, Tokenizer
from kg.annotate.wordforms import is_signed, is_stressed, units_of
from kg.gazetteer import Concept
from kg.language import Language

_SHORT = 4  # letters
_PART = 2  # letters that a word shorter than this inside a compound does not tell of its subject
_TENSES = (".active", ".future")
_ENDING = "-"  # opens a word's ending in a list of words


@dataclass
class Lexicon:
    """One language, ready to be used on tokens.

    stop_words: belong to no personal name. small_words: tell nothing in a treaty's name. common: keys of nouns that
    belong to no personal name, but to names of bodies and treaties. light: verbs that end a clause, plain.
    parts: (word, topic) of what compounds are about. units: keys of the words that times are counted in.
    """

    language: Language
    tokenizer: Tokenizer
    phrases: Trie = field(default_factory=Trie)
    clauses: Trie = field(default_factory=Trie)
    topics: Trie = field(default_factory=Trie)
    abbreviations: frozenset[str] = frozenset()
    stop_words: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    small_words: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    postpositions: frozenset[str] = frozenset()
    name_endings: frozenset[str] = frozenset()
    name_stops: frozenset[str] = frozenset()
    stop_endings: tuple[str, ...] = ()
    stop_beginnings: tuple[str, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    split: SplitVerbs = field(default_factory=SplitVerbs)
    units: frozenset[str] = frozenset()

    @cached_property
    def declension(self) -> Declension:
        """The cases of the language's names."""
        return Declension(self.language)

    @property
    def capital_nouns(self) -> bool:
        """Whether all nouns have capitals."""
        noun = self.language.words("treaties", "treaty")[:1]
        return self.language.writing.case and bool(noun) and noun[0][:1].isupper()

    def topics_in(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """What these words say a treaty is about: the ids of topics, sorted."""
        told = {entry.value for match in self.topics.matches(tokens) for entry in match.entries}
        for token in tokens if self.parts else ():
            told.update(t for part, t in self.parts if token.capital and part in token.text)
        return tuple(sorted(told))


# Words with forms, unlike prepositions and their like.
_INFLECTED = ("former", "acting", "elect", "skip", "honorific", "not_official", "counterpart")
_PHRASE_WORDS = ("article", "of", "to", "and", *_INFLECTED, "this", "possessive", "capacity", "both", "similar")
_CLAUSE_WORDS = ("clause", "pronoun", "did_so", "and")
_ACT_FORMS = (
    "active", "passive", "noun", "infinitive", "future", "future_passive", "never", "opening", "ceremony",
    "instrument", "deposit", "member", "lapse", "ruling", "ruling_passive", "consent", "consent_passive",
)  # fmt: skip


def compile_lexicon(language: Language, gazetteer: Mapping[str, Concept]) -> Lexicon:
    """One language's terms and the gazetteer's names in it, as tables.

    Args:
        language: a checked language file. gazetteer: concepts by key.

    Returns:
        The compiled lexicon; it can be pickled.
    """
    tokenizer = Tokenizer(language.writing)
    lexicon = Lexicon(language, tokenizer, split=SplitVerbs(tokenizer.plain))
    own, known = [*_phrase_terms(language), *_clause_terms(language)], list(gazetteer_terms(language, gazetteer))
    tokenizer.clitics = _clitics(language, tokenizer, [*((e, f) for _, e, f in own), *((e, f) for f, e in known)])
    _stops(lexicon)
    _particles(lexicon, [form for _, _, form in own], known)
    compounds = compounds_of(language, tokenizer)
    for trie, entry, form in own:
        if GAP in form:
            lexicon.split.add(form, entry)
            continue
        words = tokenizer.term(form)
        if entry.category == "head" and len(words) == 1 and compounds.closed(words[0], "head"):
            entry = entry._replace(compound=True)
        (lexicon.phrases if trie == "p" else lexicon.clauses).add(words, entry)
    lexicon.phrases.compounds = compounds if compounds.nouns else None
    for topic, forms in language.table("topics").items():
        for form in forms:
            lexicon.topics.add(tokenizer.term(form), Entry("topic", topic, form))
            if language.writing.compounds and len(form) > _PART:
                lexicon.parts += ((form.replace(" ", ""), topic),)
    for form, entry in known:
        lexicon.phrases.add(tokenizer.term(form), entry)
    between = (*language.words("status", "negation"), *language.words("words", "adverb"))
    places = (w for key in ("place", "from", "to", "other") for w in language.words("markers", key))
    lexicon.phrases.prepositions = frozenset(k for w in places if " " not in w for k in tokenizer.keys(w))
    marks = language.table("markers") if "postposition" in language.writing.family else {}
    behind = (form.split()[0] for key in marks if key != "side" for form in marks[key])
    lexicon.postpositions = frozenset(k for word in behind for k in tokenizer.keys(word))
    lexicon.clauses.gaps = frozenset(k for w in between if " " not in w for k in tokenizer.keys(w))
    lexicon.abbreviations = frozenset(tokenizer.plain(w) for w in language.writing.abbreviations) | frozenset(
        k for w in language.writing.abbreviations for k in tokenizer.keys(w)
    )
    lexicon.surnames = frozenset(tokenizer.plain(w) for w in language.writing.surnames)
    lexicon.particles = frozenset(tokenizer.plain(w) for w in language.writing.name_particles)
    endings = frozenset(tokenizer.plain(w) for w in language.writing.name_endings)
    lexicon.name_endings = endings | {""} if endings else endings
    lexicon.units = frozenset(k for word in units_of(language) for k in tokenizer.keys(word))
    tokenizer.forget()
    return lexicon


def _stops(lexicon: Lexicon) -> None:
    """Take in the words, and endings of words, that belong to no personal name."""
    language, plain = lexicon.language, lexicon.tokenizer.plain
    small = frozenset(plain(w) for w in (*_small_words(language), *lexicon.tokenizer.particles.forms))
    told = [plain(w) for w in language.words("words", "ends_name")]
    ends = frozenset(w for w in told if not w.startswith(_ENDING) and not w.endswith(_ENDING))
    lexicon.stop_endings = tuple(sorted(w[len(_ENDING) :] for w in told if w.startswith(_ENDING)))
    opening = (w for w in language.words("words", "ends_name") if w.endswith(_ENDING))
    lexicon.stop_beginnings = tuple(sorted(w[: -len(_ENDING)] for w in opening))
    # Without spaces one character may be a part of any word but a small one.
    lexicon.stop_words = small | ends if language.writing.spaces else small
    lexicon.common = frozenset(k for w in language.words("words", "common") for k in lexicon.tokenizer.keys(w)[:1])
    lexicon.light = frozenset(plain(w) for w in language.words("words", "light"))
    lexicon.name_stops = frozenset() if language.writing.spaces else ends
    lexicon.small_words = small if lexicon.tokenizer.clitics is not None else lexicon.stop_words


def _particles(lexicon: Lexicon, forms: Sequence[str], names: Sequence[tuple[str, Entry]]) -> None:
    """Tell what cuts particles off which words the language has."""
    plain = lexicon.tokenizer.plain
    lexicon.tokenizer.particles.learn(
        (*(plain(form) for form in forms if " " not in form), *lexicon.stop_words),
        (plain(form) for form, entry in names if " " not in form and entry.category != "known_treaty"),
        lexicon.stop_endings,
    )


_NAMED = ("state", "adjective", "body", "national", "role", "role_field", "rank", "head", "honorific", "counterpart")
Term = tuple[str, Entry, str]


def _clitics(language: Language, tokenizer: Tokenizer, terms: Sequence[tuple[Entry, str]]) -> Clitics | None:
    """The glued words of a language that has such, with what tells them from the first letter of a word."""
    glued = {tokenizer.plain(w) for w in language.words("words", "glued")}
    if not glued:
        return None
    conjunctions = glued & {tokenizer.plain(w) for w in language.words("words", "and")}
    articles = [tokenizer.plain(w) for w in language.words("words", "glued_article")]
    clitics = Clitics(conjunctions, glued - conjunctions, articles)
    alone = ((Entry("stop", "", ""), word) for word in (
        *_small_words(language), *language.words("words", "ends_name"), *language.writing.surnames,
    ))  # fmt: skip
    clitics.learn(
        [
            (
                [tokenizer.plain(w) for w in form.split()],
                entry.category in _NAMED or (entry.category == "place" and " " not in form),
            )
            for entry, form in (*terms, *alone)
        ],
        tokenizer.keys,
    )
    return clitics


def _terms(layer: str, category: str, value: str, forms: Sequence[str]) -> Iterator[Term]:
    for form in forms:
        base = base_of(form, forms) if category in ("head", "treaty") else forms[0]
        # "وُقّعت" is passive, "وقعت" mostly not; "assinará" is yet to come, "assinara" is done
        signed = category == "act" and (is_signed(form) or (value.endswith(_TENSES) and is_stressed(form)))
        yield layer, Entry(category, value, form if signed else base, exact=signed), form


def _small(language: Language, layer: str, category: str, value: str, forms: Sequence[str]) -> Iterator[Term]:
    """Closed-class words: the shortest must stand letter for letter, or "że" would be "ze"."""
    for form in forms:
        exact = len(form) <= _SHORT and " " not in form and not language.writing.prefixes and language.writing.spaces
        yield layer, Entry(category, value, form, exact=exact), form


def _phrase_terms(language: Language) -> Iterator[Term]:
    for key in _PHRASE_WORDS:
        words = language.words("words", key)
        yield from _terms("p", key, key, words) if key in _INFLECTED else _small(language, "p", key, key, words)
    ministries = {form for form in language.words("heads", "ministry") if " " not in form}
    short = tuple(f for key, forms in language.table("bodies").items() if "/" in key for f in forms if f.isupper())
    for section, category in (("roles", "role"), ("role_fields", "role_field"), ("fields", "field"), ("heads", "head")):
        for value, forms in language.table(section).items():
            if section == "role_fields":  # a ministry named inside a title is named
                forms = tuple(f for f in forms if not ministries.intersection(f.split()))
                if language.table("cases"):
                    forms = tuple(f for f in forms if not any(w.startswith(short) for w in f.split()))
            if forms:
                yield from _terms("p", category, value, forms)
    yield from _deputies(language)
    for value, forms in language.table("bodies").items():
        yield from (("p", Entry("national", value, form, language.writing.case), form) for form in forms)
    for base, forms in language.table("ranks").items():
        yield from _terms("p", "rank", base, (base, *forms))
    for value, forms in language.table("treaties").items():
        if value in ("about", "aliases", "states_parties", "text", "year"):
            yield from _terms("c", "treaty_" + value, value, forms)
        elif value == "plural":
            yield from _terms("p", "plural", value, forms)
        elif isinstance(forms, list):
            yield from _terms("p", "treaty", value, forms)
    yield from _terms("p", "inside", "inside", language.words("body_words", "inside"))
    yield from _terms("p", "country", "country", language.words("body_words", "country"))
    for key in ("area", "site"):
        yield from _terms("p", key, key, language.words("places", key))


def _deputies(language: Language) -> Iterator[Term]:
    """ "Deputy" with every title that has a deputy: "заступниця виконавчого секретаря"."""
    roles = language.table("roles")
    for role, forms in roles.items():
        if f"Deputy{role}" in roles:
            deputies = [f"{word} {form}" for word in language.words("words", "deputy") for form in forms]
            yield from _terms("p", "role", f"Deputy{role}", deputies)


def _clause_terms(language: Language) -> Iterator[Term]:
    for key in _CLAUSE_WORDS:
        yield from _small(language, "c", key, key, language.words("words", key))
    if (
        not language.writing.spaces
    ):  # words of several characters, which only a list can tell from the words beside them
        yield from _small(
            language, "c", "word", "word", [w for w in language.words("words", "ends_name") if len(w) > 1]
        )
    for key, forms in language.table("markers").items():
        if isinstance(forms, list):
            yield from _small(language, "c", "marker", key, forms)
    places = set(language.words("markers", "place"))
    for act in language.table("acts"):
        for form in _ACT_FORMS:
            # "was held in" must leave its preposition to the place
            cut = tuple(dict.fromkeys(_without_last(f, places) for f in language.table("acts", act).get(form, ())))
            yield from _terms("c", "act", f"{act}.{form}", cut)
    gatherings = {form for forms in language.table("events").values() for form in forms}
    for relation in language.table("relations"):
        for form, forms in language.table("relations", relation).items():
            # "chair of the conference" must leave the conference to be found as the event
            cut = tuple(dict.fromkeys(_without_last(f, gatherings) for f in forms))
            yield from _terms("c", "relation", f"{relation}.{form}", cut)
    for section, category in (("events", "event"), ("status", "status")):
        for value, forms in language.table(section).items():
            yield from _terms("c", category, value, tuple(forms))
    verbs = {f for act in language.table("acts").values() for form in ("active", "passive") for f in act.get(form, ())}
    for value, forms in language.table("counts").items():  # "countries signed" must leave its verb to the act
        yield from _terms("c", "count", value, tuple(f for f in forms if not verbs.intersection(f.split()[1:])))


def _without_last(form: str, words: set[str]) -> str:
    rest, _, last = form.rpartition(" ")
    return rest if rest and last in words and GAP not in form else form


def _small_words(language: Language) -> Iterable[str]:
    """Words that join others and name nothing by themselves."""
    for key in ("article", "of", "to", "and", "pronoun", "this", "clause", "possessive"):
        for term in language.words("words", key):
            yield from term.split()
    for key, forms in language.table("markers").items():
        if isinstance(forms, list) and key != "side":
            yield from (word for form in forms for word in form.split())
    for forms in language.table("status").values():
        yield from (form for form in forms if " " not in form)
