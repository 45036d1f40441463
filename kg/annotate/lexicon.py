"""The terms of one language, compiled for one pass over the tokens of a text.

Two tables: `phrases` holds what noun phrases are made of (titles, ranks, fields, bodies, states, places, treaty nouns), `clauses` what
happens and how (acts, relations, gatherings, status cues, counted nouns, markers). A term's words are stored by the keys that the
tokenizer gives them, so inflected forms meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kg.annotate.normalise import compare_key
from kg.annotate.tokens import Token, Tokenizer
from kg.gazetteer import Concept
from kg.language import Language

_LONGEST_TERM = 12  # tokens; bounds terms with words between

_SHORT = 4  # letters
_NAMED = ("state", "adjective", "place")

_END = ""  # no token has an empty key, so this can never be a word


class Entry(NamedTuple):
    """What a term says. category: "role", "state", "act", ... value: its id. base: its base form, for names.

    capital: the text must write it with a capital letter (names in scripts that have them). exact: it must stand there letter for letter,
    since nobody knows how a name of another language is inflected.
    """

    category: str
    value: str
    base: str
    capital: bool = False
    exact: bool = False


class Match(NamedTuple):
    """A term in a text: tokens[start:end], and what it may be. gaps: tokens inside it that are not its own."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    gaps: tuple[int, ...] = ()


class Trie:
    """Terms by the keys of their words; hyphens between words do not count.

    prepositions: keys of words behind which a place is named. gaps: keys of words that may stand inside a term of several words ("was NOT signed", "has ALSO been adopted").
    """

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}
        self.gaps: frozenset[str] = frozenset()
        self.prepositions: frozenset[str] = frozenset()

    def add(self, words: Sequence[str], entry: Entry) -> None:
        """Store one term, given the keys of its words."""
        if not words:
            return
        node = self.root
        for key in words:
            node = node.setdefault(key, {})
        entries: list[Entry] = node.setdefault(_END, [])
        if entry not in entries:
            entries.append(entry)

    def matches(self, tokens: Sequence[Token]) -> Iterator[Match]:
        """The longest term at each place, from left to right, none inside another."""
        at, size, root = 0, len(tokens), self.root
        while at < size:
            if root.keys().isdisjoint(tokens[at].keys):
                at += 1
                continue
            found = self._longest(tokens, at, size, root)
            if found is None:
                at += 1
            else:
                yield found
                yield from (m for i in found.gaps if (m := self._longest(tokens, i, i + 1, root)) is not None)
                at = found.end

    def _longest(self, tokens: Sequence[Token], at: int, size: int, root: dict[str, Any]) -> Match | None:
        nodes: list[tuple[dict[str, Any], tuple[int, ...]]] = [(root[k], ()) for k in tokens[at].keys if k in root]
        best: Match | None = None
        index = at + 1
        while nodes:
            ended = [(n[_END], gaps) for n, gaps in nodes if _END in n and (not gaps or index - 1 not in gaps)]
            found = [(e, gaps) for es, gaps in ended for e in es if _stands(e, tokens, at, index, self.prepositions)]
            if found:
                best = Match(at, index, tuple(e for e, _ in found), min(gaps for _, gaps in found))
            if index >= size:
                break
            if tokens[index].text == "-" and index + 1 < size and tokens[index + 1].glued:
                index += 1
            keys = tokens[index].keys
            following = [(n[k], gaps) for n, gaps in nodes for k in keys if k in n]
            if index - at < _LONGEST_TERM and self.gaps.intersection(
                keys
            ):  # it may also stand inside without being named
                following += [(n, (*gaps, index)) for n, gaps in nodes]
            nodes = following
            index += 1
        return best


def _behind(tokens: Sequence[Token], start: int, prepositions: frozenset[str]) -> bool:
    return start > 0 and bool(prepositions.intersection(tokens[start - 1].keys))


def _same_letters(written: str, base: str) -> bool:
    """Whether the first letters are the same, accents too, unless the text has none: "część" is no form of "czeski"."""
    left, right = written[:_SHORT].casefold(), base[:_SHORT].casefold()
    return left.isascii() or left == right or not left[:1].isalpha() or compare_key(left) != compare_key(right)


