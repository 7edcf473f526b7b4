"""Which places tell where an incident was: openings, the paragraph before, the report's town."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.resolve.conftest import _statements

from recount.model import Link, LinkRole, Mention, MentionRole, PlaceValue, Property, Span


@pytest.fixture
def where(as_document, resources) -> Callable[..., str | None]:
    """Return the town of what the first word given tells, with the places that are linked."""

    def read(text: str, trigger: str, *names: str, inherited: bool = False) -> str | None:
        def span(words: str) -> Span:
            return Span(text.index(words), text.index(words) + len(words))

        links = [
            Link(
                LinkRole.PLACE,
                Mention(span(name).start, span(name).end, MentionRole.PLACE),
                inherited=inherited,
            )
            for name in names
        ]
        found = _statements(as_document(text), links, [span(trigger)], None, resources)
        own = [s.value for s in found if s.property is Property.PLACE and s.primary]
        place = own[0] if len(own) > 0 else None
        return place.name if isinstance(place, PlaceValue) else None

    return read


ITEMS = (
    "2 May, Kandahar. A mine killed two boys.\n\n"
    "3 May, Helmand, near Dorvan. Gunmen shot a guard. He died in Lashkar Gah.\n\n"
    "4 May, Herat. A boy was struck by a shell. In Ghoryan, soldiers stormed a school.\n\n"
    "5 May, Kunduz. Police seized a clerk at an office in Telmo."
)


def test_what_opens_an_item_is_its_place(where):
    assert where(ITEMS, "mine") == "Kandahar"
    assert where(ITEMS, "shot", "Lashkar Gah", inherited=True) == "Dorvan"


def test_another_town_of_the_item_goes_before_what_opens_it(where):
    assert where(ITEMS, "stormed", "Ghoryan") == "Ghoryan"


def test_a_name_that_no_list_has_is_a_part_of_the_town_that_opens_the_item(where):
    assert where(ITEMS, "seized", "Telmo") == "Kunduz"


def test_the_town_told_before_in_the_paragraph_still_holds(where):
    text = (
        "Some were flown to Herat.\n\nKandahar had been warned. Two years ago a woman at its gate "
        "detonated a vest, officials said in Kabul."
    )
    assert where(text, "detonated", "Herat", inherited=True) == "Kandahar"


def test_the_town_of_the_title_is_that_of_what_has_no_place(where):
    text = "The market in Kandahar\n\nA survivor spoke in Herat. A shell burst over the stalls."
    assert where(text, "burst") == "Kandahar"


@pytest.mark.parametrize(
    ("text", "names", "town"),
    [
        ("Shells hit Mosul. Two died in a hospital in Erbil.", ("Mosul", "Erbil"), "Mosul"),
        ("A mine hit a bus. The dead were taken to Erbil from Mosul.", ("Erbil", "Mosul"), "Mosul"),
        ("Jets hit a camp at the request of Erbil near Mosul.", ("Erbil", "Mosul"), "Mosul"),
        ("The minister said in Erbil that shells hit Mosul.", ("Erbil", "Mosul"), "Mosul"),
        ("Gunmen hit a bus on the road to Erbil in Mosul.", ("Erbil", "Mosul"), "Mosul"),
    ],
)
def test_where_people_were_taken_went_or_spoke_comes_after_all_else(where, text, names, town):
    assert where(text, "hit", *names) == town


def test_where_people_died_is_the_place_if_nothing_else_is_told(where):
    assert where("Gunmen hit him. He died in a hospital in Erbil.", "hit", "Erbil") == "Erbil"


def test_a_quarter_is_no_town(where):
    text = "A blast hit a mosque in the Dorvan-e-Tel neighbourhood of Kabul."
    assert where(text, "hit", "Dorvan-e-Tel", "Kabul") == "Kabul"


def test_a_quarter_named_as_one_of_the_town_is_none_either(where):
    text = "A blast hit Dorvan-e-Tel, one of the poorest quarters of Kabul."
    assert where(text, "hit", "Dorvan-e-Tel", "Kabul") == "Kabul"


@pytest.mark.parametrize(
    ("text", "names", "town"),
    [
        ("A car stolen in Tikrit hit a post in Mosul.", ("Tikrit", "Mosul"), "Mosul"),
        ("Inhabitants of Tikrit hit back at a rally in Mosul.", ("Tikrit", "Mosul"), "Mosul"),
        ("People who had fled Tikrit were hit in Mosul.", ("Tikrit", "Mosul"), "Mosul"),
        ("Two nurses of the Tikrit hospital were hit in Mosul.", ("Tikrit", "Mosul"), "Mosul"),
        ("They hit a line in Mosul on orders from Tikrit.", ("Tikrit", "Mosul"), "Mosul"),
    ],
)
def test_where_people_live_or_work_and_things_come_from_is_not_where_it_was(
    where, text, names, town
):
    assert where(text, "hit", *names) == town


def test_the_town_of_a_hospital_is_not_where_the_dead_were_hit(where):
    text = (
        "Some met in Kabul.\n\nA clerk of Kandahar lost his fight at the Mirwand hospital in "
        "Herat. A bomb burst before him."
    )
    assert where(text, "burst", "Herat") == "Kandahar"
    assert where("A bomb burst in the Mirwand hospital in Herat.", "burst", "Herat") == "Herat"


def test_what_is_set_in_the_capital_is_there(where):
    text = "Shells fell in Herat, Afghanistan.\n\nIn the capital, gunmen shot a judge at Noor Gate."
    assert where(text, "shot", "Noor Gate") == "Kabul"
    said = "Herat was quiet.\n\nIn the capital, officials said gunmen shot a man in Ordel."
    assert where(said, "shot", "Ordel") == "Ordel"


def test_the_town_of_the_sentence_goes_before_the_area_that_opens_it(where):
    text = (
        "HELMAND. Sangin was shelled for hours.\n\nHERAT. Near Ghoryan, a boy was killed by a mine."
    )
    assert where(text, "shelled") == "Sangin"


def test_a_force_of_initials_is_no_place(where):
    text = "A missile hit a point of the QVF in Mosul."
    assert where(text, "hit", "QVF", "Mosul") == "Mosul"


def test_a_continent_alone_leaves_the_town_of_the_report(where):
    text = "The market in Kandahar\n\nIt was the worst day in Asia. A shell burst over the stalls."
    assert where(text, "burst", "Asia", inherited=True) == "Kandahar"


def test_a_town_of_no_list_that_the_report_tells_of_is_that_of_what_has_no_place(where):
    text = (
        "Dorvan mourns four\n\nFamilies met in Dorvan on Monday.\n\nTwo years ago a shell burst "
        "over a school."
    )
    assert where(text, "burst") == "Dorvan"
    assert where("Karol spoke in Mosul. Karol saw how a shell burst.", "burst") != "Karol"


def test_the_attack_told_with_its_area_is_in_the_town_of_the_report(where):
    text = (
        "The town of Dorvan mourns its dead\n\nMany fled Dorvan at night.\n\nFew had thought of "
        "it before Monday's raid in Helmand province."
    )
    assert where(text, "raid", "Helmand") == "Dorvan"
    other = text.replace("Monday's raid", "a raid")
    assert where(other, "raid", "Helmand") is None


def test_a_report_says_here_of_the_town_where_it_was_filed(where):
    text = (
        "KANDAHAR, May 4 (Wire) - Two missiles hit the bus station of this town on Tuesday.\n\n"
        "In March a shell burst over the Zorin cinema here. Farms were burned in Dorvan."
    )
    assert where(text, "missiles") == "Kandahar"
    assert where(text, "burst", "Zorin") == "Kandahar"
    assert where(text, "burned", "Dorvan") == "Dorvan"


def test_where_a_vehicle_is_bound_for_is_no_place(where):
    text = "Gunmen hit a Kandahar-bound bus at Lashkar Gah."
    assert where(text, "hit", "Kandahar", "Lashkar Gah") == "Lashkar Gah"


def test_a_name_of_a_group_is_no_place(where):
    text = "In Kandahar a chief was taken by men believed to be of Boko Haram."
    assert where(text, "taken", "Boko Haram") == "Kandahar"


def test_a_part_of_a_town_that_the_report_names_lies_in_that_town(where):
    text = "A bullet hit him at the Zorvo roundabout in Kandahar.\n\nIn Zorvo a guard was beaten."
    assert where(text, "beaten", "Zorvo") == "Kandahar"
    assert where(text.replace(" roundabout in", ", far from"), "beaten", "Zorvo") == "Zorvo"


def test_a_country_alone_leaves_the_town_that_the_next_sentence_tells(where):
    text = (
        "Petrol bombs hit a coach in Afghanistan, killing five. The crowded coach, on its way "
        "home, had slowed for a crossing at Kandahar."
    )
    assert where(text, "hit", "Afghanistan") == "Kandahar"
    assert where(text.replace("The crowded coach", "A minister"), "hit", "Afghanistan") is None


def test_names_in_an_entry_that_say_whose_it_was_leave_its_head(where):
    text = (
        "15/10 HELMAND, Dorvan. Buses of Kandahar mine were shot at from both sides.\n\n"
        "16/10 HERAT, Ghoryan. Soldiers stormed a school at night, with nobody in it."
    )
    assert where(text, "shot", "Kandahar") == "Dorvan"
