"""Every command explains itself, with an example that runs in its form."""

from __future__ import annotations

import re

import pytest

from recount.cli.app import COMMANDS
from recount.version import __version__

NAMES = [name for name, _, _ in COMMANDS]
GROUPS = ["gazetteer build", "gazetteer add"]


@pytest.mark.parametrize("name", [*NAMES, *GROUPS])
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_has_an_example(call, name, option):
    done = call(*name.split(), option)
    assert done.code == 0
    assert f"Example: recount {name}" in " ".join(done.out.split())
    assert done.err == ""


@pytest.mark.parametrize("arguments", [(), ("gazetteer",)])
def test_without_a_command_the_help_is_printed_and_the_code_is_2(call, arguments):
    done = call(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert done.err.startswith("Usage: recount")


def test_the_first_page_names_every_command_in_one_line_each(call):
    done = call("--help")
    for name in [*NAMES, "gazetteer"]:
        (line,) = re.findall(rf"^  {name} .*$", done.out, re.MULTILINE)
        assert line.endswith(".")
        assert "..." not in line


def test_the_version_is_printed(call):
    assert call("--version").out == f"recount {__version__}\n"


def test_examples_in_help_name_options_that_exist(call):
    for name in NAMES:
        text = call(name, "--help").out
        example = re.search(r"Example: (.*?)\n\n", text, re.DOTALL)
        assert example is not None
        for option in re.findall(r"--[a-z-]+", example.group(1)):
            assert text.count(option) >= 2, (name, option)
