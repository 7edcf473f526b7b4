"""Figures that both an account and a tally have."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from recount.extract.learned.tallied import untaken, without_tallied
from recount.model import (
    Account,
    IncidentType,
    Link,
    LinkRole,
    Mention,
    MentionRole,
    Realis,
    Scope,
    Span,
)

FIGURE = Mention(10, 20, MentionRole.QUANTITY)


def account(role=LinkRole.KILLED):
    """Return an account with one link to the figure."""
    return Account(
        "a", "d", "r", (Mention(0, 6, MentionRole.TRIGGER),), IncidentType.ATTACK, Realis.ACTUAL,
        Scope.POLITICAL, (Link(role, FIGURE),), (), Span(0, 30), 1.0,
    )  # fmt: skip


def tally(start, end):
    return SimpleNamespace(quantity=Mention(start, end, MentionRole.QUANTITY))


def heads(**means):
    """Return a reading whose heads hold any words so surely for a kind."""
    return SimpleNamespace(mean_inside=lambda tag, start, end: means[tag])


@pytest.mark.parametrize(("sure", "links"), [(0.7, 0), (0.2, 1)])
def test_the_heads_say_whose_a_figure_is(sure, links):
    (kept,) = without_tallied([account()], [tally(12, 24)], heads(tally=sure, killed=0.4))
    assert len(kept.links) == links


def test_other_words_are_no_tallys():
    reading = heads(tally=0.9, killed=0.1, victim=0.1)
    (kept,) = without_tallied([account(LinkRole.VICTIM)], [tally(12, 24)], reading)
    assert len(kept.links) == 1
    (kept,) = without_tallied([account()], [tally(20, 24)], reading)
    assert len(kept.links) == 1


def test_a_tally_stays_whose_figure_no_account_has():
    taken, free = tally(12, 24), tally(20, 24)
    assert untaken([taken, free], [account()]) == [free]
    assert untaken([taken], [account(LinkRole.VICTIM)]) == [taken]
