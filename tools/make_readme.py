"""Fill the README with what its commands really print.

With ``--check`` nothing is written, and the exit code is 1 when the README is stale.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
WIDTH = 110
LONGEST = 26
"""Lines of output shown of one command; the rest is marked as left out."""

WALK = (
    (
        "recount build examples/reports --ledger demo.db"
        " --gazetteer examples/gazetteer.csv --actors examples/actors.csv"
    ),
    "recount incidents --ledger demo.db --from 2024-09-05 --to 2024-09-10",
    "recount show most-disputed --ledger demo.db",
    "recount tallies --ledger demo.db",
    "recount report --ledger demo.db --outline examples/outline.geojson -o report.html",
)
BLOCK = re.compile(r"(<!-- walk -->\n).*?(<!-- /walk -->)", re.DOTALL)


def run(command: str, folder: Path) -> str:
    """Return what a command prints, both streams, with long output cut."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", f"{command} 2>&1"],
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": str(WIDTH), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line.rstrip() for line in done.stdout.rstrip().splitlines()]
    if len(lines) > LONGEST:
        lines = [*lines[:LONGEST], "…"]
    return "\n".join(lines)


def walk() -> str:
    """Return the first walk: each command with its output."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "examples", folder / "examples")
        shown = [f"$ {command}\n{run(command, folder)}".rstrip() for command in WALK]
    return "\n".join(f"```console\n{text}\n```\n" for text in shown)


def main() -> int:
    """Write the README, or say that it is stale."""
    old = README.read_text(encoding="utf-8")
    text = walk()
    new = BLOCK.sub(lambda match: f"{match.group(1)}\n{text}\n{match.group(2)}", old)
    if "--check" in sys.argv[1:]:
        if new != old:
            print("README.md is stale. Run python tools/make_readme.py.")
        return int(new != old)
    README.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
