"""Participants of the neighbouring incident are left to it."""

from __future__ import annotations

import pytest

from recount.extract.learned.drafts import Belonging, Draft
from recount.extract.learned.neighbours import without_neighbours
from recount.extract.learned.words import Page
from recount.extract.rules.scan import scan_document
from recount.resources.encoder.reading import FoundSpan
from recount.resources.lexicon import load_lexicon

TEXT = (
    "Gunmen attacked a post in Osset, killing four officers. They wore masks. "
    "A bomb hit a bus near Tarn. Nobody saw the bombers."
)


@pytest.fixture
def page(as_document, resources):
    return Page(scan_document(as_document(TEXT), resources, load_lexicon()), None, ())


def span(words):
    return FoundSpan(TEXT.index(words), TEXT.index(words) + len(words), 0, 0, 0.9)


def draft(trigger, *words):
    return Draft((span(trigger),), tuple(Belonging(tag, span(told), 0.9) for tag, told in words))


def told(drafts):
    return [[TEXT[w.span.start : w.span.end] for w in one.words] for one in drafts]


def test_who_stands_in_anothers_sentence_alone_is_left_out(page):
    first = draft("attacked", ("perpetrator", "Gunmen"), ("victim", "four officers"))
    second = draft(
        "hit", ("perpetrator", "Gunmen"), ("perpetrator", "the bombers"), ("target", "a post")
    )
    assert told(without_neighbours(page, [first, second])) == [
        ["Gunmen", "four officers"],
        ["the bombers"],
    ]


def test_who_stands_in_a_sentence_of_none_stays(page):
    first = draft("attacked", ("perpetrator", "Gunmen"))
    second = draft("hit", ("perpetrator", "the bombers"))
    assert told(without_neighbours(page, [first, second])) == [["Gunmen"], ["the bombers"]]


def test_places_and_figures_are_not_looked_at(page):
    first = draft("attacked")
    second = draft("hit", ("place", "Osset"), ("killed", "four officers"))
    assert told(without_neighbours(page, [first, second]))[1] == ["Osset", "four officers"]


def test_one_incident_keeps_everybody(page):
    only = draft("hit", ("perpetrator", "Gunmen"))
    assert told(without_neighbours(page, [only])) == [["Gunmen"]]
