"""Incidents in one sentence: two ("a shooting in Yalar and a bomb in Naratown"), or one.

"Armed men entered the village, firing on people" tells of one in two words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from recount.extract.rules.scan import Ranged
from recount.model import Span
from recount.resources.grammar.months import MONTH

_AT = r"(?:in|at|near|outside|on)"
_NAME = r"(?P<place>(?-i:[A-Z])[\w’'-]+(?:\s+(?-i:[A-Z])[\w’'-]+){0,3})"
_FIRST = re.compile(
    rf"\s+(?:[\w’'-]+\s+){{0,5}}?{_AT}\s+(?:the\s+\w+\s+of\s+)?{_NAME},?"
    r"(?:\s+on\s+\w+day)?,?\s+(?:and|while)\s+(?:[\w’'-]+\s+){0,4}?$",
    re.IGNORECASE,
)
_SECOND = re.compile(
    rf"\s+(?:[\w’'-]+\s+){{0,5}}?{_AT}\s+(?:the\s+\w+\s+of\s+)?{_NAME}", re.IGNORECASE
)
_NO_PLACE = re.compile(rf"(?:\w+day|{MONTH})\b", re.IGNORECASE)
_APART = 8.0
"""Raw score against two triggers, told with "and" and a place each, being one incident."""
_LONGEST = 120
"""Characters between two triggers that one "and" may join."""


def told_apart(text: str, triggers: Sequence[Ranged]) -> NDArray[np.float32]:
    """Return (triggers, triggers) raw scores against pairs joined by "and" with a place each."""
    scores = np.zeros((len(triggers), len(triggers)), dtype=np.float32)
    for at, other, _ in _joined(text, triggers):
        scores[at, other] = scores[other, at] = -_APART
    return scores


def told_together(text: str, triggers: Sequence[Ranged]) -> NDArray[np.float32]:
    """Return (triggers, triggers) raw scores for a deed and what its doer does in it.

    "Armed men entered the village, firing on people": the participle has no doer of its own.
    All 16 such pairs in 659 labelled documents are one incident.
    """
    scores = np.zeros((len(triggers), len(triggers)), dtype=np.float32)
    for at in range(1, len(triggers)):
        one, other = triggers[at - 1], triggers[at]
        if _PARTICIPLE.match(text, other.start, other.end) is None:
            continue
        if _GOES_ON.fullmatch(text, one.end, other.start) is not None:
            scores[at - 1, at] = scores[at, at - 1] = _TOGETHER
    return scores


_PARTICIPLE = re.compile(r"[a-z]+ing\b", re.IGNORECASE)
_GOES_ON = re.compile(r"[^.;:!?]{0,160},\s+(?:(?:and|then|before|\w+ly)\s+){0,2}", re.IGNORECASE)
_TOGETHER = 4.0


def of_other_half(
    text: str, triggers: Sequence[Ranged], spans: Sequence[Ranged]
) -> NDArray[np.bool_]:
    """Return (triggers, spans): whether words stand in the half that the other trigger tells."""
    apart = np.zeros((len(triggers), len(spans)), dtype=np.bool_)
    for at, other, (first, second) in _joined(text, triggers):
        for number, span in enumerate(spans):
            words = Span(span.start, span.end)
            apart[other, number] |= first.contains(words)
            apart[at, number] |= second.contains(words)
    return apart


def are_coordinated(text: str, one: Ranged, other: Ranged) -> bool:
    """Return whether two triggers are joined by "and" and each has a place of its own."""
    first, second = sorted((one, other), key=lambda trigger: trigger.start)
    return _halves(text, first, second) is not None


def _joined(text: str, triggers: Sequence[Ranged]) -> Iterator[tuple[int, int, tuple[Span, Span]]]:
    """Yield the numbers of triggers so joined, in order of the text, and the half of each."""
    for (at, first), (other, second) in combinations(enumerate(triggers), 2):
        halves = _halves(text, first, second)
        if halves is not None:
            yield at, other, halves


def _halves(text: str, first: Ranged, second: Ranged) -> tuple[Span, Span] | None:
    """Return the two stretches of such a sentence, up to the place of each."""
    if not 0 < second.start - first.end <= _LONGEST:
        return None
    one = _FIRST.fullmatch(text, first.end, second.start)
    other = _SECOND.match(text, second.end)
    if one is None or other is None:
        return None
    names = (one["place"], other["place"])
    if names[0] == names[1] or any(_NO_PLACE.match(name) for name in names):
        return None
    return Span(first.start, one.end("place")), Span(one.end("place"), other.end("place"))
