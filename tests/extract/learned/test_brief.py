"""Briefs: a few sentences that are there to tell of an incident, and those that only sound so."""

from __future__ import annotations

import pytest

from recount.extract.learned.brief import brief_decoding, is_brief, only_borrows
from recount.extract.learned.settings import shipped_decoding

LONG = (
    "The council met on Monday to speak about the roads of the valley, the school at the ford and "
    "the price of seed, as it does in every season. Its chair thanked all who had come, among them "
    "the teachers and the keeper of the mill, and said that the next meeting would be held at the "
    "mill itself, so that everybody could see how far the new wheel had come along."
)


@pytest.fixture
def triggers_of(as_document, learned):
    """Return the words that tell of the incidents of a text."""

    def read(text: str) -> list[str]:
        document = as_document(text)
        accounts = learned.extract(document).accounts
        return [document.words(t.span) for account in accounts for t in account.triggers]

    return read


@pytest.mark.parametrize(
    "text",
    [
        "Thousands took to the streets of Osset, waving palms and calling on the king to go.",
        "Ostavia and Lurien traded artillery salvos across the Besh river.",
        "A student leader was bundled into a car in front of the gate in Osset.",
        "Villagers of Osset came home to find that troops had put it to the torch.",
        "Police used tear gas to scatter dockers at the gate of Port Essen.",
    ],
)
def test_a_finite_word_for_a_deed_is_enough_in_a_brief(triggers_of, text):
    assert len(triggers_of(text)) > 0


def test_the_same_words_are_not_enough_in_a_longer_text(triggers_of):
    assert triggers_of(f"{LONG} Troops traded salvos long ago, he said.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Bargain hunters stormed the aisles of the store in Osset as its winter sales opened.",
        "Onion prices exploded in the markets of Osset this month.",
        "Crows mobbed a young hawk over the cathedral in Osset for most of the afternoon.",
        "Desert winds bombarded the town of Osset with dust on Monday.",
        "The striker fired a rocket into the top corner in Osset on Sunday.",
    ],
)
def test_sport_markets_weather_and_animals_only_borrow_the_words(triggers_of, scanned, text):
    assert only_borrows(text)
    assert triggers_of(text) == []


def test_a_storm_beside_a_killing_does_not_hide_it(triggers_of):
    told = "Gunmen shot dead three farmers in Osset on Monday as a storm came up, police said."
    assert "shot dead" in " | ".join(triggers_of(told))


def test_shells_that_fall_in_a_storm_are_told(triggers_of, scanned):
    told = "Militants shelled a school in Kabul on Friday as a storm came up, hurting nobody."
    assert not only_borrows(told)
    assert "shelled" in " | ".join(triggers_of(told))


def test_a_long_text_is_no_brief(scanned):
    assert not is_brief(LONG)


def test_a_brief_lowers_the_bounds_and_leaves_the_rest():
    shipped = shipped_decoding()
    brief = brief_decoding(shipped)
    assert brief.tag("trigger") < shipped.tag("trigger")
    assert brief.alone < shipped.alone
    assert brief.links == shipped.links
