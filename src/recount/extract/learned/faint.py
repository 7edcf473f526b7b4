"""People told as hit whom neither tag of harm reaches alone, for accounts that count nobody.

"A boy shot another boy" leaves open who died, so that the heads divide what they are sure of
between killed and wounded. Where an account has no figure of either, such words are one person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recount.extract.learned.settings import Decoding
from recount.extract.learned.words import Page, label_of_count
from recount.model import Account, Link, LinkRole, Mention, MentionRole, Realis, Span
from recount.resources.encoder.reading import FoundSpan

_HARM = (LinkRole.WOUNDED, LinkRole.KILLED)
_COUNTED = frozenset({*_HARM, LinkRole.CASUALTIES})
_FAINT = 0.15
"""Probability of a token from which on it is looked at."""


def with_faint(page: Page, accounts: Sequence[Account], decoding: Decoding) -> list[Account]:
    """Return the accounts, each of a fact that counts nobody with the likeliest person hit."""
    if decoding.faint >= 1.0:
        return list(accounts)
    taken = [link.mention.span for one in accounts for link in one.links if link.role in _COUNTED]
    found = [one for one in _faint(page) if one[0] >= decoding.faint]
    free = [one for one in found if not any(one[2].overlaps(span) for span in taken)]
    return [_with_best(page, account, free) for account in accounts]


def _faint(page: Page) -> Iterator[tuple[float, LinkRole, Span]]:
    """Yield words with the chance that they tell of somebody hit, and of what befell them."""
    reading = page.reading
    seen: set[tuple[int, int]] = set()
    for role in _HARM:
        for one in reading.spans(role.value, _FAINT, split=False):
            if (one.first, one.last) in seen or not _is_victim(page, one):
                continue
            seen.add((one.first, one.last))
            wounded, killed = (reading.mean_between(r.value, one.first, one.last) for r in _HARM)
            likelier = LinkRole.KILLED if killed > wounded else LinkRole.WOUNDED
            yield wounded + killed, likelier, Span(one.start, one.end)


def _is_victim(page: Page, one: FoundSpan) -> bool:
    return page.reading.mean_between("victim", one.first, one.last) >= _VICTIM


_VICTIM = 0.5
"""Chance from which on somebody is a victim."""


def _with_best(
    page: Page, account: Account, free: Sequence[tuple[float, LinkRole, Span]]
) -> Account:
    if account.realis is not Realis.ACTUAL or any(one.role in _COUNTED for one in account.links):
        return account
    homes = [page.sentence_at(trigger.start) for trigger in account.triggers]
    told = [
        one
        for one in free
        if any(home is not None and home.start <= one[2].start < home.end for home in homes)
    ]
    if len(told) == 0:
        return account
    chance, role, span = max(told, key=lambda one: (one[0], -one[2].start))
    label = label_of_count(page, span.start, span.end)
    if label is None:
        return account
    mention = Mention(span.start, span.end, MentionRole.QUANTITY, label)
    link = Link(role, mention, confidence=round(min(1.0, chance) / 2, 3))
    return replace(account, links=(*account.links, link))
