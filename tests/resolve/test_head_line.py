"""Lines of a head that hold nothing but outlet, place, writer and day."""

from __future__ import annotations

import pytest

from recount.model import Segment, SegmentKind
from recount.resolve.head_line import foot_line_day, head_line_day
from recount.resources.grammar import find_times


def day_in(line: str) -> str | None:
    title = "Gunmen shoot two in Orm"
    told = "Gunmen shot two men dead in the market of Orm yesterday, the police said."
    text = f"{title}\n\n{line}\n\n{told}"
    at = len(title) + 2
    after = at + len(line) + 2
    segments = (
        Segment(0, SegmentKind.HEADING, 0, len(title)),
        Segment(1, SegmentKind.HEADING, at, at + len(line)),
        Segment(2, SegmentKind.BODY, after, len(text)),
    )
    found = head_line_day(text, segments, find_times(text))
    return None if found is None else found.words


@pytest.mark.parametrize(
    "line",
    [
        "As of 4 May 2031",
        "Figures as of 4 May 2031, 18:00 UTC",
        "Orm Voice | Sunday, 4 May 2031 | 08:15",
        "O Sol de Orm (English page), 4 May 2031",
        "Sunday, 4 May 2031 – 20:15 | Velm News Agency, Orm",
        "(4 May 2031)",
        "By Ada Rell · 4 May 2031 · 5 min read",
        "@ormnow · 4 May 2031",
        "Press release No. 12/2031, 4 May 2031",
        "Ministry of Interior, press statement of 4 May 2031",
        "Flash Update #3 (as of 4 May 2031)",
        "Briefing of the ministry on the course of its operation (4 May 2031)",
        "Issue 88, 4 May 2031",
        "Orm Telegraph, Sunday 4 May 2031, page 3",
        "The Velm Herald | Orm | 4 May 2031 | Updated 22:14 IST",
        "Text of report by Radio Orm on 4 May 2031",
        "RADIO ORM DOMESTIC SERVICE IN SPANISH 1130 GMT 4 May 2031",
        "Morning news, Sunday 4 May 2031, 07.00",
        "Velm Radio - the six o'clock news - Sunday, 4 May 2031",
        "Transcript, Sunday 4 May 2031, 07.00 edition. Machine-made, not yet corrected.",
        "Sunday 4 May 2031. Latest posts at the bottom. All hours are local times.",
        "The Orm Gazette, Sunday 4 May 2031. Text: Ada Rell, Udo Senn. Reading time: 3 minutes",
    ],
)
def test_a_line_of_furniture_states_the_day(line):
    assert (day_in(line) or "").endswith("4 May 2031")


def test_a_stamp_in_figures_is_read_where_one_order_fits():
    assert day_in("[04.05.2031, 07:52]") == "04.05.2031"
    assert day_in("[04/05/2031, 07:52]") is None


@pytest.mark.parametrize(
    "line",
    [
        "Massacre of 4 May 2031",
        "Anniversary of the 4 May 2031 attack",
        "Orm bombing – 4 May 2031",
        "Photo: Orm Press, 4 May 2031",
        "Last updated: 4 May 2031",
        "Next update: 4 May 2031",
        "Date of the incident: 4 May 2031",
        "The market of Orm, 4 May 2031",
        "Two dead in Orm on 4 May 2031",
        "© Orm Post, 4 May 2031",
        "Read also: Fire in Velm (4 May 2031)",
        "Embargoed until 4 May 2031",
        "From 28 April to 4 May 2031",
        "What happened at Orm, 4 May 2031",
        "Orm, 4 May 2031. Gunmen killed three men.",
        "Orm, 4 May 2031. Two dead.",
        "The dead of 4 May 2031. A list",
        "== 4 May 2031 ==",
    ],
)
def test_days_of_incidents_pictures_and_changes_state_nothing(line):
    assert day_in(line) is None


def signed(line: str) -> str | None:
    told = "In Orm, on 2 May 2031, gunmen shot two men dead in the market, the office said."
    text = f"{told}\n\n{line}"
    segments = (
        Segment(0, SegmentKind.BODY, 0, len(told)),
        Segment(1, SegmentKind.BODY, len(told) + 2, len(text)),
    )
    found = foot_line_day(text, segments, find_times(text))
    return None if found is None else found.words


@pytest.mark.parametrize(
    "line", ["Orm, 4 May 2031", "Compiled by the Velm Rights Watch, 4 May 2031", "(4 May 2031)"]
)
def test_a_line_at_the_foot_may_sign_the_text(line):
    assert signed(line) == "4 May 2031"


@pytest.mark.parametrize(
    "line",
    ["Last updated: 4 May 2031", "Photo: Orm Press, 4 May 2031", "Orm, 1 May 2031", "© 4 May 2031"],
)
def test_an_older_day_or_that_of_a_change_signs_nothing(line):
    assert signed(line) is None


def test_the_head_of_a_monitored_broadcast_has_a_year_of_two_figures():
    assert day_in("PX141512 ORM RADIO COLONIA NETWORK IN SPANISH 1130 GMT 14 AUG 84") == "14 AUG 84"


def test_figures_of_two_orders_are_read_where_the_weekday_fits_one():
    assert day_in("Monday 05/07/2029, 08:40 hrs | 3 min read") == "Monday 05/07/2029"
    assert day_in("05/07/2029, 08:40 hrs") is None


def test_a_live_page_is_of_the_day_of_its_last_change():
    line = "By our live desk. Last updated 18:40, Sunday 4 May 2031"
    entries = "\n\n".join(f"{hour}:05\nPolice say that it is over." for hour in (8, 9, 11, 14))
    assert day_in(line) is None
    assert day_in(f"{line}\n\n{entries}") == "Sunday 4 May 2031"


def test_a_day_between_signs_alone_is_over_the_entries_of_a_log():
    assert day_in("== 4 May 2031 ==") is None
