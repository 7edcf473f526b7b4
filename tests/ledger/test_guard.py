"""The guard: withheld names are met again by hashes alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fakes import FakeItem, read

from recount.ledger.guard import guard_of, hashed_forms
from recount.ledger.masking import name_keys
from recount.model import Sighting, text_hash

SALT = "ab" * 16


def guard(*names: str):
    rows = [
        {"kind": form.kind, "key": form.key, "tokens": form.tokens, "salt": SALT}
        for name in names
        for form in hashed_forms(SALT, name_keys(name))
    ]
    return guard_of(rows)


def test_nothing_withheld_masks_nothing():
    assert guard_of([]).masks(("Orla Vennick",)) == ()


def test_no_form_of_the_name_can_be_read_in_what_is_kept():
    forms = hashed_forms(SALT, name_keys("Orla Maria Vennick"))
    assert all("orla" not in form.key and "vennick" not in form.key for form in forms)


@pytest.mark.parametrize(
    "text",
    [
        "ORLA VENNICK was there.",
        "The dead: Vennick, Orla.",
        "Orla M. Vennick was there.",
        "See orla-vennick.html",
        "See orlavennick.html",
        "Vénnick's friend Órla Vennick",
    ],
)
def test_a_withheld_name_is_found_in_a_new_text(text):
    masks = guard("Orla Vennick").masks((text,))
    for mask in masks:
        text = mask.apply(text)
    assert "enn" not in text.lower()


def test_the_surname_alone_is_masked_in_a_new_document_when_it_is_distinctive():
    document = read(FakeItem("a.txt", b"Orla Vennick\nVennick was 34."))
    masked, masks = guard("Orla Vennick").document(document)
    assert "Vennick" not in masked.text
    assert masked.title == "████ ███████"
    assert masked.text_sha256 == text_hash(masked.text)
    assert len(masks) == 1


def test_the_words_of_a_name_in_the_other_order_do_not_make_the_given_name_a_surname():
    (mask,) = guard("Orla Vennick").masks(("Orla Vennick. Orla Vennick. Orla sang.",))
    assert mask.keys == ("orla", "vennick")


def test_two_withheld_names_are_both_masked():
    document = read(FakeItem("a.txt", b"x\nOrla Vennick met Joss Harrow."))
    masked, _ = guard("Orla Vennick", "Joss Harrow").document(document)
    assert masked.text == "x\n████ ███████ met ████ ██████."


def test_paths_and_titles_of_sightings_are_masked():
    sighting = Sighting("d", "people/orla-vennick.txt", title="For Orla Vennick")
    masked = guard("Orla Vennick").sighting(sighting)
    assert masked == replace(sighting, path="people/████████████.txt", title="For ████ ███████")


def test_bytes_that_hold_the_name_outside_the_clean_text_are_told():
    assert guard("Orla Vennick").held_in(b'<meta name="author" content="Orla Vennick">')
    assert not guard("Orla Vennick").held_in(b"\xff\xfe nothing here")
