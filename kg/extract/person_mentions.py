"""Mentions of persons without their titles: a name or a part of it, a title alone, a name that nothing explains."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.annotate.annotation import Sentence
from kg.annotate.baseforms import base_candidates
from kg.annotate.items import symbols
from kg.annotate.normalise import compare_key
from kg.annotate.phrase import Body, Item, Person, Post
from kg.extract.context import Context
from kg.extract.person_names import Group, fits, name_text, name_words
from kg.extract.registry import Draft
from kg.wordlist import WordList, given_names, name_parts

_FULL = 2  # words of a name with its first name
_RUN = re.compile("[NV](?:-[NVn])?(?:[NV](?:-[NVn])?){1,3}(?![NVCHTR1])")


def plain_mentions(context: Context, groups: Iterable[Group]) -> None:
    """Names without a title: the full name, or a part of it that only one person of the article has."""
    known = [(g, d) for g in groups if (d := context.registry.find("person/" + " ".join(g.words)))]
    parts: dict[str, list[tuple[Group, Draft]]] = defaultdict(list)
    for group, draft in known:
        for word in group.words:
            parts[word[:2]].append((group, draft))  # endings never reach the first two letters
    for sentence in context.annotation.sentences:
        at = 0
        while at < len(sentence.items):
            found = _mention_at(context, sentence.items, at, parts)
            if found:
                draft, size = found
                size += _titled(context, sentence.items, at + size)
                items = sentence.items[at : at + size]
                person = Person(items[0].start, items[-1].end, (items[0].start, items[-1].end))
                sentence.items[at : at + size] = [Item("1", person.start, person.end, (), person)]
                draft.spans.add(context.annotation.span(person.start, person.end))
                context.things[person.start] = draft.id
            at += 1


def _titled(context: Context, items: Sequence[Item], at: int) -> int:
    """1 where a title stands right behind a name, in a language that writes it there: "더흐라프 장관"."""
    behind = bool(context.annotation.knowledge.lexicon.tokenizer.particles)
    return int(behind and at < len(items) and isinstance(items[at].phrase, Post))


def _mention_at(
    context: Context, items: Sequence[Item], at: int, parts: dict[str, list[tuple[Group, Draft]]]
) -> tuple[Draft, int] | None:
    if items[at].symbol not in "NVInp" or items[at].phrase is not None:
        return None
    plain = context.annotation.knowledge.lexicon.tokenizer.plain
    held = parts.get(plain(context.annotation.tokens[items[at].start].text)[:2])
    if not held:
        return None
    if not context.annotation.knowledge.lexicon.language.writing.spaces:  # there a name is one item
        run = list(name_words(context, items[at].start, items[at].end)) if items[at].symbol == "N" else []
        fitting = {d.id: d for g, d in held if run and fits(context, run, g.words)}
        return (next(iter(fitting.values())), 1) if len(fitting) == 1 else None
    size, words = 0, []
    while at + size < len(items) and items[at + size].symbol in "NVInp-LF" and size < 6:
        if items[at + size].symbol != "-":
            words.append(plain(context.annotation.tokens[items[at + size].start].text))
        size += 1
    for length in range(size, 0, -1):
        run = [w for i, w in zip(items[at : at + length], words, strict=False) if i.symbol != "-"]
        fitting = {
            d.id: d
            for g, d in held
            if run and fits(context, run, g.words) and (len(run) > 1 or _alone(context, run[0], g, items[at]))
        }
        if len(fitting) == 1:
            return next(iter(fitting.values())), length
    return None


def _alone(context: Context, word: str, group: Group, item: Item) -> bool:
    """Whether one word can stand for a person: no particle, nor, where only the family name does, a given name."""
    given = context.annotation.knowledge.lexicon.tokenizer.clitics is not None and word == group.words[0]
    return len(word) > 2 and item.symbol != "p" and not (given and len(group.words) > 1)


def untitled_people(context: Context) -> None:
    """Make persons of the runs of capitalized words that nothing explains where they are names of people elsewhere.

    "For Judith Garland it ends two years of haggling": all words are known as parts of names, or the first one is a
    given name. At the beginning of a sentence, where every first word has a capital, a comma has to follow.
    """
    surnames = _surnames(context)
    for sentence in context.annotation.sentences:
        for first, last in reversed(list(_runs(context, sentence))):
            items = sentence.items[first:last]
            words = name_words(context, items[0].start, items[-1].end)
            if len(items) == _FULL and words[-1] in surnames and _named_in_full(context, words, items, first):
                person = Person(items[0].start, items[-1].end, (items[0].start, items[-1].end), official=False)
                sentence.items[first:last] = [Item("1", person.start, person.end, (), person)]
                continue
            sure = _known(context, words, name_parts()) or (first > 0 and _known(context, words[:1], given_names()))
            if sure and (first > 0 or symbols(sentence.items[last : last + 1]) == ","):
                person = Person(items[0].start, items[-1].end, (items[0].start, items[-1].end), official=False)
                sentence.items[first:last] = [Item("1", person.start, person.end, (), person)]


def _surnames(context: Context) -> set[str]:
    """The surnames that the article gives without a first name beside titles: "ihre Kollegin Novak"."""
    people = [i.phrase for s in context.annotation.sentences for i in s.items if isinstance(i.phrase, Person)]
    names = [name_words(context, *person.name) for person in people]
    full = {words[-1] for words in names if len(words) > 1}
    return {words[0] for words in names if len(words) == 1} - full


def _named_in_full(context: Context, words: Sequence[str], items: Sequence[Item], first: int) -> bool:
    """Whether the word before a known surname is a first name, and no other noun: "Ana Novak ist", "Auch Novak ist"."""
    if first and not context.annotation.knowledge.lexicon.capital_nouns:
        return True
    return _known(context, words[:1], given_names()) or _known(context, words[:1], name_parts())


def _runs(context: Context, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield where the runs of capitalized words begin and end that may name a person, in scripts with capitals."""
    if context.annotation.knowledge.lexicon.language.writing.case:
        for match in _RUN.finditer(symbols(sentence.items)):
            items = sentence.items[match.start() : match.end()]
            if not any(i.phrase is not None or context.thing_of(i) for i in items):
                yield match.start(), match.end()


