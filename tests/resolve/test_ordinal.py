"""People told by their number add one to those counted before."""

import pytest

from recount.model import CountValue, Property, Qualifier, Span, Stance, Voice
from recount.resolve.drafts import Draft
from recount.resolve.ordinal import with_ordinal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four men were hurt. A fifth man was found later.", 5),
        ("Four men were hurt. A third man was found later.", 4),
        ("Four men were hurt. A cook was found later.", 4),
    ],
)
def test_a_number_one_higher_adds_one(text, expected):
    four = CountValue(4, 4, 4, Qualifier.EXACT)
    voice = Voice(None, None, None, Stance.ASSERTED)
    draft = Draft(Property.WOUNDED, four, Span(0, 8), voice, "v1", 0.9, primary=True)
    later = Span(text.index(". A") + 2, text.index(" was"))
    main = [d for d in with_ordinal(text, [draft], [Span(0, 8), later]) if d.primary]
    assert [d.value.value for d in main] == [expected]


@pytest.mark.parametrize(
    ("prop", "text", "expected"),
    [
        (Property.WOUNDED, "It struck a cook. A second man was hurt.", 2),
        (Property.WOUNDED, "It killed a cook. A second man was hurt.", 1),
        (Property.WOUNDED, "It struck a cook. A second lieutenant was hurt.", 1),
        (Property.WOUNDED, "It struck a cook. A third-grader was hurt.", 1),
        (Property.KILLED, "It hurt a cook. A second man was shot dead.", 1),
        (Property.KILLED, "A clerk died. A second man has now died in Osset.", 2),
        (Property.WOUNDED, "It struck a cook. A second man to be hit was hurt.", 1),
        (Property.WOUNDED, "It struck a cook. A third man in Osset this year was hurt.", 1),
        (Property.WOUNDED, "It struck a cook. A third man of the week was hurt.", 1),
        (Property.ARRESTED, "They found arms. A second man was seized.", 1),
    ],
)
def test_a_sole_person_told_by_his_number_has_others_before(prop, text, expected):
    start = text.index("A ", 1)
    before = Span(0, text.index("."))
    sole = CountValue(1, 1, 1, Qualifier.EXACT)
    voice = Voice(None, None, None, Stance.ASSERTED)
    span = Span(start, text.index(" ", start + 9))
    draft = Draft(prop, sole, span, voice, "v1", 0.9, primary=True)
    main = [d for d in with_ordinal(text, [draft], [before, span]) if d.primary]
    assert [d.value.value for d in main] == [expected]
    alone = [d for d in with_ordinal(text, [draft], [span]) if d.primary]
    assert [d.value.value for d in alone] == [1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A third soldier has died after Monday's ambush.", 3),
        ("A second man has died of his wounds.", 2),
        ("A third soldier has died in Osset.", 1),
        ("A third soldier was shot dead after the ambush.", 1),
    ],
)
def test_who_has_died_of_the_deed_has_others_before_him(text, expected):
    one = CountValue(1, 1, 1, Qualifier.EXACT)
    voice = Voice(None, None, None, Stance.ASSERTED)
    span = Span(0, text.index(" ha") if " ha" in text else text.index(" was"))
    draft = Draft(Property.KILLED, one, span, voice, "v1", 0.9, primary=True)
    main = [d for d in with_ordinal(text, [draft], [span]) if d.primary]
    assert [d.value.value for d in main] == [expected]


def test_one_more_may_stand_before_the_others():
    text = "A fourth guard of a unit in which a blast killed three others has died."
    at = text.index("three others")
    three = CountValue(3, 3, 3, Qualifier.EXACT)
    voice = Voice(None, None, None, Stance.ASSERTED)
    draft = Draft(Property.KILLED, three, Span(at, at + 12), voice, "v1", 0.9, primary=True)
    main = [d for d in with_ordinal(text, [draft], [Span(0, 14)]) if d.primary]
    assert [d.value.value for d in main] == [4]


def headed(text, words, prop=Property.KILLED):
    """Return the main count of a headline that tells of one person, nobody being told before."""
    one = CountValue(1, 1, 1, Qualifier.EXACT)
    span = Span(text.index(words), text.index(words) + len(words))
    draft = Draft(
        prop, one, span, Voice(None, None, None, Stance.ASSERTED), "v1", 0.9, primary=True
    )
    return [d.value.value for d in with_ordinal(text, [draft], [span]) if d.primary]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("5th person dies after Osset raid", "5th person", 5),
        ("Fifth person dies after Osset raid", "Fifth person", 5),
        ("Second victim of Osset raid dies", "Second victim", 2),
        ("A third man dies after raid at Osset", "A third man", 3),
    ],
)
def test_a_headline_tells_the_dead_before_by_the_number_of_the_last(text, words, expected):
    assert headed(text, words) == [expected]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("5th person hurt in Osset raid", "5th person"),
        ("5th grader dies after Osset raid", "5th grader"),
        ("15th person dies after Osset raid", "15th person"),
    ],
)
def test_a_headline_that_numbers_no_dead_counts_one(text, words):
    assert headed(text, words) == [1]


def test_a_headline_of_the_dead_says_nothing_of_the_wounded():
    assert headed("5th person dies after Osset raid", "5th person", Property.WOUNDED) == [1]
