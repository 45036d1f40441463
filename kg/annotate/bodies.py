"""Items to bodies: ministries, agencies, committees and other organizations, by their head nouns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kg.annotate.patterns import Groups
from kg.annotate.phrase import Body, Item
from kg.gazetteer import Concept

_SITE = 2  # items: "in Lisbon"
_OWNED, _UNOWNED = 2, 2  # characters before a head of one character
_WHOSE = ("own", "owner", "proper", "before", "state")
_NAMING = ("own", "proper", "pre", "field", "more", "name", "small", "site")  # of a name, besides its noun


class BodyMaker:
    """Makes bodies of one article's items. case: names have capitals; heads: the rows of heads.toml; adverbial: whether
    an item is a preposition of place, company or doing, which joins nothing to a name; where: whether it is of place.
    numbered: whether an item is a number, which ends a name that it stands in first.
    """

    def __init__(
        self,
        case: bool,
        heads: Mapping[str, Mapping[str, object]],
        gazetteer: Mapping[str, Concept],
        adverbial: Callable[[Item], bool] = lambda item: False,
        where: Callable[[Item], bool] = lambda item: False,
        numbered: Callable[[Item], bool] = lambda item: False,
    ):
        self._case, self._heads, self._gazetteer = case, heads, gazetteer
        self._adverbial, self._where, self._numbered = adverbial, where, numbered

    def __call__(self, groups: Groups, items: list[Item]) -> Item | None:
        """One body out of what a pattern matched; None where it names nothing."""
        if "apposed" in groups:
            return self._apposed(groups, items)
        head = groups["head"][0].entry("head") if "head" in groups else None
        if "head" in groups and groups["head"][0].symbol == "O":
            return self._of_state(groups, items)
        if head is None:
            return None
        row = self._heads.get(head.value, {})
        if "small" in groups and (row.get("national") or any(self._adverbial(i) for i in groups["small"])):
            return None  # "the Senate in autumn", "the Committee at work"
        if ("more" in groups and not row.get("field")) or ("site" in groups and row.get("class") != "Place"):
            return None
        if "owner" in groups and not row.get("single"):
            return None  # "the Polish agency" may be any, the Polish government is one
        capital = groups["head"][0].symbol == "H"
        if "proper" in groups and not row.get("proper"):
            return None  # "the Egyptian Museum" has the adjective in its name, "the Egyptian Embassy" has not
        if (
            self._case
            and not row.get("field")
            and "field" in groups
            and (row.get("class") != "Committee" or (capital and groups["field"][-1].symbol == "F"))
            and (not capital or ("pre" not in groups and not groups.get("before")))
        ):
            return None  # only a ministry's fields end its name: "Subcommittee for Security and ..." goes on
        items = self._without_site(groups, items)
        fields = tuple(
            e.value for k in _NAMING for i in groups.get(k, ()) if i.symbol in "Ff" and (e := i.entry("field"))
        )
        inner = [i for k in _NAMING for i in groups.get(k, ())]
        owned = groups.get("before", ())
        if not self._case and inner and not row.get("national") and [i.symbol for i in owned] == ["A"]:
            inner = [*(i for i in owned if i.end == inner[0].start), *inner]  # "the Indian Council of ..." names itself
        state, whose = self._owner([i for k in _WHOSE for i in groups.get(k, ())])
        if not state and not whose and row.get("class") != "InternationalOrganization":
            state, whose, inner = self._closing_state(inner)
        bare = not fields and not any(i.symbol in "NnmVFfCTLHAsR" for i in inner if i.start != groups["head"][0].start)
        # "Komitet Sterujący", "Kulturausschuss": a noun of several capitalized words is a name by itself, and so is a
        # compound.
        several = groups["head"][0].end - groups["head"][0].start > 1
        named = capital and (several == self._case or (head.compound and bool(row.get("compound"))))
        single = row.get("single") or ((state or whose) and row.get("national"))
        if bare and not named and not single and (not whose or (self._case and not capital)):
            return None
        if bare and not capital and row.get("silent") and not state and "subject" not in groups:
            return None  # a bare "government", in small letters, may be anybody's
        if not self._enough(groups["head"][0], inner, fields, bool(state or whose)):
            return None
        told = groups.get("name", ())
        over = _person_behind(groups["head"][0], told) if row.get("class") == "PoliticalParty" else 0
        if len(told) > 2 and self._numbered(told[0]) and all(i.symbol in "NVC" for i in told):
            over = len(told) - 1  # "the chair of Komisi IX Ana Bela"
        if over:
            items, inner = items[: len(items) - over], inner[: len(inner) - over]
        begin = min(i.start for i in (*groups["head"], *inner))
        end = max(i.end for i in (*groups["head"], *inner))
        body = Body(
            items[0].start, items[-1].end, "", head.value, head.base, fields, state, whose, (begin, end), "", bare
        )
        body.inner = states_of(items)
        body.national = any(i.symbol == "y" for i in inner)
        return Item("L" if row.get("class") == "Place" else "O", body.start, body.end, (), body)

    def _without_site(self, groups: Groups, items: list[Item]) -> list[Item]:
        """The items without the place where the body is: "the Data Centre IN LISBON"."""
        name = groups.get("name", [])
        if not self._case or len(name) < _SITE or name[-1].symbol != "L" or name[-1] is not items[-1]:
            return items
        if not self._where(name[-2]):
            return items
        groups["name"] = name[:-2]
        return items[:-2]

    def _enough(self, head: Item, inner: Sequence[Item], fields: Sequence[str], owned: bool) -> bool:
        """Whether what stands before a head of one character, which ends many words, makes a name of it."""
        entry = head.entry("head")
        if entry is None or len(entry.base) > 1 or fields or head.symbol == "H":
            return True
        letters = sum(i.end - i.start for i in inner)
        return not self._heads.get(entry.value, {}).get("field") and letters >= (_OWNED if owned else _UNOWNED)

    def _of_state(self, groups: Groups, items: list[Item]) -> Item | None:
        """A short name of a body that each state has one of, behind the state whose it is: "네덜란드 외교부"."""
        own = groups["head"][0].phrase
        state, _ = self._owner(groups["before"])
        if not isinstance(own, Body) or own.key or own.state or not own.head or not state:
            return None
        body = replace(own, start=items[0].start, end=items[-1].end, state=state, inner=states_of(items))
        return Item("O", body.start, body.end, (), body)

    def _apposed(self, groups: Groups, items: list[Item]) -> Item | None:
        """What a noun in small letters stands before: "the association Roots", which is called Roots."""
        head, name = groups["apposed"][0].entry("head"), groups["name"]
        if head is None or not self._heads.get(head.value, {}).get("apposed"):
            return None
        body = Body(items[0].start, items[-1].end, "", head.value, head.base, name=(name[0].start, name[-1].end))
        body.inner = states_of(items)
        return Item("O", body.start, body.end, (), body)

    def _owner(self, items: Sequence[Item]) -> tuple[str, str]:
        """(state, organization) that owns the body."""
        for item in items:
            if entry := item.entry("state", "adjective"):
                return entry.value, ""
            if entry := item.entry("body"):
                concept = self._gazetteer.get(entry.value)
                return (concept.of_state if concept else ""), entry.value
        return "", ""

    def _closing_state(self, items: list[Item]) -> tuple[str, str, list[Item]]:
        """A state or organization at the end of a name owns the body: "Drug Control Headquarters of Iran",
        "Sekretariat ASEAN".
        """
        if items and items[-1].symbol in "SOA":
            state, whose = self._owner(items[-1:])
            rest = items[:-1]
            while rest and rest[-1].symbol in "odi":
                rest.pop()
            return state, whose, rest if rest else []
        return "", "", items


def _person_behind(head: Item, name: Sequence[Item]) -> int:
    """How many words behind a party's name are its member's: "senator of the Partito Democratico Ada Neri".

    They stand there without a joining word, two of them, after the adjective that a party has in its name.
    """
    if any(i.symbol not in "NVC" for i in name):
        return 0
    adjectives = head.end - head.start - 1
    return 2 if len(name) == 2 and adjectives else 2 if len(name) == 3 and not adjectives else 0


def states_of(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items that name a state, or a place that is not known beforehand, be it inside another phrase."""
    return tuple(
        s
        for i in items
        for s in (i.phrase.inner if i.phrase is not None else (i,) if i.symbol in "SA" or i.entry("new_place") else ())
    )


