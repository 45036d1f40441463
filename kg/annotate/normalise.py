"""Text brought to one writing, so that rules and tables need to know one form of each letter, digit and sign.

`fold` keeps the length of the text, so that an offset into the folded text is an offset into the original.
`compare_key` gives up the length: it answers whether two words are written the same but for case, accents and such.

Decisions that the token layer relies on:
- every space that is not U+0020 (no-break, thin, ideographic) becomes U+0020; line ends and tabs stay;
- the zero-width non-joiner stays (it parts morphemes in Persian);
- other invisible signs (soft hyphen, zero-width joiner and space, direction marks, byte order mark) become `SKIP`;
- combining marks and tatweel stay; nothing is composed or decomposed.

Source: Unicode Character Database through `unicodedata`.
"""

from __future__ import annotations

import re
import unicodedata

ZWNJ = "\u200c"
SKIP = "\u2060"  # word joiner: one character, no width, no word boundary

_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u02bb\u02bc\u02b9\u00b4\u0060\u055a"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u301d\u301e\u301f"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\u05be"
_WAVES = "\u301c\u223c\u02dc"
_FULL_WIDTH_FIRST, _FULL_WIDTH_LAST, _FULL_WIDTH_STEP = 0xFF01, 0xFF5E, 0xFEE0

# One letter for one letter; Persian forms are the common ones because Arabic has a key for each of them.
_LETTERS = {
    "\u064a": "\u06cc",  # Arabic yeh
    "\u0649": "\u06cc",  # alef maksura
    "\u0643": "\u06a9",  # Arabic kaf
    "\u06c0": "\u0647",  # heh with yeh above
    "\u06c2": "\u0647",  # heh goal with hamza above
    "\u0629": "\u0647",  # teh marbuta
    "\u0130": "i",  # capital i with dot: its lower case is two characters long
    "\u066b": ".",  # Arabic decimal separator
    "\u066c": ",",  # Arabic thousands separator
}
_KEY_LETTERS = str.maketrans(
    {
        "\u0111": "d", "\u00f0": "d", "\u0142": "l", "\u00f8": "o", "\u0131": "i", "\u0127": "h",
        "\u00e6": "ae", "\u0153": "oe", "\u00fe": "th", "\u0451": "\u0435",
        "\u0621": "", "\u0640": "", "\u0671": "\u0627", "\u06c1": "\u0647", "\u06be": "\u0647", "\u06d5": "\u0647",
    }
)  # fmt: skip
# A mark is dropped after a letter of these scripts only: in kana and Devanagari marks make other letters.
_MARKED = re.compile(
    "([A-Za-z\u00c0-\u024f\u1e00-\u1eff\u0370-\u03ff\u1f00-\u1fff])[\u0300-\u036f]+"
    "|[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]"
)
# Devanagari writes one sound in several ways: a nasal before a stop of its row or as a dot, a dot or a moon, a letter
# with or without the dot that makes a foreign sound of it, a vowel with or without a glide at the end of a word.
_DEVANAGARI = re.compile("[\u0900-\u097f]")
_NASAL = re.compile(
    "\u0919\u094d(?=[\u0915-\u0918])|\u091e\u094d(?=[\u091a-\u091d])|\u0923\u094d(?=[\u091f-\u0922])"
    "|\u0928\u094d(?=[\u0924-\u0927])|\u092e\u094d(?=[\u092a-\u092d])"
)
_GLIDE = re.compile(  # no letter or mark follows
    "(?<=[\u0905-\u0939\u093e-\u094c])\u092f([\u0940\u0947])(?!\\w|[\u0900-\u0903\u093a-\u094f])"
)
_GLIDES = {"\u0940": "\u0908", "\u0947": "\u090f"}
_YO = re.compile("\u0435\u0308")  # Cyrillic yo is written with or without its dots


def _fold_character(character: str) -> str:
    """The one character that stands for `character` in folded text."""
    code = ord(character)
    if _FULL_WIDTH_FIRST <= code <= _FULL_WIDTH_LAST:
        return chr(code - _FULL_WIDTH_STEP).lower()
    for signs, plain in ((_SINGLE_QUOTES, "'"), (_DOUBLE_QUOTES, '"'), (_DASHES, "-"), (_WAVES, "~")):
        if character in signs:
            return plain
    if character in _LETTERS:
        return _LETTERS[character]
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Cf":
        return character if character == ZWNJ else SKIP
    lower = character.lower()
    return lower if len(lower) == 1 else character


class _FoldTable(dict[int, str]):
    """A table for `str.translate` that works out each character when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        self[code] = folded
        return folded


_TABLE = _FoldTable()


def fold(text: str) -> str:
    """The text in one writing, character for character.

    Args:
        text: any text.

    Returns:
        A text of the same length: lower case, digits of any script as ASCII digits, Arabic letters in their Persian
        form, full-width ASCII, quotes and dashes as plain ASCII, spaces as U+0020, invisible signs as `SKIP`.
    """
    folded = text.lower() if text.isascii() and "`" not in text else text.translate(_TABLE)
    assert len(folded) == len(text)
    return folded


def compare_key(word: str) -> str:
    """A key that is equal for words that differ in case, accents or the way of writing a letter only.

    Args:
        word: a word or name in any script.

    Returns:
        The case-folded word without invisible signs and, in Latin, Greek, Arabic and Hebrew script, without combining
        marks (Vietnamese tones too); letters with strokes as plain ones; the Arabic alefs, yehs, kafs and hehs as one
        each, hamza dropped. Kana, Devanagari and Hangul keep their marks, but for those of Devanagari that are as often
        left out or written as a letter. The length may differ from the word's.
    """
    visible = fold(word).replace(SKIP, "").replace(ZWNJ, "")
    if visible.isascii():
        return visible
    # Compatibility forms (mathematical or ligature letters) can turn into capitals, so case comes after them.
    apart = unicodedata.normalize("NFKD", fold(unicodedata.normalize("NFKC", visible)).casefold())
    plain = _one_devanagari(_YO.sub("\u0435", _MARKED.sub(r"\1", apart)))
    # Taking a yeh or waw with hamza apart gives the bare Arabic letter, so the letters are made one again.
    return unicodedata.normalize("NFC", "".join(_LETTERS.get(c, c) for c in plain).translate(_KEY_LETTERS))


def _one_devanagari(text: str) -> str:
    """One way of writing for what Hindi writes in several.

    "हिन्दी" and "हिंदी", "पाँच" and "पांच", "बराड़" and "बराड", "नयी" and "नई".
    """
    if not _DEVANAGARI.search(text):
        return text
    dotted = _NASAL.sub("\u0902", text.replace("\u093c", "").replace("\u0901", "\u0902"))
    return _GLIDE.sub(lambda match: _GLIDES[match.group(1)], dotted)
