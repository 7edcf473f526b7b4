"""The command line in this process: fast, with its exit code and both of its outputs."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from recount import cli
from recount.pipeline import BuildOptions, build

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


@dataclass(frozen=True)
class Called:
    """What a call ended with and printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def call(capsys, monkeypatch, tmp_path) -> Callable[..., Called]:
    """Run ``recount`` with these arguments, in an empty folder unless one is named."""

    def run(*arguments: object, width: int | None = None) -> Called:
        monkeypatch.setattr(sys, "argv", ["recount", *map(str, arguments)])
        monkeypatch.setenv("RECOUNT_DATA", str(tmp_path / "home"))
        monkeypatch.chdir(tmp_path)
        if width is not None:
            monkeypatch.setattr("recount.cli.screen.PIPE_WIDTH", width)
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main()
        printed = capsys.readouterr()
        code = ended.value.code
        return Called(code if isinstance(code, int) else 0, printed.out, printed.err)

    return run


@pytest.fixture(scope="session")
def examples(tmp_path_factory) -> Path:
    """The ledger of the examples; not to be written to."""
    ledger = tmp_path_factory.mktemp("cli-examples") / "l.db"
    places, actors = (EXAMPLES / "gazetteer.csv",), (EXAMPLES / "actors.csv",)
    build([EXAMPLES / "reports"], ledger, options=BuildOptions(places=places, actors=actors))
    return ledger


@pytest.fixture
def own(examples, tmp_path) -> Path:
    """A copy of the ledger of the examples, to write to."""
    return Path(shutil.copy(examples, tmp_path / "own.db"))
