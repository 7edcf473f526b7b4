"""Judgements are stored in bounded pieces, and only those that differ."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recount.ledger import Ledger, LinkEntry, verify
from recount.model import Judgement, Reason, Verdict


def judgement(at: int, score: float = 5.0) -> Judgement:
    key = Judgement.id_of(f"a{at}", f"b{at}", Verdict.SAME, "toy", None)
    reason = Reason("words", score, "alike")
    return Judgement(key, f"a{at}", f"b{at}", Verdict.SAME, score, "toy", (reason,))


def entry(judgements, inputs: str) -> LinkEntry:
    return LinkEntry(judgements, {}, (), "recount", inputs)


@pytest.fixture
def ledger(tmp_path, monkeypatch):
    monkeypatch.setattr("recount.ledger.differences.AT_ONCE", 3)
    with Ledger.open(tmp_path / "l.db", create=True) as opened:
        yield opened


@pytest.mark.parametrize("number", [1, 3, 4, 7])
def test_judgements_given_one_by_one_are_all_stored_and_in_the_log(ledger, number):
    made = [judgement(at) for at in range(number)]
    with ledger.writer(command="build", started="") as writer:
        writer.link(entry(iter(made), "x"))
    view = ledger.view()
    assert view.judgements() == tuple(made)
    assert [row.kind for row in view.log()].count("links") == 1
    assert {problem.kind for problem in verify(ledger).problems} == {"judgements"}  # no accounts


def test_only_judgements_that_differ_are_ended_and_stored(ledger):
    made = [judgement(at) for at in range(8)]
    person = replace(judgement(9), person="Mira", id="p")
    changed = [*made[:6], judgement(6, 7.0), person]
    for inputs, given in (("x", made), ("y", changed), ("z", changed)):
        with ledger.writer(command="build", started="") as writer:
            writer.link(entry(given, inputs))
    assert ledger.view().judgements() == tuple(changed[:7])
    assert ledger.view(as_of=1).judgements() == tuple(made)
    counts = ledger.view().counts()
    assert (counts["judgements"], counts["judgement_ends"]) == (9, 2)
