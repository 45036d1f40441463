"""The things that are gathered while one article is read."""

from __future__ import annotations

from kg.extract.registry import Registry
from kg.model import Mention, Name, Statement


def said(subject: str, predicate: str, target: str, confidence: float = 0.9, start: int = 0) -> Statement:
    return Statement(subject, predicate, target, start, start + 5, "test", confidence=confidence)


def test_one_identity_is_one_thing_and_ids_follow_the_order_of_making() -> None:
    registry = Registry()
    first, second = registry.thing("a", "State"), registry.thing("b", "Place")
    assert registry.thing("a", "State") is first
    assert (first.id, second.id) == ("t1", "t2")
    assert registry.find("b") is second and registry.find("c") is None


def test_a_person_becomes_an_official_and_never_the_other_way() -> None:
    registry = Registry()
    registry.thing("p", "Person")
    assert registry.thing("p", "Official").kind == "Official"
    assert registry.thing("p", "Person").kind == "Official"


def test_other_kinds_stay_what_they_are() -> None:
    registry = Registry()
    registry.thing("s", "State")
    assert registry.thing("s", "Official").kind == "State"


def test_of_statements_that_say_the_same_the_surest_stays_then_the_first() -> None:
    registry = Registry()
    for confidence, start in ((0.5, 10), (0.9, 20), (0.9, 30)):
        registry.say(said("t1", "memberOf", "t2", confidence, start))
    assert [(s.confidence, s.start) for s in registry.statements.values()] == [(0.9, 20)]


def test_what_is_forgotten_leaves_nothing_behind() -> None:
    registry = Registry()
    gone, kept = registry.thing("a", "Treaty"), registry.thing("b", "State")
    registry.say(said(kept.id, "signatory", gone.id))
    registry.say(said(gone.id, "topic", kept.id))
    registry.say(said(kept.id, "memberOf", kept.id))
    registry.drop(gone.id)
    assert [d.id for d in registry.things()] == [kept.id]
    assert [s.predicate for s in registry.statements.values()] == ["memberOf"]


def test_names_come_sure_ones_first_then_the_fuller() -> None:
    registry = Registry()
    draft = registry.thing("p", "Person")
    draft.named("Bela", 30, 34)
    draft.named("Belą", 50, 54, sure=False)
    draft.named("Ana Bela", 0, 8)
    draft.named("", 60, 60)
    assert [n.text for n in registry.things()[0].names] == ["Ana Bela", "Bela", "Belą"]
    assert registry.things()[0].names[0] == Name("Ana Bela", 0, 8)


def test_mentions_come_in_the_order_of_the_text_each_once() -> None:
    registry = Registry()
    one, two = registry.thing("a", "State"), registry.thing("b", "State")
    two.spans |= {(9, 12), (0, 3)}
    one.spans |= {(4, 8)}
    assert registry.mentions() == (Mention(two.id, 0, 3), Mention(one.id, 4, 8), Mention(two.id, 9, 12))
