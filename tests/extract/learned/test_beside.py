"""To which incident the people belong who are counted beside several."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from recount.extract.learned.beside import Grouping, holders, is_told_before
from recount.model import Span

TEXT = "Gunmen shot a trader. | A bomb went off. Two died. | A raid followed."


def told(*triggers):
    """Return incidents of one trigger each; "|" parts paragraphs."""
    sentences, at, paragraph = [], 0, 0
    for part in TEXT.split("."):
        paragraph += part.count("|")
        segment = SimpleNamespace(index=paragraph)
        sentences.append(SimpleNamespace(start=at, end=at + len(part) + 1, segment=segment))
        at += len(part) + 1
    spans = tuple(span(word) for word in triggers)
    return Grouping(spans, [[at] for at in range(len(spans))], tuple(sentences))


def span(word):
    return Span(TEXT.index(word), TEXT.index(word) + len(word))


def chances(*values):
    return np.asarray(values, np.float32).reshape(-1, 1)


def test_people_belong_to_the_incident_of_their_paragraph():
    incidents = told("shot", "went off", "raid")
    assert holders(incidents, [span("Two")], chances(0.8, 0.7, 0.8), 0.5) == (1,)


def test_surer_heads_outweigh_the_way():
    incidents = told("shot", "went off", "raid")
    assert holders(incidents, [span("Two")], chances(0.999, 0.2, 0.1), 0.5) == (0,)


def test_people_of_no_sure_incident_belong_to_the_only_one_beside():
    incidents = told("shot", "went off", "raid")
    assert holders(incidents, [span("Two")], chances(0.1, 0.1, 0.1), 0.5) == (1,)


def test_people_beside_two_incidents_that_the_heads_tie_to_none_belong_to_none():
    incidents = told("bomb", "off")
    assert holders(incidents, [span("Two")], chances(0.1, 0.1), 0.5) == (None,)


def test_an_incident_is_told_before_in_the_same_paragraph_only():
    incidents = told("shot", "went off", "raid")
    assert is_told_before(incidents, 1, span("Two"))
    assert not is_told_before(incidents, 0, span("Two"))
    assert not is_told_before(incidents, 2, span("Two"))
