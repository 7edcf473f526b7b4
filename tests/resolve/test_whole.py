"""The words that count those whom a link is about, out of a whole phrase."""

from __future__ import annotations

import pytest

from recount.model import Link, LinkRole, Mention, MentionRole
from recount.resolve.whole import is_hit_whole, of_the_whole


def link_to(text, words, role="killed"):
    start = text.index(words)
    return Link(LinkRole(role), Mention(start, start + len(words), MentionRole.QUANTITY))


@pytest.fixture
def own_words(context_of):
    """Return the words that a link counts in the end."""

    def read(text, words, role="killed"):
        mention = of_the_whole(context_of(text), link_to(text, words, role)).mention
        return text[mention.start : mention.end]

    return read


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A seven year old boy was killed at Osset.", "A seven", "A seven year old boy"),
        ("A 14-month-old was killed at Osset.", "A 14", "A 14-month-old"),
        ("A seven year war killed him.", "A seven", "A seven"),
    ],
)
def test_a_number_cut_from_an_age_is_made_whole(own_words, text, words, expected):
    assert own_words(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Five were shot, one of whom died at Osset.", "Five", "one"),
        ("Five people were shot at Osset and two of them died.", "Five people", "two"),
        ("Five people were wounded, three of those later died.", "Five people", "three"),
        ("Four were shot, including one fatally, at Osset.", "Four", "one"),
        ("Two shot, man dead in Osset", "Two", "man"),
        ("Two shot, a woman is dead in Osset", "Two", "a woman"),
        ("Nine people were shot, four of whom died.", "Nine people were shot, four", "four"),
        ("Five were shot, and all went home.", "Five", "Five"),
        ("Five were shot. Rain fell. Two of them died.", "Five", "Five"),
    ],
)
def test_the_dead_are_those_of_the_whole_who_died(own_words, text, words, expected):
    assert own_words(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Raiders came, killing a cook and wounding two clerks.",
            "a cook and wounding two clerks",
            "a cook",
        ),
        (
            "Shots hit a cook, and slightly grazing a clerk.",
            "a cook, and slightly grazing a clerk",
            "a cook",
        ),
        ("Raiders killed a cook and a clerk.", "a cook and a clerk", "a cook and a clerk"),
    ],
)
def test_the_dead_end_before_whoever_was_only_hurt(own_words, text, words, expected):
    assert own_words(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Two were killed and five others hurt at Osset.",
            "Two were killed and five others",
            "five others",
        ),
        ("Three dead, 12 hurt in Osset", "Three dead, 12", "12"),
        (
            "One man died, but at least six lived, hurt.",
            "One man died, but at least six",
            "at least six",
        ),
        ("Five others were hurt at Osset.", "Five others", "Five others"),
    ],
)
def test_the_wounded_begin_behind_the_dead(own_words, text, words, expected):
    assert own_words(text, words, "wounded") == expected


def test_the_dead_before_the_wounded_stay_the_words_of_the_dead(own_words):
    text = "Two were killed and five others hurt at Osset."
    assert own_words(text, "Two were killed and five others") == "Two were killed and five others"


def test_people_who_are_not_hit_keep_their_words(own_words):
    text = "Four were seized, one fatally wounded."
    assert own_words(text, "Four", "arrested") == "Four"


@pytest.mark.parametrize(
    ("text", "whole", "dead"),
    [
        ("Raiders shot two boys, killing one at Osset.", "two boys", "one"),
        ("Raiders shot the four clerks at Osset. One of them died.", "four clerks", "One"),
        ("The shooting of two clerks. One of them died.", "two clerks", "One"),
    ],
)
def test_people_shot_at_of_whom_some_died_are_a_whole(context_of, text, whole, dead):
    all_hit, died = link_to(text, whole), link_to(text, dead)
    assert is_hit_whole(context_of(text), all_hit, [all_hit, died])


@pytest.mark.parametrize(
    ("text", "whole", "dead"),
    [
        ("Raiders shot two boys. A cook died.", "two boys", "A cook"),
        ("Raiders saw two boys. One of them died.", "two boys", "One"),
    ],
)
def test_people_hit_beside_other_dead_are_no_whole(context_of, text, whole, dead):
    all_hit, died = link_to(text, whole), link_to(text, dead)
    assert not is_hit_whole(context_of(text), all_hit, [all_hit, died])


def test_a_whole_of_whom_nobody_is_counted_as_dead_stays(context_of):
    text = "Raiders shot two boys, killing one at Osset."
    link = link_to(text, "two boys")
    assert not is_hit_whole(context_of(text), link, [link])


@pytest.mark.parametrize(
    ("text", "dead", "expected"),
    [
        ("Seven people were shot at Osset. A clerk is dead.", "A clerk", True),
        ("Seven people were shot dead at Osset. A clerk is dead.", "A clerk", False),
        ("Seven people were shot at Osset. Nine clerks are dead.", "Nine clerks", False),
        ("Seven people were shot at Osset. A clerk fled.", "A clerk", False),
    ],
)
def test_who_only_was_shot_is_of_the_whole_where_fewer_died(context_of, text, dead, expected):
    links = [link_to(text, "Seven"), link_to(text, dead)]
    assert is_hit_whole(context_of(text), links[0], links) is expected
