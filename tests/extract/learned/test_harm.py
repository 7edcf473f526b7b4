"""People who were hurt make a threat or plan a fact."""

from __future__ import annotations

import pytest

from recount.extract.learned.harm import happened
from recount.model import (
    Account,
    IncidentType,
    Link,
    LinkRole,
    Mention,
    MentionRole,
    Realis,
    Scope,
    Span,
)

SAW = "Guards saw a threat at the bridge and fired, killing ten rebels."
SAID = "The Ashen Front threatened to go on killing ten hostages a day."


def account(text: str, realis: Realis, *words: str, counted: str | None = "ten") -> Account:
    def mention(word: str, role: MentionRole) -> Mention:
        return Mention(text.index(word), text.index(word) + len(word), role)

    triggers = tuple(mention(word, MentionRole.TRIGGER) for word in words)
    counts = () if counted is None else (mention(counted, MentionRole.QUANTITY),)
    return Account(
        id=Account.id_of("d", "r", triggers),
        document="d",
        rendition="r",
        triggers=triggers,
        type=IncidentType.ATTACK,
        realis=realis,
        scope=Scope.POLITICAL,
        links=tuple(Link(LinkRole.KILLED, one) for one in counts),
        claims=(),
        extent=Span(0, len(text)),
        confidence=0.9,
    )


def test_a_threat_that_ended_in_deaths_happened():
    told = account(SAW, Realis.THREATENED, "threat", "killing")
    assert happened(SAW, told).realis is Realis.ACTUAL


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SAW, account(SAW, Realis.THREATENED, "threat")),
        (SAW, account(SAW, Realis.THREATENED, "threat", "killing", counted=None)),
        (SAW, account(SAW, Realis.HYPOTHETICAL, "killing")),
        (SAID, account(SAID, Realis.THREATENED, "killing")),
    ],
    ids=["no word of harm", "nobody counted", "hypothetical", "threatened with"],
)
def test_other_accounts_stay_as_they_are(text, told):
    assert happened(text, told) is told
