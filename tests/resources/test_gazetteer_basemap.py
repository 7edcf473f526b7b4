"""The shipped outlines: complete, closed, inside the world, small."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import recount.resources
from recount.resources.basemap import load_outlines


def test_outlines_are_closed_rings_inside_the_world():
    outlines = load_outlines()
    assert len(outlines) > 200
    for outline in outlines:
        assert outline.rings
        for ring in outline.rings:
            assert ring[0] == ring[-1]
            assert len(ring) >= 4
            assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)


def test_no_ring_jumps_across_the_map():
    for outline in load_outlines():
        for ring in outline.rings:
            steps = pairwise(ring)
            assert max(abs(a[0] - b[0]) for a, b in steps) < 90, outline.name


def test_countries_of_the_gazetteer_have_outlines():
    codes = {outline.country for outline in load_outlines()}
    assert {"AF", "SY", "UA", "ML", "XK", "PS", "TW", "SS"} <= codes


def test_the_file_stays_small():
    path = Path(recount.resources.__file__).parent / "data" / "outlines.json"
    assert path.stat().st_size < 250_000
