"""Each rule on a small graph, where it holds and where it does not; what follows, again and again; why."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import vocab
from kg.errors import KnowledgeError
from kg.graph.closure import Derivation, derive
from kg.graph.rules import levels, parse, rules

E = "https://example.org/id/"
FORCE = "e:force a kg:EntryIntoForce ; kg:treaty e:t ; kg:status kg:Happened ; kg:startDate '2026-02-18'^^xsd:date ."
JOINED = (
    "e:join a kg:Ratification ; kg:treaty e:t ; kg:status kg:Happened ; kg:ratifiedBy e:oman ; kg:participant e:oman ; "
    "kg:startDate '2026-05-01'^^xsd:date . e:t kg:party e:oman ."
)
LEFT = (
    "e:leave a kg:Withdrawal ; kg:treaty e:t ; kg:status kg:Happened ; kg:withdrawnBy e:oman ; kg:participant e:oman ; "
    "kg:startDate '2027-01-01'^^xsd:date ."
)
MINISTRY = "e:ministry a kg:GovernmentBody ; kg:ofState e:oman . e:oman a kg:State ."
MINISTER = f"{MINISTRY} e:ana a kg:Official ; kg:holdsPost e:post . e:post kg:postIn e:ministry ."
MEETING = "e:meeting a kg:Meeting ; kg:status kg:Happened ; kg:participant e:ana , e:ministry ."


def derived(turtle: str) -> dict[tuple[str, str, str], Derivation]:
    """Return what follows from a graph, by short names: ("e:oman", "kg:boundBy", "e:t")."""
    head = f"@prefix e: <{E}> . " + "".join(f"@prefix {name}: <{iri}> . " for name, iri in vocab.PREFIXES.items())
    store = ox.Store()
    store.load((head + turtle.replace("'", '"')).encode(), format=ox.RdfFormat.TURTLE)
    return {shortened(triple): derivation for triple, derivation in derive(store, rules()).items()}


def shortened(triple: tuple[str, ...]) -> tuple[str, str, str]:
    """Return a triple's terms with the prefixes e: and kg:, rdf:type as "a"."""
    one, two, three = (
        term[1:-1].replace(E, "e:").replace(vocab.KG, "kg:").replace(vocab.RDF + "type", "a") for term in triple
    )
    return one, two, three


def said(turtle: str) -> set[str]:
    """Return what follows, as text, without the classes that ends of properties and superclasses give."""
    found = derived(turtle)
    return {" ".join(triple) for triple in found if triple[1] != "a" or triple[2] == "kg:TreatyInForce"}


BOUND, LATER = "e:oman kg:boundBy e:t", "e:oman kg:formerlyBoundBy e:t"
IN_FORCE = "e:t a kg:TreatyInForce"
CASES = {
    "in force": (FORCE, {IN_FORCE}),
    "not yet in force": (FORCE.replace("Happened", "Planned"), set()),
    "bound": (FORCE + JOINED, {IN_FORCE, BOUND}),
    "not in force, so not bound": (JOINED, set()),
    "left": (FORCE + JOINED + LEFT, {IN_FORCE, LATER}),
    "stays: the withdrawal was denied": (FORCE + JOINED + LEFT.replace("Happened", "Denied"), {IN_FORCE, BOUND}),
    "stays: another one left": (FORCE + JOINED + LEFT.replace("e:oman", "e:iran"), {IN_FORCE, BOUND}),
    "stays until the notice takes effect": (
        FORCE + JOINED + LEFT + LEFT.replace("e:leave", "e:effect").replace("Happened", "Planned"),
        {IN_FORCE, BOUND},
    ),
    "left and came back": (
        FORCE + JOINED + LEFT + JOINED.replace("e:join", "e:again").replace("2026-05", "2028-05"),
        {IN_FORCE, BOUND, LATER},
    ),
    "left through its ministry": (
        FORCE + JOINED + MINISTRY + LEFT.replace("e:oman", "e:ministry"),
        {IN_FORCE, LATER, "e:leave kg:represented e:oman"},
    ),
    "official of a state": (MINISTER, {"e:ana kg:officialOf e:oman", "e:post kg:ofState e:oman"}),
    "once an official": (MINISTER.replace("holdsPost", "formerlyHeldPost"), {"e:post kg:ofState e:oman"}),
    "no official: a party": (MINISTER.replace("GovernmentBody", "PoliticalParty"), set()),
    "no official: a party's post of the state": (
        MINISTER.replace("GovernmentBody", "PoliticalParty") + " e:post kg:ofState e:oman .",
        set(),
    ),
    "official of an organization": (
        MINISTER.replace("GovernmentBody ; kg:ofState e:oman", "InternationalOrganization"),
        {"e:ana kg:officialOf e:ministry"},
    ),
    "part of a ministry": (
        f"{MINISTRY} e:office a kg:Committee ; kg:partOf e:ministry .",
        {"e:office kg:ofState e:oman"},
    ),
    "no part of the state: an international organ": (
        f"{MINISTRY} e:un a kg:InternationalOrganization . e:office a kg:Committee ; kg:partOf e:ministry , e:un .",
        set(),
    ),
    "member by post": (
        "e:ana kg:holdsPost e:post . e:post kg:postRole kg:Member ; kg:postIn e:house . e:house a kg:Organization .",
        {"e:ana kg:memberOf e:house"},
    ),
    "no member: a director": (
        "e:ana kg:holdsPost e:post . e:post kg:postRole kg:Director ; kg:postIn e:house . e:house a kg:Organization .",
        set(),
    ),
    "represented": (
        MINISTER + MEETING,
        {"e:ana kg:officialOf e:oman", "e:post kg:ofState e:oman", "e:meeting kg:represented e:oman"},
    ),
    "represented by a body": (MINISTRY + MEETING, {"e:meeting kg:represented e:oman"}),
    "a planned meeting": (MINISTRY + MEETING.replace("Happened", "Planned"), set()),
    "an alleged meeting": (MINISTRY + MEETING.replace("Happened", "Alleged"), set()),
    "a signer takes part": ("e:x kg:signedBy e:oman .", {"e:x kg:participant e:oman"}),
}


