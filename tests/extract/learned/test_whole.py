"""Words of participants are completed where they cut a name or a phrase."""

from __future__ import annotations

import pytest

from recount.extract.learned.whole import lies_in_name, whole, with_suffix
from recount.extract.rules.scan import scan_document
from recount.model import ActorKind, Span
from recount.resources.actors import Actor
from recount.resources.bundle import load
from recount.resources.lexicon import load_lexicon

GROUP = Actor("Amber Coast Front", ("ACF",), ActorKind.REBEL_GROUP, ("XV",))
REPORT = (
    "Fighters of the Amber Coast Front [ACF] burned two barns on Monday, a group of herders said."
)


@pytest.fixture(scope="module")
def first(as_document):
    resources = load(actors=(GROUP,))
    return scan_document(as_document(REPORT), resources, load_lexicon()).sentences[0]


def span(words: str) -> Span:
    start = REPORT.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("cut", "complete"),
    [
        ("Coast", "Amber Coast Front"),
        ("the Amber", "the Amber Coast Front"),
        ("Front", "Amber Coast Front"),
        ("ACF", "ACF"),
        ("Amber Coast Front", "Amber Coast Front"),
        ("group of", "group of herders"),
        ("two barns", "two barns"),
    ],
)
def test_a_name_or_phrase_is_not_cut(first, cut, complete):
    found = whole(REPORT, first, span(cut))
    assert REPORT[found.start : found.end] == complete


def test_part_of_a_name_is_no_individual(first):
    assert lies_in_name(first, span("Coast"))
    assert not lies_in_name(first, span("Fighters"))


@pytest.mark.parametrize(
    ("text", "cut", "complete"),
    [
        ("Aro Vell, Jr., 2, was shot.", "Aro Vell", "Aro Vell, Jr."),
        ("Aro Vell, Jr., 2, was shot.", "Jr", "Aro Vell, Jr."),
        ("ARO VELL JR. WAS SHOT.", "ARO VELL", "ARO VELL JR."),
        ("Aro Vell III was shot.", "Aro Vell", "Aro Vell III"),
        ("Aro Vell, II Corps commander, was shot.", "Aro Vell", "Aro Vell"),
        ("A clerk, Jr. of name, was shot.", "clerk", "clerk"),
        ("Aro Vell was shot.", "Aro Vell", "Aro Vell"),
    ],
)
def test_a_name_keeps_its_suffix(text, cut, complete):
    start = text.index(cut)
    found = with_suffix(text, Span(start, start + len(cut)))
    assert text[found.start : found.end] == complete
