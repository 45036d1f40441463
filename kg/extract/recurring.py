"""Persons whom no title introduces, in scripts without capitals: a surname that comes back alone shows the name.

"According to our reporter, Farhad Moradian, who headed the delegation, added: ... Moradian met the minister." The first
paragraph often tells only the title, and the second only the name: "The director of the agency said ... Farhad Moradian
added".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.annotation import Sentence
from kg.annotate.items import symbols
from kg.annotate.phrase import Item, Person, Post
from kg.extract.context import Context

_ACTS = ("Meeting", "Visit", "Signing")
_LEAD = 4  # sentences within which the title stands before the name
_LONG = 3  # letters of a surname


def recurring_people(context: Context) -> None:
    """Make persons of the names in which a surname stands that the article later gives alone."""
    lexicon = context.annotation.knowledge.lexicon
    writing = lexicon.language.writing
    if writing.case or not writing.spaces or writing.family.startswith("title-last"):
        return
    before = r'(?:^|(?<=[,:."&]))' if writing.order == "SOV" else r'(?:^|(?<=[,:."&w]))'
    run, alone = re.compile(f"{before}np?n(?=[w,D])"), re.compile(f"{before}n(?=[wD])|(?<=w)n(?=,)")
    told = {_word(context, i): s for s, i in _alone(context, alone)}
    counted = [_word(context, i) for s in context.annotation.sentences for i in s.items if i.symbol == "n"]
    for order, sentence in enumerate(context.annotation.sentences):
        for match in reversed(list(run.finditer(symbols(sentence.items)))):
            items = sentence.items[match.start() : match.end()]
            first, last = _word(context, items[0]), _word(context, items[-1])
            again = told.get(last)
            if again is None or again is sentence or len(last) < _LONG or counted.count(first) > 1:
                continue
            if _acts(context, sentence) or _acts(context, again):
                person = Person(items[0].start, items[-1].end, (items[0].start, items[-1].end), official=False)
                person.posts = _leading_title(context, order)
                person.official = bool(person.posts)
                sentence.items[match.start() : match.end()] = [Item("1", person.start, person.end, (), person)]


def _word(context: Context, item: Item) -> str:
    return context.annotation.knowledge.lexicon.tokenizer.plain(context.annotation.tokens[item.start].text)


def _alone(context: Context, pattern: re.Pattern[str]) -> Iterator[tuple[Sentence, Item]]:
    """Words that stand where a person's surname alone does: at the beginning of a clause, before a verb or a day."""
    for sentence in context.annotation.sentences:
        for match in pattern.finditer(symbols(sentence.items)):
            yield sentence, sentence.items[match.start()]


def _acts(context: Context, sentence: Sentence) -> bool:
    """Whether a sentence quotes somebody, or tells what only people do."""
    spoken = any(i.symbol in '":' for i in sentence.items)
    found = (context.annotation.clauses.get(i.start) for i in sentence.items)
    entries = [e for match in found if match is not None for e in match.entries]
    return spoken or any(
        e.category == "relation" or (e.category == "act" and e.value.partition(".")[0] in _ACTS) for e in entries
    )


def _leading_title(context: Context, order: int) -> list[Post]:
    """The office that alone opens one of the first sentences, where nobody is named before the name."""
    earlier = context.annotation.sentences[:order]
    if any(isinstance(i.phrase, Person) for s in earlier for i in s.items):
        return []
    opening = [s.items[0].phrase for s in earlier[-_LEAD:] if s.items]
    posts = [p for p in opening if isinstance(p, Post) and (p.bodies or p.fields) and not p.former]
    return posts[:1] if len({p.role for p in posts}) == 1 else []
