"""A place is no actor."""

from __future__ import annotations

import pytest

from recount.model import ActorKind, ActorValue, Property, Span, Unknown
from recount.resolve.actor_places import without_place


class Places:
    """The places of a text, by their names."""

    def __init__(self, *names):
        self.names = names

    def names_wholly(self, words):
        return words in self.names


def read(text, words, value, prop=Property.PERPETRATOR):
    at = text.index(words)
    return without_place(prop, value, Span(at, at + len(words)), text, Places("Orvel", "Velmar"))


@pytest.mark.parametrize("name", ["Orvel", "Vellan State", "Tarn Valley Province"])
def test_a_place_is_no_perpetrator(name):
    value = read(f"{name} was hit.", name, ActorValue(name, ActorKind.UNKNOWN, generic=False))
    assert isinstance(value, Unknown)


@pytest.mark.parametrize("name", ["Islamic State", "Tarn Column"])
def test_a_group_stays(name):
    value = ActorValue(name, ActorKind.UNKNOWN, generic=False)
    assert read(f"{name} struck.", name, value) is value


def test_a_country_that_acts_stays_and_one_of_a_dateline_does_not():
    value = ActorValue("Velmar", ActorKind.STATE_FORCES, generic=False)
    assert read("Troops said Velmar struck Orvel.", "Velmar", value) is value
    assert read("KHARUN, Velmar (May 4) - A mine killed two.", "Velmar", value) is None
