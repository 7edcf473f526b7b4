"""``recount train`` says in one sentence what it lacks."""

from __future__ import annotations

import pytest

from recount.training import start_weights


@pytest.fixture
def extra(monkeypatch):
    """The extra is there, as far as the command can tell."""
    monkeypatch.setattr(start_weights, "EXTRA", ())


def test_a_missing_extra(call, monkeypatch):
    monkeypatch.setattr(start_weights, "EXTRA", ("no_such_package_at_all",))
    done = call("train", "--smoke")
    assert done.code == 1
    assert done.out == ""
    assert 'pip install "recount-ledger[train]"' in done.err
    assert done.err.count("\n") == 1


@pytest.mark.usefixtures("extra")
@pytest.mark.parametrize("options", [("--smoke",), ()])
def test_missing_corpora(call, options):
    done = call("train", *options)
    assert done.code == 2
    assert "There are no passages in corpora" in done.err
    assert done.err.count("\n") == 1


@pytest.mark.usefixtures("extra")
def test_missing_data(call, tmp_path):
    (tmp_path / "corpora" / "passages").mkdir(parents=True)
    (tmp_path / "corpora" / "passages" / "a.txt").write_text("")
    done = call("train", "--data", "nowhere")
    assert done.code == 2
    assert "There is no nowhere/muc4/train.jsonl" in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("options", [("--resume",), ("--seconds", "5")])
def test_a_tail_is_not_trained_in_parts(call, options):
    done = call("train", "--tail-of", "reader", *options)
    assert done.code == 2
    assert "A tail is trained at once" in done.err


def test_a_training_goes_on_from_a_whole_model_or_trains_a_tail(call):
    done = call("train", "--tail-of", "reader", "--start-of", "reader")
    assert done.code == 2
    assert "either --tail-of or --start-of" in done.err
