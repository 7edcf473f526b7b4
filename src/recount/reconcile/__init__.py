"""Reconcile: what the sources of one incident together support.

``reconcile`` gives the incident with its findings; ``RULES`` holds the rules for figures;
``toll_over_time`` tells what was known on each day; ``check_tally`` sets a tally beside the
ledger's own count.
"""

from recount.reconcile.incident import reconcile
from recount.reconcile.rules import RULES, Estimate, Reading, Rule
from recount.reconcile.tally_check import TallyCheck, check_tally
from recount.reconcile.toll import KnownToll, toll_over_time

__all__ = [
    "RULES",
    "Estimate",
    "KnownToll",
    "Reading",
    "Rule",
    "TallyCheck",
    "check_tally",
    "reconcile",
    "toll_over_time",
]
