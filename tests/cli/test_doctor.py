"""``recount doctor``: the ledger, the reader, or both."""

from __future__ import annotations

import shutil

import pytest

from recount.resources.encoder import digests


@pytest.fixture
def reader(tmp_path, monkeypatch):
    """A copy of the shipped reader, which ``doctor`` takes for the shipped one."""
    folder = tmp_path / "reader"
    shutil.copytree(digests.SHIPPED, folder)
    digests.write_digests(folder)
    monkeypatch.setattr(digests, "SHIPPED", folder)
    return folder


def test_a_whole_reader_passes(call, reader):
    done = call("doctor", "--model")
    assert done.code == 0
    assert done.out.startswith("ok    reader: ")


def test_a_damaged_reader_is_named_and_fails(call, reader):
    (reader / "pairs.npz").write_bytes(b"other")
    done = call("doctor", "--model")
    assert done.code == 1
    assert "pairs.npz is damaged" in done.out
    assert done.out.count("\n") == 1


def test_ledger_and_reader_together(call, reader, own):
    done = call("doctor", "--model", "--ledger", own)
    assert done.code == 0
    assert "ok    reader" in done.out
    assert "last hash of the log" in done.out


def test_nothing_to_check_is_said(call, monkeypatch):
    monkeypatch.delenv("RECOUNT_LEDGER", raising=False)
    done = call("doctor")
    assert done.code == 2
    assert "--ledger FILE, --model, or both" in done.err
