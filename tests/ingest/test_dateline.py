"""When a page says it was published, and what it must not be taken to say."""

from __future__ import annotations

from datetime import date

import pytest

from recount.ingest import media, read_bytes
from recount.ingest.dates import Order, order_of, parse_value, written_dates
from recount.model import Publication

BODY = (
    "Two soldiers died in a clash near the town of Orm on Friday, the army said in a note.\n\n"
    "The rebels said that they had lost nobody and that the army had fled from the town.\n"
)


def text(head: str, tail: str = "") -> Publication:
    page = f"{head}\n\n{BODY}\n{tail}"
    return read_bytes(page.encode(), media.TEXT).published


def markup(head: str, body: str = "") -> Publication:
    page = f"<html lang=en><head>{head}</head><body><h1>Clash near Orm</h1>{body}<p>{BODY}</p>"
    return read_bytes(page.encode(), media.HTML).published


@pytest.mark.parametrize(
    "line",
    [
        "12.05.2031",
        "Published: 12 May 2031",
        "May 12, 2031 10:30 AM",
        "By Jon Arre | 12 May 2031",
        "2031-05-12",
        "Posted on 12th of May 2031",
        "Monday, 12 May 2031",
        "Orvel, 12 May 2031 (Tarn News Agency)",
        "Orvel, May 12, 2031 | Tarn Samachar",
        "Orvel City, 12 May 2031, Tarn Monitor",
        "Tarn Express / Orvel, 12 May 2031",
        "Tarn Review | 12 May 2031",
        "Date: 12/05/2031 and 13/05/2031",
    ],
)
def test_a_date_printed_near_the_title_is_stated(line):
    found = text(f"Clash near Orm kills two soldiers\n\n{line}")
    assert (found.label, found.basis.value) == ("2031-05-12", "stated")
    assert found.span is not None


@pytest.mark.parametrize("line", ["Tarn Massacre, 12 May 2031", "On 12 May 2031 - Army Day"])
def test_a_line_that_names_an_event_is_no_date_of_publication(line):
    assert text(f"Clash near Orm kills two soldiers\n\n{line}").span is None


def test_the_span_bounds_the_words_of_the_date():
    document = read_bytes(
        f"Clash near Orm\n\nPublished: 12 May 2031\n\n{BODY}".encode(), media.TEXT
    )
    assert document.published.span is not None
    assert document.words(document.published.span) == "12 May 2031"


def test_an_open_order_of_day_and_month_stays_unknown_with_a_note():
    found = text("Clash near Orm kills two soldiers\n\nPublished: 03/04/2031")
    assert found.label is None
    assert "day or month" in found.note


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<link rel=canonical href="https://orm.example.co.uk/a">', "2031-04-03"),
        ('<link rel=canonical href="https://news.example.us/a">', "2031-03-04"),
        ("<title>x</title>", None),
    ],
)
def test_the_address_decides_the_order(head, expected):
    assert markup(head, "<div>Published: 03/04/2031</div>").label == expected


@pytest.mark.parametrize(
    ("head", "label"),
    [
        (
            '<meta property="article:published_time" content="2031-05-12T01:00:00+0400">',
            "2031-05-12",
        ),
        ('<meta name="pubdate" content="20310512">', "2031-05-12"),
        ('<meta itemprop="datePublished" content="12 May 2031">', "2031-05-12"),
        ('<link rel=canonical href="https://x.example/2031/05/12/clash/">', "2031-05-12"),
        ('<meta property="article:modified_time" content="2031-06-01T00:00:00Z">', None),
    ],
)
def test_metadata_gives_the_day(head, label):
    found = markup(head)
    assert found.label == label


def test_a_time_element_gives_the_day_when_nothing_else_does():
    found = markup("", '<time datetime="2031-05-12">yesterday</time>')
    assert (found.label, found.basis.value) == ("2031-05-12", "metadata")


