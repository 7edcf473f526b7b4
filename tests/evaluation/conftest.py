"""Builders of hand-made gold, predictions and accounts, each as one namespace."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def made() -> ModuleType:
    return _load("evaluation_made", Path(__file__).parent / "incidents" / "made.py")


@pytest.fixture(scope="session")
def records() -> ModuleType:
    """The builders in ``tests/records.py``."""
    return _load("evaluation_records", Path(__file__).parent.parent / "records.py")


def _load(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
