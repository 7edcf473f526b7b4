"""Of places of two areas in one clause, the first one behind the incident's words."""

from __future__ import annotations

from dataclasses import dataclass

from recount.model import Span
from recount.resolve.nearest import _first_behind


@dataclass
class Places:
    text: str

    def are_apart(self, one: Span, other: Span) -> bool:
        return one.of(self.text) != other.of(self.text)


@dataclass
class Told:
    places: Places


def behind(text: str, trigger: str, *names: str) -> list[str]:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    spans = [span(name) for name in names]
    kept = _first_behind(Told(Places(text)), spans, set(range(len(spans))), [span(trigger)])
    return [names[at] for at in sorted(kept)]


def test_the_first_place_behind_the_words_is_theirs():
    text = "Two men were detained in Osk over the bombing of a cafe in Velm"
    assert behind(text, "detained", "Osk", "Velm") == ["Osk"]
    assert behind(text, "bombing", "Osk", "Velm") == ["Velm"]


def test_places_before_the_words_are_all_kept():
    text = "In Osk and Velm shots were fired"
    assert behind(text, "fired", "Osk", "Velm") == ["Osk", "Velm"]
