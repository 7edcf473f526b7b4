import json
from dataclasses import replace
from datetime import date

import pytest

from recount.link import cluster, independent_voices, judge
from recount.model import (
    DatePrecision,
    FindingStatus,
    IncidentType,
    PlacePrecision,
    Property,
    Qualifier,
    Realis,
    Scope,
    Span,
    Stance,
    TextValue,
    Unknown,
    UsageError,
    count_of,
)
from recount.reconcile import reconcile, toll_over_time

K = Property.KILLED


@pytest.fixture
def told(make):
    """The incident of accounts given as (document, account options), one voice a document."""

    def of(*rows, rule="recount", voices=None):
        infos, records = {}, []
        for number, (key, published, options) in enumerate(rows):
            more = dict(options)
            info = {name: more.pop(name) for name in ("outlet", "reliability") if name in more}
            infos[key] = make.document(key, published, **info)
            records.append(make.account(key, number, **more))
        return reconcile("i1", records, infos, voices or {}, rule)

    return of


def killed(incident):
    found = incident.finding(K)
    return found.low, found.best, found.high, found.status


def test_two_voices_with_one_figure_agree(told):
    incident = told(("a", None, {"killed": 9}), ("b", None, {"killed": 9}))
    assert killed(incident) == (9, 9, 9, FindingStatus.AGREED)
    assert incident.finding(K).voices == 2


def test_one_voice_is_a_single_source(told):
    assert killed(told(("a", None, {"killed": 9}))) == (9, 9, 9, FindingStatus.SINGLE_SOURCE)


def test_figures_that_differ_are_disputed_and_all_shown(told):
    incident = told(
        ("a", "2031-05-02", {"killed": [count_of(60, Qualifier.ABOUT)]}),
        ("b", "2031-05-03", {"killed": [count_of(72, Qualifier.AT_LEAST)]}),
    )
    # The later total is the larger: the toll may have grown, so both speak for it.
    assert killed(incident) == (60, 72, 72, FindingStatus.DISPUTED)
    assert [f.value.value for f in incident.finding(K).figures] == [60, 72]
    assert len(incident.finding(K).supporting) == len(incident.finding(K).opposing) == 1


def test_170_and_more_than_170_are_disputed(told):
    incident = told(
        ("a", None, {"killed": 170}),
        ("b", None, {"killed": [count_of(170, Qualifier.MORE_THAN)]}),
    )
    assert killed(incident) == (170, 170, 170, FindingStatus.DISPUTED)


def test_a_vague_word_agrees_with_a_number_in_its_bounds(told):
    dozens = {"killed": [count_of(0, Qualifier.DOZENS)]}
    assert killed(told(("a", None, dozens), ("b", None, {"killed": 30})))[3] == "agreed"
    assert killed(told(("a", None, dozens), ("b", None, {"killed": 9})))[3] == "disputed"


def test_parts_are_never_added_to_their_whole(told, make):
    figures = [make.at_least(170), make.exactly(28, part=True), make.exactly(13, part=True)]
    incident = told(("a", None, {"killed": figures}))
    assert killed(incident)[:3] == (170, 170, 170)
    assert len(incident.finding(K).figures) == 3


def test_a_part_larger_than_the_whole_raises_low(told, make):
    figures = [make.exactly(10), make.exactly(13, part=True)]
    assert killed(told(("a", None, {"killed": figures})))[:3] == (13, 13, 13)


def test_only_parts_give_a_lower_bound(told, make):
    figures = [make.exactly(4, part=True), make.exactly(13, part=True)]
    found = killed(told(("a", None, {"killed": figures})))
    assert found[0] == 13
    assert found[2] is None


def test_the_later_total_of_one_outlet_takes_the_place_of_the_earlier(told):
    rows = [
        ("a", "2031-05-02", {"killed": 14, "outlet": "Harbour Post"}),
        ("b", "2031-05-03", {"killed": 17, "outlet": "The Harbour Post"}),
    ]
    incident = told(*rows)
    assert killed(incident) == (17, 17, 17, FindingStatus.SINGLE_SOURCE)
    assert [f.value.value for f in incident.finding(K).figures] == [14, 17]


