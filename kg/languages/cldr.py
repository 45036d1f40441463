"""What the Unicode CLDR knows of a language, as keys and values of a language file. The only door to Babel.

The patterns of dates follow Unicode Technical Standard 35 (LDML), part 4, "Date Format Patterns".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from functools import cache
from typing import Any

import babel
from babel import Locale
from babel.core import get_global
from babel.localedata import LocaleDataDict, load, locale_identifiers
from babel.numbers import get_territory_currencies

from kg.annotate.normalise import ZWNJ, fold
from kg.errors import InputError
from kg.nearest import nearest

SOURCE = f"the Unicode CLDR, as Babel {babel.__version__} brings it"
_CONTEXTS = ("format", "stand-alone")
_WIDTHS = ("full", "long", "medium", "short")
# The skeletons of dates with a year, a month or both; the four plain formats come before them.
_SKELETONS = ("yMMMMd", "yMMMd", "yMd", "MMMMd", "MMMd", "yMMMM", "yMMM")
_FIELD = re.compile(r"'((?:[^']|'')*)'|([A-Za-z])\2*|([^A-Za-z']+)")
_EDGE = " \t.,،、\u00a0\u202f"
_NAMED = 3  # letters of a month field from which on it is a name, not a number
_UNITS = ("day", "week", "month", "year")
_OFFICIAL = ("official", "de_facto_official")

Values = dict[str, Any]


@cache
def language_codes() -> Mapping[str, str]:
    """The English names of the languages that CLDR has data for, by code."""
    english = Locale("en").languages
    return {
        code: english.get(code, code) for code in sorted(locale_identifiers()) if "_" not in code and code != "root"
    }


def checked_code(code: str) -> str:
    """A language's code as CLDR writes it.

    Raises InputError, with the nearest language, for one that it does not know or that says more than the language.
    """
    known = language_codes()
    plain = code.strip().replace("_", "-").lower()
    if plain in known:
        return plain
    if plain.split("-")[0] in known:
        raise InputError(f"{code}: a language file is for a whole language; give its code alone: {plain.split('-')[0]}")
    replaced = get_global("language_aliases").get(plain)
    if replaced in known:
        raise InputError(f"{code}: this language's code is {replaced}")
    by_name = {name.lower(): found for found, name in known.items()}
    if plain in by_name:
        raise InputError(f"{code}: give the language's code: {by_name[plain]}")
    hint = nearest(plain, [*known, *by_name])
    near = hint.removeprefix("; did you mean ").rstrip("?")
    meant = f"; did you mean {by_name.get(near, near)} ({known[by_name.get(near, near)]})?" if hint else ""
    raise InputError(f"{code}: the Unicode CLDR has no language of this code{meant}")


def values(code: str, states: Iterable[str]) -> Values:
    """What CLDR says of a language, by the paths of a language file ("dates.weekdays").

    Args:
        code: as `checked_code` gives it. states: ISO 3166 codes of the states to name.
    """
    data = _data(code)
    spaces, glued, joining = _joining(data)
    names = {f"gazetteer.names.state/{state}": [name] for state in states if (name := _state(data, state))}
    cased = sum(name[0][:1].isupper() for name in names.values()) * 2 > len(names)
    found: Values = {
        "code": code,
        "name": data["languages"].get(code, language_codes()[code]),
        "english": language_codes()[code],
        "home": _home(code),
        "writing.script": _likely(code)[0],
        "writing.direction": "rtl" if data["character_order"] == "right-to-left" else "ltr",
        "writing.spaces": spaces,
        "writing.case": cased,
        "writing.prefixes": glued,
        "words.and": joining,
        **_dates(data, spaces, joining),
        **_numbers(data, spaces, _likely(code)[1]),
        **names,
    }
    return found


def _data(code: str) -> Mapping[str, Any]:
    """All that CLDR has of a language.

    A copy: Babel resolves CLDR's aliases in place, in tables that languages share, so that the months of the language
    that is asked for first would become those of others.
    """
    return LocaleDataDict(dict(deepcopy(load(code)).items()))


def _likely(code: str) -> tuple[str, str]:
    """The script and the territory that a language is most likely met with."""
    parts = str(get_global("likely_subtags").get(code, code)).split("_")
    script = next((part for part in parts[1:] if len(part) == 4), "Latn")
    return script, parts[-1] if len(parts) > 1 and len(parts[-1]) == 2 else ""


def _home(code: str) -> str:
    """The one territory where a language is official, "" where there are several or none."""
    spoken = get_global("territory_languages")
    homes = [place for place, told in spoken.items() if told.get(code, {}).get("official_status") in _OFFICIAL]
    return homes[0] if len(homes) == 1 else ""


def _joining(data: Mapping[str, Any]) -> tuple[bool, list[str], list[str]]:
    """From the pattern of a list of two: whether words are parted by blanks, what is glued to the second, "and"."""
    between = str(data["list_patterns"]["standard"]["2"]).removeprefix("{0}").removesuffix("{1}")
    word = between.strip()
    spaces = " " in between
    if not any(letter.isalpha() for letter in word):
        return spaces, [], []
    return (spaces, [word], []) if spaces and not between.endswith(" ") else (spaces, [], [word])


def _state(data: Mapping[str, Any], state: str) -> str:
    """CLDR's name of a state; of a double name like "Myanmar (Burma)" only the first half."""
    name = str(data["territories"].get(state, ""))
    return "" if " - " in name or " – " in name else re.split(r"\s*[(（]", name.replace("ʼ", "'"))[0]


