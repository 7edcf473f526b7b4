"""What a pair of triggers is scored by."""

from __future__ import annotations

import numpy as np
import pytest

from recount.extract.learned.peers import FEATURES, Linked, peer_features
from recount.model import Account, IncidentType, Mention, MentionRole, Realis, Scope, Span
from recount.resources.encoder.labels import CLASSES, PAIR_WIDTH, STATES, TAGS
from recount.resources.encoder.reading import FoundSpan, TextReading
from recount.resources.encoder.windows import Tokens

TEXT = "attack Ostrelle attack Vennick"
STARTS, ENDS = (0, 7, 16, 23), (6, 15, 22, 30)


def reading():
    """Return a reading of four words in two sentences, sure of nothing."""
    count = len(STARTS)
    return TextReading(
        TEXT,
        Tokens((1, 2, 3, 4), STARTS, ENDS, (0, 0, 1, 1)),
        np.full((count, len(TAGS), STATES), 1 / 3, np.float32),
        {name: np.full((count, size), 1 / size, np.float32) for name, size in CLASSES.items()},
        np.zeros((count, 4 * PAIR_WIDTH), np.float32),
        np.zeros((count, 4 * PAIR_WIDTH), np.float32),
        np.asarray(STARTS),
        np.asarray(ENDS),
    )


def word(at):
    return FoundSpan(STARTS[at], ENDS[at], at, at, 0.9)


def account(*spans):
    mentions = tuple(Mention(start, end, MentionRole.TRIGGER) for start, end in spans)
    return Account(
        id="a",
        document="d",
        rendition="r",
        triggers=mentions,
        type=IncidentType.ATTACK,
        realis=Realis.ACTUAL,
        scope=Scope.POLITICAL,
        links=(),
        claims=(),
        extent=Span(0, len(TEXT)),
        confidence=0.5,
    )


def features(chances, ruled=()):
    """Return the features of the pair of both attacks; chances of places by trigger."""
    places = Linked((word(1), word(3)), np.asarray(chances, np.float32))
    told = peer_features(
        reading(), [word(0), word(2)], np.zeros((2, 2), np.float32), {"place": places}, ruled
    )
    return dict(zip(FEATURES, told[0, 1].tolist(), strict=True))


def test_triggers_with_places_of_their_own_differ():
    found = features([[0.9, 0.1], [0.1, 0.8]])
    assert found["place_other"] == pytest.approx(0.7)


def test_triggers_at_one_place_share_it():
    found = features([[0.9, 0.0], [0.8, 0.0]])
    assert (found["place_same"], found["place_other"]) == pytest.approx((0.8, 0.0))


def test_what_no_words_tell_neither_joins_nor_parts():
    found = features([[0.0, 0.0], [0.0, 0.0]])
    assert (found["place_same"], found["place_other"], found["time_other"]) == (0.0, 0.0, 0.0)


def test_what_the_rules_hold_for_one_incident_is_told():
    found = features([[0, 0], [0, 0]], (account((0, 6), (16, 22)),))
    assert (found["ruled_same"], found["ruled_other"]) == (1.0, 0.0)


def test_what_the_rules_hold_for_two_incidents_is_told():
    found = features([[0, 0], [0, 0]], (account((0, 6)), account((16, 22))))
    assert (found["ruled_same"], found["ruled_other"]) == (0.0, 1.0)


def test_pairs_are_scored_alike_in_both_directions():
    places = Linked((word(1),), np.asarray([[0.4], [0.9]], np.float32))
    told = peer_features(
        reading(), [word(0), word(2)], np.zeros((2, 2), np.float32), {"place": places}
    )
    assert np.allclose(told, told.transpose(1, 0, 2))
