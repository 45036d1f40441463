"""The vocabulary: closed, and as the public contract has it."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import paths, vocab
from kg.errors import KnowledgeError
from kg.language import language_codes, load_language


def _words(text: str) -> list[str]:
    return text.split()


EVENTS = _words("Adoption Signing Ratification EntryIntoForce Withdrawal Negotiation Meeting Visit Decision")
ROLES = _words(
    "Minister DeputyMinister PrimeMinister DeputyPrimeMinister President VicePresident GeneralSecretary "
    "SecretaryGeneral Ambassador ForeignMinister Chairperson Member Director Spokesperson Judge Monarch "
    "Governor SpecialEnvoy Commissioner PermanentRepresentative Speaker Commander DeputyDirector "
    "DeputyChairperson DeputySpeaker DeputySecretaryGeneral DeputyCommander DeputyGovernor DeputyAmbassador"
)
ROLES_OF_AGENTS = _words("host organizer chair speaker signedBy ratifiedBy withdrawnBy mediator decidedBy")
CLAIMED = _words(
    "adoptedBy signatory party depositary topic articleCount signatoryCount ratificationThreshold treaty "
    "status datePrecision dateBasis startDate endDate place partOf participant attendeeCount delegationCount "
    "statementCount sideEventCount sessionCount holdsPost postRole formerlyHeldPost postIn accreditedTo "
    "memberOf rank ofState"
)
UNCLAIMED = _words(
    "translationOf confidence independentSources conflictsWith evidence qualifier rule textDigest decision told "
    "corrects inferredFrom validFrom validUntil boundBy formerlyBoundBy officialOf represented"
)


def test_every_class_of_the_contract_is_declared() -> None:
    others = _words(
        "Treaty Event Person Official Organization InternationalOrganization GovernmentBody Committee "
        "PoliticalParty Company Association State Place Post Article Work Claim Passage Correction"
    )
    assert {*EVENTS, *others} <= set(vocab.classes())


def test_superclasses_come_nearest_first() -> None:
    assert vocab.superclasses("Official") == ("Person", "Agent")
    assert vocab.superclasses("GovernmentBody") == ("Organization", "Agent")
    assert vocab.superclasses("Treaty") == ()
    assert all(vocab.superclasses(kind) == ("Event",) for kind in EVENTS)


def test_a_state_is_no_place_and_an_official_is_a_person() -> None:
    assert not vocab.is_a("State", "Place")
    assert vocab.is_a("Official", "Person")
    assert not vocab.is_a("Person", "Official")


def test_a_role_in_an_event_is_a_participation() -> None:
    assert all(vocab.superproperties(name) == ("participant",) for name in ROLES_OF_AGENTS)
    assert vocab.superproperties("place") == ()


def test_properties_between_adopted_by_and_of_state_are_claimed_and_no_others() -> None:
    assert vocab.claimed() == {*CLAIMED, *ROLES_OF_AGENTS}
    assert set(UNCLAIMED) == set(vocab.properties()) - vocab.claimed()


def test_object_properties_lead_to_things() -> None:
    assert {"signatory", "status", "postRole", "evidence"} <= vocab.object_properties()
    assert not {"startDate", "rank", "articleCount"} & vocab.object_properties()


def test_every_property_that_facts_lead_along_has_a_name_from_its_other_end() -> None:
    named = [vocab.inverse_label(name) for name in sorted(vocab.claimed() & vocab.object_properties())]
    assert all(named) and len(set(named)) == len(named)
    assert vocab.inverse_label("signedBy") == "signs at"


@pytest.mark.parametrize("role", ROLES)
def test_every_role_of_the_contract_is_a_concept_with_a_label(role: str) -> None:
    assert vocab.concept_types(role) == ("Role",)
    assert vocab.is_skos_concept(role)
    assert vocab.label(role)


def test_a_foreign_minister_is_a_minister_and_a_deputy_is_none() -> None:
    assert vocab.broader("ForeignMinister") == ("Minister",)
    assert vocab.broader("PermanentRepresentative") == ("Ambassador",)
    assert vocab.broader("Speaker") == ("Chairperson",)
    assert vocab.broader("DeputyForeignMinister") == ("DeputyMinister",)
    assert vocab.broader("DeputyMinister") == ()


def test_no_deputy_has_a_broader_role_that_is_no_second() -> None:
    seconds = ("Deputy", "Vice", "First")
    deputies = [role for role in vocab.concepts("Role") if role.startswith("Deputy")]
    assert all(above.startswith(seconds) for role in deputies for above in vocab.broader(role))


def test_values_of_event_properties() -> None:
    assert vocab.concepts("Status") == ("Alleged", "Denied", "Happened", "Planned")
    assert vocab.concepts("Precision") == ("Day", "Month", "Year")
    assert vocab.concepts("Basis") == ("Inferred", "Stated")
    assert not vocab.is_skos_concept("Planned")


def test_a_term_has_its_iri() -> None:
    assert vocab.iri("Signing") == "https://w3id.org/treaty-kg/ontology#Signing"


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("Signings", "the vocabulary has no term kg:Signings; did you mean kg:Signing?"),
        ("signedby", "the vocabulary has no term kg:signedby; did you mean kg:signedBy?"),
        ("xyzzy", "the vocabulary has no term kg:xyzzy"),
    ],
)
def test_a_misspelt_term_is_refused_with_the_nearest_one(wrong: str, message: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        vocab.iri(wrong)
    assert str(caught.value) == message


def test_superclasses_of_a_misspelt_class_are_refused() -> None:
    with pytest.raises(KnowledgeError, match="did you mean kg:Official"):
        vocab.superclasses("Offical")


def test_every_term_has_an_english_label_and_every_class_and_property_a_comment() -> None:
    graph = {
        (quad.subject.value, quad.predicate.value)
        for quad in ox.parse(path=str(paths.ontology_path("kg.ttl")))
        if isinstance(quad.subject, ox.NamedNode)
    }
    for name in (*vocab.classes(), *vocab.properties()):
        assert (vocab.iri(name), vocab.RDFS + "label") in graph, name
        assert (vocab.iri(name), vocab.RDFS + "comment") in graph, name


def test_alignments_speak_of_declared_terms_only() -> None:
    for quad in ox.parse(path=str(paths.ontology_path("alignments.ttl"))):
        for term in (quad.subject, quad.object):
            if isinstance(term, ox.NamedNode) and term.value.startswith(vocab.KG):
                vocab.iri(term.value.removeprefix(vocab.KG))


def test_a_missing_part_of_the_ontology_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KnowledgeError) as caught:
        paths.ontology_path("languages", "xx.toml")
    missing = paths.ontology_path("languages") / "xx.toml"
    assert str(caught.value) == f"{missing} is missing: reinstall treaty-kg, or restore the file in your checkout"


def test_the_wheels_copy_of_the_ontology_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("kg/_ontology", "ontology"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "kg.ttl").write_text("")
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "kg" / "paths.py"))
    paths._root.cache_clear()
    try:
        assert paths.ontology_path("kg.ttl") == tmp_path / "kg" / "_ontology" / "kg.ttl"
        (tmp_path / "kg" / "_ontology" / "kg.ttl").unlink()
        paths._root.cache_clear()
        assert paths.ontology_path() == tmp_path / "ontology"
    finally:
        paths._root.cache_clear()


def test_roles_have_the_labels_of_the_language_files() -> None:
    """Wrong after a change of a language file's roles? `python tools/label_roles.py` writes them anew."""
    forms = {code: load_language(code).table("roles") for code in language_codes() if code != "en"}
    for role in vocab.concepts("Role"):
        told = {code: text for code, text in vocab.labels(role).items() if code != "en"}
        assert told == {code: table[role][0] for code, table in forms.items() if table.get(role)}, role
