"""Figures whose words date them to a month or a year long before the incident of their account.

Reports recall what befell others before: "a July shooting left a clerk dead". The heads tell such
incidents apart where the words do; where they do not, the date shows it. It must be that of the
deed: a unit sent in March, a bridge built in 2019 and the worst attack since July say nothing of
when people died.
"""

from __future__ import annotations

import re
from datetime import timedelta

from recount.model import Account, DatePrecision, DateValue, LinkRole, Realis, Resolved, Span
from recount.resolve.context import Context
from recount.resolve.drafts import links_of

_LONG_AGO = timedelta(days=7)
"""How long before an incident a month or a year ends that is not the incident's own."""
_DAYS_AGO = timedelta(days=14)
"""How long before an incident a day is that is not the incident's own."""
_COARSE = frozenset({DatePrecision.MONTH, DatePrecision.YEAR})
_DATING = _COARSE | {DatePrecision.DAY}
_DEED = (
    r"(?:attacks?|shootings?|bombings?|raids?|ambush(?:es)?|blasts?|explosions?|massacres?|strikes?|"
    r"killings?|murders?|assassinations?|clash(?:es)?|incidents?|stabbings?)"
)
_OPENS = re.compile(
    r"\W*(?:(?:and|but|only|just|also|back|in|an?|the|another|one|similar|deadly|fatal|previous|"
    rf"earlier|separate|early|late|mid|{_DEED})\s+)*",
    re.IGNORECASE,
)
"""The start of a sentence up to a date that governs all of it."""
_CAPITALISED = r"[A-ZÀ-Þ][\w’'-]*"
_PLACE = (
    r"(?:\s+(?:in|at|on|near|of|outside)\s+(?:the\s+)?"
    rf"{_CAPITALISED}(?:\s+{_CAPITALISED})*)"
)
_IN = r"\s*(?:in|back in|during|early in|late in|of)?\s*"
_KILLED_IN = re.compile(
    r"(?:\s+(?:who|which|that|was|were|had been|have been|been|are|is|also|people|others))*"
    r"\s+(?:shot and killed|shot dead|killed|dead|died|murdered|slain|executed|massacred|"
    rf"assassinated|gunned down)(?:\s+(?:there|here|statewide|nationwide))?{_PLACE}?{_IN}",
)
"""What stands between people and the date of their death."""
_DEED_IN = re.compile(rf"\b(?i:{_DEED}){_PLACE}{{0,2}}{_IN}$")
"""A deed before its date ("a bombing of the cathedral in April")."""
_DEED_AFTER = re.compile(rf"\s+(?:[\w-]+\s+){{0,2}}?{_DEED}\b", re.IGNORECASE)
_WHEN = re.compile(r",?\s+(?:when|in which|which left|that left|which killed|that killed)\b")
_FOLLOWED = re.compile(
    r"\b(?:arrest\w*|jailed|sentenc\w*|convict\w*|charged|court|trial|tried|verdict|judges?|inquest|"
    r"anniversary|marked|commemorat\w*|remember\w*|memorial|pleaded|suspects?|inquiry|report)\b",
    re.IGNORECASE,
)
"""Words of what follows a deed, whose day is not the deed's."""


def is_of_other_time(context: Context, account: Account, span: Span, *, part: bool) -> bool:
    """Return whether months or years long before an account date a figure's deed.

    In "A man was hurt on Monday. In a July shooting a clerk died." the clerk's death is such.

    Args:
        context: the document.
        account: an account with days of its own.
        span: the words of its figure.
        part: whether the figure is a part of one told before it in its sentence.
    """
    sentence = context.sentence_at(span.start)
    dates = {
        at: found.value
        for at, found in context.times.items()
        if sentence.start <= at[0] and at[1] <= sentence.end and isinstance(found.value, DateValue)
    }
    if account.realis is not Realis.ACTUAL or len(dates) == 0:
        return False
    if any(value.precision not in _DATING for value in dates.values()):
        return False
    counted = [link.mention.start for link in links_of(account, LinkRole.KILLED)]
    elsewhere = any(not sentence.start <= start < sentence.end for start in counted)
    if sentence.start <= account.triggers[0].start < sentence.end and not elsewhere:
        return False
    if not any(_dates_deed(context.text, sentence, Span(*at), span, part=part) for at in dates):
        return False
    days = _days(context, account, sentence)
    last = max(value.end for value in dates.values())
    exact = any(value.precision not in _COARSE for value in dates.values())
    least = _DAYS_AGO if exact else _LONG_AGO
    return len(days) > 0 and all(day.start - last > least for day in days)


def _dates_deed(text: str, sentence: Span, at: Span, span: Span, *, part: bool) -> bool:
    """Whether a time says when the people of a figure were killed or hurt."""
    if _OPENS.fullmatch(text, sentence.start, at.start) is not None:
        return True
    if span.end <= at.start:
        return _KILLED_IN.fullmatch(text, span.end, at.start) is not None
    if part:
        before = re.search(
            r"\b(?:killed|dead|died|shot|hurt|wounded)\b", text[sentence.start : at.start]
        )
        return before is not None
    if _WHEN.match(text, at.end) is not None or _DEED_AFTER.match(text, at.end) is not None:
        return True
    return _DEED_IN.search(text[sentence.start : at.start]) is not None


def _days(context: Context, account: Account, but: Span) -> list[DateValue]:
    """Return the days of an account's own times outside a sentence, none of what followed."""
    found: list[DateValue] = []
    for link in links_of(account, LinkRole.DATE):
        resolved: Resolved[DateValue] | None = context.time_for(account, link)
        value = None if resolved is None else resolved.value
        told = context.sentence_text(link.mention.start)
        if not isinstance(value, DateValue) or value.precision in _COARSE:
            continue
        if but.start <= link.mention.start < but.end:
            continue
        if _FOLLOWED.search(told) is None:
            found.append(value)
    return found
