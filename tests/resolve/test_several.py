"""Whether a report says that several were hit, where people are told one by one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.model import Property, Qualifier, Span, Stance, Voice, count_of
from recount.resolve.drafts import Draft
from recount.resolve.several import (
    METHOD,
    first_alone,
    said_of_several,
    says_number,
    told_apart,
    told_together,
)

K, W = Property.KILLED, Property.WOUNDED


def spans(text, *people):
    """Return the tellings of each person; each is given by the words of its tellings."""
    found, at = [], 0
    for person in people:
        tellings = []
        for words in person:
            start = text.index(words, at)
            at = start + len(words)
            tellings.append(Span(start, at))
        found.append(tellings)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Two men died at Osset.",
        "Police in Osset found both bodies.",
        "A guard was shot. Another man died.",
        "A guard was shot. A clerk was also killed.",
        "It was a double homicide.",
        "Osset mourns after a murder-suicide.",
        "Both cooks were pronounced dead.",
        "The raid left several cooks in the river.",
        "Police named the three victims.",
        "The deaths of two clerks shook Osset.",
    ],
)
def test_words_say_that_several_died(text):
    assert said_of_several(text, K)


@pytest.mark.parametrize(
    "text",
    [
        "A guard was shot. Aro Vell, 51, died.",
        "A 12-year-old boy died at Osset.",
        "He died after two weeks in hospital.",
        "Two men were charged after a clerk was killed.",
        "At least 30 shots were fired and a clerk was killed.",
    ],
)
def test_one_death_is_not_said_to_be_several(text):
    assert not said_of_several(text, K)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two clerks were hurt at Osset.", True),
        ("Raiders shot two clerks at Osset.", True),
        ("Both clerks are in stable condition.", True),
        ("Another man was wounded at Osset.", True),
        ("A guard was shot at Osset. Aro Vell, 51, is in hospital.", False),
    ],
)
def test_words_say_that_several_were_wounded(text, expected):
    assert said_of_several(text, W) is expected


def test_deaths_of_several_do_not_say_that_several_were_wounded():
    text = "Two clerks died at Osset. A cook is in hospital."
    assert (said_of_several(text, K), said_of_several(text, W)) == (True, False)


def test_several_need_not_be_said_of_other_counts():
    assert said_of_several("A clerk was seized.", Property.ARRESTED)


def test_people_described_anew_with_clauses_of_their_own_are_apart():
    text = "Aro Vell, 51, died at once. A clerk, Ben Tash, died later."
    assert told_apart(text, K, spans(text, ["Aro Vell, 51"], ["A clerk, Ben Tash"]))


def test_a_name_behind_a_description_may_be_the_same_person():
    text = "A judge was shot. Aro Vell, 51, died at once."
    assert not told_apart(text, K, spans(text, ["A judge"], ["Aro Vell, 51"]))


def test_somebody_whose_clause_tells_of_no_death_is_not_apart():
    text = "Aro Vell died at once. A clerk saw it."
    assert not told_apart(text, K, spans(text, ["Aro Vell"], ["A clerk"]))


def test_the_later_telling_of_the_same_person_is_not_somebody_apart():
    text = "A guard died at Osset. A guard died at dawn."
    assert not told_apart(text, K, spans(text, ["A guard", "A guard"]))


def test_wounded_with_clauses_of_their_own_are_apart():
    text = "A guard was injured at Osset. A cook suffered burns."
    assert told_apart(text, W, spans(text, ["A guard"], ["A cook"]))


def test_people_of_other_counts_are_apart():
    text = "Aro Vell was seized. Ben Tash was seized."
    assert told_apart(text, Property.ARRESTED, spans(text, ["Aro Vell"], ["Ben Tash"]))


def test_the_first_alone_keeps_the_others_beside_it():
    voice = Voice(None, None, None, Stance.ASSERTED)
    first = Draft(K, count_of(1, Qualifier.EXACT), Span(0, 8), voice, "v1", 0.9, primary=True)
    alone = first_alone(first, [Span(20, 28), Span(40, 48)])
    assert (alone.value.value, alone.method) == (1, METHOD)
    assert len(alone.extra) == 2
    assert "3 are told one by one" in alone.reasons[-1]


_PIECES = (
    *("A ", "another ", "two ", "both ", "Aro Vell", "clerk", " was ", "died", "killed"),
    *(" shot", "bodies", ", ", ". ", "\n", "also ", "12", "-year-old ", "found "),
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=30), st.sampled_from(list(Property)))
def test_any_text_is_read_without_error(pieces, prop):
    text = "".join(pieces)
    people = [[Span(at, at + 1)] for at in range(0, len(text), 7)]
    assert said_of_several(text, prop) in (True, False)
    assert told_apart(text, prop, people) in (True, False)


FAR = " Rain fell on Osset and its fields all day." * 12


@pytest.mark.parametrize(
    ("told", "together"),
    [
        ("A clerk was killed.", 1),
        ("A clerk was also killed.", 2),
        ("A second guard was killed.", 2),
        ("His clerk was killed.", 2),
        ("The judge's clerk was killed.", 2),
    ],
)
def test_who_is_told_far_off_goes_on_with_others_by_words_alone(told, together):
    text = f"A judge was killed.{FAR} {told}"
    words = told[: told.index(" was")]
    assert len(told_together(text, spans(text, ["A judge"], [words]))) == together


def test_one_telling_near_is_enough():
    text = f"A judge was killed.{FAR} The judge died. A clerk died."
    people = spans(text, ["A judge"], ["A clerk"])
    people[0].append(Span(text.index("The judge"), text.index(" died")))
    assert len(told_together(text, people)) == 2


def test_nobody_told_is_nobody():
    assert told_together("", []) == ()


@pytest.mark.parametrize(
    ("text", "number", "said"),
    [("Two men died.", 2, True), ("2 killed in Osset.", 2, True), ("Two men died.", 3, False)],
)
def test_a_report_may_say_the_number(text, number, said):
    assert says_number(text, K, number) is said
