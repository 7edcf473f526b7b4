"""The toll over time: what was known on each day of publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from recount.model import Figure
from recount.reconcile.rules import RULES, Estimate, Reading


@dataclass(frozen=True, slots=True)
class KnownToll:
    """What the reports up to a day supported, and the statements that came that day."""

    day: date
    low: int | None
    best: int | None
    high: int | None
    statements: tuple[str, ...]
    changed: bool
    """Whether the day's reports changed low, best or high."""


def toll_over_time(figures: Sequence[Figure], rule: str = "recount") -> tuple[KnownToll, ...]:
    """Return what was known of one count on each day on which a report was published.

    Each voice counts with its latest figure. Figures without a day of publication are left
    out. Within an account the first whole figure counts, as ``Finding.figures`` orders them.
    """
    dated = [(day, figure) for figure in _main(figures) if (day := _day(figure)) is not None]
    tolls: list[KnownToll] = []
    before = Estimate(None, None, None)
    for day in sorted({day for day, _ in dated}):
        known = [(d, figure) for d, figure in dated if d <= day]
        now = RULES[rule](_readings(known))
        tolls.append(
            KnownToll(
                day=day,
                low=now.low,
                best=now.best,
                high=now.high,
                statements=tuple(sorted(f.statement for d, f in dated if d == day)),
                changed=(now.low, now.best, now.high) != (before.low, before.best, before.high),
            )
        )
        before = now
    return tuple(tolls)


def _main(figures: Sequence[Figure]) -> list[Figure]:
    first: dict[str, Figure] = {}
    for figure in figures:
        if not figure.value.part:
            first.setdefault(figure.account, figure)
    return list(first.values())


def _readings(known: Sequence[tuple[date, Figure]]) -> list[Reading]:
    """Return each voice's latest figure; a repeated one counts from its first day."""
    voices: dict[str, dict[tuple[int | None, ...], tuple[date, Figure]]] = {}
    for day, figure in sorted(known, key=lambda row: (row[0], row[1].statement)):
        value = figure.value
        figures = voices.setdefault(figure.voice_group, {})
        figures.setdefault((value.low, value.value, value.high), (day, figure))
    readings: list[Reading] = []
    for key in sorted(voices):
        day, figure = max(voices[key].values(), key=lambda row: (row[0], row[1].statement))
        readings.append(Reading(figure.value, key, day))
    return readings


def _day(figure: Figure) -> date | None:
    if figure.published is None or len(figure.published) != len("2021-10-08"):
        return None
    return date.fromisoformat(figure.published)
