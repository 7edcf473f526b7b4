"""An account of the rules that one of the heads holds whole is told once."""

from __future__ import annotations

from recount.extract.learned.repeats import without_repeats
from recount.model import (
    Account,
    Claim,
    IncidentType,
    Link,
    LinkRole,
    Mention,
    MentionRole,
    Realis,
    Scope,
    Span,
    Stance,
)


def account(*triggers, claims=(), **links):
    """Return an account with triggers and links, by role, at some offsets."""
    mentions = tuple(Mention(start, end, MentionRole.TRIGGER) for start, end in triggers)
    return Account(
        id=Account.id_of("d", "r", mentions),
        document="d",
        rendition="r",
        triggers=mentions,
        type=IncidentType.ATTACK,
        realis=Realis.ACTUAL,
        scope=Scope.POLITICAL,
        links=tuple(
            Link(LinkRole(role), Mention(*at, MentionRole.QUANTITY)) for role, at in links.items()
        ),
        claims=tuple(claims),
        extent=Span(0, 100),
        confidence=0.9,
    )


HELD = account((0, 5), (20, 25), date=(6, 9), killed=(10, 15))


def told(one):
    """Return the triggers of each account that is left, the second one of the rules."""
    left = without_repeats([HELD, one], {one.id})
    return [[(t.start, t.end) for t in kept.triggers] for kept in left]


def test_what_adds_nothing_is_told_once():
    assert told(account((20, 25), date=(6, 9))) == [[(0, 5), (20, 25)]]
    assert told(account((20, 25), date=(30, 35))) == [[(0, 5), (20, 25)]]


def test_a_day_and_a_figure_of_its_own_make_an_incident_of_its_own():
    one = account((20, 25), date=(30, 35), killed=(40, 45))
    assert told(one) == [[(0, 5)], [(20, 25)]]


def test_a_trigger_that_the_heads_lack_makes_an_incident_of_its_own():
    assert told(account((20, 25), (50, 55))) == [[(0, 5), (20, 25)], [(20, 25), (50, 55)]]


def test_accounts_of_the_heads_stay():
    other = account((20, 25))
    assert without_repeats([HELD, other], set()) == [HELD, other]


def test_what_is_told_once_keeps_figures_and_positions():
    claim = Claim(Stance.UNCLAIMED, Span(60, 70), None)
    one = account((20, 25), wounded=(40, 45), killed=(46, 49), claims=[claim])
    (left,) = without_repeats([HELD, one], {one.id})
    assert [link.role for link in left.links] == [LinkRole.DATE, LinkRole.KILLED, LinkRole.WOUNDED]
    assert left.claims == (claim,)


def test_the_weapon_beside_anothers_verb_is_no_account():
    bomb = account((0, 6), date=(20, 26))
    blast = account((7, 15), date=(20, 26), weapon=(0, 6), killed=(40, 45))
    left = without_repeats([blast, bomb], {bomb.id})
    assert left == [blast]


def test_a_weapon_with_a_day_of_its_own_stays():
    bomb = account((0, 6), date=(20, 26))
    blast = account((7, 15), date=(50, 56), weapon=(0, 6))
    assert without_repeats([blast, bomb], {bomb.id}) == [blast, bomb]


def test_a_weapon_far_from_the_verb_stays():
    bomb = account((0, 6), date=(20, 26))
    blast = account((30, 38), date=(20, 26), weapon=(0, 6))
    assert without_repeats([blast, bomb], {bomb.id}) == [blast, bomb]
