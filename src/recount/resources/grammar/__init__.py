"""Small grammars of news English that several stages use: counted things and expressions of time.

Both read tokens and look words up in the TOML vocabularies; neither knows of documents,
incidents or publication dates.
"""

from recount.resources.grammar.numbers import find_quantities
from recount.resources.grammar.quantity import Quantity, QuantityKind
from recount.resources.grammar.time_expression import (
    Anchor,
    Relation,
    TimeExpression,
    TimeKind,
    TimeUnit,
)
from recount.resources.grammar.times import find_times

__all__ = [
    "Anchor",
    "Quantity",
    "QuantityKind",
    "Relation",
    "TimeExpression",
    "TimeKind",
    "TimeUnit",
    "find_quantities",
    "find_times",
]
