"""People named whose death a sentence tells plainly."""

from __future__ import annotations

import pytest

from recount.extract.learned.named_dead import with_named_dead
from recount.extract.learned.words import Page
from recount.model import (
    Account,
    IncidentType,
    Link,
    LinkRole,
    Mention,
    MentionRole,
    Realis,
    Scope,
    Span,
)


@pytest.fixture
def dead(scanned):
    """Return the words of the dead of one incident, whose heads have marked ``marked``."""

    def read(text, marked=None, realis=Realis.ACTUAL):
        page = Page(scanned(text), None, ())
        at = text.index("fired")
        mention = Mention(at, at + 5, MentionRole.TRIGGER)
        links = ()
        if marked is not None:
            start = text.index(marked)
            told = Mention(start, start + len(marked), MentionRole.QUANTITY, "number")
            links = (Link(LinkRole.KILLED, told, confidence=0.9),)
        account = Account(
            Account.id_of("d", "r", (mention,)),
            "d",
            "r",
            (mention,),
            IncidentType.ATTACK,
            realis,
            Scope.POLITICAL,
            links,
            (),
            Span(0, len(text)),
            0.9,
        )
        (found,) = with_named_dead(page, [account])
        killed = [link for link in found.links if link.role is LinkRole.KILLED]
        return [text[link.mention.start : link.mention.end] for link in killed]

    return read


def test_what_stands_between_a_name_and_its_verb(dead):
    text = "Police fired on pickets. Badal Vell, 35, a driver who was hit there, died on Tuesday."
    assert dead(text) == ["Badal Vell"]


def test_beside_somebody_told_singly(dead):
    text = "Police fired on pickets. A student was killed. Badal Vell, 35, died on Tuesday."
    assert dead(text, "A student") == ["A student", "Badal Vell"]


@pytest.mark.parametrize(
    "text",
    [
        "Police fired on pickets. Badal Vell, 35, a driver, said two had died.",
        "Police fired on pickets. Badal Vell, 35, whose brother was killed, wept.",
        "Police fired on pickets. Badal Vell, 35, died of cancer.",
        "Police fired on pickets. They asked whether Badal Vell was killed.",
    ],
)
def test_others_than_the_dead(dead, text):
    assert dead(text) == []


def test_nobody_beside_a_number_of_several(dead):
    text = "Police fired on pickets. Six people were killed. Badal Vell, 35, died on Tuesday."
    assert dead(text, "Six people") == ["Six people"]


def test_nobody_in_a_plan(dead):
    text = "Police fired on pickets. Badal Vell, 35, died on Tuesday."
    assert dead(text, realis=Realis.PLANNED) == []
