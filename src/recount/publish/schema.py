"""The JSON Schemas that are shipped, and checking rows against them.

One closed schema per ``--what`` (``incidents.schema.json``), one for its flat form
(``incidents.flat.schema.json``, the columns of CSV and the properties of GeoJSON).
``write_schemas()`` writes them anew after the nouns have changed; a test holds them
equal to the nouns.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from recount.model import RecountError
from recount.publish.flat import FLAT_OF
from recount.publish.nouns import ROW_OF, What
from recount.publish.shape import Plain, schema_of

FOLDER = Path(__file__).parent / "schemas"


class SchemaError(RecountError):
    """A row does not have the shape that its schema promises; nothing is written."""


def schema_name(what: What, *, flat: bool = False) -> str:
    """Return the file name of a schema."""
    return f"{what.value}.flat.schema.json" if flat else f"{what.value}.schema.json"


def make_schema(what: What, *, flat: bool = False) -> Plain:
    """Return the schema of a row, made from the nouns."""
    title = f"{what.value}.flat" if flat else what.value
    return schema_of(FLAT_OF[what] if flat else ROW_OF[what], title)


@cache
def load_schema(what: What, *, flat: bool = False) -> Plain:
    """Return a shipped schema."""
    file = resources.files("recount.publish") / "schemas" / schema_name(what, flat=flat)
    plain: Plain = json.loads(file.read_text(encoding="utf-8"))
    return plain


@cache
def checker(what: What, *, flat: bool = False) -> Callable[[Any], None]:
    """Return a function that raises ``SchemaError`` for a row that breaks the schema."""
    # jsonschema-rs: a row of twenty statements takes 0.1 ms instead of 20 ms.
    import jsonschema_rs

    validator = jsonschema_rs.Draft202012Validator(load_schema(what, flat=flat))

    def check(plain: Any) -> None:
        try:
            validator.validate(plain)
        except jsonschema_rs.ValidationError as error:
            where = "/".join(str(step) for step in error.instance_path) or "the row"
            message = f"An exported row of {what.value} breaks its schema at {where}"
            raise SchemaError(f"{message}: {error.message}; nothing was written.") from error

    return check


def write_schemas(folder: Path = FOLDER) -> list[Path]:
    """Write every schema into a folder and return the files."""
    written = []
    for what in What:
        for flat in (False, True):
            path = folder / schema_name(what, flat=flat)
            text = json.dumps(make_schema(what, flat=flat), indent=1, ensure_ascii=False)
            path.write_text(text + "\n", encoding="utf-8")
            written.append(path)
    return written
