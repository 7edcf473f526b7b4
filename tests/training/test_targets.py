"""Targets: what each head is to learn of each token."""

from __future__ import annotations

import numpy as np
import pytest

from recount.resources.encoder.labels import BEGIN, CLASSES, INSIDE, OUTSIDE, PAIR_ROLES, TAGS
from recount.resources.encoder.windows import MOST
from recount.training.example import Example, Marked
from recount.training.targets import IGNORED, MOST_PAIRS, pieces_of

TEXT = "gunmen killed two men and a bomb hurt a guard"


def mark(tag, words, *groups, text=TEXT, classes=()):
    start = text.index(words)
    return Marked(tag, start, start + len(words), frozenset(groups), classes)


def only(tokenise, *marks, text=TEXT, tags=frozenset({"trigger", "victim", "killed"}), **options):
    (piece,) = pieces_of(Example("made", text, marks, tags, **options), tokenise)
    return piece


def column(piece, tag):
    return piece.tags[:, TAGS.index(tag)].tolist()


def test_a_mark_begins_once_and_goes_on_inside(tokenise):
    states = column(only(tokenise, mark("victim", "two men")), "victim")
    assert [state for state in states if state != OUTSIDE] == [BEGIN, INSIDE]


def test_a_tag_that_the_set_does_not_mark_is_not_learned(tokenise):
    piece = only(tokenise, mark("victim", "two men"))
    assert set(column(piece, "place")) == {IGNORED}
    assert IGNORED not in column(piece, "victim")


def test_of_two_that_overlap_the_outer_one_stands(tokenise):
    piece = only(tokenise, mark("victim", "guard"), mark("victim", "a guard"))
    assert [state for state in column(piece, "victim") if state != OUTSIDE] == [BEGIN, INSIDE]


def test_classes_are_learned_at_the_marked_words_alone(tokenise):
    piece = only(tokenise, mark("trigger", "killed", classes=(("realis", frozenset({2})),)))
    tokens, may = piece.classes["realis"]
    assert len(tokens) == 1
    assert np.flatnonzero(may[0]).tolist() == [2]
    assert set(piece.classes) == {"realis"}


def test_a_head_whose_class_0_holds_everywhere_learns_from_every_token(tokenise):
    piece = only(tokenise, outside=frozenset({"terror"}))
    tokens, may = piece.classes["terror"]
    assert len(tokens) == len(piece.ids)
    assert may.tolist() == [[True, False]] * len(tokens)
    assert may.shape[1] == CLASSES["terror"]


def test_words_are_linked_with_triggers_of_their_own_incident(tokenise):
    piece = only(
        tokenise,
        mark("trigger", "killed", "a1"),
        mark("trigger", "hurt", "a2"),
        mark("victim", "two men", "a1"),
        hubs=(("trigger", frozenset({"victim"})),),
        peers=frozenset({"trigger"}),
    )
    assert piece.links[:, 8].tolist() == [1, 0]
    assert piece.links[:, 5].tolist() == [PAIR_ROLES.index("victim")] * 2
    assert piece.peers[:, 8].tolist() == [0]


def test_pairs_of_a_crowded_window_are_thinned_evenly(tokenise):
    text = "hit " * 100
    marks = [Marked("trigger", 4 * n, 4 * n + 3, frozenset({f"a{n % 7}"})) for n in range(100)]
    example = Example("made", text, tuple(marks), frozenset({"trigger"}), peers={"trigger"})
    (piece,) = pieces_of(example, tokenise)
    assert 0 < len(piece.peers) <= MOST_PAIRS
    assert {0, 1} == set(piece.peers[:, 8].tolist())


def test_a_long_text_makes_several_windows_with_rows_inside_them(tokenise):
    text = "Gunmen killed two men. " * 150
    marks = [Marked("trigger", 23 * n + 7, 23 * n + 13, frozenset({"a1"})) for n in range(150)]
    example = Example("made", text, tuple(marks), frozenset({"trigger"}), peers={"trigger"})
    pieces = list(pieces_of(example, tokenise))
    assert len(pieces) > 1
    for piece in pieces:
        assert len(piece.ids) <= MOST
        assert len(piece.tags) == len(piece.ids)
        assert piece.peers[:, :4].min() >= 0
        assert piece.peers[:, :4].max() < len(piece.ids)


@pytest.mark.parametrize("text", ["", "  \n"])
def test_an_empty_text_has_no_window(tokenise, text):
    assert list(pieces_of(Example("made", text, (), frozenset()), tokenise)) == []
