"""Reading a checked table from a language file, with errors that name the file and the key."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg.errors import KnowledgeError
from kg.language import Language

# Every key that a language file may hold, so that a misspelt key is an error and not a silent gap.
KEYS: dict[str, tuple[str, ...]] = {
    "dates": (
        "calendars", "day_parts", "day_suffixes", "day_words", "digit_signs", "era_first", "eras", "future_after",
        "future_before", "joiners", "list_words", "month_first", "not_followed", "past_after", "past_before",
        "patterns", "range_words", "relative", "spaces", "weekday_not_after", "weekdays", "year_suffixes",
    ),
    "numbers": (
        "compounds", "counters", "decimal", "grouping", "joiners", "money", "multipliers", "not_followed",
        "ordinal_prefixes", "ordinal_suffixes", "ordinals", "percent", "qualifiers", "qualifiers_after", "skip_alone",
        "spaces", "words",
    ),
}  # fmt: skip


class Table:
    """One table of a language file. Every method raises KnowledgeError, naming file and key, for a wrong type."""

    def __init__(self, name: str, path: str, values: dict[str, Any], keys: Iterable[str] | None = None) -> None:
        self._name, self._path, self._values = name, path, values
        if keys is not None:
            for key in values:
                if key not in tuple(keys):
                    raise self.error(key, f"is unknown; known are {', '.join(sorted(keys))}")

    def error(self, key: str, problem: str) -> KnowledgeError:
        """An error that names the file and the key."""
        place = f"{self._path}.{key}".lstrip(".")
        return KnowledgeError(f"{self._name}: {place} {problem}")

    def names(self) -> tuple[str, ...]:
        """The keys that are there, sorted."""
        return tuple(sorted(self._values))

    def flag(self, key: str) -> bool:
        """A truth value; false where the key is missing."""
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            raise self.error(key, "must be true or false")
        return value

    def integer(self, key: str) -> int:
        """A whole number that must be there."""
        value = self._values.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.error(key, "must be a whole number")
        return value

    def choice(self, key: str, known: tuple[str, ...]) -> str:
        """One of the known words."""
        value = self._values.get(key)
        if value not in known:
            raise self.error(key, f"must be one of {', '.join(known)}")
        return str(value)

    def strings(self, key: str, required: bool = False) -> list[str]:
        """A list of words, which may be missing or empty unless it is required."""
        words = self._strings(key, self._values.get(key, []))
        if required and not words:
            raise self.error(key, "is missing; every language file has it (see TEMPLATE.toml)")
        return words

    def _strings(self, key: str, value: object) -> list[str]:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(key, "must be a list of texts")
        if not all(value):
            raise self.error(key, "holds an empty text")
        if len(set(value)) != len(value):
            twice = sorted(item for item in set(value) if value.count(item) > 1)
            raise self.error(key, f"says twice: {', '.join(twice)}")
        return list(value)

    def _words(self, key: str, value: object) -> list[str]:
        words = self._strings(key, value)
        if not all(word.strip() for word in words):
            raise self.error(key, "holds an empty text")
        return words

    def rows(self, key: str, count: int) -> list[list[str]]:
        """So many lists of words, each of which may be empty; none where the key is missing or empty."""
        value = self._values.get(key, [])
        if value == []:
            return []
        if not isinstance(value, list) or len(value) != count:
            raise self.error(key, f"must be a list of {count} lists")
        return [self._words(f"{key}[{n}]", row) for n, row in enumerate(value)]

    def table(self, key: str, keys: Iterable[str] | None = None) -> Table:
        """A table inside; an empty one where the key is missing."""
        value = self._values.get(key, {})
        if not isinstance(value, dict):
            raise self.error(key, "must be a table")
        return Table(self._name, f"{self._path}.{key}".lstrip("."), value, keys)

    def tables(self, key: str, keys: Iterable[str]) -> list[Table]:
        """A list of tables."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.error(key, "must be a list of tables")
        return [Table(self._name, f"{self._path}.{key}[{n}]", item, keys) for n, item in enumerate(value)]

    def numbered(self, key: str) -> list[tuple[int, list[str]]]:
        """(number, words) pairs from a table whose keys are numbers; sorted by number."""
        table = self.table(key)
        pairs = []
        for name in table.names():
            if not name.isascii() or not name.isdigit():
                raise table.error(name, "must be a number in digits")
            pairs.append((int(name), table._words(name, table._values[name])))
        return sorted(pairs)

    def named(self, key: str, known: tuple[str, ...] | None = None) -> list[tuple[str, list[str]]]:
        """(name, words) pairs from a table, sorted."""
        table = self.table(key, known)
        return [(name, table._words(name, table._values[name])) for name in table.names()]

    def integers(self, key: str) -> list[tuple[str, int]]:
        """(name, whole number) pairs from a table, sorted."""
        table = self.table(key)
        return [(name, table.integer(name)) for name in table.names()]


def load_table(language: Language, section: str) -> Table:
    """The table "dates" or "numbers" of a language.

    Args:
        language: a checked language file.
        section: a key of `KEYS`.

    Raises:
        KnowledgeError: an unknown key in it.
    """
    return Table(f"{language.code}.toml", section, dict(language.table(section)), KEYS[section])
