"""Country outlines for maps, read from the shipped file.

Made by ``tools/make_basemap.py`` from Natural Earth's 1:50m countries (public domain),
simplified to about 4 km. Borders show de facto control as Natural Earth draws it; Recount
takes no position on them. Antarctica is left out.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "outlines.json"

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of one country: rings of (longitude, latitude) in degrees, WGS 84.

    ``country`` is ISO 3166 alpha-2; ``None`` for areas without a code of their own. The
    rings of a country are its parts and, seldom, holes in them: draw them with the
    even-odd rule. Each ring ends where it starts.
    """

    country: str | None
    name: str
    rings: tuple[Ring, ...]


@cache
def load_outlines() -> tuple[Outline, ...]:
    """Return all outlines, sorted by country code and name."""
    table = json.loads(_FILE.read_text(encoding="utf-8"))
    scale = table["scale"]
    return tuple(
        Outline(code, name, tuple(_ring(flat, scale) for flat in rings))
        for code, name, rings in table["outlines"]
    )


def _ring(flat: list[int], scale: int) -> Ring:
    x = y = 0
    points: list[tuple[float, float]] = []
    for dx, dy in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / scale, y / scale))
    if points[0] != points[-1]:
        points.append(points[0])
    return tuple(points)
