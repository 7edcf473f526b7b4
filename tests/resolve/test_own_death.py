"""The death of who did it is added to a figure that leaves it out."""

import pytest

from recount.model import CountValue, Property
from recount.resolve import choose_publication, resolve
from recount.resolve.own_death import BESIDE


@pytest.fixture
def main_dead(read_rules, resources):
    """Return the main killed statements of a text."""

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
            s
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
        ("On 3 May 2021 in Herat a guard killed two clerks, then turned the gun on himself.", 3),
        (
            (
                "On 3 May 2021 in Herat a guard killed two clerks, then turned the gun on himself "
                "and is in critical condition."
            ),
            2,
        ),
        (
            (
                "On 3 May 2021 in Herat a raid killed a clerk and a guard who shot her, then "
                "turned the gun on himself."
            ),
            2,
        ),
    ],
)
def test_the_doers_own_death_is_counted_once(main_dead, text, expected):
    assert [s.value.value for s in main_dead(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 3 May 2021 in Herat a suicide bomber killed five guards.", (5, True)),
        ("On 3 May 2021 in Herat a man killed five guards before he was caught.", (5, False)),
    ],
)
def test_a_doers_death_that_may_be_counted_leaves_room(main_dead, text, expected):
    found = [(s.value.value, s.method == BESIDE) for s in main_dead(text)]
    assert found == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 3 May 2021 in Herat a man killed five guards before he was shot dead.", 6),
        ("On 3 May 2021 in Herat two gunmen killed five guards before they were shot dead.", 7),
        ("On 3 May 2021 in Herat gunmen killed five guards before they were shot dead.", 5),
        ("On 3 May 2021 in Herat a man killed five guards before police shot him dead.", 6),
        ("On 3 May 2021 in Herat a man killed a guard before being killed by soldiers.", 2),
        ("On 3 May 2021 in Herat a man killed a guard before he was killed by soldiers.", 1),
        ("On 3 May 2021 in Herat a bomb killed eight people. The bomber also died.", 9),
    ],
)
def test_whom_others_killed_in_the_end_is_added(main_dead, text, expected):
    assert [s.value.value for s in main_dead(text)] == [expected]
