"""The pipeline with Recount's own stages on the example reports."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from recount.ledger import Ledger, pack, unpack
from recount.model import Verdict
from recount.pipeline import BuildOptions, RuledView, build, judge, withhold

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
OPTIONS = BuildOptions(places=(EXAMPLES / "gazetteer.csv",), actors=(EXAMPLES / "actors.csv",))


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    """The example ledger as a pack, so that each test gets its own copy quickly."""
    place = tmp_path_factory.mktemp("examples") / "l.db"
    build([EXAMPLES / "reports"], place, options=OPTIONS)
    stream = io.StringIO()
    with Ledger.open(place) as ledger:
        pack(ledger, stream)
    return stream.getvalue()


@pytest.fixture
def examples(packed, tmp_path):
    """A ledger built from the example reports."""
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        unpack(io.StringIO(packed), ledger)
    return tmp_path / "l.db"


def everything(place) -> str:
    """All that the ledger can tell, as text."""
    stream = io.StringIO()
    with Ledger.open(place) as ledger:
        pack(ledger, stream)
        view = ledger.view()
        parts = [repr(item) for item in view.records()]
        parts += [repr(item) for item in view.incidents()]
        parts += [repr(view.document(info.id)) for info in view.documents()]
        parts += [repr(item) for item in (*view.judgements(), *view.tallies(), *view.actors())]
    return stream.getvalue() + "\n".join(parts)


def test_a_build_without_the_places_still_knows_those_of_the_ledger(examples):
    before = everything(examples)
    report = build([EXAMPLES / "reports"], examples)
    assert (report.new, report.read, report.extracted, report.resolved) == (0, 0, 0, 0)
    assert everything(examples) != before  # a run and its log rows


@pytest.mark.parametrize("name", ["Marek Aldaine", "Orla Vennick", "Corin Dalvey"])
def test_a_private_persons_name_goes_from_all_that_the_ledger_can_tell(examples, name):
    surname = name.split()[-1]
    assert surname in everything(examples)
    assert withhold(examples, name).documents >= 1
    assert surname.lower() not in everything(examples).lower()
    with Ledger.open(examples) as ledger:
        assert ledger.verify().problems == ()
    build([EXAMPLES / "reports"], examples, options=OPTIONS)
    assert surname.lower() not in everything(examples).lower()


def test_statements_quote_their_documents_after_a_name_is_withheld(examples):
    withhold(examples, "Domar Kellish")
    with Ledger.open(examples) as ledger:
        view = ledger.view()
        for info in view.documents():
            text = view.document(info.id).text
            said = [s for record in view.accounts_in(info.id) for s in record.statements]
            assert [s for s in said if text[s.start : s.end] != s.original] == []


def test_a_document_withheld_takes_its_figures_along_and_leaves_the_other_sources(examples):
    with Ledger.open(examples) as ledger:
        view = ledger.view()
        incident = max(view.incidents(), key=lambda i: len(i.accounts))
        record = view.accounts(incident.accounts)[0]
        document = record.account.document
    withhold(examples, document)
    with Ledger.open(examples) as ledger:
        view = ledger.view()
        figures = [f for i in view.incidents() for g in i.findings for f in g.figures]
        assert document not in {figure.document for figure in figures}
        assert document not in {info.id for info in view.documents()}
        left = set(incident.accounts) - {r.id for r in [record]}
        assert any(left & set(i.accounts) for i in view.incidents())
        assert ledger.verify().problems == ()
    report = build([EXAMPLES / "reports"], examples, options=OPTIONS)
    assert report.withheld == 1
    assert report.new == 0


def test_a_persons_judgement_wins_and_survives_the_next_build(examples):
    with Ledger.open(examples) as ledger:
        incident = max(ledger.view().incidents(), key=lambda i: len(i.accounts))
    one, *others = incident.accounts
    for other in others:
        judge(examples, one, other, Verdict.DIFFERENT, person="p", reason="by hand")
    build([EXAMPLES / "reports"], examples, options=OPTIONS)
    with Ledger.open(examples) as ledger:
        view = ledger.view()
        held = next(i for i in view.incidents() if one in i.accounts)
        assert not set(others) & set(held.accounts)
        assert view.resolve_id(incident.id) in {i.id for i in view.incidents()}


@pytest.mark.parametrize("rule", ["acled", "ucdp", "gtd", "conservative"])
def test_findings_by_each_rule_are_made_of_the_same_statements(examples, rule):
    with Ledger.open(examples) as ledger:
        view = RuledView(ledger)
        stored, other = list(view.incidents()), list(view.incidents(rule))
    assert [i.accounts for i in stored] == [i.accounts for i in other]
    assert {g.rule for i in other for g in i.findings if g.figures} == {rule}
