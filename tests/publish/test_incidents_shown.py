"""Values that are their own words hide what their words hide."""

import pytest

from recount.model import ActorKind, ActorValue, TextValue
from recount.publish.incidents import as_shown


def victim(words):
    return ActorValue(words, ActorKind.CIVILIANS, generic=True)


@pytest.mark.parametrize(
    ("value", "shown", "expected"),
    [
        (victim("la Torvane"), "██ ███████", victim("██ ███████")),
        (victim("la ███████"), "██ ███████", victim("██ ███████")),
        (victim("villagers"), "villagers", victim("villagers")),
        (victim("gunmen"), "██████", victim("██████")),
        (victim("Front for Free Marenza"), "██████ fighters", victim("Front for Free Marenza")),
        (TextValue("market"), "██████", TextValue("market")),
    ],
)
def test_an_actor_told_by_its_words_is_masked_like_them(value, shown, expected):
    assert as_shown(value, shown) == expected
