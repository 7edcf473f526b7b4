"""``recount judge``: a person's decision on two accounts, which wins over every method."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from recount.cli.options import LedgerOption
from recount.model import Verdict


def command(
    left: Annotated[
        str, typer.Argument(metavar="ACCOUNT", help="An account id, or its first characters.")
    ],
    right: Annotated[str, typer.Argument(metavar="OTHER", help="The other account.")],
    verdict: Annotated[
        Verdict, typer.Argument(metavar="VERDICT", help="same, different or unsure.")
    ],
    ledger: LedgerOption,
    reason: Annotated[
        str, typer.Option("--reason", metavar="WORDS", help="Why, in your words.")
    ] = "",
    person: Annotated[
        str | None, typer.Option("--as", metavar="NAME", help="Who decides; default: your login.")
    ] = None,
) -> None:
    """Decide whether two accounts tell of the same incident; the incidents are formed anew.

    The decision stands on every later build. It is never deleted: a later one on the
    same accounts ends it.

    Example: recount judge 3f2a 91bc different --ledger l.db --reason "two mosques"
    """
    from recount.pipeline import judge

    done = judge(ledger, left, right, verdict, person=person or getpass.getuser(), reason=reason)
    typer.echo(f"Kept: {done.left[:8]} and {done.right[:8]} are {verdict.value}.")
