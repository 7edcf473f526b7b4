"""Openings of paragraphs that say where and when what follows was ("3 May, Osset. Gunmen …").

Logs, bulletins and round-ups set each item under such words, which are no sentence: the date,
then the place from the small to the large or from the large to the small ("Velmar, Osk, near
Tarn."). One alone in a text is a dateline; two make a list.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recount.model import Span
from recount.resources.gazetteer import PlaceName, level_words

_LEAST = 2
"""Openings that make a list; one may be where the report was filed."""
_BULLET = re.compile(r"[^\w\n]{0,6}(?:\(?(?:\d{1,2}|[a-z])[.)]\s+)?")
_PIECE = re.compile(
    r"(?P<words>[^.,:;|()\n]{1,60}?)\s*(?P<bracket>\([^()\n]{2,40}\))?"
    r"(?P<end>[.,:]\s+|\s+[-–—|]+\s+)"
)
"""A few words with the sign that ends them."""
_DATE_WORD = (
    r"(?:\d{1,4}(?:st|nd|rd|th|[.:]\d\d)?(?:h|am|pm)?|mon(?:day)?|tue(?:s(?:day)?)?|"
    r"wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|"
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|the|same|next|following|"
    r"early|late|night|morning|afternoon|evening|dawn|noon|midnight|days?|weeks?|months?|years?|"
    r"later|earlier|before|after|previous|again|continued|cont(?:inue)?d|an?|one|two|three|four|"
    r"new year(?:'s)?|eve|[a-z]+ day|on|of|to|and|at)"
)
_DATE = re.compile(rf"\(?{_DATE_WORD}(?:[\s/–-]+{_DATE_WORD})*\)?", re.IGNORECASE)
_DATED = re.compile(
    rf"\(?{_DATE_WORD}(?:[\s/–-]+{_DATE_WORD})*\)?\s+(?=(?-i:[A-ZÀ-Þ]{{3,}})\b)", re.IGNORECASE
)
"""A date right before a place in capitals ("15/10 OSSET, Tarn.")."""
_CAPITALS = (
    r"(?:[Aa]l-|[Ee]l-)?[A-ZÀ-ÞĀ-Ɏ][\w'’]*"
    r"(?:(?:\s|[-–])(?:[A-ZÀ-ÞĀ-Ɏ][\w'’]*|(?:al|el|ad|as|ash|at|da|de|do|du|la|of|ez|es|on|sur)\b)){0,4}"
)
_NEAR = (
    r"(?:\d+\s*km\s+)?(?:near|outside|around|off|in|at|(?:north|south|east|west)\w*\s+of)\s+"
    r"(?:the\s+)?"
)
_ROADS = r"(?:highway|road|route|motorway|track)"
_AREA_WORDS = "|".join(sorted(map(re.escape, level_words()), key=len, reverse=True))
_PLACE = re.compile(
    rf"(?:{_NEAR}|the\s+)?(?P<name>{_CAPITALS})"
    rf"(?:(?P<road>\s+{_ROADS})|\s+(?:{_AREA_WORDS})){{0,2}}"
    rf"(?:\s+{_NEAR}(?P<by>{_CAPITALS}))?"
)
_SITE = re.compile(r"(?:the\s+)?[a-z]+(?:\s[a-z]+){0,2}")
"""A kind of site behind the town ("Osset, bus station.")."""
_FILED = re.compile(r"[A-ZÀ-Þ][^a-zß-ÿ,\n]+(?:,[^\n]{1,30})?\s+[-–—]+\s+")
"""A town in capitals and a dash: where a report was filed."""
_REST = 15
"""Characters that have to follow: what stands alone in its line is a heading."""
_BLANK_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Opening:
    """The names that open a paragraph, in the order of the text, and how far they hold."""

    names: tuple[Span, ...]
    start: int
    end: int
    """The end of the paragraph."""
    dated: bool = False
    """Whether a date stands before the names, so that they are of the one incident told."""


class Openings:
    """The openings of one text."""

    def __init__(self, text: str, names: Sequence[PlaceName]) -> None:
        listed = {name.start for name in names if not name.demonym}
        found = tuple(_openings(text, listed))
        self.all = found if len(found) >= _LEAST else ()
        self._starts = [one.start for one in self.all]

    def at(self, offset: int) -> Opening | None:
        """Return the opening of the paragraph that holds ``offset``, if it has one."""
        at = bisect_right(self._starts, offset) - 1
        return self.all[at] if at >= 0 and offset < self.all[at].end else None


def _openings(text: str, listed: set[int]) -> Iterator[Opening]:
    start = 0
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        names, dated = _names(text, start, stop, listed)
        if len(names) > 0:
            blank = _BLANK_LINE.search(text, stop)
            yield Opening(names, start, len(text) if blank is None else blank.start(), dated)
        start = stop + 1


def _names(text: str, start: int, stop: int, listed: set[int]) -> tuple[tuple[Span, ...], bool]:
    """The names that open a line, none where it begins otherwise, and whether a date does."""
    at = _skipped(text, start, stop)
    spans: list[Span] = []
    dated = closed = False
    while not (closed and spans):
        piece = _PIECE.match(text, at, stop)
        if piece is None:
            break
        closed = not piece["end"].startswith(",")
        told = None if _DATE.fullmatch(piece["words"]) else _spans(piece)
        behind = _DATED.match(piece["words"]) if told == [] and not spans else None
        if behind is not None:
            at, dated = piece.start("words") + behind.end(), True
            continue
        if told is None:
            dated = dated or not spans
        elif len(told) > 0:
            spans += told
        elif not spans or _SITE.fullmatch(piece["words"]) is None:
            return (), False
        at = piece.end()
    known = dated or any(span.start in listed for span in spans)
    if known and not dated and len(spans) == 1 and _FILED.fullmatch(text, spans[0].start, at):
        return (), False
    whole = closed and known and stop - at >= _REST
    return tuple(spans) if whole else (), dated


def _skipped(text: str, start: int, stop: int) -> int:
    bullet = _BULLET.match(text, start, stop)
    return start if bullet is None else bullet.end()


def _spans(piece: re.Match[str]) -> list[Span]:
    """The names of one piece: on a road only the place that it is told near."""
    found = _PLACE.fullmatch(piece["words"].rstrip())
    if found is None:
        return []
    at = piece.start("words")
    parts = ["by"] if found["by"] is not None and found["road"] is not None else ["name", "by"]
    spans = [Span(at + found.start(p), at + found.end(p)) for p in parts if found[p] is not None]
    if piece["bracket"] is not None:
        inside = re.match(_CAPITALS, piece["bracket"][1:])
        first = piece.start("bracket") + 1
        spans += [] if inside is None else [Span(first, first + inside.end())]
    return spans
