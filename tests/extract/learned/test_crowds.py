"""What befalls a crowd, and what one does."""

from __future__ import annotations

import pytest

from recount.extract.learned.crowds import force_at_protest, is_brawl
from recount.model import IncidentType


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police opened fire on a march in Osset.", IncidentType.EXCESSIVE_FORCE),
        ("Four demonstrators were shot dead by guards.", IncidentType.EXCESSIVE_FORCE),
        ("Police fired tear gas at protesters in Osset.", IncidentType.PROTEST_INTERVENTION),
        (
            "Police fired on pickets who pelted them with bricks.",
            IncidentType.VIOLENT_DEMONSTRATION,
        ),
    ],
)
def test_force_of_a_state_against_a_protest_is_told_by_its_means(text, kind):
    assert force_at_protest(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers fired on a convoy in March in Osset.",
        "Gunmen opened fire on a march in Osset.",
        "Police shot a man dead in Osset.",
        "The Rally said that police shot its chair.",
    ],
)
def test_other_force_is_none_at_a_protest(text):
    assert force_at_protest(text) is None


@pytest.mark.parametrize(
    ("text", "brawl"),
    [
        ("Supporters of both parties clashed in Osset.", True),
        ("Members of the two communities fought with sticks in Osset.", True),
        ("Villagers and gunmen clashed in Osset.", False),
        ("Police clashed with supporters in Osset.", False),
        ("Rebels clashed in Osset.", False),
    ],
)
def test_people_without_arms_brawl(text, brawl):
    assert is_brawl(text) is brawl
