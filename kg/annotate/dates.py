"""Dates: find them in folded text, then work out which days they mean. The one door to the modules behind it."""

from kg.annotate.datefind import find_dates
from kg.annotate.datemention import DateMention, Partial
from kg.annotate.dateresolve import DateValue, published_date, resolve
from kg.annotate.datespec import DateSpec

__all__ = ["DateMention", "DateSpec", "DateValue", "Partial", "find_dates", "published_date", "resolve"]
