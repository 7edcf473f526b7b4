"""Accounts of the heads and of the rules become one list."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

from recount.extract.learned.fuse import Found, fuse
from recount.extract.learned.settings import Decoding
from recount.extract.rules.extractor import Ruled
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

SURE = Decoding("test")
TEXT = SimpleNamespace(text="x" * 100)
"""Stands for what the heads say of a text: here its words alone are asked for."""


def account(*triggers, killed=(), place=(), confidence=0.9):
    """Return an account with triggers, figures of killed and places at some offsets."""
    mentions = tuple(Mention(start, end, MentionRole.TRIGGER) for start, end in triggers)
    links = [Link(LinkRole.KILLED, Mention(*at, MentionRole.QUANTITY)) for at in killed]
    links += [Link(LinkRole.PLACE, Mention(*at, MentionRole.PLACE)) for at in place]
    return Account(
        id=Account.id_of("d", "r", mentions),
        document="d",
        rendition="r",
        triggers=mentions,
        type=IncidentType.ATTACK,
        realis=Realis.ACTUAL,
        scope=Scope.POLITICAL,
        links=tuple(links),
        claims=(),
        extent=Span(0, 100),
        confidence=confidence,
    )


def fused(ruled, heads, many=()):
    """Return the triggers' offsets of each account of both; no account is of the rules alone."""
    found = [Found(one, 0.9) for one in heads]
    made = fuse(Ruled((), tuple(ruled), tuple(many)), found, TEXT, [Span(0, 100)], SURE)
    return [
        ([(t.start, t.end) for t in one.triggers], [link.mention.start for link in one.links])
        for one in made
    ]


def test_an_account_of_both_has_the_triggers_of_both():
    assert fused([account((0, 5), (10, 15))], [account((0, 5), (20, 25))]) == [
        ([(0, 5), (20, 25), (10, 15)], [])
    ]


def test_what_the_heads_tell_apart_stays_apart():
    rules = [account((0, 5), (50, 55))]
    heads = [account((0, 5)), account((50, 55), place=[(60, 65)])]
    assert [triggers for triggers, _ in fused(rules, heads)] == [[(0, 5)], [(50, 55)]]


def test_a_figure_of_another_incident_of_the_heads_is_not_kept_from_the_rules():
    rules = [account((0, 5), (50, 55), killed=[(6, 8), (56, 58)])]
    heads = [account((0, 5), killed=[(6, 8)]), account((50, 55), killed=[(56, 58)])]
    assert [links for _, links in fused(rules, heads)] == [[6], [56]]


def test_figures_in_common_say_whose_account_the_rules_give():
    rules = [account((0, 5), (50, 55), killed=[(6, 8), (10, 12)])]
    heads = [account((50, 55), place=[(60, 65)]), account((0, 5), killed=[(6, 8), (10, 12)])]
    assert fused(rules, heads) == [([(0, 5)], [6, 10]), ([(50, 55)], [60])]


def test_what_only_the_heads_tell_of_needs_a_day_place_or_victim():
    assert fused([], [account((0, 5))]) == []
    assert len(fused([], [account((0, 5), killed=[(6, 8)])])) == 1


def test_what_only_the_heads_tell_of_needs_confidence():
    assert fused([], [account((0, 5), killed=[(6, 8)], confidence=0.1)]) == []


def test_a_habit_told_by_the_heads_alone_is_no_incident():
    heads = [account((0, 5), killed=[(6, 8)])]
    assert fused([], heads, many=[Span(0, 30)]) == []
    assert len(fused([], heads, many=[Span(40, 60)])) == 1


def test_a_list_is_whole_where_the_heads_have_it_whole():
    ruled = account((10, 16), killed=[(17, 25)])
    heads = account((10, 16), killed=[(17, 50)])
    (made,) = fuse(Ruled((), (ruled,), ()), [Found(heads, 0.9)], TEXT, [Span(0, 100)], SURE)
    figures = [link.mention.span for link in made.links if link.role is LinkRole.KILLED]
    assert figures == [Span(17, 50)]


def test_a_longer_figure_of_the_rules_stays():
    ruled = account((10, 16), killed=[(17, 50)])
    heads = account((10, 16), killed=[(17, 25)])
    (made,) = fuse(Ruled((), (ruled,), ()), [Found(heads, 0.9)], TEXT, [Span(0, 100)], SURE)
    figures = [link.mention.span for link in made.links if link.role is LinkRole.KILLED]
    assert figures == [Span(17, 50)]


def test_the_weapon_of_the_heads_deed_is_no_incident_of_its_own():
    deed = account((30, 38), place=[(50, 55)])
    weapon = Link(LinkRole.WEAPON, Mention(10, 21, MentionRole.WEAPON))
    deed = replace(deed, links=(*deed.links, weapon))
    made = fused([account((10, 21), killed=[(60, 64)])], [deed])
    assert made == [([(30, 38), (10, 21)], [50, 60, 10])]


def kind_of_both(ruled, heads, chance):
    """Return the type of an account of both, by the type of each and the heads' probability."""
    rules = Ruled((), (replace(account((0, 5)), type=ruled),), ())
    found = [Found(replace(account((0, 5)), type=heads), chance)]
    (made,) = fuse(rules, found, TEXT, [Span(0, 100)], replace(SURE, type_sure=0.85))
    return made.type


def test_attack_is_what_the_rules_cannot_tell_apart():
    blast = IncidentType.REMOTE_EXPLOSIVE
    assert kind_of_both(IncidentType.ATTACK, blast, 0.4) is blast


def test_an_unsure_type_of_the_heads_gives_way_to_a_plain_one_of_the_rules():
    blast = IncidentType.REMOTE_EXPLOSIVE
    assert kind_of_both(blast, IncidentType.ABDUCTION, 0.4) is blast


def test_a_clash_needs_more_than_a_blast():
    clash = IncidentType.ARMED_CLASH
    assert kind_of_both(IncidentType.ATTACK, clash, 0.6) is IncidentType.ATTACK
    assert kind_of_both(IncidentType.ATTACK, clash, 0.75) is clash
