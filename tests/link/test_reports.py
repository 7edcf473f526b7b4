from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.link import judge
from recount.link import weights as w
from recount.link.compare import compare_mentions, compare_places
from recount.link.described import describe
from recount.link.estimated import load_estimated
from recount.link.named import pairs_by_issue, pairs_by_mention
from recount.link.reports import late, levels_of, told_share, weigh
from recount.link.terms import ReportTerms, likeness, names_in, terms_of
from recount.model import BEST_KNOWN, CONTEXT_MARK, Property

STORY = (
    "Gunmen opened fire on a ferry near Ostrava Bay and killed Ilko Varenda, a pilot, police "
    "said. The ferry Morning Heron had left Tollan Quay with forty passengers. Witnesses saw "
    "two boats without lights turn towards Cape Senn. Commander Ruza Imdahl said that divers "
    "had found eleven cartridges and a torn harness beside the wheelhouse at dawn."
)
RETOLD = (
    "A pilot named Ilko Varenda was shot dead aboard the Morning Heron, officials at Tollan "
    "Quay confirmed. Commander Ruza Imdahl said that divers recovered eleven cartridges and a "
    "harness from the wheelhouse; two boats without lights were seen off Cape Senn before the "
    "gunmen fired. Forty passengers were taken ashore by the coastguard and questioned."
)
OTHER = (
    "A warehouse in the hills burned down after a quarrel over wages, neighbours reported. No "
    "worker was inside. The owner blamed a former foreman, who denied it and left for the "
    "coast. Insurance clerks counted crates of lamps, cables and enamel paint worth several "
    "thousand crowns, and the fire brigade kept watch over the ruin until the following noon."
)


def terms(text):
    return terms_of([text])


def report(text, share=1.0):
    return ReportTerms(terms(text), terms(text), share)


def test_two_tellings_of_one_story_are_more_alike_than_two_stories():
    assert likeness(terms(STORY), terms(RETOLD)) > 3 * likeness(terms(STORY), terms(OTHER))
    assert len(terms(STORY).names & terms(RETOLD).names) >= 3


def test_names_are_pairs_of_capitalised_words_and_not_beginnings_of_sentences():
    assert list(names_in("Then Ilko Varenda of Tollan Quay left.")) == [
        "then ilko",
        "ilko varenda",
        "tollan quay",
    ]


@given(st.text(), st.text())
@settings(deadline=None)
def test_likeness_is_symmetric_and_between_0_and_1(left, right):
    a, b = terms(left), terms(right)
    assert likeness(a, b) == likeness(b, a)
    assert -1e-9 <= likeness(a, b) <= 1.0 + 1e-9


def test_one_story_weighs_for_and_another_against_within_bounds():
    same = levels_of(report(STORY), report(RETOLD), 1)
    other = levels_of(report(STORY), report(OTHER), 400)
    assert weigh(same, dated=False, share=1.0) > w.STRONG_REPORT
    assert weigh(other, dated=False, share=1.0) == w.REPORT_LEAST


def test_a_round_up_says_little_of_each_of_its_incidents():
    levels = levels_of(report(STORY), report(RETOLD), 1)
    assert told_share(0.1) == 0.0
    assert weigh(levels, dated=True, share=0.1) == 0.0
    assert weigh(levels, dated=True, share=0.3) < weigh(levels, dated=True, share=1.0)


def pair(make, left, right, **more):
    infos = make.by_id([make.document("a", "2031-05-03"), make.document("b", "2031-05-04")])
    first = make.account("a", words=left, **more)
    second = make.account("b", words=right, **more)
    return first, second, infos


def test_undated_accounts_without_a_place_join_by_their_reports(make):
    first, second, infos = pair(make, STORY, RETOLD, when=None, where=None)
    (found,) = judge([first, second], infos)
    assert found.verdict.value == "same"
    assert "Varenda" not in str(found.reasons)


