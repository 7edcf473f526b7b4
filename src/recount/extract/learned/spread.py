"""Sentences that spread what they count over incidents that others tell one by one.

"Four were shot in separate shootings overnight" is the sum of a round-up. Beside sentences that
tell of each, neither its words nor its figures belong to one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recount.extract.rules.extractor import Ruled
from recount.extract.rules.grain import Grain, grain_of
from recount.extract.rules.scan import Scan, Sentence, lies_in, overlaps
from recount.extract.rules.settings import event_places
from recount.extract.rules.tallies import is_spread
from recount.model import Account, Link, LinkRole, Mention, MentionRole, Realis, Span

_SETTING = frozenset({LinkRole.DATE, LinkRole.PLACE})
"""What a sum says of each of its incidents, too ("across Velm on Friday")."""


def spread_of(scan: Scan) -> tuple[Span, ...]:
    """Return the sentences of a text that count over several incidents."""
    return tuple(Span(s.start, s.end) for s in scan.sentences if is_spread(scan.text, s))


def without_spread(ruled: Ruled, spread: Sequence[Span]) -> Ruled:
    """Return what the rules read, incidents that are told elsewhere less the words of such sums."""
    return replace(ruled, accounts=tuple(_own_words(one, spread) for one in ruled.accounts))


def _own_words(account: Account, spread: Sequence[Span]) -> Account:
    own = tuple(one for one in account.triggers if not lies_in(one, spread))
    if len(own) == 0 or len(own) == len(account.triggers):
        return account
    links = tuple(
        link for link in account.links if link.role in _SETTING or not lies_in(link.mention, spread)
    )
    name = Account.id_of(account.document, account.rendition, own)
    return replace(account, id=name, triggers=own, links=links)


def with_setting_of_sum(
    scan: Scan, accounts: Sequence[Account], spread: Sequence[Span], past: Sequence[Span]
) -> list[Account]:
    """Return the accounts, those behind the first such sum with its day and place if they lack any.

    Args:
        scan: the text.
        accounts: its accounts.
        spread: the sentences that are such sums.
        past: stretches that tell of the past, or in passing, which no sum of the news holds.
    """
    sums = [s for s in scan.sentences if lies_in(s, spread) and not s.heading]
    if len(sums) == 0:
        return list(accounts)
    return [_set_by(scan, account, sums[0], past) for account in accounts]


def _set_by(scan: Scan, account: Account, told: Sentence, past: Sequence[Span]) -> Account:
    first = min(account.triggers, key=lambda trigger: trigger.start)
    if first.start < told.end or lies_in(first, past) or account.realis is not Realis.ACTUAL:
        return account
    names = [name for sentence in scan.sentences for name in sentence.places]
    has = {
        link.role
        for link in account.links
        # An address alone ("the 700 block of Tarn Street") leaves open which town's it is.
        if link.role is not LinkRole.PLACE or any(overlaps(link.mention, one) for one in names)
    }
    fresh = [link for link in _setting(scan, told) if link.role not in has]
    return replace(account, links=(*account.links, *fresh)) if fresh else account


def _setting(scan: Scan, told: Sentence) -> Iterator[Link]:
    for time in told.times:
        if grain_of(time) is Grain.DAY:
            mention = Mention(time.start, time.end, MentionRole.TIME)
            yield Link(LinkRole.DATE, mention, inherited=True, confidence=_OF_EACH)
    for place in event_places(scan, told, told.start, told.end):
        mention = Mention(place.start, place.end, MentionRole.PLACE)
        yield Link(LinkRole.PLACE, mention, inherited=True, confidence=_OF_EACH)


_OF_EACH = 0.5
"""Confidence that the day and the place of a sum are those of each incident in it."""
