"""Rules for figures: each a small function from readings to low, best and high.

``field/adjudication-rules.md`` is the source of the codebooks' rules; the three presets
are those of the package eventreport. Rules never change a statement.
"""

from recount.reconcile.rules.acled import acled
from recount.reconcile.rules.conservative import conservative
from recount.reconcile.rules.gtd import gtd
from recount.reconcile.rules.informative import informative
from recount.reconcile.rules.nouns import Estimate, Reading, Rule
from recount.reconcile.rules.recount import recount
from recount.reconcile.rules.representative import representative
from recount.reconcile.rules.ucdp import ucdp

RULES: dict[str, Rule] = {
    "recount": recount,
    "acled": acled,
    "ucdp": ucdp,
    "gtd": gtd,
    "conservative": conservative,
    "representative": representative,
    "informative": informative,
}
"""The rules by name; ``recount`` is the default."""

__all__ = ["RULES", "Estimate", "Reading", "Rule"]
