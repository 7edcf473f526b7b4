"""What the commands print: readable at any width, nothing doubled, filters that filter."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len

LISTS = ("incidents", "documents", "tallies", "actors", "show most-disputed")


def rows(out: str) -> list[str]:
    """The first line of each row of a list of incidents."""
    return [line for line in out.splitlines() if re.match(r"[0-9a-f]{8} ", line)]


@pytest.mark.parametrize("width", [80, 120, 160])
@pytest.mark.parametrize("command", LISTS)
def test_no_line_is_wider_than_the_screen(call, examples, command, width):
    done = call(*command.split(), "-l", examples, width=width)
    assert done.code == 0
    too_long = [line for line in done.out.splitlines() if cell_len(line) > width]
    assert too_long == []
    assert all(line == line.rstrip() for line in done.out.splitlines())


def test_incidents_are_listed_by_day_without_a_title(call, examples):
    out = call("incidents", "-l", examples).out
    assert out.splitlines()[0].split() == (
        ["id", "date", "place", "type", "killed", "wounded", "status", "voices"]
    )
    assert len(rows(out)) == len({row[:8] for row in rows(out)}) > 10
    bombing = next(row for row in rows(out) if "Quayside Market" in row and "explosive" in row)
    assert bombing.count("Karravel") == 1
    assert "Talvora" in bombing
    assert "5 Sep 2024" in bombing
    assert re.search(r" 17 +3\d \(3\d–41\) ", bombing)  # all agree on the dead alone


def test_a_list_without_rows_says_so(call, examples):
    done = call("incidents", "-l", examples, "--from", "2031-01-01")
    assert (done.code, done.err) == (0, "")
    assert done.out.count("\n") == 1
    assert "No incident fits" in done.out


@pytest.mark.parametrize(
    ("options", "fits"),
    [
        (("--type", "suicide bomb"), "Suicide bomb"),
        (("--type", "Protests"), "Protest"),
        (("--country", "xv"), "Talvora"),
        (("--from", "2024-09-16", "--to", "2024-09-16"), "Sep 2024"),
    ],
)
def test_a_filter_shows_only_what_fits(call, examples, options, fits):
    found = rows(call("incidents", "-l", examples, *options).out)
    assert len(found) > 0
    assert all(fits in row for row in found)


def test_scope_and_realis_show_what_is_kept_and_not_counted(call, examples):
    counted = {row[:8] for row in rows(call("incidents", "-l", examples).out)}
    kept = {
        row[:8]
        for options in (("--scope", "criminal"), ("--scope", "accident"), ("--realis", "foiled"))
        for row in rows(call("incidents", "-l", examples, *options).out)
    }
    assert len(kept) >= 3
    assert not kept & counted


def test_a_code_of_another_country_finds_nothing(call, examples):
    assert rows(call("incidents", "-l", examples, "--country", "AF").out) == []


def test_show_tells_each_sources_own_figures_and_words(call, examples):
    assert call("show", "most-disputed", "-l", examples).code == 0
    listed = rows(call("incidents", "-l", examples, width=160).out)
    market = next(row for row in listed if "Quayside" in row)
    out = call("show", market[:8], "-l", examples).out
    title, *rest = out.splitlines()
    assert title.startswith("Explosive, market, Karravel, Talvora")
    assert "(XV)" not in out
    assert "XV" not in title
    sections = [line for line in rest if line in (
        "Findings", "What each source says", "Responsibility", "In their words"
    )]  # fmt: skip
    assert len(sections) == 4
    for outlet in ("Talvora Press Agency", "Farsound World Radio", "The Karravel Courier"):
        assert outlet in out
    for words in ("“at least 14", "“41 others”", "claimed", "denied", "blamed"):
        assert words in out


def test_show_takes_any_unique_beginning_of_an_id(call, examples):
    full = re.search(r"id +([0-9a-f]{20})", call("show", "most-disputed", "-l", examples).out)
    assert full is not None
    one = call("show", full.group(1), "-l", examples)
    other = call("show", full.group(1)[:8], "-l", examples)
    assert one == other
    assert one.code == 0


def test_show_finds_what_is_not_counted_too(call, examples):
    row = rows(call("incidents", "-l", examples, "--realis", "foiled").out)[0]
    assert "foiled" in call("show", row[:8], "-l", examples).out


def test_documents_are_followed_by_what_was_left_out(call, examples):
    out = call("documents", "-l", examples).out
    assert len(rows(out)) == 25
    listed, left_out = out.split("\n\n")
    assert "14-marche-ossimbra.html" in left_out
    assert "fr" in left_out
    assert listed.splitlines()[1].split()[1] == "2024-07-15"


def test_actors_are_listed_with_how_many_documents_name_them(call, examples):
    out = call("actors", "-l", examples).out
    (front,) = [line for line in out.splitlines() if line.startswith("Front for a Free")]
    documents, mentions = map(int, front.split()[-2:])
    assert 5 < documents < mentions
    assert "FFD" in front


def test_tallies_have_periods_in_words(call, examples):
    out = call("tallies", "-l", examples).out
    assert "2024" in out
    assert not re.search(r"\d{4}-\d\d-\d\d", out)


def test_the_rule_of_the_build_is_that_of_the_lists(call, own, tmp_path):
    (tmp_path / "a.txt").write_text(
        "Blast\n\nA bomb killed dozens of people in Kabul on 4 March 2031, police said.\n"
    )
    assert call("build", "a.txt", "-l", "acled.db", "--rule", "acled").code == 0
    assert " acled" in call("show", "most-disputed", "-l", "acled.db").out
    assert " gtd" in call("show", "most-disputed", "-l", "acled.db", "--rule", "gtd").out


def test_doctor_says_what_holds_and_fails_when_a_quote_was_changed(call, own):
    import sqlite3
    from contextlib import closing

    done = call("doctor", "-l", own)
    assert done.code == 0
    assert "interrupted" not in done.out
    assert done.out.count("ok  ") == 6
    assert re.search(r"last hash of the log: [0-9a-f]{64}", done.out)
    with closing(sqlite3.connect(own)) as connection:
        connection.execute("UPDATE statements SET original = 'other words' WHERE rowid = 3")
        connection.commit()
    broken = call("doctor", "-l", own)
    assert broken.code == 1
    assert "FAIL  statements" in broken.out
    assert broken.err == ""


def test_a_decision_on_two_accounts_parts_them(call, own, tmp_path):
    import json

    call("export", "-l", own, "--what", "accounts", "-o", "a.jsonl")
    accounts = [json.loads(line) for line in (tmp_path / "a.jsonl").open()]
    by_incident: dict[str, list[str]] = {}
    for account in accounts:
        by_incident.setdefault(account["incident"], []).append(account["id"])
    pair = next(ids for ids in by_incident.values() if len(ids) == 2)
    before = len(rows(call("incidents", "-l", own).out))
    done = call("judge", pair[0][:12], pair[1][:12], "different", "-l", own, "--as", "Tess")
    assert done.code == 0
    one, other = sorted(pair)
    assert done.out == f"Kept: {one[:8]} and {other[:8]} are different.\n"
    assert len(rows(call("incidents", "-l", own).out)) == before + 1


def test_places_added_once_reach_every_later_build(call, tmp_path):
    (tmp_path / "camps.csv").write_text(
        "name,kind,country,lat,lon\nQuorrin Camp,site,XQ,-20.5,-140.5\nQuorrland,country,XQ,,\n"
    )
    (tmp_path / "a.txt").write_text(
        "Attack\n\nGunmen killed two people in Quorrin Camp on 4 March 2031, police said.\n"
    )
    added = call("gazetteer", "add", "camps.csv")
    assert added.code == 0
    assert added.out == "You have 2 places of your own now.\n"
    assert call("build", "a.txt", "-l", "camps.db").code == 0
    (row,) = rows(call("incidents", "-l", "camps.db").out)
    assert "Quorrin Camp, Quorrland" in row
