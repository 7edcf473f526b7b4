"""Counts of an account: lists added up, parts of a whole, new totals."""

import pytest

from recount.model import CountValue, Link, LinkRole, Mention, MentionRole, Property
from recount.resolve import choose_publication, resolve


@pytest.fixture
def counts(read_rules, resources):
    """Return the killed figures of a text as (value, part, primary, words)."""

    def read(text, prop=Property.KILLED):
        document, extraction = read_rules(text)
        publication = choose_publication(document, (), None)
        done = resolve(
            document, extraction, publication=publication, outlet=None, resources=resources
        )
        return [
            (s.value.value, s.value.part, s.primary, s.original)
            for s in done.statements
            if s.property is prop and isinstance(s.value, CountValue)
        ]

    return read


def primary(found):
    return [(value, words) for value, _, main, words in found if main]


def test_a_list_without_a_total_is_added_up(counts):
    found = counts("A blast on 3 May 2021 in Herat killed 28 guards, 13 soldiers and two drivers.")
    assert primary(found) == [(43, "28 guards, 13 soldiers and two drivers")]
    assert [value for value, part, _, _ in found if part] == [28, 13, 2]


def test_a_list_that_breaks_a_total_down_is_not_added_to_it(counts):
    found = counts(
        "Police arrested 12 people, seven women and five men, in Herat on 3 May 2021.",
        Property.ARRESTED,
    )
    assert primary(found) == [(12, "12 people")]


def test_a_new_total_replaces_the_first_figure(counts):
    found = counts(
        "A bomb killed 14 people in Herat on 3 May 2021. Three more people died in hospital,"
        " bringing the toll to 17."
    )
    assert primary(found) == [(17, "17")]


def test_further_deaths_are_added_when_no_new_total_is_stated(counts):
    found = counts("A bomb killed 14 people in Herat on 3 May 2021. Two more people died later.")
    assert primary(found) == [(16, "14 people")]
    assert (14, False, False, "14 people") in found


def test_a_person_named_alone_is_one(counts):
    found = counts("Gunmen shot dead a judge in Herat on 3 May 2021.")
    assert [value for value, _ in primary(found)] == [1]


def test_a_part_beside_its_whole_is_a_part(counts):
    found = counts("An air strike in Herat on 3 May 2021 killed 20 people, including 7 children.")
    assert primary(found) == [(20, "20 people")]
    assert (7, True, False, "7 children") in found


@pytest.fixture
def figure(main_counts):
    """Return bounds of the primary killed figure of a text whose counts are marked.

    A mark is (words, label); the label "part" marks a part of a whole.
    """

    def read(text, *marks):
        links, at = [], 0
        for words, label in marks:
            start = text.index(words, at)
            at = start + len(words)
            mention = Mention(start, at, MentionRole.QUANTITY, label)
            links.append(Link(LinkRole.KILLED, mention, part=label == "part"))
        found = main_counts(text, links).get(Property.KILLED)
        return [] if found is None else [(found.low, found.value, found.high)]

    return read


def test_people_told_singly_are_counted(figure):
    text = "A judge was shot in Osset. Aro Vell, 51, died at once. A clerk, Ben Tash, died later."
    marks = [("A judge", "person"), ("Aro Vell, 51", "person"), ("A clerk, Ben Tash", "person")]
    assert figure(text, *marks) == [(2, 2, 2)]


def test_people_told_singly_of_whom_no_words_tell_that_they_are_several_count_one(figure):
    text = "A judge was killed in Osset. Aro Vell, a clerk, was killed at once."
    assert figure(text, ("A judge", "person"), ("Aro Vell", "person")) == [(1, 1, 1)]


def test_people_told_singly_where_words_tell_of_several_are_counted(figure):
    text = "A judge was killed in Osset. Aro Vell, a clerk, was killed. Both men died at once."
    assert figure(text, ("A judge", "person"), ("Aro Vell", "person")) == [(2, 2, 2)]


def test_people_of_one_list_are_several_without_words_for_it(figure):
    text = "A judge and his cook were killed in Osset. Aro Vell, a clerk, was killed at once."
    marks = [("A judge and his cook", "person"), ("Aro Vell", "person")]
    assert figure(text, *marks) == [(3, 3, 3)]


def test_a_number_wins_over_people_told_singly(figure):
    text = "Three people were killed in Osset. The judge Aro Vell was one of them."
    assert figure(text, ("Three people", "number"), ("Aro Vell", "person")) == [(3, 3, 3)]


def test_further_people_are_added(figure):
    text = "Gunmen killed six teachers and, a mile on, their cook."
    marks = [("six teachers", "number"), ("their cook", "person+further")]
    assert figure(text, *marks) == [(7, 7, 7)]