def test_the_rest_of_the_report_counts_but_is_not_the_accounts_own(make):
    kept = "Shots were fired." + CONTEXT_MARK
    first, second, infos = pair(make, kept + STORY, kept + RETOLD, when=None, where=None)
    assert first.own == "Shots were fired."
    assert first.context == STORY
    (found,) = judge([first, second], infos)
    assert found.verdict.value == "same"


def test_one_account_of_a_report_carries_it_whatever_the_order(make):
    infos = make.by_id([make.document("a", "2031-05-03")])
    near = make.account("a", 1, words=STORY, killed=3)
    far = make.account("a", 2, words=RETOLD, when="2030-01-01")
    found = describe([near, far], infos)
    assert found == describe([far, near], infos)
    carried = [item for item in found if item.report is not None]
    assert [item.id for item in carried] == [near.id]
    assert 0.0 < carried[0].report.share < 1.0


def test_the_shipped_weights_have_a_level_for_every_cut_and_say_where_they_come_from():
    found = load_estimated()
    assert len(found.likeness) == len(w.REPORT_LIKENESS_CUTS) + 1
    assert len(found.own) == len(w.REPORT_OWN_CUTS) + 1
    assert len(found.names) == w.REPORT_NAMES_MOST + 1
    assert len(found.published) == len(w.REPORT_PUBLISHED_CUTS) + 1
    assert found.version in w.METHOD
    assert found.made_by.startswith("python -m recount.training.link_weights")


def test_a_commemoration_needs_its_day_however_alike_the_reports(make):
    from recount.model import Realis

    infos = make.by_id([make.document("a", "2031-05-03"), make.document("b", "2032-05-02")])
    then = make.account("a", words=STORY)
    later = make.account("b", words=RETOLD, when=None, realis=Realis.COMMEMORATED)
    found = judge([then, later], infos)
    assert all(item.verdict.value != "same" for item in found)
    assert infos["a"].published.day == date(2031, 5, 3)


@pytest.mark.parametrize("share", [0.0, 0.2, 0.35, 0.5, 1.0])
def test_shares_rise_from_0_to_1(share):
    assert 0.0 <= told_share(share) <= 1.0


def test_a_town_that_the_other_report_mentions_takes_back_what_a_misread_place_says(make):
    infos = make.by_id([make.document("a", "2031-05-03"), make.document("b", "2031-05-04")])
    here, there = make.place("Tollan Quay", admin1="North"), make.place("Cape Senn", admin1="South")
    first = make.account("a", words=STORY, where=here)
    second = make.account("b", words=RETOLD, where=there)
    a, b = describe([first, second], infos)
    said = compare_mentions(a, b)
    place = compare_places(a, b)
    assert said is not None
    assert place is not None
    assert place.weight + said.weight == w.MENTIONED_BOTH
    assert said == compare_mentions(b, a)


def test_a_town_that_no_report_mentions_says_nothing(make):
    infos = make.by_id([make.document("a", "2031-05-03"), make.document("b", "2031-05-04")])
    here, there = make.place("Brevik", admin1="North"), make.place("Asmund", admin1="South")
    first = make.account("a", words=STORY, where=here)
    second = make.account("b", words=RETOLD, where=there)
    assert compare_mentions(*describe([first, second], infos)) is None


def test_the_place_of_another_account_of_the_report_is_no_mention(make):
    infos = make.by_id([make.document("a", "2031-05-03"), make.document("b", "2031-05-04")])
    here, there = make.place("Tollan Quay", admin1="North"), make.place("Brevik", admin1="South")
    first = make.account("a", words=STORY, where=here)
    main = make.account("b", 1, words=RETOLD, where=there, killed=3)
    beside = make.account("b", 2, words="Shots.", where=here)
    found = describe([first, main, beside], infos)
    carried = {item.id: item for item in found if item.report is not None}
    assert carried[main.id].report.towns == frozenset()
    assert compare_mentions(carried[first.id], carried[main.id]) is None


def test_days_between_publications_speak_against_briefs_without_dates():
    apart = levels_of(report(STORY), report(STORY), 8)
    assert late(apart, dated=False) < late(levels_of(report(STORY), report(STORY), 2), dated=False)
    assert late(levels_of(report(STORY), report(STORY), 0), dated=False) == 0.0