def _known(context: Context, words: Sequence[str], names: WordList) -> bool:
    """Whether words are all in a list, as they stand or without a case ending."""
    lexicon = context.annotation.knowledge.lexicon
    return all(any(compare_key(form) in names for form in (word, *base_candidates(lexicon, word))) for word in words)


def weak_people(context: Context) -> None:
    """Runs of capitalized words that no phrase explains may name a person whom another article introduces."""
    lexicon = context.annotation.knowledge.lexicon
    for sentence in context.annotation.sentences:
        for first, last in _runs(context, sentence):
            if first == 0:
                continue
            start, end = sentence.items[first].start, sentence.items[last - 1].end
            draft = context.registry.thing("person/" + " ".join(name_words(context, start, end)), "Person")
            if draft.names and ("weak", "name") not in draft.traits:
                continue
            draft.traits.add(("weak", "name"))
            span = context.annotation.span(start, end)
            text = name_text(context, start, end)
            draft.named(text, *span, False)
            draft.traits.update(("base", base) for base in base_candidates(lexicon, text))
            draft.spans.add(span)


def role_mentions(context: Context, groups: Iterable[Group]) -> None:
    """A title without a name stands for the one person of the article who holds that post."""
    holders: dict[str, list[tuple[Draft, Post]]] = defaultdict(list)
    for group in groups:
        draft = context.registry.find("person/" + " ".join(group.words))
        for _, _, person in group.items:
            for post in person.posts:
                if draft is not None and not post.former:
                    holders[post.role].append((draft, post))
    sent = context.annotation.knowledge.shared.posts["sent"]["roles"]
    for sentence in context.annotation.sentences:
        for item in sentence.items:
            if isinstance(item.phrase, Post):
                fitting = {
                    d.id
                    for d, post in holders[item.phrase.role]
                    if _compatible(item.phrase, post, set(d.values("state")))
                    and not _elsewhere(context, item.phrase, post)
                }
                if len(fitting) == 1 and not _of_several(sentence, item):
                    context.things[item.start] = next(iter(fitting))
                elif item.phrase.role not in sent and not item.phrase.former:
                    states = [d.id for s, _ in item.phrase.states if (d := context.registry.find(s))]
                    minister = item.phrase.role in context.annotation.knowledge.shared.posts["national"]["roles"]
                    whole = [t for b in item.phrase.bodies if minister and (t := _organization(context, b))]
                    context.titled.update({item.start: states or whole} if states or whole else {})


def _of_several(sentence: Sentence, item: Item) -> bool:
    """Whether a list of states goes on behind a title: "the presidents of A, B and C"."""
    at = sentence.items.index(item)
    behind = "".join(i.symbol for i in sentence.items[at + 1 : at + 4])
    return bool(isinstance(item.phrase, Post) and item.phrase.states) and behind.startswith((",S,", ",S&"))


def _organization(context: Context, body: Body) -> str:
    """Thing id of an international organization: "the ministers of the Community"."""
    thing = context.bodies.get(body.start, "")
    return thing if thing and context.registry.drafts[thing].kind == "InternationalOrganization" else ""


def _compatible(said: Post, held: Post, worked_out: set[str]) -> bool:
    """Whether nothing that the bare title says is missing from the holder's post."""
    states = {s for s, _ in said.states}
    return (
        set(said.fields) <= set(held.fields)
        and (not states or bool(states & ({s for s, _ in held.states} or worked_out)))
        and not said.former
    )


def _elsewhere(context: Context, said: Post, held: Post) -> bool:
    """Whether the bare title names one body and the holder's post another: "the agency's chief"."""
    left, right = ({t for b in p.bodies if (t := context.bodies.get(b.start))} for p in (said, held))
    whole = any(_organization(context, b) for b in said.bodies)
    return bool(left) and (bool(held.bodies) or whole) and not left & right
