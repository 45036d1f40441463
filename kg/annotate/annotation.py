"""One article, annotated: zones, tokens, and each sentence as items with the phrases found in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from kg.annotate.acronyms import listed_acronyms, with_acronyms
from kg.annotate.asides import with_asides
from kg.annotate.bodies import BodyMaker, generic_bodies, known_body
from kg.annotate.construct import Constructs
from kg.annotate.couples import couple
from kg.annotate.datefind import find_dates
from kg.annotate.datemention import DateMention
from kg.annotate.dense import SPACED, dense_of, joined
from kg.annotate.densenames import DenseNames
from kg.annotate.holders import HolderFinder
from kg.annotate.items import items_of
from kg.annotate.nationalbodies import NationalBodies
from kg.annotate.normalise import fold
from kg.annotate.numbers import NumberMention, find_numbers
from kg.annotate.patterns import rewrite
from kg.annotate.persons import PersonMaker, PostMaker
from kg.annotate.phrase import Body, Item, Treaty
from kg.annotate.places import new_places, place_key
from kg.annotate.portfolios import with_portfolios
from kg.annotate.stamps import stamps
from kg.annotate.terms import Match
from kg.annotate.titledbodies import numeral, titled_bodies
from kg.annotate.titlewords import TitleWords
from kg.annotate.tokens import Token, sentence_starts
from kg.annotate.treaties import TreatyMaker
from kg.knowledge import LanguageKnowledge
from kg.model import Article, Zone

M = TypeVar("M", DateMention, NumberMention)

READ = ("headline", "paragraph", "caption")
_DATED = (*READ, "dateline", "published", "source")


@dataclass(slots=True)
class Sentence:
    """tokens[start:end] of the article, in one zone; items cover it."""

    start: int
    end: int
    zone: Zone
    items: list[Item] = field(default_factory=list)


@dataclass(slots=True)
class Annotation:
    """What stands where in one article, before anything is concluded from it.

    clauses: clause terms by their first token. dates, numbers: by their first token. source: IRI of the source line.
    """

    article: Article
    knowledge: LanguageKnowledge
    zones: list[Zone]
    tokens: list[Token]
    sentences: list[Sentence]
    clauses: Mapping[int, Match]
    dates: Mapping[int, DateMention]
    numbers: Mapping[int, NumberMention]
    source: str
    head_dates: list[DateMention]

    def text(self, start: int, end: int) -> str:
        """The words of tokens[start:end], as written, white space as single spaces."""
        return " ".join(self.article.text[self.tokens[start].start : self.tokens[end - 1].end].split())

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets of tokens[start:end] in the article."""
        return self.tokens[start].start, self.tokens[end - 1].end


def annotate(article: Article, knowledge: LanguageKnowledge) -> Annotation:
    """Find sentences and phrases of an article.

    Args:
        article: as read. knowledge: of its language.

    Returns:
        The annotation.
    """
    zones, source = knowledge.layout.zones(article.text)
    lexicon, folded = knowledge.lexicon, fold(article.text)
    tokens: list[Token] = []
    bounds: list[tuple[int, int, Zone]] = []
    for zone in zones:
        if zone.kind in READ:
            first = len(tokens)
            tokens.extend(t for t in lexicon.tokenizer.tokens(article.text, zone.start, zone.end) if t.kind != "l")
            bounds.append((first, len(tokens), zone))
    phrases = {m.start: m for m in _within(lexicon.phrases.matches(tokens), bounds)}
    clauses = {m.start: m for m in _within(lexicon.clauses.matches(tokens), bounds)}
    found = [
        _moved(d, z.start)
        for z in zones
        if z.kind in _DATED
        for d in find_dates(folded[z.start : z.end], knowledge.dates)
    ]
    months = lexicon.language.table("dates", "calendars", "gregorian").get("months", ())
    small = any(month.islower() for row in months for month in row)
    dates = {
        k: v
        for k, v in _by_token(tokens, found).items()
        if not _ordinal(v[0], k, tokens, clauses)
        and not (small and _name(v[0], k, tokens))
        and not _counted_from(v, phrases, clauses)
    }
    numbers = _by_token(tokens, find_numbers(folded, knowledge.numbers))
    dense = SPACED
    if not lexicon.language.writing.spaces:
        names = DenseNames(tokens, phrases, clauses, lexicon).find()
        for at in [a for a in clauses if any(s <= a < e for s, e in names.items())]:
            del clauses[at]
        dense = dense_of(tokens, phrases, clauses, names, lexicon)
    verbs = (tokens[at].start for at, m in clauses.items() if any(e.category == "act" for e in m.entries))
    head_dates = stamps(folded, zones, found, verbs)
    annotation = Annotation(
        article,
        knowledge,
        zones,
        tokens,
        [],
        clauses,
        {k: v for k, (v, _) in dates.items()},
        {k: v for k, (v, _) in numbers.items()},
        source,
        head_dates,
    )
    spans = {k: end for k, (_, end) in dates.items()}
    lower = frozenset(lexicon.tokenizer.plain(t.text) for t in tokens if t.kind == "w" and not t.capital)
    inside = {i for m in clauses.values() for i in range(m.start, m.end)}
    for first, last, zone in bounds:
        within = frozenset(i - first for a, (_, b) in dates.items() for i in range(a + 1, b))
        starts = [s for s in sentence_starts(tokens[first:last], lexicon.abbreviations, frozenset()) if s not in within]
        for begin, end in zip(starts, [*starts[1:], last - first], strict=True):
            sentence = Sentence(first + begin, first + end, zone)
            if lexicon.split.rows:
                split = lexicon.split.find(tokens, sentence.start, sentence.end, clauses)
                clauses.update((m.start, m) for m in split)
            sentence.items = items_of(
                tokens, sentence.start, sentence.end, phrases, spans, lexicon, lower, inside, dense
            )
            annotation.sentences.append(sentence)
    _phrases(annotation)
    return annotation


