"""Views: what is current, and what was, run by run."""

from __future__ import annotations

import json

import pytest

from recount.ledger import Ledger, sighted
from recount.model import Sighting, UsageError, Verdict
from recount.pipeline import build, judge


def test_a_view_as_of_a_run_does_not_see_what_came_later(built, reports, toy):
    (reports / "f.txt").write_text("x\nOrrin was hit on 2031-05-02, killing 30.")
    build([reports], built, stages=toy.stages())
    with Ledger.open(built) as ledger:
        now, then = ledger.view(), ledger.view(as_of=1)
        assert len(list(now.documents())) == 6
        assert len(list(then.documents())) == 5
        assert max(i.findings[0].high for i in now.incidents()) == 30
        assert max(i.findings[0].high for i in then.incidents()) == 9
        assert len(list(then.records())) + 1 == len(list(now.records()))
        assert len(then.judgements()) == 1
        assert len(now.judgements()) == 3
        assert len(then.runs()) == 1
        assert len(then.voices()) == 5


def test_a_view_before_the_first_run_is_empty(built):
    with Ledger.open(built) as ledger:
        view = ledger.view(as_of=0)
        assert list(view.documents()) == []
        assert list(view.incidents()) == []
        assert view.skipped() == ()


def test_documents_come_with_what_the_user_said_of_them(built, reports, toy):
    said = {"a.txt": {"outlet": "Harbour Post", "published": "2031-05-03", "title": "Given"}}
    (reports / "sources.json").write_text(json.dumps(said))
    build([reports], built, stages=toy.stages())
    with Ledger.open(built) as ledger:
        info = next(i for i in ledger.view().documents() if i.source == "a.txt")
        before = next(i for i in ledger.view(as_of=1).documents() if i.source == "a.txt")
    assert (info.outlet, info.title, info.published.label) == (
        "Harbour Post",
        "Given",
        "2031-05-03",
    )
    assert (before.outlet, before.title) == ("The Velm Courier", "Blast")
    assert info.cites == ("Mira Tolland",)
    assert info.words == 15


def test_accounts_come_in_the_order_asked_and_unknown_ones_are_left_out(built):
    with Ledger.open(built) as ledger:
        view = ledger.view()
        records = {record.id: record for record in view.records()}
        asked = [*sorted(records, reverse=True), "unknown"]
        assert view.accounts(asked) == tuple(records[key] for key in asked[:-1])
        assert all(record.statements for record in records.values())


def test_accounts_of_a_document_are_found(built):
    with Ledger.open(built) as ledger:
        view = ledger.view()
        found = [r for info in view.documents() for r in view.accounts_in(info.id)]
        assert sorted(found, key=lambda r: r.id) == sorted(view.records(), key=lambda r: r.id)
        assert view.account_count() == len(found)


def test_what_was_extracted_and_resolved_comes_back_whole(built, reports):
    from fakes import Calls, FakeExtractor, FakeItem, read

    with Ledger.open(built) as ledger:
        view = ledger.view()
        document = read(FakeItem("a.txt", (reports / "a.txt").read_bytes()))
        standing = view.standing(document.id)
        assert view.document(document.id) == document
        assert view.extraction(standing.extraction) == FakeExtractor(Calls()).extract(document)
        resolution = view.resolution(standing.resolution)
        assert len(resolution.statements) == 3
        assert len(resolution.tallies) == 1
        assert resolution.notes == ("note",)
        assert view.content(document.id) == (reports / "a.txt").read_bytes()
        assert list(view.tallies()) == list(resolution.tallies)


def test_skipped_inputs_and_unread_documents_are_listed_until_they_can_be_read(built, reports, toy):
    (reports / "bad.txt").write_text("DAMAGED")
    build([reports], built, stages=toy.stages())
    with Ledger.open(built) as ledger:
        assert [item.path for item in ledger.view().skipped()] == ["bad.txt", "e.txt"]
        assert ledger.view().unread_languages() == (("xx", 1),)
    (reports / "bad.txt").write_text("Good now")
    build([reports], built, stages=toy.stages())
    with Ledger.open(built) as ledger:
        assert [item.path for item in ledger.view().skipped()] == ["e.txt"]
        assert len(ledger.view(as_of=2).skipped()) == 2


def test_names_of_persons_are_those_of_the_current_extraction(built):
    with Ledger.open(built) as ledger:
        view = ledger.view()
        document = next(i.id for i in view.documents() if i.source == "b.txt")
        (name,) = view.names(document)
        assert view.document(document).text[name.start : name.end] == "Orla Vennick"
        assert name.private


def test_an_incident_is_found_by_the_beginning_of_its_id(built):
    with Ledger.open(built) as ledger:
        view = ledger.view()
        for incident in view.incidents():
            assert view.incident(incident.id[:12]) == incident
        with pytest.raises(UsageError, match="no incident"):
            view.incident("zzz")


def test_an_id_given_up_in_a_merge_still_leads_to_the_incident(built, toy):
    with Ledger.open(built) as ledger:
        before = list(ledger.view().incidents())
        one, two = (incident.accounts[0] for incident in before)
    judge(built, one, two, Verdict.SAME, person="p", stages=toy.stages())
    with Ledger.open(built) as ledger:
        view = ledger.view()
        (merged,) = view.incidents()
        assert {view.incident(incident.id).id for incident in before} == {merged.id}
        assert len(list(ledger.view(as_of=1).incidents())) == 2
    judge(built, one, two, Verdict.DIFFERENT, person="p", stages=toy.stages())
    with Ledger.open(built) as ledger:
        assert {i.id for i in ledger.view().incidents()} == {i.id for i in before}


def test_documents_are_found_by_id_beginning_and_path(built):
    with Ledger.open(built) as ledger:
        view = ledger.view()
        info = next(iter(view.documents()))
        for words in (info.id, info.id[:10], info.source):
            assert view.resolve_document(words) == info.id
        with pytest.raises(UsageError, match="no document"):
            view.resolve_document("nothing.txt")
        with pytest.raises(UsageError, match="no document"):
            view.document("nothing")


def test_findings_by_another_rule_are_not_passed_off_as_stored_ones(built):
    with Ledger.open(built) as ledger, pytest.raises(UsageError, match="rule recount"):
        list(ledger.view().incidents("acled"))


def test_a_sighting_that_says_nothing_new_is_not_stored():
    before = Sighting("d", "a.txt", outlet="O", published="2031")
    assert sighted((before,), Sighting("d", "a.txt")) is None
    assert sighted((before,), Sighting("d", "a.txt", outlet="O")) is None
    assert sighted((before,), Sighting("d", "b.txt")) == Sighting("d", "b.txt")
    later = sighted((before,), Sighting("d", "a.txt", published="2031-05-02"))
    assert later == Sighting("d", "a.txt", outlet="O", published="2031-05-02")
