"""The invented island of ``fake.py`` as fixtures."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest


def _load():
    name = "recount_fake_island"
    if name not in sys.modules:
        path = Path(__file__).parent.parent / "publish" / "fake.py"
        spec = importlib.util.spec_from_file_location(name, path)
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


@pytest.fixture(scope="session")
def fake():
    """The module of the invented island."""
    return _load()


@pytest.fixture
def island(fake):
    """A fresh copy of the invented island."""
    return fake.velmora()
