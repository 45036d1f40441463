"""Persons and their titles, as one sentence says them."""

from __future__ import annotations

import pytest

from kg.annotate.annotation import annotate
from kg.annotate.phrase import Person, Post
from tests.cases.reading import article, language


def phrases(text: str, code: str) -> list[Person | Post]:
    annotation = annotate(article(text, code), language(code))
    found = [item.phrase for sentence in annotation.sentences for item in sentence.items]
    return [phrase for phrase in found if isinstance(phrase, Person | Post)]


def persons(text: str, code: str = "en") -> list[tuple[str, list[str], str, bool]]:
    """Name, roles (with "former "), rank and whether it may be an official, of each person."""
    annotation = annotate(article(text, code), language(code))
    out = []
    for sentence in annotation.sentences:
        for item in sentence.items:
            if isinstance(p := item.phrase, Person):
                roles = [("former " if post.former else "") + post.role for post in p.posts]
                out.append((annotation.text(*p.name), roles, p.rank, p.official))
    return out


VERB_FIRST = pytest.mark.xfail(strict=True, reason="a verb that opens the sentence is taken into the name")
MONTH = pytest.mark.xfail(strict=True, reason="the given name is also a month, and that wins")
TWO_FIELDS = pytest.mark.xfail(strict=True, reason="a role that has its field in one phrase takes no second one")


@pytest.mark.parametrize(
    ("code", "text", "name", "roles"),
    [
        ("en", "Foreign Minister Ana Bela spoke.", "Ana Bela", ["Minister"]),
        ("en", "Ana Bela, minister of health, spoke.", "Ana Bela", ["Minister"]),
        ("ru", "Мэр Москвы Сергей Дорохов не приехал.", "Сергей Дорохов", ["Mayor"]),
        ("ar", "وقال رئيس الحكومة فتحي بن عاشور إن الاتفاق جيد.", "فتحي بن عاشور", ["PrimeMinister"]),
        ("ar", "ودافع عنه وزير ماليتها كريم الساحلي.", "كريم الساحلي", ["Minister"]),
        ("en", "Ana Bela (minister of health) spoke.", "Ana Bela", ["Minister"]),
        ("en", "Health Minister Dr Ana Bela spoke.", "Ana Bela", ["Minister"]),
        ("en", "Health Minister Dr. Ana Bela spoke.", "Ana Bela", ["Minister"]),
        ("en", "Health Minister J. K. Bela spoke.", "J. K. Bela", ["Minister"]),
        ("en", "Health Minister Ana Bela-Novak spoke.", "Ana Bela-Novak", ["Minister"]),
        ("en", "Saudi Health Minister Faisal bin Khalid al-Harbi spoke.", "Faisal bin Khalid al-Harbi", ["Minister"]),
        ("en", "Former Health Minister Ana Bela spoke.", "Ana Bela", ["former Minister"]),
        ("pl", "Minister zdrowia Ana Bela mówiła.", "Ana Bela", ["Minister"]),
        ("pl", "Potem mówiła Ana Bela, minister zdrowia.", "Ana Bela", ["Minister"]),
        pytest.param("pl", "Mówiła Ana Bela, minister zdrowia.", "Ana Bela", ["Minister"], marks=VERB_FIRST),
        ("id", "Menteri Pertanian Ana Bela berbicara.", "Ana Bela", ["Minister"]),
        ("vi", "Bộ trưởng Y tế Nguyễn Thị Hoa phát biểu.", "Nguyễn Thị Hoa", ["Minister"]),
        ("vi", "Ông Lê Quang Vinh, Bộ trưởng Y tế, phát biểu.", "Lê Quang Vinh", ["Minister"]),
        ("fa", "مریم شایسته، وزیر بهداشت، سخن گفت.", "مریم شایسته", ["Minister"]),
        ("fa", "مریم شایسته، وزیر پیشین بهداشت، سخن گفت.", "مریم شایسته", ["former Minister"]),
    ],
)
def test_a_title_and_a_name_make_an_official(code: str, text: str, name: str, roles: list[str]) -> None:
    assert [(found, said) for found, said, _, _ in persons(text, code)] == [(name, roles)]


def test_a_small_word_inside_a_name() -> None:
    assert persons("Portuguese Foreign Minister Ana de Bela spoke.")[0][0] == "Ana de Bela"


def test_two_posts_in_one_phrase() -> None:
    ((name, roles, _, _),) = persons("Deputy Prime Minister and Minister of Health Ana Bela spoke.")
    assert (name, roles) == ("Ana Bela", ["DeputyPrimeMinister", "Minister"])


