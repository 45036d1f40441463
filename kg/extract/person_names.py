"""Names of persons: their words, their forms, and which of them can be of one person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.annotate.annotation import Sentence
from kg.annotate.phrase import Item, Person
from kg.extract.context import Context


@dataclass(slots=True)
class Group:
    """One person of the article: words are the keys of the name's parts in base form."""

    words: tuple[str, ...]
    items: list[tuple[Sentence, Item, Person]] = field(default_factory=list)
    forms: dict[tuple[str, ...], tuple[int, int]] = field(default_factory=dict)


def name_words(context: Context, start: int, end: int) -> tuple[str, ...]:
    plain = context.annotation.knowledge.lexicon.tokenizer.plain
    return tuple(plain(t.text) for t in context.annotation.tokens[start:end] if t.kind == "w" and t.text[0] not in "'’")


def is_surname(context: Context, words: Sequence[str]) -> bool:
    """Whether a name is but the surname of names that are written as one word: 한 of 한도윤."""
    lexicon = context.annotation.knowledge.lexicon
    return bool(lexicon.language.writing.given_syllables) and len(words) == 1 and words[0] in lexicon.surnames


def name_size(context: Context, person: Person) -> tuple[int, bool]:
    """Fuller names sort first."""
    words = name_words(context, *person.name)
    return -len(words), is_surname(context, words)


def _same_word(context: Context, left: str, right: str) -> bool:
    """Equal but for a case ending that names take in the language."""
    if left == right or _surname_of(context, *sorted((left, right), key=len)):
        return True
    short, long = sorted((left, right), key=len)
    endings = context.annotation.knowledge.lexicon.name_endings
    if not endings or len(short) < 2:
        return False
    shared = 0
    for a, b in zip(short, long, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= 2 and short[shared:] in endings and long[shared:] in endings and len(short) - shared <= 2


def _surname_of(context: Context, short: str, long: str) -> bool:
    """Whether one word is the surname of the other, a name written as one word: 한 of 한도윤."""
    return is_surname(context, [short]) and long[: len(short)] == short


def fits(context: Context, part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether the words of a name, in their order, are all among those of a fuller one."""
    rest = iter(whole)
    return all(any(_same_word(context, word, other) for other in rest) for word in part)


def inflected(words: Sequence[str], endings: frozenset[str]) -> bool:
    """Whether the last word of a name ends like an inflected one."""
    return any(word.endswith(tuple(endings - {""})) for word in words[-1:])


def name_text(context: Context, start: int, end: int) -> str:
    tokens = context.annotation.tokens
    while end > start and tokens[end - 1].kind != "w":
        end -= 1
    if tokens[end - 1].text[0] in "'’" and end - 1 > start:
        end -= 1
    text = context.annotation.text(start, end)
    return text if not text.isupper() or len(text) < 4 else text.title()


def told_base(context: Context, group: Group, words: tuple[str, ...]) -> str:
    """One form of a group's name in base form, as the case of a title beside it tells; "" where nothing does."""
    declension = context.annotation.knowledge.lexicon.declension
    if not declension:
        return ""
    bases = []
    for _, _, person in group.items:
        if name_words(context, *person.name) != words:
            continue
        text = name_text(context, *person.name)
        for post in person.posts:
            if post.word[1] and (base := declension.named(text.split(), context.annotation.text(*post.word))):
                bases.append(" ".join(base))
    return bases[0] if bases else ""
