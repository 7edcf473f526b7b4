"""The GTT metric on hand-made templates with known numbers."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from recount.evaluation.muc4.labelled import bare_name, spellings
from recount.evaluation.muc4.run import perpetrators, targets
from recount.evaluation.muc4.score import count, count_document, score
from recount.evaluation.muc4.templates import Entity, Role, Template, load, normalise, predicted
from recount.evaluation.product import ReadAccount
from recount.model import (
    ActorKind,
    ActorValue,
    PersonName,
    Property,
    Realis,
    ResponsibilityValue,
    Scope,
    Span,
    Stance,
    TextValue,
)

NONE = dict.fromkeys(Role, ())


def gold(kinds="attack", optional=False, **roles):
    made = []
    for role in Role:
        entities = []
        for filler in roles.get(role.value, ()):
            maybe = filler[0].startswith("?")
            strings = frozenset(words.lstrip("?") for words in filler)
            entities.append(Entity(strings, optional=maybe))
        made.append((role, tuple(entities)))
    return Template(frozenset(kinds.split("/")), tuple(made), optional)


def ours(kind="attack", **roles):
    return predicted(kind, {Role(name): fillers for name, fillers in roles.items()})


def whole(mine, theirs):
    numbers = count_document(tuple(mine), tuple(theirs)).whole()
    return numbers.right_found, numbers.found, numbers.right_gold, numbers.gold


def test_equal_templates_are_all_right():
    template = [gold(PerpInd=[["rebels", "guerrillas"]], Weapon=[["bomb"]])]
    assert whole([ours(PerpInd=[["rebels"]], Weapon=[["bomb"]])], template) == (3, 3, 3, 3)


def test_every_string_of_a_filler_must_be_among_the_golds():
    template = [gold(PerpInd=[["rebels", "guerrillas"]])]
    assert whole([ours(PerpInd=[["rebels", "guerrillas"]])], template) == (2, 2, 2, 2)
    assert whole([ours(PerpInd=[["rebels", "men"]])], template) == (1, 2, 1, 2)


def test_templates_of_other_types_are_never_aligned():
    assert whole([ours("bombing")], [gold("kidnapping")]) == (0, 1, 0, 1)
    assert whole([ours("bombing")], [gold("attack/bombing")]) == (1, 1, 1, 1)


def test_the_alignment_is_the_best_one():
    golds = [gold(Victim=[["ana vell"]]), gold(Victim=[["beto ruun"]])]
    mine = [ours(Victim=[["Beto Ruun"]]), ours(Victim=[["Ana Vell"]])]
    assert whole(mine, golds) == (4, 4, 4, 4)


def test_an_optional_filler_counts_neither_for_nor_against():
    template = [gold(Target=[["?mill"]])]
    assert whole([ours()], template) == (1, 1, 1, 1)
    assert whole([ours(Target=[["mill"]])], template) == (1, 1, 1, 1)
    assert whole([ours(Target=[["barn"]])], template) == (1, 2, 1, 1)


def test_an_optional_template_counts_neither_for_nor_against():
    template = [gold(optional=True, Target=[["mill"]])]
    assert whole([], template) == (0, 0, 0, 0)
    assert whole([ours(Target=[["barn"]])], template) == (0, 0, 0, 0)
    assert whole([ours("kidnapping")], template) == (0, 1, 0, 0)


def test_a_needed_template_is_taken_before_an_optional_one():
    golds = [gold(optional=True, Victim=[["a"]]), gold()]
    assert whole([ours(Victim=[["a"]])], golds)[3] == 1
    assert whole([ours()], golds) == (1, 1, 1, 1)


def test_micro_scores_sum_over_documents():
    documents = [((ours(),), (gold(),)), ((), (gold(Victim=[["a"]]),)), ((ours(),), ())]
    found = {s.name: s.value for s in score(count(documents))}
    assert found["precision"] == 0.5
    assert found["recall"] == pytest.approx(1 / 3, abs=1e-4)
    assert found["incident_type_recall"] == 0.5


def test_words_are_compared_without_case_articles_and_punctuation():
    assert normalise('THE "Old"  Mill') == "old mill"


def test_keys_are_read_with_optional_marks_and_only_words_that_stand_in_the_text(tmp_path):
    row = {
        "id": "X-1",
        "text": "REBELS OF THE\nNORTH BURNED THE MILL OF ANA VELL.",
        "templates": [
            {
                "MESSAGE: TEMPLATE": ["1 (OPTIONAL)"],
                "INCIDENT: TYPE": ["ARSON / ATTACK"],
                "PERP: INDIVIDUAL ID": ['"REBELS OF THE NORTH" / "REBELS" / "MEN"'],
                "PHYS TGT: ID": ['? "MILL"'],
                "HUM TGT: NAME": ['"ANA VELL"', '"NOT THERE"'],
                "INCIDENT: INSTRUMENT ID": ["-"],
            },
            {"MESSAGE: TEMPLATE": ["*"], "INCIDENT: TYPE": ["*"]},
        ],
    }
    (tmp_path / "dev.jsonl").write_text(json.dumps(row))
    (report,) = load(tmp_path, "dev")
    (template,) = report.templates
    assert template.optional
    assert template.types == {"arson", "attack"}
    assert template.of(Role.PERP_IND) == (Entity(frozenset({"rebels of north", "rebels"})),)
    assert template.of(Role.TARGET) == (Entity(frozenset({"mill"}), optional=True),)
    assert template.of(Role.VICTIM) == (Entity(frozenset({"ana vell"})),)
    assert template.of(Role.WEAPON) == ()


def read_account(records, *statements):
    """An account with statements of these properties, values, words and places."""
    record = records.account("d", when=None, where=None)
    made = records._Builder(record.id, "d", None)
    for prop, value, _, _ in statements:
        made.add(prop, value)
    placed = tuple(
        replace(one, original=words, start=start, end=start + len(words))
        for one, (_, _, words, start) in zip(made.statements, statements, strict=True)
    )
    return ReadAccount(replace(record, statements=placed), "i", Realis.ACTUAL, Scope.POLITICAL)


def actor(words, *, generic=True):
    return ActorValue(words, ActorKind.UNKNOWN, generic)


@pytest.mark.parametrize(
    ("words", "generic", "filler"),
    [
        ("THE ASHEN FRONT", False, ("THE ASHEN FRONT", True)),
        ("TWO YOUNG MEN", True, ("TWO YOUNG MEN", False)),
        ("SUSPECTED GUERRILLAS", True, ("GUERRILLAS", False)),
        ("THE ARMED FORCES", True, ("THE ARMED FORCES", True)),
        ("POLICE OFFICERS", True, ("POLICE OFFICERS", False)),
    ],
)
def test_perpetrators_are_individuals_or_organisations(records, words, generic, filler):
    account = read_account(
        records, (Property.PERPETRATOR, actor(words, generic=generic), words, 10)
    )
    assert perpetrators(account) == [filler]


def test_whom_somebody_blames_is_a_perpetrator_and_whom_somebody_clears_is_not(records):
    blamed = ResponsibilityValue("Ashen Front", Stance.BLAMED)
    cleared = ResponsibilityValue("Grey Hand", Stance.DENIED)
    account = read_account(
        records,
        (Property.PERPETRATOR, actor("GUNMEN"), "GUNMEN", 0),
        (Property.RESPONSIBILITY, blamed, "ASHEN FRONT", 20),
        (Property.RESPONSIBILITY, cleared, "GREY HAND", 40),
        (Property.RESPONSIBILITY, ResponsibilityValue("gunmen", Stance.BLAMED), "GUNMEN", 0),
    )
    assert perpetrators(account) == [("GUNMEN", False), ("ASHEN FRONT", True)]


def test_a_target_that_holds_a_site_is_aimed_at_and_a_bare_site_only_by_bombs(records):
    account = read_account(
        records,
        (Property.TARGET, actor("THE OLD MILL"), "THE OLD MILL", 10),
        (Property.SITE, TextValue("mill"), "MILL", 18),
        (Property.SITE, TextValue("road"), "ROAD", 40),
        (Property.TARGET, actor("SOLDIERS"), "SOLDIERS", 60),
    )
    assert targets(account, "attack") == ["THE OLD MILL"]
    assert targets(account, "bombing") == ["THE OLD MILL", "ROAD"]


def test_a_name_with_its_short_form_meets_a_gold_with_both():
    assert spellings("AMBER COAST FRONT (ACF)") == ["AMBER COAST FRONT", "ACF"]
    assert spellings("AMBER COAST FRONT [ACF") == ["AMBER COAST FRONT", "ACF"]
    assert spellings("AMBER COAST FRONT") == ["AMBER COAST FRONT"]


def test_a_victim_is_given_by_the_name_inside_the_words():
    name = PersonName(11, 22, private=True, reason="victim")
    assert bare_name([name], Span(0, 22)) == Span(11, 22)
    assert bare_name([name], Span(12, 22)) == Span(12, 22)
    assert bare_name([name, replace(name, start=0, end=5)], Span(0, 22)) == Span(0, 22)
