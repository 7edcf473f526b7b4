"""Of places of two areas in one sentence, the one told in the clause of the incident."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recount.model import Account, Link, Span
from recount.resolve.context import Context

_BARRIER = re.compile(
    r"[;:]|,(?!\d)|\b(?:after|before|when|while|where|since|and|but|as|who|which|whose|because|"
    r"although|then)\b",
    re.IGNORECASE,
)
"""What divides clauses; each one between two words takes them further apart."""
_CHAIN = re.compile(
    r"(?:['’]s)?[\s,(]*(?:(?:in|of|near|the|and|a|\w+ern|province|district|city|town|"
    r"village|region|state|capital)[\s,]+){0,5}",
    re.IGNORECASE,
)
"""What stands between a place and the area around it."""


def told_nearest(context: Context, account: Account, group: Sequence[Link]) -> list[Link]:
    """Return the links to places of one sentence that tell where the account's words are set.

    Where the places agree all are kept, and where no word of the incident stands in the
    sentence, too.
    """
    sentence = context.sentence_at(group[0].mention.start)
    triggers = [t.span for t in account.triggers if sentence.start <= t.start < sentence.end]
    spans = [link.mention.span for link in group]
    if len(triggers) == 0 or not any(context.places.are_apart(spans[0], s) for s in spans[1:]):
        return list(group)
    far = [min(_barriers(context.text, span, t) for t in triggers) for span in spans]
    kept = {at for at, count in enumerate(far) if count == min(far)}
    kept = _first_behind(context, spans, kept, triggers)
    kept |= {at for at in range(len(spans)) if _chained(context.text, spans, at, kept)}
    return [link for at, link in enumerate(group) if at in kept]


def _first_behind(
    context: Context, spans: list[Span], kept: set[int], triggers: Sequence[Span]
) -> set[int]:
    """Of places of two areas in one clause, return the first one behind each of the words.

    All are returned where the clause names none behind them.
    """
    told = sorted(kept)
    if not any(context.places.are_apart(spans[told[0]], spans[at]) for at in told[1:]):
        return kept
    behind = [[at for at in told if spans[at].start >= t.end] for t in triggers]
    first = {min(found, key=lambda at: spans[at].start) for found in behind if len(found) > 0}
    return first or kept


def _barriers(text: str, one: Span, other: Span) -> int:
    low, high = min(one.end, other.end), max(one.start, other.start)
    return len(_BARRIER.findall(text, low, high)) if low < high else 0


def _chained(text: str, spans: Sequence[Span], at: int, kept: set[int]) -> bool:
    """Whether a place stands right beside one that is kept, as its area or inside it."""
    for other in kept:
        first, last = sorted((spans[at], spans[other]), key=lambda span: span.start)
        if first.end <= last.start and _CHAIN.fullmatch(text, first.end, last.start):
            return True
    return False
