import random
from datetime import date

import pytest

from recount.link import cluster, judge
from recount.link import weights as w
from recount.model import (
    DatePrecision,
    DateValue,
    IncidentType,
    Property,
    Qualifier,
    Realis,
    Scope,
    Verdict,
    count_of,
)


@pytest.fixture
def verdict(make):
    """The verdict on two accounts of two documents, "none" when they are never compared."""

    def of(left, right, first="2031-05-03", second="2031-05-03"):
        infos = make.by_id([make.document("a", first), make.document("b", second)])
        found = judge([make.account("a", **left), make.account("b", **right)], infos)
        return found[0].verdict.value if len(found) > 0 else "none"

    return of


def test_same_day_town_and_type_is_the_same_incident(verdict):
    assert verdict({}, {}) == "same"


def test_reasons_and_prior_add_up_to_the_score(make):
    infos = make.by_id([make.document("a"), make.document("b")])
    (found,) = judge([make.account("a", killed=20), make.account("b", killed=24)], infos)
    assert {reason.name for reason in found.reasons} == {"date", "place", "type", "figures"}
    assert found.score == pytest.approx(w.PRIOR + sum(r.weight for r in found.reasons))
    assert found.left < found.right


def test_a_day_off_is_normal_when_something_else_agrees(verdict):
    assert verdict({"killed": 24}, {"when": "2031-05-03", "killed": 24}) == "same"


def test_a_day_off_with_no_more_than_the_town_and_the_group_is_unsure(verdict):
    left = {"by": "Ash Front", "killed": 1}
    assert verdict(left, {**left, "when": "2031-05-03"}) == "unsure"


def test_a_month_with_no_more_than_the_town_and_the_site_is_unsure(verdict):
    assert verdict({"when": "2031-05", "site": "mosque"}, {"site": "mosque"}) == "unsure"


def test_three_days_apart_in_one_town_are_two_incidents(verdict):
    assert verdict({"killed": 2}, {"when": "2031-05-05", "killed": 1}) != "same"
    assert verdict({}, {"when": "2031-05-05"}) == "different"


def test_one_day_in_two_provinces_are_two_incidents(make, verdict):
    elsewhere = make.place("Mill Hollow", "Southmark")
    assert verdict({"killed": 24}, {"where": elsewhere, "killed": 24}) in {"different", "none"}


def test_two_sites_in_one_town_on_one_day_are_two_incidents(verdict):
    assert verdict({"site": "mosque", "killed": 12}, {"site": "airport", "killed": 9}) != "same"
    assert verdict({"site": "military hospital"}, {"site": "maternity clinic"}) != "same"


def test_incompatible_victims_keep_two_attacks_of_a_day_apart(verdict):
    assert verdict({"killed": 60}, {"killed": 5}) != "same"


def test_a_toll_that_grows_with_time_stays_one_incident(verdict):
    assert verdict({"killed": 14}, {"killed": 23}, "2031-05-02", "2031-05-04") == "same"


def test_around_60_and_at_least_72_at_one_mosque_are_one(verdict):
    left = {"site": "mosque", "killed": [count_of(60, Qualifier.ABOUT)]}
    right = {"site": "Old Mill Mosque", "killed": [count_of(72, Qualifier.AT_LEAST)]}
    assert verdict(left, right) == "same"


def test_a_year_with_town_site_and_toll_joins_a_day_in_it(make, verdict):
    parts = [make.exactly(183), make.exactly(170, part=True), make.exactly(13, part=True)]
    left = {"when": "2031", "site": "airport", "killed": parts}
    right = {"site": "airport", "killed": [count_of(170, Qualifier.MORE_THAN)]}
    assert verdict(left, right) == "same"


def test_a_year_with_no_more_than_the_town_does_not(verdict):
    assert verdict({"when": "2031"}, {}) in {"unsure", "different", "none"}
    assert verdict({"when": "2031", "site": "mosque"}, {"site": "mosque"}) != "same"


def test_an_undated_account_is_unsure_unless_town_site_and_toll_agree(verdict):
    bare = {"when": None, "where": None, "site": "clinic", "killed": 24}
    assert verdict(bare, {"site": "clinic", "killed": 24}) in {"unsure", "different"}
    full = {"when": None, "site": "clinic", "killed": 24}
    assert verdict(full, {"site": "clinic", "killed": 24}) == "same"


def test_an_undated_account_in_the_same_words_is_the_same(verdict):
    words = (
        "a lorry carrying cement struck a mine on the quarry track above the harbour town and four "
        "labourers died there at once while their foreman crawled to the gatehouse for help"
    )
    left = {"words": words, "killed": 4}
    assert verdict({**left, "when": None}, left) == "same"
    assert verdict({**left, "when": None}, {**left, "killed": 40}) != "same"


def test_an_account_without_place_needs_the_site_and_the_toll(verdict):
    left = {"where": None, "site": "clinic", "killed": 24}
    assert verdict(left, {"site": "clinic", "killed": 24}) == "same"
    assert verdict({"where": None, "killed": 24}, {"killed": 24}) != "same"


def test_only_what_happened_links_with_what_happened(verdict):
    assert verdict({}, {"realis": Realis.PLANNED}) == "none"
    assert verdict({}, {"realis": Realis.HYPOTHETICAL}) == "none"
    assert verdict({"killed": 9}, {"realis": Realis.ATTEMPTED, "killed": 9}) == "same"


def test_a_commemoration_links_on_day_and_place_only(verdict):
    past = {"realis": Realis.COMMEMORATED, "killed": 61}
    assert verdict(past, {"killed": 61}) == "same"
    assert verdict({**past, "when": "2031-05"}, {"killed": 61, "site": "mosque"}) != "same"


