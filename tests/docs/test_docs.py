"""The docs tell the truth: their commands run, and nothing is left undescribed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
BIN = Path(sys.executable).parent
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def commands_of(page: Path) -> list[str]:
    blocks = BLOCK.findall(page.read_text(encoding="utf-8"))
    return [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]


RUNNABLE = [page for page in PAGES if commands_of(page)]


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def first_id(folder: Path, ledger: str, what: str) -> str:
    target = folder / f".{what}.jsonl"
    run(f"recount export --ledger {ledger} --what {what} -o {target.name}", folder)
    found = re.search(r'"id": ?"([0-9a-f]+)"', target.read_text(encoding="utf-8"))
    assert found is not None
    target.unlink()
    return found.group(1)


def filled(command: str, folder: Path) -> str:
    """Put the first ids of the ledger named where a page writes ID or DOCUMENT."""
    ledger = re.search(r"--ledger (\S+)", command)
    for word, what in (("ID", "incidents"), ("DOCUMENT", "documents")):
        if re.search(rf"\b{word}\b", command) and ledger is not None:
            command = re.sub(rf"\b{word}\b", first_id(folder, ledger.group(1), what), command)
    return command


@pytest.mark.slow
@pytest.mark.parametrize("page", RUNNABLE, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_of_a_page_runs(page, tmp_path):
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for command in commands_of(page):
        if command.startswith(("make ", "git ")):
            continue
        done = run(filled(command, tmp_path), tmp_path)
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"


def test_every_command_is_described_in_the_reference():
    from recount.cli.app import app

    reference = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    for command in app.registered_commands:
        assert f"## recount {command.name}\n" in reference


def test_every_command_has_help_with_an_example():
    from recount.cli.app import app

    for command in app.registered_commands:
        assert "Example: recount " in (command.callback.__doc__ or ""), command.name


def test_the_reference_is_up_to_date():
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "make_reference.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page):
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        if not target.startswith(("http:", "https:", "mailto:")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_changelog_has_the_version():
    from recount.version import __version__

    assert f"[{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("tool", ["make_readme.py", "make_reference.py"])
def test_what_pages_show_is_what_the_commands_print(tool):
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / tool), "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
