"""People hit in a second clause of one sentence."""

from __future__ import annotations

import pytest

from recount.model import CountValue, Property, Qualifier
from recount.resolve.drafts import Draft, voice_of
from recount.resolve.second_clause import METHOD, with_second_clause


@pytest.fixture
def counted(context_of):
    """Return the main count of a text in which words with their numbers were counted."""

    def read(text, prop, *told):
        context = context_of(text)
        drafts = []
        for words, number in told:
            at = text.index(words)
            span = type(context.sentences[0])(at, at + len(words))
            value = CountValue(number, number, number, Qualifier.EXACT, words)
            drafts.append(
                Draft(
                    prop, value, span, voice_of(context, None), "m", 0.9, primary=len(drafts) == 0
                )
            )
        found = with_second_clause(context, prop, drafts)
        return next(draft for draft in found if draft.primary)

    return read


def test_others_of_the_next_clause_are_added(counted):
    text = "Two women were shot at Osset, and a boy was hit by a splinter."
    main = counted(text, Property.WOUNDED, ("Two women", 2), ("a boy", 1))
    assert (main.value.value, main.method) == (3, METHOD)


def test_the_dead_of_the_next_clause_are_added(counted):
    text = "Three soldiers were killed and a farmer was killed at Osset."
    main = counted(text, Property.KILLED, ("Three soldiers", 3), ("a farmer", 1))
    assert main.value.value == 4


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Six people were hurt, and two women were hurt badly.", "Six people", "two women"),
        ("Six clerks were hurt, and two clerks were hurt badly.", "Six clerks", "two clerks"),
        ("Six clerks were hurt. Two women were hurt, too.", "Six clerks", "Two women"),
        ("Six clerks were hurt, and two women fled.", "Six clerks", "two women"),
    ],
)
def test_those_who_may_be_among_the_first_are_not_added(counted, text, first, second):
    main = counted(text, Property.WOUNDED, (first, 6), (second, 2))
    assert main.value.value == 6


def test_other_kinds_of_count_stay_as_they_are(counted):
    text = "Two women were arrested, and a boy was hit."
    main = counted(text, Property.ARRESTED, ("Two women", 2), ("a boy", 1))
    assert main.value.value == 2
