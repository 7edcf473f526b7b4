"""The number in a deed's own name."""

from __future__ import annotations

import pytest

from recount.model import (
    Account,
    CountValue,
    Extraction,
    IncidentType,
    Link,
    LinkRole,
    Mention,
    MentionRole,
    Property,
    Realis,
    Scope,
    Span,
)
from recount.resolve import choose_publication, resolve


@pytest.fixture
def killed(as_document, resources):
    """Return the account's own number of dead."""

    def read(text, trigger, *dead):
        document = as_document(text)

        def mention(words, role):
            start = text.index(words)
            return Mention(start, start + len(words), role)

        account = Account(
            "a", document.id, document.rendition, (mention(trigger, MentionRole.TRIGGER),),
            IncidentType.ATTACK, Realis.ACTUAL, Scope.POLITICAL,
            tuple(Link(LinkRole.KILLED, mention(w, MentionRole.QUANTITY)) for w in dead), (),
            Span(0, len(text)), 1.0,
        )  # fmt: skip
        done = resolve(
            document,
            Extraction(document.id, document.rendition, "test", "1", (account,), ()),
            publication=choose_publication(document, (), None),
            outlet=None,
            resources=resources,
        )
        return [
            s.value.value
            for s in done.statements
            if s.primary and s.property is Property.KILLED and isinstance(s.value, CountValue)
        ]

    return read


@pytest.mark.parametrize(
    ("text", "trigger", "dead", "number"),
    [
        (
            "A triple homicide shook Ostrelle. Two women were found dead.",
            "homicide",
            "Two women",
            3,
        ),
        ("A double murder shook Ostrelle. Four men were found dead.", "murder", "Four men", 4),
        ("A clerk was killed. An old double murder is unsolved.", "killed", "A clerk", 1),
    ],
)
def test_a_deeds_name_gives_the_least_number_of_dead(killed, text, trigger, dead, number):
    assert killed(text, trigger, dead) == [number]


def test_a_deeds_name_alone_gives_the_number_of_dead(killed):
    assert killed("Police look into a quadruple slaying in Ostrelle.", "slaying") == [4]
