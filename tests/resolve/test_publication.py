from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.model import (
    Document,
    Language,
    Publication,
    PublicationBasis,
    Segment,
    SegmentKind,
    Sighting,
    SourceMap,
)
from recount.resolve.publication import choose_publication, later_datelines
from recount.resolve.written_date import read_date

UNKNOWN = Publication(None, None, PublicationBasis.UNKNOWN)


def document(text: str, published: Publication = UNKNOWN, clutter: str = "") -> Document:
    """Return a document of one body segment a line, and one of clutter."""
    segments: list[Segment] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            segments.append(Segment(len(segments), SegmentKind.BODY, at, at + len(line)))
        at += len(line) + 1
    if clutter:
        segments.append(Segment(len(segments), SegmentKind.CLUTTER, at, at + len(clutter)))
        text = f"{text}\n{clutter}"
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
        segments=tuple(segments),
        title=None,
        outlet=None,
        url=None,
        author=None,
        language=Language("en", 1.0),
        published=published,
        source_map=SourceMap(()),
    )


def seen(*dates: str | None) -> list[Sighting]:
    return [Sighting("d", f"{at}.txt", published=words) for at, words in enumerate(dates)]


def test_given_date_wins_over_the_page():
    stated = Publication(date(2030, 1, 1), date(2030, 1, 1), PublicationBasis.STATED)
    found = choose_publication(document("A bus burned.", stated), seen("2031-02-03"))
    assert found.day == date(2031, 2, 3)
    assert found.basis is PublicationBasis.GIVEN


def test_of_several_given_dates_the_earliest_holds_and_the_others_are_noted():
    found = choose_publication(document("A bus burned."), seen("2031-02-05", None, "2031-02-03"))
    assert found.day == date(2031, 2, 3)
    assert "2031-02-05" in found.note


def test_a_finer_given_date_wins_inside_a_coarser_one():
    found = choose_publication(document("A bus burned."), seen("2031-02", "2031-02-05"))
    assert found.day == date(2031, 2, 5)


def test_unreadable_given_date_falls_back_to_the_page():
    stated = Publication(date(2030, 1, 1), date(2030, 1, 1), PublicationBasis.STATED)
    found = choose_publication(document("A bus burned.", stated), seen("soon"))
    assert found.day == date(2030, 1, 1)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("2031-02-03", date(2031, 2, 3), date(2031, 2, 3)),
        ("2031-02-03T10:00:00Z", date(2031, 2, 3), date(2031, 2, 3)),
        ("2031-02", date(2031, 2, 1), date(2031, 2, 28)),
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("20310203", date(2031, 2, 3), date(2031, 2, 3)),
        ("Mon, 03 Feb 2031 10:00:00 GMT", date(2031, 2, 3), date(2031, 2, 3)),
        ("February 3, 2031", date(2031, 2, 3), date(2031, 2, 3)),
        ("25/12/2031", date(2031, 12, 25), date(2031, 12, 25)),
    ],
)
def test_dates_are_read_as_users_write_them(words, start, end):
    value = read_date(words)
    assert value is not None
    assert (value.start, value.end) == (start, end)


@pytest.mark.parametrize("words", ["", "soon", "2031-13-01", "2031-02-30", "05/06/2031"])
def test_unclear_dates_are_not_read(words):
    assert read_date(words) is None


@given(st.text(max_size=40))
def test_any_given_words_are_read_without_error(words):
    value = read_date(words)
    assert value is None or value.start <= value.end


def test_weekday_and_date_give_the_latest_agreeing_year_under_the_bound():
    text = "On May 30 a mine went off in Osset. On Tuesday, June 2, a second one followed."
    found = choose_publication(document(text), [], date(2024, 11, 8))
    assert found.label == "2020-06"
    assert (found.start, found.basis) == (date(2020, 6, 2), PublicationBasis.INFERRED)


def test_later_headlines_in_the_clutter_bound_the_year():
    text = "On Tuesday, June 2, a mine went off in Osset."
    found = choose_publication(document(text, clutter="- More on Osset - November 8th, 2024"), [])
    assert found.label == "2020-06"
    assert found.latest is not None


def test_days_without_a_year_follow_the_newest_full_date():
    text = "In October 2021 a report came out.\nOn November 2, shells fell.\nOn October 8, too."
    found = choose_publication(document(text), [])
    assert found.label == "2021-11"
    assert found.basis is PublicationBasis.INFERRED


def test_full_dates_alone_only_bound_the_publication():
    found = choose_publication(document("On 25 May 2022 a mosque was hit."), [])
    assert found.basis is PublicationBasis.UNKNOWN
    assert "2022-05-25" in found.note


