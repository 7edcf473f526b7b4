"""The day that opens a stretch and is that of an incident: "since 4 May, when six were shot"."""

from __future__ import annotations

import re
from dataclasses import replace

from recount.model import Account, DatePrecision, DateValue, Link, Resolved

_SINCE = re.compile(r"since\b", re.IGNORECASE)
_WHEN = re.compile(r"[\s,(–—-]+(?:when|on which|the day)\b", re.IGNORECASE)
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\b(?!\d)|day\b")
_STOP = re.compile(r"[.!?]\s")
_CLAUSE = 200
"""Characters behind the day within which its incident is told."""


def opening_day(
    text: str, account: Account, link: Link, resolved: Resolved[DateValue] | None
) -> Resolved[DateValue] | None:
    """Return the first day of a stretch as that of an account told in the clause behind it.

    Args:
        text: the document's text.
        account: what the stretch is linked to.
        link: the link.
        resolved: what the words of the stretch mean.
    """
    mention = link.mention
    if resolved is None or not isinstance(resolved.value, DateValue):
        return None
    if _SINCE.match(text, mention.start) is None or _WHEN.match(text, mention.end) is None:
        return None
    stop = _STOP.search(text, mention.end)
    end = min(mention.end + _CLAUSE, len(text) if stop is None else stop.start())
    if not any(mention.end <= trigger.start < end for trigger in account.triggers):
        return None
    if _DAY.search(text, mention.start, mention.end) is None:
        return None
    day = DateValue(resolved.value.start, resolved.value.start, DatePrecision.DAY)
    reasons = (*resolved.reasons, "what is told of the day that the stretch begins with")
    return replace(resolved, value=day, reasons=reasons)
