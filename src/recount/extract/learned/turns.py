"""Where a report turns to another incident: "Meanwhile", "In another attack", "Last March".

The heads score two triggers by the words around them, and what is told in one breath sounds
like one incident. A sentence that opens with such words seldom goes on with the one before. Under a
line like "Previous story:" a page prints an older report of the same incident.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from recount.extract.learned.openings import Opening, opening_of
from recount.resources.encoder.reading import FoundSpan, TextReading
from recount.resources.grammar.incident_nouns import INCIDENT

_AGAINST = {
    Opening.PAST: -3.0,
    Opening.ANOTHER: -2.5,
    Opening.ASIDE: -3.0,
    Opening.LIKELY: -0.5,
}
"""Raw scores against one incident, beside that of the heads."""
_SURELY = -2.0
"""An opening at least so strong turns to another incident."""
_TAKEN_UP = -1.5
"""Raw score against "the attack", right after a turn, being an incident told before it: it is that
of the turn in seven of ten training documents."""
_DEFINITE = re.compile(r"(?:the|this|that)\s(?!first\b|previous\b|earlier\b)", re.IGNORECASE)
_BACK = re.compile(
    rf"(?:the|this|that)\s+(?!first\b|previous\b|earlier\b|last\b|second\b|third\b)(?:\w+\s+)?{INCIDENT}",
    re.IGNORECASE,
)
_NAMES_ITS_PLACE = re.compile(r"\s+(?i:in|at|on|near|of|outside|against)\s+(?:the\s+)?[A-Z]")
_POINTS_BACK = 1.0
"""Raw score for "the raid" being what the sentence before tells of."""
_RETOLD = 2.0
"""Raw score for one incident of a report and an older one."""
_OLDER = re.compile(
    r"^[^\w\n]*(?:(?:earlier|previous|original|first|initial)\s+"
    r"(?:story|stories|report(?:ing|s)?|coverage|post|article|version)|earlier|previous(?:ly)?|original)"
    r"(?:\s+(?:from\s|at\s|posted\s|published\s|\d)[^:\n]{0,30})?\s*:",
    re.IGNORECASE | re.MULTILINE,
)
"""The line above an older report."""


def turned(reading: TextReading, triggers: Sequence[FoundSpan]) -> NDArray[np.float32]:
    """Return (triggers, triggers) raw scores against pairs that such words stand between."""
    if len(triggers) == 0:
        return np.zeros((0, 0), np.float32)
    openings = _openings(reading)
    homes = [int(reading.tokens.sentences[trigger.first]) for trigger in triggers]
    turns = [
        _turn(reading.text, openings[home], trigger.start)
        for home, trigger in zip(homes, triggers, strict=True)
    ]
    at, score = np.asarray(homes), np.asarray(turns, dtype=np.float32)
    told = np.where(at[:, None] > at[None], score[:, None], np.float32(0.0))
    taken = np.asarray(
        [
            _taken_up(reading.text, openings, trigger, home)
            for trigger, home in zip(triggers, homes, strict=True)
        ],
        dtype=np.float32,
    )
    told = told + np.where(at[:, None] > at[None] + 1, taken[:, None], np.float32(0.0))
    return np.asarray(told + told.T + _told_before(reading.text, triggers), np.float32)


def _taken_up(text: str, openings: Mapping[int, int], trigger: FoundSpan, home: int) -> float:
    """Return the score against an earlier incident of words that take up one just turned to."""
    if home not in openings or home - 1 not in openings:
        return 0.0
    if _DEFINITE.match(text, trigger.start, trigger.end) is None:
        return 0.0
    start, before = openings[home], openings[home - 1]
    if _turn(text, start, trigger.start) < 0.0 or _turn(text, before, start) > _SURELY:
        return 0.0
    return _TAKEN_UP


def pointed_back(reading: TextReading, triggers: Sequence[FoundSpan]) -> NDArray[np.float32]:
    """Return (triggers, triggers) raw scores for "the raid" being told in the sentence before.

    "The raid on Osset" says itself which it is, and a sentence may turn to another incident.
    """
    scores = np.zeros((len(triggers), len(triggers)), dtype=np.float32)
    if len(triggers) == 0:
        return scores
    openings = _openings(reading)
    homes = [int(reading.tokens.sentences[trigger.first]) for trigger in triggers]
    for at, (trigger, home) in enumerate(zip(triggers, homes, strict=True)):
        if not _points_back(reading.text, trigger) or home not in openings:
            continue
        if _turn(reading.text, openings[home], trigger.start) < 0.0:
            continue
        for other, before in enumerate(homes):
            if before == home - 1:
                scores[at, other] = scores[other, at] = _POINTS_BACK
    return scores


def _points_back(text: str, trigger: FoundSpan) -> bool:
    return (
        _BACK.fullmatch(text, trigger.start, trigger.end) is not None
        and _NAMES_ITS_PLACE.match(text, trigger.end) is None
    )


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
