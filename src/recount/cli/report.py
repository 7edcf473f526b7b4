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
    check_output,
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
        str, typer.Option("--title", metavar="WORDS", help="The heading of the page.")
    ] = "What the sources say",
    scope: ScopeOption = None,
    realis: RealisOption = None,
    country: CountryOption = None,
    first: FromOption = None,
    last: ToOption = None,
    kind: TypeOption = None,
    actor: ActorOption = None,
    rule: RuleOption = None,
    include_names: NamesOption = False,
) -> None:
    """Write a report: disagreements first, incidents by time, a map, every source's words.

    Example: recount report --ledger l.db -o report.html
    """
    from recount.publish.report import load_outlines_with, report_release, write_report

    target = check_output(output, ledger)
    counted = make_filters(scope, realis, country, first, last, kind, actor)
    outlines = load_outlines_with(outline)
    with opened(ledger, rule=rule, include_names=include_names) as book:
        publisher = book.publisher
        made = report_release(
            publisher.source,
            counted=counted,
            rule=publisher.rule,
            include_names=include_names,
        )
        countries = book.countries
    write_report(made, target, counted=counted, title=title, outlines=outlines, countries=countries)
    messages().print(f"Wrote the report to {output}.")
