"""A victim of whom the words say that he died is one dead, where nobody counts."""

from __future__ import annotations

import pytest

from recount.model import Link, LinkRole, Mention, MentionRole, Property


@pytest.fixture
def dead(main_counts):
    """Return the number of dead of a text with one victim."""

    def read(text, victim):
        at = text.index(victim)
        link = Link(LinkRole.VICTIM, Mention(at, at + len(victim), MentionRole.PARTICIPANT))
        found = main_counts(text, [link]).get(Property.KILLED)
        return None if found is None else found.value

    return read


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("Victim of Friday's raid died on Monday evening in Osset.", "Victim"),
        ("A guard wounded at Osset has since died.", "A guard"),
        ("A boy in Osset was later pronounced dead.", "A boy"),
        ("The teen dies in Osset.", "The teen"),
    ],
)
def test_a_victim_who_died_is_one_dead(dead, text, victim):
    assert dead(text, victim) == 1


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("A guard was hurt at Osset, and his dog died.", "A guard"),
        ("It is unclear whether a guard has died at Osset.", "a guard"),
        ("Guards at Osset died.", "Guards"),
        ("A guard's hopes died at Osset.", "A guard"),
    ],
)
def test_nobody_else_is(dead, text, victim):
    assert dead(text, victim) is None
