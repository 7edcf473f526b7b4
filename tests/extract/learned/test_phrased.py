"""People whose harm is told in set phrases, where an account counts nobody of the kind."""

from __future__ import annotations

import pytest

from recount.extract.learned.phrased import with_phrased
from recount.extract.learned.words import Page
from recount.model import (
    Account,
    IncidentType,
    LinkRole,
    Mention,
    MentionRole,
    Realis,
    Scope,
    Span,
)


@pytest.fixture
def told(scanned):
    """Return the people of one incident: role and words."""

    def read(text, trigger, kind=IncidentType.ATTACK, realis=Realis.ACTUAL):
        page = Page(scanned(text), None, ())
        at = text.index(trigger)
        mention = Mention(at, at + len(trigger), MentionRole.TRIGGER)
        account = Account(
            Account.id_of("d", "r", (mention,)),
            "d",
            "r",
            (mention,),
            kind,
            realis,
            Scope.POLITICAL,
            (),
            (),
            Span(0, len(text)),
            0.9,
        )
        (found,) = with_phrased(page, [account])
        return [(one.role, text[one.mention.start : one.mention.end]) for one in found.links]

    return read


@pytest.mark.parametrize(
    ("after", "who"),
    [
        ("Six other marchers are nursing gunshot wounds.", "Six other marchers"),
        ("Two guards sustained burns.", "Two guards"),
        ("Her husband has a concussion and took a bullet.", None),
        ("His apprentice lost a leg.", "His apprentice"),
        ("Seventeen people are in hospital.", "Seventeen people"),
        ("At least 30 others survived with injuries.", "At least 30 others"),
        ("Eleven people needed treatment.", "Eleven people"),
        ("Four clerks on their way home received fragments.", "Four clerks"),
        ("Her granddaughter, 11, was taken to the district hospital.", "Her granddaughter"),
        ("His wife, who stood at the gate, is in intensive care.", "His wife"),
        ("A clerk was rushed to a hospital, where he died.", None),
        ("A man in his 40s is in hospital.", "A man"),
        ("Her husband was hit in the arm.", "Her husband"),
        ("A boy of 13 stepped on a shell and lost his right foot.", "A boy"),
        ("Her husband was hit in the head.", None),
    ],
)
def test_phrases_for_wounds(told, after, who):
    found = told(f"Gunmen opened fire in Velm. {after}", "opened fire")
    wounded = [words for role, words in found if role is LinkRole.WOUNDED]
    assert wounded == ([] if who is None else [who])


def test_injuries_to_people(told):
    text = "A gang attacked Velm, with the deaths of 21 persons and injuries to 12 others."
    found = dict(told(text, "attacked"))
    assert found == {LinkRole.KILLED: "21 persons", LinkRole.WOUNDED: "12 others"}


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "role", "who"),
    [
        (
            "Raiders stopped a lorry near Velm and took away nine drivers.",
            "stopped",
            IncidentType.ABDUCTION,
            LinkRole.ABDUCTED,
            "nine drivers",
        ),
        (
            "Soldiers came to a farm in Velm and led away two cousins.",
            "came to",
            IncidentType.ARRESTS,
            LinkRole.ARRESTED,
            "two cousins",
        ),
    ],
)
def test_whoever_is_taken(told, text, trigger, kind, role, who):
    assert told(text, trigger, kind) == [(role, who)]


def test_arrests_at_a_protest(told):
    text = "Police dispersed a march in Velm. Ninety people were bundled into vans."
    found = told(text, "dispersed", IncidentType.PROTEST_INTERVENTION)
    assert found == [(LinkRole.ARRESTED, "Ninety people")]


def test_arrests_in_plain_words_at_any_incident(told):
    found = told("A grenade was thrown in Velm. Two young men are in custody.", "thrown")
    assert found == [(LinkRole.ARRESTED, "Two young men")]


def test_no_arrests_in_another_kind_of_incident(told):
    assert told("Gunmen opened fire in Velm. Ninety people were bundled into vans.", "opened") == []


@pytest.mark.parametrize(
    ("after", "who"),
    [
        ("Two of the brothers met their Lord.", "Two"),
        ("Two of our men embraced martyrdom.", "Two"),
        ("Two clerks lost their lives.", "Two clerks"),
        ("Two clerks met their mayor.", None),
    ],
)
def test_phrases_for_death(told, after, who):
    found = told(f"Gunmen opened fire in Velm. {after}", "opened fire")
    killed = [words for role, words in found if role is LinkRole.KILLED]
    assert killed == ([] if who is None else [who])


def test_nobody_is_hurt_by_what_is_only_planned(told):
    text = "Gunmen planned to open fire in Velm. Two guards sustained burns."
    assert told(text, "open fire", realis=Realis.PLANNED) == []


@pytest.mark.parametrize(
    "after",
    [
        "Two shops sustained damage.",
        "Two officers received letters.",
        "The mayor took a walk.",
        "Three doctors treated the injured.",
    ],
)
def test_other_uses_of_the_words(told, after):
    assert told(f"Gunmen opened fire in Velm. {after}", "opened fire") == []
