"""Nouns that any incident may be called by."""

from __future__ import annotations

import re

import pytest

from recount.resources.grammar.incident_nouns import INCIDENT, INCIDENT_OR_SEVERAL, INCIDENTS


@pytest.mark.parametrize(
    ("word", "patterns"),
    [
        ("ambush", {INCIDENT, INCIDENT_OR_SEVERAL}),
        ("ambushes", {INCIDENTS, INCIDENT_OR_SEVERAL}),
        ("raids", {INCIDENTS, INCIDENT_OR_SEVERAL}),
        ("harvest", set()),
    ],
)
def test_one_several_or_either(word, patterns):
    every = {INCIDENT, INCIDENTS, INCIDENT_OR_SEVERAL}
    assert {one for one in every if re.fullmatch(one, word)} == patterns
