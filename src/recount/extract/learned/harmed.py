"""Whether somebody was hurt in what is told as a plan, a threat or an attempt.

Nobody is hurt by what lies ahead or was foiled, and an attempt that hurt somebody is an attack
that happened: of 172 accounts of the training labels that are planned, threatened, hypothetical,
foiled, denied or attempted, two count somebody killed or wounded.
"""

from __future__ import annotations

import re
from dataclasses import replace

from recount.extract.learned.words import Page
from recount.extract.rules.governed import governed
from recount.model import Account, Link, LinkRole, Realis

_AHEAD = frozenset(
    {Realis.PLANNED, Realis.THREATENED, Realis.HYPOTHETICAL, Realis.FOILED, Realis.ATTEMPTED}
)
_HARMED = frozenset({LinkRole.KILLED, LinkRole.WOUNDED})
_BEFELL = re.compile(
    r"\b(?:kill(?:ed|ing)|dead|death|died|slain|murder(?:ed)?|assassinat(?:ed|ion)|bod(?:y|ies)|fatal(?:ly)?|"
    r"shot|stabb(?:ed|ing)|wound(?:ed|s|ing)?|injur(?:ed|ies|y|ing)|hurt|hospitali[sz]ed)\b",
    re.IGNORECASE,
)
"""Words that tell that somebody was hit."""
_NEVER = re.compile(
    r"\b(?:no(?:body|[ -]one)?|none|not|n['’]t|never|without|nearly|almost|detectives?|could|would|"
    r"might|(?-i:may))\b|\b(?:tried|trying|attempt\w*|threat\w*)\s+(?:(?:to|of|at|on)\s+)?$",
    re.IGNORECASE,
)
_REACH = 40
"""Characters before such words in which they are taken back."""


def as_it_befell(page: Page, account: Account) -> Account:
    """Return an account of what lies ahead without people hurt, or as actual if they were."""
    if account.realis not in _AHEAD:
        return account
    hurt = [link for link in account.links if _counts_somebody(page, link)]
    if len(hurt) == 0:
        return account
    if any(_is_fact(page, link) for link in hurt):
        return replace(account, realis=Realis.ACTUAL, realis_cue=None)
    return replace(account, links=tuple(link for link in account.links if link not in hurt))


_NOBODY = re.compile(r"\W*(?:no|nobody|none|nil|zero|any|anyone|neither)\b", re.IGNORECASE)


def _counts_somebody(page: Page, link: Link) -> bool:
    nobody = _NOBODY.match(page.text, link.mention.start)
    return link.role in _HARMED and nobody is None


def _is_fact(page: Page, link: Link) -> bool:
    """Whether the sentence tells of people, and nothing in it takes back, that they were hit."""
    sentence = page.sentence_at(link.mention.start)
    if sentence is None:
        return False
    for told in _BEFELL.finditer(page.text, sentence.start, sentence.end):
        first = max(sentence.start, told.start() - _REACH)
        if governed(page.text, told.start(), told.end()) is None and not _NEVER.search(
            page.text, first, told.start()
        ):
            return True
    return False
