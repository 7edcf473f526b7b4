"""Two incidents in one sentence."""

from __future__ import annotations

import pytest

from recount.extract.learned.coordinated import is_coordinated
from recount.model import Span


def spans(text, *words):
    return (Span(text.index(word), text.index(word) + len(word)) for word in words)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("A shooting in Velm and a bomb in Tarnow killed five.", "shooting", "bomb"),
        ("An ambush near Velm and an air strike on Orr left 12 dead.", "ambush", "air strike"),
        ("Gunmen shot two in Velm, and bombers killed three in Orr.", "shot", "killed"),
    ],
)
def test_and_joins_two_incidents_with_a_place_each(text, first, second):
    assert is_coordinated(text, *spans(text, first, second))


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("A bomb exploded and gunmen opened fire in Velm.", "exploded", "opened fire"),
        ("A blast in Velm and a raid in Velm killed five.", "blast", "raid"),
        ("A blast in Velm on Monday killed five in Orr.", "blast", "killed"),
    ],
)
def test_without_and_or_a_second_place_nothing_is_joined(text, first, second):
    assert not is_coordinated(text, *spans(text, first, second))
