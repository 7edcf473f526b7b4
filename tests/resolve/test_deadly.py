"""Whether a report tells of death."""

import pytest

from recount.resolve.deadly import is_deadly


@pytest.mark.parametrize(
    ("text", "deadly"),
    [
        ("Three were shot; one died.", True),
        ("A fatal shooting in Osset.", True),
        ("Homicide detectives asked about a non-fatal shooting.", False),
        ("He is charged with attempted murder.", False),
        ("Three were hurt.", False),
        ("Two of our comrades drank the cup of martyrdom.", True),
        ("Nine rebels were sent to their end.", True),
        ("He was sent to their school.", False),
    ],
)
def test_attempts_and_units_of_police_tell_of_no_death(text, deadly):
    assert is_deadly(text) is deadly
