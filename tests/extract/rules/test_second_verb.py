"""People told once for two verbs."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Five men were taken from a bus near Osset on Sunday and shot dead.", "Five men"),
        ("Six clerks were abducted in Osset on Sunday and later executed.", "Six clerks"),
    ],
)
def test_the_subject_of_the_first_verb_is_that_of_the_second(read_rules, text, words):
    document, extraction = read_rules(text)
    counted = [
        document.words(link.mention.span)
        for account in extraction.accounts
        for link in account.links
        if link.role.value == "killed"
    ]
    assert counted == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Five men were taken from a bus near Osset on Sunday and a clerk who ran was shot dead.",
        "Five men were seen in Osset on Sunday and shot dead a clerk.",
    ],
)
def test_somebody_else_may_be_the_one_who_died(read_rules, text):
    document, extraction = read_rules(text)
    counted = [
        document.words(link.mention.span)
        for account in extraction.accounts
        for link in account.links
        if link.role.value == "killed"
    ]
    assert "Five men" not in counted
