"""Where the user's own data lies; only the command line and the Python face ask for it."""

from __future__ import annotations

import os
from pathlib import Path


def user_folder() -> Path:
    """Return the user's data folder: ``RECOUNT_DATA``, else the XDG data home."""
    named = os.environ.get("RECOUNT_DATA")
    if named:
        return Path(named)
    home = os.environ.get("XDG_DATA_HOME")
    return (Path(home) if home else Path.home() / ".local" / "share") / "recount"
