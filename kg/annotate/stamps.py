"""The dates that a page is stamped with: alone on a line, or opening the text with the place that it was sent from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.annotate.datemention import DateMention
from kg.model import Zone

_HEADS = ("dateline", "published")
_FIRST = 6  # zones in which a stamp can stand, and the last one
_LINE, _PLACE = 8, 5  # words around a date that is alone on its line; words before one that opens the text
_WORD = re.compile(r"[^\W\d_]+")
_CLOSED = re.compile(r"\s*(?:[^\W\d_]{1,5}\s?)?(?:[.。।](?=\s|$|-)|[-–—:/|(（])")  # "г." may follow a year


def stamps(text: str, zones: Sequence[Zone], dates: Sequence[DateMention], verbs: Iterable[int]) -> list[DateMention]:
    """The dates that tell when the article was published, in their order.

    Args:
        text: the article, folded. zones, dates: as found in it. verbs: offsets at which something is said to be done.
    """
    heads = [z for z in zones if z.kind in _HEADS]
    found = [d for d in dates if any(z.start <= d.start < z.end for z in heads)]
    told = sorted(verbs)
    for zone in (*zones[:_FIRST], *zones[_FIRST:][-1:]):
        inside = [d for d in dates if zone.kind == "paragraph" and zone.start <= d.start < zone.end and d.first.day]
        if inside and inside[0].first.month and _stamped(text, zone, inside[0], told):
            found.append(inside[0])
    if not any(d.first.year for d in found):  # "Source: EFE, 5 March 2025"
        lines = [z for z in zones if z.kind == "source"]
        found += [d for d in dates if d.first.year and d.first.day and any(z.start <= d.start < z.end for z in lines)][
            :1
        ]
    return sorted(found, key=lambda d: d.start)


def _stamped(text: str, zone: Zone, date: DateMention, told: Sequence[int]) -> bool:
    before, after = text[zone.start : date.start], text[date.end : zone.end]
    if any(zone.start <= at < date.start for at in told):
        return False
    place = _words(before) <= _PLACE
    if place and (text[date.end - 1] == "." or _CLOSED.match(after)) and not re.search(r"[.!?。।]\s", before):
        return True
    alone = _words(before) + _words(after) <= _LINE and not any(zone.start <= at < zone.end for at in told)
    return alone and bool(date.first.year)


def _words(text: str) -> int:
    return len(_WORD.findall(text))
