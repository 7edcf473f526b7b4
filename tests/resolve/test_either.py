"""People told as "killed or wounded" are casualties, not dead."""

import pytest

from recount.model import Link, LinkRole, Mention, MentionRole
from recount.resolve.either import without_either


def roles(text, *marks):
    """Return the roles that links keep; a mark is (words, role)."""
    links = []
    for words, role in marks:
        start = text.index(words)
        mention = Mention(start, start + len(words), MentionRole.QUANTITY)
        links.append(Link(LinkRole(role), mention))
    return [link.role.value for link in without_either(text, links)]


@pytest.mark.parametrize(
    "text",
    [
        "Some 30 people were killed or wounded in Osset.",
        "The army said it killed or wounded Some 30 people.",
        "Some 30 people had been either injured or killed.",
        "Shells hit Osset, killing or wounding Some 30 people.",
    ],
)
def test_nobody_says_how_many_of_them_died(text):
    assert roles(text, ("Some 30 people", "killed")) == ["casualties"]


def test_what_is_marked_twice_is_told_once():
    text = "Some 30 people were killed or wounded in Osset."
    people = "Some 30 people"
    assert roles(text, (people, "killed"), (people, "casualties")) == ["casualties"]


@pytest.mark.parametrize(
    "text",
    [
        "Some 30 people were killed and wounded in Osset.",
        "Some 30 people were killed, and more wounded.",
        "Some 30 people were killed or fled.",
    ],
)
def test_the_dead_stay_dead(text):
    assert roles(text, ("Some 30 people", "killed")) == ["killed"]
