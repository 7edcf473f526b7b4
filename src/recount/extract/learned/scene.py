"""Where an incident was that the heads link no place to: its own sentences, else the scene.

Such places count as taken over: an account that nothing else ties to one incident stays loose.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from recount.extract.rules.accounts import scene_places
from recount.extract.rules.scan import Scan, Sentence
from recount.extract.rules.settings import event_places
from recount.model import Link, LinkRole, Mention, MentionRole

BESIDE = 0.5
"""Confidence that a place told in the same sentence is the incident's."""


def places_beside(scan: Scan, homes: Set[int]) -> tuple[Link, ...]:
    """Return the places that the sentences of an incident name, else those of the scene."""
    named = places_named(scan, homes)
    told = _told(scan, homes)
    if len(named) > 0 or len(told) == 0:
        return named
    return tuple(replace(link, inherited=True) for link in scene_places(scan, told[0]))


def places_named(scan: Scan, homes: Set[int]) -> tuple[Link, ...]:
    """Return the places of the first sentence that tells of an incident and names any."""
    for sentence in _told(scan, homes):
        named = _named(scan, sentence)
        if len(named) > 0:
            return named
    return ()


def _told(scan: Scan, homes: Set[int]) -> list[Sentence]:
    """The sentences that tell of an incident, those of the body first."""
    return sorted((s for s in scan.sentences if s.index in homes), key=lambda s: s.heading)


def _named(scan: Scan, sentence: Sentence) -> tuple[Link, ...]:
    names = event_places(scan, sentence, sentence.start, sentence.end)
    return tuple(
        Link(
            LinkRole.PLACE,
            Mention(name.start, name.end, MentionRole.PLACE),
            inherited=True,
            confidence=BESIDE,
        )
        for name in names
    )
