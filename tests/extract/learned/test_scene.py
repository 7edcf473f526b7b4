"""A place for what the heads link none to: the sentence's own."""

from __future__ import annotations

import pytest

from recount.extract.learned.scene import places_named
from recount.extract.rules.scan import scan_document
from recount.model import LinkRole
from recount.resources.bundle import load
from recount.resources.gazetteer import Place, PlaceKind
from recount.resources.lexicon import load_lexicon

OWN = (
    Place("user:o", "Orvel", PlaceKind.SETTLEMENT, "XV", "Reach", None, 1.0, 2.0, 9, 4.0, "user"),
    Place("user:t", "Tarn", PlaceKind.SETTLEMENT, "XV", "Reach", None, 1.0, 2.6, 9, 3.0, "user"),
)


@pytest.fixture(scope="module")
def resources():
    return load(places=OWN)


def places(resources, as_document, text: str, sentence: int) -> list[str]:
    scan = scan_document(as_document(text), resources, load_lexicon())
    links = places_named(scan, {sentence})
    assert all(link.role is LinkRole.PLACE and link.inherited for link in links)
    return [text[link.mention.start : link.mention.end] for link in links]


def test_the_place_of_its_own_sentence_is_taken(resources, as_document):
    text = "Gunmen killed two in Orvel. Later a man was shot dead in Tarn."
    assert places(resources, as_document, text, 1) == ["Tarn"]


def test_the_place_of_another_sentence_is_not_taken(resources, as_document):
    text = "Gunmen killed two in Orvel. Later a man was shot dead."
    assert places(resources, as_document, text, 1) == []


def test_a_sentence_that_opens_with_a_place_sets_the_scene(resources, as_document):
    text = "In Orvel, a patrol came under fire. It shot back, killing one gunman."
    assert places(resources, as_document, text, 1) == ["Orvel"]


def test_a_scene_ends_with_its_paragraph(resources, as_document):
    text = "In Orvel, a patrol came under fire.\n\nThe patrol shot back, killing one gunman."
    assert places(resources, as_document, text, 1) == []
