"""The weights that are estimated from labelled pairs, read from the file that ships them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "estimated.json"


@dataclass(frozen=True, slots=True)
class Estimated:
    """Bits for each level of how two whole reports compare (``link.reports.Levels``).

    ``version`` changes whenever a number does; ``made_by`` is the command that estimated
    them, ``source`` what it learnt from.
    """

    version: str
    made_by: str
    source: str
    base: float
    dated: float
    likeness: tuple[float, ...]
    own: tuple[float, ...]
    names: tuple[float, ...]
    published: tuple[float, ...]


@lru_cache(maxsize=1)
def load_estimated(path: Path = FILE) -> Estimated:
    """Return the shipped weights.

    Raises:
        KeyError: the file lacks one of them.
    """
    plain = json.loads(path.read_text(encoding="utf-8"))
    return Estimated(
        version=plain["version"],
        made_by=plain["made_by"],
        source=plain["source"],
        base=plain["base"],
        dated=plain["dated"],
        likeness=tuple(plain["likeness"]),
        own=tuple(plain["own"]),
        names=tuple(plain["names"]),
        published=tuple(plain["published"]),
    )
