"""Types that the words tell more of than the heads learned."""

from __future__ import annotations

import pytest

from recount.extract.learned.drafts import Belonging, Draft
from recount.extract.learned.kinds import kind_of
from recount.extract.learned.words import Page
from recount.extract.rules.scan import scan_document
from recount.model import IncidentType, Scope
from recount.resources.encoder.reading import FoundSpan
from recount.resources.lexicon import load_lexicon

_BLAST = IncidentType.REMOTE_EXPLOSIVE
_SUICIDE = IncidentType.SUICIDE_BOMB


@pytest.fixture
def kind(as_document, resources):
    """Return the type of a text's one incident, by its triggers and doers."""

    def read(text, *triggers, told, doer=None, scope=Scope.POLITICAL):
        def span(words):
            return FoundSpan(text.index(words), text.index(words) + len(words), 0, 0, 0.9)

        words = () if doer is None else (Belonging("perpetrator", span(doer), 0.9),)
        page = Page(scan_document(as_document(text), resources, load_lexicon()), None, ())
        return kind_of(page, Draft(tuple(map(span, triggers)), words), told, scope)

    return read


def test_an_accident_is_no_attack(kind):
    text = "A boy was shot in Osset when the gun went off."
    assert kind(text, "shot", told=IncidentType.ATTACK, scope=Scope.ACCIDENT) is IncidentType.OTHER
    assert kind(text, "shot", told=IncidentType.ATTACK) is IncidentType.ATTACK


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A man shot at guards in Osset, who returned fire.", "returned fire"),
        ("A clerk died in a gun battle in Osset.", "battle"),
        ("Both sides exchanged gunfire in Osset.", "gunfire"),
    ],
)
def test_where_both_sides_fire_it_is_a_clash(kind, text, trigger):
    assert kind(text, trigger, told=IncidentType.ATTACK) is IncidentType.ARMED_CLASH


def test_where_one_side_fires_the_heads_decide(kind):
    text = "Raiders shot a clerk in Osset. Weeks later guards elsewhere returned fire on others."
    assert kind(text, "shot", told=IncidentType.ATTACK) is IncidentType.ATTACK


@pytest.mark.parametrize(
    ("text", "trigger", "doer", "expected"),
    [
        ("Near Osset one strike hit a depot.", "strike", None, IncidentType.AIR_STRIKE),
        ("The army bombed Osset.", "bombed", "The army", IncidentType.AIR_STRIKE),
        ("Rebels bombed Osset.", "bombed", "Rebels", _BLAST),
        ("A car bomb went off in Osset.", "went off", None, _BLAST),
        ("Mortars hit Osset.", "hit", None, IncidentType.SHELLING),
        ("A missile strike hit Osset.", "strike", None, IncidentType.SHELLING),
    ],
)
def test_blasts_are_of_the_kind_that_their_words_tell(kind, text, trigger, doer, expected):
    assert kind(text, trigger, told=_BLAST, doer=doer) is expected


def test_a_labour_strike_stays_a_protest(kind):
    told = IncidentType.PEACEFUL_PROTEST
    assert kind("A strike shut the port of Osset.", "strike", told=told) is told


@pytest.mark.parametrize(
    ("text", "triggers", "expected"),
    [
        ("Troops seized ten rifles in Osset.", ("seized",), IncidentType.DISRUPTED_WEAPONS),
        ("Troops seized a clerk in Osset.", ("seized",), IncidentType.ARMED_CLASH),
        ("Troops clashed and seized arms.", ("clashed", "seized"), IncidentType.ARMED_CLASH),
    ],
)
def test_a_find_of_arms_is_no_clash(kind, text, triggers, expected):
    assert kind(text, *triggers, told=IncidentType.ARMED_CLASH) is expected


