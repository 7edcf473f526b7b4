"""Accounts of the rules alone that the heads have told already: every trigger is theirs.

The rules begin a new account at each day and place. Where the heads hold all its words for part
of a longer telling, that is most often the same incident told again ("was shot on Friday").
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from recount.extract.learned.figures import COUNT_TAGS
from recount.model import Account, Link, LinkRole, Mention, Realis, Span, Stance

_FACTS = frozenset({Realis.ACTUAL, Realis.ATTEMPTED})
_FIGURES = frozenset(LinkRole(tag) for tag in COUNT_TAGS)
_ADDED = _FIGURES | {LinkRole.DATE, LinkRole.PLACE}


def without_repeats(made: Sequence[Account], ruled: Collection[str]) -> list[Account]:
    """Return accounts without those of the rules that an account of the heads holds whole.

    One with a day and a figure of its own stays, and its triggers are its own from then on.

    Args:
        made: the accounts of a text.
        ruled: ids of those that the rules alone tell of.
    """
    kept = dict(enumerate(made))
    for at, account in enumerate(made):
        if account.id not in ruled:
            continue
        if any(_names_weapon_of(account, one) for one in made if one.id not in ruled):
            del kept[at]
            continue
        holder = _holder(account, kept, ruled)
        if holder is None:
            continue
        if _stands_apart(account, kept[holder]):
            kept[holder] = _without(kept[holder], account)
        else:
            kept[holder] = _with_what_it_adds(kept[holder], account)
            del kept[at]
    return list(kept.values())


_BESIDE = 12
"""Characters between a weapon and the verb of which it is the subject ("a bomb exploded")."""


def _names_weapon_of(account: Account, told: Account) -> bool:
    """Whether an account's one trigger is the weapon beside another's, and it has nothing else."""
    weapons = _spans(told, frozenset({LinkRole.WEAPON}))
    if len(account.triggers) > 1 or not _among(account.triggers[0].span, weapons):
        return False
    own = account.triggers[0].span
    beside = any(max(own.start, t.start) - min(own.end, t.end) <= _BESIDE for t in told.triggers)
    has_own = any(_has_own(account, told, frozenset({role})) for role in _ADDED)
    return beside and not has_own


def _holder(account: Account, kept: dict[int, Account], ruled: Collection[str]) -> int | None:
    """Return which account of the heads has all triggers of an account, and others.

    What happened is no repeat of what was only planned or feared.
    """
    return next(
        (
            at
            for at, one in kept.items()
            if one.id not in ruled
            and (one.realis in _FACTS or account.realis not in _FACTS)
            and len(one.triggers) > len(account.triggers)
            and all(_among(t.span, [o.span for o in one.triggers]) for t in account.triggers)
        ),
        None,
    )


def _stands_apart(account: Account, holder: Account) -> bool:
    """Whether an account has a day and a figure that the one that holds it has not."""
    return _has_own(account, holder, frozenset({LinkRole.DATE})) and _has_own(
        account, holder, _FIGURES
    )


def _has_own(account: Account, holder: Account, roles: frozenset[LinkRole]) -> bool:
    mine, his = _spans(account, roles), _spans(holder, roles)
    return len(mine) > 0 and not any(_among(span, his) for span in mine)


def _spans(account: Account, roles: frozenset[LinkRole]) -> list[Span]:
    return [link.mention.span for link in account.links if link.role in roles]


def _among(span: Span, others: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _without(holder: Account, account: Account) -> Account:
    """Return the account of the heads without the triggers of one that stands apart."""
    own = [trigger.span for trigger in account.triggers]
    left = tuple(t for t in holder.triggers if not _among(t.span, own))
    return holder if len(left) == 0 else _renamed(holder, left)


def _renamed(account: Account, triggers: tuple[Mention, ...]) -> Account:
    name = Account.id_of(account.document, account.rendition, triggers)
    return replace(account, id=name, triggers=triggers)


def _with_what_it_adds(holder: Account, account: Account) -> Account:
    """Return the account of the heads with figures, day, place and positions that it has not."""
    told = {link.role for link in holder.links}
    more: tuple[Link, ...] = tuple(
        link for link in account.links if link.role in _ADDED and link.role not in told
    )
    heard = {(claim.stance, claim.words) for claim in holder.claims}
    claims = [
        claim
        for claim in account.claims
        if claim.stance is not Stance.ASSERTED and (claim.stance, claim.words) not in heard
    ]
    return replace(holder, links=(*holder.links, *more), claims=(*holder.claims, *claims))
