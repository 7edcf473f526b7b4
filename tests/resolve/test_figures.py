"""Counts of an account: lists added up, parts of a whole, new totals."""

import pytest

from recount.model import CountValue, Property
from recount.resolve import choose_publication, resolve


@pytest.fixture
def counts(read_rules, resources):
    """Return the killed figures of a text as (value, part, primary, words)."""

    def read(text, prop=Property.KILLED):
        document, extraction = read_rules(text)
        publication = choose_publication(document, (), None)
        done = resolve(
            document, extraction, publication=publication, outlet=None, resources=resources
        )
        return [
            (s.value.value, s.value.part, s.primary, s.original)
            for s in done.statements
            if s.property is prop and isinstance(s.value, CountValue)
        ]

    return read


def primary(found):
    return [(value, words) for value, _, main, words in found if main]


def test_a_list_without_a_total_is_added_up(counts):
    found = counts("A blast on 3 May 2021 in Herat killed 28 guards, 13 soldiers and two drivers.")
    assert primary(found) == [(43, "28 guards, 13 soldiers and two drivers")]
    assert [value for value, part, _, _ in found if part] == [28, 13, 2]


def test_a_list_that_breaks_a_total_down_is_not_added_to_it(counts):
    found = counts(
        "Police arrested 12 people, seven women and five men, in Herat on 3 May 2021.",
        Property.ARRESTED,
    )
    assert primary(found) == [(12, "12 people")]


def test_a_new_total_replaces_the_first_figure(counts):
    found = counts(
        "A bomb killed 14 people in Herat on 3 May 2021. Three more people died in hospital,"
        " bringing the toll to 17."
    )
    assert primary(found) == [(17, "17")]


def test_further_deaths_are_not_a_total(counts):
    found = counts("A bomb killed 14 people in Herat on 3 May 2021. Two more people died later.")
    assert primary(found) == [(14, "14 people")]


def test_a_person_named_alone_is_one(counts):
    found = counts("Gunmen shot dead a judge in Herat on 3 May 2021.")
    assert [value for value, _ in primary(found)] == [1]


def test_a_part_beside_its_whole_is_a_part(counts):
    found = counts("An air strike in Herat on 3 May 2021 killed 20 people, including 7 children.")
    assert primary(found) == [(20, "20 people")]
    assert (7, True, False, "7 children") in found
