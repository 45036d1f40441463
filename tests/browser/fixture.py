"""A hand-made graph of invented things in Latin, Persian and Chinese script, for the page's tests and for eyes.

`python tests/browser/fixture.py FILE.html` writes the page of it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kg.model import Article, Entity, Fact, Label, Passage, Reading, Resolution, Work

EN, FA, ZH = "lakes-en.txt", "lakes-fa.txt", "lakes-zh.txt"

TEXTS = {
    EN: """Lake Charter opened for signature in Marisport

Foreign ministers met in Marisport on 4 May 2031 to sign the Charter for the Protection of Border Lakes, \
known as the Lake Charter.
The Assembly of Border Lake States adopted its text last November. \
Deputy Minister of Waters Elena Brandão chaired the ceremony, and more than 40 delegations attended.
Veldonia and Karun signed the charter on the first day. \
Ostrava Lakes Foundation director Tomáš Říha spoke at the ceremony.
Sarkand refused to sign, its foreign ministry said. Veldonia plans to ratify the charter in March 2032.
The charter takes effect once 12 states have ratified it. It has 31 articles.
Ambassador Li Wenhai said that observers put the number of delegations at 38.""",
    FA: """منشور دریاچه‌ها در ماریسپورت امضا شد

BNN: وزیران خارجه روز ۱۴ اردیبهشت در ماریسپورت گرد آمدند تا منشور دریاچه‌های مرزی را امضا کنند.
بهمن آذرنوش، وزیر آب کارون، گفت کشورش نخستین امضاکننده بود. \
النا برانداو، معاون وزیر آب ولدونیا، ریاست مراسم را بر عهده داشت.
به گفته یک دیپلمات، کمیته فنی دریاچه‌ها ممکن است در تیرماه در شهر نور نشست داشته باشد.""",
    ZH: """边界湖泊宪章在马里斯港开放签署

