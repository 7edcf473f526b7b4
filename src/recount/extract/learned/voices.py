"""Who says what, from the heads: each cue with the source and the content that belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

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
    cues = whole_cues(reading, reading.spans("cue", decoding.tag("cue")))
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
        if (not _only_helps(reading.text, cue) or _has_own(of_content, at))
        and not _says_itself(of_source[at], of_content[at])
    )


def _says_itself(source: FoundSpan | None, content: FoundSpan | None) -> bool:
    """Whether one wording is source and content: "known as Merin" names somebody."""
    if source is None or content is None:
        return False
    return (source.start, source.end) == (content.start, content.end)


def _only_helps(text: str, cue: FoundSpan) -> bool:
    """Whether words only help a verb ("has", "also"): no cue, unless they alone have content."""
    return _ONLY_HELPS.fullmatch(text, cue.start, cue.end) is not None


def _has_own(contents: Sequence[FoundSpan | None], at: int) -> bool:
    return contents[at] is not None and contents.count(contents[at]) == 1


def whole_cues(reading: TextReading, cues: Sequence[FoundSpan]) -> list[FoundSpan]:
    """Return cues as whole verb groups: pieces of one joined, "asked" with its "about"."""
    joined: list[FoundSpan] = []
    for cue in cues:
        last = joined[-1] if joined else None
        if last is not None and _BETWEEN.fullmatch(reading.text, last.end, cue.start):
            joined[-1] = _to(reading, last, cue.end)
        else:
            joined.append(cue)
    return [_with_preposition(reading, cue) for cue in joined]


_BETWEEN = re.compile(r"\s+(?:(?:to|be|been|not|also)\s+)?", re.IGNORECASE)
"""What may stand between two pieces of a verb group ("continued to call")."""
_ONLY_HELPS = re.compile(
    r"(?:(?:also|about|is|are|was|were|be|been|has|have|had|do|does|did|would|will|could|can|may|"
    r"might|should|now|only|not|up|clear|made|still|then|even|just)\b\s*)+",
    re.IGNORECASE,
)
_TAKES_ABOUT = re.compile(
    r".*\b(?:ask(?:s|ed|ing)?|talk(?:s|ed|ing)?|sp(?:eaks?|oke|eaking)|wondering)",
    re.IGNORECASE | re.DOTALL,
)
_ABOUT = re.compile(r"\s+(?:about|for)\b", re.IGNORECASE)


def _with_preposition(reading: TextReading, cue: FoundSpan) -> FoundSpan:
    if _TAKES_ABOUT.fullmatch(reading.text, cue.start, cue.end) is None:
        return cue
    after = _ABOUT.match(reading.text, cue.end)
    return cue if after is None else _to(reading, cue, after.end())


def _to(reading: TextReading, span: FoundSpan, end: int) -> FoundSpan:
    """Return a span that goes on to another end."""
    return replace(span, end=end, last=reading.token_range(span.start, end)[1])


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
