"""What the parts of extraction share about one article: its annotation, its things, its date and its home state."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from kg.annotate.annotation import Annotation, Sentence
from kg.annotate.calendars import to_gregorian
from kg.annotate.datemention import Partial
from kg.annotate.dateresolve import DateValue, published_date, resolve
from kg.annotate.phrase import Body, Item, Treaty
from kg.extract.home import home_of, homes_of, scene_of, travels
from kg.extract.nearday import guessed_day, lead_day
from kg.extract.registry import Registry
from kg.extract.tense import is_ahead, is_over

_STAMPS, _LINES = 3, 6  # sentences
_NEWS = 60  # days about the day of publication
_PRESS = timedelta(days=3)  # between the writing of an article and its publication
_AHEAD, _SEASON = timedelta(15), timedelta(60)  # of the news before its stamp, and between the two


@dataclass(slots=True)
class Context:
    """One article on its way to a reading.

    published: its date, if known; stated: whether the text says it; near: a day close to it where it is not known.
    home: key of the state that it speaks from ("" where unknown). homes: first token and key of each state (or of the
    state of each place) named that may be its home, where the language is that of several.
    scene: key of the state in which its news happens. travels: whether home's official goes there.
    topic: thing id of what the sentence before was about.
    titled: ids of the states whose official a title without a holder names, by its first token.
    things: id of the thing that an item stands for, by the item's first token. bodies: the same for bodies, which
    may begin a larger phrase. main_treaty: identity of the treaty that it is about.
    """

    annotation: Annotation
    registry: Registry = field(default_factory=Registry)
    published: date | None = None
    stated: bool = False
    home: str = ""
    things: dict[int, str] = field(default_factory=dict)
    bodies: dict[int, str] = field(default_factory=dict)
    main_treaty: str = ""
    homes: list[tuple[int, str]] = field(default_factory=list)
    titled: dict[int, list[str]] = field(default_factory=dict)
    values: dict[int, DateValue | None] = field(default_factory=dict)
    near: date | None = None
    scene: str = ""
    travels: bool = False
    topic: str = ""

    def thing_of(self, item: Item) -> str:
        """Id of the thing that an item stands for, "" for none."""
        return self.things.get(item.start, "")

    def home_at(self, sentence: Sentence, token: int) -> str:
        """The state that is meant where no state is said: the article's home, else the last possible one that the
        sentence names before, else the one that opens it, else that of a body of the sentence before, else the first
        of the article.
        """
        if self.home or not self.homes:
            return self.home
        before = [state for start, state in self.homes if sentence.start <= start < token]
        opens = sentence.items[0].entry("state") if sentence.items[0].start < token else None
        if not before and opens is None and (beside := self._home_beside(sentence)):
            return beside
        return before[-1] if before else opens.value if opens else self.homes[0][1]

    def _home_beside(self, sentence: Sentence) -> str:
        """The one state of which the sentence before names a body that only this state has: "the Tweede Kamer"."""
        order = self.annotation.sentences.index(sentence)
        last = self.annotation.sentences[order - 1].items if order else []
        gazetteer = self.annotation.knowledge.shared.gazetteer
        owned = (gazetteer.get(i.phrase.key) for i in last if isinstance(i.phrase, Body))
        found = {concept.of_state for concept in owned if concept is not None} & {state for _, state in self.homes}
        return found.pop() if len(found) == 1 else ""

    def span(self, sentence: Sentence) -> tuple[int, int]:
        """The offsets of a sentence."""
        return self.annotation.span(sentence.start, sentence.end)

    def as_written(self, base: str, start: int, end: int) -> str:
        """A known name as tokens[start:end] spell it, where the script has several ways to: "बांग्लादेश" for "बाँग्लादेश"."""
        lexicon, written = self.annotation.knowledge.lexicon, self.annotation.text(start, end)
        same = not lexicon.language.writing.case and lexicon.tokenizer.plain(written) == lexicon.tokenizer.plain(base)
        return written if same else base

    def date_of(self, item: Item) -> DateValue | None:
        """What a date item means."""
        return self.values.get(item.start)


def open_context(annotation: Annotation) -> Context:
    """Start on an article: its date, then what each of its dates means, then the state it speaks from."""
    context = Context(annotation)
    _publication(context)
    _dates(context)
    context.home = home_of(annotation)
    context.homes = list(homes_of(annotation))
    context.scene = scene_of(annotation, context.home)
    context.travels = travels(annotation)
    return context


def _publication(context: Context) -> None:
    annotation, article = context.annotation, context.annotation.article
    stated = article.published or next(
        (
            v.start
            for m in annotation.head_dates
            if (v := resolve(m, None, None)) and len(v.start) == 10 and v.start[0].isdigit()
        ),
        "",
    )
    url = published_date(article.source or annotation.source)
    if not stated and url:
        near = date.fromisoformat(url)
        stated = next(
            (v.start for m in annotation.head_dates if (v := resolve(m, near, None)) and len(v.start) == 10), ""
        )
    if stated or url:
        context.published = date.fromisoformat(stated or url)
        context.stated = bool(stated)


def _dates(context: Context) -> None:
    lead: Partial | None = None
    mentions = context.annotation.dates
    near = context.published or guessed_day(context.annotation)
    context.published, near = near, _written(context, near)
    if near is None:
        near, lead = _near(context)
    context.near = near
    for index in sorted(mentions):
        mention = mentions[index]
        sentence = next((s for s in context.annotation.sentences if s.start <= index < s.end), None)
        before = [v for i, v in context.values.items() if sentence is not None and sentence.start <= i < index]
        if mention.kind == "anchored" and mention.relative and not before:
            before = _just_told(context, sentence)
        anchor = next((p for v in reversed(before) if (p := _partial(v, mention.unit))), lead)
        ahead = is_ahead(context.annotation, sentence, index, mention)
        value = resolve(mention, near, anchor, "future" if ahead else "")
        if not ahead and is_over(context.annotation, sentence, mention, value, near):
            value = resolve(mention, near, anchor, "past")
        context.values[index] = value
        lead = lead or (_partial(value) if not _stamped(context, index) else None)


def _just_told(context: Context, sentence: Sentence | None) -> list[DateValue | None]:
    """The dates from which "a day later" counts: of the sentence before in its paragraph; where it opens one, the days
    that the paragraph before calls by their month, but for those of the past: a paragraph of background is over.
    """
    sentences = context.annotation.sentences
    order = sentences.index(sentence) if sentence is not None else 0
    if sentence is None or not order:
        return []
    last = sentences[order - 1]
    if last.zone == sentence.zone:
        return [v for i, v in context.values.items() if last.start <= i < last.end]
    start = next(s.start for s in sentences if s.zone == last.zone)
    dates = context.annotation.dates
    told = [v for i, v in context.values.items() if start <= i < last.end and dates[i].kind == "date"]
    return told if all(_recent(context, value) for value in told) else []


def _recent(context: Context, value: DateValue | None) -> bool:
    """Whether a date is a day of about the time of the news."""
    if value is None or context.published is None or len(value.start) != len("2000-01-01"):
        return False
    return abs((date.fromisoformat(value.start) - context.published).days) <= _NEWS


def _written(context: Context, published: date | None) -> date | None:
    """The day on which a dateline says that an article was written, from which its "today" counts: a day before the
    paper came out, perhaps. The day of publication where no dateline tells.
    """
    zones = [z for z in context.annotation.zones if z.kind == "dateline"]
    told = [m for m in context.annotation.head_dates if any(z.start <= m.start < z.end for z in zones)]
    for mention in told if published else ():
        value = resolve(mention, published, None)
        if (
            value is not None
            and mention.first.day
            and len(value.start) == len("2000-01-01")
            and value.start[0].isdigit()
        ):
            day = date.fromisoformat(value.start)
            if published and timedelta(0) <= published - day <= _PRESS:
                return day
    return published


def _near(context: Context) -> tuple[date | None, Partial | None]:
    """A day near which an article without a full date was written, or the day and month alone that it is stamped with.

    The year of the stamp is that of the news, where both are of one season.
    """
    lead = lead_day(context.annotation)
    stamp = next((m.first for m in context.annotation.head_dates if m.first.month and not m.first.year), None)
    if stamp is None or stamp.calendar != "gregorian":
        return lead, None
    days = [to_gregorian(stamp.calendar, lead.year + by, stamp.month or 1, stamp.day or 1) for by in (0, 1) if lead]
    near = [day for day in days if day and lead and timedelta(0) <= day - lead + _AHEAD <= _SEASON]
    return (near[0], None) if near else (None, stamp)


def _stamped(context: Context, index: int) -> bool:
    """A full date that opens one of the first sentences is the paper's stamp, and not when the news happened; below
    more lines of headline and byline, where it is the day of publication.
    """
    first = context.annotation.dates[index].first
    opens = next((n for n, s in enumerate(context.annotation.sentences[:_LINES]) if s.start == index), _LINES)
    if not (first.year and first.month and first.day):
        return False
    day = date(first.year, first.month, first.day) if first.calendar == "gregorian" else None
    return opens < _STAMPS or (opens < _LINES and day == context.published)


def _partial(value: DateValue | None, unit: str = "day") -> Partial | None:
    """A full day that a later "the day after" can count from; for "the year after" a year does.

    Within a sentence that is the last day told; else the first of the article, the day of its news.
    """
    if value is not None and unit == "year" and value.start[:4].isdigit() and len(value.start) < len("2000-01-01"):
        return Partial(year=int(value.start[:4]))
    if value is None or len(value.start) != len("2000-01-01"):
        return None
    day = date.fromisoformat(value.start)
    return Partial(day.year, day.month, day.day)


def is_treaty(item: Item) -> bool:
    """Whether an item is a treaty's name or noun."""
    return isinstance(item.phrase, Treaty)
