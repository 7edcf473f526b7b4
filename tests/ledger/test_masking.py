"""Masking: every form of a name goes, lengths hold, other words stay."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.ledger.masking import MASK, mask_for, name_keys, normalised, words_of
from recount.model import UsageError

KEYS = name_keys("Orla Vennick")


def masked(text: str, name: str = "Orla Vennick") -> str:
    mask = mask_for(name_keys(name), text)
    return text if mask is None else mask.apply(text)


@pytest.mark.parametrize(
    "form",
    [
        "Orla Vennick",
        "ORLA VENNICK",
        "orla vennick",
        "Orla  Vennick",
        "Orla\nVennick",
        "Órla Vénnick",
        "O\u0301rla Ve\u0301nnick",
        "Or\u00adla Ven\u200bnick",
        "Vennick, Orla",
        "Vennick Orla",
        "Orla-Vennick",
        "Orla_Vennick",
        "Orla M. Vennick",
        "Orla Maria Vennick",
        "Orla ibn Vennick",
        "OrlaVennick",
        "Orla%20Vennick",
    ],
)
def test_each_form_of_a_full_name_is_masked(form):
    text = f"Police named the victim as {form}."
    hidden = masked(text)
    assert len(hidden) == len(text)
    assert "ennick" not in normalised(hidden)
    assert "orla" not in normalised(hidden)
    assert hidden.startswith("Police named the victim as ")
    assert hidden.endswith(".")


def test_an_initial_and_the_surname_are_masked_where_the_full_name_is():
    assert masked("Orla Vennick died. O. Vennick was 34.") == (
        f"{MASK * 4} {MASK * 7} died. {MASK * 2} {MASK * 7} was 34."
    )


@pytest.mark.parametrize("ending", ["'s", "’s", ",", ".", ";", "'"])
def test_a_distinctive_surname_alone_is_masked_in_possessives_and_before_signs(ending):
    hidden = masked(f"Orla Vennick died. Later Vennick{ending} mother spoke.")
    assert "Vennick" not in hidden
    assert ending in hidden


def test_a_title_before_the_surname_does_not_make_another_person():
    assert "Vennick" not in masked("Orla Vennick fell. Commander Vennick was brave.")


def test_a_surname_that_another_person_bears_stays_with_that_person():
    hidden = masked("Orla Vennick died. Joss Vennick wept.")
    assert "Joss Vennick wept" in hidden
    assert "Orla" not in hidden


def test_a_surname_that_is_a_common_word_is_not_masked_alone():
    hidden = masked("Orla Rose was hurt as the smoke rose.", "Orla Rose")
    assert hidden.endswith("as the smoke rose.")
    assert "Orla" not in hidden


def test_a_surname_that_is_a_place_in_the_text_is_not_masked_alone():
    hidden = masked("Orla Tarn died in Tarn, officials in Tarn said.", "Orla Tarn")
    assert hidden.endswith("died in Tarn, officials in Tarn said.")


def test_a_text_without_the_full_name_asks_for_no_mask():
    assert mask_for(KEYS, "Vennick said nothing.") is None


def test_titles_are_no_part_of_a_name():
    assert name_keys("Dr. Orla Vennick") == KEYS


@pytest.mark.parametrize("name", ["", "  ", "--", "12"])
def test_a_name_without_letters_is_refused(name):
    with pytest.raises(UsageError):
        name_keys(name)


def test_a_name_of_one_word_is_masked_wherever_it_stands():
    assert masked("Vennick and the Vennicks", "Vennick") == f"{MASK * 7} and the Vennicks"


@given(st.text(max_size=60), st.text(max_size=60))
def test_masking_keeps_the_length_and_hides_the_name_in_any_text(before, after):
    text = f"{before} Orla Vennick {after}"
    hidden = masked(text)
    assert len(hidden) == len(text)
    assert "Orla Vennick" not in hidden


@given(st.text(max_size=80))
def test_words_lie_in_the_text_in_their_order(text):
    words = words_of(text)
    assert all(0 <= w.start < w.end <= len(text) for w in words)
    assert all(a.end <= b.start for a, b in pairwise(words))
