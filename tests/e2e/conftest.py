"""Ledgers built once by the command line from the examples and the mission documents."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = ROOT / "examples"
RECOUNT = Path(sys.executable).parent / "recount"

SCOPES = ("political", "criminal", "accident", "unclear")
REALIS = (
    *("actual", "attempted", "foiled", "planned"),
    *("threatened", "hypothetical", "denied", "commemorated"),
)
EVERYTHING = (
    *(part for scope in SCOPES for part in ("--scope", scope)),
    *(part for realis in REALIS for part in ("--realis", realis)),
)
"""Options with which an export leaves nothing out."""

Done = subprocess.CompletedProcess


@dataclass(frozen=True)
class CommandLine:
    """Runs ``recount`` in a process of its own, with a user's folder that is empty."""

    home: Path

    def __call__(self, *arguments: object, width: int = 160, cwd: Path | None = None) -> Done:
        return subprocess.run(
            [str(RECOUNT), *map(str, arguments)],
            env={**os.environ, "RECOUNT_DATA": str(self.home), "COLUMNS": str(width)},
            cwd=cwd,
            capture_output=True,
            text=True,
            timeout=120,
        )

    def ok(self, *arguments: object) -> str:
        """Return standard output of a call that must succeed."""
        done = self(*arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def rows(self, ledger: Path, what: str, target: Path, *options: object) -> list[dict]:
        """Return the rows of an export to JSON Lines."""
        self.ok("export", "--ledger", ledger, "--what", what, "-o", target, *options)
        with target.open(encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]


def build_examples(recount: CommandLine, ledger: Path, *paths: Path) -> Done:
    """Build from the example reports (or other paths) with their places and actors."""
    return recount(
        *("build", *(paths or (EXAMPLES / "reports",)), "--ledger", ledger),
        *("--gazetteer", EXAMPLES / "gazetteer.csv", "--actors", EXAMPLES / "actors.csv"),
    )


@pytest.fixture(scope="session")
def recount(tmp_path_factory) -> CommandLine:
    """The command line."""
    return CommandLine(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session")
def examples_ledger(recount, tmp_path_factory) -> Path:
    """The ledger of the examples; tests that write take ``own_copy`` of it."""
    ledger = tmp_path_factory.mktemp("examples") / "examples.db"
    done = build_examples(recount, ledger)
    assert done.returncode == 0, done.stderr
    return ledger


@pytest.fixture(scope="session")
def mission_ledger(recount, shared, tmp_path_factory) -> Path:
    """The ledger of the mission documents."""
    ledger = tmp_path_factory.mktemp("mission") / "mission.db"
    done = recount("build", shared / "mission-documents" / "documents", "--ledger", ledger)
    assert done.returncode == 0, done.stderr
    return ledger


@pytest.fixture
def own_copy(tmp_path) -> Callable[[Path], Path]:
    """Copy a ledger, to write to it."""

    def copy(ledger: Path) -> Path:
        assert not ledger.with_name(f"{ledger.name}-wal").exists()
        return Path(shutil.copy(ledger, tmp_path / "copy.db"))

    return copy


@pytest.fixture
def build(recount) -> Callable[..., Done]:
    """Build from the examples' reports, or other paths, with the examples' places."""

    def run(ledger: Path, *paths: Path) -> Done:
        return build_examples(recount, ledger, *paths)

    return run


@pytest.fixture(scope="session")
def everything() -> Sequence[str]:
    """Options with which an export leaves nothing out."""
    return EVERYTHING
