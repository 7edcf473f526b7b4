"""People joined by "and" to those who were marked."""

import pytest

from recount.model import Link, LinkRole, Mention, MentionRole, Span
from recount.resolve.joined import with_joined


def joined(text, words, taken=()):
    """Return the words of the link after joining."""
    start = text.index(words)
    link = Link(LinkRole.KILLED, Mention(start, start + len(words), MentionRole.QUANTITY, "person"))
    mention = with_joined(text, link, taken).mention
    return text[mention.start : mention.end]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("the deaths of a cook and her young son.", "a cook", "a cook and her young son"),
        ("Aro Vell and Ben Tash were shot dead.", "Ben Tash", "Aro Vell and Ben Tash"),
        ("Two cooks and one clerk were killed.", "one clerk", "Two cooks and one clerk"),
        ("It claimed the lives of his aunt and a man.", "a man", "his aunt and a man"),
        ("They killed a cook and her son fled.", "a cook", "a cook"),
        (
            "The chief of the police, his deputy and a cook were killed.",
            "his deputy and a cook",
            "The chief of the police, his deputy and a cook",
        ),
        (
            "His wife and two sons, who were in the car, were killed.",
            "two sons",
            "His wife and two sons",
        ),
        (
            "The chief, his deputy and a cook fled.",
            "his deputy and a cook",
            "his deputy and a cook",
        ),
        ("A house burned in a fire and 5 bodies were found.", "5 bodies", "5 bodies"),
        ("the murder of six monks and the two cooks.", "six monks", "six monks and the two cooks"),
        (
            "The dead are Aro Vell, 19, Ben Tash, 21, and Ivo Marr.",
            "Ben Tash, 21, and Ivo Marr",
            "Aro Vell, 19, Ben Tash, 21, and Ivo Marr",
        ),
        ("Police found a father and daughter dead.", "a father", "a father and daughter"),
        (
            "She killed her aunt and two young sons.",
            "her aunt and two",
            "her aunt and two young sons",
        ),
        ("She killed her aunt and two in Osset.", "her aunt and two", "her aunt and two"),
        ("Police found a clerk and daughter dead.", "a clerk", "a clerk"),
        (
            "She killed her aunt, Ana Vell, and her father.",
            "her aunt",
            "her aunt, Ana Vell, and her father",
        ),
        ("Raiders saw Aro Vell and shot Ben Tash.", "Ben Tash", "Ben Tash"),
        (
            "THE MURDER OF SIX MONKS AND THEIR TWO COOKS, AS REPORTED,",
            "SIX MONKS",
            "SIX MONKS AND THEIR TWO COOKS",
        ),
        (
            "A RAID IN WHICH HIS COOK AND ONE OF HIS CLERKS WERE SHOT DEAD",
            "ONE OF HIS CLERKS",
            "HIS COOK AND ONE OF HIS CLERKS",
        ),
        ("A man and woman dead at Osset.", "A man", "A man and woman"),
        ("A man and woman fled from Osset.", "A man", "A man"),
        ("A clerk and woman dead at Osset.", "A clerk", "A clerk"),
        (
            "A mother, daughter and son were killed.",
            "A mother",
            "A mother, daughter and son",
        ),
        ("They killed a father and son before dawn.", "a father", "a father and son"),
        ("They killed a father and son, police said.", "a father", "a father and son"),
        ("They killed a father and son fled.", "a father", "a father"),
        (
            "They killed Aro Vell and Ben Tash in Osset.",
            "Aro Vell",
            "Aro Vell and Ben Tash",
        ),
        (
            "They killed Aro Vell, 21, and Ben Tash at dawn.",
            "Aro Vell",
            "Aro Vell, 21, and Ben Tash",
        ),
        (
            "They killed both Aro Vell and Ben Tash in Osset.",
            "Aro Vell",
            "Aro Vell and Ben Tash",
        ),
        ("They killed Aro Vell and Ben Tash fled.", "Aro Vell", "Aro Vell"),
        ("They saw Aro Vell and Ben Tash in Osset.", "Aro Vell", "Aro Vell"),
        (
            "They killed a 9-year-old boy and his mother.",
            "mother",
            "a 9-year-old boy and his mother",
        ),
    ],
)
def test_one_verb_joins_people(text, words, expected):
    assert joined(text, words) == expected


def test_people_who_are_counted_already_are_not_joined():
    text = "Aro Vell and Ben Tash were shot dead."
    link = Mention(0, 8, MentionRole.QUANTITY)
    assert joined(text, "Ben Tash", (link.span,)) == "Ben Tash"


@pytest.mark.parametrize(
    ("text", "words", "other"),
    [
        ("A man and woman dead at Osset.", "A man", "woman"),
        ("They killed Aro Vell and Ben Tash in Osset.", "Aro Vell", "Ben Tash"),
    ],
)
def test_a_couple_or_a_name_counted_already_is_not_joined(text, words, other):
    start = text.index(other)
    assert joined(text, words, (Span(start, start + len(other)),)) == words
