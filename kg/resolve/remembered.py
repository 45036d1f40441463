"""Results of comparisons, remembered from one build to the next by the content of what was compared.

Most of what is compared after an update was compared before, too. A result is found again only where all that it may
depend on is the same, which is for whoever asks to put into its key; the code and the ontology are looked after by
whoever keeps them (`kg.cache`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from hashlib import blake2b
from typing import Any, TypeVar

from kg.parallel import spread

T = TypeVar("T")
_BYTES = 16  # of a digest: two contents out of millions never share one


@dataclass(slots=True)
class Remembered:
    """former: results of the build before, by key. now: those that this build has asked for, for the next."""

    former: Mapping[bytes, Any] = field(default_factory=dict)
    now: dict[bytes, Any] = field(default_factory=dict)

    def each(
        self, work: Callable[[T], Any], items: Sequence[T], keys: Sequence[bytes], jobs: int | None, least: int
    ) -> list[Any]:
        """What `work` gives for each item, in their order, as `spread` does; asked only where it is not remembered.

        keys: of each item, the digest of all that its result depends on. Results are plain: texts, numbers, tuples.
        """
        unknown = [place for place, key in enumerate(keys) if key not in self.former]
        made = dict(zip(unknown, spread(work, [items[place] for place in unknown], jobs, least), strict=True))
        found = [made[place] if place in made else self.former[key] for place, key in enumerate(keys)]
        self.now.update(zip(keys, found, strict=True))
        return found


def content_digest(thing: Any) -> bytes:
    """The digest of all fields of a dataclass whose values are texts, numbers, and sets and tuples of such."""
    values = [getattr(thing, item.name) for item in fields(thing)]
    told = [sorted(value) if isinstance(value, set | frozenset) else value for value in values]
    return blake2b(repr(told).encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest()
