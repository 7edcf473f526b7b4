"""Victims of whom the words say that they died, where nothing is marked as a count of dead."""

from __future__ import annotations

import re

from recount.model import Account, CountValue, LinkRole, Property, Qualifier, Realis
from recount.resolve.context import Context
from recount.resolve.drafts import Draft, links_of, voice_of

_DIED = re.compile(
    r"(?:\s+(?:of|in|from|at|shot|wounded|injured|hurt|hit|who (?:was|were) \w+)\b[^.;,\n]{0,60}?)?"
    r"\s+(?:(?:has|had|have|later|also|then)\s+){0,2}"
    r"(?:died|dies|succumbed|(?:was|were|been) (?:later )?pronounced dead|"
    r"(?:is|was) (?:now )?dead)\b",
    re.IGNORECASE,
)
_SINGULAR = re.compile(
    r".*\b(?:victim|man|woman|boy|girl|child|teen|teenager|toddler|baby|person|officer|soldier|"
    r"policeman|guard|driver|student|clerk|farmer|journalist|teacher)",
    re.IGNORECASE | re.DOTALL,
)
"""One person by his noun."""

_UNSURE = re.compile(
    r"\b(?:if|whether|unclear|reports?|rumou?rs?|claims?|unconfirmed|(?-i:may)|might|could|would)\b[^.;\n]{0,30}$",
    re.IGNORECASE,
)
_LOOK_BACK = 40
"""Characters before a victim in which his death may be put in doubt."""


def with_dead_victim(context: Context, account: Account, drafts: list[Draft]) -> list[Draft]:
    """Return counts of dead, one where nobody counts them but a victim is told as having died."""
    counted = any(link.role is LinkRole.KILLED for link in account.links)
    if len(drafts) > 0 or counted or account.realis is not Realis.ACTUAL:
        return drafts
    for link in links_of(account, LinkRole.VICTIM):
        span = link.mention.span
        before = context.text[max(0, span.start - _LOOK_BACK) : span.start]
        if _UNSURE.search(before) is not None:
            continue
        one = _SINGULAR.fullmatch(context.text, span.start, span.end)
        if one is not None and _DIED.match(context.text, span.end) is not None:
            value = CountValue(1, 1, 1, Qualifier.EXACT, span.of(context.text))
            voice = voice_of(context, None)
            method = "resolve.quantity.person.v1"
            return [Draft(Property.KILLED, value, span, voice, method, 0.6, primary=True)]
    return drafts
