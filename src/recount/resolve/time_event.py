"""Times counted from an event that is named after them: "three days after a bomb killed six".

Two days are in such words: that of the event told before them, and that of the event they name.
Which of the two an account has depends on the side of the words on which its trigger stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from recount.model import (
    Account,
    DatePrecision,
    DateValue,
    Link,
    LinkRole,
    Publication,
    Resolved,
    Span,
    SpanRole,
    Unknown,
)
from recount.resolve.time_absolute import known, unknown
from recount.resolve.time_relative import from_value
from recount.resources.grammar import Relation, TimeExpression, TimeKind
from recount.resources.grammar.time_tense import AGENDA_NOUNS

Range = tuple[int, int]
_CLAUSE = 90
"""Characters after the words within which the day of the event they name stands."""
_TOLD = re.compile(
    r"\s+(?:the|this|that|these|those|such|his|her|its|their|he|she|it|they|being)\b", re.IGNORECASE
)
"""Words that open the name of an event told before ("after the raid", "after his arrest")."""
_TAKEN_UP = re.compile(r"\s*[\"“]?(?:the|this|that|these|those|it|both)\b", re.IGNORECASE)
_OPENING = re.compile(
    r"\W*(?:(?:and|but|then|just|only|barely|scarcely|some|about|around|nearly)\s+){0,2}",
    re.IGNORECASE,
)
_OPENS_DAY = re.compile(r"\W*(?:(?:and|but|then|early|late)\s+){0,2}(?:on\s+)?", re.IGNORECASE)
_NO_LONGER = re.compile(
    r"[;:]|,(?!\s*(?:\w+ing\b|(?:in\s+|of\s+)?(?:which|who|whom|when|where)\b))", re.IGNORECASE
)
"""Marks behind which a sentence goes back from the event named to its main clause."""
_SIDE = re.compile(r",\s*(?:in\s+|of\s+)?(?:which|who|whom|when|where|that)\b", re.IGNORECASE)
"""Words behind a comma that go on about the event just named."""
_DAYS = frozenset(
    {TimeKind.DAY, TimeKind.WEEKDAY, TimeKind.RELATIVE_PUBLICATION, TimeKind.NAMED_DAY}
)


def is_counted_from_event(time: TimeExpression) -> bool:
    """Whether an expression counts from an event that is named after it."""
    return time.relation is Relation.EVENT


def day_of_event(
    text: str, time: TimeExpression, times: Iterable[TimeExpression]
) -> TimeExpression | None:
    """Return the day told in the clause of the event ("after a bomb on 5 May killed six")."""
    for other in times:
        if other.start < time.end or other.kind not in _DAYS or other.relation is not None:
            continue
        between = text[time.end : other.start]
        if len(between) > _CLAUSE or re.search(r"[.;:!?,\n]", between) is not None:
            return None
        return other
    return None


def names_told_event(text: str, time: TimeExpression) -> bool:
    """Whether the event is one told before, whose day the last dated incident's may be.

    That which is fixed beforehand is not ("two days before the vote").
    """
    if time.direction < 0:
        head = re.split(r"[.;:!?,]", text[time.end : time.end + _NAME], maxsplit=1)[0]
        if not _COMING.isdisjoint(re.findall(r"[a-z]+", head.lower())):
            return False
    return _TOLD.match(text, time.end) is not None


_NAME = 50
"""Characters after the words within which the name of the event stands."""
_COMING = AGENDA_NOUNS - {"strike"}
_OWN = 60
"""Characters before the words within which the day of the event itself is told."""
_OWN_CLAUSE = 160
"""The same, where the words stand behind a comma and so belong to all of the clause."""
_BESIDE = re.compile(
    r",?\s*\(?(?:just|only|about|nearly|almost|exactly|less than|more than|some)?\s*"
)


def own_day(
    text: str, time: TimeExpression, times: Iterable[TimeExpression]
) -> TimeExpression | None:
    """Return the day told before in the sentence ("on Friday gunmen hit Osk two days after X")."""
    before = [t for t in times if t.end <= time.start and t.kind in _DAYS and t.relation is None]
    day = before[-1] if len(before) > 0 else None
    if day is None:
        return None
    between = text[day.end : time.start]
    beside = between.rstrip().endswith(",")
    if len(between) > (_OWN_CLAUSE if beside else _OWN):
        return None
    return None if re.search(r"[.;:!?]|\n\s*\n", between) is not None else day


def day_beside(
    text: str, time: TimeExpression, told: Sequence[TimeExpression]
) -> TimeExpression | None:
    """Return the day that stands right before counted words ("On Friday, two days later, he")."""
    day = told[-1] if len(told) > 0 else None
    if day is None or time.kind is not TimeKind.RELATIVE_NARRATIVE or day.kind not in _DAYS:
        return None
    if time.relation not in (None, Relation.EVENT) or time.direction == 0 or time.part == "nth":
        return None
    between = text[day.end : time.start]
    marked = between.lstrip().startswith((",", "("))
    return day if marked and _BESIDE.fullmatch(between) is not None else None


def not_after(
    resolved: Resolved[DateValue], publication: Publication, time: TimeExpression
) -> Resolved[DateValue]:
    """Return a counted time without days after publication: what is told has been."""
    value, end = resolved.value, publication.end
    if isinstance(value, Unknown) or end is None or value.end <= end or _looks_ahead(time):
        return resolved
    if value.start > end:
        return unknown(f"it would be after publication: {time.words}")
    if value.precision is not DatePrecision.RANGE:
        return resolved
    precision = DatePrecision.DAY if value.start == end else DatePrecision.RANGE
    return replace(resolved, value=DateValue(value.start, end, precision))


def _looks_ahead(time: TimeExpression) -> bool:
    """Whether a time, or the day that it counts from, is to come ("the day after tomorrow")."""
    return time.future or (time.inner is not None and time.inner.direction > 0)


@dataclass(frozen=True, slots=True)
class EventTimes:
    """The expressions of a document that count from an event, with what tells of both days."""

    text: str
    counted: Mapping[Range, TimeExpression]
    sentences: Sequence[Span]
    accounts: Sequence[Account]
    times: Mapping[Range, Resolved[DateValue]]

    def day_for(self, account: Account, link: Link) -> Resolved[DateValue] | None:
        """Return the day that a counted time gives an account, or ``None`` for any other time.

        An account told before the words has the event's day and so long after (or before) it;
        the event named in them has the other's day, less so long.
        """
        time = self.counted.get((link.mention.start, link.mention.end))
        if time is None:
            return self._counted_back(account, link)
        sentence = next((s for s in self.sentences if s.start <= time.start < s.end), None)
        side = None if sentence is None else _side(account, sentence, time)
        if sentence is None or side is None:
            return None
        if side > 0 and self._opens_main_clause(account, sentence, time):
            base = self._last_day(sentence)
            return None if base is None else _counted(time, base, time.words)
        if side > 0:
            base = (
                self._day_told(account, sentence, time, -1)
                or self._day_before(sentence, time)
                or self._day_beside(sentence, time)
            )
            return _counted(replace(time, direction=-time.direction), base, time.words)
        base = self._day_told(account, sentence, time, 1)
        return None if base is None else _counted(time, base, time.words)

    def _counted_back(self, account: Account, link: Link) -> Resolved[DateValue] | None:
        """Return the day of an event that is counted to the day of the words before it.

        "Families dug graves on Sunday, three days after gunmen swept through": Sunday is that of
        the graves, and the gunmen's day lies three before it.
        """
        day = link.mention
        sentence = next((s for s in self.sentences if s.start <= day.start < s.end), None)
        if sentence is None:
            return None
        for time in self.counted.values():
            if not day.end <= time.start < sentence.end or time.direction <= 0:
                continue
            beside = self._day_beside(sentence, time)
            if beside is None or beside[1].start != day.start:
                continue
            if self._is_named_behind(account, sentence, time, day.start):
                return _counted(replace(time, direction=-time.direction), beside, time.words)
        return None

    def _is_named_behind(
        self, account: Account, sentence: Span, time: TimeExpression, day: int
    ) -> bool:
        """Whether an account is the event named behind counted words, not the main clause."""
        starts = [t.start for t in account.triggers if time.end <= t.start < sentence.end]
        if len(starts) == 0:
            return False
        between = self.text[time.end : min(starts)]
        if _OPENS_DAY.fullmatch(self.text, sentence.start, day) is not None:
            return re.search(r"[,;:]", between) is None
        leaves = _NO_LONGER.search(self.text, time.end, sentence.end)
        return leaves is None or leaves.start() >= min(starts)

    def _day_beside(self, sentence: Span, time: TimeExpression) -> tuple[DateValue, Span] | None:
        """Return the day that stands right before counted words ("on Sunday, a day after")."""
        for (start, end), resolved in self.times.items():
            value = resolved.value
            if not sentence.start <= start < end <= time.start or isinstance(value, Unknown):
                continue
            if value.precision is DatePrecision.DAY and _BESIDE.fullmatch(
                self.text, end, time.start
            ):
                return value, Span(start, end, SpanRole.ANCHOR)
        return None

    def _day_told(
        self, account: Account, sentence: Span, time: TimeExpression, side: int
    ) -> tuple[DateValue, Span] | None:
        """Return the day of an account whose trigger stands on the given side of the words."""
        for other in self.accounts:
            if other.id != account.id and _side(other, sentence, time) == side:
                for day in self._own_days(other):
                    return day
        return None

    def _own_days(self, account: Account) -> Iterable[tuple[DateValue, Span]]:
        for link in account.links:
            at = (link.mention.start, link.mention.end)
            if link.role is not LinkRole.DATE or at in self.counted or at not in self.times:
                continue
            value = self.times[at].value
            if isinstance(value, DateValue) and value.precision is DatePrecision.DAY:
                yield value, Span(*at, SpanRole.ANCHOR)

    def _opens_main_clause(self, account: Account, sentence: Span, time: TimeExpression) -> bool:
        """Whether the words and the name of an event told open a sentence about an account.

        "Hours after the explosion, gunmen shot two": the shooting is not that event.
        """
        opens = _OPENING.fullmatch(self.text, sentence.start, time.start) is not None
        if not opens or not names_told_event(self.text, time):
            return False
        starts = [t.start for t in account.triggers if time.end <= t.start < sentence.end]
        comma = self.text.find(",", time.end, min(starts, default=time.end))
        return comma >= 0 and _SIDE.match(self.text, comma) is None

    def _last_day(self, sentence: Span) -> tuple[DateValue, Span] | None:
        """Return the day of the last incident told before a sentence."""
        days = [
            day
            for account in self.accounts
            for day in self._own_days(account)
            if day[1].end <= sentence.start
        ]
        return max(days, key=lambda day: day[1].start, default=None)

    def _day_before(self, sentence: Span, time: TimeExpression) -> tuple[DateValue, Span] | None:
        """Return the day of the last incident told before, where the sentence takes it up."""
        if _TAKEN_UP.match(self.text, sentence.start, time.start) is None:
            return None
        return self._last_day(sentence)


def _side(account: Account, sentence: Span, time: TimeExpression) -> int | None:
    """Return -1 or 1 for an account told before or after the words, ``None`` if elsewhere."""
    for trigger in account.triggers:
        if sentence.start <= trigger.start and trigger.end <= time.start:
            return -1
        if time.end <= trigger.start and trigger.end <= sentence.end:
            return 1
    return None


def _counted(
    time: TimeExpression, base: tuple[DateValue, Span] | None, words: str
) -> Resolved[DateValue]:
    if base is None:
        return unknown(f"counts from an event whose day is not told: {words}")
    value = from_value(time, base[0])
    if value is None or isinstance(value, Unknown):
        return unknown(f"the other event's day is too vague to count from: {words}")
    found = known(value, f"counted from the other event's {base[0].start}", confidence=0.85)
    return replace(found, spans=(base[1],))
