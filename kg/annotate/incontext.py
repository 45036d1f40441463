"""Items that their neighbours show to be something else: parts of names that are also words, closing quotes."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate.lexicon import Lexicon
from kg.annotate.phrase import Item
from kg.annotate.tokens import Token

_OF = "od"  # of-words and articles
_TITLED, _TITLE = 2, 12  # items: the least that a title and its comma are, the most that are searched for one


def in_context(tokens: Sequence[Token], items: list[Item], lexicon: Lexicon) -> list[Item]:
    """The items of a sentence, each read beside its neighbours."""
    items = _particles(tokens, _stopped(tokens, _closed_quotes(tokens, items)), lexicon)
    if lexicon.language.writing.family.endswith("syllabic"):
        items = _dashes(tokens, items)
    if lexicon.language.writing.family.endswith("premod"):
        items = _names_over_adjectives(tokens, items)
    _parted_titles(tokens, items, lexicon)
    _countries(tokens, items, lexicon)
    _businesses(tokens, items)
    return _names_over_words(tokens, lexicon, _names_over_places(tokens, items, lexicon.phrases.prepositions))


def _parted_titles(tokens: Sequence[Token], items: list[Item], lexicon: Lexicon) -> None:
    """A title of two words with a state's adjective between them: "szef SERBSKIEJ delegacji"."""
    if not lexicon.language.writing.case:
        return
    for index in range(len(items) - 2, 0, -1):
        before, own, after = items[index - 1 : index + 2]
        if own.symbol != "A" or own.phrase is not None or any(i.end != i.start + 1 for i in (before, after)):
            continue
        match = lexicon.phrases.at([tokens[before.start], tokens[after.start]], 0, 2)
        if match is not None and match.end == 2 and any(e.category == "role" for e in match.entries):
            before.symbol, before.entries = "R", match.entries
            items[index : index + 2] = [Item("A", own.start, after.end, own.entries)]


def _countries(tokens: Sequence[Token], items: list[Item], lexicon: Lexicon) -> None:
    """A word for the country at the end of a body's name says whose it is: "سازمان مدیریت بحران کشور".

    Behind a title or a ministry's noun it is what they are for, and behind a plural no name.
    """
    for index, item in enumerate(items):
        if not index or items[index - 1].symbol not in "nmfsw" or item.entry("country") is None:
            continue
        head = next((i for i in reversed(items[:index]) if i.symbol not in "nmfsA&w"), None)
        entry = head.entry("head") if head is not None else None
        if head is not None and entry is not None and entry.value != "ministry":
            plain = lexicon.tokenizer.plain
            item.symbol = "y" if plain(tokens[head.start].text) == plain(entry.base) else "w"


def _businesses(tokens: Sequence[Token], items: list[Item]) -> None:
    """A word for a kind of body is a ministry's business behind the ministry's noun: "Bộ Công an"."""
    ministry = False
    for item in items:
        if item.symbol in "Hh":
            business, head = item.entry("field"), item.entry("head")
            if ministry and business is not None:
                item.symbol = "F" if tokens[item.start].capital else "f"
                item.entries = (business, *(entry for entry in item.entries if entry != business))
            ministry = head is not None and head.value == "ministry"
        elif item.symbol not in _OF:
            ministry = False


def _closed_quotes(tokens: Sequence[Token], items: list[Item]) -> list[Item]:
    """An apostrophe behind a word closes what a single quotation mark has opened."""
    opened = False
    for item in items:
        text = tokens[item.start].text
        if item.symbol == '"' and text in "‘‚'":
            opened = True
        elif opened and item.symbol == "E" and text in "'’":
            item.symbol, opened = '"', False
    return items


def _stopped(tokens: Sequence[Token], items: list[Item]) -> list[Item]:
    """An abbreviated honorific or rank takes in its full stop: "Dr. Ana Bela"."""
    out: list[Item] = []
    for item in items:
        if item.symbol == "." and out and out[-1].symbol in "MK" and tokens[item.start].glued:
            out[-1].end = item.end
        else:
            out.append(item)
    return out


def _particles(tokens: Sequence[Token], items: list[Item], lexicon: Lexicon) -> list[Item]:
    """A small word between two names that names may have inside: "Ana de Souza"."""
    for index in range(1, len(items) - 1):
        item = items[index]
        between = items[index - 1].symbol in "NVI" and items[index + 1].symbol in "NVIL"
        if between and item.symbol == "d" and tokens[item.start].capital:
            items[index] = Item("N", item.start, item.end)  # "Pham The Tung"
            continue
        plain = lexicon.tokenizer.plain(tokens[item.start].text)
        small = "oid" if lexicon.language.writing.case else "oidR"
        if between and item.symbol in small and plain in lexicon.particles:
            items[index] = Item("w" if _of_noun(items, index, plain, lexicon) else "p", item.start, item.end)
        elif between and item.symbol in "oi" and plain in lexicon.phrases.prepositions:
            items[index] = Item("w", item.start, item.end)  # "X di Kompleks": where, and no part of the name
    return items


