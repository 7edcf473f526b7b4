"""Masks: same length, wherever and however a private name is written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recount.model import PersonName, PlacePrecision, PlaceValue, Span, Unknown
from recount.publish.withhold import NOBODY, coarse, known_names, veil_of


def named(text, *private, public=()):
    names = []
    for group, hidden in ((private, True), (public, False)):
        for name in group:
            start = text.index(name)
            names.append(PersonName(start, start + len(name), hidden, "x"))
    return names


def masked(text, *private, public=(), kept=(), known=NOBODY):
    names = named(text, *private, public=public)
    return veil_of(text, names, known, kept=kept).text(text)


def test_name_and_surname_alone_are_masked():
    text = "Amina Torvald died. Torvald was 30."
    assert masked(text, "Amina Torvald") == "█████ ███████ died. ███████ was 30."


def test_shouted_and_accented_spellings_are_masked():
    text = "AMINA TORVÁLD DEAD\n\nAmina Torvald died."
    assert masked(text, "Amina Torvald") == "█████ ███████ DEAD\n\n█████ ███████ died."


def test_part_that_is_also_a_place_is_kept():
    text = "Olin Marrow fled Marrow."
    assert masked(text, "Olin Marrow", kept=["Marrow"]) == "████ ██████ fled Marrow."


def test_common_word_in_lower_case_is_kept():
    text = "Rose Miller said prices rose."
    assert masked(text, "Rose Miller") == "████ ██████ said prices rose."


def test_a_name_in_the_reason_of_an_unknown_value_is_masked():
    text = "Ana Torven was shot."
    veil = veil_of(text, named(text, "Ana Torven"), NOBODY)
    assert veil.value(Unknown("no listed actor in the words: TORVEN")) == Unknown(
        "no listed actor in the words: ██████"
    )


def test_a_village_that_shares_a_word_with_a_name_is_shown():
    text = "Saw Htoo Lay died in Thay Baw Lay village."
    assert masked(text, "Saw Htoo Lay") == "███ ████ ███ died in Thay Baw Lay village."


def test_public_person_is_not_masked():
    text = "Governor Ilse Brandt met Amina Brandt."
    out = masked(text, "Amina Brandt", public=["Ilse Brandt"])
    assert out == "Governor Ilse Brandt met █████ ██████."


def test_name_in_an_address_is_masked():
    text = "Amina Torvald died."
    veil = veil_of(text, named(text, "Amina Torvald"), NOBODY)
    address = "https://tide.example/amina-torvald-dies"
    assert veil.words(address) == "https://tide.example/█████████████-dies"


def test_full_name_private_in_another_document_is_masked():
    known = known_names(["Amina Torvald"], [])
    assert masked("Neighbours mourned Amina Torvald.", known=known).endswith("█████ ███████.")


def test_full_name_that_is_public_anywhere_is_not_spread():
    known = known_names(["Ilse Brandt"], ["Ilse Brandt"])
    assert known == NOBODY


def test_site_words_are_masked_in_titles_too():
    text = "At Saint Orla Clinic two were hurt."
    veil = veil_of(text, [], NOBODY, sites=[Span(3, 20)])
    assert veil.text(text) == "At █████ ████ ██████ two were hurt."
    assert veil.words("Attack on Saint Orla Clinic") == "Attack on █████████████████".replace(
        "█████████████████", "█████ ████ ██████"
    )


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=60))
def test_masking_keeps_the_length_and_hides_the_span(before, name, after):
    text = before + name + after
    if name == "":
        return
    names = [PersonName(len(before), len(before) + len(name), True, "x")]
    out = veil_of(text, names, NOBODY).text(text)
    assert len(out) == len(text)
    inside = out[len(before) : len(before) + len(name)]
    assert all(c == "█" or c.isspace() for c in inside)


def test_coarse_place_has_one_decimal_and_no_site():
    exact = PlaceValue(
        "Marrow", "clinic", "U", None, "XV", -12.31472, 62.44391, 0.2, PlacePrecision.SITE
    )
    made = coarse(exact)
    assert (made.lat, made.lon, made.site) == (-12.3, 62.4, None)
    assert made.precision is PlacePrecision.SETTLEMENT


def test_words_of_an_office_are_not_masked_with_a_name_that_took_them_in():
    text = "Tarn Interior Minister Olo Marrash. The Interior Minister left. Marrash left."
    assert masked(text, "Interior Minister Olo Marrash").endswith(
        "The Interior Minister left. ███████ left."
    )


def test_a_surname_that_is_an_office_is_masked():
    assert masked("Ana Bishop died. Bishop was 30.", "Ana Bishop").endswith("██████ was 30.")