def _names(tables: Iterable[Any], count: int, first: int) -> list[list[str]]:
    """The names of months or weekdays from several tables, each name once; none where CLDR has only numbers."""
    rows = [_once(str(table.get(n, "")) for table in tables) for n in range(first, first + count)]
    return rows if all(rows) and not any(c.isdigit() for row in rows for name in row for c in name) else []


def _once(names: Iterable[str]) -> list[str]:
    """Each name once, whatever its letters' case."""
    found: dict[str, str] = {}
    for name in filter(None, names):
        found.setdefault(name.casefold(), name)
    return list(found.values())


def _dates(data: Mapping[str, Any], spaces: bool, joining: list[str]) -> Values:
    months, short = (
        _names([data["months"][at][width] for at in _CONTEXTS], 12, 1) for width in ("wide", "abbreviated")
    )
    known = {name for row in months for name in row}
    bound = [_once(form for name in row for form in (name, name.rstrip(".")) if form not in known) for row in short]
    patterns, month_first = _patterns(data)
    return {
        "dates.spaces": spaces,
        "dates.month_first": month_first,
        "dates.weekdays": _names([data["days"][at]["wide"] for at in _CONTEXTS], 7, 0),
        "dates.list_words": joining,
        "dates.patterns": patterns if months else [p for p in patterns if "{month}" not in p],
        "dates.relative": list(_relative(data)),
        "dates.calendars.gregorian.months": months,
        "dates.calendars.gregorian.bound": bound if any(bound) else [],
    }


def _patterns(data: Mapping[str, Any]) -> tuple[list[str], bool]:
    """The patterns of dates, and whether a date in numbers begins with its month."""
    plain, skeletons = data["date_formats"], data["datetime_skeletons"]
    formats = [plain[width].pattern for width in _WIDTHS]
    formats += [skeletons[name].pattern for name in _SKELETONS if name in skeletons]
    found, month_first = {"{year}-{mon}-{day}": None}, False
    for text in filter(None, map(_slots, formats)):
        if "{month}" in text:
            found[text.replace("{day}", "{day}[{to}{day2}]")] = None
        elif text.startswith("{year}"):
            found[text] = None
        else:  # which of the two numbers is the day, `month_first` says
            month_first = month_first or text.index("{mon}") < text.index("{day}")
            before, _, after = re.split(r"(\{(?:day|mon)\})", text, maxsplit=1)
            found[before + "{day}" + re.sub(r"\{(?:day|mon)\}", "{mon2}", after)] = None
    return [*found, "{month}"], month_first


def _slots(pattern: str) -> str:
    """A date pattern of LDML with the slots of ours; "" where it has a field that we have no slot for."""
    pieces: list[str] = []
    for quoted, letter, literal in ((m[1], m[2] and m[0], m[3]) for m in _FIELD.finditer(pattern)):
        if letter is None:
            text = "'" if quoted == "" else (quoted or literal or "").replace("''", "'")
            pieces.append(re.sub(r"[\[\](){}|\\]", r"\\\g<0>", _tidy(text)))
        elif letter[0] in "yur":
            pieces.append("{year}")
        elif letter[0] in "ML":
            pieces.append("{month}" if len(letter) >= _NAMED else "{mon}")
        elif letter[0] == "d":
            pieces.append("{day}")
        elif letter[0] not in "EecG":  # weekdays and eras are found on their own
            return ""
    text = re.sub(r" ,|, (?=,)", ",", re.sub(r" {2,}", " ", "".join(pieces))).strip(_EDGE)
    return text if "{month}" in text or all(slot in text for slot in ("{day}", "{mon}", "{year}")) else ""


def _tidy(text: str) -> str:
    """Without marks of direction, with plain blanks."""
    return re.sub(r"\s+", " ", "".join(c for c in text if c == ZWNJ or unicodedata.category(c) != "Cf"))


def _relative(data: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """ "3 days ago", "in 3 days", in all their plural forms."""
    for unit in _UNITS:
        for amount, side in ((-1, "past"), (1, "future")):
            told = [_tidy(str(form)) for form in data["date_fields"].get(unit, {}).get(side, {}).values()]
            forms = sorted({form.replace("{0}", "{n}") for form in told if re.search(r"\w", form.replace("{0}", ""))})
            forms = [form for form in forms if "{n}" in form]
            if forms:
                yield {"unit": unit, "amount": amount, "from": "published", "forms": forms}


def _numbers(data: Mapping[str, Any], spaces: bool, territory: str) -> Values:
    systems = data["number_symbols"]
    symbols = dict(systems["latn"]) | dict(systems[data["default_numbering_system"]])
    signs = {name: _tidy(fold(str(symbols[name]))) for name in ("group", "decimal")}
    return {
        "numbers.spaces": spaces,
        "numbers.grouping": sorted({signs["group"], " "}, reverse=True),
        "numbers.decimal": [signs["decimal"]],
        "numbers.money": _money(data, territory),
    }


def _money(data: Mapping[str, Any], territory: str) -> list[str]:
    """The names and the sign of the currencies that are legal tender where the language is most at home."""
    found: dict[str, None] = {}
    for currency in get_territory_currencies(territory) if territory else ():
        names = (data["currency_names"].get(currency), *data["currency_names_plural"].get(currency, {}).values())
        found |= dict.fromkeys(filter(None, (*names, data["currency_symbols"].get(currency), currency)))
    return list(found)
