"""What a report needs from a ledger: everything, and outlines to draw it on."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from recount.model import UsageError
from recount.publish.nouns import Release
from recount.publish.release import Filters, release
from recount.publish.report.map import outlines_of
from recount.publish.source import Source
from recount.resources.basemap import Outline, load_outlines


def report_release(
    view: Source, *, counted: Filters, rule: str = "recount", include_names: bool = False
) -> Release:
    """Return the release for a report: also what is kept but not counted.

    Scope and realis of ``counted`` are lifted; its other filters hold.
    """
    lifted = replace(counted, scope=frozenset(), realis=frozenset())
    return release(view, filters=lifted, rule=rule, include_names=include_names)


def load_outlines_with(path: Path | None = None) -> tuple[Outline, ...]:
    """Return the shipped outlines, and after them those of a GeoJSON file.

    Raises:
        UsageError: the file cannot be read or is not GeoJSON.
    """
    shipped = load_outlines()
    if path is None:
        return shipped
    try:
        own = outlines_of(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise UsageError(f"The outline {path} cannot be read: {error.strerror}.") from error
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise UsageError(f"The outline {path} is not GeoJSON with polygons or lines.") from error
    return (*shipped, *own)
