"""Figures of people: what the heads tag and what the rules find, put together.

The rules know how a number stands to "killed" and "wounded"; the heads know people told
without a number, in words no list has, and which incident a figure belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from recount.extract.learned.settings import Decoding
from recount.extract.rules.counts import FoundCount, find_counts
from recount.extract.rules.number_of_people import is_retracted
from recount.extract.rules.scan import Sentence, overlaps
from recount.resources.encoder.reading import FoundSpan, TextReading
from recount.resources.grammar.months import MONTH
from recount.resources.grammar.quantity import Quantity, QuantityKind
from recount.resources.grammar.small_numbers import SMALL_NUMBERS

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
    tagged = _tagged(text, sentences, reading, decoding)
    ruled = [
        figure
        for sentence in sentences
        for count in find_counts(text, sentence, sentence.start, sentence.end)
        if (figure := _ruled(reading, count)) is not None
    ]
    kept = [
        _whole_list(text, figure, tagged) for figure in ruled if not _contradicted(figure, tagged)
    ]
    fresh = [one for one in tagged if not any(overlaps(one.span, two.span) for two in kept)]
    return tuple(sorted([*kept, *fresh], key=lambda f: (f.span.start, f.span.end, f.tag)))


def _tagged(
    text: str, sentences: Sequence[Sentence], reading: TextReading, decoding: Decoding
) -> list[Figure]:
    numbers = [q for s in sentences for q in s.quantities if q.kind in _OF_PEOPLE]
    found = [
        Figure(tag, _widened(text, reading, span, numbers))
        for tag in COUNT_TAGS
        for span in reading.spans(tag, decoding.tag(tag), split=False)
        if _LED_AWAY.search(text, max(0, span.start - _LED_REACH), span.start) is None
        if not any(n.number_start <= span.start and span.end < n.number_end for n in numbers)
    ]
    return [
        one
        for one in found
        if not is_retracted(text, one.span.start)
        and not any(
            other is not one
            and overlaps(one.span, other.span)
            and (other.span.score, other.tag) > (one.span.score, one.tag)
            for other in found
        )
    ]


_LED_AWAY = re.compile(
    r"\b(?:took|taking|led|leading|marched|dragged|drove|carried|whisked)\s+(?:away|off)\s+$",
    re.IGNORECASE,
)
"""Words before those who were taken: nobody is hurt by that."""
_LED_REACH = 30
_OF_PEOPLE = frozenset({QuantityKind.PEOPLE, QuantityKind.FIGHTERS, QuantityKind.UNKNOWN})
_HYPHENATED = re.compile(r"[\w’'-]*\w-$")
_HYPHENS = re.compile(r"(?:-[\w’']+)+")
_LONGEST = 40
"""Characters of a word with hyphens that are looked at."""


def _widened(
    text: str, reading: TextReading, span: FoundSpan, numbers: Sequence[Quantity]
) -> FoundSpan:
    """Take in the number that the tagged noun belongs to, and the word that it is cut from."""
    start = span.start
    for number in numbers:
        if number.start < start < number.end:
            start = number.start
    cut = _HYPHENATED.search(text, max(0, start - _LONGEST), start)
    start = start if cut is None else cut.start()
    rest = _HYPHENS.match(text, span.end)
    end = span.end if rest is None else rest.end()
    if (start, end) == (span.start, span.end):
        return span
    return FoundSpan(start, end, *reading.token_range(start, end), span.score)


def _ruled(reading: TextReading, count: FoundCount) -> Figure | None:
    start, end = count.span.start, count.span.end
    first, last = reading.token_range(start, end)
    score = reading.mean_inside(count.role.value, start, end)
    if score < _LEAST:
        return None
    span = FoundSpan(start, end, first, last, max(score, 0.5))
    return Figure(count.role.value, span, count.part, count.further)


_LAST_ITEM = re.compile(
    r"\s*(?:(?:an?|the|his|her|their|its|one|another|at least|some|about|\d[\d,]*|"
    rf"{SMALL_NUMBERS})\s+\w|(?:[A-ZÀ-Þ][\w.’'-]*\s+){{1,3}}[A-ZÀ-Þ])"
)
"""How the last of a list begins; bare words tell what somebody is ("a teacher and mother")."""
_AND = re.compile(r"\band\b|&", re.IGNORECASE)
_AGES = re.compile(
    r"\bage[sd]?\s+\d{1,3}(?:,|\s+and)\s+\d|(?:\band\b|,)\s+\d{1,3}\W*$", re.IGNORECASE
)
_ONE = re.compile(r",?\s+(?:was|is|has been)\b")
"""A verb behind one person."""
_NEXT_CLAUSE = re.compile(
    r"(?:,\s+[^,.\n]{1,40},)?\s+(?!(?:killed|wounded|injured|shot|dead|stabbed|murdered|hurt|died|"
    r"executed|perished|slain|beheaded|abducted|kidnapped|arrested|detained|displaced)\b|"
    r"(?:had|has|have)\s+(?:been|died|perished)\b)"
    r"(?:[a-z]+ed|said|says|told|had|has|is|will|did|went|took|made)\b"
)
"""A verb behind the last of a list, who is then the subject of another clause."""
_NAME = re.compile(r"[A-ZÀ-Þ][\w.’'-]*(?:\s+[A-ZÀ-Þ][\w.’'-]*)*\s*")
_NAME_BEFORE = re.compile(
    rf"(?<!\bIn )(?<!\bOn )(?<!\bAt )(?<!\bNear )\b(?!{MONTH}|\w+day\b)[A-ZÀ-Þ][\w’'-]+,\s+$"
)
_WHAT = re.compile(r",\s+(?:an?|the)\s")
_MORE_OF_A_LIST = re.compile(rf",\s+(?:his|her|their|another|\d|{SMALL_NUMBERS}\b)", re.IGNORECASE)


def _whole_list(text: str, figure: Figure, tagged: Sequence[Figure]) -> Figure:
    """Return a figure of the rules with the whole list that the heads mark around it.

    Of "killed an elder, his wife and two sons" the rules read the first.
    """
    own = figure.span
    for one in tagged:
        if figure.part or one.tag != figure.tag or not _holds(one.span, own):
            continue
        if _is_list(text, own, one.span):
            return replace(figure, span=one.span)
    return figure


def _is_list(text: str, own: FoundSpan, mark: FoundSpan) -> bool:
    """Whether marked words go on from the people of a figure to others."""
    rest = f"{text[mark.start : own.start]} {text[own.end : mark.end]}"
    joints = list(_AND.finditer(text, mark.start, mark.end))
    if len(joints) == 0 or _AND.search(rest) is None or _AGES.search(rest) is not None:
        return False
    if _LAST_ITEM.match(text, joints[-1].end(), mark.end) is None:
        return False
    if _ONE.match(text, mark.end) is not None or _NEXT_CLAUSE.match(text, mark.end) is not None:
        return False
    return not _is_told_what(text, own, mark)


def _is_told_what(text: str, own: FoundSpan, mark: FoundSpan) -> bool:
    """Whether a name is followed by what it stands for ("Ana Vell, a mother and a nurse")."""
    if _NAME_BEFORE.search(text[max(0, mark.start - _LONGEST) : mark.start]) is not None:
        return True
    named = _NAME.fullmatch(text, own.start, own.end) is not None
    told = named and _WHAT.match(text, own.end, mark.end) is not None
    return told and _MORE_OF_A_LIST.search(text, own.end, mark.end) is None


def _holds(outer: FoundSpan, inner: FoundSpan) -> bool:
    longer = outer.end - outer.start > inner.end - inner.start
    return longer and outer.start <= inner.start and inner.end <= outer.end


def _contradicted(figure: Figure, tagged: Sequence[Figure]) -> bool:
    """Whether the heads are surer that the words mean something else."""
    return any(
        one.tag != figure.tag
        and overlaps(one.span, figure.span)
        and one.span.score > figure.span.score + _MARGIN
        for one in tagged
    )


_MARGIN = 0.15
"""By how much the heads must be surer of another tag than of the rules'."""
