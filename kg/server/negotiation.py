"""Which format fits a request's Accept header (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.export.media import Medium
from kg.server.messages import Refused

Range = tuple[str, float]  # a media type or range in small letters, and its quality


def choose(accept: str, offered: Sequence[Medium]) -> Medium:
    """Return the offered format that a client likes best; among equals the one that is offered first.

    accept: the header's value, "" where there is none: anything will do. Refused (406) where nothing fits.
    """
    liked = preferred(accept, offered)
    if liked is None:
        types = ", ".join(medium.type for medium in offered)
        raise Refused(406, f"this can be had as {types}; the request accepts only {accept}", Vary="Accept")
    return liked


def preferred(accept: str, offered: Sequence[Medium]) -> Medium | None:
    """Return as `choose` does, None where nothing fits."""
    ranges = list(_ranges(accept)) or [("*/*", 1.0)]
    best = max(offered, key=lambda medium: _quality(medium, ranges))  # the first of equals
    return best if _quality(best, ranges) > 0 else None


def by_suffix(suffix: str, offered: Sequence[Medium]) -> Medium:
    """Return the offered format whose files end so; Refused (404) where there is none."""
    for medium in offered:
        if medium.suffix == suffix:
            return medium
    raise Refused(404, f"there is no .{suffix} of this; there are: {', '.join(f'.{one.suffix}' for one in offered)}")


def _ranges(accept: str) -> Iterator[Range]:
    for part in accept.lower().split(","):
        kind, *parameters = (piece.strip() for piece in part.split(";"))
        quality = next((value[2:] for value in parameters if value.startswith("q=")), "1")
        try:
            if kind:
                yield kind, float(quality)
        except ValueError:
            continue  # a range that cannot be read asks for nothing


def _quality(medium: Medium, ranges: Sequence[Range]) -> float:
    """Return how much a client likes a format, under whichever of its names: what the most exact range says."""
    return max(_fit(name, ranges) for name in (medium.type, *medium.others))[1]


def _fit(name: str, ranges: Sequence[Range]) -> tuple[int, float]:
    """Return how exactly a media type is named (3: itself, 2: its group, 1: anything, 0: not), and its quality."""
    exactness = {"*/*": 1, f"{name.partition('/')[0]}/*": 2, name: 3}
    return max(((exactness[kind], quality) for kind, quality in ranges if kind in exactness), default=(0, 0.0))
