"""From readings of single articles to one resource a thing."""

from __future__ import annotations

from kg.resolve.corpus import Concept, Knowledge
from kg.resolve.remembered import Remembered
from kg.resolve.resolver import resolve

__all__ = ["Concept", "Knowledge", "Remembered", "resolve"]
