"""Items to posts and persons: titles before and after names, ranks, stacked offices, people without any."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from kg.annotate.bodies import states_of
from kg.annotate.declension import Declension
from kg.annotate.densenames import is_foreign
from kg.annotate.patterns import Groups
from kg.annotate.phrase import Body, Item, Person, Phrase, Post
from kg.annotate.tokens import Token
from kg.gazetteer import Concept

_TWO = 2  # words
_SHORT = 2  # letters of a word that may be any


class PostMaker:
    """Makes posts of one article's items. pronouns: those that are written together with the end of a word. heads:
    nouns of bodies of which a role can be in one word ("senator"). ministries: keys of the nouns that are written with
    a capital in a ministry's name, with their base forms.
    """

    def __init__(
        self,
        gazetteer: Mapping[str, Concept],
        tokens: Sequence[Token],
        pronouns: Sequence[str] = (),
        heads: Collection[str] = (),
        ministries: Mapping[str, str] = MappingProxyType({}),
    ):
        self._gazetteer, self._tokens, self._pronouns, self._heads = gazetteer, tokens, pronouns, heads
        self._ministries = ministries

    def __call__(self, groups: Groups, items: list[Item]) -> Item | None:
        """One post out of what a pattern matched."""
        role_item = groups["role"][0]
        entry = role_item.entry("role", "role_field")
        if entry is None:
            return None
        role, _, field = entry.value.partition("/")
        own = (field,) if field in self._heads else ()
        field = "" if own else field
        around = [i for k in ("before", "pre", "pre2") for i in groups.get(k, ())]
        served = [e.value.partition("/")[2] for i in groups.get("over", ()) if (e := i.entry("role_field"))]
        tail = groups.get("tail", [])
        fields = [e.value for i in (*around, *_first_fields(tail)) if i.symbol in "Ff" and (e := i.entry("field"))]
        told = [f for f in (field, *served, *fields) if f]
        post = Post(items[0].start, items[-1].end, role, tuple(dict.fromkeys(told)))
        bodies: list[Body] = []
        states: list[tuple[str, str]] = []
        places: list[str] = []
        joint = "of"
        for item in (*around, *tail):
            joint = "to" if item.entry("to") else "of" if item.symbol == "o" else joint
            if isinstance(item.phrase, Body):
                bodies.append(item.phrase)
            elif found := item.entry("state", "adjective"):
                states.append((found.value, joint))
            elif item.symbol == "L" and (found := item.entry("place", "new_place", "small_place")):
                places.append(found.value if found.category == "place" else f"place/{found.base}")
            if item.symbol not in "bodi":
                joint = "of"
        for item in groups.get("sent", ()):  # "नीदरलैंड में भारत के राजदूत": to whom he is sent stands in front
            if isinstance(item.phrase, Body):
                bodies.append(item.phrase)
            elif found := item.entry("state"):
                states.append((found.value, "to"))
        nouns = tuple(e.value for i in (*around, *tail) if i.symbol in "Hh" and (e := i.entry("head")))
        if own and bodies and all(is_party(body) for body in bodies):
            post.party = bodies.pop()  # "senator of the party X" is a member of both
        post.heads = (*nouns, *own) if not bodies else nouns
        post.bodies, post.states, post.places = tuple(_nested(bodies)), tuple(states), tuple(places)
        if role_item.entry("not_official") and not bodies:
            return Item("Z", items[0].start, items[-1].end, role_item.entries)  # the head of nobody knows what
        former = [i for k in ("former", "former2", "former3", "former4") for i in groups.get(k, ())]
        post.former = any(i.entry("former") for i in former)
        inflected = next((i for i in former if i.entry("acting")), role_item)
        post.word = (inflected.start, inflected.end)
        if not bodies and (ministry := self._ministry(role_item, tail, states)):
            post.bodies = (ministry,)
        post.inner, post.serves = states_of(items), "over" in groups
        if self._pronouns:  # "its ambassador"
            last = [self._tokens[i.end - 1].text for i in (role_item, *_first_fields(tail)) if i.symbol in "RQf"]
            post.possessed = any(w.endswith(p) and len(w) > len(p) + 2 for w in last for p in self._pronouns)
        return Item("P", post.start, post.end, role_item.entries, post)

    def _ministry(self, role: Item, tail: Sequence[Item], states: Sequence[tuple[str, str]]) -> Body | None:
        """The ministry that a title of several words names: "очільниця МІНІСТЕРСТВА освіти"."""
        noun, fields = self._tokens[role.end - 1], [i for i in _first_fields(tail) if i.symbol in "Ff"]
        base = next((self._ministries[k] for k in noun.keys if k in self._ministries), "")
        if role.end - role.start < _TWO or not base or not noun.capital or not fields or role.entry("role") is None:
            return None
        if not states:
            return None  # whose it is must stand with it, or it would be taken for another state's
        told = tuple(dict.fromkeys(e.value for i in fields if (e := i.entry("field"))))
        end = max(i.end for i in (fields[-1], *(i for i in tail if i.symbol == "S")))
        name = (role.end - 1, end)
        return Body(*name, "", "ministry", base, told, states[0][0], name=name)


def _nested(bodies: Sequence[Body]) -> list[Body]:
    """A body with a name of its own is part of the bare one right behind it: "Ủy ban Tư pháp Hạ viện Maroc"."""
    if len(bodies) < 2 or bodies[0].bare or bodies[0].key or bodies[0].whose or bodies[0].within:
        return list(bodies)
    part, whole = bodies[:2]
    if not whole.bare or whole.key or part.head == "ministry":
        return list(bodies)
    return [replace(part, within=whole, state=part.state or whole.state), *bodies[2:]]


def _first_fields(tail: Sequence[Item]) -> list[Item]:
    """The fields of the ministry; what a preposition adds to them is the holder's portfolio in it."""
    out: list[Item] = []
    for item in tail:
        if item.symbol in "Ff" or (item.symbol in "&,ds" and out) or (not out and item.symbol in "oids"):
            out.append(item)
        elif out:
            break
    return out


