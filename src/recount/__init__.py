"""Recount: from reports about armed conflict to a ledger of sourced incidents.

The public names are those of ``recount.api``; they are loaded at first use, so that
``import recount`` and ``recount --help`` stay light.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from recount.version import __version__

if TYPE_CHECKING:
    from recount.api import (
        OpenLedger,
        actors,
        build,
        documents,
        export,
        incidents,
        open_ledger,
        read,
        report,
        statements,
        tallies,
    )

__all__ = [
    "OpenLedger",
    "__version__",
    "actors",
    "build",
    "documents",
    "export",
    "incidents",
    "open_ledger",
    "read",
    "report",
    "statements",
    "tallies",
]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from recount import api

        return getattr(api, name)
    message = f"module 'recount' has no attribute {name!r}"
    raise AttributeError(message)
