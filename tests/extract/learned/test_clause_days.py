"""The day before a clause with "when", and days of what followed on an incident."""

from __future__ import annotations

import pytest

from recount.extract.learned.clause_days import with_clause_days
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


def led_by(scanned, text: str, trigger: str, *days: str) -> str:
    """Return the words of the leading day of an account after the mending."""
    at = text.index(trigger)
    links = tuple(
        Link(LinkRole.DATE, Mention(text.index(d), text.index(d) + len(d), MentionRole.TIME))
        for d in days
    )
    account = Account(
        id="a",
        document="d",
        rendition="r",
        triggers=(Mention(at, at + len(trigger), MentionRole.TRIGGER),),
        type=IncidentType.ATTACK,
        realis=Realis.ACTUAL,
        scope=Scope.POLITICAL,
        links=links,
        claims=(),
        extent=Span(0, len(text)),
        confidence=1.0,
    )
    scan = scanned(text)
    found = with_clause_days(scan, [account])[0]
    first = next(link for link in found.links if link.role is LinkRole.DATE)
    return scan.text[first.mention.start : first.mention.end]


@pytest.mark.parametrize(
    ("text", "trigger", "told", "day"),
    [
        (
            "This morning he lost the fight that began on Sunday evening when a mine exploded.",
            "exploded",
            "This morning",
            "Sunday evening",
        ),
        (
            "On Friday the town buried the dead of 4 May, when gunmen stormed the fair.",
            "stormed",
            "Friday",
            "4 May",
        ),
    ],
)
def test_the_day_before_when_dates_the_clause(scanned, text, trigger, told, day):
    assert led_by(scanned, text, trigger, told) == day


def test_a_day_inside_the_clause_stays(scanned):
    text = "On Friday he recalled the day when on 4 May gunmen stormed the fair."
    assert led_by(scanned, text, "stormed", "4 May") == "4 May"


@pytest.mark.parametrize(
    ("text", "trigger", "days", "day"),
    [
        (
            "Two nurses whom gunmen seized on Tuesday were handed over yesterday to the elders.",
            "seized",
            ("yesterday", "Tuesday"),
            "Tuesday",
        ),
        (
            "In Monday's programme we told how shells fell on Orm on Sunday, killing eleven.",
            "fell",
            ("Monday",),
            "Sunday",
        ),
        (
            "Two bodies were found this afternoon after Tuesday's missile strike on the hall.",
            "missile strike",
            ("this afternoon",),
            "Tuesday",
        ),
        (
            "On 1 May men attacked the village. Partners reached the site on 4 May.",
            "attacked",
            ("4 May",),
            "1 May",
        ),
        (
            "The guard shot on 4 May was buried in Orm on Friday.",
            "shot",
            ("Friday", "4 May"),
            "4 May",
        ),
    ],
)
def test_what_followed_does_not_date_it(scanned, text, trigger, days, day):
    assert led_by(scanned, text, trigger, *days) == day


def test_a_release_alone_keeps_its_day(scanned):
    text = "Gunmen who held two nurses let them go; they were freed on Friday in Orm."
    assert led_by(scanned, text, "freed", "Friday") == "Friday"
