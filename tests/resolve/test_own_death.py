"""The death of who did it is added to a figure that leaves it out."""

import pytest

from recount.model import CountValue, Property
from recount.resolve import choose_publication, resolve


@pytest.fixture
def killed(read_rules, resources):
    """Return the main killed figures of a text."""

    def read(text):
        document, extraction = read_rules(text)
        done = resolve(
            document,
            extraction,
            publication=choose_publication(document, (), None),
            outlet=None,
            resources=resources,
        )
        return [
            s.value.value
            for s in done.statements
            if s.property is Property.KILLED and s.primary and isinstance(s.value, CountValue)
        ]

    return read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 3 May 2021 in Herat a guard killed two clerks before killing himself.", 3),
        ("On 3 May 2021 in Herat a guard killed two clerks and then killed himself.", 3),
        ("On 3 May 2021 in Herat three people died, including a guard who killed himself.", 3),
        ("On 3 May 2021 in Herat a guard killed two clerks and tried to kill himself.", 2),
        ("On 3 May 2021 in Herat a guard killed two clerks and fled.", 2),
        ("On 3 May 2021 in Herat a clerk was killed in an apparent murder-suicide.", 2),
        ("On 3 May 2021 in Herat two people were killed in a murder-suicide.", 2),
    ],
)
def test_the_doers_own_death_is_counted_once(killed, text, expected):
    assert killed(text) == [expected]
