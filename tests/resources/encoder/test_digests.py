"""Digests: a reader's folder is whole, or the sentence says which file is not."""

from __future__ import annotations

import pytest

from recount.model import RecountError
from recount.resources.encoder.digests import (
    DIGESTS,
    SHIPPED,
    damage_of,
    require_whole,
    write_digests,
)
from recount.resources.encoder.session import Encoder


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.bin").write_bytes(b"one")
    (tmp_path / "b.txt").write_text("two")
    write_digests(tmp_path)
    return tmp_path


def test_a_folder_is_whole_after_its_digests_are_written(folder):
    assert damage_of(folder) is None


def test_writing_them_again_changes_nothing(folder):
    before = (folder / DIGESTS).read_bytes()
    write_digests(folder)
    assert (folder / DIGESTS).read_bytes() == before


def test_one_changed_byte_is_found(folder):
    (folder / "a.bin").write_bytes(b"onf")
    assert "a.bin is damaged" in str(damage_of(folder))


def test_a_missing_file_is_named(folder):
    (folder / "b.txt").unlink()
    assert "b.txt is missing" in str(damage_of(folder))


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b"\xff\xfe"])
def test_damaged_digests_are_said(folder, content):
    (folder / DIGESTS).write_bytes(content)
    assert str(damage_of(folder)).endswith("is damaged.")


def test_a_damaged_reader_is_refused_in_one_sentence(tmp_path):
    for name in ("model.onnx", "pairs.npz", "probe.onnx", "tokenizer.json"):
        (tmp_path / name).write_bytes(b"x")
    write_digests(tmp_path)
    (tmp_path / "model.onnx").write_bytes(b"y")
    with pytest.raises(RecountError, match=r"model\.onnx is damaged"):
        Encoder(tmp_path)
    (tmp_path / "model.onnx").unlink()
    with pytest.raises(RecountError, match=r"model\.onnx is missing"):
        Encoder(tmp_path)


def test_the_shipped_reader_is_whole_and_small():
    require_whole(SHIPPED)
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) <= 30_000_000
