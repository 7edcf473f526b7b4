"""Builders of accounts and documents, as one module."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def make():
    """The builders in ``tests/records.py``."""
    name = "recount_test_records"
    if name not in sys.modules:
        path = Path(__file__).parent.parent / "records.py"
        spec = importlib.util.spec_from_file_location(name, path)
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]
