"""Parquet: the nested rows of JSON Lines with a fixed schema.

Dates are days, vocabularies are strings, the value of a statement (whose shape depends
on the property) is its JSON text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from itertools import islice
from pathlib import Path
from typing import Any, get_args, get_origin

from recount.publish.formats.base import Format
from recount.publish.nouns import ROW_OF, PublishedCounts, Row, What
from recount.publish.schema import checker
from recount.publish.shape import decode, encode, field_names, hints_of, is_value, split_optional

ROWS_AT_ONCE = 1000
"""Rows per row group: some megabytes with texts."""


def _pyarrow() -> Any:
    """Return pyarrow, which takes half a second to load and whose stubs are incomplete."""
    import pyarrow as pa
    import pyarrow.parquet as _  # noqa: F401  (makes pa.parquet)

    return pa


def arrow_schema(what: What) -> Any:
    """Return the pyarrow schema of a ``--what``, made from the nouns."""
    pa = _pyarrow()
    cls = ROW_OF[what]
    return pa.schema(
        [pa.field(name, _arrow(hint), not _required(hint)) for name, hint in hints_of(cls).items()]
    )


def _required(hint: Any) -> bool:
    return not split_optional(hint)[1]


def _arrow(hint: Any) -> Any:
    pa = _pyarrow()
    inner, _ = split_optional(hint)
    if get_origin(inner) is tuple:
        return pa.list_(_arrow(get_args(inner)[0]))
    if is_value(inner):
        return pa.string()
    if is_dataclass(inner):
        fields = hints_of(inner).items()
        return pa.struct([pa.field(name, _arrow(part)) for name, part in fields])
    if isinstance(inner, type) and issubclass(inner, Enum):
        return pa.string()
    scalar = {bool: pa.bool_(), int: pa.int64(), float: pa.float64(), date: pa.date32()}
    return scalar.get(inner, pa.string())


def _cells(value: Any, hint: Any) -> Any:
    """Return the form of a value that pyarrow takes."""
    if value is None:
        return None
    inner, _ = split_optional(hint)
    if get_origin(inner) is tuple:
        return [_cells(item, get_args(inner)[0]) for item in value]
    if is_value(inner):
        return json.dumps(encode(value), ensure_ascii=False)
    if is_dataclass(inner):
        return {name: _cells(getattr(value, name), part) for name, part in hints_of(inner).items()}
    return value.value if isinstance(value, Enum) else value


def _plain(cells: Any, hint: Any) -> Any:
    """Return the JSON form of what pyarrow gives."""
    if cells is None:
        return None
    inner, _ = split_optional(hint)
    if get_origin(inner) is tuple:
        return [_plain(item, get_args(inner)[0]) for item in cells]
    if is_value(inner):
        return json.loads(cells)
    if is_dataclass(inner):
        parts = {name: _plain(cells[name], part) for name, part in hints_of(inner).items()}
        if inner is PublishedCounts:
            return {name: count for name, count in parts.items() if count is not None}
        return parts
    return cells.isoformat() if inner is date else cells


def write(rows: Iterable[Row], path: Path, what: What) -> int:
    """Write the rows in groups, compressed."""
    pa = _pyarrow()
    schema = arrow_schema(what)
    cls = ROW_OF[what]
    hints = hints_of(cls)
    waiting = iter(rows)
    count = 0
    with pa.parquet.ParquetWriter(path, schema, compression="zstd") as file:
        while len(group := list(islice(waiting, ROWS_AT_ONCE))) > 0:
            columns = {
                name: [_cells(getattr(row, name), hints[name]) for row in group]
                for name in field_names(cls)
            }
            file.write_table(pa.table(columns, schema=schema))
            count += len(group)
    return count


def read(path: Path, what: What) -> Iterator[Row]:
    """Yield the rows of a file that ``write`` wrote."""
    cls = ROW_OF[what]
    hints = hints_of(cls)
    check = checker(what)
    with _pyarrow().parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=ROWS_AT_ONCE):
            for cells in batch.to_pylist():
                plain = {name: _plain(cells[name], hint) for name, hint in hints.items()}
                check(plain)
                yield decode(cls, plain)


PARQUET = Format("parquet", flat=False, write=write, read=read)