def test_further_people_are_not_added_to_a_total_that_holds_them(figure):
    text = "A bomb killed 14 people. The toll rose to 16 when two more died."
    marks = [("14 people", "number"), ("16", "number"), ("two more", "number+further")]
    assert figure(text, *marks) == [(16, 16, 16)]


def test_parts_without_a_whole_are_the_least(figure):
    text = "Among the dead were six guards and a clerk."
    marks = [("six guards", "part"), ("a clerk", "part")]
    assert figure(text, *marks) == [(7, 7, None)]


def test_a_figure_that_is_taken_back_is_not_the_main_one(figure):
    text = "The blast killed nine people, not thirteen, the minister said."
    assert figure(text, ("nine people", "number"), ("thirteen", "number")) == [(9, 9, 9)]


def test_a_plural_without_a_number_yields_to_a_number(figure):
    text = "The men were shot at dawn. Eight farmers died, the priest said."
    marks = [("The men", "person"), ("Eight farmers", "number")]
    assert figure(text, *marks) == [(8, 8, 8)]


def test_people_named_by_a_plural_are_those_counted_before(figure):
    text = "Three gunmen held the customs post. Police killed the gunmen at dawn."
    assert figure(text, ("the gunmen", "person")) == [(3, 3, 3)]


def test_words_that_name_nobody_give_no_figure(figure):
    assert figure("Police detained the men.", ("the", "person")) == []


def test_one_part_alone_is_the_whole(figure):
    text = "Gunmen came at dawn. Two women died."
    assert figure(text, ("Two women", "part")) == [(2, 2, 2)]


def test_one_part_that_says_so_is_the_least(figure):
    text = "Gunmen killed villagers at dawn, including two women."
    assert figure(text, ("two women", "part")) == [(2, 2, None)]


def test_people_told_singly_say_more_than_a_vague_number(figure):
    text = "A number of guards died in Osset. They were Aro Vell, 51, and Ben Tash, 20."
    marks = [("A number of guards", "number"), ("Aro Vell, 51, and Ben Tash, 20", "person")]
    assert figure(text, *marks) == [(2, 2, 2)]


def test_the_whole_before_brackets_is_the_figure_and_what_they_hold_its_parts(counts):
    found = counts("A bomb in Herat on 3 May 2021 killed 9 people (3 women, 2 children).")
    assert primary(found) == [(9, "9 people")]


def test_the_age_of_somebody_in_a_list_is_not_added(counts):
    found = counts("Gunmen shot dead two brothers and a nephew, 16, in Herat on 3 May 2021.")
    assert [value for value, _ in primary(found)] == [3]


def test_suspects_who_flee_are_not_displaced(counts):
    found = counts("Four suspects fled after the blast in Herat on 3 May 2021.", Property.DISPLACED)
    assert found == []


def test_those_whom_somebody_tried_to_kill_are_not_killed(counts):
    found = counts(
        "He was charged with the attempted murder of five guards in Herat on 3 May 2021."
    )
    assert found == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Clashes in Herat on 3 May 2021 left 3 soldiers and 7 rebels dead.", 10),
        ("Two soldiers, a guide and five civilians died in a blast in Herat on 3 May 2021.", 8),
        ("A raid on Herat on 3 May 2021 ended with six officers and nine rebels left dead.", 15),
        ("A raid on Herat on 3 May 2021 wounded two guards and five civilians died.", 5),
    ],
)
def test_a_list_before_its_effect_is_added_up(counts, text, number):
    assert [value for value, _ in primary(counts(text))] == [number]


def test_a_further_victim_alone_is_the_accounts_own_figure(counts):
    found = counts("Another farmer was shot dead by gunmen in Herat on 3 May 2021.")
    assert [value for value, _ in primary(found)] == [1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four guards died in the raid. A fourth guard has died of wounds.", 4),
        ("Four guards died in the raid. A fifth guard has died of wounds.", 5),
    ],
)
def test_who_is_told_by_his_number_is_counted_once(told, text, expected):
    fifth = text[text.rindex("A f") : text.rindex(" has")]
    assert told(text, ("Four guards", "killed"), (fifth, "killed"))[0] == expected


def test_people_far_apart_of_whom_a_report_gives_the_number_are_as_many(told):
    far = " Rain fell on Osset and its fields all day." * 12
    text = f"In Osset two people were killed. A judge was shot dead.{far} A clerk was killed."
    assert told(text, ("A judge", "killed"), ("A clerk", "killed"))[0] == 2
