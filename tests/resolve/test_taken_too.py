"""Others who were taken besides somebody told before, and "several" beside a number."""

import re

import pytest

from recount.model import Link, LinkRole, Mention, MentionRole, Property, Span


@pytest.fixture
def arrested(main_counts):
    """Return the own figure of arrested people: low, value; "[...]" marks the people."""

    def read(marked):
        text = re.sub(r"[\[\]]", "", marked)
        links = []
        for number, found in enumerate(re.finditer(r"\[(.*?)\]", marked)):
            start = found.start() - 2 * number
            mention = Mention(start, start + len(found[1]), MentionRole.QUANTITY, "number")
            links.append(Link(LinkRole.ARRESTED, mention))
        verbs = re.finditer("arrested|the arrest|captured", text)
        main = main_counts(text, links, [Span(*verb.span()) for verb in verbs])
        return main[Property.ARRESTED].low, main[Property.ARRESTED].value

    return read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops arrested [a courier] in Osk. They also detained [two suspects].", (3, 3)),
        ("[A courier] was arrested in Osk. [Two of his aides] were also held.", (3, 3)),
        ("Troops arrested a rebel in Osk. They held [four additional suspects].", (5, 5)),
        ("Troops captured two rebels in Osk. [One additional suspect] was held.", (3, 3)),
        ("Osk told of the arrest of a rebel in Velm. [Several others] were held.", (4, None)),
        ("Troops captured [a courier] in Osk, along with [two suspects].", (3, 3)),
        ("Troops came to Osk. He and [two clerks] were arrested.", (3, 3)),
    ],
)
def test_others_are_added_to_those_told_before(arrested, text, expected):
    assert arrested(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops arrested [a courier] in Osk. [Two clerks] were held.", (2, 2)),
        ("[A courier] was arrested in Osk, where [a courier and two others] were held.", (3, 3)),
        ("Troops captured a compound in Osk. They also detained [two suspects].", (2, 2)),
        ("Troops captured two launchers in Osk. They also detained [two suspects].", (2, 2)),
    ],
)
def test_nobody_is_added_otherwise(arrested, text, expected):
    assert arrested(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops arrested [several clerks]. [The four clerks] were taken to Osk.", (4, 4)),
        ("Troops arrested [several clerks] in Osk. They also detained [5 cooks].", (3, None)),
        ("Troops arrested [several clerks] in Osk. [Two clerks] were hooded.", (3, None)),
    ],
)
def test_several_gives_way_to_a_number_of_the_same_people(arrested, text, expected):
    assert arrested(text) == expected
