"""The five documents that the project began from: clutter, tallies, the airport attack."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import date

import pytest

pytestmark = pytest.mark.shared

LATER_HEADLINE = re.compile(r"\[\w+ \d{1,2}\w\w, 2024\]")
"""How the list of unrelated later headlines dates each of them."""

SPREAD = "000_daac800cacc225f9.txt"
AIRPORT = {
    "001_fd3580523704a8ee.txt": 170,
    "002_62215bf20e618462.txt": 170,
    "003_5687d528aa98cbfc.txt": 170,
}


@dataclass(frozen=True)
class Mission:
    incidents: list[dict]
    documents: dict[str, dict]
    tallies: list[dict]

    def named(self, source: str) -> dict:
        return next(d for d in self.documents.values() if d["source"] == source)


@pytest.fixture(scope="module")
def mission(recount, mission_ledger, everything, tmp_path_factory) -> Mission:
    folder = tmp_path_factory.mktemp("mission-rows")
    return Mission(
        recount.rows(mission_ledger, "incidents", folder / "i.jsonl", *everything),
        {d["id"]: d for d in recount.rows(mission_ledger, "documents", folder / "d.jsonl")},
        recount.rows(mission_ledger, "tallies", folder / "t.jsonl"),
    )


@pytest.fixture(scope="module")
def airport(mission) -> dict:
    found = [i for i in mission.incidents if len(i["documents"]) == 3]
    assert len(found) == 1
    return found[0]


def statements(mission, source: str) -> list[dict]:
    document = mission.named(source)["id"]
    return [s for i in mission.incidents for s in i["statements"] if s["document"] == document]


def test_every_document_is_read(mission):
    assert len(mission.documents) == 5
    for document in mission.documents.values():
        assert statements(mission, document["source"]) != [], document["source"]


def test_the_list_of_later_headlines_gives_nothing(mission):
    text = mission.named(SPREAD)["text"]
    first = LATER_HEADLINE.search(text)
    assert first is not None
    start = text.rindex("\n", 0, first.start())
    assert len(LATER_HEADLINE.findall(text[start:])) > 50
    assert [s for s in statements(mission, SPREAD) if s["end"] > start] == []
    assert [
        t
        for t in mission.tallies
        if t["document"] == mission.named(SPREAD)["id"] and t["spans"][0]["end"] > start
    ] == []
    assert mission.named(SPREAD)["published"]["value"].startswith("2020-06")


def test_no_incident_begins_in_clutter_or_a_caption(mission):
    for incident in mission.incidents:
        for statement in incident["statements"]:
            if statement["property"] != "type":
                continue
            for segment in mission.documents[statement["document"]]["segments"]:
                if segment["kind"] in ("clutter", "caption"):
                    apart = (
                        statement["end"] <= segment["start"] or segment["end"] <= statement["start"]
                    )
                    assert apart, statement


@pytest.mark.parametrize(
    "words", ["Donate", "Passover", "ISRAEL-HAMAS", "Leave a Reply", "iconic", "Accessibility"]
)
def test_mastheads_pleas_and_captions_hold_no_statement(mission, words):
    for document in mission.documents.values():
        text = document["text"]
        for found in re.finditer(re.escape(words), text):
            line_start = text.rfind("\n", 0, found.start()) + 1
            line_end = (text.find("\n", found.end()) + 1 or len(text) + 1) - 1
            inside = [
                s
                for s in statements(mission, document["source"])
                if line_start <= s["start"] and s["end"] <= line_end
            ]
            assert inside == []


def test_no_incident_is_later_than_its_documents(mission):
    last = date(2023, 5, 12)
    for incident in mission.incidents:
        if incident["date"]["start"] is not None:
            assert date.fromisoformat(incident["date"]["start"]) <= last, incident["title"]


@pytest.mark.parametrize(
    ("number", "measure"),
    [
        (119, "attacks"),
        (96, "attacks"),
        (39, "attacks"),
        (10_000, "killed_or_captured"),
        (600, "arrested"),
        (330, "killed"),
        (4_000, "fighters"),
    ],
)
def test_a_figure_about_many_incidents_is_a_tally_and_no_incident(mission, number, measure):
    found = [
        t
        for t in mission.tallies
        if number in (t["low"], t["value"], t["high"]) and t["measure"] == measure
    ]
    assert len(found) >= 1
    figures = [
        f for i in mission.incidents for c in i["counts"].values() if c for f in c["figures"]
    ]
    assert [f for f in figures if number in (f["low"], f["value"], f["high"])] == []


def test_the_tally_of_119_attacks_has_its_period_and_what_it_is_compared_with(mission):
    found = next(t for t in mission.tallies if t["value"] == 119)
    assert (found["start"], found["end"]) == ("2021-09-01", "2021-12-31")
    compared = next(t for t in mission.tallies if t["value"] == 39)
    assert compared["id"] == found["compared_with"] or found["id"] == compared["compared_with"]
    assert (compared["start"], compared["end"]) == ("2020-09-01", "2020-12-31")


def test_the_airport_attack_is_one_disputed_incident(mission, airport):
    assert {d["source"] for d in airport["documents"]} == set(AIRPORT)
    assert len(airport["accounts"]) == 3
    assert airport["date"]["status"] == "disputed"
    killed = airport["counts"]["killed"]
    assert killed["status"] == "disputed"
    assert killed["voices"] == 3
    assert killed["low"] <= 170 <= killed["best"] <= killed["high"]
    by_document = {}
    for figure in killed["figures"]:
        source = mission.documents[figure["document"]]["source"]
        by_document.setdefault(source, set()).add((figure["qualifier"], figure["value"]))
    assert set(by_document) == set(AIRPORT)
    assert ("exact", 170) in by_document["003_5687d528aa98cbfc.txt"]
    assert ("more_than", 170) in by_document["002_62215bf20e618462.txt"]
    dates = {c["start"] for c in airport["date"]["candidates"]} | {airport["date"]["start"]}
    assert {"2021-08-27", "2021-08-29"} <= dates | {
        s["value"]["start"] for s in airport["statements"] if s["property"] == "date"
    }


def test_show_tells_what_each_of_the_three_documents_says_of_the_airport_attack(
    recount, mission_ledger, airport
):
    told = recount.ok("show", airport["id"][:8], "--ledger", mission_ledger)
    killed = [line for line in told.splitlines() if line.startswith("killed")]
    for outlet in ("The Media Line", "001_fd35", "002_6221"):
        assert any(outlet in line and "170" in line for line in killed), told
    assert any("more than 170" in line for line in killed)
    dates = [line for line in told.splitlines() if line.startswith("date ")]
    assert any("29 August 2021" in line for line in dates)
    assert any("27 August 2021" in line for line in dates)
    assert "disputed" in told


def part_of(page: str, pattern: str) -> str:
    """The words of a part of a page, without its tags."""
    found = re.search(pattern, page, re.DOTALL)
    assert found is not None
    unmarked = re.sub(r"</?mark[^>]*>", "", found.group())
    return " ".join(re.sub(r"<[^>]+>", " ", unmarked).split())


def test_the_report_shows_the_three_figures_and_dates_of_the_airport_attack(
    recount, mission_ledger, airport, tmp_path
):
    recount.ok("report", "--ledger", mission_ledger, "-o", tmp_path / "r.html")
    page = html.unescape((tmp_path / "r.html").read_text(encoding="utf-8"))
    card = part_of(page, rf'<article[^>]*id="i-{airport["id"]}".*?</article>')
    said = [s for s in airport["statements"] if s["property"] in ("killed", "date")]
    assert [s["original"] for s in said if s["original"] not in card] == []
    outlets = [d["outlet"] or d["source"] for d in airport["documents"]]
    assert [outlet for outlet in outlets if outlet not in card] == []
    assert "disputed" in card
    start = rf'<div class="dispute">\s*<h3><a href="#i-{airport["id"]}">'
    rivals = part_of(page, rf'{start}.*?(?=<div class="dispute">|</section>)')
    for value in ("27 August 2021", "29 August 2021", "170 Afghans", "183", "more than 170"):
        assert value in rivals
    assert [outlet for outlet in outlets if outlet not in rivals] == []
