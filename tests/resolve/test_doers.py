"""Which words for perpetrators are told."""

import pytest

from recount.model import (
    ActorKind,
    ActorValue,
    IncidentType,
    Property,
    ResponsibilityValue,
    Span,
    SpanRole,
    Stance,
    Unknown,
    Voice,
)
from recount.resolve.doers import (
    INDIVIDUAL,
    is_bare_name,
    kept_doers,
    may_be_person,
    needed_positions,
    one_of_each,
)
from recount.resolve.drafts import Draft

VOICE = Voice(None, None, "The Courier", Stance.ASSERTED)


def draft(value, start, end, prop=Property.PERPETRATOR):
    return Draft(prop, value, Span(start, end), VOICE, "m", 0.8)


def named(name, kind=ActorKind.REBEL_GROUP):
    return ActorValue(name, kind, generic=False)


def generic(name):
    return ActorValue(name, ActorKind.REBEL_GROUP, generic=True)


@pytest.mark.parametrize(
    ("value", "bare"),
    [
        (named("Aro Vell", ActorKind.UNKNOWN), True),
        (named("Ostrelle", ActorKind.UNKNOWN), True),
        (named("Ember Column", ActorKind.UNKNOWN), False),
        (named("Ember Column"), False),
        (generic("rebels"), False),
        (Unknown("nobody"), False),
    ],
)
def test_a_name_without_a_noun_of_groups_is_bare(value, bare):
    assert is_bare_name(value) is bare


def test_a_private_name_is_no_perpetrator():
    one = draft(named("Aro Vell", ActorKind.UNKNOWN), 0, 8)
    other = draft(generic("gunmen"), 20, 26)
    assert kept_doers([one, other]) == [other]


def test_words_inside_other_words_add_only_another_actor():
    whole = draft(generic("rebels"), 0, 10)
    inner = draft(generic("rebels"), 4, 10)
    group = draft(named("Ember Column"), 5, 9)
    assert kept_doers([whole, inner, group]) == [whole, group]


def test_without_any_actor_the_first_words_are_kept():
    unknown = draft(Unknown("no actor"), 0, 5)
    assert kept_doers([unknown, draft(Unknown("none"), 7, 9)]) == [unknown]
    assert kept_doers([unknown, draft(generic("gunmen"), 7, 9)]) == [draft(generic("gunmen"), 7, 9)]


@pytest.mark.parametrize(
    ("words", "person"),
    [("Aro Vell", True), ("the suspect", True), ("six", False), ("ALLEGED", False)],
)
def test_positions_are_held_by_persons(words, person):
    assert may_be_person(words) is person


def held(name, stance, text, words, last=False):
    at = text.rindex(words) if last else text.index(words)
    value = ResponsibilityValue(name, stance)
    return draft(value, at, at + len(words), Property.RESPONSIBILITY)


def test_mentions_of_one_person_are_one_position_with_all_its_words():
    text = "Aro Vell was charged. Police suspect Vell."
    found = one_of_each(
        [
            held(INDIVIDUAL, Stance.BLAMED, text, "Aro Vell"),
            held(INDIVIDUAL, Stance.SUSPECTED, text, "Vell", last=True),
        ],
        text,
    )
    assert [one.value.stance for one in found] == [Stance.BLAMED]
    assert [(s.of(text), s.role) for s in found[0].extra] == [("Vell", SpanRole.ANTECEDENT)]


def test_claims_and_denials_stand_beside_the_blame():
    text = "The Front was blamed. The Front denied it. Nobody claimed it."
    found = one_of_each(
        [
            held("Front", Stance.BLAMED, text, "The Front"),
            held("Front", Stance.DENIED, text, "The Front", last=True),
            held(None, Stance.UNCLAIMED, text, "Nobody"),
        ],
        text,
    )
    assert [one.value.stance for one in found] == [
        Stance.BLAMED,
        Stance.DENIED,
        Stance.UNCLAIMED,
    ]


def position(actor, stance):
    return draft(ResponsibilityValue(actor, stance), 0, 5, Property.RESPONSIBILITY)


def held_by(cue):
    value = ResponsibilityValue("Merin Guard", Stance.BLAMED)
    voice = Voice("officials", None, "The Courier", Stance.BLAMED, cue)
    return Draft(Property.RESPONSIBILITY, value, Span(0, 4), voice, "m", 0.8)


def stances(drafts):
    return [(one.value.actor, one.value.stance) for one in drafts]


def test_who_claims_it_is_not_also_told_as_the_doer_by_the_outlet():
    told = [position("Ember Column", Stance.ASSERTED), position("Ember Column", Stance.CLAIMED)]
    kept = needed_positions(told, IncidentType.ATTACK)
    assert stances(kept) == [("Ember Column", Stance.CLAIMED)]


def test_the_outlets_own_voice_stays_beside_blame():
    told = [position("Front", Stance.ASSERTED), position("Front", Stance.BLAMED)]
    assert needed_positions(told, IncidentType.ATTACK) == told


def test_another_doer_told_by_the_outlet_stays():
    told = [position("Front", Stance.ASSERTED), position("Ember Column", Stance.DENIED)]
    assert needed_positions(told, IncidentType.SUICIDE_BOMB) == told


@pytest.mark.parametrize("kind", [IncidentType.ARMED_CLASH, IncidentType.ARRESTS])
def test_the_sides_of_a_clash_or_an_arrest_are_no_culprits(kind):
    told = [position("Gendarmerie", Stance.ASSERTED), held_by("blamed")]
    assert stances(needed_positions(told, kind)) == [("Merin Guard", Stance.BLAMED)]


def test_who_tells_of_a_clash_blames_neither_side():
    assert needed_positions([held_by("said")], IncidentType.ARMED_CLASH) == []


def test_words_of_blame_for_a_clash_are_a_position():
    said = [held_by("blamed")]
    assert needed_positions(said, IncidentType.ARMED_CLASH) == said


def test_who_tells_of_an_attack_blames_its_doer():
    said = [held_by("said")]
    assert needed_positions(said, IncidentType.ATTACK) == said
