"""Mentions of actors to canonical names, with what they stand for."""

from __future__ import annotations

import pytest

from recount.model import ActorKind, ActorValue, Span, SpanRole, Unknown
from recount.resolve.actor import ActorResolver
from recount.resources.actors import learn_aliases, load_actors

ACTORS = load_actors()
FLM = "Front for the Liberation of Marenza"


def resolver(text):
    learned = learn_aliases(text, ACTORS)
    return ActorResolver(text, ACTORS, learned, ACTORS.find(text, learned), document="d1")


def resolved(text, words, where=None, last=True):
    at = text.rindex(words) if last else text.index(words)
    return resolver(text).resolve(Span(at, at + len(words)), where)


def actor(text, words, where=None):
    value = resolved(text, words, where).value
    return value.actor if isinstance(value, ActorValue) else None


def test_a_listed_name_gives_the_canonical_one():
    found = resolved("ISKP fighters struck.", "ISKP fighters")
    expected = ActorValue("Islamic State Khorasan Province", ActorKind.REBEL_GROUP, generic=False)
    assert found.value == expected


def test_a_learnt_alias_says_where_it_was_introduced():
    text = f"The {FLM} (FLM) met. The FLM struck."
    found = resolved(text, "FLM")
    assert found.value == ActorValue(FLM, ActorKind.REBEL_GROUP, generic=False)
    assert [span.of(text) for span in found.spans] == ["FLM"]
    assert "introduces" in found.reasons[0]


def test_an_equated_parent_is_the_affiliate():
    text = "Raids by IS-K (Daesh) grew. On Monday Daesh struck."
    assert actor(text, "Daesh") == "Islamic State Khorasan Province"


def test_a_parent_that_is_not_equated_stays_with_the_affiliate_as_candidate():
    text = "ISIS-K is the affiliate of ISIS. On Monday ISIS struck."
    found = resolved(text, "ISIS")
    assert isinstance(found.value, ActorValue)
    assert found.value.actor == "Islamic State"
    assert found.candidates == ("Islamic State Khorasan Province",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Harun Brigade struck Port Sel. The group fled.", "The group"),
        ("Harun Brigade men fell. Police say the terrorist group is weak.", "the terrorist group"),
        ("The Harun Brigade struck. It fled.", "It"),
        ("The Harun Brigade struck Port Sel. The militants fled.", "The militants"),
        ("The Harun Brigade met. It has grown. The group has been blamed for raids.", "The group"),
        ("The Taliban fought the Harun Brigade and drove the group back.", "the group"),
        ("The Harun Brigade is a rival of the Taliban, and it wants war.", "it"),
    ],
)  # fmt: skip
def test_a_short_form_stands_for_the_named_group(text, words):
    found = resolved(text, words)
    assert isinstance(found.value, ActorValue)
    assert found.value.actor == "Harun Brigade"
    antecedents = [span.of(text) for span in found.spans if span.role is SpanRole.ANTECEDENT]
    assert antecedents == ["Harun Brigade"]


@pytest.mark.parametrize("words", ["the group", "it", "he", "they"])
def test_what_stands_for_nothing_is_unknown_with_a_reason(words):
    value = resolved(f"On Monday {words} left.", words).value
    assert isinstance(value, Unknown)
    assert value.reason


def test_he_is_never_a_group():
    assert actor("The Harun Brigade met. Later he left.", "he") is None


def test_two_groups_are_not_one():
    text = "The Taliban and the Harun Brigade met. The two groups fought."
    assert actor(text, "The two groups") is None


def test_militants_without_a_name_near_stay_generic():
    found = resolved("On Monday the militants fled.", "the militants").value
    assert found == ActorValue("militants", ActorKind.REBEL_GROUP, generic=True)


def test_people_are_civilians():
    found = resolved("At least 24 mourners died.", "24 mourners").value
    assert found == ActorValue("mourners", ActorKind.CIVILIANS, generic=True)


def test_an_army_abroad_is_an_external_force():
    text = "Kenyan troops shelled it."
    abroad = resolved(text, "Kenyan troops", where="SO").value
    home = resolved(text, "Kenyan troops", where="KE").value
    assert isinstance(abroad, ActorValue)
    assert isinstance(home, ActorValue)
    assert abroad.kind is ActorKind.EXTERNAL_FORCES
    assert home.kind is ActorKind.STATE_FORCES


def test_a_name_that_no_list_has_is_kept_as_a_doubtful_name():
    found = resolved("The raid was led by Orvan Tesk.", "Orvan Tesk")
    assert found.value == ActorValue("Orvan Tesk", ActorKind.UNKNOWN, generic=False)
    assert found.confidence < 0.5


def test_document_actors_gather_aliases_and_mentions():
    text = "ISKP struck. IS-K fled. Gunmen came."
    actors = {a.actor: a for a in resolver(text).document_actors()}
    iskp = actors["Islamic State Khorasan Province"]
    assert iskp.aliases == ("IS-K", "ISKP")
    assert [span.of(text) for span in iskp.mentions] == ["ISKP", "IS-K"]
    assert iskp.document == "d1"
    assert iskp.shipped
    assert actors["gunmen"].generic


def test_us_in_capitals_is_a_country_and_no_pronoun(read_rules, resources):
    from recount.model import Property
    from recount.resolve import choose_publication, resolve

    document, extraction = read_rules(
        "Hundreds joined the Taliban. Omar Venn was killed by a US airstrike on July 26, 2016."
    )
    done = resolve(
        document,
        extraction,
        publication=choose_publication(document, (), None),
        outlet=None,
        resources=resources,
    )
    made = [s.value.actor for s in done.statements if s.property is Property.PERPETRATOR]
    assert made == ["United States"]
