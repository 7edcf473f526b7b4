"""Running the product for a measurement: names, offsets, and nothing of the gold."""

from __future__ import annotations

import json

import pytest

from recount.evaluation.product import Report, read_paths, read_reports

FIRST = (
    "At least nine people were killed on 4 March 2024 when a bomb exploded in a market in Kabul."
)
SECOND = "A bomb killed nine people in a market in Kabul on 4 March 2024, police said."


@pytest.fixture(scope="module")
def linked():
    return read_reports([Report("b", SECOND), Report("a", FIRST, published="2024-03-05")])


@pytest.fixture(scope="module")
def apart():
    return read_reports([Report("b", SECOND), Report("a", FIRST)], link=False)


def test_documents_keep_the_names_and_the_order_of_the_rows(linked):
    assert [document.name for document in linked.documents] == ["b", "a"]


def test_the_text_is_the_rows_own_so_offsets_hold(linked):
    assert linked.named()["a"].document.text == FIRST


def test_accounts_stand_in_incidents_that_exist(linked):
    known = {incident.id for incident in linked.incidents}
    accounts = [account for document in linked.documents for account in document.accounts]
    assert len(accounts) >= 2
    assert {account.incident for account in accounts} <= known


def test_without_linking_every_account_is_an_incident_of_its_own(apart):
    accounts = [account for document in apart.documents for account in document.accounts]
    assert len({account.incident for account in accounts}) == len(accounts) >= 2


def test_a_published_date_is_passed_on(linked):
    assert linked.named()["a"].document.published.label == "2024-03-05"


def test_a_row_holds_text_title_date_and_address_only():
    line = json.loads(Report("x", "t", "T", "2031-01-01", "https://a.example").line())
    assert set(line) == {"id", "text", "title", "published", "url"}


def test_what_is_left_out_is_told(tmp_path):
    (tmp_path / "a.txt").write_text(FIRST)
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 broken")
    reading = read_paths([tmp_path], link=False)
    assert [document.name for document in reading.documents] == ["a.txt"]
    assert any("b.pdf" in line for line in reading.skipped)
