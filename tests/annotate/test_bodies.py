"""Bodies by their head nouns: ministries, committees, agencies, known organizations, acronyms."""

from __future__ import annotations

import pytest

from kg.annotate.annotation import annotate
from kg.annotate.phrase import Body
from tests.cases.reading import article, language


def bodies(text: str, code: str = "en") -> list[Body]:
    annotation = annotate(article(text, code), language(code))
    return [i.phrase for s in annotation.sentences for i in s.items if isinstance(i.phrase, Body)]


def names(text: str, code: str = "en") -> list[str]:
    annotation = annotate(article(text, code), language(code))
    return [
        annotation.text(*i.phrase.name) for s in annotation.sentences for i in s.items if isinstance(i.phrase, Body)
    ]


@pytest.mark.parametrize(
    ("code", "text", "state"),
    [
        ("en", "The Ministry of Health of Latvia agreed.", "state/LV"),
        ("en", "Latvia's Ministry of Health agreed.", "state/LV"),
        ("en", "The Latvian Ministry of Health agreed.", "state/LV"),
        ("en", "The Latvian Health Ministry agreed.", "state/LV"),
        ("en", "The Ministry of Health agreed.", ""),
        ("pl", "Ministerstwo Zdrowia Łotwy się zgodziło.", "state/LV"),
        ("pl", "Łotewskie Ministerstwo Zdrowia się zgodziło.", "state/LV"),
        ("id", "Kementerian Kesehatan Latvia setuju.", "state/LV"),
        ("vi", "Bộ Y tế Latvia đã đồng ý.", "state/LV"),
        ("fa", "وزارت بهداشت لتونی موافقت کرد.", "state/LV"),
    ],
)
def test_a_ministry_has_its_field_and_its_state(code: str, text: str, state: str) -> None:
    (body,) = bodies(text, code)
    assert (body.head, body.fields, body.state) == ("ministry", ("health",), state)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The Ministry of Agriculture and Fisheries agreed."),
        ("pl", "Ministerstwo Rolnictwa i Rybołówstwa się zgodziło."),
        ("id", "Kementerian Pertanian dan Perikanan setuju."),
        ("vi", "Bộ Nông nghiệp và Thủy sản đã đồng ý."),
        ("fa", "وزارت کشاورزی و شیلات موافقت کرد."),
    ],
)
def test_two_fields_make_one_ministry(code: str, text: str) -> None:
    (body,) = bodies(text, code)
    assert sorted(body.fields) == ["agriculture", "fisheries"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The African Union agreed."),
        ("pl", "Unia Afrykańska się zgodziła."),
        ("id", "Uni Afrika setuju."),
        ("vi", "Liên minh châu Phi đã đồng ý."),
        ("fa", "اتحادیه آفریقا موافقت کرد."),
    ],
)
def test_a_known_organization_has_one_key_in_all_languages(code: str, text: str) -> None:
    assert [body.key for body in bodies(text, code)] == ["organization/african-union"]


def test_an_organ_knows_whose_it_is_and_is_not_the_organization() -> None:
    (organ,) = bodies("The Seed Committee of the African Union agreed.")
    assert (organ.key, organ.head, organ.whose) == ("", "committee", "organization/african-union")


def test_an_unknown_body_is_named_from_its_head_noun() -> None:
    assert names("The Nordic Seed Agency agreed.") == ["Nordic Seed Agency"]
    assert names("Agencja Nasienna się zgodziła.", "pl") == ["Agencja Nasienna"]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("pl", "Podkomisja ds. Rolnictwa i Wędkarstwa się zgodziła.", "Podkomisja ds. Rolnictwa i Wędkarstwa"),
        ("pl", "Komisja spraw zagranicznych Sejmu się zgodziła.", "Komisja spraw zagranicznych"),
        ("id", "Badan Narkotika Nasional setuju.", "Badan Narkotika Nasional"),
    ],
)
def test_a_name_goes_on_behind_a_field(code: str, text: str, name: str) -> None:
    assert names(text, code) == [name]


@pytest.mark.parametrize("text", ["The committee agreed.", "The agency agreed.", "An agency for seeds agreed."])
def test_a_bare_noun_names_nothing(text: str) -> None:
    assert bodies(text) == []


