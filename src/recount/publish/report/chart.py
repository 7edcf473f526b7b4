"""The timeline: days as dots, uncertain dates as the bars that they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from recount.publish.nouns import PublishedIncident
from recount.resources.grammar.months import MONTHS

WIDTH = 960.0
SIDE = 16.0
"""Units left free on each side."""

DOT = 5.0
STEP = 11.5
"""Units between two dots of one day, unless many need the room."""

TALLEST = 150.0
"""Units that the tallest pile of dots may take."""

BAR = 7.0
LANE = 11.0
LANES = 14
"""Bars side by side; more are drawn over the last lane."""

AXIS = 34.0
TICKS = 9
"""Labels on the axis at most: they must not touch at this width."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An incident on the timeline: a dot (``width`` 0) or a bar."""

    incident: str
    x: float
    y: float
    width: float
    status: str
    label: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A label on the axis."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn timeline; ``without`` counts the incidents whose date is unknown."""

    width: float
    height: float
    axis: float
    dot: float
    bar: float
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    without: int


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    days: int

    def at(self, value: date) -> float:
        """Return the place of the morning of a day."""
        return SIDE + (value - self.first).days / self.days * (WIDTH - 2 * SIDE)


def draw(
    incidents: Sequence[PublishedIncident], labels: dict[str, str], statuses: dict[str, str]
) -> Chart | None:
    """Return the timeline of the incidents, or ``None`` when none has a date."""
    dated = [
        (i, i.date.start, i.date.end)
        for i in incidents
        if i.date.start is not None and i.date.end is not None
    ]
    if len(dated) == 0:
        return None
    first = min(start for _, start, _ in dated)
    last = max(end for _, _, end in dated)
    scale = _Scale(first, max((last - first).days + 1, 7))
    days = [(i, start) for i, start, end in dated if start == end]
    bars = [(i, start, end) for i, start, end in dated if start != end]
    piles, tallest = _piles(days, scale)
    axis = tallest + 2 * DOT + 6
    marks = [
        Mark(i.id, round(x, 1), round(axis - 8 - up, 1), 0.0, statuses[i.id], labels[i.id])
        for i, x, up in piles
    ]
    below = axis + AXIS
    lanes = 0
    for incident, x, width, lane in _lanes(bars, scale):
        y = below + lane * LANE
        lanes = max(lanes, lane + 1)
        text, status = labels[incident.id], statuses[incident.id]
        marks.append(Mark(incident.id, round(x, 1), round(y, 1), round(width, 1), status, text))
    return Chart(
        width=WIDTH,
        height=round(below + lanes * LANE + 4, 1),
        axis=round(axis, 1),
        dot=DOT,
        bar=BAR,
        marks=tuple(marks),
        ticks=_ticks(scale),
        without=len(incidents) - len(dated),
    )


def _piles(
    days: Sequence[tuple[PublishedIncident, date]], scale: _Scale
) -> tuple[list[tuple[PublishedIncident, float, float]], float]:
    """Return each dot with its place and height over the axis, and the tallest pile."""
    columns: dict[int, list[tuple[PublishedIncident, float]]] = {}
    for incident, start in days:
        x = (scale.at(start) + scale.at(start + timedelta(days=1))) / 2
        columns.setdefault(round(x / (2 * DOT)), []).append((incident, x))
    most = max((len(column) for column in columns.values()), default=1)
    step = min(STEP, TALLEST / most)
    placed = [
        (incident, x, at * step)
        for column in columns.values()
        for at, (incident, x) in enumerate(column)
    ]
    return placed, (most - 1) * step + DOT


def _lanes(
    bars: Sequence[tuple[PublishedIncident, date, date]], scale: _Scale
) -> list[tuple[PublishedIncident, float, float, int]]:
    """Return each bar with its place, width and the first lane that is free for it."""
    free: list[float] = []
    placed: list[tuple[PublishedIncident, float, float, int]] = []
    for incident, start, end in sorted(bars, key=lambda bar: (bar[1], bar[2], bar[0].id)):
        x, right = scale.at(start), scale.at(end + timedelta(days=1))
        lane = next((at for at, until in enumerate(free) if until <= x), len(free))
        lane = min(lane, LANES - 1)
        if lane == len(free):
            free.append(right)
        free[lane] = max(free[lane], right)
        placed.append((incident, x, max(right - x, BAR), lane))
    return placed


def _ticks(scale: _Scale) -> tuple[Tick, ...]:
    last = scale.first + timedelta(days=scale.days)
    if scale.days <= 45:
        step = max(1, -(-scale.days // TICKS))
        days = [scale.first + timedelta(days=at) for at in range(0, scale.days, step)]
        return tuple(
            Tick(round(scale.at(d), 1), f"{d.day} {MONTHS[d.month - 1][:3]}") for d in days
        )
    months = (last.year - scale.first.year) * 12 + last.month - scale.first.month
    step = next((s for s in (1, 2, 3, 6, 12, 24, 60, 120, 300) if months / s <= TICKS), 600)
    ticks = []
    for at in range(months + 1):
        year, month = divmod(scale.first.year * 12 + scale.first.month - 1 + at, 12)
        first = date(year, month + 1, 1)
        on_step = (year * 12 + month) % step == 0
        if on_step and scale.first <= first < last:
            words = str(year) if step >= 12 else f"{MONTHS[month][:3]} {year}"
            ticks.append(Tick(round(scale.at(first), 1), words))
    return tuple(ticks)