@pytest.mark.parametrize("case", CASES)
def test_what_follows(case: str) -> None:
    turtle, expected = CASES[case]
    assert said(turtle) == expected


def test_classes_follow_from_what_is_said_and_classes_above_from_classes() -> None:
    found = {triple[2] for triple in derived("e:ana kg:holdsPost e:post .") if triple[0] == "e:ana"}
    assert found == {"kg:Official", "kg:Person", "kg:Agent"}


@pytest.mark.parametrize(
    ("force", "joined", "since"),
    [
        ("2026-02-18", "2026-05-01", "2026-05-01"),
        ("2026-02-18", "2025-05-01", "2026-02-18"),
        ("2026-02-18", "2025", "2026-02-18"),
        ("2026-02-18", "2026", "2026"),
        ("2026", "2026-02-18", "2026"),
    ],
)
def test_who_is_bound_is_so_since_the_later_date_as_far_as_it_is_known(force: str, joined: str, since: str) -> None:
    def dated(text: str, old: str, new: str) -> str:
        return text.replace(f"'{old}'^^xsd:date", f"'{new}'^^xsd:{'date' if len(new) > 4 else 'gYear'}")

    turtle = dated(FORCE, "2026-02-18", force) + dated(JOINED, "2026-05-01", joined)
    assert derived(turtle)["e:oman", "kg:boundBy", "e:t"].start == since


EFFECT, BACK = LEFT.replace("e:leave", "e:effect").replace("2027", "2028"), JOINED.replace("e:join", "e:again")


@pytest.mark.parametrize(
    ("more", "since", "until"),
    [
        ("", "2026-05-01", "2027-01-01"),
        (EFFECT, "2026-05-01", "2028-01-01"),
        (BACK.replace("2026-05", "2028-05"), "2026-05-01", "2027-01-01"),
        (BACK.replace("2026-05", "2027-05") + EFFECT, "2027-05-01", "2028-01-01"),
    ],
    ids=["left", "notice and effect", "came back", "came back and left again"],
)
def test_since_and_until_when_somebody_was_bound_is_told(more: str, since: str, until: str) -> None:
    found = derived(FORCE + JOINED + LEFT + more)["e:oman", "kg:formerlyBoundBy", "e:t"]
    assert (found.start, found.end, found.rule) == (since, until, "left")


def test_who_left_before_the_entry_into_force_was_never_bound() -> None:
    assert said(FORCE.replace("2026", "2029") + JOINED + LEFT) == {IN_FORCE}


@given(st.permutations(range(7)))
def test_parts_of_parts_are_parts_whatever_the_order(order: list[int]) -> None:
    found = derived(" ".join(f"e:n{at} kg:partOf e:n{at + 1} ." for at in order))
    chain = {(f"e:n{a}", "kg:partOf", f"e:n{b}") for a in range(8) for b in range(a + 2, 8)}
    assert {triple for triple in found if triple[1] == "kg:partOf"} == chain
    for triple in chain:  # every reason leads down to what is stated
        row = [triple]
        for one in row:
            row += [shortened(premise) for premise in found[one].premises if shortened(premise) in chain]
            assert len(row) < 100


def test_a_circle_of_parts_comes_to_an_end() -> None:
    assert said("e:a kg:partOf e:b . e:b kg:partOf e:a .") == set()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"iff": "x"}, "r.toml: [x]: there is no key 'iff'; did you mean if?"),
        ({"if": "?a kg:party ?b"}, "r.toml: [x]: if is a list of triples"),
        (
            {"then": "?a kg:party"},
            "r.toml: [x]: then: '?a kg:party' is no triple; write it as \"?treaty kg:party ?who\"",
        ),
        ({"then": "?a kg:party ?c"}, "r.toml: [x]: then: its variables have to stand in if"),
        ({"then": "?a kg:parti ?b"}, "r.toml: [x]: then: the vocabulary has no term kg:parti; did you mean kg:party?"),
    ],
)
def test_a_wrong_rule_is_told_with_its_name_and_key(change: dict[str, object], message: str) -> None:
    rule = {"label": "l", "explanation": "e", "if": ["?a kg:party ?b"], "then": "?a kg:signatory ?b", **change}
    with pytest.raises(KnowledgeError) as caught:
        parse({"x": rule}, Path("r.toml"))
    assert str(caught.value) == message


def test_a_rule_whose_condition_rests_on_its_own_conclusion_is_refused() -> None:
    rule = {
        "label": "l", "explanation": "e", "if": ["?a kg:party ?b"], "unless": "?a kg:signatory ?b",
        "then": "?a kg:signatory ?b",
    }  # fmt: skip
    with pytest.raises(KnowledgeError) as caught:
        levels(parse({"x": rule}, Path("r.toml")))
    assert str(caught.value).endswith("rules.toml: the conditions of x rest on what is concluded from them")


def test_rules_with_events_ask_whether_they_happened() -> None:
    for rule in rules():
        events = {"participant", "EntryIntoForce", "withdrawnBy", "ratifiedBy"}
        if "-" not in rule.name.replace("in-force", "") and rule.rests_on & events:
            assert "kg:status kg:Happened" in rule.where, rule.name
