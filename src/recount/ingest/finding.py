"""Finding documents: files and folders in sorted order, containers opened into their items."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from recount.ingest.containers import Blob, Opener
from recount.ingest.item import Item
from recount.ingest.limits import Limits
from recount.ingest.sources import TABLE_NAME
from recount.ingest.trouble import unreadable
from recount.model import Skipped, SkipReason, UsageError

_NOT_DOCUMENTS = frozenset({TABLE_NAME, "thumbs.db", "desktop.ini"})
_NOT_FOLDERS = frozenset({"__macosx", "__pycache__"})


def find(paths: Sequence[Path], *, limits: Limits | None = None) -> Iterator[Item | Skipped]:
    """Yield the items of files and folders, and a line for each input that is left out.

    Folders are walked in sorted order; hidden files and ``sources.csv`` are no documents.
    Containers (zip, gzip, WARC, feeds, JSON Lines) open into items. Nothing is held in
    memory but the item at hand.

    Raises:
        UsageError: a path does not exist (at the call, before anything is read).
    """
    for path in paths:
        if not os.path.lexists(path):
            raise UsageError(f"There is no file or folder {path}.")
    return _find(paths, limits if limits is not None else Limits())


def _find(paths: Sequence[Path], limits: Limits) -> Iterator[Item | Skipped]:
    opener = Opener(limits)
    for path in paths:
        for found, shown in _files(path):
            if isinstance(found, Skipped):
                yield found
            else:
                yield from _file(found, shown, opener)


def _files(path: Path) -> Iterator[tuple[Path | Skipped, str]]:
    if path.is_dir():
        yield from _walk(path, "", frozenset())
    else:
        yield path, path.name


def _walk(
    folder: Path, shown: str, above: frozenset[tuple[int, int]]
) -> Iterator[tuple[Path | Skipped, str]]:
    """Recursion is bounded by the length of a path; links back to a folder above are cut."""
    label = shown or folder.name or "."
    try:
        status = folder.stat()
        own = (status.st_dev, status.st_ino)
        if own in above:
            yield Skipped(label, SkipReason.UNREADABLE, "The link leads back into itself."), label
            return
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield unreadable(label, error), label
        return
    for entry in entries:
        name = entry.name
        inner = f"{shown}/{name}" if shown else name
        if name.startswith((".", "~$")) or name.lower() in _NOT_DOCUMENTS:
            continue
        path = folder / name
        try:
            is_folder = entry.is_dir()
        except OSError as error:
            yield unreadable(inner, error), inner
            continue
        if not is_folder:
            yield path, inner
        elif name.lower() not in _NOT_FOLDERS:
            yield from _walk(path, inner, above | {own})


def _file(path: Path, shown: str, opener: Opener) -> Iterator[Item | Skipped]:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            message = "It is neither a file nor a folder (a device, a pipe or a socket)."
            yield Skipped(shown, SkipReason.UNSUPPORTED, message)
            return
        with path.open("rb") as stream:
            file = path.resolve()
            yield from opener.open(Blob(shown, file, "", stream, status.st_size))
    except OSError as error:
        yield unreadable(shown, error)
