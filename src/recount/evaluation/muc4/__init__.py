"""The task ``muc4``: templates of reports on violence in Latin America, 1988 to 1992."""

from recount.evaluation.muc4.run import run

__all__ = ["run"]
