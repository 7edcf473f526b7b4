from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.model import (
    DatePrecision,
    DateValue,
    Document,
    Language,
    Publication,
    PublicationBasis,
    Segment,
    SegmentKind,
    SourceMap,
    Unknown,
)
from recount.resolve.told import resolve_times

PUBLISHED = date(2031, 5, 14)
GIVEN = Publication(PUBLISHED, PUBLISHED, PublicationBasis.GIVEN)


def document(text: str, kind: SegmentKind = SegmentKind.BODY) -> Document:
    """Return a document of one segment."""
    return Document(
        id="d",
        sha256="",
        size=0,
        media_type="text/plain",
        rendition="r",
        reader="test",
        reader_version="1",
        text=text,
        text_sha256="",
        segments=(Segment(0, kind, 0, len(text)),),
        title=None,
        outlet=None,
        url=None,
        author=None,
        language=Language("en", 1.0),
        published=GIVEN,
        source_map=SourceMap(()),
    )


def value_of(text: str, words: str, *events: str, kind: SegmentKind = SegmentKind.BODY) -> object:
    """Return the value of the expression that holds ``words``; ``events`` date incidents."""
    ranges = frozenset((text.index(event), text.index(event) + len(event)) for event in events)
    found = resolve_times(document(text, kind), GIVEN, ranges)
    at = text.index(words)
    return next(v.value for (start, end), v in found.items() if start <= at < end)


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("A mine killed two on 2 May. Next day a bus burned.", "Next day", (5, 3), (5, 3)),
        ("The vote opened on 4 May. He was shot on the eve of the vote.", "eve", (5, 3), (5, 3)),
        ("The siege began on 4 May. On day 6 of the siege it ended.", "day 6", (5, 9), (5, 9)),
        ("The siege began on 4 May. The fifth day of it was calm.", "fifth", (5, 8), (5, 8)),
        ("The siege began on 4 May. The first day was calm.", "first", (5, 4), (5, 4)),
        ("He was shot on 13/4/2031 and died on 4/5/2031.", "4/5/2031", (5, 4), (5, 4)),
        ("He was shot on 4/13/2031 and died on 5/4/2031.", "5/4/2031", (5, 4), (5, 4)),
        ('In a letter dated 4 April he wrote: "Last night they came."', "Last", (4, 3), (4, 3)),
        ('"They came yesterday," he wrote in a note of 3 March.', "yesterday", (3, 2), (3, 2)),
    ],
)
def test_days_count_from_what_was_told(text, words, start, end):
    value = value_of(text, words)
    assert isinstance(value, DateValue)
    assert (value.start, value.end) == (date(2031, *start), date(2031, *end))


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("It shut in 2019. The following year it fell.", "following", (2020, 1), (2020, 12)),
        ("It shut in March 2019. That month it fell.", "That", (2019, 3), (2019, 3)),
        ("He was held in November 2019. In January he fled.", "January", (2020, 1), (2020, 1)),
    ],
)
def test_months_and_years_count_from_what_was_told(text, words, start, end):
    value = value_of(text, words)
    assert isinstance(value, DateValue)
    assert (value.start.year, value.start.month) == start
    assert (value.end.year, value.end.month) == end


def test_a_day_takes_the_year_told_before_it_unless_it_is_news():
    held = value_of("He was held on 4 May 2019. On 6 June he was freed.", "6 June")
    assert held == value_of("He was held on 6 June 2019.", "6 June 2019")
    shot = value_of("He was tried on 4 May 2019. On 9 May he was shot.", "9 May")
    assert shot == value_of("On 9 May he was shot.", "9 May")


def test_without_a_day_told_near_the_third_day_is_unknown():
    assert isinstance(value_of("On the third day they fled.", "third"), Unknown)
    far = f"It began on 4 May. {'They waited. ' * 20}On the third day they fled."
    assert isinstance(value_of(far, "third", "4 May"), Unknown)


def test_an_hour_takes_the_day_of_the_incident_told_before_and_of_no_saying():
    text = "Two men were hit on Monday. One was shot just before 7 p.m. at home."
    value = value_of(text, "7 p.m.", "Monday")
    assert isinstance(value, DateValue)
    assert value.start == date(2031, 5, 12)
    assert isinstance(value_of(text, "7 p.m."), Unknown)


