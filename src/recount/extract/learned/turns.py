"""Where a report turns to another incident: "Meanwhile", "In another attack", "Last March".

The heads score two triggers by the words around them, and what is told in one breath sounds
like one incident. A sentence that opens with such words seldom goes on with the one before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from recount.resources.encoder.reading import FoundSpan, TextReading
from recount.resources.grammar.months import MONTH

_INCIDENTS = (
    r"(?:attacks?|assaults?|bombs?|bombings?|blasts?|explosions?|strikes?|killings?|murders?|"
    r"raids?|ambush(?:es)?|shootings?|kidnappings?|abductions?|incidents?|clash(?:es)?|actions?|"
    r"operations?|cases?|developments?|violence|events?|crash(?:es)?)"
)
_TURN = re.compile(
    rf"\W*(?:meanwhile|elsewhere|likewise|separately|similarly|"
    rf"in\s+(?:an?\s+)?(?:another|separate|similar|unrelated|different|other)\s+"
    rf"(?:[\w-]+\s+){{0,2}}{_INCIDENTS}|another\s+(?:[\w-]+\s+){{0,2}}{_INCIDENTS})\b",
    re.IGNORECASE,
)
"""Words that open the telling of another incident."""
_ASIDE = re.compile(
    rf"\W*(?:(?:(?:only|just)\s+)?(?:[\w-]+\s+)?(?:weeks?|months?|years?)\s+(?:ago|earlier|before)|"
    rf"in\s+(?:an?\s+)?(?:earlier|previous)\s+(?:[\w-]+\s+){{0,2}}{_INCIDENTS}|"
    rf"earlier|last\s+(?:week|month|year|{MONTH})|in\s+(?:{MONTH}|(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
"""Words that open a sentence of background."""
_LIKELY = re.compile(r"\W*(?:in\s+addition|additionally|moreover|furthermore|also,)", re.IGNORECASE)
"""Words that open a sentence on another incident as often as on the same."""
_BY_TURN, _BY_ASIDE, _BY_LIKELY = -2.5, -3.0, -0.5
"""Raw scores against one incident, beside that of the heads."""


def turned(reading: TextReading, triggers: Sequence[FoundSpan]) -> NDArray[np.float32]:
    """Return (triggers, triggers) raw scores against pairs that such words stand between."""
    openings = _openings(reading)
    homes = [int(reading.tokens.sentences[trigger.first]) for trigger in triggers]
    turns = [
        _turn(reading.text, openings[home], trigger.start)
        for home, trigger in zip(homes, triggers, strict=True)
    ]
    at, score = np.asarray(homes), np.asarray(turns, dtype=np.float32)
    told = np.where(at[:, None] > at[None], score[:, None], np.float32(0.0))
    return np.asarray(told + told.T, np.float32)


def _turn(text: str, start: int, stop: int) -> float:
    """Return how much the opening of a sentence speaks for another incident."""
    for opening, score in ((_TURN, _BY_TURN), (_ASIDE, _BY_ASIDE), (_LIKELY, _BY_LIKELY)):
        if opening.match(text, start, stop) is not None:
            return score
    return 0.0


def _openings(reading: TextReading) -> dict[int, int]:
    """Return where each sentence begins, by its number."""
    found: dict[int, int] = {}
    for token, sentence in enumerate(reading.tokens.sentences):
        found.setdefault(int(sentence), int(reading.starts[token]))
    return found
