"""Lists of incidents: entries that a day or place heads, and sections under names of places."""

from __future__ import annotations

import pytest

from recount.extract.rules.entries import entry_of, in_two_entries, items_of
from recount.extract.rules.scan import scan_document
from recount.resources.lexicon import load_lexicon

DATED = (
    "3 October, Lagos. Gunmen shot two traders.\n\n"
    "5 October, Kano. A bomb killed a guard.\n\n"
    "9 October, Jos. Raiders burned a farm."
)
PLACED = (
    "LAGOS. A missile fell on a bridge.\n\n"
    "KANO. Two bombs hit a mill.\n\n"
    "ABUJA. Shells struck a barn."
)
MONTHS = (
    "Twelve dead in a raid on Friday in Lagos.\n\n"
    "August 2031: Eight people killed at a mill.\n\n"
    "January 2032: Four killed at a fair.\n\n"
    "June 2033: A raid ends in the death of two."
)


@pytest.fixture
def scan(as_document, resources):
    def read(text, **options):
        return scan_document(as_document(text, **options), resources, load_lexicon())

    return read


def starts(scan):
    return [scan.text[entry.start : entry.end].split()[0] for entry in scan.entries]


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (DATED, ["3", "5", "9"]),
        (PLACED, ["LAGOS.", "KANO.", "ABUJA."]),
        (MONTHS, ["August", "January", "June"]),
        (DATED.replace("3 October, Lagos", "TUE 3 OCT – Lagos"), ["TUE", "5", "9"]),
    ],
)
def test_a_day_or_place_heads_each_entry(scan, text, heads):
    assert starts(scan(text)) == heads


@pytest.mark.parametrize(
    "text",
    [
        "On 3 October, gunmen shot two.\n\nOn 5 October, police came.\n\nOn 9 October, a man died.",
        "Gunmen shot two in Lagos on 3 October.\n\nPolice came on 5 October.\n\nA man died.",
        "3 October, Lagos. Gunmen shot two.\n\nPolice said on Friday that they knew nothing.",
    ],
)
def test_a_report_of_one_incident_has_no_entries(scan, text):
    assert scan(text).entries == ()


def test_entries_go_on_over_paragraphs_without_a_head(scan):
    found = scan(
        "3 October, Lagos.\n\nGunmen shot two traders.\n\nThey fled.\n\n5 October, Kano.\n\nA bomb "
        "killed a guard.\n\nNobody claimed it.\n\n9 October, Jos.\n\nRaiders burned a farm.\n\n"
        "They left."
    )
    told = [found.text[entry.start : entry.end].split()[-1] for entry in found.entries]
    assert told == ["fled.", "it.", "left."]


def test_sections_under_countries_are_entries(scan):
    found = scan(
        "MALI\n\nArmed men killed two farmers.\n\nNIGER\n\nA nurse was taken from a car.",
        headings=("MALI", "NIGER"),
    )
    assert starts(found) == ["MALI", "NIGER"]


def test_a_character_stands_in_one_entry_or_none(scan):
    found = scan("A list of incidents.\n\n" + DATED)
    assert entry_of(found.entries, 0) is None
    assert entry_of(found.entries, found.text.index("bomb")) == 1
    assert in_two_entries(found.entries, found.text.index("shot"), found.text.index("bomb"))
    assert not in_two_entries(found.entries, 0, found.text.index("bomb"))


def test_each_sentence_has_the_number_of_its_entry(scan):
    found = scan("A list of incidents.\n\n" + DATED)
    assert items_of(found)[0] == 0
    assert set(items_of(found).values()) == {0, 1, 2, 3}


def test_rules_join_nothing_of_two_entries(read_rules):
    _, found = read_rules(DATED.replace("Raiders burned a farm", "The attack killed three"))
    homes = [{DATED.count("\n\n", 0, t.start) for t in one.triggers} for one in found.accounts]
    assert len(homes) > 1
    assert all(len(home) == 1 for home in homes)


def test_a_text_of_list_items_or_nothing_has_no_entries(scan):
    assert scan("").entries == ()
    assert scan("- Gunmen shot two traders in Lagos.\n\n- A bomb killed a guard.").entries == ()


def test_lines_of_one_paragraph_may_be_entries(scan):
    assert starts(scan(DATED.replace("\n\n", "\n"))) == ["3", "5", "9"]


def test_a_day_in_figures_heads_an_entry(scan):
    text = (
        "15/10 LAGOS, Ikeja. Gunmen shot two.\n\n"
        "16/10 KANO. A bomb killed one.\n\n"
        "17/10 JOS. A mill burned."
    )
    assert starts(scan(text)) == ["15/10", "16/10", "17/10"]


def test_hours_and_fractions_head_no_entry(scan):
    text = (
        "10.12 LAGOS. Gunmen shot two.\n\n9.30 Police came.\n\n"
        "1/2 of the mill burned.\n\n3/4 of it stood."
    )
    assert not any("/" in start for start in starts(scan(text)))


CASES = (
    "The boat\n\nOn 3 March 2031 a patrol fired on a boat off Lagos.\n\n"
    "The mill\n\nOn 5 March 2031 raiders burned a mill in Kano.\n\n"
    "Jos, 9 March 2031\n\nSoldiers took two clerks from a house."
)


def test_short_lines_over_days_of_their_own_part_cases(scan):
    found = scan(CASES, headings=("The boat", "The mill", "Jos, 9 March 2031"))
    assert len(found.entries) == 3
    assert in_two_entries(found.entries, CASES.index("fired"), CASES.index("burned"))


def test_lines_of_a_report_on_one_incident_part_nothing(scan):
    text = (
        "What happened\n\nOn Monday gunmen stormed a hotel in Lagos and killed nine.\n\n"
        "Who did it\n\nOn Tuesday the Front said that it had.\n\n"
        "What comes next\n\nOn Wednesday the president flew to Lagos."
    )
    lines = ("What happened", "Who did it", "What comes next")
    assert scan(text, headings=lines).entries == ()
