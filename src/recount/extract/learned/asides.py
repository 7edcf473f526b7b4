"""Another incident told in passing: "the raid came three days after a bomb in Tarn that killed 17".

What stands behind such words is the other incident's: its place, its people, and whoever claims
or is blamed for it. Where it is no account of its own, nothing else keeps it apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recount.extract.learned.figures import COUNT_TAGS
from recount.extract.learned.words import Page, own_days
from recount.extract.rules.scan import Sentence, lies_in
from recount.model import Account, Link, LinkRole, Span
from recount.resources.grammar.incident_nouns import INCIDENT

_AGO = r"(?:hours?|days?|weeks?|months?|years?)\s+(?:after|before)\s+"
_AFTER_ANOTHER = re.compile(
    rf"\b{_AGO}(?:an|a|another)\s+(?:[\w-]+\s+){{0,3}}?{INCIDENT}\b", re.IGNORECASE
)
_CAME_AFTER = re.compile(
    r"\b(?:came|comes|coming|happened|occurred|took\s+place)\s+(?:[\w-]+\s+){0,3}?(?P<ago>"
    rf"[\w-]+\s+{_AGO})(?!(?:the|this|that|these|those|his|her|their|its|he|she|they|it)\b)"
    r"(?![^.;]*\b(?:him|her|them)\b)",
    re.IGNORECASE,
)
"""A clause on another incident, in which nobody told before is taken up."""
_ALSO_CLAIMS = re.compile(
    r"\b(?:that|which|who)\s+(?:(?:has|have|had)\s+)?also\s+(?:says?|said|claim(?:s|ed)?|"
    r"admit(?:s|ted)?|boast(?:s|ed)?)\s+(?P<deed>[^,;.()]{8,})",
    re.IGNORECASE,
)
"""A relative clause on another deed of the group ("a faction that also says it bombed Tarn")."""
_LEAST = 12
"""Characters of a sentence before such words, in which its own incident is told."""


def asides_of(text: str, sentences: Sequence[Sentence]) -> Iterator[Span]:
    """Yield the stretches of sentences that tell of another incident, in order."""
    for sentence in sentences:
        first = sentence.start + _LEAST
        came = _CAME_AFTER.search(text, sentence.start, sentence.end)
        other = _AFTER_ANOTHER.search(text, first, sentence.end)
        if came is not None:
            yield Span(came.start("ago"), sentence.end)
        elif other is not None:
            yield Span(other.start(), sentence.end)
        for also in _ALSO_CLAIMS.finditer(text, sentence.start, sentence.end):
            yield Span(*also.span("deed"))


def without_asides(asides: Sequence[Span], accounts: Sequence[Account]) -> list[Account]:
    """Return the accounts without what belongs to incidents that are told in passing.

    An account whose surest word stands in passing is that incident, and keeps all.
    """
    return [_own(account, asides) for account in accounts] if asides else list(accounts)


def _own(account: Account, asides: Sequence[Span]) -> Account:
    main = account.triggers[0]
    if lies_in(main, asides) or not any(span.start >= main.start for span in asides):
        return account
    triggers = tuple(one for one in account.triggers if not lies_in(one, asides))
    claims = tuple(one for one in account.claims if not lies_in(one.words, asides))
    links = tuple(link for link in account.links if not lies_in(link.mention, asides))
    name = Account.id_of(account.document, account.rendition, triggers)
    return replace(account, id=name, triggers=triggers, claims=claims, links=links)


def without_others_words(page: Page, accounts: Sequence[Account]) -> list[Account]:
    """Return the accounts, those of which one sentence tells by their day with its words alone.

    What the heads link to "last weekend's air strike" elsewhere in news of a march is the march's.

    Args:
        page: the document under reading.
        accounts: all of the text; the only one keeps everything.
    """
    if len(accounts) < 2:
        return list(accounts)
    return [_with_own_words(page, account) for account in accounts]


def _with_own_words(page: Page, account: Account) -> Account:
    told = [one for one in account.triggers if one.label not in COUNT_TAGS]
    homes = {page.sentence_at(one.start) for one in told}
    if len(homes) != 1 or next(own_days(page, told), None) is None:
        return account
    triggers = tuple(one for one in account.triggers if page.sentence_at(one.start) in homes)
    links = tuple(link for link in account.links if _is_own(link))
    name = Account.id_of(account.document, account.rendition, triggers)
    return replace(account, id=name, triggers=triggers, links=links)


def _is_own(link: Link) -> bool:
    doer = link.role is LinkRole.PERPETRATOR
    return not link.inherited and not (doer and link.confidence < _SURE_DOER)


_SURE_DOER = 0.7
"""Confidence of a doer below which whoever else such a sentence is on is likelier the doer."""
