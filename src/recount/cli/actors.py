"""``recount actors``: the actors that the documents name."""

from __future__ import annotations

from recount.cli.opening import opened
from recount.cli.options import ActorOption, LedgerOption, NamesOption, make_filters
from recount.cli.screen import print_table


def command(
    ledger: LedgerOption, actor: ActorOption = None, include_names: NamesOption = False
) -> None:
    """List the actors with the names under which the documents know them.

    Example: recount actors --ledger l.db
    """
    from recount.publish.tables import actors_table

    filters = make_filters(None, None, None, None, None, None, actor)
    with opened(ledger, filters=filters, include_names=include_names) as book:
        table = actors_table(book.publisher.actors())
    print_table(table, empty="No actor.")