def test_times_of_clutter_are_placed_and_anchor_nothing():
    value = value_of("(Published Saturday, May 10, 2031)", "May", kind=SegmentKind.CLUTTER)
    assert isinstance(value, DateValue)
    assert value.start == date(2031, 5, 10)
    alone = value_of("On 4 May it fell. The next day", "next", kind=SegmentKind.CLUTTER)
    assert isinstance(alone, Unknown)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_gets_ordered_days(before, after):
    text = f'{before} on 4 May 2019. "The next day" {after} yesterday'
    for resolved in resolve_times(document(text), GIVEN, frozenset()).values():
        if isinstance(resolved.value, DateValue):
            assert resolved.value.start <= resolved.value.end


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("On Friday, two days later, he died.", "two days", (5, 9)),
        ("On 4 May gunmen raided Osk two days after a bomb killed six.", "two days", (5, 4)),
        ("He was shot on Friday and died two days after the attack.", "two days", (5, 11)),
        ("Gunmen hit Osk two days after a bomb on 4 May killed six.", "two days", (5, 6)),
    ],
)
def test_counted_words_take_the_day_told_for_their_own_event(text, words, day):
    value = value_of(text, words)
    assert isinstance(value, DateValue)
    assert (value.start, value.end) == (date(2031, *day), date(2031, *day))


def test_counted_from_an_event_that_is_new_a_day_is_unknown():
    text = "He fled on 2 May. It was hot. Gunmen hit Osk two days after a bomb killed six."
    assert isinstance(value_of(text, "two days", "2 May"), Unknown)


def test_counted_words_give_no_day_after_publication():
    text = "He was shot on 13 May and fled a few hours later. She fled two days later."
    value = value_of(text, "a few hours")
    assert isinstance(value, DateValue)
    assert (value.start, value.end) == (date(2031, 5, 13), PUBLISHED)
    assert isinstance(value_of(text, "two days"), Unknown)


def test_an_hour_takes_the_only_day_of_the_incidents():
    text = "Gunmen raided Osk on Friday. " + "It was a long and cold night there. " * 12
    text += "Shots were heard at 9 p.m. near Tarn."
    assert value_of(text, "9 p.m.", "Friday") == value_of(text, "Friday")


@pytest.mark.parametrize(
    ("text", "words", "year"),
    [
        ("He faces 20 years when he is sentenced 2 June.", "2 June", 2031),
        ("They urged people to strike on 2 June.", "2 June", 2031),
        ("He was held on 2 June.", "2 June", 2030),
        ("It came two weeks before the 24 May vote in Osk and Tarn.", "two weeks", 2031),
    ],
)
def test_a_day_is_to_come_where_no_verb_of_the_past_governs_it(text, words, year):
    value = value_of(text, words)
    assert isinstance(value, DateValue)
    assert value.start.year == year


def test_a_month_without_a_year_is_not_that_of_a_year_told_elsewhere():
    unknown = Publication(None, None, PublicationBasis.UNKNOWN)
    text = "He moved to Osk in September. The mill was built in 2019."
    found = resolve_times(document(text), unknown, frozenset())
    at = text.index("September")
    assert isinstance(next(v.value for (s, _), v in found.items() if s == at), Unknown)


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("A truce will hold on 14 and 15 June.", "14 and", (6, 14), (6, 15)),
        ("Osk has not slept since last night.", "since", (5, 13), (5, 14)),
        ("Six have died since the end of April.", "since", (4, 25), (5, 14)),
        ("Six have died since the weekend.", "since", (5, 10), (5, 14)),
        ("The fair was held on the first Sunday of March.", "first", (3, 2), (3, 2)),
        ("Six died on the first weekend of May.", "first", (5, 3), (5, 4)),
        ("Six died in the first half of April.", "first half", (4, 1), (4, 15)),
        ("Six died in the first quarter of this year.", "first", (1, 1), (3, 31)),
        ("Nine were shot during Holy Week.", "Holy", (4, 6), (4, 12)),
        ("The case was dropped that April.", "April", (4, 1), (4, 30)),
        ("Six fled three weeks ago on Tuesday.", "three", (4, 22), (4, 22)),
        ("Friday a week ago six fled.", "Friday", (5, 2), (5, 2)),
        ("This coming Friday they meet.", "coming", (5, 16), (5, 16)),
        ("The talks are set for the day after tomorrow.", "the day", (5, 16), (5, 16)),
        ("The court will rule on Friday the 23rd.", "Friday", (5, 23), (5, 23)),
        ("Osk was held from January to March.", "from", (1, 1), (3, 31)),
        ("Parties prepare for the 25 May vote.", "25 May", (5, 25), (5, 25)),
        (
            "The army seized Osk on Monday, amid a strike of dockers, two days before a vote.",
            "two days",
            (5, 12),
            (5, 12),
        ),
    ],
)
def test_families_of_times_in_sentences(text, words, start, end):
    value = value_of(text, words)
    assert isinstance(value, DateValue)
    assert (value.start, value.end) == (date(2031, *start), date(2031, *end))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A mine killed two on 2 May. They died three days before the elections.", "three"),
        ("The show runs through 3 June.", "3 June"),
    ],
)
def test_what_is_fixed_beforehand_and_one_end_alone_give_no_day(text, words):
    events = ("2 May",) if "2 May" in text else ()
    assert isinstance(value_of(text, words, *events), Unknown)


