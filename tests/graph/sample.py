"""A small resolution made by hand: one treaty, its signing, its refusal, its officials, in three languages."""

from __future__ import annotations

from kg.model import Article, Entity, Fact, Label, Passage, Reading, Resolution, Work

BASE = "https://example.org/id/"

TEXTS = {
    "en/lake.txt": Article(
        "en/lake.txt",
        "Ministers sign the Lake Convention\n\nForeign Minister Ana Sol of Arland chaired the ceremony in Porto on "
        "3 May 2024, where more than 20 delegations met. Twenty states signed. Borland refused to sign.",
    ),
    "fa/lake.txt": Article("fa/lake.txt", "آنا سول وزیر خارجه آرلند ریاست مراسم امضا را بر عهده داشت."),
    "de/lake.txt": Article("de/lake.txt", "Das Seenabkommen tritt 2026 in Kraft. 21 Staaten haben unterzeichnet."),
}

_WORDS = {
    "chaired": ("en/lake.txt", "Foreign Minister Ana Sol of Arland chaired the ceremony in Porto on 3 May 2024"),
    "many": ("en/lake.txt", "where more than 20 delegations met"),
    "twenty": ("en/lake.txt", "Twenty states signed"),
    "refused": ("en/lake.txt", "Borland refused to sign"),
    "persian": ("fa/lake.txt", "آنا سول وزیر خارجه آرلند ریاست مراسم امضا را بر عهده داشت"),
    "force": ("de/lake.txt", "Das Seenabkommen tritt 2026 in Kraft"),
    "german": ("de/lake.txt", "21 Staaten haben unterzeichnet"),
}


def passage(key: str) -> Passage:
    """Return one of the passages by its key, with the offsets at which it stands."""
    article, words = _WORDS[key]
    start = TEXTS[article].text.index(words)
    return Passage(article, start, start + len(words), words)


def fact(subject: str, predicate: str, value: str, *keys: str, **more: object) -> Fact:
    """Return a fact with the passages of these keys."""
    passages = tuple(sorted((passage(key) for key in keys), key=lambda one: (one.article, one.start)))
    return Fact(subject, predicate, value, passages=passages, rules=("by-hand",), **more)  # type: ignore[arg-type]


TREATY, SIGNING, REFUSAL, FORCE = (
    "treaty/lake-convention",
    "event/signing-lake-convention-2024-05-03",
    "event/signing-lake-convention-borland",
    "event/entry-into-force-lake-convention-2026",
)
SOL, POST, MINISTRY, PARENT = (
    "official/ana-sol",
    "post/foreign-minister-arland",
    "organization/ministry-of-foreign-affairs-arland",
    "organization/lake-union",
)
ARLAND, BORLAND, PORTO, EDITOR = "state/arland", "state/borland", "place/porto", "person/old-hand"


def _entity(identifier: str, kind: str, main: str, *labels: Label, same_as: tuple[str, ...] = ()) -> Entity:
    return Entity(identifier, kind, Label(main, "en", True), (Label(main, "en", True), *labels), same_as=same_as)


ENTITIES = (
    _entity(TREATY, "Treaty", "Lake Convention", Label("Seenabkommen", "de", True), Label("Convention on Lakes", "en")),
    _entity(SIGNING, "Signing", "Signing of the Lake Convention"),
    _entity(REFUSAL, "Signing", "Refusal of Borland to sign the Lake Convention"),
    _entity(FORCE, "EntryIntoForce", "Entry into force of the Lake Convention"),
    _entity(SOL, "Official", "Ana Sol", Label("آنا سول", "fa", True)),
    _entity(EDITOR, "Person", "José Hand"),
    _entity(POST, "Post", "minister of foreign affairs, Arland"),
    _entity(MINISTRY, "GovernmentBody", "Ministry of Foreign Affairs of Arland"),
    _entity(PARENT, "InternationalOrganization", "Lake Union"),
    _entity(ARLAND, "State", "Arland", Label("آرلند", "fa", True), same_as=("http://www.wikidata.org/entity/Q1",)),
    _entity(BORLAND, "State", "Borland"),
    _entity(PORTO, "Place", "Porto"),
)


def _event(event: str, status: str, key: str, start: str, precision: str, basis: str) -> tuple[Fact, ...]:
    facts = [
        fact(event, "status", status, key, datatype="concept"),
        fact(event, "treaty", TREATY, key),
    ]
    if start:
        facts += [
            fact(event, "startDate", start, key, datatype="date"),
            fact(event, "endDate", start, key, datatype="date"),
            fact(event, "datePrecision", precision, key, datatype="concept"),
            fact(event, "dateBasis", basis, key, datatype="concept"),
        ]
    return tuple(facts)


FACTS = (
    *_event(SIGNING, "Happened", "chaired", "2024-05-03", "Day", "Stated"),
    *_event(REFUSAL, "Denied", "refused", "2024-05", "Month", "Inferred"),
    *_event(FORCE, "Planned", "force", "2026", "Year", "Stated"),
    fact(SIGNING, "chair", SOL, "chaired", "persian", confidence=0.97, sources=2),
    fact(SIGNING, "speaker", SOL, "chaired", confidence=0.6),
    fact(SIGNING, "host", ARLAND, "chaired"),
    fact(SIGNING, "place", PORTO, "chaired"),
    fact(SIGNING, "delegationCount", "20", "many", datatype="integer", qualifier="more than"),
    fact(REFUSAL, "signedBy", BORLAND, "refused"),
    fact(TREATY, "signatory", ARLAND, "chaired"),
    fact(TREATY, "party", ARLAND, "chaired"),
    fact(TREATY, "adoptedBy", PARENT, "chaired"),
    fact(TREATY, "topic", "river-water", "chaired", datatype="concept"),
    fact(TREATY, "signatoryCount", "20", "twenty", datatype="integer", conflicts=(("signatoryCount", "21"),)),
    fact(TREATY, "signatoryCount", "21", "german", datatype="integer", conflicts=(("signatoryCount", "20"),)),
    fact(SOL, "holdsPost", POST, "chaired", "persian", sources=2),
    fact(SOL, "rank", "Ambassador", "chaired", datatype="text", language="en"),
    fact(EDITOR, "formerlyHeldPost", POST, "chaired"),
    fact(POST, "postRole", "ForeignMinister", "chaired", datatype="concept"),
    fact(POST, "postIn", MINISTRY, "chaired"),
    fact(MINISTRY, "ofState", ARLAND, "chaired"),
    fact(MINISTRY, "partOf", PARENT, "chaired"),
)


def _reading(identifier: str, language: str, headline: str, published: str, source: str) -> Reading:
    return Reading(identifier, "0" * 64, language, headline, published, "Stated" if published else "", source)


READINGS = (
    _reading("de/lake.txt", "de", "", "", ""),
    _reading("en/lake.txt", "en", "Ministers sign the Lake Convention", "2024-05-04", "https://news.example/lake"),
    _reading("fa/lake.txt", "fa", "", "2024-05", "news.example"),
)

RESOLUTION = Resolution(
    readings=READINGS,
    works=(
        Work("work/de-lake", ("de/lake.txt",)),
        Work("work/news-example-lake", ("en/lake.txt", "fa/lake.txt"), "https://news.example/lake"),
    ),
    entities=tuple(sorted(ENTITIES, key=lambda entity: entity.id)),
    facts=tuple(sorted(FACTS, key=lambda one: (one.subject, one.predicate, one.object))),
    mentions=(*sorted(("en/lake.txt", entity.id) for entity in ENTITIES), ("fa/lake.txt", SOL)),
)
