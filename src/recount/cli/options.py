"""Options that several commands share, named and explained once."""

from __future__ import annotations

import difflib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recount.model import EventType, IncidentType, Realis, Scope, UsageError

if TYPE_CHECKING:
    from recount.publish import Filters

RULES = ("recount", "acled", "ucdp", "gtd", "conservative", "representative", "informative")
"""Rules by which figures are reconciled; ``recount.reconcile.RULES`` has the same keys."""

DEFAULT_RULE = "recount"
"""The rule of a build that names none."""

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
    str | None,
    typer.Option(
        "--rule",
        metavar="RULE",
        help=f"How figures are reconciled: {', '.join(RULES)}; default: as built.",
    ),
]
ScopeOption = Annotated[
    list[Scope] | None,
    typer.Option(
        "--scope",
        metavar="SCOPE",
        help=f"Show this scope: {', '.join(Scope)}; default: political and unclear. Repeatable.",
    ),
]
RealisOption = Annotated[
    list[Realis] | None,
    typer.Option(
        "--realis",
        metavar="REALIS",
        help=f"Show this realis: {', '.join(Realis)}; default: actual and attempted. Repeatable.",
    ),
]
CountryOption = Annotated[
    str | None,
    typer.Option("--country", metavar="CODE", help="Only this country (two letters, ISO 3166)."),
]
FromOption = Annotated[
    str | None, typer.Option("--from", metavar="DAY", help="Only from this day (YYYY-MM-DD).")
]
ToOption = Annotated[
    str | None, typer.Option("--to", metavar="DAY", help="Only to this day, included.")
]
TypeOption = Annotated[
    str | None,
    typer.Option("--type", metavar="TYPE", help='Only this type or event type ("Suicide bomb").'),
]
ActorOption = Annotated[
    str | None,
    typer.Option("--actor", metavar="NAME", help="Only what names this actor, or a part of it."),
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
        UsageError: a day is not a date, or there is no such type or code of a country.
    """
    from recount.publish import COUNTED_REALIS, COUNTED_SCOPE, Filters

    start, end = parse_day(first), parse_day(last)
    if start is not None and end is not None and end < start:
        raise UsageError(f"The last day ({end}) is before the first ({start}).")
    return Filters(
        scope=frozenset(scope) if scope else COUNTED_SCOPE,
        realis=frozenset(realis) if realis else COUNTED_REALIS,
        country=check_country(country),
        first=start,
        last=end,
        type=check_type(kind),
        actor=actor,
    )


def check_country(code: str | None) -> str | None:
    """Return the code of a country in capitals; the user's own codes are not known here.

    Raises:
        UsageError: it is not a code of two letters.
    """
    if code is None:
        return None
    if len(code) == 2 and code.isascii() and code.isalpha():
        return code.upper()
    from recount.resources.countries import country_names

    known = {name.casefold(): known for known, name in country_names().items()}
    meant = known.get(code.casefold())
    hint = "" if meant is None else f"; for {code} it is {meant}"
    raise UsageError(f"{code} is not a code of two letters (ISO 3166){hint}.")


def check_type(kind: str | None) -> str | None:
    """Return the name of an incident type or event type.

    Raises:
        UsageError: there is no such type; the message names those that come near.
    """
    if kind is None:
        return None
    names = {str(name).casefold(): str(name) for name in (*IncidentType, *EventType)}
    wanted = kind.casefold()
    if wanted in names:
        return names[wanted]
    near = [name for key, name in names.items() if wanted != "" and wanted in key]
    near = near or [names[key] for key in difflib.get_close_matches(wanted, names)]
    hint = f"there are {', '.join(EventType)} and their types"
    hint = hint if len(near) == 0 else f"did you mean {' or '.join(near)}?"
    raise UsageError(f"There is no type {kind}; {hint}")


def check_output(path: Path, ledger: str) -> Path:
    """Return the file that is to be written; a link is written through, not replaced.

    Raises:
        UsageError: it is no file, its folder does not exist, or it is the ledger.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name a file.")
    if str(path) == "-" or (path.exists() and not path.is_file()):
        raise UsageError(f"{path} is not a file; name one.")
    if not path.parent.is_dir():
        raise UsageError(f"There is no folder {path.parent} to write {path.name} into.")
    if "://" not in ledger and path.exists() and path.resolve() == Path(ledger).resolve():
        raise UsageError(f"{path} is the ledger itself; name another file.")
    return path.resolve() if path.is_symlink() else path


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