def _moved(mention: DateMention, by: int) -> DateMention:
    return replace(mention, start=mention.start + by, end=mention.end + by)


def _ordinal(mention: DateMention, index: int, tokens: list[Token], clauses: Mapping[int, Match]) -> bool:
    """A weekday's name that counts a round or session: "vòng đàm phán thứ ba" is the third, not Tuesday's."""
    if mention.kind != "weekday" or not index:
        return False
    before = [m for m in clauses.values() if m.end == index]
    return any(
        e.category == "event" or e.value in ("Negotiation.noun", "sessionCount") for m in before for e in m.entries
    )


def _counted_from(found: tuple[DateMention, int], phrases: Mapping[int, Match], clauses: Mapping[int, Match]) -> bool:
    """Whether what a length of time counts from follows it: "30 días después DE ...", "30 jours après LE ..."."""
    mention, end = found
    after = phrases.get(end)
    closed = {e.category for e in after.entries} if after is not None else set()
    before = [m for m in clauses.values() if m.end == end and any(e.category == "marker" for e in m.entries)]
    return mention.kind == "anchored" and ("of" in closed or (bool(before) and "article" in closed))


def _name(mention: DateMention, index: int, tokens: list[Token]) -> bool:
    """A month with a capital before another capital, in a language that writes months small: "Julio Sarmiento"."""
    month = mention.kind == "month" and not mention.first.year and index + 1 < len(tokens)
    return month and all(t.capital and t.kind == "w" for t in tokens[index : index + 2])


