"""A small ledger made with the toy stages of the pipeline's tests."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

FAKES = str(Path(__file__).parent.parent / "pipeline")
if FAKES not in sys.path:
    sys.path.insert(0, FAKES)

REPORTS = {
    "a.txt": "Blast\nOrrin was hit on 2031-05-02, killing 7, said Mira Tolland."
    " 119 attacks that year.",
    "b.txt": "Toll rises\nOrrin was hit on 2031-05-02, killing 9. Victim: Orla Vennick.",
    "c.txt": "Elsewhere\nTarnby was hit on 2031-06-01, killing 2, said Orla Vennick. Vennick wept.",
    "d.txt": "Quiet day\nNothing to tell.",
    "e.txt": "Anders\nLANG xx",
}


@pytest.fixture
def reports(tmp_path):
    """A folder of five invented reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def toy():
    """The toy stages, counting their calls."""
    from fakes import Toy

    return Toy()


@pytest.fixture
def built(tmp_path, reports, toy):
    """The path of a ledger built from the reports."""
    from recount.pipeline import build

    place = tmp_path / "l.db"
    build([reports], place, stages=toy.stages())
    return place
