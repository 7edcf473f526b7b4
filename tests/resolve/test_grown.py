"""Tolls that a report adds to later, in its own words."""

from __future__ import annotations

import pytest

from recount.model import (
    Account,
    CountValue,
    Extraction,
    IncidentType,
    Mention,
    MentionRole,
    Property,
    Qualifier,
    Realis,
    Scope,
    Span,
)
from recount.resolve import choose_publication
from recount.resolve.context import make_context
from recount.resolve.drafts import Draft, voice_of
from recount.resolve.grown import METHOD_MORE, METHOD_TOTAL, with_growth


def account_of(document, trigger):
    """Return an account whose one trigger is a word of a document."""
    at = document.text.index(trigger)
    mention = Mention(at, at + len(trigger), MentionRole.TRIGGER)
    return Account(
        trigger, document.id, document.rendition, (mention,), IncidentType.ATTACK, Realis.ACTUAL,
        Scope.POLITICAL, (), (), Span(0, len(document.text)), 1.0,
    )  # fmt: skip


@pytest.fixture
def grown(as_document, resources):
    """Return the main count of a bombing's dead in a text; a raid in it is another incident."""

    def read(text, words, number):
        document = as_document(text)
        told = [account_of(document, word) for word in ("bomb", "raid") if word in text]
        extraction = Extraction(document.id, document.rendition, "test", "1", tuple(told), ())
        publication = choose_publication(document, (), None)
        context, account = make_context(document, extraction, publication, None, resources), told[0]
        at = text.index(words)
        value = CountValue(number, number, number, Qualifier.EXACT, words)
        span = Span(at, at + len(words))
        draft = Draft(Property.KILLED, value, span, voice_of(context, None), "m", 0.9, primary=True)
        found = with_growth(context, account, [draft])
        return next(one for one in found if one.primary)

    return read


NINE = "A bomb went off in Tarn. Nine people were killed"


@pytest.mark.parametrize(
    ("rest", "number"),
    [
        (". A tenth died on Monday.", 10),
        (". An eleventh died on Monday.", 9),
        (". Two more died overnight.", 11),
        (". Two of the wounded have since died.", 11),
        (". Another two people later died.", 11),
        (". The blast also killed a passing nurse.", 10),
        (". A clerk who had been passing died too.", 10),
        (" along with two fighters.", 11),
        (", as were both passengers.", 11),
        (" in the fields and two women in their kitchen.", 11),
        (" on each side.", 18),
        (" and twenty wounded.", 9),
        (". Two more were hurt.", 9),
        (". Two more died in such blasts this year.", 9),
        (". It is rumoured that two more died.", 9),
    ],
)
def test_others_who_died_are_added(grown, rest, number):
    main = grown(NINE + rest, "Nine people", 9)
    assert main.value.value == number
    assert (main.method == METHOD_MORE) is (number != 9)


@pytest.mark.parametrize(
    ("rest", "number"),
    [
        (". The toll rose to eleven.", 11),
        (". The death toll now stands at 14.", 14),
        (". One more died, bringing the number of dead to 10.", 10),
        (". The toll rose to seven.", 9),
        (". The number of wounded rose to forty.", 9),
        (". The toll since January rose to 40.", 9),
    ],
)
def test_a_new_total_takes_the_place_of_the_first_figure(grown, rest, number):
    main = grown(NINE + rest, "Nine people", 9)
    assert main.value.value == number
    assert (main.method == METHOD_TOTAL) is (number != 9)


def test_a_correction_may_lower_the_figure(grown):
    main = grown(
        "A bomb went off. The force corrected its figure of 12 dead to ten.", "12 dead", 12
    )
    assert main.value.value == 10


def test_a_toll_that_rises_in_one_sentence_ends_at_its_last_number(grown):
    text = "A bomb went off. Police first spoke of three dead, then five, and by nightfall nine."
    assert grown(text, "three dead", 3).value.value == 9


def test_all_but_some_are_the_rest(grown):
    main = grown("A bomb went off. All but one of the nine people died.", "one", 1)
    assert main.value.value == 8


def test_whoever_did_it_counts_where_he_died_with_others(grown):
    main = grown("A bomb went off. The bomber and four other people died.", "four other people", 4)
    assert main.value.value == 5


def test_no_other_incident_adds_to_a_figure(grown):
    text = "A bomb went off in Tarn. Nine people were killed. In a raid on Velm two more died."
    assert grown(text, "Nine people", 9).value.value == 9


def test_the_added_are_shown_as_what_the_sum_rests_on(grown):
    text = NINE + ". Two more died overnight."
    main = grown(text, "Nine people", 9)
    assert [span.of(text) for span in main.extra] == ["Two more"]


def test_as_many_of_the_other_side_point_at_the_words_that_say_so(grown):
    text = NINE + " on each side."
    main = grown(text, "Nine people", 9)
    assert [span.of(text) for span in main.extra] == ["on each side"]
