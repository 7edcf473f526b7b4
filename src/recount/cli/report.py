"""``recount report``: one self-contained page that opens without a network."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recount.cli.opening import opened
from recount.cli.options import (
    ActorOption,
    CountryOption,
    FromOption,
    LedgerOption,
    NamesOption,
    RealisOption,
    RuleOption,
    ScopeOption,
    ToOption,
    TypeOption,
    make_filters,
)
from recount.cli.screen import messages


def command(
    ledger: LedgerOption,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The page to write.")
    ] = Path("report.html"),
    outline: Annotated[
        Path | None,
        typer.Option("--outline", metavar="GEOJSON", help="A coast line of your own to draw."),
    ] = None,
    title: Annotated[
        str, typer.Option("--title", help="The heading of the page.")
    ] = "What the sources say",
    scope: ScopeOption = None,
    realis: RealisOption = None,
    country: CountryOption = None,
    first: FromOption = None,
    last: ToOption = None,
    kind: TypeOption = None,
    actor: ActorOption = None,
    rule: RuleOption = "recount",
    include_names: NamesOption = False,
) -> None:
    """Write a report: disagreements first, incidents by time, a map, every source's words.

    Example: recount report --ledger l.db -o report.html
    """
    from dataclasses import replace

    from recount.publish import release
    from recount.publish.report import outlines_of, write_report
    from recount.resources.basemap import load_outlines

    counted = make_filters(scope, realis, country, first, last, kind, actor)
    everything = replace(counted, scope=frozenset(), realis=frozenset())
    own = () if outline is None else outlines_of(_geojson(outline))
    with opened(ledger, rule=rule, filters=everything, include_names=include_names) as book:
        made = release(
            book.publisher.source, filters=everything, rule=rule, include_names=include_names
        )
    write_report(made, output, counted=counted, title=title, outlines=(*load_outlines(), *own))
    messages().print(f"Wrote the report to {output}.", markup=False)


def _geojson(path: Path) -> object:
    """Return the object of a GeoJSON file.

    Raises:
        UsageError: the file is not JSON.
    """
    import json

    from recount.model import UsageError

    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        raise UsageError(f"{path} is not a GeoJSON file.") from None
