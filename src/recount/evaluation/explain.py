"""``python -m recount.evaluation.explain PATH``: the errors of a task, for people who tune rules.

Not part of the command line: it shows gold, and words of the documents.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from recount.evaluation.runs import explain
from recount.evaluation.tasks import TASKS
from recount.model import RecountError


def main() -> int:
    """Print the errors of a task and then its scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--task", choices=sorted(TASKS), default="incidents")
    parser.add_argument("--split", default=None)
    parser.add_argument("--limit", type=int, default=None, help="first documents only")
    parser.add_argument("--no-link", action="store_true", help="do not link accounts (faster)")
    given = parser.parse_args()
    try:
        told = explain(
            given.task, given.path, split=given.split, limit=given.limit, link=not given.no_link
        )
    except RecountError as error:
        sys.stderr.write(f"explain: {error}\n")
        return 1
    sys.stdout.write(told + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
