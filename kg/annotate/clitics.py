"""Small words written together with the next one (Arabic "and", "in", "to"), taken apart where the rest is a word.

A glued letter may as well be the first of the word itself ("وزير" is no "and"), so the words that the language file and
the gazetteer know decide: a known word stays whole; "and" comes off any other word, a preposition off names, titles and
bodies only, since with other words it makes set phrases that the language file lists as they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

_SHORTEST = 2  # letters of a rest that "and" leaves
_SHORTEST_NAME = 3  # letters of a rest that a preposition leaves
_DEFINITE = 3  # letters behind a glued article

Keys = Callable[[str], tuple[str, ...]]


class Clitics:
    """Which glued words one language has, and which words stay whole.

    conjunctions, prepositions: one-letter words, as `plain` writes them. articles: glued articles, the plain one first,
    then what prepositions and it become together.
    """

    def __init__(self, conjunctions: Iterable[str], prepositions: Iterable[str], articles: Iterable[str]) -> None:
        self._conjunctions, self._prepositions = frozenset(conjunctions), frozenset(prepositions)
        self._articles = tuple(articles)
        self._known: set[str] = set()
        self._names: set[str] = set()
        self._whole: set[str] = set()

    def learn(self, terms: Iterable[tuple[list[str], bool]], keys: Keys) -> None:
        """Take in a language's terms.

        Args:
            terms: the plain words of each term, and whether it is a name, title or body. keys: of a plain word.
        """
        terms = [(words, name) for words, name in terms if words]
        for words, name in terms:
            self._known.update(keys(w)[0] for w in words)
            if name:
                self._names.add(keys(words[0])[0])
        self._whole.update(keys(words[0])[0] for words, _ in terms)
        for words, _ in terms:
            self._whole.update(w for w in words[1:] if not self._comes_off(w, keys))

    def cut(self, word: str, keys: Keys) -> int:
        """How many glued one-letter words the plain word begins with."""
        count = 0
        while keys(word[count:])[0] not in self._whole and self._comes_off(word[count:], keys):
            count += 1
        return count

    def bare(self, word: str) -> str:
        """A noun as it stands alone: with the plain article for one that is run together with a preposition."""
        together = next((a for a in self._articles[1:] if word.startswith(a) and len(word) > len(a) + 1), "")
        return self._articles[0] + word[len(together) :] if together else word

    def definite(self, plain: str) -> bool:
        """Whether a plain word has the article."""
        return any(plain.startswith(a) and len(plain) > len(a) + 1 for a in self._articles)

    def prefixed(self, plain: str) -> bool:
        """Whether a plain word may begin with a glued word."""
        return plain[:1] in self._conjunctions or plain[:1] in self._prepositions

    def _comes_off(self, word: str, keys: Keys) -> bool:
        first, rest = word[:1], word[1:]
        if first in self._conjunctions:
            if any(rest.startswith(a) and len(rest) >= len(a) + _DEFINITE for a in self._articles):
                return True
            return (len(rest) >= _SHORTEST_NAME and rest[:1] != first) or keys(rest)[0] in self._known
        if first in self._prepositions and rest[:1] != first and len(rest) >= _SHORTEST_NAME:
            return not self._names.isdisjoint(keys(rest))
        return False
