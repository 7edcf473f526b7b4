"""Keeps what is meant as it is said: no attacks in debates, no deaths that nobody inflicted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from recount.extract.learned.drafts import Draft
from recount.extract.learned.words import Page
from recount.extract.rules.figurative import is_figurative
from recount.extract.rules.natural import has_natural_cause
from recount.model import Account, EventType, IncidentType, Scope, Span, event_type


def literal(page: Page, drafts: Iterable[Draft]) -> list[Draft]:
    """Return the drafts without triggers that tell of no violence; a draft needs one that does."""
    kept: list[Draft] = []
    for draft in drafts:
        triggers = tuple(t for t in draft.triggers if not _borrowed(page, t.start, t.end))
        if len(triggers) > 0:
            kept.append(replace(draft, triggers=triggers))
    return kept


def _borrowed(page: Page, start: int, end: int) -> bool:
    home = page.sentence_at(start)
    if home is None:
        return False
    sentence = Span(home.start, home.end)
    campaign = page.scan.campaign
    return is_figurative(page.text, sentence, Span(start, end), campaign=campaign)


_HARMS = frozenset({EventType.VIOLENCE_AGAINST_CIVILIANS, EventType.EXPLOSIONS})


def without_natural(page: Page, accounts: Sequence[Account]) -> list[Account]:
    """Return the accounts, those of deaths by disease or weather as accidents."""
    return [
        replace(account, scope=Scope.ACCIDENT, type=IncidentType.OTHER)
        if _is_natural(page, account)
        else account
        for account in accounts
    ]


def _is_natural(page: Page, account: Account) -> bool:
    if event_type(account.type) not in _HARMS:
        return False
    found = (page.sentence_at(trigger.start) for trigger in account.triggers)
    homes = {home.index: home for home in found if home is not None}
    return has_natural_cause(" ".join(page.text[h.start : h.end] for h in homes.values()))
