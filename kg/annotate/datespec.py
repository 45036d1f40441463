"""What a language file says of dates, checked and compiled.

A pattern in a language file is the text of a date with slots: `"{day} {month}[ {year}]"`. `[...]` may be missing,
`(a|b)` are alternatives, a blank is one or more blanks, `\\` makes the next character literal. Slots: `{day}`, `{day2}`
(the last of a range), `{month}`, `{mon}` and `{mon2}` (a month as a number; `{mon2}` may turn out to be the day),
`{year}`, `{yy}` (its last two digits), `{to}` (the words of a range), `{n}` (a small number, in digits or words). The
span of a mention begins at its first slot, so cue words before it stay outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.annotate.calendars import CALENDARS
from kg.annotate.normalise import SKIP, ZWNJ, fold
from kg.annotate.numberspec import NumberSpec
from kg.annotate.specfile import Table, load_table
from kg.annotate.tries import BLANK, boundary, form_key, forms_regex, starts
from kg.language import Language

UNITS = ("day", "week", "month", "year")
ORIGINS = ("anchor", "published")
_DAY = r"3[01]|[12]\d|0?[1-9]"
_MON = r"1[0-2]|0?[1-9]"
_YEAR = r"1[0-9]\d\d|2[01]\d\d"
_GAP = rf"[ \t,،、('\-{ZWNJ}{SKIP}]"
_SYNTAX = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|", " ": f"{BLANK}+", ZWNJ: f"{BLANK}?"}
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Relative:
    """What a relative word means: `amount` of `unit` from "published" (the article) or "anchor" (the date told before).

    counted: the phrase holds a number and `amount` is its factor, 1 or -1.
    """

    unit: str
    amount: int
    origin: str
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """One compiled way to write a date. digit, word: whether a match may begin with a digit, with a letter or sign."""

    regex: re.Pattern[str]
    digit: bool
    word: bool
    relative: Relative | None = None


@dataclass(frozen=True, slots=True)
class DateSpec:
    """The dates of one language, compiled. Tables are keyed by `form_key` of what the text says."""

    code: str
    gate: re.Pattern[str]
    patterns: tuple[Pattern, ...]
    words: re.Pattern[str]
    gap: re.Pattern[str]
    range_gap: re.Pattern[str]
    past_after: re.Pattern[str]
    past_before: re.Pattern[str]
    future_after: re.Pattern[str]
    future_before: re.Pattern[str]
    month_first: bool
    free_months: frozenset[str]
    months: dict[str, tuple[str, int]]
    weekdays: dict[str, int]
    relatives: dict[str, Relative]
    day_words: dict[str, int]
    numbers: NumberSpec
    eras: dict[str, int]
    digit_signs: str
    list_words: frozenset[str]
    weekday_not_after: re.Pattern[str]
    not_followed: re.Pattern[str]

    @staticmethod
    def load(language: Language) -> DateSpec:
        """Compile the dates and numbers of a language.

        Raises:
            KnowledgeError: a key is missing, unknown or of a wrong type; it names file and key.
        """
        return _Compiler(language.code, load_table(language, "dates"), NumberSpec.load(language)).spec()


def _heads(template: str) -> tuple[list[str], str]:
    """The words that a template begins with (several where it begins with alternatives), and what follows them."""
    if template[0] in "([":
        inside, _, rest = template[1:].partition(")" if template[0] == "(" else "]")
        return [head for head in (word.split("{")[0].strip() for word in inside.split("|")) if head], rest
    head = re.split(r"[\[({\\]", template)[0]
    return [head.strip()] if head.strip() else [], template[len(head.rstrip()) :]


class _Compiler:
    """Turns one language's table into its `DateSpec`."""

    def __init__(self, code: str, dates: Table, numbers: NumberSpec) -> None:
        self.code, self.dates, self.numbers = code, dates, numbers
        self.before, self.after = boundary(dates.flag("spaces"))
        self.months: dict[str, tuple[str, int]] = {}
        self.month_forms: list[str] = []
        self.free_forms: list[str] = []
        self.glue = f"{BLANK}*" if not dates.flag("spaces") else ""
        calendars = dates.table("calendars", CALENDARS)
        for name in CALENDARS:
            if name in calendars.names():
                self._months(name, calendars.table(name, ("months", "bound")))
        self.day_words = {form_key(f): v for v, forms in dates.numbered("day_words") for f in forms}
        self.day_forms = [f for _, forms in dates.numbered("day_words") for f in forms]
        self.eras = {form_key(name): value for name, value in dates.integers("eras")}
        self.macros = self._macros()

    def _months(self, calendar: str, table: Table) -> None:
        for key in ("months", "bound"):
            for number, forms in enumerate(table.rows(key, 12), start=1):
                for form in forms:
                    self.months.setdefault(form_key(form), (calendar, number))
                    self.month_forms.append(form)
                    if key == "months":
                        self.free_forms.append(form)

    def _macros(self) -> dict[str, str]:
        """The regular expression of each slot."""
        suffixes = self.dates.strings("day_suffixes")
        suffix = f"(?:{BLANK}?{forms_regex(suffixes)})?" if suffixes else ""
        day = f"{forms_regex(self.day_forms)}|{_DAY}" if self.day_forms else _DAY
        to = self._to_words(self.dates.strings("range_words") + self.dates.strings("list_words"))
        return {
            "day": rf"(?P<day>{day})(?!\d){suffix}",
            "day2": rf"(?P<day2>{day})(?!\d){suffix}",
            "month": f"(?P<month>{forms_regex(self.month_forms)})",
            "mon": rf"(?P<mon>{_MON})(?!\d)",
            "mon2": rf"(?P<mon2>{_DAY})(?!\d)",  # a month-first date has its day in the month's place
            "year": self._year(),
            "yy": r"(?<!\d)(?P<yy>\d{2})(?!\d)",
            "to": f"(?P<to>{to})",
            "n": rf"(?P<n>\d{{1,3}}|{self.numbers.run})",
        }

    def _year(self) -> str:
        """A year in digits, in an era or sign by sign, with what may follow it."""
        ways = []
        if self.eras:
            first = "|".join(re.escape(fold(word)) for word in self.dates.strings("era_first")) or "(?!)"
            ways.append(rf"{forms_regex(self.eras)}{BLANK}?(?:\d{{1,4}}|{first})")
        ways.append(rf"(?:{_YEAR})(?!\d)")
        if signs := "".join(self.dates.strings("digit_signs")):
            ways.append(f"[{signs}]{{4}}")
        suffixes = self.dates.strings("year_suffixes")
        end = f"(?:{BLANK}*{forms_regex(suffixes)}{self.after})?" if suffixes else ""
        return f"(?P<year>{'|'.join(ways)}){end}"

    @staticmethod
    def _to_words(words: Iterable[str]) -> str:
        """Signs may touch the days, words stand between blanks (or none, where the language has none)."""
        signs = forms_regex(w for w in words if not w[0].isalpha())
        letters = [w for w in words if w[0].isalpha()]
        apart = all(ord(w[0]) < 0x2E80 for w in letters)
        blanks = f"{BLANK}+" if apart else f"{BLANK}*"
        return f"{BLANK}*{signs}{BLANK}*|{blanks}{forms_regex(letters)}(?:{blanks}|(?=\\d))"

    def _pattern(self, template: str, relative: Relative | None = None) -> Pattern:
        try:
            if set(_SLOT.sub("", template)) & set("{}"):
                raise ValueError(template)
            return self._compiled(template, relative)
        except (re.error, IndexError, ValueError) as error:
            raise self.dates.error("patterns", f"has {template!r}, which is no pattern: see TEMPLATE.toml") from error

    def _compiled(self, template: str, relative: Relative | None) -> Pattern:
        source = "".join(self._pieces(template, self.macros))
        opening = template.lstrip("[(")
        loose = opening != template
        slot = _SLOT.match(opening)
        digit = loose or (slot is not None and slot[1] != "month") or opening[0].isdigit()
        word = loose or slot is None or slot[1] == "month" or bool(self.day_forms or self.eras or slot[1] == "n")
        return Pattern(re.compile(source + self._end(template)), digit, word, relative)

    def _end(self, template: str) -> str:
        return "" if template.endswith("\\)") else self.after

    def _pieces(self, template: str, macros: dict[str, str]) -> Iterator[str]:
        """The regular expression of a template, piece by piece."""
        position = 0
        while position < len(template):
            character = template[position]
            slot = _SLOT.match(template, position)
            if slot is not None:
                if slot[1] not in macros:
                    raise self.dates.error("patterns", f"has an unknown slot {slot[0]}")
                yield f"{self.glue}{macros[slot[1]]}{self.glue}" if slot[1] != "to" else macros["to"]
                position = slot.end()
                continue
            if character == "\\":
                position += 1
                yield re.escape(fold(template[position]))
            else:
                yield _SYNTAX.get(character) or re.escape(fold(character))
            position += 1

    def _relatives(self) -> tuple[dict[str, Relative], list[Pattern], list[str]]:
        """Fixed relative words by key, patterns for those with a number in them, and all forms."""
        fixed: dict[str, Relative] = {}
        counted: list[Pattern] = []
        forms: list[str] = []
        for row in self.dates.tables("relative", ("unit", "amount", "from", "forms")):
            unit, origin = row.choice("unit", UNITS), row.choice("from", ORIGINS)
            for form in row.strings("forms", required=True):
                if "{n}" in form:
                    counted.append(self._pattern(form, Relative(unit, row.integer("amount"), origin, counted=True)))
                else:
                    fixed[form_key(form)] = Relative(unit, row.integer("amount"), origin)
                forms.append(form)
        return fixed, counted, forms

    def _gate(self, templates: Iterable[str], fixed: list[str]) -> re.Pattern[str]:
        """Where a mention can begin: digits, a bracket, a word, a cue word with a number or month behind it."""
        free = self.month_forms + self.day_forms + list(self.eras) + fixed
        cues: list[str] = []
        for template in templates:
            heads, rest = _heads(template)
            if template.startswith("{n}"):
                free += self.numbers.cardinals
            (cues if rest.startswith(" {") else free).extend(heads)
        behind = starts([*self.month_forms, *self.day_forms, *self.numbers.cardinals, *self.eras], more="0-9")
        words = f"{forms_regex(free)}|{forms_regex(cues)}{BLANK}+{behind}"
        return re.compile(rf"{starts(free + cues, more='0-9(')}(?:\d+|\(|{self.before}(?:{words}))")

    def _side(self, key: str, before: bool) -> re.Pattern[str]:
        words = forms_regex(self.dates.strings(key))
        source = rf"{self.before}{words}{BLANK}*$" if before else rf"{BLANK}*{words}{self.after}"
        return re.compile(source)

    def spec(self) -> DateSpec:
        """The compiled whole."""
        weekdays = {form_key(f): n for n, forms in enumerate(self.dates.rows("weekdays", 7)) for f in forms}
        weekday_forms = [f for forms in self.dates.rows("weekdays", 7) for f in forms]
        fixed, counted, relative_forms = self._relatives()
        templates = self.dates.strings("patterns", required=True)
        plain = weekday_forms + [form for form in relative_forms if "{n}" not in form]
        joiners = forms_regex(self.dates.strings("joiners") + self.dates.strings("day_parts"))
        return DateSpec(
            code=self.code,
            gate=self._gate([*templates, *(form for form in relative_forms if "{n}" in form)], plain),
            patterns=tuple([self._pattern(template) for template in templates] + counted),
            words=re.compile(f"{forms_regex(plain)}{self.after}"),
            gap=re.compile(rf"(?:{_GAP}{{0,3}}(?:{self.before}{joiners}{self.after})?){{0,2}}{_GAP}{{0,3}}"),
            range_gap=re.compile(self._to_words(self.dates.strings("range_words"))),
            past_after=self._side("past_after", before=False),
            past_before=self._side("past_before", before=True),
            future_after=self._side("future_after", before=False),
            future_before=self._side("future_before", before=True),
            month_first=self.dates.flag("month_first"),
            free_months=frozenset(form_key(form) for form in self.free_forms),
            months=self.months,
            weekdays=weekdays,
            relatives=fixed,
            day_words=self.day_words,
            numbers=self.numbers,
            eras=self.eras,
            digit_signs="".join(self.dates.strings("digit_signs")),
            list_words=frozenset(form_key(word) for word in self.dates.strings("list_words")),
            not_followed=re.compile(forms_regex(self.dates.strings("not_followed"))),
            weekday_not_after=self._side("weekday_not_after", before=True),
        )
