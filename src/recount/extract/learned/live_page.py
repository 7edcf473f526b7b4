"""Live pages, whose entries are stamped with an hour alone: what one tells happened that day.

"11:20 Three shells have landed on the airstrip" under "Monday 4 May 2031" needs no word for its
day. An entry that names another day ("the last bomb here was in June") keeps it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recount.extract.learned.entry_days import names_no_day
from recount.extract.rules.scan import Scan
from recount.model import Account, Link, LinkRole, Mention, MentionRole
from recount.resources.grammar import TimeExpression, TimeKind
from recount.resources.grammar.time_listed import STAMP
from recount.resources.grammar.times import find_times

_STAMPED = 0.6
"""Confidence that the day of a live page is that of what an entry tells."""


def with_stamps(scan: Scan, accounts: Sequence[Account]) -> list[Account]:
    """Return the accounts, those that no words of their own entry date with its stamp.

    Args:
        scan: the text.
        accounts: its accounts.
    """
    times = find_times(scan.document.text)
    stamps = [t for t in times if t.kind is TimeKind.TIME_OF_DAY and t.part == STAMP]
    if len(stamps) == 0:
        return list(accounts)
    vague = frozenset((t.start, t.end) for t in times if names_no_day(t))
    return [_stamped(account, stamps, vague) for account in accounts]


def _stamped(
    account: Account, stamps: Sequence[TimeExpression], vague: frozenset[tuple[int, int]]
) -> Account:
    at = account.triggers[0].start
    above = [stamp for stamp in stamps if stamp.end <= at]
    if len(above) == 0:
        return account
    stamp = above[-1]
    days = [link for link in account.links if link.role is LinkRole.DATE]
    below = [other.start for other in stamps if other.start > at]
    end = below[0] if len(below) > 0 else None
    told = [one for one in days if (one.mention.start, one.mention.end) not in vague]
    if any(not one.inherited or _is_within(one, stamp, end) for one in told):
        return account
    mention = Mention(stamp.start, stamp.end, MentionRole.TIME)
    link = Link(LinkRole.DATE, mention, inherited=True, confidence=_STAMPED)
    return replace(account, links=(link, *account.links))


def _is_within(link: Link, stamp: TimeExpression, end: int | None) -> bool:
    at = link.mention.start
    return stamp.end <= at and (end is None or at < end)
