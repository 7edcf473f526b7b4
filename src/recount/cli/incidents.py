"""``recount incidents``: the incidents of a ledger as a table."""

from __future__ import annotations

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
from recount.cli.screen import print_table


def command(
    ledger: LedgerOption,
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
    """List the incidents: when, where, what, how many, and how far the sources agree.

    Dates and places that are known roughly pass a filter when any possible one does.

    Example: recount incidents --ledger l.db --country AF --from 2021-08-01
    """
    from recount.publish.tables import incidents_table

    filters = make_filters(scope, realis, country, first, last, kind, actor)
    with opened(ledger, rule=rule, filters=filters, include_names=include_names) as book:
        table = incidents_table(book.publisher.incidents(), book.countries)
    print_table(table, empty="No incident fits. Try --realis, --scope or another filter.")
