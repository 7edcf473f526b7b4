"""Dead told late in news of wounded: they may be another incident's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from recount.model import (
    Account,
    Extraction,
    IncidentType,
    Link,
    LinkRole,
    Mention,
    MentionRole,
    Property,
    Publication,
    PublicationBasis,
    Realis,
    Scope,
    Span,
)
from recount.resolve import resolve
from recount.resolve.doubtful import CONFIDENCE

ISSUED = date(2031, 5, 6)
ROLES = {"date": MentionRole.TIME}
FILLING = "Officials gave no names and asked the people of Osset to stay at home. " * 8


@pytest.fixture
def read(as_document, resources):
    """Return the statements of one account; a mark is (words, role)."""

    def run(text, *marks, title=None, trigger="hurt"):
        document = replace(as_document(text), title=title)
        links = []
        for words, role in marks:
            at = text.index(words)
            kind = ROLES.get(role, MentionRole.QUANTITY)
            links.append(Link(LinkRole(role), Mention(at, at + len(words), kind)))
        at = text.index(trigger)
        account = Account(
            "a", document.id, document.rendition,
            (Mention(at, at + len(trigger), MentionRole.TRIGGER),),
            IncidentType.ATTACK, Realis.ACTUAL, Scope.POLITICAL, tuple(links), (),
            Span(0, len(text)), 1.0,
        )  # fmt: skip
        done = resolve(
            document,
            Extraction(document.id, document.rendition, "test", "1", (account,), ()),
            publication=Publication(ISSUED, ISSUED, PublicationBasis.GIVEN),
            outlet=None,
            resources=resources,
        )
        return [s for s in done.statements if s.property in (Property.KILLED, Property.WOUNDED)]

    return run


def numbers(statements, prop=Property.KILLED):
    return [s.value.value for s in statements if s.property is prop and s.primary]


def late(read, title, lead, told="A raider killed two cooks in Tarn."):
    text = f"{lead} {FILLING}{told}"
    found = read(text, ("Two clerks", "wounded"), ("two cooks", "killed"), title=title)
    return [s.confidence for s in found if s.property is Property.KILLED and s.primary]


def test_the_dead_told_late_in_news_of_wounded_are_doubtful(read):
    found = late(read, "Two cooks hurt in Osset blast", "Two clerks were hurt in Osset.")
    assert found == [CONFIDENCE]


@pytest.mark.parametrize(
    ("title", "lead", "told"),
    [
        ("Clerk killed, two hurt in Osset", "Two clerks were hurt.", "It killed two cooks."),
        ("Two hurt in Osset blast", "Two clerks were hurt, one died.", "It killed two cooks."),
        ("Two hurt in Osset blast", "Two clerks were hurt.", "Later two cooks died in hospital."),
        ("Osset market reopens", "Two clerks were hurt.", "It killed two cooks."),
        (None, "Two clerks were hurt.", "It killed two cooks."),
    ],
)
def test_others_are_not(read, title, lead, told):
    assert late(read, title, lead, told) != [CONFIDENCE]
