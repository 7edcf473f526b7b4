"""Wounded as those who are left of all who were hit."""

import pytest


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("Four people were shot at Osset. One man died.", (("One man", "killed"),), (1, 3)),
        ("A cook is dead after a triple shooting in Osset.", (("A cook", "killed"),), (1, 2)),
        ("A man shot two clerks, one of them fatally.", (("one", "killed"),), (1, 1)),
        (
            "Three men died in Osset; a fourth man suffered a wound in his arm.",
            (("Three men", "killed"),),
            (3, 1),
        ),
        (
            "A cook died after he and four others were shot. The other was hurt.",
            (("A cook", "killed"), ("other", "wounded")),
            (1, 4),
        ),
        (
            "Four people were hurt at Osset. Two of the five victims of the raid are cooks.",
            (("Four people", "wounded"), ("Two", "wounded")),
            (None, 5),
        ),
        ("Two of the five victims of the shooting are cooks.", (), (None, 5)),
        (
            "Four people were shot at Osset. A cook died. Rain fell. Ben Tash, a clerk, died.",
            (("A cook", "killed"), ("Ben Tash", "killed")),
            (1, 3),
        ),
        (
            "A man and a girl were hit in a double shooting. A cook is hurt. A clerk is hurt.",
            (("A man", "wounded"), ("A cook", "wounded"), ("A clerk", "wounded")),
            (None, 2),
        ),
    ],
)
def test_who_is_left_of_all_who_were_hit_is_wounded(told, text, marks, expected):
    assert told(text, *marks) == expected


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        (
            "Four people were shot in Osset. A cook died. Two men were hurt.",
            (("A cook", "killed"), ("Two men", "wounded")),
            (1, 2),
        ),
        ("Four people were shot dead in Osset.", (("Four people", "killed"),), (4, None)),
        (
            "Nine were shot in three shootings. A cook died.",
            (("A cook", "killed"),),
            (1, None),
        ),
        ("Four men were shot at by guards. A cook died.", (("A cook", "killed"),), (1, None)),
        ("A cook died in Osset. A third man was charged.", (("A cook", "killed"),), (1, None)),
        (
            "Police first said that nine people were shot in Osset. Four were hurt.",
            (("Four", "wounded"),),
            (None, 4),
        ),
        (
            "Two officers shot and wounded a clerk in Osset.",
            (("a clerk", "wounded"),),
            (None, 1),
        ),
        ("A man aged 24 was shot in the leg in Osset.", (("A man", "wounded"),), (None, 1)),
        ("Nine people were shot. Nobody knows how many died.", (), (None, None)),
        ("Two held after a girl was shot in Osset. She died.", (("She", "killed"),), (1, None)),
        ("20 yo shot in Osset. A cook died.", (("A cook", "killed"),), (1, None)),
        ("Four y/o shot in Osset. A cook died.", (("A cook", "killed"),), (1, None)),
    ],
)
def test_no_wounded_are_made_of_other_numbers(told, text, marks, expected):
    assert told(text, *marks) == expected


def test_those_shot_of_whom_one_was_among_the_dead_did_not_live(told):
    text = "Seven cooks were shot at Osset. A clerk was among the dead."
    assert told(text, ("A clerk", "killed")) == (1, None)
