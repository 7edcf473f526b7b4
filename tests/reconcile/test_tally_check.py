from datetime import date

import pytest

from recount.model import (
    CountValue,
    Measure,
    PlacePrecision,
    PlaceValue,
    Property,
    Qualifier,
    Realis,
    ResolvedTally,
    Stance,
    Voice,
)
from recount.reconcile import check_tally, reconcile

NORTHMARK = PlaceValue(
    "Northmark", None, "Northmark", None, "XV", None, None, None, PlacePrecision.PROVINCE
)


def tally(measure=Measure.ATTACKS, number=5, **more):
    given = {"start": date(2031, 5, 1), "end": date(2031, 8, 31), "actor": "Ash Front", **more}
    value = CountValue(number, number, number, Qualifier.EXACT)
    return ResolvedTally(
        "t", "d", measure, value, Voice(None, None, None, Stance.ASSERTED), "", (), **given
    )


@pytest.fixture
def incidents(make):
    """Three by the group in the period, one after it, one of no date, one by another."""
    told = {
        "a": {"by": "Ash Front", "killed": 4},
        "b": {"by": "Ash Front", "when": "2031-06-11"},
        "c": {"claims": [("Ash Front", Stance.CLAIMED)], "when": "2031-08-31", "killed": 2},
        "d": {"by": "Ash Front", "when": "2031-09-01", "killed": 9},
        "e": {"by": "Ash Front", "when": None},
        "f": {"by": "Grey Hand", "killed": 30},
    }
    return [
        reconcile(key, [make.account(key, **more)], make.by_id([make.document(key)]), {})
        for key, more in told.items()
    ]


def test_attacks_of_an_actor_in_a_period_are_counted_beside_the_tally(incidents):
    found = check_tally(tally(), incidents)
    assert found.incidents == ("a", "b", "c")
    assert (found.best, found.unplaced, found.difference) == (3, 1, 2)


def test_deaths_are_summed_and_an_incident_without_a_figure_adds_none(incidents):
    found = check_tally(tally(Measure.KILLED, 10), incidents[::-1])
    assert (found.low, found.best, found.high) == (6, 6, 6)
    assert found.difference == 4


def test_a_tally_of_nobody_counts_every_actor(incidents):
    assert check_tally(tally(actor=None), incidents).best == 4


def test_the_place_of_a_tally_bounds_it(make, incidents):
    assert check_tally(tally(place=NORTHMARK), incidents).best == 3
    elsewhere = make.place("Mill Hollow", "Southmark")
    assert check_tally(tally(place=elsewhere), incidents).best == 0


def test_what_did_not_happen_is_not_counted(make):
    plan = make.account("a", by="Ash Front", realis=Realis.PLANNED)
    incident = reconcile("a", [plan], make.by_id([make.document("a")]), {})
    assert check_tally(tally(), [incident]).best == 0


@pytest.mark.parametrize("measure", [Measure.FIGHTERS, Measure.FUNDS, Measure.KILLED_OR_CAPTURED])
def test_what_incidents_do_not_have_is_not_compared(incidents, measure):
    assert check_tally(tally(measure), incidents) is None
    assert check_tally(tally(start=None), incidents) is None


def test_only_counts_that_findings_have_are_summed(incidents):
    assert check_tally(tally(Measure.WOUNDED, 3), incidents).best == 0
    assert incidents[0].finding(Property.KILLED).best == 4
