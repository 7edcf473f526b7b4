"""Forces that only came after an incident."""

from __future__ import annotations

from recount.model import LinkRole


def doers(document, extraction):
    return {
        (account.type.value, link.mention.span.of(document.text).lower())
        for account in extraction.accounts
        for link in account.links
        if link.role is LinkRole.PERPETRATOR
    }


def test_who_arrests_somebody_after_an_attack_did_not_make_it(read_learned):
    text = (
        "A grenade was thrown at a tea house in Velm on Sunday, wounding three. "
        "Police arrested two men near the bridge on Monday."
    )
    assert ("Grenade", "police") not in doers(*read_learned(text))


def test_an_arrest_keeps_those_who_made_it(read_learned):
    text = "Police arrested nine men in raids on two houses in Velm on Sunday, the mayor said."
    assert ("Arrests", "police") in doers(*read_learned(text))
