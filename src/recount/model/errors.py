"""The exception tree, on one page.

RecountError
├── UsageError           the caller asked for something that makes no sense (exit code 2)
├── ReadError            an input is damaged or cannot be read (skipped, exit code 3)
│   └── HostileInputError   an input exceeds a safety limit or plays a path trick
└── LedgerError          a ledger cannot be used
    └── LedgerVersionError  it was written by a newer version

The text of every one of these is one clear sentence for a person.
"""

from __future__ import annotations


class RecountError(Exception):
    """Base of every error that Recount raises on purpose."""


class UsageError(RecountError):
    """The request itself is wrong: a missing path, an unknown format or rule."""


class ReadError(RecountError):
    """An input is damaged, encrypted or not what its name says."""


class HostileInputError(ReadError):
    """An input exceeds a safety limit (size, depth, ratio) or leaves its folder."""


class LedgerError(RecountError):
    """A ledger file or database cannot be opened, read or written."""


class LedgerVersionError(LedgerError):
    """A ledger was written by a newer version of Recount than this one."""
