"""Filters, order, and what a release holds."""

from __future__ import annotations

from datetime import date

import pytest

from recount.model import (
    DatePrecision,
    PlacePrecision,
    Property,
    Realis,
    Scope,
    Stance,
    Unknown,
)
from recount.publish import EVERYTHING, Filters, Publisher, Withheld, release


def titles(made):
    return [incident.title for incident in made.incidents]


def test_default_holds_political_and_actual_only(island):
    made = release(island)
    assert {i.scope for i in made.incidents} <= {Scope.POLITICAL, Scope.UNCLEAR}
    assert {i.realis for i in made.incidents} <= {Realis.ACTUAL, Realis.ATTEMPTED}
    assert len(made.incidents) == 5


def test_everything_holds_plots_accidents_and_anniversaries(island):
    assert len(release(island, filters=EVERYTHING).incidents) == 8


def test_incidents_stand_by_date_and_unknown_dates_last(island):
    made = release(island)
    starts = [incident.date.start for incident in made.incidents]
    assert starts[:-1] == sorted(starts[:-1])
    assert starts[-1] is None


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        (Filters(country="xv"), 5),
        (Filters(country="AF"), 0),
        (Filters(first=date(2031, 3, 1)), 1),
        (Filters(last=date(2030, 12, 15)), 1),
        (Filters(first=date(2030, 12, 31), last=date(2030, 12, 31)), 1),
        (Filters(type="armed clash"), 2),
        (Filters(type="Battles"), 2),
        (Filters(type="battle"), 0),
        (Filters(actor="ashen"), 1),
        (Filters(actor="nobody"), 0),
        (Filters(scope=frozenset({Scope.ACCIDENT})), 1),
        (Filters(realis=frozenset({Realis.FOILED})), 1),
    ],
)
def test_filters_choose_incidents(island, filters, wanted):
    assert len(release(island, filters=filters).incidents) == wanted


def test_tallies_pass_by_country_period_and_actor(island):
    assert len(release(island, filters=Filters(country="AF")).tallies) == 0
    assert len(release(island, filters=Filters(first=date(2031, 4, 1))).tallies) == 0
    assert len(release(island, filters=Filters(actor="Ashen")).tallies) == 1


def test_unknown_date_says_why(island):
    last = release(island).incidents[-1]
    assert last.date.precision is DatePrecision.UNKNOWN
    assert last.date.unknown == "no date in the text"


def test_every_rival_figure_is_kept(island):
    blast = next(i for i in release(island).incidents if i.title.startswith("Blast"))
    killed = blast.counts.killed
    assert killed.voices == 3
    told = {(f.low, f.value, f.high) for f in killed.figures if not f.part}
    assert told == {(18, 18, None), (23, 23, 23), (20, None, 30)}
    assert blast.disputed == (Property.DATE, Property.KILLED)


def test_claim_and_denial_both_stand(island):
    blast = next(i for i in release(island).incidents if i.title.startswith("Blast"))
    stances = [(held.stance, held.actor) for held in blast.responsibility]
    assert (Stance.CLAIMED, "Ashen Hand") in stances
    assert (Stance.DENIED, "Ashen Hand") in stances


def test_documents_of_one_text_share_a_voice(island):
    blast = next(i for i in release(island).incidents if i.title.startswith("Blast"))
    voices = {document.outlet: document.voice for document in blast.documents}
    assert voices["Meridian Wire"] == voices["Island Post"] != voices["The Sorrel Tide"]


def test_primary_statements_are_the_accounts_own(island):
    blast = next(i for i in release(island).incidents if i.title.startswith("Blast"))
    by_id = {statement.id: statement for statement in blast.statements}
    parts = {s.id for s in blast.statements if getattr(s.value, "part", False)}
    for account in blast.accounts:
        assert not parts & set(account.primary)
        assert all(by_id[one].account == account.id for one in account.primary)


def test_site_of_a_survivor_is_withheld_and_the_gap_shown(island):
    made = next(i for i in release(island).incidents if i.title == "Women attacked at clinic")
    assert set(made.withheld) == {Withheld.NAMES, Withheld.SITE, Withheld.COORDINATES}
    assert made.place.site is None
    assert made.place.precision is PlacePrecision.SETTLEMENT
    assert (made.place.lat, made.place.lon) == (-12.3, 62.4)
    assert made.place.radius_km >= 12
    site = next(s for s in made.statements if s.property is Property.SITE)
    assert site.value == Unknown("withheld")
    assert set(site.original) <= {"█", " "}


def test_exact_site_is_shown_on_demand(island):
    made = release(island, include_names=True)
    clinic = next(i for i in made.incidents if i.title == "Women attacked at clinic")
    assert clinic.place.site == "Saint Orla Clinic"
    assert clinic.withheld == ()


def test_skipped_inputs_are_in_the_release(island):
    made = release(island)
    assert [s.path for s in made.skipped] == ["reports/broken.pdf", "reports/carta.txt"]


def test_some_documents_are_the_same_as_among_all(island):
    every = {document.id: document for document in Publisher(island).documents()}
    some = sorted(every)[2:4]
    assert list(Publisher(island).documents(some)) == [every[one] for one in some]


def test_titles_are_of_published_incidents_only(island):
    assert "Ferry sank off Marrow" not in titles(release(island))
