"""Times counted from an event named after them: which of the two days an account has."""

from __future__ import annotations

from datetime import date

import pytest
from tests.resolve.test_told import GIVEN, document

from recount.model import (
    Account,
    DateValue,
    IncidentType,
    Link,
    LinkRole,
    Mention,
    MentionRole,
    Realis,
    Scope,
    Span,
    Unknown,
)
from recount.resolve.time_event import EventTimes
from recount.resolve.told import counted_from_events, resolve_times


def account(text: str, trigger: str, *days: str) -> Account:
    """Return an account of one trigger, dated by the given words."""
    at = text.index(trigger)
    links = tuple(
        Link(
            LinkRole.DATE,
            Mention(text.index(d), text.index(d) + len(d), MentionRole.TIME),
            attribution=None,
        )
        for d in days
    )
    return Account(
        id=trigger,
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


def day_of(text: str, words: str, asked: Account, *others: Account) -> object:
    """Return the value that ``words`` give to ``asked`` in the text, ``None`` for their own."""
    report = document(text)
    accounts = (asked, *others)
    dated = frozenset((x.mention.start, x.mention.end) for a in accounts for x in a.links)
    times = resolve_times(report, GIVEN, dated)
    starts = [0, *(at + 2 for at in range(len(text)) if text[at : at + 2] == ". ")]
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    sentences = tuple(Span(*bounds) for bounds in zip(starts, ends, strict=True))
    event = EventTimes(text, counted_from_events(report), sentences, accounts, times)
    link = next(x for x in asked.links if x.mention.start == text.index(words))
    found = event.day_for(asked, link)
    return None if found is None else found.value


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("three days after", (5, 1), (5, 1)),
        ("the day after", (5, 3), (5, 3)),
        ("two days before", (5, 6), (5, 6)),
        ("hours after", (5, 3), (5, 4)),
        ("a week after", (4, 24), (4, 30)),
        ("less than a month after", (4, 4), (5, 4)),
    ],
)
def test_the_event_named_after_the_words_has_the_other_day_less_so_long(words, start, end):
    text = f"Planes hit Osk on 4 May. The raid came {words} a bomb killed six in Tarn."
    said = words.removeprefix("less than ")
    bomb = account(text, "bomb", said)
    raid = account(text, "raid", "4 May")
    value = day_of(text, said, bomb, raid)
    assert isinstance(value, DateValue)
    assert (value.start, value.end) == (date(2031, *start), date(2031, *end))


def test_the_event_told_before_the_words_has_the_other_day_and_so_long():
    text = "A bomb killed six in Tarn on 2 May. Gunmen hit Osk three days after a mine burst there."
    mine = account(text, "mine", "2 May")
    raid = account(text, "hit", "three days after")
    value = day_of(text, "three days after", raid, mine)
    assert isinstance(value, DateValue)
    assert value.start == date(2031, 5, 5)


def test_without_a_day_of_the_other_event_the_named_one_is_unknown():
    text = "Gunmen hit Osk three days after a bomb killed six in Tarn."
    assert isinstance(
        day_of(text, "three days", account(text, "bomb", "three days after")), Unknown
    )


def test_an_account_told_elsewhere_takes_the_value_of_the_words():
    text = "Gunmen hit Osk three days after a bomb killed six. A mine burst in Tarn."
    assert day_of(text, "three days", account(text, "mine", "three days after")) is None


@pytest.mark.parametrize("words", ["Two days after", "Barely two days after"])
def test_words_that_open_a_sentence_date_its_main_clause(words):
    text = f"A bomb killed six in Tarn on 2 May. {words} the explosion, gunmen hit Osk."
    bomb = account(text, "bomb", "2 May")
    said = words.removeprefix("Barely ")
    raid = account(text, "hit", said)
    value = day_of(text, said, raid, bomb)
    assert isinstance(value, DateValue)
    assert value.start == date(2031, 5, 4)


def test_an_event_counted_to_the_day_of_what_is_no_incident():
    text = (
        "Families dug graves on Sunday, three days after gunmen swept through Orm, burning homes."
    )
    for trigger in ("swept", "burning"):
        found = day_of(text, "Sunday", account(text, trigger, "Sunday"))
        assert isinstance(found, DateValue)
        assert found.start == date(2031, 5, 8)


def test_the_main_clause_behind_it_keeps_its_day():
    text = "On Sunday, three days after gunmen burned Orm, police shot two men."
    assert day_of(text, "Sunday", account(text, "shot", "Sunday")) is None
    found = day_of(text, "Sunday", account(text, "burned", "Sunday"))
    assert isinstance(found, DateValue)
    assert found.start == date(2031, 5, 8)
