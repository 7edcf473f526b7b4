"""``recount documents``: what was read, and what was not."""

from __future__ import annotations

from recount.cli.opening import opened
from recount.cli.options import LedgerOption, NamesOption
from recount.cli.screen import console, left_out, print_table


def command(ledger: LedgerOption, include_names: NamesOption = False) -> None:
    """List the documents with their publication dates and what these rest on.

    Inputs that were left out or not read are listed after them, with the reason.

    Example: recount documents --ledger l.db
    """
    from recount.publish.release import EVERYTHING
    from recount.publish.tables import documents_table

    with opened(ledger, filters=EVERYTHING, include_names=include_names) as book:
        publisher = book.publisher
        table = documents_table(list(publisher.documents()), publisher.incidents())
        skipped = sorted(publisher.source.skipped(), key=lambda s: (s.path, s.message))
    print_table(table, empty="No document.")
    if len(skipped) > 0:
        console().print()
        print_table(left_out(skipped), empty="")
