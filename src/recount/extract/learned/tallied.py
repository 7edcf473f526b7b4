"""Figures that both an account and a tally have: the heads say whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recount.extract.learned.figures import COUNT_TAGS
from recount.extract.rules.scan import overlaps
from recount.model import Account, Link, Tally
from recount.resources.encoder.reading import TextReading


def without_tallied(
    accounts: Sequence[Account], tallies: Sequence[Tally], reading: TextReading
) -> list[Account]:
    """Return the accounts without figures that the heads, too, hold for those of many incidents."""
    return [
        replace(
            account,
            links=tuple(
                link
                for link in account.links
                if not any(_is_of(tally, link, reading) for tally in tallies)
            ),
        )
        for account in accounts
    ]


def untaken(tallies: Sequence[Tally], accounts: Sequence[Account]) -> list[Tally]:
    """Return the tallies whose figure no account has."""
    counted = [
        link.mention
        for account in accounts
        for link in account.links
        if link.role.value in COUNT_TAGS
    ]
    return [
        tally for tally in tallies if not any(overlaps(tally.quantity, taken) for taken in counted)
    ]


def _is_of(tally: Tally, link: Link, reading: TextReading) -> bool:
    """Whether a figure is the tally's, by the heads."""
    role, words = link.role.value, link.mention
    if role not in COUNT_TAGS or not overlaps(tally.quantity, words):
        return False
    many = reading.mean_inside("tally", words.start, words.end)
    return many > reading.mean_inside(role, words.start, words.end)
