"""A second person told behind the first, whom the same befell."""

from __future__ import annotations

import pytest

from recount.model import Link, LinkRole, Mention, MentionRole, Span
from recount.resolve.told_with import with_told_with


def told_with(text, words, taken=()):
    """Return the words of the link with whoever is told behind."""
    start = text.index(words)
    link = Link(LinkRole.KILLED, Mention(start, start + len(words), MentionRole.QUANTITY, "person"))
    mention = with_told_with(text, link, taken).mention
    return text[mention.start : mention.end]


@pytest.mark.parametrize(
    ("text", "words", "last"),
    [
        (
            "Ana Carab, head of a council, and the guard assigned to her were shot dead.",
            "Ana Carab",
            "the guard assigned to her",
        ),
        (
            "A clerk, Yola Pex, who had come home in 2030, and her partner were killed.",
            "A clerk",
            "her partner",
        ),
        ("A clerk was shot dead in Tarn, together with her driver.", "A clerk", "her driver"),
        (
            "A clerk was killed, and so was the head of the gang.",
            "A clerk",
            "the head of the gang",
        ),
    ],
)
def test_whom_the_same_befell(text, words, last):
    assert told_with(text, words).endswith(last)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A clerk was shot dead in Tarn, together with her dog.", "A clerk"),
        ("A clerk was hurt, and the guard assigned to her fled.", "A clerk"),
        ("Two clerks, both young, and the guard were killed.", "Two clerks, both young, and"),
        ("A clerk was killed. Together with her driver she had left Tarn.", "A clerk"),
    ],
)
def test_others(text, words):
    assert told_with(text, words) == words


def test_whoever_is_counted_already():
    text = "A clerk was shot dead in Tarn, together with her driver."
    at = text.index("her driver")
    assert told_with(text, "A clerk", [Span(at, at + 10)]) == "A clerk"
