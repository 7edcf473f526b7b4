"""What stands under one head of a list is there to tell of one incident.

"5 May, Osset. ..." or "3. The boat" says when, where or of what the sentences under it tell: they
need no day or place of their own, and what goes on without one is of the same incident.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from recount.extract.rules.entries import entry_of
from recount.extract.rules.scan import Scan, Sentence, sentence_of
from recount.model import Span
from recount.resources.encoder.reading import FoundSpan
from recount.resources.grammar.time_expression import TimeKind

_ENTRY_WORDS = 250
"""Words of an entry at most whose head ties all that it tells."""
_TOGETHER = 2.5
"""Raw score for what one entry tells without another day or place being of one incident."""
_OTHER_TIMES = frozenset(
    {
        TimeKind.DAY,
        TimeKind.RANGE,
        TimeKind.WEEKDAY,
        TimeKind.NUMERIC,
        TimeKind.RELATIVE_PUBLICATION,
        TimeKind.RELATIVE_NARRATIVE,
    }
)


def headed_entries(scan: Scan) -> tuple[Span, ...]:
    """Return the entries of a list that are short enough for their head to tie all they tell."""
    return tuple(
        one for one in scan.entries if len(scan.text[one.start : one.end].split()) <= _ENTRY_WORDS
    )


def in_one_entry(
    entries: Sequence[Span], sentences: Sequence[Sentence], triggers: Sequence[FoundSpan]
) -> NDArray[np.float32]:
    """Return (triggers, triggers) raw scores for two of one entry being of one incident.

    Args:
        entries: the entries that are there for one incident each (``headed_entries``).
        sentences: the text's sentences, with the days and places found in them.
        triggers: n triggers, in order of the text.
    """
    scores = np.zeros((len(triggers), len(triggers)), dtype=np.float32)
    if len(entries) == 0 or len(sentences) == 0:
        return scores
    entry = [entry_of(entries, one.start) for one in triggers]
    homes = [sentence_of(sentences, one.start) for one in triggers]
    for one in range(len(triggers)):
        for other in range(one + 1, len(triggers)):
            if entry[one] is None or entry[one] != entry[other]:
                continue
            between = sentences[homes[one] + 1 : homes[other] + 1]
            if not any(_has_setting(sentence) for sentence in between):
                scores[one, other] = scores[other, one] = _TOGETHER
    return scores


def _has_setting(sentence: Sentence) -> bool:
    named = any(not place.nested for place in sentence.places)
    return named or any(one.kind in _OTHER_TIMES for one in sentence.times)
