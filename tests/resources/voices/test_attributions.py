"""Who says what."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.model import Stance
from recount.resources.sentences import split_sentences
from recount.resources.voices import find_attributions


def found(text):
    return [
        (a.source.of(text), a.cue.of(text), a.content.of(text) if a.content else None)
        for a in find_attributions(text, split_sentences(text))
        if a.source is not None
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "According to Vell, the rebels burned the mill.",
            "Vell",
            "According to",
            "the rebels burned the mill",
        ),
        (
            "According to Vell, the chief of police, the rebels burned the mill.",
            "Vell, the chief of police",
            "According to",
            "the rebels burned the mill",
        ),
        (
            "The mayor said that the quay was burning.",
            "The mayor",
            "said",
            "the quay was burning",
        ),
        ("Six people died, police said.", "police", "said", "Six people died"),
        (
            "Six people died, said Ana Torven, a nurse at the clinic.",
            "Ana Torven, a nurse at the clinic",
            "said",
            "Six people died",
        ),
        (
            "According to the Isle Wire, six people died at the quay.",
            "the Isle Wire",
            "According to",
            "six people died at the quay",
        ),
        (
            "Six died at the quay, according to officials.",
            "officials",
            "according to",
            "Six died at the quay",
        ),
        (
            "Two were hurt per Harun spokesman.",
            "Harun spokesman",
            "per",
            "Two were hurt",
        ),
        (
            "Nine fell, based on Radio Sel.",
            "Radio Sel",
            "based on",
            "Nine fell",
        ),
        (
            "Radio Sel reported at least nine were killed.",
            "Radio Sel",
            "reported",
            "at least nine were killed",
        ),
        (
            "Ivo Nell, a spokesman for the ministry, told reporters the fire was out.",
            "Ivo Nell, a spokesman for the ministry",
            "told",
            "the fire was out",
        ),
        (
            "The colonel was quoted as saying the bridge had fallen.",
            "The colonel",
            "was quoted as saying",
            "the bridge had fallen",
        ),
        (
            "“We saw nothing at all,” a resident said.",
            "a resident",
            "said",
            "“We saw nothing at all,”",
        ),
    ],
)
def test_source_cue_and_content(text, source, cue, content):
    assert (source, cue, content) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "They paid nine crowns per day.",
        "The state of the road is poor.",
        "It was a day of remarks and claims.",
        "He may tell her.",
    ],
)
def test_nothing_is_said(text):
    assert found(text) == []


def test_the_stance_follows_the_verb():
    text = "The group claimed that the town had fallen."
    assert find_attributions(text, split_sentences(text))[0].stance is Stance.CLAIMED


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["said", "told", ",", ".", "“", "”", "Ana", "the", "police", "that", "according", "to",
             "per", "who", "(", ")", "—", "and", "was", "claimed", ":", "\n\n", "X", "U.S."]
        ),
        max_size=30,
    )
)  # fmt: skip
def test_spans_lie_in_the_text_whatever_its_shape(words):
    text = " ".join(words)
    for a in find_attributions(text, split_sentences(text)):
        for span in (a.source, a.cue, a.content):
            assert span is None or 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize("text", ["THE MAN, WELL-INFORMED CIRCLES, HAS ALREADY SAID."])
def test_a_verb_inside_a_word_with_a_hyphen_tells_nothing(text):
    assert all(a.cue.of(text) != "INFORMED" for a in attributions(text))


def attributions(text):
    return find_attributions(text, split_sentences(text))
