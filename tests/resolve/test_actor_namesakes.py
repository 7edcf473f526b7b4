"""Two actors of one name are told apart by their place."""

from recount.model import Span
from recount.resolve.actor_namesakes import apart

TWO = "The Dusk Legion of Karovia met. The unrelated Dusk Legion of Merin did not."


def test_two_bearers_of_a_name_are_told_apart():
    at = TWO.index("Dusk Legion of Merin")
    assert apart(TWO, Span(at, at + len("Dusk Legion")), "Dusk Legion", ()) != "Dusk Legion"


def test_a_name_inside_a_longer_word_is_no_second_bearer():
    text = "The Dusk Legion of Karovia met. Another Dusk Legionary of Merin did not."
    assert apart(text, Span(4, 15), "Dusk Legion", ()) == "Dusk Legion"
