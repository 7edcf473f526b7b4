"""What the heads name in a text, whatever befell it: voices, entities, places of events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recount.extract.learned.settings import Decoding, shipped_decoding
from recount.extract.learned.voices import attributions_of
from recount.model import Span
from recount.resources.encoder.session import Encoder, shipped_encoder
from recount.resources.sentences import split_sentences
from recount.resources.voices import FoundAttribution, find_attributions

ENTITY_TAGS = (
    "organisation",
    "person",
    "nationality",
    "vehicle",
    "platform",
    "armament",
    "toponym",
)
"""Tags of entities, whatever befell them."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Words that name something, with the kind of thing and how sure that is."""

    tag: str
    span: Span
    score: float


class Finders:
    """The shipped encoder's heads as finders in plain text.

    Args:
        encoder: by default the shipped one.
        decoding: by default the shipped thresholds.
    """

    def __init__(self, encoder: Encoder | None = None, decoding: Decoding | None = None) -> None:
        self._encoder = shipped_encoder() if encoder is None else encoder
        self._decoding = shipped_decoding() if decoding is None else decoding

    def attributions(self, text: str) -> tuple[FoundAttribution, ...]:
        """Return who says what in a text, in order of the cues."""
        sentences = split_sentences(text)
        ruled = find_attributions(text, sentences)
        reading = self._encoder.read(text, sentences)
        return attributions_of(reading, self._encoder.pairs, self._decoding, ruled)

    def entities(self, text: str, tags: Sequence[str] = ENTITY_TAGS) -> tuple[Entity, ...]:
        """Return what is named under some tags, in order of tag and text."""
        reading = self._encoder.read(text)
        return tuple(
            Entity(tag, Span(found.start, found.end), found.score)
            for tag in tags
            for found in reading.spans(tag, self._decoding.tag(tag))
        )

    def event_places(self, text: str) -> tuple[Span, ...]:
        """Return the names of places where what a text tells of happened."""
        return tuple(entity.span for entity in self.entities(text, ("event_place",)))
