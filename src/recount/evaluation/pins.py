"""Pinned scores: what was measured, on which data, and the table that the documentation shows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from recount.model import UsageError

FLOORS = Path(__file__).with_name("floors.json")

_FIGURES = re.compile(r"(<!-- figures -->\n).*?(<!-- /figures -->)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Pin:
    """The scores that a course must keep, and the digest of the data they were measured on.

    ``floors`` are least values, ``ceilings`` greatest ones, as pairs of name and value.
    """

    course: str
    digest: str
    floors: tuple[tuple[str, float], ...]
    ceilings: tuple[tuple[str, float], ...]


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} is not a file of floors: {error!r}") from error


def read_pins(path: Path) -> tuple[Pin, ...]:
    """Read the pins of a floors file.

    Raises:
        UsageError: it is absent or not of this shape.
    """
    try:
        return tuple(
            Pin(
                entry["course"],
                entry["digest"],
                tuple(sorted(entry["floors"].items())),
                tuple(sorted(entry["ceilings"].items())),
            )
            for entry in _read(path)["floors"]
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{path} is not a file of floors: {error!r}") from error


def write_pins(path: Path, pins: Iterable[Pin], measured: date) -> None:
    """Write pins with the day they were measured, sorted, so that a diff shows what moved.

    Raises:
        OSError: the file cannot be written.
    """
    entries = [
        {
            "course": pin.course,
            "digest": pin.digest,
            "floors": dict(sorted(pin.floors)),
            "ceilings": dict(sorted(pin.ceilings)),
        }
        for pin in sorted(pins, key=lambda pin: pin.course)
    ]
    plain = {"measured": measured.isoformat(), "floors": entries}
    path.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")


def table(pins: Iterable[Pin], measured: str) -> str:
    """Return the pinned scores as a Markdown table, one row a course."""
    lines = [f"Measured on {measured}.", "", "| task / data / split | scores |", "|---|---|"]
    for pin in sorted(pins, key=lambda pin: pin.course):
        told = ", ".join(f"{name} {value:g}" for name, value in (*pin.floors, *pin.ceilings))
        lines.append(f"| {pin.course} | {told} |")
    return "\n".join(lines) + "\n"


def fill(text: str, floors: Path) -> str:
    """Return a page with the table of a floors file between its marks.

    Raises:
        UsageError: the floors file cannot be read.
    """
    made = table(read_pins(floors), str(_read(floors)["measured"]))
    return _FIGURES.sub(lambda found: found.group(1) + made + found.group(2), text)
