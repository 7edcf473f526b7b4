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


NIGHT = (
    "Three people were shot in separate shootings in Velm on Friday, police said.\n\n"
    "At 11:08 p.m., a man was shot in the 700 block of Tarn Street. He was taken to hospital.\n\n"
    "At 4:50 p.m., a woman was shot in the 3900 block of Osset Avenue."
)


def told_of(document, account, role):
    return [document.words(link.mention.span) for link in account.links if link.role is role]


def test_no_incident_of_a_round_up_has_the_words_of_its_sum(read_learned):
    document, extraction = read_learned(NIGHT)
    assert len(extraction.accounts) == 2
    ends = document.text.index("\n\n")
    assert all(t.start > ends for one in extraction.accounts for t in one.triggers)
    counted = {w for one in extraction.accounts for w in told_of(document, one, LinkRole.WOUNDED)}
    assert "Three people" not in counted


def test_each_incident_of_a_round_up_has_the_day_and_place_of_its_sum(read_learned):
    document, extraction = read_learned(NIGHT)
    for account in extraction.accounts:
        assert "Friday" in told_of(document, account, LinkRole.DATE)
        assert "Velm" in told_of(document, account, LinkRole.PLACE)


def test_an_incident_of_the_past_has_not_the_day_of_the_sum(read_learned):
    text = NIGHT + "\n\nLast year a teacher was shot dead in Orvel."
    document, extraction = read_learned(text)
    old = [a for a in extraction.accounts if a.triggers[0].start > text.index("Last year")]
    assert len(old) == 1
    assert "Friday" not in told_of(document, old[0], LinkRole.DATE)


def test_shootings_across_a_city_are_a_sum(read_learned):
    document, extraction = read_learned(
        "Three people were killed in shootings across the city on Monday, police said. "
        "A man was shot dead in a park in Velm at noon."
    )
    told = [(t.measure, document.words(t.quantity.span)) for t in extraction.tallies]
    assert told == [(Measure.KILLED, "Three people")]
