"""Options that several commands share, named and explained once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from recount.model import Realis, Scope, UsageError

if TYPE_CHECKING:
    from recount.publish import Filters

RULES = ("recount", "acled", "ucdp", "gtd", "conservative", "representative", "informative")
"""Rules by which figures are reconciled; ``recount.reconcile.RULES`` has the same keys."""

LedgerOption = Annotated[
    str,
    typer.Option(
        "--ledger",
        "-l",
        envvar="RECOUNT_LEDGER",
        metavar="FILE",
        help="The ledger: a file, or the URL of a PostgreSQL database.",
    ),
]
RuleOption = Annotated[
    str,
    typer.Option("--rule", metavar="RULE", help=f"How figures are reconciled: {', '.join(RULES)}."),
]
ScopeOption = Annotated[
    list[Scope] | None,
    typer.Option("--scope", help="Scopes to show; default: political and unclear. Repeatable."),
]
RealisOption = Annotated[
    list[Realis] | None,
    typer.Option("--realis", help="Realis to show; default: actual and attempted. Repeatable."),
]
CountryOption = Annotated[
    str | None,
    typer.Option("--country", metavar="CODE", help="Only this country (ISO 3166, two letters)."),
]
FromOption = Annotated[
    str | None, typer.Option("--from", metavar="DAY", help="Only from this day (YYYY-MM-DD).")
]
ToOption = Annotated[
    str | None, typer.Option("--to", metavar="DAY", help="Only to this day, included.")
]
TypeOption = Annotated[
    str | None, typer.Option("--type", metavar="TYPE", help="Only this type or event type.")
]
ActorOption = Annotated[
    str | None, typer.Option("--actor", metavar="NAME", help="Only incidents that name this actor.")
]
NamesOption = Annotated[
    bool,
    typer.Option(
        "--include-names",
        help="Show the names of private persons, which are masked otherwise.",
    ),
]


def make_filters(
    scope: list[Scope] | None,
    realis: list[Realis] | None,
    country: str | None,
    first: str | None,
    last: str | None,
    kind: str | None,
    actor: str | None,
) -> Filters:
    """Return the publishing filters that the options ask for.

    Raises:
        UsageError: a day is not a date.
    """
    from recount.publish import COUNTED_REALIS, COUNTED_SCOPE, Filters

    scopes = frozenset(scope) if scope else COUNTED_SCOPE
    kinds = frozenset(realis) if realis else COUNTED_REALIS
    return Filters(
        scope=scopes,
        realis=kinds,
        country=country,
        first=parse_day(first),
        last=parse_day(last),
        type=kind,
        actor=actor,
    )


def parse_day(words: str | None) -> date | None:
    """Return the day that an option names, or ``None``.

    Raises:
        UsageError: it is not in the form YYYY-MM-DD.
    """
    if words is None:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise UsageError(f"{words} is not a day in the form YYYY-MM-DD.") from None


def check_rule(rule: str) -> str:
    """Return the rule's name.

    Raises:
        UsageError: there is no such rule.
    """
    if rule not in RULES:
        raise UsageError(f"There is no rule {rule}; there are {', '.join(RULES)}.")
    return rule