@pytest.mark.parametrize(
    ("text", "trigger", "doer", "found"),
    [
        ("Gunmen attacked a police post in Velm.", "attacked", "Gunmen", IncidentType.ARMED_CLASH),
        ("Gunmen attacked a school in Velm.", "attacked", "Gunmen", IncidentType.ATTACK),
        ("Artillery killed a cook in Velm.", "killed", "Artillery", IncidentType.SHELLING),
        ("A drone killed a cook in Velm.", "killed", "A drone", IncidentType.AIR_STRIKE),
        ("Their lorry hit a mine near Velm.", "hit", "lorry", IncidentType.REMOTE_EXPLOSIVE),
        ("A crowd beat a man to death in Velm.", "beat", "A crowd", IncidentType.MOB_VIOLENCE),
        ("Soldiers detained three in Velm.", "detained", "Soldiers", IncidentType.ARRESTS),
        ("Gunmen detained three in Velm.", "detained", "Gunmen", IncidentType.ATTACK),
    ],
)
def test_target_doers_and_means_tell_what_kind_of_attack_it_was(kind, text, trigger, doer, found):
    assert kind(text, trigger, told=IncidentType.ATTACK, doer=doer) is found


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        (
            "A van packed with explosives was driven into Velm.",
            "driven",
            IncidentType.SUICIDE_BOMB,
        ),
        ("A girl set off the bomb under her robe.", "set off", _SUICIDE),
        ("A bomb under his car exploded in Velm.", "exploded", IncidentType.REMOTE_EXPLOSIVE),
        ("A drone dropped a grenade on Velm.", "dropped", IncidentType.AIR_STRIKE),
        ("Howitzers pounded Velm with projectiles.", "pounded", IncidentType.SHELLING),
    ],
)
def test_more_words_for_kinds_of_blast(kind, text, trigger, found):
    assert kind(text, trigger, told=_BLAST) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Workers marched in Velm and went home.", IncidentType.PEACEFUL_PROTEST),
        ("Police broke up those who marched with tear gas.", IncidentType.PROTEST_INTERVENTION),
        ("Police opened fire on those who marched.", IncidentType.EXCESSIVE_FORCE),
    ],
)
def test_what_is_used_against_it_tells_the_kind_of_protest(kind, text, found):
    assert kind(text, "marched", told=IncidentType.PEACEFUL_PROTEST) is found


@pytest.mark.parametrize(
    ("text", "trigger", "told", "found"),
    [
        ("A crude bomb was hurled at a stall in Velm.", "hurled", _BLAST, IncidentType.GRENADE),
        ("Youths threw two bombs at a stall in Velm.", "threw", _BLAST, IncidentType.GRENADE),
        ("Petrol bombs were thrown at a shop in Velm.", "thrown", _BLAST, IncidentType.LOOTING),
        ("A bomb in a bag went off in Velm.", "went off", _BLAST, _BLAST),
    ],
)
def test_bombs_thrown_by_hand_are_grenades_and_bottles_of_fuel_are_none(
    kind, text, trigger, told, found
):
    assert kind(text, trigger, told=told) is found


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Sappers neutralised an explosive device at the school in Velm.", "neutralised"),
        ("A bomb at the mill in Velm was defused on Monday.", "defused"),
        ("Engineers found the mine and blew it up in Velm.", "blew it up"),
    ],
)
def test_a_bomb_made_safe_is_disrupted(kind, text, trigger):
    assert kind(text, trigger, told=_BLAST) is IncidentType.DISRUPTED_WEAPONS


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A bomb exploded in Velm before a second device was defused.", "exploded"),
        ("Troops neutralised six fighters with a mine in Velm.", "mine"),
        ("The lorry struck a mine near Velm and was destroyed.", "struck"),
    ],
)
def test_a_bomb_that_goes_off_or_people_who_are_killed_are_not_made_safe(kind, text, trigger):
    assert kind(text, trigger, told=_BLAST) is _BLAST


@pytest.mark.parametrize("words", ["raped", "gang-raped", "were raped"])
def test_rape_goes_before_other_harm(kind, words):
    text = f"Two women {words} and robbed in Velm."
    found = kind(text, words, "robbed", told=IncidentType.ATTACK)
    assert found is IncidentType.SEXUAL_VIOLENCE


def test_whoever_drives_on_to_a_mine_met_one(kind):
    text = "A tractor drove on to a mine near Velm."
    assert kind(text, "drove", told=IncidentType.OTHER) is _BLAST
    assert kind("A tractor drove on to a verge.", "drove", told=IncidentType.OTHER) is (
        IncidentType.OTHER
    )
