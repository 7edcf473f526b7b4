"""Tokens: their offsets point at the text as it stands, whatever is in it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.resources.sentences import split_sentences


def check(tokens, text):
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert 0 <= start <= end <= len(text)
    assert all(a <= b for a, b in pairwise(tokens.starts))
    assert all(a <= b for a, b in pairwise(tokens.sentences))
    assert len(tokens.ids) == len(tokens.starts) == len(tokens.ends) == len(tokens.sentences)


@settings(deadline=None)
@given(st.text(max_size=400))
def test_offsets_stay_inside_any_text_and_rise(pieces, text):
    check(pieces(text), text)


@pytest.mark.parametrize(
    "text",
    [
        "Ünïted Frönt of Ñuñoa killed 3.",
        "“Quoted” — dashed… and ½ of them",
        "İstanbul ǅ ﬁne ｆｕｌｌ",
        "emoji 💥 blast 👩‍👧 near",
        "soft­hyphen and zero\u200bwidth",
        "عربي and 中文 and кириллица",
        "é combined é",
        "\ufeffbom \x00 nul \x7f",
    ],
)
def test_offsets_of_odd_text_count_its_own_characters(pieces, text):
    tokens = pieces(text)
    check(tokens, text)
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert not any(sign.isspace() for sign in text[start:end])


def test_an_accented_word_is_covered_whole(pieces):
    text = "Troops left Çelébi."
    tokens = pieces(text)
    covered = {at for s, e in zip(tokens.starts, tokens.ends, strict=True) for at in range(s, e)}
    assert covered == {at for at, sign in enumerate(text) if not sign.isspace()}


@pytest.mark.parametrize("text", ["", " ", "\n\n \t"])
def test_a_text_of_blanks_has_no_tokens(pieces, text):
    assert len(pieces(text)) == 0


def test_only_the_given_sentences_are_read(pieces):
    text = "Skip this. Gunmen fired. Skip that. Two died."
    wanted = [text.index("Gunmen"), text.index("Two")]
    sentences = [s for s in split_sentences(text) if s.start in wanted]
    tokens = pieces(text, sentences)
    read = {text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)}
    assert "Skip" not in read
    assert {"fired", "died"} <= read
    assert set(tokens.sentences) == {0, 1}


def test_given_sentences_that_are_all_of_the_text_change_nothing(pieces):
    text = "Gunmen fired at a bus. Two died.\n\nA third was hurt."
    assert pieces(text, split_sentences(text)) == pieces(text)


def test_no_sentences_are_no_tokens(pieces):
    assert len(pieces("Two died.", [])) == 0