def _phrases(annotation: Annotation) -> None:
    """Terms to bodies, treaties, posts and persons, in this order: each may stand inside the next."""
    knowledge, tokens = annotation.knowledge, annotation.tokens
    gazetteer = knowledge.shared.gazetteer
    for sentence in annotation.sentences:
        sentence.items = new_places(sentence.items, tokens, annotation.text, knowledge.lexicon)
    places = {
        tokens[i.start].keys[0]: key
        for s in annotation.sentences
        for i in s.items
        if i.symbol == "L" and (key := place_key(i)) and i.end == i.start + 1
    }

    def marks(item: Item, *kinds: str) -> bool:
        match = annotation.clauses.get(item.start)
        return match is not None and any(e.category == "marker" and e.value in kinds for e in match.entries)

    def adverbial(item: Item) -> bool:
        return marks(item, "place", "with", "agent", "from")

    def where(item: Item) -> bool:
        return marks(item, "place")

    def numbered(item: Item) -> bool:
        return numeral(tokens[item.start])

    writing = knowledge.lexicon.language.writing
    bodies = BodyMaker(writing.case, knowledge.shared.heads, gazetteer, adverbial, where, numbered)
    years = {i: d.first.year for i, d in annotation.dates.items() if d.kind == "year" and d.first.year}
    named = {place_key(i) for s in annotation.sentences for i in s.items if i.symbol == "L"}
    wide = {key for key in named if key in gazetteer and not gazetteer[key].within}
    words = TitleWords(tokens, knowledge.lexicon, annotation.clauses, places, years, wide)
    treaties = TreatyMaker(tokens, knowledge.lexicon, words)
    constructs = Constructs(tokens, knowledge.lexicon, annotation.clauses, knowledge.shared.heads)
    national = list(knowledge.shared.posts["national"]["roles"])
    apart = frozenset((*national, *knowledge.shared.posts["sent"]["roles"]))
    holders = HolderFinder(tokens, knowledge.lexicon.declension, apart)
    own = NationalBodies(tokens, knowledge.lexicon, knowledge.shared.heads)
    pronouns = knowledge.lexicon.language.words("words", "glued_pronoun")
    single = [head for head, row in knowledge.shared.heads.items() if row.get("single")]
    nouns = knowledge.lexicon.language.words("heads", "ministry")[:1]
    ministries = {k: noun for noun in nouns if " " not in noun for k in knowledge.lexicon.tokenizer.keys(noun)}
    posts, family = PostMaker(gazetteer, tokens, pronouns, single, ministries), knowledge.family
    behind, native = knowledge.lexicon.postpositions, bool(knowledge.lexicon.language.writing.given_syllables)
    elected = frozenset((*national, *knowledge.shared.posts["elected"]["roles"]))
    lexicon, marking = knowledge.lexicon, knowledge.lexicon.language.words("markers", "subject")
    subjects = frozenset(k for mark in marking for k in lexicon.tokenizer.keys(mark))
    persons = PersonMaker(
        tokens, lexicon.declension, national, behind, native, elected, lexicon.capital_nouns, subjects
    )
    last = knowledge.lexicon.language.writing.family == "title-last"
    for sentence in annotation.sentences:
        told = with_portfolios(sentence.items, tokens, knowledge.lexicon.phrases.compounds, last)
        if writing.family.endswith("postmod"):
            told = titled_bodies(told, tokens, apart)
        items = generic_bodies(
            [known_body(i) if i.symbol == "O" else i for i in told],
            gazetteer,
            set(knowledge.shared.heads),
            writing.family.startswith("title-last"),
        )
        items = constructs.read(treaties.read(holders(own(items))))
        sentence.items = with_acronyms(
            rewrite(items, family.body, bodies), tokens, knowledge.lexicon.language.writing.case
        )
    acronyms = _acronyms(annotation.sentences)
    known = annotation.clauses.keys() | annotation.numbers.keys()
    for sentence in annotation.sentences:
        items = listed_acronyms([_spelt_out(i, tokens, acronyms) for i in sentence.items], tokens)
        items = rewrite(rewrite(items, family.post, posts), family.couple, couple)
        items = with_asides(rewrite(items, family.person, persons), tokens)
        sentence.items = items if knowledge.lexicon.language.writing.spaces else joined(items, known)


def _acronyms(sentences: list[Sentence]) -> dict[str, Body | Treaty]:
    """The short forms that the article itself introduces in brackets."""
    phrases = [i.phrase for s in sentences for i in s.items]
    return {p.acronym: p for p in reversed(phrases) if isinstance(p, Body | Treaty) and p.acronym}


def _spelt_out(item: Item, tokens: list[Token], acronyms: dict[str, Body | Treaty]) -> Item:
    """An acronym that the article has introduced, as the body or treaty that it stands for."""
    unknown = item.phrase is None or (isinstance(item.phrase, Body) and not (item.phrase.key or item.phrase.head))
    long = acronyms.get(tokens[item.start].text) if unknown and item.end == item.start + 1 else None
    if long is None:
        return item
    short = replace(long, start=item.start, end=item.end)
    return Item("O" if isinstance(long, Body) else "T", item.start, item.end, item.entries, short)


def _within(matches: Iterable[Match], bounds: list[tuple[int, int, Zone]]) -> list[Match]:
    """Only what lies inside one zone."""
    edges = {first for first, _, _ in bounds}
    return [m for m in matches if m.end == m.start + 1 or edges.isdisjoint(range(m.start + 1, m.end))]


def _by_token(tokens: list[Token], mentions: list[M]) -> dict[int, tuple[M, int]]:
    """Mentions by the token at which they begin, with the token at which they end."""
    out: dict[int, tuple[M, int]] = {}
    at = 0
    for mention in mentions:
        while at < len(tokens) and tokens[at].end <= mention.start:
            at += 1
        if at < len(tokens) and tokens[at].start >= mention.start:
            end = at
            while end < len(tokens) and tokens[end].start < mention.end:
                end += 1
            if end > at:
                out[at] = (mention, end)
    return out
