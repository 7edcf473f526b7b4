"""Figures that a month or a year long before dates: another incident's."""

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

ISSUED = date(2031, 5, 6)
ROLES = {"date": MentionRole.TIME}


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


@pytest.mark.parametrize(
    "told",
    [
        "In July 2030 a raid there killed three cooks.",
        "Three cooks were killed there last year.",
        "Three cooks who were shot dead in May 2030 are buried there.",
        "It was hit before, in August 2030, when three cooks were killed.",
        "An August 2030 raid killed three cooks.",
    ],
)
def test_the_dead_of_a_month_or_a_year_long_before_are_anothers(read, told):
    text = f"A man was hurt in Osset on 5 May 2031. {told}"
    words = next(w for w in ("three cooks", "Three cooks") if w in told)
    assert numbers(read(text, ("5 May 2031", "date"), (words, "killed"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "A man was hurt in Osset on 5 May 2031. Three cooks were killed, too.",
        "A man was hurt in Osset on 5 May 2031. Three cooks were killed on 4 May.",
        "A man was hurt in Osset on 5 May 2031. Three cooks were killed in May 2031.",
        "Three cooks were killed and a man hurt last year. He spoke on 5 May 2031.",
        "A man was hurt on 5 May 2031. Three cooks were killed beside him, a guard since 2029.",
        "A man was hurt on 5 May 2031. Three cooks sent there in March were killed.",
        "A man was hurt on 5 May 2031. Three cooks died in the worst raid since March 2030.",
        "A man was hurt on 5 May 2031. The mine, laid in 2029, killed Three cooks.",
        "A man was hurt, a court heard on 5 May 2031. Three cooks were killed in May 2030.",
        "A man was hurt on 5 May 2031. Three cooks died at the 2029 Bridge.",
    ],
)
def test_the_incidents_own_dead_stay(read, text):
    assert numbers(read(text, ("5 May 2031", "date"), ("Three cooks", "killed"))) == [3]


def test_a_part_goes_with_its_whole(read):
    text = "A man was hurt on 5 May 2031. In all 40 cooks were killed last year, 30 of them shot."
    statements = read(text, ("5 May 2031", "date"), ("40 cooks", "killed"))
    assert statements == []
