"""Natural persons' names, and which are withheld."""

from __future__ import annotations

import gzip
import hashlib
import itertools
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.resources.persons import find_persons


def found(text):
    return {(text[p.start : p.end], p.public) for p in find_persons(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Torven, 35, was shot at the quay.", "Ana Torven"),
        ("The dead man was identified as Ivo Nell, 51.", "Ivo Nell"),
        ("Mawlana Hamid Orvani, a well-known cleric, was killed.", "Hamid Orvani"),
        ("Thirty-one-year-old Lena Marsh died on Sunday.", "Lena Marsh"),
        ("Police arrested David White after the raid.", "David White"),
        ("A witness, Maria de la Roca, saw the car.", "Maria de la Roca"),
        ("The victims were Omar bin Saleh and Sara Olu.", "Omar bin Saleh"),
        ("His brother, James O'Dell Jr., was wounded.", "James O'Dell Jr."),
    ],
)
def test_private_names_are_found_and_private(text, name):
    assert (name, False) in found(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Ivo Nell spoke on Monday.", "Ivo Nell"),
        ("Zabi Orvani, the chief spokesman for the group, said so.", "Zabi Orvani"),
        ("Lena Marsh, a senior analyst at the Isle Institute, said so.", "Lena Marsh"),
        ("Brig. Gen. (ret.) Haro Nell, a regional analyst, said so.", "Haro Nell"),
        ("the leader of the FLM, Omar Sedri, was killed", "Omar Sedri"),
        ("By Lena R. Marsh\n\nThe port is closed.", "Lena R. Marsh"),
    ],
)
def test_offices_heads_and_quoted_experts_are_public(text, name):
    assert (name, True) in found(text)


def test_a_later_surname_is_the_same_person():
    text = "Ana Torven, 35, was shot. Torven's family fled. Torven worked at the port."
    people = find_persons(text)
    assert [p.name for p in people] == ["Ana Torven"] * 3
    assert {p.public for p in people} == {False}


def test_a_relative_with_the_same_surname_is_found():
    text = "Ana Torven, 35, was shot. Friends of Quilla Torven gathered."
    assert ("Quilla Torven", False) in found(text)


def test_a_child_is_a_minor():
    text = "Lena Marsh, a 9-year-old girl, was killed."
    assert find_persons(text)[0].reason == "a minor"


@pytest.mark.parametrize(
    "text",
    [
        "The Wazir Hamid Mosque in Port Sel was hit.",
        "On Monday Human Rights Watch reported from Mazar-e Sharif.",
        "The National Front met in North Marenza in May.",
        "Foreign Policy and the United Nations agreed.",
        "Afghanistan and Pakistan closed the border.",
    ],
)
def test_places_bodies_and_dates_are_no_persons(text):
    assert find_persons(text) == ()


def test_names_in_a_text_of_capitals_are_found():
    text = "PORT SEL, 3 MAY -- PRESIDENT ALFREDO NELL SAID FARMER PEDRO ORVAN WAS KILLED."
    assert found(text) == {("ALFREDO NELL", True), ("PEDRO ORVAN", False)}


def test_a_known_place_needs_a_persons_cue():
    place = find_persons("They met at Maria Dolores in May.")
    text = "They met at Maria Dolores in May."
    known = [type("Known", (), {"start": 12, "end": 25})()]
    assert len(place) == 1
    assert find_persons(text, known) == ()


def test_names_that_overlap_are_one_mention():
    text = "Ana Ana Ana Dr Ana Ana"
    assert [text[p.start : p.end] for p in find_persons(text)] == ["Ana Ana Ana", "Ana Ana"]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Ana", "Torven", "Mr.", "J.", ",", "35", "said", "the", "al-Sadri", "\n", "[", "]",
             "President", "bin", "Street", "Jr.", "'s", "was", "killed", "“", "”", "Dr"]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_mentions_lie_in_the_text_apart(words):
    text = " ".join(words)
    people = find_persons(text)
    assert all(0 <= p.start < p.end <= len(text) for p in people)
    assert all(a.end <= b.start for a, b in itertools.pairwise(people))


