"""Figures of people: what the heads tag and what the rules find, put together.

The rules know how a number stands to "killed" and "wounded"; the heads know people told
without a number, in words no list has, and which incident a figure belongs to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recount.extract.learned.settings import Decoding
from recount.extract.rules.counts import FoundCount, find_counts
from recount.extract.rules.scan import Sentence
from recount.resources.encoder.reading import FoundSpan, TextReading

COUNT_TAGS = ("killed", "wounded", "casualties", "missing", "abducted", "arrested", "displaced")
_LEAST = 0.2
"""From which mean probability on the heads let a figure of the rules stand."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Words that hold a figure or name those counted, under one tag."""

    tag: str
    span: FoundSpan
    part: bool = False
    further: bool = False


def find_figures(
    text: str, sentences: Sequence[Sentence], reading: TextReading, decoding: Decoding
) -> tuple[Figure, ...]:
    """Return the figures of a text, in order; no words stand under two tags.

    Args:
        text: the document's text.
        sentences: its sentences with what the finders found.
        reading: what the heads say of them.
        decoding: thresholds.
    """
    tagged = _tagged(reading, decoding)
    ruled = [
        figure
        for sentence in sentences
        for count in find_counts(text, sentence, sentence.start, sentence.end)
        if (figure := _ruled(reading, count)) is not None
    ]
    kept = [figure for figure in ruled if not _contradicted(figure, tagged)]
    fresh = [one for one in tagged if not any(_overlap(one.span, two.span) for two in kept)]
    return tuple(sorted([*kept, *fresh], key=lambda f: (f.span.start, f.span.end, f.tag)))


def _tagged(reading: TextReading, decoding: Decoding) -> list[Figure]:
    found = [
        Figure(tag, span)
        for tag in COUNT_TAGS
        for span in reading.spans(tag, decoding.tag(tag), split=False)
    ]
    return [
        one
        for one in found
        if not any(
            other is not one
            and _overlap(one.span, other.span)
            and (other.span.score, other.tag) > (one.span.score, one.tag)
            for other in found
        )
    ]


def _ruled(reading: TextReading, count: FoundCount) -> Figure | None:
    start, end = count.span.start, count.span.end
    first, last = reading.token_range(start, end)
    score = reading.mean_inside(count.role.value, start, end)
    if score < _LEAST:
        return None
    span = FoundSpan(start, end, first, last, max(score, 0.5))
    return Figure(count.role.value, span, count.part, count.further)


def _contradicted(figure: Figure, tagged: Sequence[Figure]) -> bool:
    """Whether the heads are surer that the words mean something else."""
    return any(
        one.tag != figure.tag
        and _overlap(one.span, figure.span)
        and one.span.score > figure.span.score + _MARGIN
        for one in tagged
    )


_MARGIN = 0.15
"""By how much the heads must be surer of another tag than of the rules'."""


def _overlap(one: FoundSpan, other: FoundSpan) -> bool:
    return one.start < other.end and other.start < one.end
