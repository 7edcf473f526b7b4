"""Opening a ledger to read what is published of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recount.cli.options import DEFAULT_RULE, check_rule

if TYPE_CHECKING:
    from recount.ledger import View
    from recount.publish import Filters, Publisher


@dataclass(frozen=True, slots=True)
class Opened:
    """A ledger opened for reading: its publisher, and names of countries by code."""

    view: View
    publisher: Publisher
    countries: Mapping[str, str]


@contextmanager
def opened(
    ledger: str,
    *,
    rule: str | None = None,
    filters: Filters | None = None,
    include_names: bool = False,
) -> Iterator[Opened]:
    """Open a ledger, and close it again; without a rule, findings are as they were built.

    Raises:
        LedgerError: it is not there, or not a ledger.
        UsageError: there is no such rule.
    """
    from recount.ledger import Ledger
    from recount.pipeline import RuledView
    from recount.publish import Filters, Publisher
    from recount.publish.view import ViewSource

    if rule is not None:
        check_rule(rule)
    with Ledger.open(ledger, create=False) as book:
        view = RuledView(book)
        source = ViewSource(view)
        publisher = Publisher(
            source, filters or Filters(), rule or view.rule() or DEFAULT_RULE, include_names
        )
        yield Opened(view, publisher, source.countries())