def test_a_late_copy_of_an_early_report_does_not_undo_an_update(told):
    rows = [
        ("a", "2031-05-02", {"killed": 14, "outlet": "Harbour Post"}),
        ("b", "2031-05-03", {"killed": 17, "outlet": "Harbour Post"}),
        ("c", "2031-05-06", {"killed": 14, "outlet": "Harbour Post"}),
    ]
    assert killed(told(*rows))[1] == 17


def test_six_copies_count_once(told):
    rows = [(f"c{n}", None, {"killed": 30}) for n in range(6)]
    rows.append(("x", None, {"killed": 9}))
    voices = {f"c{n}": "c0" for n in range(6)} | {"x": "x"}
    incident = told(*rows, voices=voices)
    assert incident.finding(K).voices == 2
    assert killed(incident)[:3] == (9, 9, 30)


def test_what_only_a_copy_says_of_responsibility_is_nobodys_position(told):
    rows = [
        ("a", "2031-05-02", {"outlet": "Harbour Post"}),
        ("b", "2031-05-03", {"outlet": "Mill Radio", "claims": [("Front", Stance.BLAMED)]}),
    ]
    copied = told(*rows, voices={"a": "a", "b": "a"})
    assert copied.finding(Property.RESPONSIBILITY) is None
    apart = told(*rows)
    assert apart.finding(Property.RESPONSIBILITY).value.actor == "Front"


def test_a_report_that_names_another_as_its_source_is_not_a_second_voice(make):
    infos = make.by_id(
        [
            make.document("a", "2031-05-02", outlet="Harbour Post"),
            make.document("b", "2031-05-03", outlet="Mill Radio", cites=("Harbour Post",)),
        ]
    )
    records = [make.account("a", killed=9), make.account("b", killed=9)]
    assert reconcile("i", records, infos, {}).finding(K).voices == 1


def test_killed_and_casualties_are_not_mixed(told, make):
    incident = told(
        ("a", None, {"killed": 9}),
        ("b", None, {"counts": {Property.CASUALTIES: [make.exactly(40)]}}),
    )
    assert killed(incident) == (9, 9, 9, FindingStatus.SINGLE_SOURCE)
    assert incident.finding(Property.CASUALTIES).best == 40


def test_a_year_does_not_dispute_a_day_in_it(told):
    found = told(("a", None, {"when": "2031"}), ("b", None, {})).finding(Property.DATE)
    assert found.status is FindingStatus.AGREED
    assert found.value.start == found.value.end == date(2031, 5, 2)


def test_two_days_are_disputed_and_give_the_range_with_both_as_rivals(told):
    rows = [("a", None, {"when": "2031"}), ("b", None, {}), ("c", None, {"when": "2031-05-04"})]
    found = told(*rows).finding(Property.DATE)
    assert found.status is FindingStatus.DISPUTED
    assert (found.value.start, found.value.end) == (date(2031, 5, 2), date(2031, 5, 4))
    assert found.value.precision is DatePrecision.RANGE
    assert [v.start.day for v in found.rivals] == [2, 4]
    assert found.voices == 3


def test_the_day_that_most_voices_name_stands(told):
    rows = [("a", None, {}), ("b", None, {}), ("c", None, {"when": "2031-05-04"})]
    found = told(*rows).finding(Property.DATE)
    assert found.status is FindingStatus.DISPUTED
    assert found.value.start == found.value.end == date(2031, 5, 2)
    assert [v.start.day for v in found.rivals] == [4]


def test_without_a_date_it_is_unknown_with_a_reason(told):
    found = told(("a", None, {"when": None})).finding(Property.DATE)
    assert found.status is FindingStatus.UNKNOWN
    assert found.value == Unknown("no source gives a date")


def test_the_finer_place_stands_and_a_province_does_not_dispute_it(told, make):
    province = {"where": make.place(None)}
    found = told(("a", None, province), ("b", None, {}), ("c", None, province))
    place = found.finding(Property.PLACE)
    assert place.status is FindingStatus.AGREED
    assert place.value.precision is PlacePrecision.SETTLEMENT


