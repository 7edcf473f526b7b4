"""Days that the words for an incident have for their own."""

from __future__ import annotations

import pytest

from recount.extract.learned.own_day import are_two_days, own_day, own_days_apart
from recount.model import LinkRole, Span
from recount.resources.grammar.times import find_times

MOURNERS = (
    "Troops fired on mourners in Velm on Wednesday, killing two. "
    "They were burying a teacher killed in Friday's bombing of a school in Tarn."
)


def at(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("They mourned those of Friday's bombing.", "bombing", "Friday"),
        ("They died in last weekend's deadly air strike.", "air strike", "last weekend"),
        ("On Friday, he told of the bombing.", "bombing", None),
        ("Friday's prayers were held after the bombing of a mosque.", "bombing", None),
    ],
)
def test_a_day_right_before_an_incident_is_its_own(scanned, text, trigger, day):
    scan = scanned(text)
    found = own_day(scan.text, scan.sentences[0], at(text, trigger))
    assert (None if found is None else found.words) == day


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("Friday", "Monday", True),
        ("Friday", "Friday night", False),
        ("3 May", "4 May", True),
        ("last weekend", "Wednesday", True),
        ("last weekend", "Sunday", False),
        ("last month", "today", True),
        ("last month", "Monday", False),
        ("Friday", "3 May", False),
    ],
)
def test_two_days_are_told_apart_where_they_can_be_compared(one, other, two):
    (first,), (second,) = find_times(one), find_times(other)
    assert are_two_days(first, second) is two
    assert are_two_days(second, first) is two


def test_another_day_of_its_own_parts_two_triggers(scanned):
    scan = scanned(MOURNERS)
    scores = own_days_apart(
        scan.text, scan.sentences, [at(MOURNERS, "fired"), at(MOURNERS, "bomb")]
    )
    assert scores[0, 1] == scores[1, 0] < -3.0


def test_without_sentences_nothing_is_parted():
    assert not own_days_apart("", (), []).any()


def test_the_product_gives_each_its_day(read_learned):
    document, extraction = read_learned(MOURNERS)
    days = [
        [document.words(link.mention.span) for link in one.links if link.role is LinkRole.DATE]
        for one in extraction.accounts
    ]
    assert days == [["Wednesday"], ["Friday"]]


def test_a_day_of_its_own_goes_before_that_of_the_news(read_learned):
    document, extraction = read_learned(
        "Police broke up a march in Velm on Wednesday, beating 12 people. "
        "Marchers carried pictures of those who died in last weekend's air strike on Tarn."
    )
    strike = next(
        one
        for one in extraction.accounts
        if any("air strike" in document.words(t.span) for t in one.triggers)
    )
    days = [link for link in strike.links if link.role is LinkRole.DATE]
    assert document.words(days[0].mention.span) == "last weekend"


def test_what_is_told_in_passing_takes_nothing_over_from_the_news(read_learned):
    document, extraction = read_learned(
        "OSSET, 12 September 2031 - Police used tear gas on Wednesday to break up a march of some "
        "2,000 people through the centre of Osset. Twelve demonstrators were treated for injuries. "
        "The marchers carried photographs of people who they said had died in last weekend's air "
        "strike on Velm. Five police officers were hurt by stones."
    )
    (strike,) = (
        account
        for account in extraction.accounts
        if "strike" in document.words(account.triggers[0].span)
    )
    told = {(link.role, document.words(link.mention.span)) for link in strike.links}
    assert (LinkRole.DATE, "last weekend") in told
    assert (LinkRole.DATE, "Wednesday") not in told
    roles = {role for role, _ in told}
    assert roles.isdisjoint({LinkRole.PERPETRATOR, LinkRole.WOUNDED})
