"""A build in a process of its own that kills itself (as kill -9 does) at a chosen moment.

Usage: killed.py toy|real FOLDER LEDGER step:NAME:N | statement:N | never

``step:link:1`` kills at the first event of that step; ``statement:N`` before the N-th SQL
statement, which is inside a transaction most of the time. With ``never`` the moments that
went by are printed as JSON, so that a test can choose among them.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections import Counter
from pathlib import Path

import sqlalchemy as sa

sys.path.insert(0, str(Path(__file__).parent))

from recount.pipeline import BuildOptions, Progress, build


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class Moments:
    def __init__(self, chosen: str) -> None:
        self._chosen = chosen
        self.steps: Counter[str] = Counter()
        self.statements = 0

    def step(self, progress: Progress) -> None:
        self.steps[progress.step.value] += 1
        if self._chosen == f"step:{progress.step.value}:{self.steps[progress.step.value]}":
            die()

    def statement(self, *details: object) -> None:
        self.statements += 1
        if self._chosen == f"statement:{self.statements}":
            die()


def main() -> None:
    kind, folder, ledger, chosen = sys.argv[1:5]
    moments = Moments(chosen)
    sa.event.listen(sa.Engine, "before_cursor_execute", moments.statement)
    stages = None
    if kind == "toy":
        from fakes import Toy

        stages = Toy().stages()
    places = Path(folder).parent / "places.csv"
    options = BuildOptions(places=(places,) if places.exists() else ())
    build([Path(folder)], ledger, options=options, progress=moments.step, stages=stages)
    json.dump({"steps": moments.steps, "statements": moments.statements}, sys.stdout)


if __name__ == "__main__":
    main()