@pytest.mark.shared
def test_most_recorded_victims_and_suspects_are_withheld(shared):
    """The floor is measured on the fixed sample, which was not looked at while building."""
    folder = shared / "data" / "gun_violence"
    rows = (json.loads(line) for line in (folder / "incidents.jsonl").open(encoding="utf-8"))
    names = {
        row["incident"]: [p["name"].strip() for p in row["participants"] if p.get("name")]
        for row in rows
    }
    hits = total = 0
    with gzip.open(folder / "articles.jsonl.gz", "rt", encoding="utf-8") as articles:
        for line in articles:
            row = json.loads(line)
            if int(hashlib.sha1(row["incident"].encode()).hexdigest(), 16) % 10 != 0:
                continue
            text = row["text"]
            private = [(p.start, p.end) for p in find_persons(text) if not p.public]
            for name in names.get(row["incident"], []):
                if " " not in name:
                    continue
                for match in re.finditer(re.escape(name), text):
                    total += 1
                    hits += any(a <= match.start() and match.end() <= b for a, b in private)
    assert total > 300
    assert hits / total >= 0.9


def test_a_part_of_a_country_is_no_person():
    assert found("Shelling on 9 March, Lower Mir: no casualties. Upper Sall said nothing.") == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tarn Interior Minister Olo Marrash was in the car.", "Olo Marrash"),
        ("The call came from Ordel Sen. Ivo Nell on Monday.", "Ivo Nell"),
        ("UN coordinator for North Merin, Ana Torven described the raid.", "Ana Torven"),
        ("Secretary of Defense Maria Nell saw the photographs.", "Maria Nell"),
        ("The Union nominee Ana Torven asked for calm.", "Ana Torven"),
    ],
)
def test_an_office_is_no_part_of_the_name_that_it_makes_public(text, name):
    assert found(text) == {(name, True)}


@pytest.mark.parametrize(
    "text",
    [
        "The man had fled, Lt. Ivo Nell said.",
        "The man had fled, according to sheriff's Sgt. Ivo Nell.",
        "Two were killed, said Capt. Ivo Nell of the Olsk police.",
    ],
)
def test_an_officer_quoted_under_a_rank_is_public(text):
    assert found(text) == {("Ivo Nell", True)}


@pytest.mark.parametrize(
    "text",
    [
        "Sgt. Ivo Nell was shot, police said.",
        "Police said Sgt. Ivo Nell was shot dead.",
        "He was shot in the leg, said Constable Ivo Nell.",
        "Sgt. Ivo Nell said he was shot in the leg.",
        "Sgt. Ivo Nell, 31, told the court of the blast.",
    ],
)
def test_an_officer_who_is_hurt_or_aged_stays_private(text):
    assert ("Ivo Nell", False) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "A cousin of the mayor of Olsk, Ana Torven, was killed.",
        "The chief of police said Ana Torven was killed.",
        "Olsk Elementary Principal Ana Torven was killed.",
    ],
)
def test_an_office_of_somebody_else_makes_nobody_public(text):
    assert ("Ana Torven", False) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The pirates left MV Torva behind.",
        "It landed its Marine Commandos on the deck.",
        "The Military Observers saw the crossing.",
    ],
)
def test_ships_and_bodies_are_no_persons(text):
    assert found(text) == set()


def test_what_somebody_owns_is_no_part_of_the_name():
    assert ("Maria Torven", False) in found("They shot Maria Torven's Bodyguards on Monday.")


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("Judge Ivo Nell sentenced the man on Monday.", True),
        ("The murder of Magistrate Ivo Nell was condemned.", False),
        ("Olsk Police Chief Colonel Ivo Nell was killed.", True),
        ("according to Olsk County Prosecutor Maria Ordel Nell, 29, pleaded guilty", False),
    ],
)
def test_offices_of_courts_and_chiefs(text, public):
    assert {p for name, p in found(text) if name.endswith("Nell")} == {public}


def test_a_preposition_in_capitals_begins_no_name():
    assert found("Near Dayr az Tarn, one strike destroyed a truck.") == set()
