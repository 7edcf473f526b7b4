"""Words for a fight between armed sides."""

import re

import pytest

from recount.resources.voices.fights import FIGHTING


@pytest.mark.parametrize(
    "words",
    ["clashed", "came under", "repulsed", "an exchange of gunfire", "returning fire", "gun battle"],
)
def test_words_of_a_fight(words):
    assert re.search(rf"\b{FIGHTING}\b", words) is not None


@pytest.mark.parametrize("words", ["attacked", "came", "repeal", "set fire to", "gunfire"])
def test_an_attack_is_no_fight(words):
    assert re.search(rf"\b{FIGHTING}\b", words) is None