def _of_noun(items: list[Item], index: int, plain: str, lexicon: Lexicon) -> bool:
    """Where nouns have capitals too, "von" between one word and two is no part of a name: "Ansicht von Ana Bela"."""
    by = any(lexicon.tokenizer.plain(w) == plain for w in lexicon.language.words("markers", "agent"))
    single = index < 2 or items[index - 2].symbol not in "NVIRQKMZ"
    return by and single and [i.symbol for i in items[index + 1 : index + 3]] == ["N", "N"]


def _dashes(tokens: Sequence[Token], items: list[Item]) -> list[Item]:
    """Where a dash with blanks joins what hyphens do elsewhere: "Bộ Lao động - Thương binh", "Việt Nam - Nhật Bản"."""
    for before, item, after in zip(items, items[1:], items[2:], strict=False):
        if item.symbol == "x" and tokens[item.start].text in "-–" and tokens[after.start].capital:
            if before.symbol == after.symbol == "S":
                item.symbol = "-"
            elif before.symbol in "FH" and after.symbol in "FN":
                item.symbol = "&"
    return items


def _names_over_adjectives(tokens: Sequence[Token], items: list[Item]) -> list[Item]:
    """Where adjectives stand before the title, one between title and name is a given name: "directeur Noor Prins"."""
    for before, item, after in zip(items, items[1:], items[2:], strict=False):
        single = item.symbol == "A" and item.end == item.start + 1 and tokens[item.start].capital
        if single and before.symbol in "RQZMK" and after.symbol in "NV":
            item.symbol, item.entries = "N", ()
    return items


def _names_over_words(tokens: Sequence[Token], lexicon: Lexicon, items: list[Item]) -> list[Item]:
    """A small word with a capital inside a sentence and before a name is a name too ("To Lam", where "to" means
    "this").
    """
    for index, item in enumerate(items[:-1]):
        if item.symbol == "S" and _only_surname(items[index + 1]) and tokens[item.start].text in lexicon.surnames:
            items[index] = Item("N", item.start, item.end)  # "한 장관": a state's short form, or a surname
        if item.symbol == "V" and items[index + 1].symbol not in "NVICSLFA":
            items[index] = Item("N", item.start, item.end)  # a surname begins a name only before another capital
        if (
            index
            and item.symbol in "voib&s"
            and item.end == item.start + 1
            and tokens[item.start].capital
            and (items[index + 1].symbol in "NV" or _hyphenated(tokens, items, index))
            and items[index - 1].symbol != '"'
        ):
            items[index] = Item("N", item.start, item.end)
    return items


def _given(items: Sequence[Item], index: int) -> bool:
    """Whether a name of a place stands where a holder's first name does: "the minister of defence, ISRAEL Katz"."""
    after = items[index + 1 : index + 2]
    if index < _TITLED or items[index - 1].symbol != "," or not after or after[0].symbol not in "NV":
        return False
    if items[index].end > items[index].start + 1:
        return False
    title = [i.symbol for i in items[max(0, index - _TITLE) : index - 1]]
    opens = max((i for i, symbol in enumerate(title) if symbol in "RQ"), default=None)
    return opens is not None and not set(title[opens:]) & set("NV,.;:1")


def _only_surname(after: Item) -> bool:
    """Whether a bare title follows, which a surname alone can stand before."""
    return after.symbol == "R"


def _hyphenated(tokens: Sequence[Token], items: list[Item], index: int) -> bool:
    """A name of two syllables behind a family name: "Bae In-suk"."""
    joined = items[index + 1 : index + 3]
    return (
        items[index - 1].symbol in "NV"
        and [i.symbol for i in joined] in (["-", "n"], ["-", "N"])
        and all(tokens[i.start].glued for i in joined)
    )


def _names_over_places(tokens: Sequence[Token], items: list[Item], prepositions: frozenset[str]) -> list[Item]:
    """A foreign place's name right beside unknown capitalized words is a part of a person's name ("Pham The Tung"), and
    so is any between a title's comma and such a word ("la ministra dell'Ambiente, GINEVRA Malaspina").
    """
    for index, item in enumerate(items):
        if item.symbol in "LS" and _given(items, index):
            items[index] = Item("N", item.start, item.end)
            continue
        if item.symbol in "LS" and all(e.exact for e in item.entries) and item.end == item.start + 1:
            if index and prepositions.intersection(tokens[item.start - 1].keys):
                continue
            beside = [items[j].symbol for j in (index - 1, index + 1) if 0 < j < len(items)]
            if item.symbol == "S":  # a state stands right before a name in a title: "Foreign Minister of Austria X"
                beside = [items[index - 1].symbol] if index > 1 else []
            if any(symbol in "NV" for symbol in beside):
                items[index] = Item("N", item.start, item.end)
            elif [i.symbol for i in items[max(0, index - 2) : index]] == ["n", "n"] and not tokens[item.start].capital:
                items[index] = Item("n", item.start, item.end)
    return items
