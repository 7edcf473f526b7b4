"""``recount withhold``: remove a document or a person's name from a ledger."""

from __future__ import annotations

from typing import Annotated

import typer

from recount.cli.options import LedgerOption


def command(
    what: Annotated[
        str, typer.Argument(metavar="DOCUMENT|PERSON", help="A document id, or a person's name.")
    ],
    ledger: LedgerOption,
    person: Annotated[
        bool, typer.Option("--person", help="Take the words as a name even if they fit an id.")
    ] = False,
) -> None:
    """Remove what must not be kept, and leave a hash of it in the log.

    A document goes with its text, bytes and statements, and stays out of later builds.
    A person's name is masked in every text, title, quote and value, and in documents
    that are read later.

    Example: recount withhold "Orla Vennick" --ledger l.db
    """
    from recount.pipeline import withhold

    done = withhold(ledger, what, person=person)
    typer.echo(done.sentence)
