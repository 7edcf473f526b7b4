"""Recount from Python: build a ledger, read it as data frames, export it, write the report.

>>> import recount                                          # doctest: +SKIP
>>> recount.build(["reports/"], "l.db")                     # doctest: +SKIP
>>> recount.incidents("l.db")[["date_start", "killed_best"]]  # doctest: +SKIP

Every function that reads takes a path, a database URL, or what ``open_ledger`` returns,
and leaves out the names of private persons unless ``include_names`` is true. A frame has
the columns of the flat CSV export in their order, also when it has no rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_origin

from recount.ledger import Ledger
from recount.model import Realis, Scope, UsageError
from recount.publish import COUNTED_REALIS, COUNTED_SCOPE, Filters, Publisher, Release, ViewSource
from recount.publish import export as export_file
from recount.publish import release as make_release
from recount.publish.flat import FLAT_OF, FlatRow
from recount.publish.flatten import flatten
from recount.publish.nouns import What
from recount.publish.shape import hints_of, split_optional

if TYPE_CHECKING:
    import pandas as pd

    from recount.pipeline import BuildReport

__all__ = [
    "OpenLedger",
    "actors",
    "build",
    "documents",
    "export",
    "incidents",
    "open_ledger",
    "read",
    "report",
    "statements",
    "tallies",
]


class OpenLedger:
    """A ledger that is open for reading; use it in ``with``, or close it."""

    def __init__(self, ledger: Ledger, *, as_of: int | None = None) -> None:
        from recount.pipeline import RuledView

        self._ledger = ledger
        self._source = ViewSource(RuledView(ledger, as_of=as_of))

    @property
    def source(self) -> ViewSource:
        """What publishing reads."""
        return self._source

    @property
    def rule(self) -> str:
        """The rule by which the stored findings were made."""
        return self._source.view.rule() or "recount"

    def close(self) -> None:
        """Close the ledger."""
        self._ledger.close()

    def __enter__(self) -> OpenLedger:
        return self

    def __exit__(self, *details: object) -> None:
        self.close()


Place = str | Path | OpenLedger


def build(
    paths: str | Path | Iterable[str | Path],
    ledger: str | Path,
    *,
    gazetteer: Sequence[str | Path] = (),
    actors: Sequence[str | Path] = (),
    extractor: str = "learned",
    rule: str = "recount",
) -> BuildReport:
    """Read files, folders, feeds and archives into a ledger, and link what they tell.

    Args:
        paths: one path or several.
        ledger: a file or a PostgreSQL URL; made when missing.
        gazetteer: CSV files of places of your own.
        actors: CSV files of actors of your own.
        extractor: which extractor reads the texts.
        rule: how figures are reconciled.

    Raises:
        UsageError: a path or an option makes no sense.
        RecountError: nothing could be read, or the ledger cannot be used.
    """
    from recount.pipeline import BuildOptions
    from recount.pipeline import build as build_ledger
    from recount.resources.folders import user_folder

    given = [paths] if isinstance(paths, str | Path) else list(paths)
    options = BuildOptions(
        extractor=extractor,
        rule=rule,
        places=tuple(Path(path) for path in gazetteer),
        actors=tuple(Path(path) for path in actors),
        now=datetime.now(tz=UTC),
        folder=user_folder(),
    )
    return build_ledger([Path(path) for path in given], ledger, options=options)


def open_ledger(ledger: str | Path, *, as_of: int | None = None) -> OpenLedger:
    """Open a ledger for reading, now or as it was after a run.

    Raises:
        LedgerError: there is none, or it is something else.
    """
    return OpenLedger(Ledger.open(ledger), as_of=as_of)


def read(
    ledger: Place,
    *,
    filters: Filters | None = None,
    rule: str | None = None,
    include_names: bool = False,
) -> Release:
    """Return all that is published as typed, frozen rows."""
    with _opened(ledger) as opened:
        return make_release(
            opened.source,
            filters=filters,
            rule=rule or opened.rule,
            include_names=include_names,
        )


def incidents(
    ledger: Place,
    *,
    scope: Iterable[Scope | str] = COUNTED_SCOPE,
    realis: Iterable[Realis | str] = COUNTED_REALIS,
    country: str | None = None,
    first: date | None = None,
    last: date | None = None,
    type: str | None = None,  # noqa: A002 - the word of the contract
    actor: str | None = None,
    rule: str | None = None,
    include_names: bool = False,
) -> pd.DataFrame:
    """Return one row per incident, by date: when, where, what, low, best and high.

    Args:
        ledger: where to read.
        scope: scopes to keep; empty: all.
        realis: realis to keep; empty: all.
        country: ISO 3166 alpha-2.
        first: only from this day on.
        last: only up to this day.
        type: incident type or event type.
        actor: part of an actor's name.
        rule: how figures are reconciled; default: as stored.
        include_names: show the names of private persons.
    """
    filters = make_filters(scope, realis, country, first, last, type, actor)
    return _frame(ledger, What.INCIDENTS, filters, rule, include_names=include_names)


def statements(
    ledger: Place, *, filters: Filters | None = None, include_names: bool = False
) -> pd.DataFrame:
    """Return one row per statement of the incidents: value, exact words, span, voice."""
    return _frame(ledger, What.STATEMENTS, filters, None, include_names=include_names)


def documents(ledger: Place, *, include_names: bool = False) -> pd.DataFrame:
    """Return one row per document, with its text."""
    return _frame(ledger, What.DOCUMENTS, None, None, include_names=include_names)


def tallies(
    ledger: Place, *, filters: Filters | None = None, include_names: bool = False
) -> pd.DataFrame:
    """Return one row per figure about many incidents; these are never counted."""
    return _frame(ledger, What.TALLIES, filters, None, include_names=include_names)


def actors(ledger: Place, *, include_names: bool = False) -> pd.DataFrame:
    """Return one row per actor, with its aliases."""
    return _frame(ledger, What.ACTORS, None, None, include_names=include_names)


def export(
    ledger: Place,
    path: str | Path,
    *,
    format: str = "jsonl",  # noqa: A002 - the word of the contract
    what: What | str = What.INCIDENTS,
    filters: Filters | None = None,
    rule: str | None = None,
    include_names: bool = False,
) -> int:
    """Write an export, checked against its schema, and return the number of rows.

    Raises:
        UsageError: the format or ``what`` is unknown, or they do not go together.
    """
    if what not in {member.value for member in What}:
        known = ", ".join(member.value for member in What)
        raise UsageError(f"There is no export of {what}; there are {known}.")
    with _opened(ledger) as opened:
        return export_file(
            opened.source,
            Path(path),
            form=format,
            what=What(what),
            filters=filters,
            rule=rule or opened.rule,
            include_names=include_names,
        )


def report(
    ledger: Place,
    path: str | Path,
    *,
    title: str = "What the sources say",
    filters: Filters | None = None,
    rule: str | None = None,
    outline: str | Path | None = None,
    include_names: bool = False,
) -> None:
    """Write the report, one HTML file that opens offline.

    Args:
        ledger: where to read.
        path: the file to write.
        title: its heading.
        filters: what counts; other scopes and realis go to "kept, not counted".
        rule: how figures are reconciled; default: as stored.
        outline: a GeoJSON file of coasts or borders to draw over the shipped ones.
        include_names: show the names of private persons.

    Raises:
        UsageError: the outline is not GeoJSON, or the folder does not exist.
    """
    from recount.publish.report import load_outlines_with, report_release, write_report

    counted = filters or Filters()
    with _opened(ledger) as opened:
        made = report_release(
            opened.source,
            counted=counted,
            rule=rule or opened.rule,
            include_names=include_names,
        )
        countries = opened.source.countries()
    outlines = load_outlines_with(None if outline is None else Path(outline))
    write_report(
        made, Path(path), counted=counted, title=title, outlines=outlines, countries=countries
    )


def make_filters(
    scope: Iterable[Scope | str],
    realis: Iterable[Realis | str],
    country: str | None,
    first: date | None,
    last: date | None,
    kind: str | None,
    actor: str | None,
) -> Filters:
    """Return filters from plain values.

    Raises:
        UsageError: a scope or realis is unknown.
    """
    try:
        scopes = frozenset(Scope(value) for value in scope)
        kinds = frozenset(Realis(value) for value in realis)
    except ValueError as error:
        raise UsageError(f"{error}.") from error
    return Filters(
        scope=scopes,
        realis=kinds,
        country=country,
        first=first,
        last=last,
        type=kind,
        actor=actor,
    )


@contextmanager
def _opened(ledger: Place) -> Iterator[OpenLedger]:
    if isinstance(ledger, OpenLedger):
        yield ledger
        return
    with open_ledger(ledger) as opened:
        yield opened


def _frame(
    ledger: Place,
    what: What,
    filters: Filters | None,
    rule: str | None,
    *,
    include_names: bool,
) -> pd.DataFrame:
    with _opened(ledger) as opened:
        publisher = Publisher(
            opened.source, filters or Filters(), rule or opened.rule, include_names
        )
        return to_frame([flatten(row) for row in publisher.rows(what)], what)


def to_frame(rows: Sequence[FlatRow], what: What) -> pd.DataFrame:
    """Return flat rows as a frame with the documented columns and types.

    Texts and vocabularies are ``string``, whole numbers ``Int64``, coordinates and scores
    ``float64``, truth values ``boolean``, days ``datetime64[s]``, lists tuples in
    ``object``; what is not known is missing.
    """
    import pandas as pd

    return pd.DataFrame(
        {
            name: pd.Series([_cell(getattr(row, name)) for row in rows], dtype=_dtype(hint))
            for name, hint in hints_of(FLAT_OF[what]).items()
        }
    )


def _cell(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return tuple(_cell(item) for item in value)
    return value


def _dtype(hint: Any) -> str:
    inner, _ = split_optional(hint)
    if get_origin(inner) is tuple or is_dataclass(inner):
        return "object"
    known = {bool: "boolean", int: "Int64", float: "float64", date: "datetime64[s]"}
    return known.get(inner, "string")
