"""A sentence that sums up separate incidents, before each is told."""

from __future__ import annotations

from recount.model import LinkRole, Measure


def test_a_sum_over_separate_incidents_is_a_tally(read_learned):
    document, extraction = read_learned(
        "More than 15 rebels were killed in separate operations over the past day, the army said. "
        "Troops fought rebels in Farah on Monday, killing four of them."
    )
    told = [(t.measure, document.words(t.quantity.span)) for t in extraction.tallies]
    assert told == [(Measure.KILLED, "More than 15 rebels")]
    killed = {
        document.words(link.mention.span)
        for account in extraction.accounts
        for link in account.links
        if link.role is LinkRole.KILLED
    }
    assert killed == {"four"}


def test_a_heading_that_lists_places_gives_way_to_the_body(read_learned):
    document, extraction = read_learned(
        "Operations in Helmand, Kandahar and Zabul\n\n"
        "Troops killed a rebel leader in Farah on Monday."
    )
    places = [
        document.words(link.mention.span)
        for account in extraction.accounts
        for link in account.links
        if link.role is LinkRole.PLACE
    ]
    assert places == ["Farah"]
