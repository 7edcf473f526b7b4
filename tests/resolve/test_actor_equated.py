"""How a text says that two names are one actor's."""

import pytest

from recount.resolve.actor_equated import equated


@pytest.mark.parametrize(
    ("text", "alias", "name"),
    [
        ("The Oreth Guard, known at home as Liwa Oreth, met.", "liwa oreth", "Oreth Guard"),
        ("The Oreth Guard, nicknamed the Salt Eaters, met.", "salt eaters", "Oreth Guard"),
        ("The Oreth Guard, which locals call the Salt Eaters, met.", "salt eaters", "Oreth Guard"),
        ("The Salt Eaters, as locals call the Oreth Guard, met.", "salt eaters", "Oreth Guard"),
        ("The Oreth Guard met. The Salts, as many here call it, fled.", "salts", "Oreth Guard"),
        (
            "The Oreth Guard, the armed wing of the Hill Union, met.",
            "hill union's armed wing",
            "Oreth Guard",
        ),
        (
            "The Oreth Guard, which is the armed wing of the Hill Union, met.",
            "armed wing of the hill union",
            "Oreth Guard",
        ),
        ("The Oreth Guard, or GO by its own initials, met.", "go", "Oreth Guard"),
        ("GO, the native acronym of the Oreth Guard, met.", "go", "Oreth Guard"),
        ("The Plain Militia took the name Oreth Guard.", "plain militia", "Oreth Guard"),
        ("The Plain Militia, since renamed the Oreth Guard, met.", "plain militia", "Oreth Guard"),
        ("The Oreth Guard used to be called the Plain Militia.", "plain militia", "Oreth Guard"),
        (
            "The Plain Militia, who now call themselves the Oreth Guard, met.",
            "plain militia",
            "Oreth Guard",
        ),
        (
            "The Plain Militia changed their name to the Oreth Guard.",
            "plain militia",
            "Oreth Guard",
        ),
        (
            "The Plain Militia rebranded themselves as the Oreth Guard.",
            "plain militia",
            "Oreth Guard",
        ),
        (
            "The group, called the Plain Militia until 2030 and now the Oreth Guard, met.",
            "plain militia",
            "Oreth Guard",
        ),
        ("Liwa al-Oreth (“Guard of the Dawn”) met.", "guard of the dawn", "Liwa al-Oreth"),
        ("Abu Oreth, whose real name is Aro Vell, fled.", "aro vell", "Abu Oreth"),
        ("Aro Vell, alias “El Halcon”, fled.", "el halcon", "Aro Vell"),
    ],
)
def test_two_names_are_said_to_be_one_actors(text, alias, name):
    assert equated(text)[alias].name == name


@pytest.mark.parametrize(
    "text",
    [
        "The Oreth Guard called on the Plain Militia to leave.",
        "The Oreth Guard joined the Plain Militia.",
        "The Popular Front and the Popular Front (General Command) met.",
    ],
)
def test_two_names_that_stand_together_are_not_one(text):
    assert equated(text) == {}


def test_a_line_break_between_two_names_changes_nothing():
    broken = "The Oreth Guard,\nwhose real\nname is the\nSalt Eaters, met."
    assert equated(broken)["salt eaters"].name == "Oreth Guard"
