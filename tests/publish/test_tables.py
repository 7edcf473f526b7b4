"""Rows for terminals: as many cells as columns, no control characters."""

from __future__ import annotations

from recount.publish import EVERYTHING, release
from recount.publish.tables import (
    actors_table,
    clean,
    documents_table,
    incident_detail,
    incidents_table,
    tallies_table,
)


def test_every_row_has_a_cell_for_each_column(island):
    made = release(island, filters=EVERYTHING)
    tables = [
        incidents_table(made.incidents),
        documents_table(made.documents, made.incidents),
        tallies_table(made.tallies),
        actors_table(made.actors),
    ]
    for table in tables:
        assert len(table.rows) > 0, table.title
        assert all(len(row) == len(table.columns) for row in table.rows)


def test_incidents_show_bounds_and_status(island):
    made = release(island)
    blast = next(i for i in made.incidents if i.title.startswith("Blast"))
    row = next(row for row in incidents_table(made.incidents).rows if blast.id.startswith(row[0]))
    assert row[4:] == ("20 (18–30)", "40", "disputed", "3")


def test_incidents_name_the_country_and_not_the_areas_between(island):
    made = release(island)
    table = incidents_table(made.incidents, {"XV": "Velmora", "XQ": "Velmora"})
    blast = next(i for i in made.incidents if i.title.startswith("Blast"))
    place = next(row[2] for row in table.rows if blast.id.startswith(row[0]))
    assert blast.place.name in place
    assert blast.place.admin1 not in place.split(", ")


def test_documents_are_listed_by_day_undated_last(island):
    rows = documents_table(release(island, filters=EVERYTHING).documents).rows
    days = [row[1] for row in rows]
    assert days == sorted(days)
    assert len(set(days)) > 1


def test_detail_has_each_sources_figures_and_words(island):
    made = release(island)
    blast = next(i for i in made.incidents if i.title.startswith("Blast"))
    detail = incident_detail(made, blast)
    tables = {table.title: table for table in detail.tables}
    said = {(row[1], row[2], row[6]) for row in tables["What each source says"].rows}
    assert ("23 people", "Meridian Wire", "“23 people”") in said
    assert ("20 to 30 people", "Velmora Review", "“between 20 and 30 people”") in said
    stances = {row[0] for row in tables["Responsibility"].rows}
    assert stances == {"claimed", "blamed", "denied"}
    assert ("withheld", "names of private persons") in detail.facts


def test_used_documents_are_counted(island):
    made = release(island, filters=EVERYTHING)
    rows = {row[7]: row[6] for row in documents_table(made.documents, made.incidents).rows}
    assert rows["reports/post-kept.txt"] == "3"
    assert rows["reports/carta.txt"] == "0"


def test_control_and_direction_characters_are_made_visible():
    assert clean("a\x1b[2Jb\u202ec\nd") == "a�[2Jb�c d"
