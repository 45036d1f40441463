"""Treaty names in base form: the noun as the language file writes it, its adjective made to agree."""

from __future__ import annotations

from collections.abc import Callable

from kg.annotate.phrase import Treaty
from kg.extract.agreement import agree
from kg.extract.context import Context

_STEM = 4  # letters


def cut_name(context: Context, treaty: Treaty, words: int) -> tuple[int, int]:
    """Tokens of the first so many content words of a name; (0, 0) where it has fewer."""
    small = context.annotation.knowledge.lexicon.small_words
    plain = context.annotation.knowledge.lexicon.tokenizer.plain
    left = words
    begin, end = treaty.name
    for index in range(begin, end):
        token = context.annotation.tokens[index]
        if token.kind == "w" and plain(token.text) not in small:
            left -= 1
            if left == 0:
                return begin, index + 1
    return 0, 0


def base_name(context: Context, treaty: Treaty) -> tuple[str, bool]:
    """The name in base form: the noun as the language file writes it, and its adjective made to agree."""
    annotation = context.annotation
    begin, end = treaty.name
    text = annotation.text(begin, end)
    if treaty.key:
        return treaty.base, True
    lexicon, tokens = annotation.knowledge.lexicon, annotation.tokens
    if lexicon.tokenizer.clitics is not None:
        return lexicon.tokenizer.clitics.bare(text), True
    for match in lexicon.phrases.matches(tokens[begin:end]):
        entry = next((e for e in match.entries if e.category == "treaty" and e.value == treaty.type), None)
        if entry is None:
            continue
        start, stop = match.start + begin, match.end + begin
        written = annotation.text(start, stop)
        plain = lexicon.tokenizer.plain
        if plain(written) == plain(entry.base) or not lexicon.language.writing.suffixes:
            return text, True
        if lexicon.language.writing.family == "title-last":
            return _last_word(text, entry.base, plain), True
        base = entry.base[:1].upper() + entry.base[1:] if tokens[start].capital else entry.base
        before = _before(context, begin, start, base)
        glued = tokens[start].glued and start > begin
        after = _after(context, stop, end, base)
        return (
            f"{before}{'' if glued or not before else ' '}{base}{' ' if after else ''}{after}".strip(),
            not before and after == (annotation.text(stop, end) if stop < end else ""),
        )
    return text, True


def _last_word(text: str, base: str, plain: Callable[[str], str]) -> str:
    """A name that ends in its noun, without that noun's case ending: "... Nakli Anlaşmasını"."""
    head, _, word = text.rpartition(" ")
    last = base.rpartition(" ")[2]
    if plain(last).startswith(plain(word)):
        return text
    return f"{head} {last[:1].upper() + last[1:] if word[:1].isupper() else last}".strip()


def _before(context: Context, begin: int, start: int, base: str) -> str:
    """What stands in front of the noun: adjectives that agree with it, where the language has such."""
    if begin >= start or not context.annotation.knowledge.lexicon.language.table("adjectives"):
        return context.annotation.text(begin, start) if begin < start else ""
    return " ".join(agree(context, t.text, base) for t in context.annotation.tokens[begin:start])


def _after(context: Context, start: int, end: int, base: str) -> str:
    """What follows the noun: an adjective right behind it agrees with it, everything else keeps its form."""
    if start >= end:
        return ""
    tokens = context.annotation.tokens
    first = tokens[start]
    if first.kind == "w" and end - start == 1 and not first.capital:
        return agree(context, first.text, base)
    return context.annotation.text(start, end)


def called(context: Context, treaty: Treaty) -> tuple[str, ...]:
    """The proper name that a treaty is called by beside its noun, "Minamata" of "Minamata Convention", where it has
    one and nothing else: most often a place, be it known or not.
    """
    if treaty.key or treaty.states or treaty.bodies:
        return ()
    lexicon, tokens = context.annotation.knowledge.lexicon, context.annotation.tokens
    begin, end = treaty.name
    if treaty.about or treaty.topics:
        return of_place(context, begin)
    nouns = {
        i
        for match in lexicon.phrases.matches(tokens[begin:end])
        if any(e.category == "treaty" for e in match.entries)
        for i in range(match.start + begin, match.end + begin)
    }
    plain = lexicon.tokenizer.plain
    words = [t for i, t in enumerate(tokens[begin:end], begin) if i not in nouns and t.kind == "w"]
    words = [t for t in words if plain(t.text) not in lexicon.small_words and not t.text.isdecimal()]
    writing = lexicon.language.writing
    if not words or (writing.case and not all(t.capital for t in words)):
        return ()
    if len(words) == 1 and writing.spaces:
        return of_place(context, begin) or (words[0].text,)
    return ("".join(t.text for t in words),) if not writing.spaces else ()


def of_place(context: Context, at: int) -> tuple[str, ...]:
    """The place of whose name an adjective is made that opens a treaty's: "Ниамей" of "Ниамейское соглашение"."""
    language, word = context.annotation.knowledge.lexicon.language, context.annotation.tokens[at]
    table = language.table("adjectives")
    endings = (e for row in (table.get(g, []) for g in "fmn") for pair in row for e in pair)
    made = [m + e for m in table.get("places", []) for e in {"", *endings}] if word.capital else []
    stems = [word.text[: -len(m)] for m in made if word.text.casefold().endswith(m)]
    return (min(stems, key=len),) if stems and len(min(stems, key=len)) >= _STEM else ()
