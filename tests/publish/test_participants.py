"""Lists of who took part: one entry a person, and no words for nobody."""

from types import SimpleNamespace

import pytest

from recount.model import ActorKind, ActorValue, Property
from recount.publish.participants import is_anybody, participants


def name(words):
    return ActorValue(words, ActorKind.UNKNOWN, generic=False)


def people(words):
    return ActorValue(words, ActorKind.CIVILIANS, generic=True)


def listed(*values):
    told = [
        SimpleNamespace(id=str(at), property=Property.VICTIM, value=value)
        for at, value in enumerate(values)
    ]
    return [one.actor for one in participants(told, Property.VICTIM)]


@pytest.mark.parametrize("short", ["Marrash", "Ambassador Olo Marrash", "Dr. Marrash"])
def test_the_forms_of_one_name_are_one_entry(short):
    assert listed(name("Olo Marrash"), name(short)) == ["Olo Marrash"]


def test_a_surname_of_two_people_keeps_its_entry():
    both = [name("Olo Marrash"), name("Ana Marrash")]
    assert listed(*both, name("Marrash")) == ["Ana Marrash", "Marrash", "Olo Marrash"]


def test_a_description_takes_up_the_closer_one():
    assert listed(people("man"), people("53-year-old man")) == ["53-year-old man"]


def test_people_beside_anybody_have_no_entry():
    assert listed(people("people"), people("bakers")) == ["bakers"]


def test_people_alone_keep_their_entry():
    assert listed(people("people")) == ["people"]


def test_a_nationality_is_no_victim_beside_a_name():
    assert listed(name("Olo Marrash"), people("americans")) == ["Olo Marrash"]


def test_every_statement_of_an_entry_is_kept():
    told = [
        SimpleNamespace(id="1", property=Property.VICTIM, value=name("Olo Marrash")),
        SimpleNamespace(id="2", property=Property.VICTIM, value=name("Marrash")),
    ]
    assert participants(told, Property.VICTIM)[0].statements == ("1", "2")


@pytest.mark.parametrize(
    ("value", "anybody"),
    [
        (ActorValue("people", ActorKind.CIVILIANS, generic=True), True),
        (ActorValue("villagers", ActorKind.CIVILIANS, generic=True), False),
        (ActorValue("People", ActorKind.UNKNOWN, generic=False), False),
        (None, False),
    ],
)
def test_words_for_anybody_say_nothing_of_who(value, anybody):
    assert is_anybody(value) is anybody


def test_a_title_in_capitals_makes_no_other_person():
    assert listed(people("OLO MARRASH"), people("MAYOR OLO MARRASH")) == ["MAYOR OLO MARRASH"]
    assert listed(people("OTHERS"), people("a driver")) == ["a driver"]