def test_two_towns_are_disputed(told):
    place = told(("a", None, {}), ("b", None, {"where": "Mill Hollow"})).finding(Property.PLACE)
    assert place.status is FindingStatus.DISPUTED
    assert len(place.rivals) == 1


def test_a_suicide_bomb_is_the_more_specific_word_for_a_bombing(told):
    rows = [
        ("a", None, {"kind": IncidentType.ATTACK}),
        ("b", None, {"kind": IncidentType.SUICIDE_BOMB}),
        ("c", None, {"kind": IncidentType.REMOTE_EXPLOSIVE}),
    ]
    incident = told(*rows)
    assert incident.type is IncidentType.SUICIDE_BOMB
    assert incident.finding(Property.TYPE).status is FindingStatus.AGREED


def test_the_family_of_the_majority_gives_the_type(told):
    rows = [
        ("a", None, {"kind": IncidentType.AIR_STRIKE}),
        ("b", None, {"kind": IncidentType.AIR_STRIKE}),
        ("c", None, {"kind": IncidentType.SUICIDE_BOMB}),
    ]
    incident = told(*rows)
    assert incident.type is IncidentType.AIR_STRIKE
    assert incident.finding(Property.TYPE).status is FindingStatus.DISPUTED


def test_a_commemoration_does_not_undo_what_happened(told):
    rows = [
        ("a", None, {"realis": Realis.COMMEMORATED, "scope": Scope.UNCLEAR}),
        ("b", None, {"realis": Realis.COMMEMORATED, "scope": Scope.UNCLEAR}),
        ("c", None, {}),
    ]
    incident = told(*rows)
    assert (incident.realis, incident.scope) == (Realis.ACTUAL, Scope.POLITICAL)


def test_a_claim_and_a_denial_both_stand(told):
    claims = [("Ash Front", Stance.BLAMED), ("Ash Front", Stance.DENIED)]
    rows = [("a", None, {"claims": claims}), ("b", None, {"by": "Salt League"})]
    found = told(*rows).finding(Property.RESPONSIBILITY)
    assert found.status is FindingStatus.DISPUTED
    assert {found.value, *found.rivals} == {
        *(type(found.value)(*claim) for claim in claims),
        type(found.value)("Salt League", Stance.ASSERTED),
    }


@pytest.mark.parametrize(
    ("actors", "status"),
    [
        (["individual", "unidentified man"], FindingStatus.SINGLE_SOURCE),
        (["Ash Front", "individual"], FindingStatus.SINGLE_SOURCE),
        (["Ash Front", "Salt League"], FindingStatus.DISPUTED),
    ],
)
def test_one_doer_under_two_descriptions_is_no_dispute(told, actors, status):
    claims = [(actor, Stance.BLAMED) for actor in actors]
    found = told(("a", None, {"claims": claims})).finding(Property.RESPONSIBILITY)
    assert found.status is status


def test_sites_of_different_classes_are_disputed(told):
    rows = [("a", None, {"site": "mosque"}), ("b", None, {"site": "airport"})]
    assert told(*rows).finding(Property.SITE).status is FindingStatus.DISPUTED
    rows = [("a", None, {"site": "clinic"}), ("b", None, {"site": "Mill Hospital"})]
    assert told(*rows).finding(Property.SITE).status is FindingStatus.AGREED


def test_the_title_is_short_and_names_no_person(told):
    incident = told(("a", None, {"kind": IncidentType.SUICIDE_BOMB, "site": "Oswin Tarrel Mosque"}))
    assert incident.title == "Suicide bomb, mosque, Ostrava Bay, XV, 2 May 2031"


def test_titles_tell_what_is_unknown(told):
    assert told(("a", None, {"when": None, "where": None})).title == (
        "Explosive, place unknown, date unknown"
    )
    assert told(("a", None, {"when": "2031-05"})).title.endswith("May 2031")


def test_a_customs_house_is_no_home(told):
    assert ", customs house," in told(("a", None, {"site": "customs house"})).title


def test_acled_has_zero_for_deaths_that_nobody_mentions(told):
    assert told(("a", None, {}), rule="acled").finding(K).best == 0
    assert told(("a", None, {})).finding(K) is None


