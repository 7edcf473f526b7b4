"""The tasks ``numbers``, ``dates`` and ``aliases``: one mention at a time, frozen labels.

Errors are told as counts only: whoever reads them one by one has spoiled the exams.
"""

from recount.evaluation.mentions.aliases import run as run_aliases
from recount.evaluation.mentions.dates import run as run_dates
from recount.evaluation.mentions.gold import SPLITS
from recount.evaluation.mentions.numbers import run as run_numbers

__all__ = ["SPLITS", "run_aliases", "run_dates", "run_numbers"]
