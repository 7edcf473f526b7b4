"""Where a report turns to another incident: "Meanwhile", "In another attack", "Last March".

The heads score two triggers by the words around them, and what is told in one breath sounds
like one incident. A sentence that opens with such words seldom goes on with the one before. Under a
line like "Previous story:" a page prints an older report of the same incident.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from recount.extract.learned.openings import Opening, opening_of
from recount.resources.encoder.reading import FoundSpan, TextReading

_AGAINST = {
    Opening.PAST: -3.0,
    Opening.ANOTHER: -2.5,
    Opening.ASIDE: -3.0,
    Opening.LIKELY: -0.5,
}
"""Raw scores against one incident, beside that of the heads."""
_RETOLD = 2.0
"""Raw score for one incident of a report and an older one."""
_OLDER = re.compile(
    r"^\W*(?:(?:earlier|previous|original|first|initial)\s+"
    r"(?:story|stories|report(?:ing|s)?|coverage|post|article|version)|earlier|previous(?:ly)?|original)"
    r"(?:\s+(?:from\s|at\s|posted\s|published\s|\d)[^:\n]{0,30})?\s*:",
    re.IGNORECASE | re.MULTILINE,
)
"""The line above an older report."""


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
    return np.asarray(told + told.T + _told_before(reading.text, triggers), np.float32)


def _told_before(text: str, triggers: Sequence[FoundSpan]) -> NDArray[np.float32]:
    """Return (triggers, triggers) scores for pairs of a report and the older one under it."""
    mark = _OLDER.search(text)
    under = np.asarray([mark is not None and trigger.start > mark.end() for trigger in triggers])
    return np.where(under[:, None] != under[None], np.float32(_RETOLD), np.float32(0.0))


def _turn(text: str, start: int, stop: int) -> float:
    """Return how much the opening of a sentence speaks for another incident."""
    opening = opening_of(text, start, stop)
    return 0.0 if opening is None else _AGAINST[opening]


def _openings(reading: TextReading) -> dict[int, int]:
    """Return where each sentence begins, by its number."""
    found: dict[int, int] = {}
    for token, sentence in enumerate(reading.tokens.sentences):
        found.setdefault(int(sentence), int(reading.starts[token]))
    return found
