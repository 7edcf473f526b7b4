"""Figures of an account that count nobody of its incident: attempts, who fled, other times."""

from __future__ import annotations

import re

from recount.model import Account, Link, Property
from recount.resolve.context import Context
from recount.resolve.other_time import is_of_other_time

_HARM = frozenset({Property.KILLED, Property.WOUNDED})
_LOOK_BACK = 60
"""Characters before people in which words about them stand."""


def is_left_out(context: Context, account: Account, prop: Property, link: Link) -> bool:
    """Return whether a linked figure is none of its account's incident."""
    if prop is Property.DISPLACED and _got_away(context, link):
        return True
    if prop is Property.KILLED and _only_attempted(context, link):
        return True
    return prop in _HARM and is_of_other_time(context, account, link.mention.span, part=link.part)


_GOT_AWAY = re.compile(
    r"\b(?:suspects?|gunm[ae]n|attackers?|assailants?|robbers?|raiders?|shooters?|perpetrators?|"
    r"hijackers?|kidnappers?|abductors?|killers?|inmates?|prisoners?|convicts?|fugitives?)\b",
    re.IGNORECASE,
)
"""Those who flee from what they did, or from prison, are not displaced."""


def _got_away(context: Context, link: Link) -> bool:
    words = [link.mention.span, *([] if link.victims is None else [link.victims])]
    return any(_GOT_AWAY.search(span.of(context.text)) is not None for span in words)


_ATTEMPTED = re.compile(
    r"\b(?:(?:attempted|attempting|tried|trying|attempts?|plot(?:ted|ting)?|conspir\w+)\s+"
    r"(?:the\s+)?(?:to\s+)?|(?:inten(?:d(?:ed|s|ing)?|t)|plan(?:s|ned|ning)?|want(?:ed|s)?|"
    r"threat(?:s|en(?:ed|ing|s)?)?|vow(?:ed|s|ing)?|hop(?:ed|es|ing))\s+to\s+)"
    r"(?:murder(?:s|ing)?|kill(?:ings?)?|assassinat\w+|homicides?)"
    r"(?:\s+of)?\s+$",
    re.IGNORECASE,
)
"""Words before people whom somebody only tried to kill ("the attempted murder of five")."""


def _only_attempted(context: Context, link: Link) -> bool:
    start = link.mention.start
    return _ATTEMPTED.search(context.text[max(0, start - _LOOK_BACK) : start]) is not None