def test_a_weekday_and_date_that_agree_years_later_infer_nothing():
    text = "His term ends on March 31, 2033. The board met on Tuesday, March 17."
    assert choose_publication(document(text), []).start is None


def test_weekdays_alone_infer_nothing():
    text = "On Friday a school was hit. The accord of February 2020 did not hold."
    assert choose_publication(document(text), []).start is None


def test_far_days_without_a_year_infer_nothing():
    text = "On August 29, 2021, a depot burned. On May 12, another did."
    assert choose_publication(document(text), []).start is None


def test_inferred_date_never_passes_the_bound():
    text = "In October 2021 a report came out.\nOn November 2, shells fell."
    assert choose_publication(document(text), [], date(2021, 10, 20)).start is None


@pytest.mark.parametrize(
    "text",
    [
        "SAN TELMAR, 4 FEB 90 (VELM-AGENCY) -- [TEXT] THE ARMY DENIED IT.",
        "SAN TELMAR, Velmar (Feb. 4, 1990) - Two men were held.",
    ],
)
def test_datelines_are_read(text):
    found = choose_publication(document(text), [])
    assert (found.day, found.basis) == (date(1990, 2, 4), PublicationBasis.STATED)


def test_a_dateline_alone_on_a_line_that_was_set_aside_is_read():
    text = "2031-05-S-027\nKHARUN, Velmar (May 15)\nA patrol found two mines today."
    read = document(text)
    lines = [replace(s, kind=SegmentKind.CLUTTER) if s.index == 1 else s for s in read.segments]
    found = choose_publication(replace(read, segments=tuple(lines)), ())
    assert (found.start, found.basis) == (date(2031, 5, 15), PublicationBasis.STATED)


def test_further_reports_of_a_bundle_have_their_own_day():
    text = (
        "KHARUN, Velmar (May 15, 2031) - A patrol found two mines today.\n"
        "KHARUN, Velmar (May 17) - A patrol was fired on yesterday."
    )
    read = document(text)
    found = later_datelines(read, choose_publication(read, ()))
    assert [(at, dated.start) for at, dated in found] == [(text.index("May 17"), date(2031, 5, 17))]


def test_a_report_with_one_dateline_is_no_bundle():
    read = document("KHARUN, Velmar (May 15, 2031) - A patrol found mines on May 14.\nIt left.")
    assert later_datelines(read, choose_publication(read, ())) == ()


def test_a_day_within_a_sentence_that_wraps_is_no_dateline_of_a_further_report():
    text = (
        "KHARUN, 15 MAY 31 (AGENCY) -- A PATROL FOUND MINES.  NINE MILLS HAVE BEEN SHUT SINCE THE\n"
        "FAIR ON 2 MAY -- THE LAST OF THEM IN OSK.  TWO DIED ON 12 MAY."
    )
    read = document(text)
    assert later_datelines(read, choose_publication(read, ())) == ()


def test_a_year_told_anywhere_is_not_that_of_the_dateline():
    text = "KHARUN, 14 NOV (AGENCY) -- THE FRONT, FOUNDED IN 2019, RAIDED OSK TODAY."
    assert choose_publication(document(text), []).start is None


def test_no_report_is_older_than_the_years_it_tells_of():
    text = "In early 2027 goats died. A vet was shot on Tuesday, January 7. Since May 2016 none."
    assert choose_publication(document(text), []).start is None


def test_first_date_of_a_story_is_no_dateline():
    text = "A bomb on 4 February 1990 killed two, said OSSET TV - a station."
    assert choose_publication(document(text), []).basis is PublicationBasis.UNKNOWN


def test_release_number_gives_the_month():
    found = choose_publication(document("Release 2031-07-S-068\nA man was held yesterday."), [])
    assert found.label == "2031-07"


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "bound", "label"),
    [
        ("000_daac800cacc225f9.txt", date(2024, 11, 8), "2020-06"),
        ("002_62215bf20e618462.txt", None, None),
        ("003_5687d528aa98cbfc.txt", None, "2021-11"),
        ("004_8227009c2653c3da.txt", None, None),
    ],
)
def test_mission_documents_are_dated_as_their_readers_did(shared: Path, name, bound, label):
    path = shared / "mission-documents" / "documents" / name
    text = path.read_text(encoding="utf-8", errors="replace")
    # The list of later headlines is the reader's to mark; here the article is cut before it.
    text = text.split("View original post", maxsplit=1)[0]
    assert choose_publication(document(text), [], bound).label == label
