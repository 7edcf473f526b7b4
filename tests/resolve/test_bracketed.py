"""Figures in brackets behind the whole that they break down."""

import pytest

from recount.resolve.bracketed import whole_before_brackets


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("In Osk, 9 people (3 women, 2 children) were killed.", "2 children", "9 people"),
        ("The raid killed 14 villagers [six of them women].", "six", "14 villagers"),
    ],
)
def test_the_whole_stands_before_the_brackets(text, part, whole):
    found = whole_before_brackets(text, text.index(part))
    assert text[found.start : found.end] == whole


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("They held 12 people (three of them wounded).", "three"),
        ("The 12 tents (for 3 women) were burnt.", "3 women"),
        ("Nine people (all from Osk) and 3 women fled.", "3 women"),
        ("They killed 3 women.", "3 women"),
        ("Nine people were killed (3 women).", "3 women"),
    ],
)
def test_other_brackets_break_nothing_down(text, part):
    assert whole_before_brackets(text, text.index(part)) is None