def test_days_between_publications_take_nothing_from_dated_or_undatable_reports():
    assert late(levels_of(report(STORY), report(STORY), 8), dated=True) == 0.0
    assert late(levels_of(report(STORY), report(STORY), None), dated=False) == 0.0


def test_reports_find_each_other_by_the_town_that_one_mentions(make):
    infos = make.by_id([make.document("a", "2031-05-03"), make.document("b", "2031-05-04")])
    told = STORY.replace("ferry near Ostrava Bay", "ferry near Quorra")
    far = make.place("Senvale", "Southmark", "XW", 40.0, 60.0)
    records = [
        make.account("a", words=told, where=make.place("Quorra", None, "XV", 1.0, 2.0)),
        make.account("b", words=f"{OTHER} The police of Quorra came.", where=far),
    ]
    features = describe(records, infos)
    assert [pair for found in [pairs_by_mention(features)] for pair in zip(*found, strict=True)]
    late = {**infos, "b": make.document("b", "2031-09-04")}
    moved = [records[0], make.account("b", words=records[1].own, where=far, when="2031-09-02")]
    assert len(pairs_by_mention(describe(moved, late))[0]) == 0


def test_reports_find_each_other_by_a_town_that_both_mention(make):
    infos = make.by_id([make.document("a", "2031-05-03"), make.document("b", "2031-05-04")])
    one, other = make.place("Brevik", "North", "XV"), make.place("Asmund", "South", "XW")
    quay = make.place("Quorra", "North", "XV")
    records = [
        make.account("a", words=f"{STORY} It was near Quorra.", where=one),
        make.account("b", words=f"{OTHER} The police of Quorra came.", where=other),
        make.account("c", words="Rain fell.", where=quay, when="2020-01-01"),
    ]
    features = describe(records, {**infos, "c": make.document("c", "2020-01-02")})
    pairs = set(zip(*(column.tolist() for column in pairs_by_mention(features)), strict=True))
    at = {item.document: number for number, item in enumerate(features)}
    assert (at["a"], at["b"]) in pairs


def test_a_report_without_a_day_finds_those_of_its_district_of_its_days(make):
    infos = make.by_id([make.document("a", "2031-05-03"), make.document("b", "2031-05-04")])
    where = replace(make.place(None, "North", "XV"), admin2="Osk")
    records = [
        make.account("a", words=STORY, where=where, when="2031-05-02"),
        make.account("b", words=OTHER, where=where, when=None),
    ]
    assert set(pairs_by_issue(describe(records, infos))[0].tolist()) == {
        at for at, item in enumerate(describe(records, infos)) if item.date is None
    }
    late = {**infos, "b": make.document("b", "2031-09-04")}
    assert len(pairs_by_issue(describe(records, late))[0]) == 0
    elsewhere = make.account("b", words=OTHER, where=replace(where, admin2="Ark"), when=None)
    assert len(pairs_by_issue(describe([records[0], elsewhere], infos))[0]) == 0


def test_one_name_in_two_areas_is_one_where_a_report_names_no_area(make):
    infos = make.by_id([make.document("a", "2031-05-03"), make.document("b", "2031-05-04")])
    first = make.account("a", words=STORY, where=make.place("Senn", "North", "XV"))
    second = make.account("b", words=RETOLD, where=make.place("Senn", "South", "XV"))
    assert compare_mentions(*describe([first, second], infos)) is None
    guessed = tuple(
        replace(s, reasons=(BEST_KNOWN,), candidates=("Senn, South, XV", "Senn, North, XV"))
        if s.property is Property.PLACE
        else s
        for s in second.statements
    )
    a, b = describe([first, replace(second, statements=guessed)], infos)
    said, place = compare_mentions(a, b), compare_places(a, b)
    assert said is not None
    assert place is not None
    assert place.weight < 0.0
    assert place.weight + said.weight == w.MENTIONED_BOTH