def test_a_weekday_of_another_year_is_not_the_last_one():
    text = "The market burned on a Thursday in 2019."
    assert isinstance(value_of(text, "Thursday"), Unknown)


def test_a_month_that_opens_a_sentence_is_one():
    text = "Many died that winter. January saw ten raids."
    assert value_of(text, "January") == DateValue(
        date(2031, 1, 1), date(2031, 1, 31), DatePrecision.MONTH
    )


def test_a_weekend_before_a_deed_is_the_last_one():
    value = value_of("The toll of weekend raids rose to nine.", "weekend")
    assert value == DateValue(date(2031, 5, 10), date(2031, 5, 11), DatePrecision.RANGE)


def test_a_weekend_house_names_no_day():
    with pytest.raises(StopIteration):
        value_of("He was shot at a weekend house.", "weekend")


@pytest.mark.parametrize(
    ("text", "words", "start"),
    [
        (
            (
                "On 4 May he rang his wife and told her that beans sold well. He will be buried "
                "tomorrow. He was among ten people slain that same night in Orm."
            ),
            "that same night",
            (5, 4),
        ),
        (
            (
                "He left on 4 May. His wife, who sells onions in the market of Orm, saw that the "
                "door was open. The soldiers had come and gone; the neighbours, too, had fled the "
                "street. The previous day all was calm."
            ),
            "The previous day",
            (5, 3),
        ),
    ],
)
def test_where_no_incident_is_dated_such_words_count_from_the_last_day_told(text, words, start):
    value = value_of(text, words)
    assert isinstance(value, DateValue)
    assert value.start == date(2031, *start)


def test_the_same_day_below_takes_up_the_day_that_the_text_is_about():
    text = (
        "On 10 May troops killed two in Orm.\n\nThe leader was wanted for the killing of a nurse "
        "on 23 April 2031.\n\nIn another clash the same day one man was killed."
    )
    found = value_of(text, "the same day", "10 May", "23 April 2031")
    assert isinstance(found, DateValue)
    assert found.start == date(2031, 5, 10)


def test_a_day_that_opens_its_paragraph_is_taken_up():
    text = "On 10 May men shot two in Orm.\n\nOn 23 April men shot one.\n\nThe same day three fled."
    found = value_of(text, "The same day", "10 May", "23 April")
    assert isinstance(found, DateValue)
    assert found.start == date(2031, 4, 23)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("a week later to the day", date(2031, 5, 12)),
        ("two weeks later to the day", date(2031, 5, 19)),
    ],
)
def test_weeks_to_the_day_are_exact(words, day):
    text = f"On 5 May 2031 a mine killed two in Orm. In Osk, {words}, a bomb hurt one."
    found = value_of(text.replace("14 May", ""), words, "5 May 2031")
    assert not isinstance(found, Unknown) or day > PUBLISHED
    if isinstance(found, DateValue):
        assert (found.start, found.end) == (day, day)


def test_an_hour_that_stamps_an_entry_has_the_day_of_the_page():
    text = "\n\n".join(f"{hour}:05 Shots were heard in Osk." for hour in ("08", "09", "11", "14"))
    value = value_of(text, "11:05")
    assert isinstance(value, DateValue)
    assert (value.start, value.end) == (PUBLISHED, PUBLISHED)
