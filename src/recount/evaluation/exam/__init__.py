"""The task ``exam``: real documents with stand-off labels that nothing is ever tuned on.

Its errors are told as counts only: whoever reads them one by one has spoiled the exam.
"""

from recount.evaluation.exam.run import run

__all__ = ["run"]
