"""What a deed's own name says: "a triple homicide" has three dead, "a fatal attack" one or more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from recount.model import Account, CountValue, LinkRole, Property, Qualifier, Realis, Span
from recount.resolve.context import Context
from recount.resolve.countless import ANIMAL
from recount.resolve.drafts import Draft, voice_of, with_primary
from recount.resolve.other_time import is_of_other_time
from recount.resolve.sums import context_spans
from recount.resources.grammar.small_numbers import SMALL_NUMBERS, small_number

_TIMES = {"double": 2, "twin": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "sextuple": 6}
_NAMED = re.compile(
    rf"\b(?P<times>{'|'.join(_TIMES)})[\s-]+(?:fatal\s+(?:shooting|stabbing)|homicide|murder|"
    r"killing|slaying|assassination|fatality)\b",
    re.IGNORECASE,
)
_FAMILY_REACH = 200
"""Characters around somebody dead in which the size of a family is told."""
_FAMILY = re.compile(
    r"(?<!of )(?<!for )\b(?:an?|the)\s+(?:whole\s+|entire\s+)?family\s+of\s+"
    rf"(?P<passive>{SMALL_NUMBERS}|\d\d?)"
    r"(?:\s*[-–—(,](?:(?!\b(?:who|where|whose|whom|after|when|fled|was|were)\b)[^.;:\n]){1,140}[-–—),])?"
    r"\s+(?:was|were|have been|has been|had been)\s+(?:all\s+)?"
    r"(?:killed|shot dead|murdered|slaughtered|wiped out)\b|"
    r"(?<!suspected of )(?<!accused of )(?<!guilty of )(?<!convicted of )(?<!charged with )"
    r"\b(?:kill(?:ed|ing)|murder(?:ed|ing)|slaughter(?:ed|ing)|wip(?:ed|ing) out)\s+(?:an?|the)\s+"
    rf"(?:whole\s+|entire\s+)?family\s+of\s+(?P<active>{SMALL_NUMBERS}|\d\d?)\b",
    re.IGNORECASE,
)
"""A family all of whom died, by its size."""
_ATTEMPTED = re.compile(r"\b(?:attempted|attempting|planned|plotted)\s+$", re.IGNORECASE)
_HAPPENED = frozenset({Realis.ACTUAL, Realis.COMMEMORATED})
_LOOK_BACK = 20
"""Characters before a trigger in which its number may stand."""
_LONGEST = 40
"""Characters before a trigger in which it may be called fatal."""


_DEADLY = re.compile(
    r"\b(?:fatal|deadly)\s+(?:[\w-]+\s+){0,2}?(?:shooting|stabbing|beating|attack|ambush|bombing|"
    r"blast|explosion|raid|strike)\b|"
    r"\b(?:shooting|stabbing|beating)\s+death\b|"
    r"\b(?:fatally|mortally)\s+(?:shot|shoots|stabbed|stabs|wounded|beaten)\b|"
    r"(?<=\bwas )(?:shot|stabbed|beaten|hacked|burned|burnt)\s+(?:dead|to\s+death)\b",
    re.IGNORECASE,
)
_SHORT_OF = re.compile(
    r"\b(?:near|nearly|non|almost|potentially|attempted)[\s-]+$|"
    r"\b(?:would|could|might|(?-i:may)|should|will|if|whether|rumou?rs?|claims?|fear\w*|threat\w*)\b[^.;]{0,35}$|"
    rf"{ANIMAL}\b[^.;]{{0,20}}$",
    re.IGNORECASE,
)
"""Words before the name of a deed that killed nobody, or no person."""


def with_deadly_name(context: Context, account: Account, drafts: list[Draft]) -> list[Draft]:
    """Return counts of dead, at least one where nobody counts them but the deed is called fatal."""
    if len(drafts) > 0 or account.realis not in _HAPPENED:
        return drafts
    told = _deadly(context.text, account)
    span = next(
        (one for one in told if not is_of_other_time(context, account, one, part=False)), None
    )
    if span is None:
        return drafts
    value = CountValue(1, None, None, Qualifier.AT_LEAST, None)
    method = "resolve.quantity.deadly.v1"
    voice = voice_of(context, None)
    return [Draft(Property.KILLED, value, span, voice, method, 0.6, primary=True)]


def _deadly(text: str, account: Account) -> Iterator[Span]:
    """Yield the names of a deed that call it fatal, where they are triggers of an account."""
    for trigger in account.triggers:
        first = max(0, trigger.start - _LONGEST)
        for found in _DEADLY.finditer(text, first, trigger.end + _LOOK_BACK):
            before = text[max(0, found.start() - _LONGEST) : found.start()]
            span = Span(found.start(), found.end())
            if _SHORT_OF.search(before) is None and span.overlaps(trigger.span):
                yield span


def with_named_number(context: Context, account: Account, drafts: list[Draft]) -> list[Draft]:
    """Return counts of dead, the main one raised to the number that the deed's name gives."""
    named = next(
        (
            one
            for one in _named(context.text, account)
            if not is_of_other_time(context, account, one[1], part=False)
        ),
        None,
    )
    if named is None or account.realis not in _HAPPENED:
        return drafts
    number, span = named
    value = CountValue(number, number, number, Qualifier.EXACT, None)
    main = next((draft for draft in drafts if draft.primary), None)
    if main is None:
        if any(link.role is LinkRole.KILLED for link in account.links):
            return drafts
        voice = voice_of(context, None)
        method = "resolve.quantity.named.v1"
        return [*drafts, Draft(Property.KILLED, value, span, voice, method, 0.6, primary=True)]
    told = main.value
    if not isinstance(told, CountValue) or told.value is None or told.value >= number:
        return drafts
    whole = replace(
        main,
        value=value,
        method="resolve.quantity.named.v1",
        confidence=0.7,
        extra=context_spans([span]),
        reasons=(*main.reasons, f"the deed's name says {number}"),
    )
    return [whole, *(with_primary(draft, primary=False) for draft in drafts)]


def _named(text: str, account: Account) -> Iterator[tuple[int, Span]]:
    """Yield numbers in the names of a deed that are triggers of an account, and of families."""
    for at in sorted(
        {link.mention.start for link in account.links if link.role is LinkRole.KILLED}
    ):
        for family in _FAMILY.finditer(text, max(0, at - _FAMILY_REACH), at + _FAMILY_REACH):
            number = small_number(family["passive"] or family["active"])
            if number is not None and family.start() <= at <= family.end() + _LOOK_BACK:
                yield number, Span(family.start(), family.end())
    for trigger in account.triggers:
        first = max(0, trigger.start - _LOOK_BACK)
        for found in _NAMED.finditer(text, first, trigger.end + _LOOK_BACK):
            span = Span(found.start(), found.end())
            tried = _ATTEMPTED.search(text, max(0, span.start - _LOOK_BACK), span.start)
            if tried is None and span.overlaps(trigger.span):
                yield _TIMES[found["times"].lower()], span
