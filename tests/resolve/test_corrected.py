"""What people decided comes before what is worked out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import CorrectionError
from kg.graph.emit import emit
from kg.graph.validate import validate
from kg.model import Attribution, Resolution
from tests.resolve.factory import Story, articles, entities, facts, named, together, values

WHO = 'who = "Kim Lee"\nwhen = 2026-05-01\nwhy = "Looked up."\n'
KIM = Attribution("Kim Lee", "2026-05-01", "Looked up.")


def two(kind: str, a: str, b: str) -> str:
    """A correction of two things."""
    return f'[[{kind}]]\nthings = ["{a}", "{b}"]\n{WHO}'


def about(kind: str, subject: str, predicate: str, value: str) -> str:
    """A correction of a claim; value: as TOML."""
    return f'[[{kind}]]\nsubject = "{subject}"\npredicate = "{predicate}"\nobject = {value}\n{WHO}'


def stories() -> list[Story]:
    """Four articles: one minister in two of them, a namesake by role, a treaty with its signing and a state."""
    found = []
    for number, name in enumerate(("Ana Bela Costa", "Ana Bela Costa", "Ivo Lank", "Uma Dorn")):
        story = Story(f"{number}.txt", published=f"2024-03-0{number + 1}")
        person = story.thing("Official", name, role="Minister", state="state/VN")
        state = story.thing("State", "Vietnam", key="state/VN")
        story.post(person, "Minister", state)
        treaty = story.thing("Treaty", "Convention on Deep Lakes", type="convention")
        story.event("Signing", start="2024-03-05", treaty=treaty, signedBy=state)
        found.append(story)
    return found


def persons(resolution: Resolution) -> list[tuple[str, ...]]:
    """The articles of each person."""
    return sorted(tuple(article for article, _ in entity.members) for entity in entities(resolution, "Official"))


def test_without_corrections_equal_names_are_one_and_others_are_not() -> None:
    assert persons(together(*stories())) == [("0.txt", "1.txt"), ("2.txt",), ("3.txt",)]


def test_the_same_joins_whole_things_and_different_parts_them_through_chains() -> None:
    same = two("same", "1.txt: Ana Bela Costa", "2.txt: Ivo Lank")
    assert persons(together(*stories(), corrections=same)) == [("0.txt", "1.txt", "2.txt"), ("3.txt",)]
    chain = same + two("same", "official/ivo-lank", "Uma Dorn")
    assert persons(together(*stories(), corrections=chain)) == [("0.txt", "1.txt", "2.txt", "3.txt")]
    apart = same + two("different", "0.txt: Ana Bela Costa", "2.txt: ivo  lank")
    assert persons(together(*stories(), corrections=apart)) == [("0.txt",), ("1.txt", "2.txt"), ("3.txt",)]


def test_different_holds_against_keys() -> None:
    resolution = together(*stories(), corrections=two("different", "0.txt: Vietnam", "2.txt: Vietnam"))
    assert sorted(len(entity.members) for entity in entities(resolution, "State")) == [1, 3]


def test_events_are_named_by_where_they_stand() -> None:
    told = stories()
    spans = [next(m for m in s.reading().mentions if m.thing == s.things[-1].id) for s in told]
    first, second = (f"{s.identifier}:{m.start}-{m.end}" for s, m in zip(told[:2], spans, strict=False))
    resolution = together(*told, corrections=two("different", first, second))
    assert sorted(len(entity.members) for entity in entities(resolution, "Signing")) == [1, 3]
    assert resolution.unapplied == ()


def test_what_contradicts_itself_is_refused_with_the_path_that_shows_it() -> None:
    text = (
        two("same", "0.txt: Ana Bela Costa", "2.txt: Ivo Lank")
        + two("same", "2.txt: Ivo Lank", "3.txt: Uma Dorn")
        + two("different", "3.txt: Uma Dorn", "0.txt: Ana Bela Costa")
    )
    with pytest.raises(CorrectionError) as error:
        together(*stories(), corrections=text)
    assert str(error.value) == (
        "corrections.toml, line 11: “0.txt: Ana Bela Costa” and “3.txt: Uma Dorn” cannot be different, for "
        "“0.txt: Ana Bela Costa” and “2.txt: Ivo Lank” are the same (corrections.toml, line 1); "
        "“2.txt: Ivo Lank” and “3.txt: Uma Dorn” are the same (corrections.toml, line 6): "
        "take one of these corrections out"
    )
    named_twice = "".join(
        f'[[rename]]\nthing = "Ivo Lank"\nname = "{name}"\n{WHO}' for name in ("Ivo Lang", "Ivan Lank")
    )
    with pytest.raises(CorrectionError) as error:
        together(*stories(), corrections=named_twice)
    assert str(error.value) == (
        "corrections.toml, line 1: [[rename]] of “Ivo Lank” says 'Ivo Lang', but 'Ivan Lank' is said of the same "
        "thing (corrections.toml, line 7): take one of them out"
    )


@pytest.mark.parametrize(
    ("correction", "why"),
    [
        (
            two("same", "0.txt: Nobody", "1.txt: Vietnam"),
            "nothing is called '0.txt: Nobody' there; kg read ARTICLE shows what an article names",
        ),
        (
            two("same", "9.txt: Ivo Lank", "Uma Dorn"),
            "nothing is called '9.txt: Ivo Lank' in the graph, without corrections or with the others",
        ),
        (two("same", "0.txt: Vietnam", "0.txt: Ana Bela Costa"), "a kg:Person and a kg:State are never one"),
        (
            two("different", "Vietnam", "0.txt: Vietnam"),
            "both are one thing already in a single article: give it a reading of its own",
        ),
        (about("reject", "Ivo Lank", "memberOf", '"Vietnam"'), "no article says so: Ivo Lank memberOf Vietnam"),
        (
            about("assert", "Vietnam", "holdsPost", '"Ivo Lank"'),
            "kg:holdsPost is said of a kg:Official, and this is a kg:State",
        ),
        (f'[[retype]]\nthing = "Ivo Lank"\nto = "Signing"\n{WHO}', "a kg:Person cannot become a kg:Event"),
    ],
)
def test_what_cannot_be_carried_out_is_left_out_with_its_reason(correction: str, why: str) -> None:
    resolution = together(*stories(), corrections=correction)
    assert resolution.unapplied == (("corrections.toml, line 1", f"{why}; this correction is left out"),)
    assert resolution.decisions == ()
    assert resolution.entities == together(*stories()).entities


def test_a_name_that_several_things_of_an_article_have_is_told_by_where_they_stand() -> None:
    story = Story("a.txt")
    story.thing("Place", "Arland")
    story.thing("Company", "Arland")
    resolution = together(story, corrections=f'[[rename]]\nthing = "a.txt: Arland"\nname = "X"\n{WHO}')
    ((_, why),) = resolution.unapplied
    assert why.startswith(
        "2 things are called 'a.txt: Arland'; name one by where it stands: a.txt:0-6 (Place), a.txt:7-13"
    )


def test_a_thing_goes_also_by_the_name_that_other_corrections_give_it() -> None:
    rename = f'[[rename]]\nthing = "2.txt: Ivo Lank"\nname = "Ivan Lank"\n{WHO}'
    retype = f'[[retype]]\nthing = "official/ivan-lank"\nto = "Company"\n{WHO}'
    label = f'[[label]]\nthing = "organization/ivan-lank"\nname = "Иван"\nlanguage = "ru"\n{WHO}'
    resolution = together(*stories(), corrections=label + retype + rename)
    assert (named(resolution, "Иван").id, resolution.unapplied) == ("organization/ivan-lank", ())
    assert [where for where, _ in together(*stories(), corrections=label + retype).unapplied] == [
        "corrections.toml, line 1",
        "corrections.toml, line 8",
    ]


def test_a_post_is_named_by_the_words_that_tell_of_it() -> None:
    told = stories()
    story = told[2].reading()
    (role,) = (statement for statement in story.statements if statement.predicate == "postRole")
    text = about("reject", "2.txt: Ivo Lank", "holdsPost", f'"2.txt:{role.start}-{role.end}"')
    resolution = together(*told, corrections=text)
    assert resolution.unapplied == ()
    assert facts(resolution, "holdsPost", "person/ivo-lank") == []


def test_a_class_a_name_and_a_label_are_set() -> None:
    resolution = together(
        *stories(),
        corrections=f'[[retype]]\nthing = "3.txt: Uma Dorn"\nto = "Company"\n{WHO}'
        f'[[rename]]\nthing = "Ivo Lank"\nname = "Ivan Lank"\n{WHO}'
        f'[[label]]\nthing = "Ana Bela Costa"\nname = "Анна Бела"\nlanguage = "ru"\n{WHO}',
    )
    ivan, ana = named(resolution, "Ivan Lank"), named(resolution, "Анна Бела")
    assert (ivan.id, ivan.main.text) == ("official/ivan-lank", "Ivan Lank")
    assert [(label.text, label.preferred) for label in ivan.labels] == [("Ivan Lank", True), ("Ivo Lank", False)]
    assert (ana.id, ana.main.text) == ("official/ana-bela-costa", "Ana Bela Costa")
    company = named(resolution, "Uma Dorn")
    assert (company.id, company.kind) == ("organization/uma-dorn", "Company")
    assert facts(resolution, "holdsPost", company.id) == []  # no company holds a post


def test_a_rejected_claim_implies_nothing() -> None:
    (signing,) = entities(together(*stories()), "Signing")
    assert values(together(*stories()), "signatory") == ["state/vietnam"]
    resolution = together(*stories(), corrections=about("reject", signing.id, "signedBy", '"Vietnam"'))
    assert values(resolution, "signedBy") == values(resolution, "signatory") == []
    broader = together(*stories(), corrections=about("reject", signing.id, "participant", '"Vietnam"'))
    assert values(broader, "signedBy") == []  # who signs takes part


def test_an_asserted_claim_has_its_author_and_no_passage() -> None:
    (signing,) = entities(together(*stories()), "Signing")
    resolution = together(*stories(), corrections=about("assert", signing.id, "attendeeCount", "40"))
    (fact,) = facts(resolution, "attendeeCount")
    assert (fact.object, fact.confidence, fact.sources, fact.passages, fact.asserted) == ("40", 1.0, 0, (), (KIM,))


def test_an_asserted_status_and_date_take_the_place_of_those_that_were_read() -> None:
    (signing,) = entities(together(*stories()), "Signing")
    text = about("assert", signing.id, "status", '"Denied"') + about("assert", signing.id, "startDate", "2024-04-01")
    resolution = together(*stories(), corrections=text)
    assert values(resolution, "status") == ["Denied"] and values(resolution, "signatory") == []
    assert values(resolution, "startDate") == values(resolution, "endDate") == ["2024-04-01"]
    assert (values(resolution, "datePrecision"), values(resolution, "dateBasis")) == (["Day"], ["Stated"])
    (event,) = entities(resolution, "Signing")
    assert event.id.endswith("-2024-04-01")
    rejected = together(*stories(), corrections=about("reject", signing.id, "startDate", "2024-03-05"))
    assert values(rejected, "startDate") == values(rejected, "dateBasis") == [] and rejected.unapplied == ()


ALL = (
    two("same", "1.txt: Ana Bela Costa", "2.txt: Ivo Lank"),
    two("different", "0.txt: Ana Bela Costa", "2.txt: Ivo Lank"),
    two("different", "0.txt: Vietnam", "3.txt: Vietnam"),
    f'[[retype]]\nthing = "3.txt: Uma Dorn"\nto = "Company"\n{WHO}',
    f'[[rename]]\nthing = "2.txt: Ivo Lank"\nname = "Ivan Lank"\n{WHO}',
    f'[[label]]\nthing = "2.txt: Ivo Lank"\nname = "Иван"\nlanguage = "ru"\n{WHO}',
    about("reject", "0.txt: Ana Bela Costa", "holdsPost", '"post/minister-vietnam"'),
    about("assert", "1.txt: Vietnam", "memberOf", '"2.txt: Vietnam"'),
)


def triples(corrections: str) -> tuple[list[str], list[str]]:
    """All that the graph and the evidence say."""
    told = stories()
    graph, evidence = emit(together(*told, corrections=corrections), articles(told))
    return [str(triple) for triple in graph], [str(triple) for triple in evidence]


@settings(max_examples=15, deadline=None)
@given(st.permutations(ALL), st.integers(0, len(ALL) - 1))
def test_their_order_changes_nothing_and_taking_them_out_gives_the_former_graph(order: list[str], some: int) -> None:
    assert triples("".join(order)) == triples("".join(ALL))
    kept = order[:some]
    assert triples("".join(kept)) == triples("".join(reversed(kept)))
    assert triples("") == (triples("")[0], [line for line in triples("")[1] if "orrection" not in line])


def test_a_corrected_graph_is_valid_and_says_who_corrected_it() -> None:
    told = stories()
    graph, evidence = emit(together(*told, corrections="".join(ALL[:-1])), articles(told))
    assert [finding for finding in validate([*graph, *evidence]) if finding.severity == "Violation"] == []
    lines = [str(triple) for triple in evidence]
    assert sum("ontology#Correction>" in line for line in lines) == 7
    assert sum('<http://xmlns.com/foaf/0.1/name> "Kim Lee"' in line for line in lines) == 1
