"""What befalls a demonstration is told of it: those shot, hurt or arrested there.

"Students marched to the town hall before soldiers opened fire. Ten were arrested." tells of
one incident, which the heads take for two or three.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from recount.extract.rules.scan import Sentence, sentence_of
from recount.model import IncidentType
from recount.resources.encoder.labels import TYPES
from recount.resources.encoder.reading import FoundSpan, TextReading

_PROTESTS = [
    TYPES.index(kind)
    for kind in (
        IncidentType.PEACEFUL_PROTEST,
        IncidentType.PROTEST_INTERVENTION,
        IncidentType.EXCESSIVE_FORCE,
        IncidentType.VIOLENT_DEMONSTRATION,
    )
]
_SURE = 0.5
"""Chance of a type of protest from which on a trigger tells of one."""
_TOGETHER = 2.5
"""Raw score for what follows on a protest being of it."""
_REACH = 3
"""Sentences after that of the protest."""


def at_protest(
    reading: TextReading, sentences: Sequence[Sentence], triggers: Sequence[FoundSpan]
) -> NDArray[np.float32]:
    """Return (triggers, triggers) raw scores for a protest and what is told right after it.

    What has a day or place of its own is another incident.

    Args:
        reading: what the heads say of the text.
        sentences: its sentences, with the days and places found in them.
        triggers: n triggers, in order of the text.
    """
    scores = np.zeros((len(triggers), len(triggers)), dtype=np.float32)
    if len(sentences) == 0:
        return scores
    homes = [sentence_of(sentences, trigger.start) for trigger in triggers]
    protests = [_is_protest(reading, trigger) for trigger in triggers]
    for one, protest in enumerate(protests):
        if not protest:
            continue
        for other in range(one + 1, len(triggers)):
            if _goes_on(sentences, homes[one], homes[other]):
                scores[one, other] = scores[other, one] = _TOGETHER
    return scores


def _is_protest(reading: TextReading, trigger: FoundSpan) -> bool:
    chances = reading.mean_class("type", trigger.start, trigger.end)
    return float(chances[_PROTESTS].sum()) >= _SURE


def _goes_on(sentences: Sequence[Sentence], home: int, other: int) -> bool:
    """Whether a later sentence of the paragraph goes on with what one tells."""
    if other == home:
        return True
    if other - home > _REACH or sentences[other].segment.index != sentences[home].segment.index:
        return False
    between = sentences[home + 1 : other + 1]
    return all(len(one.times) + len(one.places) == 0 for one in between)
