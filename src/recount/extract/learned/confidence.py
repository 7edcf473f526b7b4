"""How sure an account is: what the heads say of its triggers, what is told with it, who read it.

The raw scores of the heads order accounts badly: an account with a figure, a day and a place
that rules and heads both read is right far more often than one that a single word tells of.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from recount.extract.learned.figures import COUNT_TAGS
from recount.extract.rules.scan import overlaps
from recount.model import Account, LinkRole, Mention, Realis
from recount.resources.encoder.labels import REALIS, TYPES
from recount.resources.encoder.reading import TextReading

Floats = NDArray[np.float64]

FEATURES: tuple[str, ...] = (
    "trigger",
    "type",
    "actual",
    "triggers",
    "figure",
    "date",
    "place",
    "harmed",
    "doer",
    "both",
    "rules_only",
    "accounts",
    "first",
    "happened",
    "bias",
)
"""What an account's confidence is worked out from, in the order of the weights."""

_LEAST = 1e-3
_FIGURES = frozenset(LinkRole(tag) for tag in COUNT_TAGS)


def features_of(
    account: Account, accounts: Sequence[Account], ruled: Sequence[Account], reading: TextReading
) -> Floats:
    """Return the features of an account, in the order of ``FEATURES``.

    Args:
        account: one of ``accounts``.
        accounts: all accounts of the text.
        ruled: the accounts that the rules tell of.
        reading: what the heads say of the text.
    """
    chances = [_chance(reading, t) for t in account.triggers if t.label not in COUNT_TAGS]
    best = max(chances, default=0.0)
    main = account.triggers[0]
    types = reading.mean_class("type", main.start, main.end)
    realis = reading.mean_class("realis", main.start, main.end)
    roles = {link.role for link in account.links if not link.inherited}
    by_rules = any(
        overlaps(a.span, b.span) for o in ruled for a in o.triggers for b in account.triggers
    )
    by_heads = best >= _TOLD
    values = (
        _logit(best),
        float(types[TYPES.index(account.type)]),
        float(realis[REALIS.index(Realis.ACTUAL)]),
        math.log(len(account.triggers)),
        float(len(roles & _FIGURES) > 0),
        float(LinkRole.DATE in roles),
        float(LinkRole.PLACE in roles),
        float(len(roles & {LinkRole.VICTIM, LinkRole.TARGET}) > 0),
        float(LinkRole.PERPETRATOR in roles),
        float(by_rules and by_heads),
        float(not by_heads),
        math.log(len(accounts)),
        float(account is accounts[0]),
        float(account.realis in {Realis.ACTUAL, Realis.ATTEMPTED}),
        1.0,
    )
    return np.asarray(values, dtype=np.float64)


_TOLD = 0.5
"""From which chance on the heads tell of a trigger, too."""


_NOISE = 0.1
"""Confidence up to which an account is hardly ever right: 3 of 24 in 659 labelled documents."""
_TELLING = (_FIGURES, frozenset({LinkRole.DATE}), frozenset({LinkRole.PLACE}))


def is_noise(account: Account) -> bool:
    """Return whether an account is too unsure to be told: no figure, day and place tie it."""
    own = {link.role for link in account.links if not link.inherited}
    return account.confidence <= _NOISE and not all(roles & own for roles in _TELLING)


def weighed(
    accounts: Sequence[Account],
    ruled: Sequence[Account],
    reading: TextReading,
    weights: Sequence[float],
) -> list[Account]:
    """Return the accounts with the confidence that all that is known of them gives.

    Args:
        accounts: all accounts of the text.
        ruled: the accounts that the rules tell of.
        reading: what the heads say of the text.
        weights: those of ``FEATURES``; empty: the accounts stay as they are.
    """
    if len(weights) == 0:
        return list(accounts)
    return [
        replace(
            account,
            confidence=confidence_of(features_of(account, accounts, ruled, reading), weights),
        )
        for account in accounts
    ]


def confidence_of(features: Floats, weights: Sequence[float]) -> float:
    """Return the chance, in tenths, that an account with these features is right.

    It is not known more finely: a few hundred labelled accounts calibrate it.
    """
    chance = 1 / (1 + math.exp(-float(features @ np.asarray(weights))))
    return round(min(_MOST, max(1 - _MOST, round(chance, 1))), 2)


_MOST = 0.95
"""No account is surer, or less sure than what is left of one."""


def _chance(reading: TextReading, trigger: Mention) -> float:
    return reading.mean_inside("trigger", trigger.start, trigger.end)


def _logit(chance: float) -> float:
    held = min(1 - _LEAST, max(_LEAST, chance))
    return math.log(held / (1 - held))
