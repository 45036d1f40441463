"""What a language file says of numbers, checked and compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.annotate.specfile import Table, load_table
from kg.annotate.tries import BLANK, boundary, form_key, forms_regex, starts
from kg.language import Language

QUALIFIERS = ("about", "at least", "at most", "exactly", "less than", "more than", "nearly")
_SECTION, _MYRIAD = 1000, 10000
_TIME = r"(?P<time>(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:]))"


@dataclass(frozen=True, slots=True)
class Piece:
    """A number word: its value, and whether it multiplies what stands before it ("hundred") or is a rank ("third")."""

    value: int | float
    multiplies: bool
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class NumberSpec:
    """The numbers of one language, compiled. Tables are keyed by `form_key` of what the text says.

    needs_counter: number words count only with a `counter` ("nine | states") behind them, since single signs are parts
    of many words; elsewhere this holds for the words in `skip_alone`.
    cardinals, run: the words that are no ranks, and the regular expression (source) of a run of them.
    section: the smallest multiplier that closes a section: 1000, or 10000 where a language counts in myriads.
    """

    code: str
    cardinals: tuple[str, ...]
    run: str
    scan: re.Pattern[str]
    pieces: re.Pattern[str]
    with_decimals: re.Pattern[str]
    decimal: re.Pattern[str]
    section: int
    table: dict[str, Piece]
    skip_alone: frozenset[str]
    ordinal_before: re.Pattern[str]
    ordinal_after: re.Pattern[str]
    percent: re.Pattern[str]
    money_before: re.Pattern[str]
    money_after: re.Pattern[str]
    qualifier_before: re.Pattern[str]
    qualifier_after: re.Pattern[str]
    qualifiers: dict[str, str]
    qualifiers_after: dict[str, str]
    not_followed: re.Pattern[str]
    counter: re.Pattern[str]
    needs_counter: bool

    @staticmethod
    def load(language: Language) -> NumberSpec:
        """Compile the numbers of a language.

        Raises:
            KnowledgeError: a key is missing, unknown or of a wrong type; it names file and key.
        """
        return _compiled(language.code, load_table(language, "numbers"))


def _compiled(code: str, table: Table) -> NumberSpec:
    spaces = table.flag("spaces")
    before, after = boundary(spaces)
    cardinals = _all_forms(table, "words", "multipliers")
    plain, decimals, decimal = _digits(table)
    joiner = _joiner(table.strings("joiners"), touch=not spaces or table.flag("compounds"))
    qualifiers, ends = table.named("qualifiers", QUALIFIERS), table.named("qualifiers_after", QUALIFIERS)
    return NumberSpec(
        code=code,
        cardinals=tuple(cardinals),
        run=_run(cardinals, joiner),
        scan=_scan(table, joiner),
        pieces=re.compile(f"{decimals}|{plain}|{forms_regex(_all_forms(table, 'words', 'multipliers', 'ordinals'))}"),
        section=_MYRIAD if any(value == _MYRIAD for value, _ in table.numbered("multipliers")) else _SECTION,
        with_decimals=re.compile(decimals),
        decimal=re.compile(decimal),
        table=_piece_table(table),
        skip_alone=frozenset(form_key(form) for form in table.strings("skip_alone")),
        ordinal_before=re.compile(f"{before}{forms_regex(table.strings('ordinal_prefixes'))}{BLANK}*$"),
        ordinal_after=_ordinal_suffix(table.strings("ordinal_suffixes"), after),
        percent=re.compile(f"{BLANK}*{_signs_or_words(table.strings('percent'), after)}"),
        money_before=re.compile(rf"(?<![^\W\d_]){forms_regex(table.strings('money'))}{BLANK}*$"),
        money_after=re.compile(f"{BLANK}*{_signs_or_words(table.strings('money'), after)}"),
        qualifier_before=re.compile(f"{before}({_forms(qualifiers)}){BLANK}*$"),
        qualifier_after=re.compile(f"{BLANK}*({_forms(ends)}){after}"),
        qualifiers={form_key(form): label for label, forms in qualifiers for form in forms},
        qualifiers_after={form_key(form): label for label, forms in ends for form in forms},
        counter=re.compile(f"{BLANK}*(?:{_forms(ends)})?{BLANK}*{forms_regex(table.strings('counters'))}"),
        needs_counter=not spaces,
        not_followed=re.compile(f"{BLANK}*{forms_regex(table.strings('not_followed'))}"),
    )


def _all_forms(table: Table, *keys: str) -> list[str]:
    return [form for key in keys for _, forms in table.numbered(key) for form in forms]


def _run(forms: list[str], joiner: str) -> str:
    """A run of number words."""
    words = forms_regex(forms)
    return f"{words}(?:{joiner}{words})*"


def _scan(table: Table, joiner: str) -> re.Pattern[str]:
    """Any number: a time of day, digits with scales, a run of number words.

    Digits take scales ("5 million"), not further words: "5 năm" is five years, though "năm" is a number too.
    """
    spaces = table.flag("spaces")
    before, after = boundary(spaces)
    plain, decimals, _ = _digits(table)
    scales = f"(?:{joiner}{forms_regex(_all_forms(table, 'multipliers'))}{after})"
    more = "" if spaces else f"(?:{BLANK}?{plain}{scales}+)*"
    digits = rf"(?<![\d.,/])(?:{decimals}|{plain})(?!\d|/\d){scales}*{more}"
    forms = _all_forms(table, "words", "multipliers", "ordinals")
    run = f"{before}{_run(forms, joiner)}{after}(?!{BLANK}+[0-9])"
    return re.compile(f"{starts(forms, more='0-9')}(?:{_TIME}|{digits}|{run})")


def _ordinal_suffix(suffixes: list[str], after: str) -> re.Pattern[str]:
    """What makes a rank of digits. A full stop does so only where a word follows ("25. Staat")."""
    words = forms_regex(suffix for suffix in suffixes if suffix != ".")
    dot = rf"|\.(?={BLANK}[^\W\d_])" if "." in suffixes else ""
    return re.compile(f"(?:{words}{after}{dot})")


def _forms(labelled: list[tuple[str, list[str]]]) -> str:
    return forms_regex(form for _, forms in labelled for form in forms)


def _signs_or_words(forms: list[str], after: str) -> str:
    """Signs ("%") end where they end, words at a word's end."""
    signs = forms_regex(form for form in forms if not form[-1].isalpha())
    words = forms_regex(form for form in forms if form[-1].isalpha())
    return f"(?:{signs}|{words}{after})"