@pytest.mark.parametrize(
    ("code", "text", "rank"),
    [
        ("en", "Major General Ana Bela spoke.", "major general"),
        ("pl", "Głos zabrał generał dywizji Jan Bela.", "generał dywizji"),
        ("id", "Mayor Jenderal Ana Bela berbicara.", "mayor jenderal"),
        ("vi", "Thiếu tướng Nguyễn Thị Hoa phát biểu.", "thiếu tướng"),
        ("fa", "سرلشکر کاوه رستگار سخن گفت.", "سرلشکر"),
        pytest.param("fa", "سرلشکر بهمن رستگار سخن گفت.", "سرلشکر", marks=MONTH),
    ],
)
def test_a_rank_alone_is_enough(code: str, text: str, rank: str) -> None:
    ((_, roles, found, official),) = persons(text, code)
    assert (roles, found.lower(), official) == ([], rank, True)


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("en", "Analyst Ana Bela doubts it.", "Ana Bela"),
        ("en", "Ana Bela, an analyst, doubts it.", "Ana Bela"),
        ("pl", "Ekspertka Ana Bela w to wątpi.", "Ana Bela"),
        ("id", "Pengamat Ana Bela meragukannya.", "Ana Bela"),
        ("vi", "Chuyên gia Nguyễn Thị Hoa nghi ngờ điều đó.", "Nguyễn Thị Hoa"),
        ("fa", "مریم شایسته، کارشناس، تردید دارد.", "مریم شایسته"),
    ],
)
def test_an_expert_is_a_person_and_no_official(code: str, text: str, name: str) -> None:
    assert [(found, roles, official) for found, roles, _, official in persons(text, code)] == [(name, [], False)]


@pytest.mark.parametrize("text", ["Mr Ana Bela agreed.", "Mr. Ana Bela agreed."])
def test_an_honorific_makes_a_person_and_no_official(text: str) -> None:
    assert persons(text) == [("Ana Bela", [], "", False)]


def test_names_without_any_title_are_left_alone() -> None:
    assert persons("The talks in Port Bela were long.") == []


def test_an_acronym_is_no_name() -> None:
    assert persons("The minister of the NATO spoke.") == []


def test_a_title_without_a_name_is_a_post() -> None:
    (post,) = phrases("The Latvian minister of health agreed.", "en")
    assert isinstance(post, Post)
    assert (post.role, post.fields, post.states) == ("Minister", ("health",), (("state/LV", "of"),))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Latvia's ambassador to Chile arrived."),
        ("pl", "Przybył ambasador Łotwy w Chile."),
        ("id", "Duta Besar Latvia untuk Chile tiba."),
        ("vi", "Đại sứ Latvia tại Chile đã đến."),
        ("fa", "سفیر لتونی در شیلی وارد شد."),
    ],
)
def test_an_ambassadors_two_states_are_told_apart(code: str, text: str) -> None:
    (post,) = (p for p in phrases(text, code) if isinstance(p, Post))
    assert post.role == "Ambassador"
    assert post.states[0] == ("state/LV", "of")
    assert post.states[1][0] == "state/CL"


@TWO_FIELDS
def test_a_portfolio_of_two_fields() -> None:
    (post,) = (p for p in phrases("The minister of agriculture and fisheries agreed.", "en") if isinstance(p, Post))
    assert post.fields == ("agriculture", "fisheries")


@pytest.mark.parametrize(
    "text", ["She met her Latvian counterpart Ana Bela.", "Ana Bela, her Latvian counterpart, agreed."]
)
def test_a_counterpart_carries_whose_he_is(text: str) -> None:
    annotation = annotate(article(text, "en"), language("en"))
    (person,) = (i.phrase for s in annotation.sentences for i in s.items if isinstance(i.phrase, Person))
    assert annotation.text(*person.name) == "Ana Bela"
    assert [(p.counterpart, p.states) for p in person.posts] == [(True, (("state/LV", "of"),))]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Ana Bela, in her capacity as minister of health, agreed."),
        ("pl", "Zgodziła się Ana Bela jako minister zdrowia."),
        ("id", "Ana Bela selaku Menteri Kesehatan setuju."),
        ("vi", "Bà Ana Bela trên cương vị Bộ trưởng Y tế đã đồng ý."),
        ("de", "Ana Bela als Gesundheitsministerin stimmte zu."),
        ("fr", "Ana Bela, en qualité de ministre de la Santé, a accepté."),
    ],
)
def test_a_title_told_as_a_capacity_is_the_persons(code: str, text: str) -> None:
    (person,) = (p for p in phrases(text, code) if isinstance(p, Person))
    assert [(p.role, p.fields) for p in person.posts] == [("Minister", ("health",))]


