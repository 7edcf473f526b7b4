"""Incidents that lie ahead, were only tried, or did not happen."""

from recount.model import Realis


def test_a_threat_that_names_no_day_is_an_account(read_learned):
    document, extraction = read_learned(
        "Gunmen killed two guards at a mill in Ostrelle on Monday. The Ashen Front has threatened "
        "to attack the dam."
    )
    told = {
        account.realis: {document.text[t.start : t.end] for t in account.triggers}
        for account in extraction.accounts
    }
    assert "attack" in told.get(Realis.THREATENED, set()), told
    assert Realis.ACTUAL in told


def test_a_plan_is_no_part_of_what_happened(read_learned):
    _, extraction = read_learned(
        "A bomb exploded at a market in Ostrelle on Monday, killing four people. The minister said "
        "that the group planned to kidnap a judge in Vennick."
    )
    assert {Realis.ACTUAL, Realis.PLANNED} <= {account.realis for account in extraction.accounts}
