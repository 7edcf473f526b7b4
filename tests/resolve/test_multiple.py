"""The number in a deed's own name."""

from __future__ import annotations

import pytest

from recount.model import Link, LinkRole, Mention, MentionRole, Property, Span


@pytest.fixture
def killed(main_counts):
    """Return the account's own number of dead."""

    def read(text, trigger, *dead):
        links = [
            Link(LinkRole.KILLED, Mention(at, at + len(words), MentionRole.QUANTITY))
            for words in dead
            for at in (text.index(words),)
        ]
        at = text.index(trigger)
        found = main_counts(text, links, (Span(at, at + len(trigger)),)).get(Property.KILLED)
        return None if found is None else found.value

    return read


@pytest.fixture
def least(main_counts):
    """Return the fewest and the stated number of dead that a deed's name alone gives."""

    def read(text, trigger):
        at = text.index(trigger)
        found = main_counts(text, [], (Span(at, at + len(trigger)),)).get(Property.KILLED)
        return None if found is None else (found.low, found.value)

    return read


@pytest.mark.parametrize(
    ("text", "trigger", "dead", "number"),
    [
        (
            "A triple homicide shook Ostrelle. Two women were found dead.",
            "homicide",
            "Two women",
            3,
        ),
        ("A double murder shook Ostrelle. Four men were found dead.", "murder", "Four men", 4),
        ("A clerk was killed. An old double murder is unsolved.", "killed", "A clerk", 1),
    ],
)
def test_a_deeds_name_gives_the_least_number_of_dead(killed, text, trigger, dead, number):
    assert killed(text, trigger, dead) == number


def test_a_deeds_name_alone_gives_the_number_of_dead(killed):
    assert killed("Police look into a quadruple slaying in Ostrelle.", "slaying") == 4


def test_an_attempt_has_no_dead(killed):
    assert killed("He is charged with attempted double murder in Ostrelle.", "murder") is None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Police look into a fatal shooting in Ostrelle.", "shooting"),
        ("A deadly roadside bombing shook Ostrelle.", "bombing"),
        ("A clerk is charged over a shooting death in Ostrelle.", "shooting death"),
    ],
)
def test_a_deed_called_fatal_has_one_dead_at_least(least, text, trigger):
    assert least(text, trigger) == (1, None)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Police look into a near-fatal shooting in Ostrelle.", "shooting"),
        ("A clerk is charged with assault with a deadly weapon.", "assault"),
        ("A shooting shook Ostrelle. An old fatal stabbing there is unsolved.", "shooting"),
    ],
)
def test_no_death_is_read_into_other_names(least, text, trigger):
    assert least(text, trigger) is None


def test_a_count_of_dead_comes_before_a_deeds_name(killed):
    text = "A fatal shooting shook Ostrelle. Two women were found dead."
    assert killed(text, "shooting", "Two women") == 2


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Officer fatally shot in Osset", "shot"),
        ("A clerk's wife was stabbed to death in Osset", "stabbed"),
        ("Kin mourn after deadly homeless shelter shooting", "shooting"),
    ],
)
def test_a_deed_that_kills_has_one_dead_at_least(least, text, trigger):
    assert least(text, trigger) == (1, None)


@pytest.mark.parametrize(
    ("text", "dead", "number"),
    [
        ("A family of six - a man, his wife and three sons - was killed.", "three sons", 6),
        ("The raid killed a family of five, two of them girls.", "two", 5),
        ("A family of six fled. Two sons were killed.", "Two sons", 2),
    ],
)
def test_a_family_all_of_whom_died_counts_by_its_size(killed, text, dead, number):
    assert killed(text, text[:1], dead) == number