@pytest.mark.parametrize(
    ("code", "text", "states"),
    [
        ("en", "The health ministers of Chile and Latvia, Ana Bela and Jan Kos, agreed.", ("CL", "LV")),
        ("en", "Chilean and Latvian health ministers Ana Bela and Jan Kos agreed.", ("CL", "LV")),
        ("en", "The health ministers of the two countries, Ana Bela and Jan Kos, agreed.", ("", "")),
        ("pl", "Ministrowie zdrowia Chile i Łotwy Ana Bela i Jan Kos zgodzili się.", ("CL", "LV")),
        ("pl", "Ministrowie zdrowia obu krajów, Ana Bela i Jan Kos, zgodzili się.", ("", "")),
        ("id", "Menteri Kesehatan kedua negara, Ana Bela dan Jan Kos, setuju.", ("", "")),
        ("vi", "Bộ trưởng Y tế hai nước Ana Bela và Jan Kos đã đồng ý.", ("", "")),
        ("fr", "Les ministres de la Santé du Chili et de la Lettonie, Ana Bela et Jan Kos, ont accepté.", ("CL", "LV")),
        ("es", "Los ministros de Salud de ambos países, Ana Bela y Jan Kos, aceptaron.", ("", "")),
        ("de", "Die Gesundheitsminister beider Länder, Ana Bela und Jan Kos, stimmten zu.", ("", "")),
        ("ru", "Министры здравоохранения двух стран Анна Белова и Ян Косов согласились.", ("", "")),
    ],
)
def test_two_names_after_one_title_of_two_states(code: str, text: str, states: tuple[str, str]) -> None:
    found = [p for p in phrases(text, code) if isinstance(p, Person)]
    assert [[post.role for post in person.posts] for person in found] == [["Minister"], ["Minister"]]
    assert [post.fields for person in found for post in person.posts] == [("health",), ("health",)]
    told = [tuple(f"{key}" for key, _ in person.posts[0].states) for person in found]
    assert told == [(f"state/{state}",) if state else () for state in states]


@pytest.mark.parametrize(
    ("code", "text", "party"),
    [
        ("en", "Minister Ana Bela (XYZ) spoke.", "XYZ"),
        ("de", "Ministerin Ana Bela (XYZ) sprach.", "XYZ"),
        ("de", "Die XYZ-Abgeordnete Ana Bela sprach.", "XYZ"),
        ("nl", "Minister Ana Bela (Justitie, XYZ) sprak.", "XYZ"),
        ("nl", "X66-Kamerlid Ana Bela sprak.", "X66"),
        ("nl", "De WHO-woordvoerder Ana Bela sprak.", ""),
        ("en", "Minister Ana Bela (left) spoke.", ""),
    ],
)
def test_a_party_stands_in_brackets_or_before_the_title(code: str, text: str, party: str) -> None:
    (person,) = [p for p in phrases(text, code) if isinstance(p, Person)]
    annotation = annotate(article(text, code), language(code))
    assert (annotation.text(*person.party) if person.party != (0, 0) else "") == party


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Bela van Justitie en Veiligheid sprak.",
        "Minister Ana Bela (Justitie en Veiligheid) sprak.",
        "Minister Ana Bela (Justitie en Veiligheid, XYZ) sprak.",
    ],
)
def test_a_portfolio_may_stand_behind_the_name(text: str) -> None:
    (person,) = [p for p in phrases(text, "nl") if isinstance(p, Person)]
    assert [post.fields for post in person.posts] == [("justice", "security")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ro", "A vorbit deputatul XYZ Vlad Petrescu."),
        ("cs", "Promluvila ministryně práce Lenka Horáková (XYZ)."),
    ],
)
def test_an_acronym_beside_a_politician_is_a_party(code: str, text: str) -> None:
    annotation = annotate(article(text, code), language(code))
    people = [i.phrase for s in annotation.sentences for i in s.items if isinstance(i.phrase, Person)]
    assert [annotation.text(*p.party) for p in people] == ["XYZ"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("몰도바 외교부 장관 이온 체르누는 환영했다.", ["이온 체르누"]),
        ("몰도바 외교부 장관 이온 체르누 환영했다.", []),
    ],
)
def test_a_foreign_name_behind_its_title_is_shown_by_the_subject_s_mark(text: str, expected: list[str]) -> None:
    annotation = annotate(article(f"소식\n\n{text}", "ko"), language("ko"))
    items = [i for s in annotation.sentences for i in s.items]
    assert [annotation.text(*i.phrase.name) for i in items if isinstance(i.phrase, Person)] == expected
