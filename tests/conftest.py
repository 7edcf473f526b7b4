"""Fixtures that every part uses."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The data folder beside the checkout; its absence is said, not passed over."""
    if not SHARED.is_dir():
        pytest.skip("NOT RUN: the data folder ../shared is absent")
    return SHARED