2031年5月4日，各国外长在马里斯港签署《边界湖泊保护宪章》。维尔多尼亚水利部副部长埃莱娜·布兰当主持仪式。
华岛大使李文海出席仪式，并表示华岛将于明年加入。会议由边界湖泊国家大会主办。""",
}

LANGUAGES = {EN: "en", FA: "fa", ZH: "zh"}


def articles() -> dict[str, Article]:
    """The articles by identifier."""
    return {name: Article(name, text) for name, text in TEXTS.items()}


def says(article: str, words: str) -> Passage:
    """The passage of an article that has these words."""
    start = TEXTS[article].index(words)
    return Passage(article, start, start + len(words), words)


def _entity(identifier: str, kind: str, *names: str, same: tuple[str, ...] = ()) -> Entity:
    """Names as "language:text", the main one first; the first of a language is its preferred one."""
    labels: list[Label] = []
    for name in names:
        language, _, text = name.partition(":")
        labels.append(Label(text, language, all(label.language != language for label in labels)))
    ordered = tuple(sorted(labels, key=lambda label: (label.language, label.text)))
    return Entity(identifier, kind, labels[0], ordered, same_as=same)


SIGNING = "event/signing-lake-charter-2031-05-04"
CHARTER = "treaty/lake-charter"
BRANDAO, RIHA, AZARNUSH, LI = (
    "official/elena-brandao",
    "person/tomas-riha",
    "official/bahman-azarnush",
    "official/li-wenhai",
)
VELDONIA, KARUN, SARKAND, HUADAO = "state/veldonia", "state/karun", "state/sarkand", "state/huadao"
ASSEMBLY, WATERS, KARUN_WATER = "organization/assembly", "organization/waters-veldonia", "organization/water-karun"
REFUSAL, RATIFYING, TECHNICAL = (
    "event/signing-sarkand",
    "event/ratification-veldonia",
    "event/meeting-technical-committee",
)
ADOPTION, FORCE, ACCESSION = "event/adoption-2030-11", "event/entry-into-force", "event/ratification-huadao"

ENTITIES = (
    _entity(
        CHARTER,
        "Treaty",
        "en:Lake Charter",
        "en:Charter for the Protection of Border Lakes",
        "fa:منشور دریاچه‌های مرزی",
        "zh:边界湖泊保护宪章",
    ),
    _entity(SIGNING, "Signing", "en:Signing of the Lake Charter", "fa:امضای منشور دریاچه‌های مرزی"),
    _entity(REFUSAL, "Signing", "en:Signing of the Lake Charter by Sarkand"),
    _entity(RATIFYING, "Ratification", "en:Ratification of the Lake Charter by Veldonia"),
    _entity(ACCESSION, "Ratification", "en:Ratification of the Lake Charter by Huadao"),
    _entity(ADOPTION, "Adoption", "en:Adoption of the Lake Charter"),
    _entity(FORCE, "EntryIntoForce", "en:Entry into force of the Lake Charter"),
    _entity(TECHNICAL, "Meeting", "fa:نشست کمیته فنی دریاچه‌ها"),
    _entity(BRANDAO, "Official", "en:Elena Brandão", "fa:النا برانداو", "zh:埃莱娜·布兰当"),
    _entity(AZARNUSH, "Official", "en:Bahman Azarnush", "fa:بهمن آذرنوش"),
    _entity(LI, "Official", "en:Li Wenhai", "zh:李文海"),
    _entity(RIHA, "Person", "en:Tomáš Říha"),
    _entity("organization/ostrava-lakes", "Association", "en:Ostrava Lakes Foundation"),
    _entity(ASSEMBLY, "InternationalOrganization", "en:Assembly of Border Lake States", "zh:边界湖泊国家大会"),
    _entity("organization/technical-committee", "Committee", "fa:کمیته فنی دریاچه‌ها"),
    _entity(WATERS, "GovernmentBody", "en:Ministry of Waters of Veldonia", "zh:维尔多尼亚水利部"),
    _entity(KARUN_WATER, "GovernmentBody", "en:Ministry of Water of Karun", "fa:وزارت آب کارون"),
    _entity("organization/bnn", "Company", "fa:BNN"),
    _entity(
        VELDONIA, "State", "en:Veldonia", "fa:ولدونیا", "zh:维尔多尼亚", same=("https://www.wikidata.org/entity/Q0",)
    ),
    _entity(KARUN, "State", "en:Karun", "fa:کارون"),
    _entity(SARKAND, "State", "en:Sarkand"),
    _entity(HUADAO, "State", "en:Huadao", "zh:华岛"),
    _entity("place/marisport", "Place", "en:Marisport", "fa:ماریسپورت", "zh:马里斯港"),
    _entity("place/nur", "Place", "fa:نور"),
    _entity("post/deputy-minister-waters", "Post", "en:Deputy Minister at the Ministry of Waters of Veldonia"),
    _entity("post/minister-water-karun", "Post", "en:Minister of Water of Karun"),
    _entity("post/ambassador-huadao", "Post", "en:Ambassador of Huadao"),
    _entity("post/director-ostrava", "Post", "en:Director of the Ostrava Lakes Foundation"),
)

_OPENED = says(
    EN, "Foreign ministers met in Marisport on 4 May 2031 to sign the Charter for the Protection of Border Lakes"
)
_OPENED_FA = says(FA, "BNN: وزیران خارجه روز ۱۴ اردیبهشت در ماریسپورت گرد آمدند تا منشور دریاچه‌های مرزی را امضا کنند.")
_OPENED_ZH = says(ZH, "2031年5月4日，各国外长在马里斯港签署《边界湖泊保护宪章》。")
_CHAIR = says(EN, "Deputy Minister of Waters Elena Brandão chaired the ceremony")
_CHAIR_FA = says(FA, "النا برانداو، معاون وزیر آب ولدونیا، ریاست مراسم را بر عهده داشت")
_CHAIR_ZH = says(ZH, "维尔多尼亚水利部副部长埃莱娜·布兰当主持仪式")
_SIGNED = says(EN, "Veldonia and Karun signed the charter on the first day")
_FIRST_FA = says(FA, "بهمن آذرنوش، وزیر آب کارون، گفت کشورش نخستین امضاکننده بود")
_REFUSED = says(EN, "Sarkand refused to sign")
_PLANS = says(EN, "Veldonia plans to ratify the charter in March 2032")
_ADOPTED = says(EN, "The Assembly of Border Lake States adopted its text last November")
_FORCE = says(EN, "The charter takes effect once 12 states have ratified it")
_MAYBE = says(FA, "کمیته فنی دریاچه‌ها ممکن است در تیرماه در شهر نور نشست داشته باشد")
_JOIN = says(ZH, "并表示华岛将于明年加入")
_LI_ZH = says(ZH, "华岛大使李文海出席仪式")
_RIHA = says(EN, "Ostrava Lakes Foundation director Tomáš Říha spoke at the ceremony")
_HOST_ZH = says(ZH, "会议由边界湖泊国家大会主办")


def _fact(subject: str, predicate: str, value: str, *passages: Passage, datatype: str = "", **more: object) -> Fact:
    ordered = tuple(sorted(passages, key=lambda passage: (passage.article, passage.start)))
    fact: dict[str, object] = {"rules": ("example",), "confidence": min(0.99, 0.8 + 0.06 * len(ordered)), **more}
    return Fact(subject, predicate, value, datatype, passages=ordered, sources=max(1, len(ordered)), **fact)  # type: ignore[arg-type]


def _event(event: str, status: str, start: str, *passages: Passage, basis: str = "Stated") -> tuple[Fact, ...]:
    dates = (
        _fact(event, "startDate", start, *passages, datatype="date"),
        _fact(event, "endDate", start, *passages, datatype="date"),
        _fact(event, "dateBasis", basis, datatype="concept"),
    )
    told = (_fact(event, "status", status, *passages, datatype="concept"), _fact(event, "treaty", CHARTER, *passages))
    return told + (dates if start else ())


FACTS = (
    *_event(SIGNING, "Happened", "2031-05-04", _OPENED, _OPENED_FA, _OPENED_ZH),
    *_event(REFUSAL, "Denied", "", _REFUSED),
    *_event(RATIFYING, "Planned", "2032-03", _PLANS),
    *_event(ACCESSION, "Planned", "2032", _JOIN, basis="Inferred"),
    *_event(ADOPTION, "Happened", "2030-11", _ADOPTED, basis="Inferred"),
    *_event(FORCE, "Planned", "", _FORCE),
    _fact(TECHNICAL, "status", "Alleged", _MAYBE, datatype="concept"),
    _fact(TECHNICAL, "startDate", "2031-07", _MAYBE, datatype="date"),
    _fact(TECHNICAL, "organizer", "organization/technical-committee", _MAYBE),
    _fact(TECHNICAL, "place", "place/nur", _MAYBE),
    _fact(SIGNING, "place", "place/marisport", _OPENED, _OPENED_FA, _OPENED_ZH),
    _fact(SIGNING, "chair", BRANDAO, _CHAIR, _CHAIR_FA, _CHAIR_ZH),
    _fact(SIGNING, "speaker", RIHA, _RIHA),
    _fact(SIGNING, "participant", LI, _LI_ZH),
    _fact(SIGNING, "organizer", ASSEMBLY, _HOST_ZH),
    _fact(SIGNING, "signedBy", VELDONIA, _SIGNED),
    _fact(SIGNING, "signedBy", KARUN, _SIGNED, _FIRST_FA),
    _fact(
        SIGNING,
        "delegationCount",
        "40",
        says(EN, "more than 40 delegations attended"),
        datatype="integer",
        qualifier="more than",
        conflicts=(("delegationCount", "38"),),
    ),
    _fact(
        SIGNING,
        "delegationCount",
        "38",
        says(EN, "observers put the number of delegations at 38"),
        datatype="integer",
        conflicts=(("delegationCount", "40"),),
    ),
    _fact(REFUSAL, "signedBy", SARKAND, _REFUSED),
    _fact(RATIFYING, "ratifiedBy", VELDONIA, _PLANS),
    _fact(ACCESSION, "ratifiedBy", HUADAO, _JOIN),
    _fact(ADOPTION, "participant", ASSEMBLY, _ADOPTED),
    _fact(CHARTER, "adoptedBy", ASSEMBLY, _ADOPTED),
    _fact(CHARTER, "signatory", VELDONIA, _SIGNED),
    _fact(CHARTER, "signatory", KARUN, _SIGNED, _FIRST_FA),
    _fact(CHARTER, "articleCount", "31", says(EN, "It has 31 articles"), datatype="integer"),
    _fact(CHARTER, "ratificationThreshold", "12", _FORCE, datatype="integer"),
    _fact(BRANDAO, "holdsPost", "post/deputy-minister-waters", _CHAIR, _CHAIR_FA, _CHAIR_ZH),
    _fact("post/deputy-minister-waters", "postRole", "DeputyMinister", _CHAIR, datatype="concept"),
    _fact("post/deputy-minister-waters", "postIn", WATERS, _CHAIR_ZH),
    _fact(AZARNUSH, "holdsPost", "post/minister-water-karun", _FIRST_FA),
    _fact("post/minister-water-karun", "postRole", "Minister", _FIRST_FA, datatype="concept"),
    _fact("post/minister-water-karun", "postIn", KARUN_WATER, _FIRST_FA),
    _fact(LI, "holdsPost", "post/ambassador-huadao", _LI_ZH),
    _fact("post/ambassador-huadao", "postRole", "Ambassador", _LI_ZH, datatype="concept"),
    _fact("post/ambassador-huadao", "postIn", HUADAO, _LI_ZH),
    _fact(RIHA, "holdsPost", "post/director-ostrava", _RIHA),
    _fact("post/director-ostrava", "postRole", "Director", _RIHA, datatype="concept"),
    _fact("post/director-ostrava", "postIn", "organization/ostrava-lakes", _RIHA),
    _fact(WATERS, "ofState", VELDONIA, _CHAIR_ZH),
    _fact(KARUN_WATER, "ofState", KARUN, _FIRST_FA),
)


def resolution(entities: tuple[Entity, ...] = ENTITIES, facts: tuple[Fact, ...] = FACTS) -> Resolution:
    """The graph; entities and facts can be others, of the same three articles."""
    readings = tuple(
        Reading(name, "0" * 64, LANGUAGES[name], TEXTS[name].partition("\n")[0], "2031-05-05", "Stated",
                "https://example.org/news/1" if name == EN else "")
        for name in sorted(TEXTS)
    )  # fmt: skip
    works = (Work("work/lakes", tuple(sorted(TEXTS)), "https://example.org/news/1"),)
    mentions = {(name, entity.id) for entity in entities for name in TEXTS if _names(entity, name)}
    return Resolution(
        readings, works, tuple(sorted(entities, key=lambda entity: entity.id)), facts, tuple(sorted(mentions))
    )


def _names(entity: Entity, article: str) -> bool:
    return any(label.text in TEXTS[article] for label in entity.labels)


if __name__ == "__main__":
    from kg.export.page import write_page

    write_page(resolution(), articles(), Path(sys.argv[1]), "Border lakes")
