"""Whether a report says at all that several people were hit, where they are told one by one.

Names and descriptions are taken for different people when nothing shows that they are one; now
and then they are one, or one of them did it. A report of several dead nearly always says so:
"two men died", "both bodies", "another man was killed". Of 41 articles in which the dead told
one by one came to two or more, and none said so in such words, 35 were of one death.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from recount.model import Property, Span
from recount.resolve.drafts import Draft
from recount.resolve.sums import context_spans
from recount.resources.grammar.small_numbers import SMALL_NUMBERS

METHOD = "resolve.quantity.one.v1"
"""A count of one person beside whom others are told, who may be the same."""

_NUMBER = rf"(?:{SMALL_NUMBERS}|eleven|twelve|dozens?|several|[2-9]|\d{{2,3}})"
_DEAD = (
    r"(?:dead|killed|died|dies|die|bodies|deaths?|slain|murdered|assassinated|executed|fatally|"
    r"lives|fatalit\w+|perished|martyred)"
)
_HURT = (
    r"(?:wound\w*|injur\w*|hurt|shot|stabbed|struck|hit|graz\w+|hospital\w*|survived|recovering|"
    r"stable|critical\w*|condition|treated)"
)
_KILLING = (
    r"(?:kill(?:ed|ing|s)|leaving|left|murder(?:ed|ing|s)?|"
    r"(?:deaths?|murders?|killings?|bodies) of)"
)
_HURTING = (
    r"(?:wound(?:ed|ing|s)|injur(?:ed|ing|es)|hurt(?:ing)?|shot|shooting(?: of)?|leaving|left|"
    r"stabb(?:ed|ing)|hit(?:ting)?|str(?:uck|iking))"
)
_TOLD_BY = {Property.KILLED: (_DEAD, _KILLING), Property.WOUNDED: (_HURT, _HURTING)}
"""Words for what befell people, and words before those whom it befell."""


def said_of_several(text: str, prop: Property) -> bool:
    """Return whether words of a report tell that more than one was killed, or wounded.

    >>> said_of_several("A guard was shot. Aro Vell, 51, died.", Property.KILLED)
    False
    >>> said_of_several("A guard was shot. Another man died, too.", Property.KILLED)
    True
    """
    return prop not in _TOLD_BY or _said(prop).search(text) is not None


@cache
def _said(prop: Property) -> re.Pattern[str]:
    harm, verb = _TOLD_BY[prop]
    return re.compile(
        rf"\b{_NUMBER}\b(?!-)(?:\s+[\w-]+){{0,4}}?\s+{harm}\b|"
        rf"\b{verb}\s+(?:at least\s+)?(?:the\s+)?{_NUMBER}\b(?!-)|"
        r"\b(?:double|triple|quadruple)[- ](?:homicide|murder|killing|slaying|fatal|death|shooting|"
        r"stabbing)|\bbodies\b|\bmurder[- ]suicide|"
        rf"\bboth\b[^.]{{0,40}}\b{harm}\b|\b{harm}\b[^.]{{0,20}}\bboth\b|"
        r"\b(?:another|a second|the second|a third|the other)\s+(?:[\w-]+\s+){0,3}?"
        rf"(?:(?:was|were|had)\s+)?(?:(?:also|later|found|shot|pronounced)\s+)*{harm}\b|"
        rf"\balso\b[^.]{{0,25}}\b{harm}\b|\b{harm}\b[^.]{{0,20}}\balso\b|"
        r"\b(?:two|three|both|all|other|these)\s+victims\b",
        re.IGNORECASE,
    )


_WERE = r"(?:was|were|been) (?:\w+ )?"
_OWN_CLAUSE = {
    Property.KILLED: rf"(?:died|dies|is dead|succumbed|perished|{_WERE}(?:killed|dead|slain))",
    Property.WOUNDED: rf"(?:{_WERE}(?:wounded|injured|hurt|shot|hit)|suffered|sustained)",
}
_DESCRIBED = re.compile(r"(?:an?|another)\s", re.IGNORECASE)


def told_apart(text: str, prop: Property, people: Sequence[Sequence[Span]]) -> bool:
    """Return whether two people have clauses of their own, the later one described anew.

    "A judge was shot. Aro Vell, 51, died at once. A clerk, Ben Tash, died later."

    Args:
        text: the text.
        prop: killed or wounded.
        people: the tellings of each person, in order of the text.
    """
    if prop not in _OWN_CLAUSE:
        return True
    clause = re.compile(rf"[^.;\n]{{0,40}}?\b{_OWN_CLAUSE[prop]}\b")
    own = [
        [span for span in person if clause.match(text, span.end) is not None] for person in people
    ]
    told = [spans for spans in own if len(spans) > 0]
    return any(
        _DESCRIBED.match(text, span.start) is not None for spans in told[1:] for span in spans
    )


def first_alone(first: Draft, others: Sequence[Span]) -> Draft:
    """Return the count of the first person, with the others told one by one beside it.

    Reconciling leaves room for them in the highest figure.
    """
    told = f"{len(others) + 1} are told one by one, but no words say that several were hit"
    return replace(
        first,
        method=METHOD,
        confidence=0.6,
        extra=context_spans(others),
        reasons=(*first.reasons, told),
    )
