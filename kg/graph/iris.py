"""The IRIs of things: `<base>/<kind>/<slug>`. An IRI depends on what the thing is, never on the order of articles."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from kg.errors import InputError
from kg.graph.terms import node
from kg.model import Passage
from kg.slug import slug, stable_hash

DEFAULT_BASE = "https://w3id.org/treaty-kg/id/"
NOT_IN_IRIS = re.compile(r"""[\x00-\x20<>"{}|\\^`]""")  # RFC 3987
_DIGITS = 16  # of a triple


def checked_base(base: str) -> str:
    """Return a base IRI without its last "/"; InputError where it is no absolute IRI that can carry paths."""
    parts = urlsplit(base)
    if not (parts.scheme and parts.netloc) or "?" in base or "#" in base or NOT_IN_IRIS.search(base):
        raise InputError(f"{base!r} cannot be a base IRI: give an absolute one, such as {DEFAULT_BASE}")
    return base.rstrip("/")


@dataclass(frozen=True, slots=True)
class Iris:
    """Makes the IRIs of one build. `base`: as from `checked_base`; `articles`: article identifier to slug."""

    base: str
    articles: Mapping[str, str] = field(default_factory=dict)
    _terms: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, base: str, identifiers: Iterable[str]) -> Iris:
        """Return the IRIs for a base IRI and the identifiers of all articles; InputError for a base of no use."""
        return cls(checked_base(base), article_slugs(identifiers))

    def entity(self, identifier: str) -> str:
        """Return the IRI of an entity or work, e.g. "official/pham-the-tung"."""
        return f"{self.base}/{identifier}"

    def entity_term(self, identifier: str) -> str:
        """Return the IRI of an entity or work as a term of `kg.graph.terms`; ValueError where it would be none."""
        term = self._terms.get(identifier)
        if term is None:
            term = self._terms[identifier] = node(self.entity(identifier))
        return term

    def article(self, identifier: str) -> str:
        """Return the IRI of an article from its identifier."""
        return f"{self.base}/article/{self.articles[identifier]}"

    def passage(self, identifier: str, start: int, end: int) -> str:
        """Return the IRI of the characters `start` to `end` of an article (RFC 5147)."""
        return f"{self.article(identifier)}#char={start},{end}"

    def article_term(self, identifier: str) -> str:
        """Return the IRI of an article as a term."""
        return f"<{self.article(identifier)}>"

    def passage_term(self, passage: Passage) -> str:
        """Return the IRI of a passage as a term."""
        return f"<{self.base}/article/{self.articles[passage.article]}#char={passage.start},{passage.end}>"

    def claim(self, subject: str, predicate: str, value: str) -> str:
        """Return the IRI of the claim of one triple, given by its three terms as text."""
        return f"{self.base}/claim/{_triple_digest(subject, predicate, value)}"

    def claim_term(self, subject: str, predicate: str, value: str) -> str:
        """Return the IRI of a claim as a term; arguments as for `claim`."""
        return f"<{self.claim(subject, predicate, value)}>"

    def inference_term(self, subject: str, predicate: str, value: str) -> str:
        """Return the IRI of the inference of one triple as a term; arguments as for `claim`."""
        return f"<{self.base}/inference/{_triple_digest(subject, predicate, value)}>"


def _triple_digest(subject: str, predicate: str, value: str) -> str:
    return hashlib.sha256(f"{subject}|{predicate}|{value}".encode()).hexdigest()[:_DIGITS]


def article_slugs(identifiers: Iterable[str]) -> dict[str, str]:
    """Return a slug for each article identifier; those that would share one carry a short hash of the identifier."""
    plain = {identifier: slug(identifier) for identifier in identifiers}
    shared = Counter(plain.values())
    return {
        identifier: text if shared[text] == 1 else f"{text}-{stable_hash(identifier)}"
        for identifier, text in sorted(plain.items())
    }
