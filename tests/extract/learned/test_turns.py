"""Sentences that open with words for another incident."""

from __future__ import annotations

import re

import numpy as np
import pytest

from recount.extract.learned.turns import pointed_back, turned
from recount.resources.encoder.labels import CLASSES, PAIR_WIDTH, STATES, TAGS
from recount.resources.encoder.reading import FoundSpan, TextReading
from recount.resources.encoder.windows import Tokens


def against(text, *words):
    """Return the raw score against the pairs of first trigger and each other."""
    scores = turned(*read(text, *words))
    assert np.array_equal(scores, scores.T)
    return [round(float(score), 2) for score in scores[0, 1:]]


def back(text, first, second):
    """Return the raw score for the second words pointing back to the first."""
    return float(pointed_back(*read(text, first, second))[0, 1])


def read(text, *words):
    """Return a reading of a text that knows nothing but its sentences, and the triggers."""
    found = list(re.finditer(r"\w+", text))
    starts, ends = tuple(m.start() for m in found), tuple(m.end() for m in found)
    sentences = tuple(text.count(".", 0, start) for start in starts)
    reading = TextReading(
        text,
        Tokens(tuple(range(len(found))), starts, ends, sentences),
        np.full((len(found), len(TAGS), STATES), 1 / 3, np.float32),
        {name: np.full((len(found), size), 1 / size, np.float32) for name, size in CLASSES.items()},
        np.zeros((len(found), 4 * PAIR_WIDTH), np.float32),
        np.zeros((len(found), 4 * PAIR_WIDTH), np.float32),
        np.asarray(starts),
        np.asarray(ends),
    )
    first = [starts.index(text.index(word)) for word in words]
    last = [ends.index(text.index(word) + len(word)) for word in words]
    triggers = [
        FoundSpan(starts[one], ends[two], one, two, 0.9)
        for one, two in zip(first, last, strict=True)
    ]
    return reading, triggers


@pytest.mark.parametrize(
    "opening",
    ["Meanwhile", "Elsewhere", "In another attack", "In a separate incident", "Two years ago"],
)
def test_such_an_opening_speaks_against_one_incident(opening):
    text = f"Raiders ambushed a patrol. {opening} gunmen shelled Osset."
    assert against(text, "ambushed", "shelled")[0] < -2


def test_what_stands_behind_the_sentence_may_come_back():
    text = "They ambushed him. Meanwhile others shelled Osset. The shots fell far."
    shelled, shots = against(text, "ambushed", "shelled", "shots")
    assert shelled < shots == 0.0


def test_the_attack_right_behind_a_turn_is_that_of_the_turn():
    text = "They ambushed him. Meanwhile others shelled Osset. The attack hurt two."
    assert against(text, "ambushed", "shelled", "The attack")[1] < -1


@pytest.mark.parametrize(
    "text",
    [
        "Raiders ambushed a patrol. Then gunmen shelled Osset.",
        "Meanwhile raiders ambushed a patrol and shelled Osset.",
    ],
)
def test_other_openings_and_one_sentence_say_nothing(text):
    assert against(text, "ambushed", "shelled") == [0.0]


@pytest.mark.parametrize("line", ["Previous story:", "EARLIER:", "Original post at 9 a.m.:"])
def test_an_older_report_tells_of_the_same(line):
    text = f"Gunmen ambushed a patrol.\n\n{line}\n\nA patrol was attacked near Osset."
    assert against(text, "ambushed", "attacked")[0] > 1


def test_a_colon_elsewhere_is_no_older_report():
    text = "Gunmen ambushed a patrol. It was like the earlier raid: guards were attacked."
    assert against(text, "ambushed", "attacked") == [0.0]


def test_the_raid_without_a_place_is_the_one_just_told():
    text = "Jets hit a depot. The army announced the raid. Raiders hit a mill near the raid."
    assert back(text, "hit", "the raid") > 0


def test_the_raid_on_a_town_tells_itself_which_it_is():
    text = "Jets hit a depot. The army announced the raid on Osset."
    assert back(text, "hit", "the raid") == 0
