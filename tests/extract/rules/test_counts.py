"""People counted under an effect."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "role", "words"),
    [
        ("Police in Osset took three men into custody on Sunday.", "arrested", "three men"),
        ("Rebels attacked Osset on Sunday. The army lost one soldier.", "killed", "one soldier"),
        ("Raiders killed two men and five boys were hurt in Osset on Sunday.", "killed", "two men"),
        (
            "Raiders killed two men and five boys were hurt in Osset on Sunday.",
            "wounded",
            "five boys",
        ),
        ("The toll of Sunday's raid in Osset rose from 19 to 21.", "killed", "21"),
        ("The army eliminated six militants in Osset on Sunday.", "killed", "six militants"),
        (
            "The army eliminated at least six armed rebels in Osset on Sunday.",
            "killed",
            "at least six armed rebels",
        ),
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


def test_whom_sport_eliminates_nobody_killed(read_rules):
    _, extraction = read_rules("Osset eliminated six teams and a rival on Sunday.")
    roles = {link.role.value for account in extraction.accounts for link in account.links}
    assert "killed" not in roles
