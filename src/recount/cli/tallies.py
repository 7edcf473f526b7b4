"""``recount tallies``: figures about many incidents, which are never incidents."""

from __future__ import annotations

from recount.cli.opening import opened
from recount.cli.options import (
    ActorOption,
    CountryOption,
    FromOption,
    LedgerOption,
    NamesOption,
    ToOption,
    make_filters,
)
from recount.cli.screen import print_table


def command(
    ledger: LedgerOption,
    country: CountryOption = None,
    first: FromOption = None,
    last: ToOption = None,
    actor: ActorOption = None,
    include_names: NamesOption = False,
) -> None:
    """List the tallies: what is counted, how many, by whom, over which period.

    Example: recount tallies --ledger l.db
    """
    from recount.publish.tables import tallies_table

    filters = make_filters(None, None, country, first, last, None, actor)
    with opened(ledger, filters=filters, include_names=include_names) as book:
        table = tallies_table(book.publisher.tallies(), book.countries)
    print_table(table, empty="No tally.")
