"""Whose statement a text is."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from recount.extract.learned.publisher import publisher_of

BODY = "\n\nFighter jets struck a depot in Velm. Nobody else was near it on that day."


@pytest.fixture
def publisher(scanned):
    """Return who puts a text out."""

    def read(text: str):
        scan = scanned(text)
        return publisher_of(SimpleNamespace(scan=scan, text=scan.text))

    return read


@pytest.mark.parametrize(
    "head",
    [
        "Karovian Armed Forces - Operational update",
        "Briefing of the Ministry of Defence of Karovia",
        "COMMUNIQUÉ NO. 4 OF THE GENERAL STAFF",
        "Military Spokesperson: evening summary",
    ],
)
def test_a_heading_of_a_forces_own_paper_names_it(publisher, head):
    found = publisher(f"{head}\n3 May 2031{BODY}")
    assert found is not None
    assert found.state


def test_a_letterhead_and_its_paper_may_stand_on_several_lines(publisher):
    head = "REPUBLIC OF KAROVIA\nGENERAL STAFF OF THE ARMED FORCES\nPress Office\nCommunique No. 4"
    assert publisher(head + BODY) is not None


@pytest.mark.parametrize(
    "head",
    [
        "Army kills nine in Velm, statement says",
        "Velm Human Rights Desk - weekly report",
        "Front rejects army statement on Velm",
        "Karovian Armed Forces statement\nBy Ana Dorn",
    ],
)
def test_news_and_notes_of_others_are_nobodys_statement(publisher, head):
    assert publisher(head + BODY) is None


@pytest.mark.parametrize(
    "text",
    [
        "AL-SHABAAB [channel, 4K readers]\n\nOn Friday a mine tore a lorry open. We did it.",
        "On Friday a mine tore a lorry open. We hide it not.\n\nAl-Shabaab - Media Office",
        "[Source: channel of Al-Shabaab. Posted 3 May 2031.]\n\nOn Friday we burned a lorry.",
    ],
)
def test_a_listed_group_that_speaks_for_itself_is_the_publisher(publisher, text):
    found = publisher(text)
    assert found is not None
    assert (found.actor, found.state) == ("Al-Shabaab", False)


def test_a_report_on_a_group_is_no_statement_of_it(publisher):
    text = "Al-Shabaab\nA profile\n\nIn January it attacked a post. “We will return,” it said."
    assert publisher(text) is None


@pytest.mark.parametrize(
    "head",
    [
        "VELM, 3 MAY 31 (HILL RADIO) -- [COMMUNIQUE] [COMMAND OF AL-SHABAAB] [TEXT] WE ACT.",
        "CLANDESTINE (Hill Radio) -- [Text] Al-Shabaab fighters are at Velm. Our men are strong.",
        "Harvest of May\nHill Voice, channel of Al-Shabaab\n3 May 2031\n\nOur brothers are strong.",
    ],
)
def test_a_label_or_a_hidden_station_names_a_group(publisher, head):
    found = publisher(head + BODY)
    assert found is not None
    assert not found.state


@pytest.mark.parametrize(
    "head",
    [
        "VELM, 3 MAY 31 (HILL RADIO) -- [REPORT] [ANA VELL] [TEXT] AL-SHABAAB ATTACKED VELM.",
        "VELM, 3 MAY 31 (HILL RADIO) -- [EXCERPTS] AL-SHABAAB ATTACKED VELM.",
    ],
)
def test_a_label_of_a_reporter_is_news(publisher, head):
    assert publisher(head + BODY) is None
