"""What befalls a demonstration is told of it."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from recount.extract.learned.at_protest import at_protest
from recount.model import IncidentType
from recount.resources.encoder.labels import TYPES
from recount.resources.encoder.reading import FoundSpan


@pytest.mark.parametrize(
    "rest",
    [
        "Officers opened fire and a student was shot dead.",
        "Twelve students were arrested and eight policemen injured.",
    ],
)
def test_harm_and_arrests_at_a_protest_are_of_it(read_learned, rest):
    text = (
        f"Several hundred students marched in Kano on Thursday against the price of bread. {rest}"
    )
    _, found = read_learned(text)
    assert len(found.accounts) == 1


def scores(*texts, times=()):
    """Return the score of a protest told first and what the last sentence tells."""
    sentences, triggers, at = [], [], 0
    for number, text in enumerate(texts):
        told = (None,) if number in times else ()
        segment = SimpleNamespace(index=0)
        sentences.append(SimpleNamespace(start=at, segment=segment, times=told, places=()))
        triggers.append(FoundSpan(at, at + 5, number, number, 0.9))
        at += len(text) + 1
    chances = np.zeros(len(TYPES))
    chances[TYPES.index(IncidentType.PEACEFUL_PROTEST)] = 1.0
    other = np.zeros(len(TYPES))
    reading = SimpleNamespace(mean_class=lambda _, start, __: chances if start == 0 else other)
    return at_protest(reading, sentences, triggers)[0]


def test_what_follows_in_the_paragraph_is_of_the_protest():
    assert scores("Some marched.", "Police shot two.", "Ten were held.").tolist() == [0, 2.5, 2.5]


def test_what_has_a_day_of_its_own_is_not():
    told = scores("Some marched.", "Police shot two on Friday.", "Ten were held.", times=(1,))
    assert told.tolist() == [0, 0, 0]
