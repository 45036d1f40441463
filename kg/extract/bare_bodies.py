"""A body's head noun with a glued article stands for the body of that noun of which the article spoke last."""

from __future__ import annotations

from kg.annotate.annotation import Sentence
from kg.extract.context import Context
from kg.extract.registry import Draft


def bare_heads(context: Context) -> None:
    """Let "the committee", "the national committee" stand for the committee named before."""
    clitics = context.annotation.knowledge.lexicon.tokenizer.clitics
    if clitics is None:
        return
    for sentence in context.annotation.sentences:
        for at, item in enumerate(sentence.items):
            head = item.entry("head") if item.symbol == "h" and item.phrase is None else None
            if head is not None and clitics.definite(_plain(context, item.start)):
                draft = _last(context, head.value, item.start, _qualities(context, sentence, at))
                if draft is not None:
                    item.symbol = "O"
                    context.things[item.start] = draft.id


def _plain(context: Context, token: int) -> str:
    return context.annotation.knowledge.lexicon.tokenizer.plain(context.annotation.tokens[token].text)


def _qualities(context: Context, sentence: Sentence, at: int) -> str:
    """The adjective right behind the noun, "" for none."""
    clitics, after = context.annotation.knowledge.lexicon.tokenizer.clitics, sentence.items[at + 1 : at + 2]
    word = _plain(context, after[0].start) if after and after[0].symbol in "nsAw" else ""
    return word if clitics is not None and clitics.definite(word) else ""


def _last(context: Context, head: str, token: int, quality: str) -> Draft | None:
    start = context.annotation.tokens[token].start
    plain = context.annotation.knowledge.lexicon.tokenizer.plain
    found = [
        (begin, draft.id)
        for draft in context.registry.drafts.values()
        if head in draft.values("head")
        and (not quality or any(quality in plain(word) for name in draft.names.values() for word in name.text.split()))
        for begin, _ in draft.spans
        if begin < start
    ]
    return context.registry.drafts[max(found)[1]] if found else None
