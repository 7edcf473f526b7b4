"""``sources.csv``: what stands beside the documents and supplies what their text lacks.

Columns: path (required), url, outlet, title, published, language, reliability. Paths count
from the table's folder; a row for an archive holds for its members without rows of their own.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from recount.ingest.decode import decode
from recount.ingest.item import Item
from recount.ingest.trouble import unreadable
from recount.model import ReadError, Sighting, Skipped, SkipReason

TABLE_NAME = "sources.csv"
COLUMNS = ("path", "url", "outlet", "title", "published", "language", "reliability")

_NAMED_AT_MOST = 5
"""Paths named in one line; the rest is counted."""
_TABLE_BYTES = 256 * (1 << 20)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """What a row says of one path; empty fields are ``None``."""

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None
    reliability: float | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """All tables that stand beside the documents, and what is wrong with them."""

    rows: Mapping[tuple[str, str], SourceRow]
    """By absolute path of the file and member ("" for the file itself)."""
    problems: tuple[Skipped, ...]

    def sighting(self, item: Item) -> Sighting:
        """Return where the item was met; the table's words go before the item's own."""
        found = item.sighting()
        file = str(item.file)
        for member in _member_and_above(item.member):
            row = self.rows.get((file, member))
            if row is not None:
                return _with_row(found, row)
        return found


def _member_and_above(member: str) -> Iterator[str]:
    """``a!b``, then ``a``, then the file itself."""
    while member:
        yield member
        member = member.rpartition("!")[0]
    yield ""


def _with_row(sighting: Sighting, row: SourceRow) -> Sighting:
    def first(given: str | None, own: str | None) -> str | None:
        return given if given is not None else own

    return replace(
        sighting,
        url=first(row.url, sighting.url),
        outlet=first(row.outlet, sighting.outlet),
        title=first(row.title, sighting.title),
        published=first(row.published, sighting.published),
        language=first(row.language, sighting.language),
        reliability=row.reliability if row.reliability is not None else sighting.reliability,
    )


def load_sources(paths: Sequence[Path]) -> Sources:
    """Return the tables in these folders and below, and beside these files.

    Problems of a table (no column ``path``, paths that are not there, rows that contradict
    one another) are one line each; the rest of it holds.
    """
    rows: dict[tuple[str, str], SourceRow] = {}
    problems: list[Skipped] = []
    for table, shown in _tables(paths):
        try:
            data = table.read_bytes() if table.stat().st_size <= _TABLE_BYTES else None
        except OSError as error:
            problems.append(unreadable(shown, error))
            continue
        if data is None:
            problems.append(Skipped(shown, SkipReason.HOSTILE, "The table is too large to read."))
            continue
        problems.extend(_read_table(data, table.parent, shown, rows))
    return Sources(rows, tuple(problems))


def _tables(paths: Sequence[Path]) -> list[tuple[Path, str]]:
    """Tables with the paths to show, each once, in order."""
    found: dict[Path, str] = {}
    for path in paths:
        root = path if path.is_dir() else path.parent
        candidates = sorted(root.rglob(TABLE_NAME)) if path.is_dir() else [root / TABLE_NAME]
        for table in candidates:
            if table.is_file():
                found.setdefault(table.resolve(), table.relative_to(root).as_posix())
    return sorted(found.items())


def _read_table(
    data: bytes, folder: Path, shown: str, rows: dict[tuple[str, str], SourceRow]
) -> Iterator[Skipped]:
    def damaged(message: str) -> Skipped:
        return Skipped(shown, SkipReason.DAMAGED, message)

    try:
        text = decode(data).replace("\x00", "")
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except (ReadError, csv.Error) as error:
        yield damaged(f"The table cannot be read: {str(error).rstrip('.')}.")
        return
    records = [record for record in records if any(cell.strip() for cell in record)]
    if len(records) == 0:
        yield Skipped(shown, SkipReason.EMPTY, "The table is empty.")
        return
    names = [cell.strip().lower() for cell in records[0]]
    if "path" not in names:
        yield damaged('The table has no column "path", so it says nothing of any document.')
        return
    unknown = sorted({name for name in names if name and name not in COLUMNS})
    if unknown:
        message = f"The table has columns that are not read: {', '.join(unknown[:10])}."
        yield Skipped(shown, SkipReason.UNSUPPORTED, message)
    checker = _Rows(folder, names, rows)
    for record in records[1:]:
        checker.take(record)
    for message in checker.messages():
        yield damaged(message)


def _delimiter(text: str) -> str:
    head = text.split("\n", 1)[0]
    return max(",;\t", key=head.count)


class _Rows:
    """Takes the rows of one table and remembers what is wrong."""

    def __init__(
        self, folder: Path, names: list[str], rows: dict[tuple[str, str], SourceRow]
    ) -> None:
        self._folder = folder.resolve()
        self._names = names
        self._rows = rows
        self._missing: list[str] = []
        self._outside: list[str] = []
        self._twice: list[str] = []
        self._reliability: list[str] = []
        self._without_path = 0

    def take(self, record: list[str]) -> None:
        cells = dict(zip(self._names, (cell.strip() for cell in record), strict=False))
        path = cells.get("path", "").replace("\\", "/")
        if not path:
            self._without_path += 1
            return
        name, _, member = path.partition("!")
        if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
            self._outside.append(path)
            return
        file = self._folder / name
        if not _is_there(file):
            self._missing.append(path)
            return
        key = (str(file), member)
        row = self._row(cells, path)
        if self._rows.get(key, row) != row:
            self._twice.append(path)
            return
        self._rows[key] = row

    def _row(self, cells: dict[str, str], path: str) -> SourceRow:
        def given(name: str) -> str | None:
            return cells.get(name) or None

        reliability = None
        if (stated := given("reliability")) is not None:
            try:
                reliability = float(stated.replace(",", "."))
            except ValueError:
                reliability = None
            if reliability is None or not 0.0 <= reliability <= 1.0:
                self._reliability.append(path)
                reliability = None
        return SourceRow(
            given("url"),
            given("outlet"),
            given("title"),
            given("published"),
            given("language"),
            reliability,
        )

    def messages(self) -> Iterator[str]:
        if self._missing:
            yield f"The table names files that are not there: {_some(self._missing)}."
        if self._outside:
            yield f"The table names paths outside its folder: {_some(self._outside)}."
        if self._twice:
            yield (
                "The table has rows that contradict an earlier row of the same path, "
                f"which holds: {_some(self._twice)}."
            )
        if self._reliability:
            yield f"The reliability is not a number from 0 to 1: {_some(self._reliability)}."
        if self._without_path:
            yield f"The table has {self._without_path} rows without a path."


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except (OSError, ValueError):
        return False


def _some(paths: list[str]) -> str:
    named = ", ".join(paths[:_NAMED_AT_MOST])
    more = len(paths) - _NAMED_AT_MOST
    return named if more <= 0 else f"{named} and {more} more"
