"""The benchmark: its reports are seeded and of the size they claim, and its stages add up."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent.parent / "benchmarks"


@pytest.fixture(scope="module")
def modules():
    """The benchmark's two files, which import one another as scripts do."""
    sys.path.insert(0, str(FOLDER))
    try:
        yield importlib.import_module("chain"), importlib.import_module("synthetic")
    finally:
        sys.path.remove(str(FOLDER))


@pytest.fixture(scope="module")
def parts(modules):
    return modules[1].pieces()


def test_the_same_seed_gives_the_same_reports_and_more_leave_the_first_as_they_are(modules, parts):
    _, synthetic = modules
    few = list(synthetic.reports(2, synthetic.Kind.TEXT, seed=1, parts=parts))
    more = list(synthetic.reports(4, synthetic.Kind.TEXT, seed=1, parts=parts))
    other = list(synthetic.reports(2, synthetic.Kind.TEXT, seed=2, parts=parts))
    assert more[:2] == few
    assert {one.content for one in few}.isdisjoint(one.content for one in other)


def test_reports_are_of_about_800_words_and_pages_of_about_45_kilobytes(modules, parts):
    _, synthetic = modules
    for report in synthetic.reports(5, synthetic.Kind.TEXT, seed=3, parts=parts):
        assert 800 <= len(report.content.split()) <= 1000
    for report in synthetic.reports(5, synthetic.Kind.HTML, seed=3, parts=parts):
        assert 44_000 <= len(report.content.encode()) <= 47_000


@pytest.mark.parametrize("kind", ["text", "html"])
def test_a_build_is_measured_stage_by_stage(modules, kind, tmp_path):
    chain, synthetic = modules
    reports = tmp_path / "measured"
    assert chain.write_reports(reports, 2, synthetic.Kind(kind), seed=1) > 0
    made = synthetic.Kind(kind)
    found, told = chain.run(reports, kind, kind=made, extractor="rules", work=tmp_path)
    assert found.report.documents == 2
    assert found.report.accounts > 0
    assert f"2 reports ({kind}" in told
    assert set(found.stages) == {*chain.STAGES, "write"}
    assert all(seconds > 0 for seconds in found.stages.values())
    assert sum(found.stages.values()) == pytest.approx(found.seconds)
    assert set(found.busy_stages) == {*chain.STAGES, "write", "encoder"}
    assert sum(found.busy_stages.values()) == pytest.approx(found.busy)
    assert len(list(chain.profile(found))) == 1 + len(found.busy_stages)
