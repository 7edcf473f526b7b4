"""Which words for perpetrators an account tells: each actor once, and nobody who is only a name.

A capitalised name that no list has may be a private person accused of a crime, a town, or half
of a longer name. To name somebody as a perpetrator on such a guess could harm them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from recount.model import ActorKind, ActorValue, Unknown, Value
from recount.resolve.drafts import Draft

_ORGANISED = re.compile(
    r"\b(?:army|armed|brigades?|battalion|column|commandos?|commando|corps|council|command|"
    r"division|faction|fighters|forces?|front|gang|group|guards?|guardia|guerrillas?|league|legion|"
    r"liberation|mafia|militia|movement|network|organi[sz]ation|party|patrol|platoon|police|"
    r"regiment|resistance|revolutionary|shield|squad|squadron|state|syndicate|troops|union|unit|"
    r"vanguard|volunteers|wing|cartel|clan|mob|tribe)\b",
    re.IGNORECASE,
)
"""Nouns of names of groups, forces and gangs."""


def kept_doers(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of perpetrators that say who did it, in their order.

    Left out are unlisted names without a noun of groups, words inside the words of another
    draft that say no more than it, and words without an actor where another has one.
    """
    named = [draft for draft in drafts if not is_bare_name(draft.value)]
    known = [draft for draft in named if not isinstance(draft.value, Unknown)]
    if len(known) == 0:
        return named[:1]
    return [draft for draft in known if not any(_says_it(other, draft) for other in known)]


def is_bare_name(value: Value) -> bool:
    """Return whether an actor is only a name that no list has, without a noun of groups."""
    return (
        isinstance(value, ActorValue)
        and value.kind is ActorKind.UNKNOWN
        and not value.generic
        and _ORGANISED.search(value.actor) is None
    )


def _says_it(other: Draft, draft: Draft) -> bool:
    """Whether a draft stands inside the words of another and adds no actor to it."""
    inside = (
        other is not draft
        and other.span.start <= draft.span.start
        and draft.span.end <= other.span.end
        and other.span != draft.span
    )
    value = draft.value
    return inside and (value == other.value or (isinstance(value, ActorValue) and value.generic))