def test_a_state_has_one_parliament_so_the_noun_is_enough() -> None:
    (body,) = bodies("The Latvian parliament agreed.")
    assert (body.head, body.state, body.bare) == ("parliament", "state/LV", True)
    (body,) = bodies("Parlament Łotwy się zgodził.", "pl")
    assert (body.head, body.state) == ("parliament", "state/LV")


def test_an_acronym_in_brackets_belongs_to_the_body_and_stands_for_it_later() -> None:
    first, later = bodies("The Nordic Seed Agency (NSA) agreed. The NSA met.")
    assert (first.acronym, later.acronym, later.head) == ("NSA", "NSA", "agency")
    assert later.start > first.end


def test_a_number_in_brackets_is_no_acronym() -> None:
    assert bodies("The Nordic Seed Agency (2024) agreed.")[0].acronym == ""


def test_the_ministries_of_two_states_are_two() -> None:
    found = bodies("The Ministry of Health of Latvia and the Ministry of Health of Estonia agreed.")
    assert [body.state for body in found] == ["state/LV", "state/EE"]


@pytest.mark.parametrize(
    ("code", "text", "name", "head"),
    [
        ("de", "Der Saatgutausschuss tagte.", "Saatgutausschuss", "committee"),
        ("de", "Das Urteil der Gemeinsamen Saatgutkommission fehlt.", "Gemeinsamen Saatgutkommission", "commission"),
        ("de", "Im Deutschen Saatgutmuseum wurde gefeiert.", "Deutschen Saatgutmuseum", "museum"),
        ("nl", "Het Kenniscentrum Zaadgoed zweeg.", "Kenniscentrum Zaadgoed", "centre"),
        ("nl", "Zij spraken in het Zaadpaleis.", "Zaadpaleis", "building"),
    ],
)
def test_a_noun_in_one_word_with_what_it_is_of_is_a_name(code: str, text: str, name: str, head: str) -> None:
    (body,) = bodies(text, code)
    assert (names(text, code), body.head) == ([name], head)


@pytest.mark.parametrize(
    ("code", "text", "fields"),
    [
        ("de", "Das Rohstoffministerium schwieg.", {"mineral-resources"}),
        ("nl", "Het ministerie van Zaadwetenschappen zweeg.", {"science"}),
        ("nl", "Het ministerie van Milieu en Energiezekerheid zweeg.", {"environment", "energy"}),
    ],
)
def test_a_ministry_s_business_is_told_by_a_part_of_its_word(code: str, text: str, fields: set[str]) -> None:
    (body,) = bodies(text, code)
    assert (body.head, set(body.fields)) == ("ministry", fields)


def test_a_place_of_a_building_s_kind_is_a_place() -> None:
    annotation = annotate(article("Zij spraken in het Zaadpaleis.", "nl"), language("nl"))
    assert [i.symbol for s in annotation.sentences for i in s.items if isinstance(i.phrase, Body)] == ["L"]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("it", "Scrive l'Istituto di vulcanologia e di geodesia (ISVG).", "Istituto di vulcanologia e di geodesia"),
        ("it", "Ha deciso il Comitato sul rumore costiero, ieri.", "Comitato sul rumore costiero"),
        ("it", "Lo ha scritto il Ministero delle Scienze della Terra.", "Ministero delle Scienze della Terra"),
        ("it", "Lo ha scritto l'associazione Orti di Levante.", "Orti di Levante"),
        ("it", "Ha parlato la senatrice del Partito Democratico Ada Neri.", "Partito Democratico"),
        ("fr", "Le Comité de surveillance des digues (CESD) a écrit.", "Comité de surveillance des digues"),
    ],
)  # fmt: skip
def test_a_name_may_be_written_small_or_stand_without_its_noun(code: str, text: str, name: str) -> None:
    annotation = annotate(article(text, code), language(code))
    items = [i for s in annotation.sentences for i in s.items]
    posts = [p for i in items for p in (*getattr(i.phrase, "posts", ()), i.phrase)]
    inside = [b for p in posts for b in getattr(p, "bodies", ()) if isinstance(b, Body)]
    found = [*bodies(text, code), *inside]
    assert name in [annotation.text(*b.name) for b in found]


def test_what_follows_a_preposition_of_place_is_no_part_of_a_name_written_small() -> None:
    assert not names("Lo ha deciso il Comitato in primavera.", "it")
