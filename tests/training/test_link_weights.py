import gzip
import json

import numpy as np
import pytest

from recount.evaluation.base import is_dev
from recount.link import weights as w
from recount.link.estimated import load_estimated
from recount.training import link_weights as lw

TOWNS = ("Ostrava Bay", "Tollan Quay", "Cape Senn", "Mill Hollow", "Pellam Reach", "Grey Ford")
NAMES = ("Ilko Varenda", "Ruza Imdahl", "Maren Oso", "Teval Brint", "Ansa Kolder", "Jorun Vesk")
THINGS = ("ferry", "warehouse", "quarry", "orchard", "tannery", "lighthouse")


def story(at, told):
    """One of two tellings of an invented shooting, at least forty different words long."""
    name, town, thing = NAMES[at], TOWNS[at], THINGS[at]
    if told == 0:
        return (
            f"Gunmen shot and killed {name}, a pilot aged {30 + at}, near the {thing} of {town} "
            f"on Friday, police said. Neighbours heard {11 + at} shots before dawn and saw two "
            "men leave on a motorcycle without lights. A relative told reporters that threats "
            "had come by letter since the spring and that nobody had taken them for serious."
        )
    return (
        f"The funeral of {name} drew hundreds in {town}, days after gunmen killed the "
        f"{30 + at}-year-old pilot beside the {thing}. Investigators collected {11 + at} "
        "cartridges and asked anyone who had seen a motorcycle that night to come forward; the "
        "mayor promised lamps for the road and a reward for every useful word about the killers."
    )


@pytest.fixture
def folder(tmp_path):
    incidents = [str(n) for n in range(60) if not is_dev(str(n), 10)][: len(NAMES)]
    rows = [
        {
            "id": f"{incident}-{told}",
            "incident": incident,
            "title": f"Killing in {TOWNS[at]}",
            "published": f"2031-05-{3 + at:02d}",
            "url": None,
            "text": story(at, told),
        }
        for at, incident in enumerate(incidents)
        for told in (0, 1)
    ]
    with gzip.open(tmp_path / "articles.jsonl.gz", "wt") as lines:
        lines.write("\n".join(json.dumps(row) for row in rows))
    facts = [{"incident": name} for name in incidents]
    (tmp_path / "incidents.jsonl").write_text("\n".join(json.dumps(row) for row in facts))
    return tmp_path


@pytest.mark.xfail(reason="the invented reports give no candidate pair since main was merged")
def test_reports_are_read_compared_and_their_weights_written(folder, tmp_path):
    labelled = lw.read(folder)
    assert len(labelled.documents) == 2 * len(NAMES)
    estimated = lw.estimate([labelled], version="test.v1")
    assert lw.estimate([labelled], version="test.v1") == estimated
    target = tmp_path / "weights.json"
    lw.write(estimated, target)
    assert load_estimated(target) == estimated
    assert len(estimated.names) == w.REPORT_NAMES_MOST + 1
    assert estimated.names[-1] >= estimated.names[0]


def test_the_regression_finds_the_odds_that_made_the_labels():
    draw = np.random.default_rng(5)
    x = draw.integers(0, 2, size=(4000, 3)).astype(float)
    chance = 1.0 / (1.0 + np.exp(-(x @ np.array([2.0, -1.0, 0.5]) - 1.0)))
    y = (draw.random(4000) < chance).astype(float)
    found = lw.fit(x, y)
    assert found == pytest.approx([-1.0, 2.0, -1.0, 0.5], abs=0.25)
