"""People counted under an effect."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "role", "words"),
    [
        ("Police in Osset took three men into custody on Sunday.", "arrested", "three men"),
        ("Rebels attacked Osset on Sunday. The army lost one soldier.", "killed", "one soldier"),
    ],
)
def test_words_apart_and_single_losses_count(read_rules, text, role, words):
    document, extraction = read_rules(text)
    counted = {
        (link.role.value, document.text[link.mention.start : link.mention.end])
        for account in extraction.accounts
        for link in account.links
    }
    assert (role, words) in counted, counted