def test_an_unknown_rule_is_said_clearly(told):
    with pytest.raises(UsageError, match="no rule is called guess"):
        told(("a", None, {}), rule="guess")


def test_the_toll_over_time_tells_what_was_known_each_day(told):
    rows = [
        ("a", "2031-05-02", {"killed": 4, "outlet": "Harbour Post"}),
        ("b", "2031-05-03", {"killed": 4, "outlet": "Mill Radio"}),
        ("c", "2031-05-05", {"killed": 9, "outlet": "Harbour Post"}),
        ("d", None, {"killed": 90}),
    ]
    figures = told(*rows).finding(K).figures
    tolls = [(t.day.day, t.low, t.best, t.high, t.changed) for t in toll_over_time(figures)]
    assert tolls == [(2, 4, 4, 4, True), (3, 4, 4, 4, False), (5, 4, 9, 9, True)]


def test_statements_support_or_oppose(told):
    found = told(("a", None, {"site": "mosque"}), ("b", None, {"site": "market"})).finding(
        Property.SITE
    )
    assert isinstance(found.value, TextValue)
    assert len(found.supporting) == 1
    assert len(found.opposing) == 1


@pytest.mark.shared
def test_the_airport_attack_of_the_mission_documents_is_disputed(make, shared):
    path = shared / "mission-documents" / "gold" / "facts.json"
    records, documents, ids = make.from_facts(json.loads(path.read_text(encoding="utf-8")))
    by_id = {record.id: record for record in records}
    groups = cluster(list(by_id), judge(records, documents))
    (airport,) = [g for g in groups if ids["f2-10"] in g]
    voices = independent_voices(list(documents.values()))
    incident = reconcile("i", [by_id[a] for a in airport], documents, voices)
    assert ids["f3-3"] in airport
    assert incident.finding(Property.DATE).status is FindingStatus.DISPUTED
    assert incident.finding(K).status is FindingStatus.DISPUTED


def test_a_wounded_man_who_died_by_a_later_report_is_no_longer_wounded(told, make):
    wounded = {Property.WOUNDED: [make.exactly(3)]}
    incident = told(("a", "2031-05-02", {"counts": wounded}), ("b", "2031-05-04", {"killed": 1}))
    found = incident.finding(Property.WOUNDED)
    assert (found.low, found.best, found.high) == (2, 2, 3)
    assert "later reports count one more dead: taken from the earlier count of wounded" in (
        found.reasons
    )


def test_wounded_told_beside_more_dead_stay_as_told(told, make):
    wounded = {Property.WOUNDED: [make.exactly(3)]}
    both = {Property.KILLED: [make.exactly(1)], **wounded}
    incident = told(("a", "2031-05-02", {"counts": wounded}), ("b", "2031-05-04", {"counts": both}))
    assert incident.finding(Property.WOUNDED).best == 3


def test_people_told_beside_the_one_counted_raise_the_highest(make):
    record = make.account("a", killed=1)
    beside = [
        replace(
            one,
            method="resolve.quantity.one.v1",
            spans=(*one.spans, Span(50, 58), Span(70, 78)),
        )
        if one.property is K
        else one
        for one in record.statements
    ]
    infos = make.by_id([make.document("a")])
    incident = reconcile("i1", [replace(record, statements=tuple(beside))], infos, {})
    assert killed(incident)[:3] == (1, 1, 3)


def test_an_attack_of_which_nobody_counts_anybody_leaves_room_for_one_death(told):
    incident = told(("a", None, {"kind": IncidentType.ATTACK}))
    found = incident.finding(K)
    assert (found.low, found.best, found.high) == (0, None, 1)
    assert found.status is FindingStatus.UNKNOWN


@pytest.mark.parametrize(
    "options",
    [
        {"kind": IncidentType.ARRESTS},
        {"kind": IncidentType.ATTACK, "realis": Realis.PLANNED},
    ],
)
def test_what_is_no_attack_that_happened_says_nothing_of_the_dead(told, options):
    assert told(("a", None, options)).finding(K) is None
