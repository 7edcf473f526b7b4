"""Who says what, from the heads: each cue with the source and the content that belong to it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from recount.extract.learned.settings import Decoding
from recount.model import Span, Stance
from recount.resources.encoder.labels import STANCES
from recount.resources.encoder.pairs import PairTables, pair_logits, probability
from recount.resources.encoder.reading import FoundSpan, TextReading
from recount.resources.voices import FoundAttribution

_SURE_OF_STANCE = 0.6
"""From which probability on a stance other than asserted is believed of a cue."""


def attributions_of(
    reading: TextReading,
    tables: PairTables,
    decoding: Decoding,
    ruled: Sequence[FoundAttribution] = (),
) -> tuple[FoundAttribution, ...]:
    """Return the attributions of a text, in order of their cues.

    Args:
        reading: what the heads say of the text.
        tables: weights of pair scores.
        decoding: thresholds.
        ruled: attributions found by rules; the stance of their cue words is kept.
    """
    cues = reading.spans("cue", decoding.tag("cue"))
    sources = reading.spans("source", decoding.tag("source"))
    contents = reading.spans("content", decoding.tag("content"))
    of_source = _best(reading, tables, cues, sources, "source", decoding)
    of_content = _best(reading, tables, cues, contents, "content", decoding)
    return tuple(
        FoundAttribution(
            cue=Span(cue.start, cue.end),
            source=_span(of_source[at]),
            content=_span(of_content[at]),
            stance=_stance(reading, cue, ruled),
        )
        for at, cue in enumerate(cues)
    )


def _span(found: FoundSpan | None) -> Span | None:
    return None if found is None else Span(found.start, found.end)


def _best(
    reading: TextReading,
    tables: PairTables,
    cues: Sequence[FoundSpan],
    others: Sequence[FoundSpan],
    tag: str,
    decoding: Decoding,
) -> list[FoundSpan | None]:
    """Return, for each cue, the span that belongs to it most surely, if any does."""
    if len(others) == 0:
        return [None] * len(cues)
    chances = probability(
        pair_logits(
            tables.link,
            reading.link,
            reading,
            [(cue, "cue") for cue in cues],
            [(one, tag) for one in others],
        )
    )
    best = chances.argmax(axis=1)
    return [
        others[int(at)] if chances[row, at] >= decoding.link(tag) else None
        for row, at in enumerate(best)
    ]


def _stance(reading: TextReading, cue: FoundSpan, ruled: Sequence[FoundAttribution]) -> Stance:
    for one in ruled:
        if one.cue.start < cue.end and cue.start < one.cue.end:
            return one.stance
    told = reading.mean_class("stance", cue.start, cue.end)
    at = int(np.argmax(told))
    return STANCES[at] if told[at] >= _SURE_OF_STANCE else Stance.ASSERTED
