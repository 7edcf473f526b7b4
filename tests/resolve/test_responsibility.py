"""Who is meant by a position on responsibility."""

from __future__ import annotations

import pytest

from recount.evaluation.product import Report, read_reports
from recount.model import Property, ResponsibilityValue


def actors(text: str) -> set[tuple[str, str | None]]:
    read = read_reports([Report("r", text, None, "2031-05-04")], link=False).named()["r"]
    return {
        (value.stance.value, value.actor)
        for account in read.accounts
        for statement in account.record.of(Property.RESPONSIBILITY)
        if isinstance(value := statement.value, ResponsibilityValue)
    }


LEAD = "A clerk was shot dead in Velm on Sunday. "


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("The Banner of the Faithful claimed the attack.", ("claimed", "Banner of the Faithful")),
        (
            "A spokesman of the Northern Front said that it carried out the attack.",
            ("claimed", "Northern Front"),
        ),
        ("Police blamed smugglers from the coast.", ("blamed", "smugglers from the coast")),
        ("Dorl Benn, 28, was charged with murder.", ("blamed", "individual")),
        ("A farmhand was arrested over the killing.", ("suspected", "individual")),
    ],
)
def test_a_party_is_told(text, position):
    assert position in actors(LEAD + text)


@pytest.mark.parametrize(
    "text",
    [
        "Party official Rico Vant was charged with the murder.",
        "Liberty Party member Ann Dorr was arrested over the killing.",
        "Army veteran Ali Dorr was charged with the murder.",
    ],
)
def test_a_private_name_is_no_value_whatever_body_stands_before_it(text):
    assert {actor for _, actor in actors(LEAD + text)} == {"individual"}


def test_one_person_told_with_and_without_a_name_is_one_position():
    text = LEAD + "A juvenile was charged with murder. Dorl Benn, 16, was charged on Friday."
    assert [stance for stance, _ in actors(text)] == ["blamed"]


def test_a_noun_takes_up_the_party_named_beside_it():
    text = (
        "Masked men dragged a clerk from a shop in Velm on Sunday. Relatives point the finger at "
        "the Internal Homeland Agency; the agency denies holding him."
    )
    assert ("denied", "Internal Homeland Agency") in actors(text)


def test_who_is_described_by_a_noun_denies_by_it():
    text = (
        "Gunmen shot dead nine herders in Velm on Sunday. Their union accused the Harun Shield, a "
        "militia of hunters. A spokesman for the hunters, Oren Dask, rejected this."
    )
    assert {("blamed", "Harun Shield"), ("denied", "Harun Shield")} <= actors(text)


def test_a_bureau_of_a_country_is_a_party():
    text = LEAD + "The State Service blamed Ruvia's Federal Security Bureau for the killing."
    assert [stance for stance, actor in actors(text) if actor != "individual"] == ["blamed"]
