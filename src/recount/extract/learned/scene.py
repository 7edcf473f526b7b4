"""Where an incident was that the heads link no place to: what its own sentences name.

Such places count as taken over: an account that nothing else ties to one incident stays loose.
"""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import pairwise

from recount.extract.rules.scan import Scan, Sentence
from recount.extract.rules.settings import event_places
from recount.model import Link, LinkRole, Mention, MentionRole

BESIDE = 0.5
"""Confidence that a place told in the same sentence is the incident's."""


def places_named(scan: Scan, homes: Set[int]) -> tuple[Link, ...]:
    """Return the places of the first sentence that tells of an incident and names any.

    Where none does: those with which the sentence before, of the same paragraph, sets the scene
    ("In Velmar district, a patrol came under fire. It shot back").
    """
    for sentence in _told(scan, homes):
        named = _named(scan, sentence)
        if len(named) > 0:
            return named
    return _set_before(scan, homes)


def _set_before(scan: Scan, homes: Set[int]) -> tuple[Link, ...]:
    for before, sentence in pairwise(scan.sentences):
        same = before.segment.index == sentence.segment.index and not sentence.heading
        if same and sentence.index in homes:
            opening = _FRONTED.match(scan.text, before.start, before.end)
            named = _named(scan, before)
            first = min((link.mention.start for link in named), default=None)
            return named if opening is not None and opening.end() == first else ()
    return ()


_FRONTED = re.compile(r"\W*(?:In|At|Near|Outside)\s+(?:the\s+)?", re.IGNORECASE)
"""How a sentence begins that sets the scene of what follows."""


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
