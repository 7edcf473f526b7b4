"""``recount show``: one incident with each source's own figures and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from recount.cli.opening import Opened, opened
from recount.cli.options import LedgerOption, NamesOption, RuleOption
from recount.cli.screen import console, print_facts, print_table
from recount.model import UsageError

if TYPE_CHECKING:
    from recount.model import Incident
    from recount.publish import Release

MOST_DISPUTED = "most-disputed"
"""Stands for the incident with the most disputed findings (then most accounts)."""


def command(
    incident: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help=f"An incident's id, its first characters, or {MOST_DISPUTED}.",
            show_default=False,
        ),
    ],
    ledger: LedgerOption,
    rule: RuleOption = None,
    include_names: NamesOption = False,
) -> None:
    """Show one incident: what the sources support, and what each of them says.

    Example: recount show 4f1c --ledger l.db
    """
    from recount.publish.tables import incident_detail

    with opened(ledger, rule=rule, include_names=include_names) as book:
        release = _release_of(book, _choose(book, incident))
        detail = incident_detail(release, release.incidents[0], book.countries)
    out = console()
    out.print(detail.title, style="bold", soft_wrap=True)
    print_facts(detail.facts)
    for table in detail.tables:
        out.print()
        out.print(table.title, style="bold", soft_wrap=True)
        print_table(table, empty="")


def _choose(book: Opened, wanted: str) -> Incident:
    if wanted == MOST_DISPUTED:
        selected = book.publisher.selected()
        if len(selected) == 0:
            raise UsageError("There is no incident in this ledger.")
        return max(selected, key=_disputes)
    found = book.view.resolve_id(wanted)
    every = book.publisher.source.incidents(book.publisher.rule)
    return next(incident for incident in every if incident.id == found)


def _disputes(incident: Incident) -> tuple[int, int, str]:
    disputed = sum(1 for finding in incident.findings if finding.status.value == "disputed")
    return disputed, len(incident.accounts), incident.id


def _release_of(book: Opened, incident: Incident) -> Release:
    from recount.publish import Release

    publisher = book.publisher
    made = publisher.maker.incident(incident)
    wanted = {document.id for document in made.documents}
    documents = tuple(publisher.documents(wanted))
    return Release(publisher.rule, publisher.include_names, (made,), documents)
