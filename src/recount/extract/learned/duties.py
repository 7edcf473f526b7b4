"""Named forces that only came after an incident: who arrests its doers is none of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recount.extract.learned.own_force import only_does_its_duty
from recount.extract.learned.words import Page
from recount.extract.rules.scan import overlaps
from recount.model import Account, Link, LinkRole


def without_duties(page: Page, accounts: Sequence[Account]) -> list[Account]:
    """Return accounts without the doers who are told only to have arrested or searched.

    Args:
        page: the document under reading.
        accounts: its accounts; an arrest keeps those who made it.
    """
    return [_without(page, account) for account in accounts]


def _without(page: Page, account: Account) -> Account:
    deeds = [trigger.span for trigger in account.triggers]
    dutiful = [
        link
        for link in account.links
        if link.role is LinkRole.PERPETRATOR
        and any(overlaps(one, link.mention) for one in page.scan.named)
        and only_does_its_duty(page, link.mention, deeds)
    ]
    if len(dutiful) == 0:
        return account
    links = tuple(link for link in account.links if not _is_of(link, dutiful))
    claims = tuple(
        claim
        for claim in account.claims
        if not any(claim.by is None and overlaps(claim.words, link.mention) for link in dutiful)
    )
    return replace(account, links=links, claims=claims)


def _is_of(link: Link, dutiful: Sequence[Link]) -> bool:
    same = link.role is LinkRole.PERPETRATOR
    return same and any(overlaps(link.mention, one.mention) for one in dutiful)