def _piece_table(table: Table) -> dict[str, Piece]:
    """All number words. A word that is a plain number as well as an ordinal is the plain number."""
    pieces: dict[str, Piece] = {}
    for key in ("words", "multipliers", "ordinals"):
        for value, forms in table.numbered(key):
            for form in forms:
                pieces.setdefault(form_key(form), Piece(value, key == "multipliers", key == "ordinals"))
    return pieces


def _digits(table: Table) -> tuple[str, str, str]:
    """Regular expressions: whole numbers, numbers with decimals, the decimal sign."""
    groups = "".join(re.escape(sign) for sign in table.strings("grouping", required=True))
    decimal = "[" + "".join(re.escape(sign) for sign in table.strings("decimal", required=True)) + "]"
    indian = r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)" if "," in groups else ""  # lakhs: 10,00,000
    whole = rf"(?:\d{{1,3}}(?:[{groups}]\d{{3}})+(?!\d){indian}|\d+)"
    return whole, rf"{whole}{decimal}\d+(?!\d|{decimal}\d)", decimal


def _joiner(joiners: Iterable[str], touch: bool) -> str:
    """What may stand between two pieces: a sign or a blank, or a word between blanks; nothing where words touch."""
    words = list(joiners)
    letters = forms_regex(word for word in words if word[0].isalpha())
    signs = "".join(re.escape(word) for word in words if not word[0].isalpha() and word != " ")
    blank = f"{BLANK}*" if touch else f"{BLANK}+"
    sign = f"[{signs}]|" if signs else ""
    return f"(?:{sign}{blank}(?:{letters}{blank})?)"
