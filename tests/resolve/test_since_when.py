"""The day that opens a stretch."""

from __future__ import annotations

from datetime import date

import pytest

from recount.model import (
    Account,
    DatePrecision,
    DateValue,
    IncidentType,
    Link,
    LinkRole,
    Mention,
    MentionRole,
    Realis,
    Resolved,
    Scope,
    Span,
)
from recount.resolve.since_when import opening_day


def opened(text: str, trigger: str, words: str) -> Resolved[DateValue] | None:
    at, said = text.index(trigger), text.index(words)
    mention = Mention(said, said + len(words), MentionRole.TIME)
    link = Link(LinkRole.DATE, mention)
    told = Mention(at, at + len(trigger), MentionRole.TRIGGER)
    account = Account(
        id="a",
        document="d",
        rendition="r",
        triggers=(told,),
        type=IncidentType.ATTACK,
        realis=Realis.ACTUAL,
        scope=Scope.POLITICAL,
        links=(link,),
        claims=(),
        extent=Span(0, len(text)),
        confidence=1.0,
    )
    value = DateValue(date(2031, 5, 4), date(2031, 5, 20), DatePrecision.RANGE)
    return opening_day(text, account, link, Resolved(value, "test", 1.0, ()))


@pytest.mark.parametrize("join", [", when", " (when", " – when"])
def test_what_is_told_of_the_first_day_of_a_stretch_happened_on_it(join):
    found = opened(
        f"No night so bad since 4 May{join} six were shot in Orm.", "shot", "since 4 May"
    )
    assert found is not None
    assert (found.value.start, found.value.end) == (date(2031, 5, 4), date(2031, 5, 4))  # type: ignore[union-attr]


def test_what_lasted_since_a_day_keeps_the_stretch():
    assert opened("Forty were shot since 4 May in Orm.", "shot", "since 4 May") is None
    assert opened("Forty were shot since 4 May, when war began.", "shot", "since 4 May") is None
