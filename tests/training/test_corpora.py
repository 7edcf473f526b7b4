"""The corpora that are trained on: whole, large enough, and apart from what measures."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from recount.training.material import held_out, own_examples
from recount.training.passages import read_folder
from recount.training.sets.files import digest_of, in_part, read_rows

TOOL = Path(__file__).parent.parent.parent / "tools" / "draw_training.py"


@pytest.fixture(scope="module")
def drawn(corpora):
    return json.loads((corpora / "standoff" / "draw_training.json").read_text("utf-8"))["documents"]


def test_there_are_500_passages_without_a_problem(corpora):
    reading = read_folder(corpora / "passages")
    assert reading.problems == ()
    assert len(reading.passages) >= 500


def test_the_rounds_are_marked_without_a_problem_but_their_length(corpora):
    for folder, fewest, accounts in (("rounds", 520, 1), ("rounds_held", 40, 3)):
        reading = read_folder(corpora / folder)
        assert [p for p in reading.problems if "not 40 to 200" not in str(p)] == []
        assert all(len(passage.accounts) >= accounts for passage in reading.passages)
        assert len(reading.passages) >= fewest


def test_held_rounds_are_not_trained_on(corpora):
    held = {report.text for report in read_folder(corpora / "rounds_held").passages}
    assert held.isdisjoint(example.text for example in own_examples(None, corpora))


def test_no_text_of_the_exam_is_trained_on(corpora, drawn):
    exam = held_out(corpora / "standoff")
    assert len(exam) == 60
    labelled = {row["text_sha256"] for row in read_rows(corpora / "standoff" / "training.jsonl")}
    assert exam.isdisjoint(labelled)
    assert exam.isdisjoint({row["text_sha256"] for row in drawn})


def test_what_is_labelled_was_drawn(corpora, drawn):
    known = {row["text_sha256"] for row in drawn}
    rows = list(read_rows(corpora / "standoff" / "training.jsonl"))
    assert {row["text_sha256"] for row in rows} <= known
    assert len(rows) == len({row["text_sha256"] for row in rows})


@pytest.mark.shared
def test_no_text_of_a_dev_part_was_drawn(shared, drawn):
    data = shared / "data"
    held = {digest_of(row["text"]) for row in read_rows(data / "muc4" / "dev.jsonl")}
    for name, key, modulus in (
        ("gun_violence/articles.jsonl.gz", "incident", 10),
        ("re3d/documents.jsonl", "id", 5),
        ("geoparsing/lgl.jsonl", "id", 5),
        ("geoparsing/geovirus.jsonl", "id", 5),
    ):
        held |= {
            digest_of(row["text"])
            for row in read_rows(data / name)
            if in_part(str(row[key]), modulus)
        }
    assert held.isdisjoint({row["text_sha256"] for row in drawn})


@pytest.mark.shared
def test_the_draw_can_be_repeated(shared, drawn):
    spec = importlib.util.spec_from_file_location("draw_training", TOOL)
    tool = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = tool  # its dataclasses look themselves up there
    spec.loader.exec_module(tool)
    again = [(one.set, one.id, one.digest) for one in tool.draw(shared / "data")]
    assert again == [(row["set"], row["id"], row["text_sha256"]) for row in drawn]
