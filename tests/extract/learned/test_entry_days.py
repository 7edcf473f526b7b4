"""Entries of lists and logs that open with their day."""

from __future__ import annotations

import pytest

from recount.extract.learned.entry_days import find_entries
from recount.model import LinkRole


def days(scan) -> list[str]:
    return [entry.day.words for entry in find_entries(scan)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("TUE 13 MAY – Velm, near Orm. A mine kills two.", "WED 14 MAY – Velm, Osk. A raid."),
        ("3 May, Orm. Two men shot a teacher dead.", "5 May, al-Osk. A mine burst."),
        ("Monday the 5th. Orm. Men shot two.", "Tuesday the 6th. Osk. Men shot three."),
        ("• 3 May: men shot two in Orm.", "• 5 May: men shot three in Osk."),
        ("Orm, 3 May: men shot two.", "Osk, 5 May: men shot three."),
    ],
)
def test_paragraphs_that_open_with_their_day_are_entries(scanned, first, second):
    assert len(days(scanned(f"The week in Velm\n\n{first}\n\n{second}\n"))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "3 May, Orm. Two men shot a teacher dead.\n\nThe police came late.\n",
        "KHARUN, Velmar (May 3) - Men shot two.\n\nKHARUN, Velmar (May 5) - Men shot three.\n",
        "On 3 May men shot two in Orm.\n\nOn 5 May men shot three in Osk.\n",
    ],
)
def test_one_alone_datelines_and_sentences_are_none(scanned, text):
    assert days(scanned(text)) == []


def test_an_entry_dates_what_it_tells_and_nothing_beside_it(read_learned):
    document, found = read_learned(
        "The week in Velm\n\n"
        "3 May, Orm. Gunmen on motorcycles shot a teacher dead. He died at once.\n\n"
        "5 May, Tarn. A bomb exploded under the car of an officer. Two were wounded.\n\n"
        "9 May, Osk. Soldiers shot and killed four herders at the well.\n"
    )
    told = sorted(
        document.text[link.mention.start : link.mention.end]
        for account in found.accounts
        for link in account.links
        if link.role is LinkRole.DATE
    )
    assert told == ["3 May", "5 May", "9 May"]


def test_days_alone_on_a_line_date_the_paragraphs_under_them(scanned):
    scan = scanned(
        "What we saw\n\nMONDAY 5 MAY\n\nMen shot two in Orm.\n\n"
        "TUESDAY 6 MAY\n\nMen shot three in Osk.\n\nVelm, 20 May 2031\n"
    )
    assert all(entry.alone for entry in find_entries(scan))
    assert len(find_entries(scan)) == 2


def test_the_day_of_a_page_and_that_at_its_foot_are_no_entries(scanned):
    text = "Two shot\n\n3 May 2031\n\nMen shot two in Orm.\n\nThey fled.\n\n5 May 2031\n"
    assert days(scanned(text)) == []


def dated(read_learned, text: str) -> list[str]:
    document, found = read_learned(text)
    return sorted(
        document.text[link.mention.start : link.mention.end]
        for account in found.accounts
        for link in account.links
        if link.role is LinkRole.DATE
    )


def test_a_day_in_figures_before_a_place_in_capitals_heads_an_entry(read_learned):
    text = (
        "Weekly list\n\n15/10 ORM, Velm. Gunmen shot a teacher dead.\n\n"
        "16/10 KERIN, Osk. A bomb exploded under the car of an officer.\n\n"
        "19/10 ORM, Tarn. Soldiers shot and killed four herders, some freed the same night.\n"
    )
    assert dated(read_learned, text) == ["15/10", "16/10", "19/10"]


def test_a_day_that_is_part_of_a_name_dates_nothing(read_learned):
    text = (
        "Weekly list\n\n15 May, Velm. Gunmen shot three guards dead, the first breach of the "
        "7 April truce.\n\n16 May, Osk. Soldiers shot and killed four herders at the well.\n"
    )
    assert dated(read_learned, text) == ["15 May", "16 May"]


def test_a_day_that_an_entry_counts_back_to_is_its_own(read_learned):
    text = (
        "Log\n\n15 May, Velm. Gunmen shot three guards dead.\n\n"
        "16 May, Osk. Gunmen shot two men dead last night.\n"
    )
    assert dated(read_learned, text) == ["15 May", "last night"]


def test_a_section_has_the_day_and_the_place_of_its_title(read_learned):
    text = (
        "Cases from the valley\n\nThis note tells of two cases.\n\n"
        "1. Velm, 18 May\n\nSoldiers came at nine. Eleven men were shot dead behind the mill.\n\n"
        "2. Osk, 24 May\n\nGendarmes stopped the passengers of the Velm bus. Five young men were "
        "abducted by them.\n"
    )
    document, found = read_learned(text, headings=("1. Velm, 18 May", "2. Osk, 24 May"))
    told = [
        {document.text[link.mention.start : link.mention.end] for link in account.links}
        for account in found.accounts
    ]
    assert any({"18 May", "Velm"} <= one for one in told)
    assert any({"24 May", "Osk"} <= one for one in told)


def test_a_sentence_that_sets_the_scene_dates_the_next(read_learned):
    text = "There was one bad moment last night. A bomb was thrown at a school in Osk.\n"
    assert dated(read_learned, text) == ["last night"]
