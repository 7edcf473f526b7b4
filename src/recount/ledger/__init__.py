"""The ledger: what was known, when, and from where. Append-only, in SQLite or PostgreSQL.

``Ledger.open`` gives a ``View`` to read (now, or as of a run) and a ``Writer`` to add;
``Ledger.verify`` checks it against its log, ``pack`` and ``unpack`` carry it as JSON Lines.
"""

from recount.ledger.documents import DocumentReader
from recount.ledger.entries import (
    DocumentEntry,
    ExtractionEntry,
    LinkEntry,
    RenditionEntry,
    ResolutionEntry,
    Standing,
    Supplied,
)
from recount.ledger.guard import Guard
from recount.ledger.incidents import Assignment, Earlier, assign_ids
from recount.ledger.ledger import Ledger
from recount.ledger.masking import MASK, Mask
from recount.ledger.pack import pack, unpack
from recount.ledger.verify import Check, Problem, VerifyReport, verify
from recount.ledger.view import LogRow, Run, View
from recount.ledger.withhold import Withheld
from recount.ledger.writer import Writer, sighted

__all__ = [
    "MASK",
    "Assignment",
    "Check",
    "DocumentEntry",
    "DocumentReader",
    "Earlier",
    "ExtractionEntry",
    "Guard",
    "Ledger",
    "LinkEntry",
    "LogRow",
    "Mask",
    "Problem",
    "RenditionEntry",
    "ResolutionEntry",
    "Run",
    "Standing",
    "Supplied",
    "VerifyReport",
    "View",
    "Withheld",
    "Writer",
    "assign_ids",
    "pack",
    "sighted",
    "unpack",
    "verify",
]
