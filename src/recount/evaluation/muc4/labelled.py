"""Templates of accounts whose participants carry labels, as the learned extractor gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from recount.evaluation.muc4.templates import Role, normalise
from recount.evaluation.product import ReadAccount, ReadDocument
from recount.model import LinkRole, PersonName, Span

_ROLES: dict[Role, tuple[LinkRole, str]] = {
    Role.PERP_IND: (LinkRole.PERPETRATOR, "individual"),
    Role.PERP_ORG: (LinkRole.PERPETRATOR, "organisation"),
    Role.TARGET: (LinkRole.TARGET, "property"),
    Role.VICTIM: (LinkRole.VICTIM, "name"),
}
_MOST: dict[Role, int] = {Role.PERP_IND: 2, Role.PERP_ORG: 2, Role.TARGET: 3}
"""Fillers of a role that a template has at most, the surest ones; the keys have seldom more.
Chosen on dev."""
LEAST_ON_CIVILIANS = 0.5
"""From which probability on an account is of the kind that MUC-4's keys have; chosen on train
texts that the model did not learn from, and dev."""


SURE = 0.6
"""The same for an account without any filler: the keys seldom have such a template."""


def is_labelled(account: ReadAccount) -> bool:
    """Return whether the extractor says of the account what MUC-4 asks for."""
    return account.record.account.on_civilians is not None


def fits(account: ReadAccount, least: float = LEAST_ON_CIVILIANS) -> bool:
    """Return whether MUC-4's keys would have the account."""
    told = account.record.account.on_civilians
    return told is None or told >= least


def fillers(read: ReadDocument, accounts: Sequence[ReadAccount]) -> dict[Role, list[list[str]]]:
    """Return the fillers of each role that one template of some accounts has."""
    links = [link for account in accounts for link in account.record.account.links]
    found: dict[Role, list[list[str]]] = {}
    for role, (linked, label) in _ROLES.items():
        told = [link for link in links if link.role is linked and link.mention.label == label]
        surest = sorted(told, key=lambda link: -link.confidence)[: _MOST.get(role)]
        words = [
            bare_name(read.names, link.mention.span) if role is Role.VICTIM else link.mention.span
            for link in surest
        ]
        distinct = _distinct(read.document.words(one) for one in words)
        found[role] = [spellings(w) if role is Role.PERP_ORG else [w] for w in distinct]
    weapons = [
        read.document.words(link.mention.span) for link in links if link.role is LinkRole.WEAPON
    ]
    found[Role.WEAPON] = [[one] for one in _distinct(weapons)]
    return found


def bare_name(names: Iterable[PersonName], span: Span) -> Span:
    """Return the only name of a person in the words: the keys name victims without title."""
    inside = [n for n in names if span.start <= n.start and n.end <= span.end]
    return Span(inside[0].start, inside[0].end) if len(inside) == 1 else span


def spellings(words: str) -> list[str]:
    """Return a name and its short form, where brackets give one beside the other."""
    told = _BRACKETED.fullmatch(words)
    return [words] if told is None else [told[1], told[2]]


_BRACKETED = re.compile(r"([^()\[\]]+?)\s*[(\[]\s*([^()\[\]]+?)\s*[)\]]?", re.DOTALL)


def _distinct(words: Iterable[str]) -> list[str]:
    """Leave out what is part of a longer filler ("PEREZ" beside "JUAN PEREZ")."""
    kept: list[str] = []
    for one in sorted(dict.fromkeys(words), key=lambda w: -len(normalise(w))):
        parts = set(normalise(one).split())
        if parts and not any(parts <= set(normalise(other).split()) for other in kept):
            kept.append(one)
    return kept
