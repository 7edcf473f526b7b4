"""Reading ahead: what the encoder reads beside other work comes in order, faults included."""

from __future__ import annotations

import threading

import pytest

from recount.extract.learned.ahead import Readings


class Slow:
    """An encoder that waits to be let on, and notes what it read and where."""

    def __init__(self):
        self.go = threading.Event()
        self.read_in = []

    def read(self, text, sentences):
        assert self.go.wait(10)
        self.read_in.append((sentences, threading.current_thread() is threading.main_thread()))
        if sentences == "fault":
            raise ValueError("a fault")
        return f"{text} {sentences}"


def test_the_first_part_is_begun_at_once_and_the_next_when_it_is_taken():
    encoder = Slow()
    encoder.go.set()
    readings = iter(Readings(encoder, "text", [("one", "a"), ("two", "b"), ("three", "c")]))
    assert next(readings) == ("one", "text a")
    assert list(readings) == [("two", "text b"), ("three", "text c")]
    assert encoder.read_in == [("a", False), ("b", False), ("c", False)]


def test_nothing_is_awaited_before_it_is_asked_for():
    encoder = Slow()
    readings = Readings(encoder, "text", [("one", "a")])
    assert encoder.read_in == []
    encoder.go.set()
    assert list(readings) == [("one", "text a")]


def test_what_the_encoder_raises_is_raised_for_its_text():
    encoder = Slow()
    encoder.go.set()
    bad = Readings(encoder, "bad", [("one", "fault")])
    good = Readings(encoder, "good", [("one", "a")])
    assert list(good) == [("one", "good a")]
    with pytest.raises(ValueError, match="a fault"):
        list(bad)


def test_a_text_without_sentences_has_no_readings():
    assert list(Readings(Slow(), "", [])) == []