def _stands(entry: Entry, tokens: Sequence[Token], start: int, end: int, prepositions: frozenset[str]) -> bool:
    if entry.exact and "".join(t.text for t in tokens[start:end]).casefold() != entry.base.replace(" ", "").casefold():
        # Behind a small word a foreign place's name may well be inflected: "w Gdyni".
        return (
            entry.category == "place"
            and end == start + 1
            and entry.capital
            and tokens[start].capital
            and _behind(tokens, start, prepositions)
        )
    if entry.exact and entry.category == "place" and not entry.capital and not _behind(tokens, start, prepositions):
        return False  # in a script without capitals a foreign place's name can be any word
    if entry.category in _NAMED and not _same_letters(tokens[start].text, entry.base):
        return False
    return not entry.capital or _named(tokens, start, end)


def _named(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the words stand as a name: the first, or any that is no small word, begins with a capital letter."""
    return tokens[start].capital or (end - start > 1 and tokens[end - 1].capital)


@dataclass(slots=True)
class Lexicon:
    """One language, ready to be used on tokens."""

    language: Language
    tokenizer: Tokenizer
    phrases: Trie = field(default_factory=Trie)
    clauses: Trie = field(default_factory=Trie)
    topics: Trie = field(default_factory=Trie)
    abbreviations: frozenset[str] = frozenset()
    stop_words: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    name_endings: frozenset[str] = frozenset()


_PHRASE_WORDS = (
    "article", "of", "to", "and", "former", "acting", "elect", "skip", "honorific", "not_official", "counterpart", "this", "possessive",
)  # fmt: skip
_INFLECTED = (
    "former",
    "acting",
    "elect",
    "skip",
    "honorific",
    "not_official",
    "counterpart",
)  # words with forms, unlike prepositions
_CLAUSE_WORDS = ("clause", "pronoun", "and")
_ACT_FORMS = (
    "active", "passive", "noun", "infinitive", "future", "future_passive", "never", "opening", "ceremony", "instrument", "deposit", "member",
)  # fmt: skip


def compile_lexicon(language: Language, gazetteer: Mapping[str, Concept]) -> Lexicon:
    """One language's terms and the gazetteer's names in it, as tables.

    Args:
        language: a checked language file. gazetteer: concepts by key.

    Returns:
        The compiled lexicon; it can be pickled.
    """
    tokenizer = Tokenizer(language.writing)
    lexicon = Lexicon(language, tokenizer)
    for trie, entry, form in (*_phrase_terms(language), *_clause_terms(language)):
        (lexicon.phrases if trie == "p" else lexicon.clauses).add(tokenizer.term(form), entry)
    for topic, forms in language.table("topics").items():
        for form in forms:
            lexicon.topics.add(tokenizer.term(form), Entry("topic", topic, form))
    for form, entry in _gazetteer_terms(language, gazetteer):
        lexicon.phrases.add(tokenizer.term(form), entry)
    between = (*language.words("status", "negation"), *language.words("words", "adverb"))
    places = (w for key in ("place", "from", "to", "other") for w in language.words("markers", key))
    lexicon.phrases.prepositions = frozenset(k for w in places if " " not in w for k in tokenizer.keys(w))
    lexicon.clauses.gaps = frozenset(k for w in between if " " not in w for k in tokenizer.keys(w))
    lexicon.abbreviations = frozenset(tokenizer.plain(w) for w in language.writing.abbreviations) | frozenset(
        k for w in language.writing.abbreviations for k in tokenizer.keys(w)
    )
    lexicon.stop_words = frozenset(tokenizer.plain(w) for w in _small_words(language))
    lexicon.surnames = frozenset(tokenizer.plain(w) for w in language.writing.surnames)
    lexicon.particles = frozenset(tokenizer.plain(w) for w in language.writing.name_particles)
    endings = frozenset(tokenizer.plain(w) for w in language.writing.name_endings)
    lexicon.name_endings = endings | {""} if endings else endings
    tokenizer.forget()
    return lexicon


Term = tuple[str, Entry, str]


def _terms(layer: str, category: str, value: str, forms: Sequence[str]) -> Iterator[Term]:
    for form in forms:
        yield layer, Entry(category, value, _base(form, forms) if category in ("head", "treaty") else forms[0]), form


def _small(language: Language, layer: str, category: str, value: str, forms: Sequence[str]) -> Iterator[Term]:
    """Closed-class words: the shortest must stand letter for letter, or "że" would be "ze"."""
    for form in forms:
        exact = len(form) <= _SHORT and " " not in form and not language.writing.prefixes and language.writing.spaces
        yield layer, Entry(category, value, form, exact=exact), form


def _base(form: str, forms: Sequence[str]) -> str:
    """The base form of one form in a list of synonyms and their stems: the first that begins like it ("podkomisji": "podkomisja")."""
    need = max(3 if len(form) > 4 else len(form) - 1, len(form) - 3)
    for candidate in forms:
        shared = next(
            (i for i, (a, b) in enumerate(zip(candidate, form, strict=False)) if a != b), min(len(candidate), len(form))
        )
        if shared >= need and shared >= len(candidate) - 2 and candidate.count(" ") == form.count(" "):
            return candidate
    return form


def _phrase_terms(language: Language) -> Iterator[Term]:
    for key in _PHRASE_WORDS:
        forms = language.words("words", key)
        yield from _terms("p", key, key, forms) if key in _INFLECTED else _small(language, "p", key, key, forms)
    ministries = {form for form in language.words("heads", "ministry") if " " not in form}
    for section, category in (("roles", "role"), ("role_fields", "role_field"), ("fields", "field"), ("heads", "head")):
        for value, forms in language.table(section).items():
            if section == "role_fields":  # a ministry named inside a title is named
                forms = [f for f in forms if not ministries.intersection(f.split())]
            if forms:
                yield from _terms("p", category, value, forms)
    for value, forms in language.table("bodies").items():
        yield from (("p", Entry("national", value, form, language.writing.case), form) for form in forms)
    for base, forms in language.table("ranks").items():
        yield from _terms("p", "rank", base, (base, *forms))
    for value, forms in language.table("treaties").items():
        if value in ("about", "aliases", "states_parties", "text"):
            yield from _terms("c", "treaty_" + value, value, forms)
        elif value == "plural":
            yield from _terms("p", "plural", value, forms)
        elif isinstance(forms, list):
            yield from _terms("p", "treaty", value, forms)
    yield from _terms("p", "inside", "inside", language.words("body_words", "inside"))


def _clause_terms(language: Language) -> Iterator[Term]:
    for key in _CLAUSE_WORDS:
        yield from _small(language, "c", key, key, language.words("words", key))
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
    return rest if rest and last in words else form


def _gazetteer_terms(language: Language, gazetteer: Mapping[str, Concept]) -> Iterator[tuple[str, Entry]]:
    case = language.writing.case
    for key, concept in gazetteer.items():
        category = {"State": "state", "Place": "place", "Treaty": "known_treaty"}.get(concept.kind, "body")
        doubtful = {label for code, label in concept.ambiguous if code == language.code}
        for base, form, own in _names(language, concept):
            yield form, Entry(category, key, base, case, not own or form in doubtful)
        for form in concept.adjectives.get(language.code, ()):
            yield form, Entry("adjective", key, form)


def _names(language: Language, concept: Concept) -> Iterator[tuple[str, str, bool]]:
    """(base form, form, whether the language's own) of a concept's names: in the language, in English, and in no language in particular."""
    code = language.code
    latin = language.writing.script == "Latn"
    for labels in (concept.labels, concept.acronyms):
        for form in labels.get(code, ()):
            yield form, form, True
    for labels in (concept.labels, concept.acronyms):
        for other in ("en", "") if latin else ("",):
            if other != code:
                for form in labels.get(other, ()):
                    if (other == "en" or _same_script(form, latin)) and len(form) > 2:
                        yield form, form, False
    if not latin:
        for form in concept.acronyms.get("en", ()):
            yield form, form, False


def _same_script(form: str, latin: bool) -> bool:
    return any("a" <= c <= "z" for c in form.lower()) == latin


def _small_words(language: Language) -> Iterable[str]:
    """Words that belong to no personal name."""
    for key in ("ends_name", "article", "of", "to", "and", "pronoun", "this", "clause", "possessive"):
        for term in language.words("words", key):
            yield from term.split()
    for key, forms in language.table("markers").items():
        if isinstance(forms, list) and key != "side":
            yield from (word for form in forms for word in form.split())
    for forms in language.table("status").values():
        yield from (form for form in forms if " " not in form)
