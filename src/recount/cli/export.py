"""``recount export``: take the ledger along, in a file that is checked before it is written."""

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

WHAT = "incidents, documents, accounts, statements, tallies, actors or judgements"


def command(
    ledger: LedgerOption,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write.")
    ],
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORM", help="jsonl, csv, geojson or parquet.")
    ] = "jsonl",
    what: Annotated[
        str, typer.Option("--what", metavar="WHAT", help=f"What to export: {WHAT}.")
    ] = "incidents",
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
    """Write incidents, documents, tallies, actors or judgements to a file.

    Every row is checked against its JSON Schema; a failed check leaves the file as it was.
    Names of private persons are masked unless --include-names is given.

    Example: recount export --ledger l.db --format csv -o incidents.csv
    """
    from recount.model import UsageError
    from recount.publish import FORMATS, What, export_rows

    if form not in FORMATS:
        raise UsageError(f"There is no format {form}; there are {', '.join(FORMATS)}.")
    if what not in set(What):
        raise UsageError(f"There is no export of {what}; there are {WHAT}.")
    target = check_output(output, ledger)
    filters = make_filters(scope, realis, country, first, last, kind, actor)
    chosen = What(what)
    with opened(ledger, rule=rule, filters=filters, include_names=include_names) as book:
        rows = export_rows(book.publisher.rows(chosen), target, chosen, FORMATS[form])
    messages().print(f"Wrote {rows} {what} to {output}.")
