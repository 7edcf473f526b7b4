"""Wounded of whom some died."""

from __future__ import annotations

import pytest

from recount.model import Link, LinkRole, Mention, MentionRole, Property


@pytest.fixture
def counts(main_counts):
    """Return the account's own numbers of dead and wounded."""

    def read(text, killed, wounded):
        links = [
            Link(role, Mention(at, at + len(words), MentionRole.QUANTITY))
            for role, words in ((LinkRole.KILLED, killed), (LinkRole.WOUNDED, wounded))
            if words is not None
            for at in (text.index(words),)
        ]
        found = main_counts(text, links)
        return tuple(
            None if (one := found.get(prop)) is None else one.value
            for prop in (Property.KILLED, Property.WOUNDED)
        )

    return read


@pytest.mark.parametrize(
    ("text", "killed", "wounded", "expected"),
    [
        ("It killed four and injured 14, one of whom died.", "four", "14", (5, 13)),
        ("It injured 14 people, two of whom have died.", None, "14 people", (2, 12)),
        ("It killed four and injured 14, one of whom fled.", "four", "14", (4, 14)),
        ("It injured 14, one of whom died. Five are dead.", "Five", "14", (5, 13)),
    ],
)
def test_those_who_died_are_moved_to_the_dead(counts, text, killed, wounded, expected):
    assert counts(text, killed, wounded) == expected
