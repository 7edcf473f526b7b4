"""Users' own actors as a CSV file: groups, units, parties. They win over shipped ones.

Columns: ``name``, ``aliases`` (separated by ``|``), ``kind``, ``country`` (codes separated
by ``|``), ``parent``. Only ``name`` and ``kind`` must be filled.
"""

from __future__ import annotations

from pathlib import Path

from recount.model import ActorKind
from recount.resources.actors.nouns import Actor
from recount.resources.user_table import Cells, country_code, kind_of, parts, read_table

COLUMNS = ("name", "aliases", "kind", "country", "parent")
REQUIRED = ("name", "kind")
SOURCE = "user"


def load_actors_csv(path: Path) -> tuple[Actor, ...]:
    """Return the actors of a CSV file in UTF-8, in the file's order.

    Raises:
        ReadError: the file cannot be read as text.
        UsageError: a column is missing or a row is wrong; the message names the line.
    """
    return read_table(path, COLUMNS, REQUIRED, _actor)


def _actor(cells: Cells, where: str) -> Actor:
    return Actor(
        name=cells["name"],
        aliases=parts(cells.get("aliases", "")),
        kind=kind_of(ActorKind, cells["kind"], where),
        country=tuple(country_code(code, where) for code in parts(cells.get("country", ""))),
        parent=cells.get("parent") or None,
        source=SOURCE,
    )
