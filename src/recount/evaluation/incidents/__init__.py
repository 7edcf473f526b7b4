"""The task ``incidents``: from documents to incidents, compared with checked facts."""

from recount.evaluation.incidents.compare import Comparison, compare, compare_reading
from recount.evaluation.incidents.run import run

__all__ = ["Comparison", "compare", "compare_reading", "run"]