def _bare(phrase: Phrase | None) -> bool:
    """Whether a title says of nothing what it is of."""
    return isinstance(phrase, Post) and not (phrase.fields or phrase.bodies or phrase.states or phrase.heads)


def is_party(body: Body) -> bool:
    """Whether a body is a party."""
    return body.head == "party" or body.key.startswith("party/")


class PersonMaker:
    """Makes persons of one article's items. tokens: of the article; national: roles before which one word that
    nothing explains is a name. marks: keys of the words that stand behind a phrase, where they alone show that
    one word is a name ("मंत्री PATEL ने"). native: the names of the language's own people show what they are.
    elected: roles of politicians, behind whose name an acronym in brackets is a party.
    nouns: all nouns have capitals. subjects: keys of the particles that mark a subject.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        declension: Declension,
        national: Sequence[str] = (),
        marks: frozenset[str] = frozenset(),
        native: bool = False,
        elected: Collection[str] = (),
        nouns: bool = False,
        subjects: frozenset[str] = frozenset(),
    ):
        self._tokens, self._declension, self._national, self._marks = tokens, declension, national, marks
        self._native, self._elected, self._nouns, self._subjects = native, elected, nouns, subjects

    def __call__(self, groups: Groups, items: list[Item]) -> Item | None:
        """One person out of what a pattern matched; None where the words are no name."""
        name = groups.get("name", [])
        if not name:
            return None
        begin, end = name[0].start, name[-1].end
        while end > begin and self._tokens[end - 1].kind == "p":
            end -= 1
        if not self._is_name(begin, end):
            return None
        if any(not _bare(i.phrase) for i in groups.get("courtesy", ())):
            return None  # "the president received the minister X"; but "the crown prince, Prince X"
        posts = [i.phrase for k in ("posts", "later") for i in groups.get(k, ()) if isinstance(i.phrase, Post)]
        if self._nouns and len(name) == 1 and not groups.get("posts") and any(i.symbol == "a" for i in items):
            return None  # where nouns have capitals: "zum ersten Mal als Ministerin"
        if "single" in groups and not self._alone(begin, end, posts):
            return None
        if "loose" in groups and not (self._told(end) and self._alone(begin, end, posts)):
            return None
        party = self._party(groups["party"][0], posts) if groups.get("party") else None
        if "of_party" in groups:  # "deputatul USR Ana Bela", "poseł z PO Jan Nowak"
            party = groups["of_party"][0]
            if not self._tokens[party.start].upper or any(post.role != "Member" for post in posts):
                return None
        if party is not None and not posts:
            posts = [Post(party.start, party.end, "Member", bodies=(party.phrase,))]  # type: ignore[arg-type]
        elif "party" in groups and not posts:
            return None
        rank = groups["rank"][0].entry("rank") if groups.get("rank") else None
        if "counterpart" in groups:
            whose = [
                e.value for k in ("whose", "whose2") for i in groups.get(k, ()) if (e := i.entry("state", "adjective"))
            ]
            told = groups["counterpart"][0]
            posts = [Post(told.start, told.end, states=tuple((w, "of") for w in whose), counterpart=True)]
            posts[0].word = (told.start, told.end)
        elif groups.get("whose"):
            posts = [_owned(post, groups["whose"][0]) for post in posts]
        official = "unofficial" not in groups and "honorific" not in groups
        person = Person(items[0].start, items[-1].end, (begin, end), posts, rank.base if rank else "", official)
        person.party = (party.start, party.end) if party is not None else (0, 0)
        person.inner = states_of(items)
        person.foreign = is_foreign(self._tokens[begin:end]) or (self._native and "N" not in [i.symbol for i in name])
        return Item("1", person.start, person.end, (), person)

    def _party(self, item: Item, posts: Sequence[Post]) -> Item | None:
        """The party in brackets behind a name: a known one, or what stands there behind a member of parliament's, or
        as an acronym behind that of somebody who is elected.
        """
        if isinstance(item.phrase, Body):
            return item if is_party(item.phrase) else None
        member = any(post.role == "Member" for post in posts)
        elected = any(post.role in self._elected for post in posts) and self._tokens[item.start].upper
        return item if member or elected else None

    def _alone(self, begin: int, end: int, posts: Sequence[Post]) -> bool:
        """Whether one word is a name: before a high office, or before a title that says of whom it is."""
        told = any(post.states or post.bodies for post in posts)
        letters = sum(len(t.text) for t in self._tokens[begin:end])
        return (told and letters > _SHORT) or all(post.role in self._national and not post.fields for post in posts)

    def _told(self, end: int) -> bool:
        """Whether the mark of a subject stands behind a name."""
        return end < len(self._tokens) and bool(self._subjects.intersection(self._tokens[end].keys))

    def _is_name(self, begin: int, end: int) -> bool:
        words = [t for t in self._tokens[begin:end] if t.kind == "w"]
        if not words or self._declension.genitive(words[0].text):
            return False  # "the governor of the Murmansk region"
        after = self._tokens[end] if end < len(self._tokens) else None
        if len(words) == 1 and self._marks and after is not None and after.kind == "w":
            return bool(self._marks.intersection(after.keys))
        return not (len(words) == 1 and words[0].upper)


def _owned(post: Post, whose: Item) -> Post:
    """A post whose title stands behind the name, of the state or body that stands before it: エジプトの X 外相."""
    if any(how == "of" for _, how in post.states):
        return post
    if post.bodies:
        entry, own = whose.entry("state"), post.bodies[0]
        foreign = entry is not None and len(post.bodies) == 1 and own.head == "ministry" and not (own.state or own.key)
        return replace(post, bodies=(replace(own, state=entry.value),)) if entry is not None and foreign else post
    if isinstance(whose.phrase, Body):
        return replace(post, bodies=(whose.phrase,))
    entry = whose.entry("state", "adjective")
    return replace(post, states=((entry.value, "of"), *post.states)) if entry is not None else post