def known_body(item: Item) -> Item:
    """A body that the gazetteer knows, as a phrase."""
    entry = item.entry("body", "national")
    if entry is None or item.phrase is not None:
        return item
    if entry.category == "national":  # "MSZ": the state's one body of that kind
        head, _, field = entry.value.partition("/")
        national = Body(
            item.start,
            item.end,
            "",
            head,
            entry.base,
            (field,) if field else (),
            "",
            "",
            (item.start, item.end),
            "",
            not field,
        )
        return Item("O", item.start, item.end, item.entries, national)
    body = Body(item.start, item.end, entry.value, "", entry.base, (), "", "", (item.start, item.end))
    return Item("O", item.start, item.end, item.entries, body)


def generic_bodies(
    items: list[Item], gazetteer: Mapping[str, Concept], heads: set[str], owner_first: bool = False
) -> list[Item]:
    """A body known as one state's is another's where that state stands with it: "Senat Uzbekistanu".

    owner_first: a state's name stands before what it owns: "イタリア外務省".
    """
    out: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        concept = gazetteer.get(item.phrase.key) if isinstance(item.phrase, Body) else None
        head = concept.key.split("/")[0] if concept is not None and concept.of_state else ""
        short = isinstance(item.phrase, Body) and not item.phrase.key and item.entry("national") is not None
        size, state = _owner_beside(items, at, owner_first) if head in heads or short else (0, None)
        if (
            state is not None
            and isinstance(item.phrase, Body)
            and (short or (concept is not None and state.entries[0].value != concept.of_state))
        ):
            body = replace(item.phrase, key="", state=state.entries[0].value, inner=(state,))
            if not short:  # "MSZ Litwy" keeps its fields
                body.head, body.fields = head, tuple(item.phrase.key.split("/")[2:])
                body.bare = not body.fields
            if size < 0:
                out.pop()
                body.start = state.start
            else:
                body.end = items[at + size].end
            out.append(Item("O", body.start, body.end, (), body))
            at += max(size, 0) + 1
            continue
        out.append(item)
        at += 1
    return out


def _owner_beside(items: Sequence[Item], at: int, owner_first: bool) -> tuple[int, Item | None]:
    """(how far away, the state's item) of a state right behind a body, perhaps after "of", or of its adjective
    right before it, or its name where owners stand first.
    """
    if owner_first and at and items[at - 1].symbol == "S" and items[at - 1].phrase is None:
        return -1, items[at - 1]
    for size in (1, 2):
        if (
            at + size < len(items)
            and items[at + size].symbol in "SA"
            and items[at + size].phrase is None
            and all(i.symbol in "od" for i in items[at + 1 : at + size])
        ):
            return size, items[at + size]
    if at and items[at - 1].symbol == "A" and items[at - 1].phrase is None:
        return -1, items[at - 1]
    return 0, None
