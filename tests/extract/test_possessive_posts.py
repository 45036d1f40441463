"""Posts of the body of which the article spoke last: "its chairman"."""

from __future__ import annotations

from tests.cases.reading import read

TEXT = "Соглашение одобрил комитет по рыболовству. Его глава Леонид Карпов назвал документ важным."


def test_its_head_is_the_head_of_the_body_spoken_of_last_and_of_a_committee_its_chairperson() -> None:
    reading = read(TEXT, "ru")
    things = {thing.id: thing for thing in reading.things}
    said = {(s.predicate, s.object) for s in reading.statements if things[s.subject].kind == "Post"}
    committee = next(thing.id for thing in reading.things if thing.kind == "Committee")
    assert {("postIn", committee), ("postRole", "Chairperson")} <= said
    assert [name.text for name in things[committee].names] == ["комитет по рыболовству"]


def test_a_round_of_talks_is_one_planned_negotiation() -> None:
    text = "Как сообщил посол Чили в Риме Иван Лаптев, первый раунд консультаций пройдет в Москве 14 декабря 2026 года."
    reading = read(text, "ru")
    things = {thing.id: thing for thing in reading.things}
    events = [thing for thing in reading.things if thing.kind in ("Negotiation", "Meeting")]
    assert [event.kind for event in events] == ["Negotiation"]
    said = {(s.predicate, s.object) for s in reading.statements if s.subject == events[0].id}
    assert ("status", "Planned") in said
    assert not any(predicate == "participant" for predicate, _ in said)
    assert all(things[s.subject].kind != "Meeting" for s in reading.statements)


def test_a_state_before_a_verb_ends_a_treatys_name() -> None:
    text = "Конвенцію про охорону та використання транскордонних водотоків Україна ратифікувала у 1999 році."
    names = {name.text for thing in read(text, "uk").things if thing.kind == "Treaty" for name in thing.names}
    assert names == {"Конвенція про охорону та використання транскордонних водотоків"}


def test_the_head_of_a_ministry_named_short_is_its_minister_and_the_ministry_is_named() -> None:
    reading = read("Глава МИД Армении Арам Казарян приехал в Рим.", "ru")
    things = {thing.id: thing for thing in reading.things}
    said = {(s.predicate, s.object) for s in reading.statements if things[s.subject].kind == "Post"}
    ministry = next(thing for thing in reading.things if thing.kind == "GovernmentBody")
    assert {("postRole", "ForeignMinister"), ("postIn", ministry.id)} <= said
    assert ministry.key == "ministry/AM/foreign-affairs"


def test_an_adjective_that_opens_a_sentence_tells_whose_minister_it_is() -> None:
    person = next(
        t
        for t in read("Rakouský ministr zemědělství Johann Feldbauer odcestoval.", "cs").things
        if t.kind == "Official"
    )
    assert ("state", "state/AT") in person.traits