@pytest.mark.parametrize(
    "trap",
    [
        "© 2031 Orm Post",
        "Last updated: 12 May 2031",
        "Copyright 12 May 2031 Orm Post",
        (
            "Related articles\nFerry late - Orm Post - 1 May 2031\n"
            "Mayor out - Orm Post - 2 May 2031\n"
            "Fish dear - Orm Post - 3 May 2031"
        ),
    ],
)
def test_traps_are_no_date_of_publication(trap):
    assert text("Clash near Orm kills two soldiers", trap).label is None


def test_a_date_that_the_report_tells_of_is_no_date_of_publication():
    assert (
        text("The clash of 12 May 2029 was the worst that Orm had seen, the army said.").label
        is None
    )


def test_a_dateline_without_a_year_is_only_a_note():
    found = text("ORM, May 3 (Orm Agency) - A bomb went off at the market of Orm, the police said.")
    assert found.label is None
    assert "May 3" in found.note


def test_a_dateline_with_a_year_is_stated():
    found = text("ORM, May 3, 2031 (Orm Agency) - A bomb went off at the market, the police said.")
    assert found.label == "2031-05-03"


def test_a_day_behind_the_agency_of_a_dateline_is_stated():
    found = text("ORM, Vel (Orm Wire) - May 3, 2031 - A bomb went off at the market, police said.")
    assert found.label == "2031-05-03"


def test_old_wire_reports_have_years_of_two_digits():
    assert (
        text(
            "ORM, 3 JUN 90 (RADIO ORM) -- [TEXT] A BOMB WENT OFF IN THE TOWN LAST NIGHT, "
            "THE RADIO SAID."
        ).label
        == "1990-06-03"
    )


def test_later_headlines_bound_an_unknown_date():
    tail = (
        "Ferry late - Orm Post - May 1st, 2031 [May 1st, 2031]\n"
        "Mayor out - Orm Post - May 3rd, 2031 [May 3rd, 2031]\n"
        "Fish dear - Orm Post - May 2nd, 2031 [May 2nd, 2031]\n"
    )
    found = text("Clash near Orm kills two soldiers", tail)
    assert found.label is None
    assert found.latest == date(2031, 5, 3)


def test_headlines_older_than_what_the_report_tells_bound_nothing():
    tail = (
        "Ferry late - Orm Post - May 1st, 2029 [May 1st, 2029]\n"
        "Mayor out - Orm Post - May 3rd, 2029 [May 3rd, 2029]\n"
        "Fish dear - Orm Post - May 2nd, 2029 [May 2nd, 2029]\n"
    )
    found = text(
        "A clash on 12 May 2031 killed two soldiers near the town of Orm, the army said.", tail
    )
    assert found.latest is None


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022-03-05T10:00:00Z", date(2022, 3, 5), date(2022, 3, 5)),
        ("Fri, 18 Apr 2031 09:12:00 +0200", date(2031, 4, 18), date(2031, 4, 18)),
        ("D:20310419101112Z", date(2031, 4, 19), date(2031, 4, 19)),
        ("5 mars 2022", date(2022, 3, 5), date(2022, 3, 5)),
        ("2022-02", date(2022, 2, 1), date(2022, 2, 28)),
        ("December 2022", date(2022, 12, 1), date(2022, 12, 31)),
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("25/03/2022", date(2022, 3, 25), date(2022, 3, 25)),
    ],
)
def test_values_of_metadata_are_read(value, first, last):
    assert parse_value(value) == (first, last)


@pytest.mark.parametrize("value", ["", "yesterday", "31 February 2022", "03/04/2022", "1822-01-01"])
def test_values_that_give_no_day_are_none(value):
    assert parse_value(value) is None


def test_the_order_is_shown_by_a_number_above_twelve():
    assert order_of(written_dates("on 25/03/2022 and 03/04/2022")) is Order.DAY_FIRST
    assert order_of(written_dates("on 03/25/2022")) is Order.MONTH_FIRST
    assert order_of(written_dates("on 03/25/2022 and 25/03/2022")) is None


@pytest.mark.parametrize(
    "line",
    [
        "Date of the incident: 3 May 2031",
        "Photo: Orm Press, 3 May 2031",
        "Next update: 3 May 2031",
        "In memory of those who died (3 May 2031)",
    ],
)
def test_days_of_pictures_incidents_and_what_comes_state_nothing(line):
    assert text(line).label is None
