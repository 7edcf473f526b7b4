"""Nouns that any incident may be called by."""

from __future__ import annotations

import re

import pytest

from recount.extract.learned.incident_nouns import ANY_NUMBER, ONE, SEVERAL


@pytest.mark.parametrize(
    ("word", "patterns"),
    [
        ("ambush", {ONE, ANY_NUMBER}),
        ("ambushes", {SEVERAL, ANY_NUMBER}),
        ("raids", {SEVERAL, ANY_NUMBER}),
        ("harvest", set()),
    ],
)
def test_one_several_or_either(word, patterns):
    every = {ONE, SEVERAL, ANY_NUMBER}
    assert {one for one in every if re.fullmatch(one, word)} == patterns
