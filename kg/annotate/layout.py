"""What each stretch of a page is for: text to read, a caption, a credit, a byline, a source line, furniture.

Portal pages mix the article with what stands around it. Whoever took a picture or edited the text must not become an
official, so those lines are set aside before anything else is read; what they say of the source and the date is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.annotate.normalise import compare_key, fold
from kg.language import Language
from kg.model import Zone

_URL = re.compile(r"https?://[^\s<>\"')\]]+")
_LINE = re.compile(r"[^\r\n]+")
_SENTENCE_END = re.compile(r"[.!?؟。！？।…\"»”」』)]\s*$")
_DATELINE = re.compile(
    r"^[^.!?\n]{2,90}?(?:\)\s*[-:]|\s-{1,2}\s|\s*-\s(?=\w)|\)?\.\s?-{1,2}\s?(?=\W?\w))|^【[^】\n]{2,40}】|^[^。!?\n]{2,24}[0-9]+日[电電](?:\([^)\n]*\))?"
    r"|^[(（][^()（）。!?\n]{2,24}[0-9]+日[讯訊电電][)）]"
)
_SIGNED_OFF = re.compile(r"^[^.!?]{2,60}\s[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*$")  # "X 기자 x@paper.example"
# "[세종=박하은 기자]", "(서울=연합뉴스) 홍길동 기자 = "
_SIGNED = re.compile(r"^[(\[【][^()\[\]【】\n=]{1,24}=[^()\[\]【】\n]{1,40}[)\]】]\s*(?:[^=\n.!?]{2,30}\s=\s)?")
_SIGNS = "◇◆▲△▶■□●○※☞<〈·- "  # what opens a line of furniture
_ENDS = " .:："  # a word may be listed with the sign that follows it
_DATE, _DATED = 3, 24  # numbers of a date, and characters of one with its time
_SHORT = 110  # characters: longer lines are text, whatever they begin with


@dataclass(frozen=True, slots=True)
class _Openers:
    """Regular expressions for the words that open each kind of line."""

    photo: re.Pattern[str] | None
    source: re.Pattern[str] | None
    author: re.Pattern[str] | None
    comments: re.Pattern[str] | None
    published: re.Pattern[str] | None
    share: re.Pattern[str] | None


class Layout:
    """Finds the zones of articles in one language. Made once a language."""

    def __init__(self, language: Language) -> None:
        self._open = _Openers(
            *(
                _pattern(language.words("layout", k))
                for k in ("photo", "source", "author", "comments", "published", "share")
            )
        )
        photo = language.words("layout", "photo")
        words = "|".join(re.escape(fold(w).rstrip(_ENDS)) for w in photo) or "(?!)"
        self._credit = re.compile(rf"[(\[（](?:[^()（）\[\]]{{0,30}}\b)?(?:{words})[^()（）\[\]]{{0,80}}[)\]）]")
        self._tail = re.compile(rf"(?:^|[.\s|/])(?P<credit>(?:{words})\.?\s*[:/：].{{2,60}})$")

    def zones(self, text: str) -> tuple[list[Zone], str]:
        """The zones of an article.

        Args:
            text: the article.

        Returns:
            The zones in order, and the IRI of the page that its source line names ("" where there is none).
        """
        zones: list[Zone] = []
        seen: set[str] = set()
        source = ""
        for match in _LINE.finditer(text):
            start, end = _trim(text, match.start(), match.end())
            if start >= end:
                continue
            line = fold(text[start:end])
            url = _URL.search(text, start, end)
            kind = self._kind(line)
            if kind == "source" or (url and url.end() - url.start() > (end - start) / 2):
                source = source or (url.group().rstrip(".,;") if url else "")
                zones.append(Zone("source", start, end))
            elif kind:
                zones.append(Zone(kind, start, end))
            elif (key := compare_key(line)) in seen and len(key) > 40:
                zones.append(Zone("repeat", start, end))
            else:
                seen.add(key)
                zones.extend(self._text(text, start, end, line, not _has_text(zones)))
        return _headline(text, zones), source

    def _kind(self, line: str) -> str:
        if not re.search(r"\w", line) or line.startswith("!["):
            return "furniture"
        short = len(line) <= _SHORT
        o = self._open
        if o.comments and (m := o.comments.match(line)) and re.fullmatch(r"[\s:(]*\d*[\s)]*", line[m.end() :]):
            return "furniture"
        if short and o.share and (m := o.share.match(line.lstrip(_SIGNS))) and len(line) - m.end() < 30:
            return "furniture"
        parts = [part.strip() for part in line.split("|")] if short and "|" in line[1:-1] else []
        if o.published and any(_opens(o.published, part) for part in parts):
            return "published"  # "News code: 8523411 | Published: 23 April 2026"
        if short and o.source and _opens(o.source, line):
            return "source"
        if short and o.published and (_opens(o.published, line) or _dated(o.published, line)):
            return "published"
        bare = line.strip("()[]（）【】 ").lstrip(_SIGNS)
        if short and o.photo and _opens(o.photo, bare, loose=bare != line):
            return "credit"
        if short and _SIGNED_OFF.search(line):
            return "byline"
        if short and o.author and not _SENTENCE_END.search(bare) and _opens(o.author, bare, loose=True):
            return "byline"
        return ""

    def _text(self, text: str, start: int, end: int, line: str, first: bool) -> Iterator[Zone]:
        caption = line.startswith("|") and line.endswith("|") and len(line) > 2
        if caption:
            start, end = _trim(text, start + 1, end - 1)
            line = fold(text[start:end])
        credits = sorted((m.start() + start, m.end() + start) for m in self._credit.finditer(line))
        if not credits and len(line) < 400 and (m := self._tail.search(line)) and m.start("credit"):
            credits = [(m.start("credit") + start, end)]
        kind = "caption" if caption or (credits and credits[-1][1] >= end - 1 and len(line) < 400) else "paragraph"
        at = start
        if kind == "paragraph" and (dateline := self._dateline(line)):
            yield Zone("dateline", start, start + dateline)
            at = start + dateline
        for left, right in credits:
            if at < left and text[at:left].strip():
                yield Zone(kind, *_trim(text, at, left))
            yield Zone("credit", left, right)
            at = right
        if at < end and text[at:end].strip(" |.·"):
            yield Zone(kind, *_trim(text, at, end))

    def _dateline(self, line: str) -> int:
        """Length of the dateline that a paragraph opens with: a place, perhaps agency and date, then a dash."""
        if signed := _SIGNED.match(line):
            return signed.end()
        match = _DATELINE.match(line)
        if not match or len(line) < match.end() + 30:
            return 0
        head = match.group()
        if head[0] == "【" or re.search(r"日[电電]", head):
            return match.end()
        words = re.findall(r"\w+", head)
        return match.end() if len(words) <= 9 and not re.search(r"[\"»«;]", head) else 0


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    found = sorted({fold(w).rstrip(_ENDS) for w in words}, key=lambda w: (-len(w), w))
    return re.compile("|".join(re.escape(w) for w in found)) if found else None


def _opens(pattern: re.Pattern[str], line: str, loose: bool = False) -> bool:
    """Whether a line begins with the word and a colon (or, where loose, the word alone)."""
    match = pattern.match(line)
    if not match:
        return False
    rest = line[match.end() :]
    return (
        bool(re.match(r"\.?\s*[:：/(=]|\.\s+\S", rest))
        or (loose and bool(re.match(r"\s+\S", rest)))
        or rest[:1] in "供提"
    )


def _dated(pattern: re.Pattern[str], line: str) -> bool:
    """Whether a date and no sentence follows the word at once, or is all before it: "입력 2026-05-24 09:12"."""
    date, _, word = line.rpartition(" ")
    if pattern.fullmatch(word) and date[:1].isdigit() and len(re.findall(r"\d+", date)) >= _DATE:
        return len(date) <= _DATED
    match = pattern.match(line)
    return (
        match is not None
        and not _SENTENCE_END.search(line)
        and re.match(r"\s+\d{2,4}[-./]", line[match.end() :]) is not None
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "\ufeff"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _has_text(zones: list[Zone]) -> bool:
    return any(z.kind == "paragraph" for z in zones)


def _headline(text: str, zones: list[Zone]) -> list[Zone]:
    """The first line of text is the headline where it is short, ends no sentence and more text follows."""
    paragraphs = [i for i, z in enumerate(zones) if z.kind == "paragraph"]
    if len(paragraphs) > 1:
        first = zones[paragraphs[0]]
        line = text[first.start : first.end]
        before = zones[paragraphs[0] - 1] if paragraphs[0] else None
        if len(line) <= 180 and not re.search(r"[.。!؟।]\s*$", line) and not (before and before.kind == "dateline"):
            zones[paragraphs[0]] = Zone("headline", first.start, first.end)
    return zones
