"""Names of bodies in base form: what depends on the head noun keeps its case, what agrees with it follows it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate.phrase import Body
from kg.annotate.tokens import Token
from kg.extract.agreement import agree
from kg.extract.context import Context


def _capitals(base: str, capitals: list[bool]) -> str:
    """The words of a base form with capital letters where the text has them."""
    words = base.split(" ")
    if len(words) != len(capitals):
        capitals = [capitals[0]] + [False] * (len(words) - 1)
    return " ".join(w[:1].upper() + w[1:] if c else w for w, c in zip(words, capitals, strict=True))


def base_name(context: Context, body: Body, text: str) -> tuple[str, bool]:
    """A body's name with its head noun in base form: what depends on the noun keeps its case. Returns (name,
    whether it is sure).
    """
    lexicon, tokens = context.annotation.knowledge.lexicon, context.annotation.tokens
    if not lexicon.language.writing.spaces:
        return text, True  # there nouns have but one form
    first, last = body.name
    clitics = lexicon.tokenizer.clitics
    if clitics is not None:
        return clitics.bare(text), True
    for match in lexicon.phrases.matches(tokens[first:last]):
        if any(e.category == "head" and e.value == body.head for e in match.entries):
            start, end = match.start + first, match.end + first
            written = context.annotation.text(start, end)
            if not lexicon.language.writing.case and tokens[start].capital:
                return text, True  # a compound is a name as it stands
            if lexicon.tokenizer.plain(written) == lexicon.tokenizer.plain(body.base):
                said = [t.text for t in tokens[first:start]]
                agreed = [agree(context, word, body.base) for word in said if "-" not in said]
                rest = context.annotation.text(start, last)
                if end < last and lexicon.declension.genitive(tokens[end].text):  # a noun without cases: "Muzeum"
                    after = context.annotation.text(end, last)
                    return " ".join([*agreed, written, _agreeing(context, tokens[end:last], body.base, after)]), True
                return (" ".join([*agreed, rest]) if agreed not in ([], said) else text), True
            base = _capitals(body.base, [t.capital for t in tokens[start:end] if t.kind == "w"])
            before = "".join(
                agree(context, t.text, base)
                if t.glued and t is not tokens[first]
                else f" {agree(context, t.text, base)}"
                for t in tokens[first:start]
            ).strip()
            after = context.annotation.text(end, last) if end < last else ""
            if not body.fields or (end < last and lexicon.declension.genitive(tokens[end].text)):
                after = _agreeing(context, [t for t in tokens[end:last]], base, after)
            glue = "" if end < last and tokens[end].glued else " "
            return f"{before} {base}{glue}{after}".strip(), start == first and (body.fields != () or last == end)
    return (text, True) if body.head else (_nominative(context, text), False)


def _agreeing(context: Context, tokens: Sequence[Token], base: str, after: str) -> str:
    """What follows a head noun: an adjective that belongs to the noun alone agrees with it ("Instytutu Rybackiego")."""
    small = context.annotation.knowledge.lexicon.stop_words
    declension = context.annotation.knowledge.lexicon.declension
    alone = len(tokens) == 1 or (len(tokens) > 1 and tokens[1].text in small and declension.genitive(tokens[0].text))
    return after.replace(tokens[0].text, agree(context, tokens[0].text, base), 1) if alone else after


def _nominative(context: Context, text: str) -> str:
    """A name whose noun nobody knows, out of the genitive: its adjectives and its first noun."""
    declension = context.annotation.knowledge.lexicon.declension
    words = text.split(" ")
    noun = next((i for i, word in enumerate(words) if not declension.genitive(word)), 0)
    if not declension or noun == len(words) or not words[noun].isalpha() or words[noun].isupper():
        return text
    base = declension.noun(words[noun])
    return " ".join([*(agree(context, word, base) for word in words[:noun]), base, *words[noun + 1 :]])
