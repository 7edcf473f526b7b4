"""The sentences that tell of an incident: its own, and those right after them."""

from __future__ import annotations

from collections.abc import Sequence

from recount.extract.learned.words import Page
from recount.extract.rules.entries import in_two_entries
from recount.extract.rules.scan import Sentence, sentence_of
from recount.model import Account

_REACH = 2
"""Sentences after one of its own in which an account's people may still be told."""


def own_sentences(page: Page, accounts: Sequence[Account]) -> list[list[Sentence]]:
    """Return, for each account, its sentences and those after them in which no other is told.

    Args:
        page: the text.
        accounts: its accounts.
    """
    homes = [_homes(page, account) for account in accounts]
    found = []
    for at, account in enumerate(accounts):
        others = set().union(*(own for n, own in enumerate(homes) if n != at))
        found.append(_own(page, account, homes[at], others))
    return found


def _homes(page: Page, account: Account) -> set[int]:
    sentences = page.scan.sentences
    return {sentence_of(sentences, t.start) for t in account.triggers} if sentences else set()


def _own(page: Page, account: Account, homes: set[int], others: set[int]) -> list[Sentence]:
    """Return an account's sentences and those right after them that no other account tells in."""
    sentences = page.scan.sentences
    own: list[int] = []
    for home in sorted(homes - others):
        own.append(home)
        for at in range(home + 1, min(home + _REACH + 1, len(sentences))):
            paragraph = sentences[at].segment.index == sentences[home].segment.index
            if at in others or not paragraph:
                break
            own.append(at)
    start = account.triggers[0].start
    return [
        sentences[at]
        for at in dict.fromkeys(own)
        if not sentences[at].heading
        and not in_two_entries(page.scan.entries, sentences[at].start, start)
    ]