def test_an_accident_and_an_attack_are_two_incidents(verdict):
    assert verdict({"scope": Scope.ACCIDENT}, {}) != "same"


def test_an_arrest_and_a_bombing_are_two_incidents(verdict):
    assert verdict({"kind": IncidentType.ARRESTS}, {}) != "same"


def test_accounts_of_one_document_are_two_incidents(make):
    infos = make.by_id([make.document("a"), make.document("b"), make.document("c")])
    records = [make.account("a", 0), make.account("a", 1), make.account("b"), make.account("c")]
    found = {(j.left, j.right): j for j in judge(records, infos)}
    barred = found[tuple(sorted((records[0].id, records[1].id)))]
    assert barred.verdict is Verdict.DIFFERENT
    assert barred.score <= w.CANNOT_LINK_AT
    groups = cluster([r.id for r in records], list(found.values()))
    assert sorted(map(len, groups)) == [1, 3]


def test_one_document_that_tells_the_same_twice_is_one_incident(make):
    infos = make.by_id([make.document("a")])
    twice = [make.account("a", n, killed=17, site="market") for n in (0, 1)]
    (found,) = judge(twice, infos)
    assert found.verdict is Verdict.SAME


def test_accounts_of_one_document_are_barred_even_when_only_a_third_links_them(make):
    infos = make.by_id([make.document("a"), make.document("b")])
    first = make.account("a", 0, when="2031-05-01", killed=24, site="mosque")
    second = make.account("a", 1, when="2031-05-10", killed=24, site="mosque")
    week = DateValue(date(2031, 5, 1), date(2031, 5, 10), DatePrecision.RANGE)
    between = make.account("b", 0, when=week, killed=24, site="mosque")
    found = judge([first, second, between], infos)
    pairs = {(j.left, j.right): j for j in found}
    barred = pairs[tuple(sorted((first.id, second.id)))]
    assert barred.score <= w.CANNOT_LINK_AT
    groups = cluster([first.id, second.id, between.id], found)
    assert not any({first.id, second.id} <= set(group) for group in groups)


def test_a_person_is_not_asked_twice(make):
    infos = make.by_id([make.document("a"), make.document("b")])
    left, right = make.account("a"), make.account("b")
    said = make.person(left.id, right.id, Verdict.DIFFERENT)
    assert judge([left, right], infos, [said]) == (said,)


def test_order_of_records_does_not_matter(make):
    infos = make.by_id([make.document(f"d{n}", "2031-05-03") for n in range(12)])
    records = [
        make.account(f"d{n}", when=f"2031-05-0{1 + n % 4}", killed=3 + n % 5) for n in range(12)
    ]
    expected = judge(records, infos)
    random.Random(4).shuffle(records)
    assert judge(records, infos) == expected


def test_reasons_name_no_person(make):
    words = "The blast killed the baker Oswin Tarrel and his cousin Maud Tarrel near the mill"
    infos = make.by_id([make.document("a"), make.document("b")])
    (found,) = judge([make.account("a", words=words), make.account("b", words=words)], infos)
    assert "names" in {reason.name for reason in found.reasons}
    assert "tarrel" not in str(found.reasons).casefold()


def test_counts_of_killed_and_casualties_are_not_compared(make):
    infos = make.by_id([make.document("a"), make.document("b")])
    left = make.account("a", counts={Property.KILLED: [make.exactly(9)]})
    right = make.account("b", counts={Property.CASUALTIES: [make.exactly(90)]})
    (found,) = judge([left, right], infos)
    assert "figures" not in {reason.name for reason in found.reasons}


def test_the_full_name_of_somebody_hit_joins_where_a_later_day_alone_does_not(verdict):
    left, right = {"killed": 1}, {"when": "2031-05-04", "killed": 1}
    assert verdict(left, right) == "unsure"
    named = {"victim": "Ilko Varenda"}
    assert verdict({**left, **named}, {**right, **named}) == "same"


def test_one_name_says_nothing_against_another_day_and_place(verdict):
    named = {"victim": "Ilko Varenda"}
    assert verdict({**named}, {**named, "when": "2031-07-20", "where": "Tollan"}) != "same"


def test_a_type_that_says_nothing_is_no_other_type(verdict):
    other = {"kind": IncidentType.OTHER, "killed": 24}
    assert verdict({"kind": IncidentType.ATTACK, "killed": 24}, other) == "same"


def test_without_a_day_the_issue_and_the_same_toll_make_a_match(verdict):
    left = {"when": None, "killed": 11}
    assert verdict(left, {"when": "2031-05-02", "killed": 11}) == "same"
    assert verdict(left, {"when": "2031-05-02", "killed": 2}) != "same"


def test_what_was_published_before_the_day_tells_of_something_else(verdict):
    left = {"when": None, "killed": 11}
    assert verdict(left, {"when": "2031-05-20", "killed": 11}, second="2031-05-21") != "same"


def test_large_tolls_that_differ_little_say_half_of_what_equal_ones_do(make):
    def figures(left: int, right: int) -> float:
        infos = make.by_id([make.document("a"), make.document("b")])
        (found,) = judge([make.account("a", killed=left), make.account("b", killed=right)], infos)
        return next(r.weight for r in found.reasons if r.name == "figures")

    assert figures(36, 36) / 2 == pytest.approx(figures(36, 38), abs=0.001)
    assert figures(36, 38) > figures(36, 48)
    assert figures(6, 7) < 1.0
