"""The month or season of an issue that the head of a magazine names: "Autumn 2031".

It says when the text appeared as exactly as the page tells, and gives "last August" its year.
"""

from __future__ import annotations

from collections.abc import Sequence

from recount.model import Segment
from recount.resolve.head_line import head_lines, is_furniture
from recount.resolve.period import names_period
from recount.resources.grammar import TimeExpression, TimeKind

_ISSUES = frozenset({TimeKind.MONTH, TimeKind.SEASON})


def issue_of(
    text: str, segments: Sequence[Segment], times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """Return the month or season that a line of the head names as the issue's, if any.

    A bulletin names what it tells of in that manner ("Monthly bulletin, May 2031"), and not
    when it appeared.

    Args:
        text: the whole text.
        segments: its segments.
        times: the expressions of the head, in order.

    >>> from recount.resources.grammar import find_times
    >>> from recount.model import Segment, SegmentKind
    >>> line = "No. 58 - Autumn 2031"
    >>> issue_of(line, [Segment(0, SegmentKind.HEADING, 0, len(line))], find_times(line)).words
    'Autumn 2031'
    """
    issues = [t for t in times if t.kind in _ISSUES and t.year is not None and t.relation is None]
    for line in head_lines(text, segments):
        held = [time for time in issues if line.start <= time.start and time.end <= line.end]
        if len(held) != 1:
            continue
        rest = f"{text[line.start : held[0].start]} {text[held[0].end : line.end]}"
        if not names_period(rest) and is_furniture(text, line, held[0]):
            return held[0]
    return None
