"""Containers opened into items: zip, gzip, WARC, feeds and JSON Lines, inside one another.

Whatever is wrong inside gives one line for the member it concerns and the rest goes on;
an archive that is hostile as a whole gives one line for the whole.
"""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from recount.ingest import media
from recount.ingest.item import Item
from recount.ingest.limits import Limits
from recount.ingest.readers.feed import open_feed
from recount.ingest.readers.jsonl import parse_line
from recount.ingest.readers.warc import warc_payloads
from recount.ingest.trouble import (
    EmptyInputError,
    EncryptedInputError,
    UnsupportedInputError,
    skipped,
)
from recount.model import HostileInputError, ReadError, Skipped, SkipReason

_STORED_ERRORS = (zlib.error, EOFError, gzip.BadGzipFile, zipfile.BadZipFile, NotImplementedError)
_ENCRYPTED_FLAG = 0x1


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes that may be a document or a container: a seekable stream and where it came from.

    ``size`` is in bytes, ``None`` when only reading tells.
    """

    path: str
    file: Path
    member: str
    stream: BinaryIO
    size: int | None
    url: str | None = None

    def inside(self, name: str, data: bytes, url: str | None = None) -> Blob:
        """Return the blob of a member with these bytes."""
        member = f"{self.member}!{name}" if self.member else name
        path = f"{self.path}!{name}"
        return Blob(path, self.file, member, io.BytesIO(data), len(data), url)

    def item(self, data: bytes, media_type: str) -> Item:
        """Return the item that this blob is."""
        return Item(self.path, data, media_type, self.file, self.member, url=self.url)


class Opener:
    """Opens blobs under limits."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    def open(self, blob: Blob, depth: int = 0) -> Iterator[Item | Skipped]:
        """Yield the items of a blob, and a line for all that is left out."""
        try:
            head = blob.stream.read(media.HEAD_BYTES)
            blob.stream.seek(0)
            if len(head) == 0:
                raise EmptyInputError("The file is empty.")
            kind = media.media_type(_name(blob), head)
            if kind in media.CONTAINERS:
                if depth > self._limits.nesting:
                    raise HostileInputError(
                        f"It lies more than {self._limits.nesting} archives deep."
                    )
                yield from self._container(kind, blob, depth)
            else:
                yield blob.item(self._read_all(blob, kind), kind)
        except ReadError as error:
            yield skipped(blob.path, error)
        except _STORED_ERRORS:
            yield Skipped(blob.path, SkipReason.DAMAGED, "The archive is damaged or cut off.")

    def _read_all(self, blob: Blob, kind: str) -> bytes:
        if kind == media.UNSUPPORTED:
            suffix = media.suffix_of(_name(blob))
            raise UnsupportedInputError(f"No reader knows files of type {suffix or 'unknown'}.")
        limit = self._limits.item_bytes
        data = blob.stream.read(limit + 1)
        if len(data) > limit:
            raise HostileInputError(f"It is larger than {limit >> 20} megabytes.")
        return data

    def _container(self, kind: str, blob: Blob, depth: int) -> Iterator[Item | Skipped]:
        if kind == media.ZIP:
            yield from self._zip(blob, depth)
        elif kind == media.GZIP:
            yield from self._gzip(blob, depth)
        elif kind == media.WARC:
            yield from self._warc(blob, depth)
        elif kind == media.FEED:
            yield from self._feed(blob)
        else:
            yield from self._json_lines(blob)

    def _zip(self, blob: Blob, depth: int) -> Iterator[Item | Skipped]:
        try:
            archive = zipfile.ZipFile(blob.stream)
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise ReadError("The zip archive is damaged or cut off.") from error
        with archive:
            members = [m for m in archive.infolist() if not m.is_dir()]
            if any(m.filename == "word/document.xml" for m in members):
                blob.stream.seek(0)
                yield blob.item(self._read_all(blob, media.DOCX), media.DOCX)
                return
            self._check_archive(members, blob.size)
            for member in sorted(members, key=lambda m: (m.filename, m.header_offset)):
                if _is_document_name(member.filename):
                    yield from self._zip_member(archive, member, blob, depth)

    def _check_archive(self, members: list[zipfile.ZipInfo], size: int | None) -> None:
        limits = self._limits
        if len(members) > limits.members:
            raise HostileInputError(
                f"The archive has {len(members):,} members; at most {limits.members:,} are read."
            )
        unpacked = sum(member.file_size for member in members)
        packed = size if size is not None else sum(m.compress_size for m in members)
        if unpacked > limits.archive_bytes:
            raise HostileInputError("The archive unpacks to more than is read.")
        worst = any(
            m.file_size > limits.ratio_from and m.file_size > limits.ratio * max(1, m.compress_size)
            for m in members
        )
        if worst or (unpacked > limits.ratio_from and unpacked > limits.ratio * max(1, packed)):
            raise HostileInputError("The archive unpacks to hundreds of times its size.")

    def _zip_member(
        self, archive: zipfile.ZipFile, member: zipfile.ZipInfo, blob: Blob, depth: int
    ) -> Iterator[Item | Skipped]:
        path = f"{blob.path}!{member.filename}"
        try:
            if _leaves_folder(member.filename):
                raise HostileInputError("Its name in the archive leads outside the folder.")
            if member.flag_bits & _ENCRYPTED_FLAG:
                raise EncryptedInputError("The archive asks for a password.")
            if member.file_size > self._limits.item_bytes and not _streams(member.filename):
                raise HostileInputError(
                    f"It is larger than {self._limits.item_bytes >> 20} megabytes."
                )
            with archive.open(member) as stream:
                data = stream.read(self._limits.archive_bytes + 1)
        except ReadError as error:
            yield skipped(path, error)
            return
        except (*_STORED_ERRORS, RuntimeError, ValueError):
            yield Skipped(path, SkipReason.DAMAGED, "It is damaged inside the archive.")
            return
        yield from self.open(blob.inside(member.filename, data), depth + 1)

    def _gzip(self, blob: Blob, depth: int) -> Iterator[Item | Skipped]:
        name = _name(blob)
        inner = name[: -len(".gz")] if name.lower().endswith(".gz") else name
        with gzip.GzipFile(fileobj=blob.stream) as unpacked:
            kind = media.media_type(inner, self._gzip_head(blob))
            if kind == media.WARC:
                blob.stream.seek(0)
                yield from self._warc(blob, depth)
                return
            rest = io.BufferedReader(Metered(unpacked, blob, self._limits), 1 << 16)
            if kind == media.JSON_LINES:
                yield from self._json_lines(replace(blob, stream=rest, size=None))
                return
            try:
                data = self._read_all(replace(blob, stream=rest), media.TEXT)
            except _STORED_ERRORS as error:
                raise ReadError("The gzip file is damaged or cut off.") from error
        # The document inside is the item; its path stays the file's own.
        opened = replace(blob, stream=io.BytesIO(data), size=len(data))
        if kind in media.CONTAINERS:
            yield from self.open(blob.inside(PurePosixPath(inner).name, data), depth + 1)
        elif len(data) == 0:
            raise EmptyInputError("The file is empty.")
        else:
            yield opened.item(self._read_all(opened, kind), kind)

    def _gzip_head(self, blob: Blob) -> bytes:
        """The first bytes inside, also of a file that is cut off later on."""
        packed = blob.stream.read(media.HEAD_BYTES)
        blob.stream.seek(0)
        try:
            return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(packed, media.HEAD_BYTES)
        except zlib.error as error:
            raise ReadError("The gzip file is damaged or cut off.") from error

    def _warc(self, blob: Blob, depth: int) -> Iterator[Item | Skipped]:
        for payload in warc_payloads(blob.stream, self._limits):
            name = str(payload.number)
            if payload.trouble is not None:
                path = f"{blob.path}!{name}" if payload.inside else blob.path
                yield skipped(path, payload.trouble)
                continue
            kind = media.media_type(payload.name, payload.data[: media.HEAD_BYTES])
            inner = blob.inside(name, payload.data, payload.url)
            if kind in media.CONTAINERS:
                yield from self._open_as(kind, inner, depth + 1)
            elif len(payload.data) and kind != media.UNSUPPORTED:
                yield inner.item(payload.data, kind)

    def _open_as(self, kind: str, blob: Blob, depth: int) -> Iterator[Item | Skipped]:
        if depth > self._limits.nesting:
            raise HostileInputError(f"It lies more than {self._limits.nesting} archives deep.")
        try:
            yield from self._container(kind, blob, depth)
        except ReadError as error:
            yield skipped(blob.path, error)
        except _STORED_ERRORS:
            yield Skipped(blob.path, SkipReason.DAMAGED, "The archive is damaged or cut off.")

    def _feed(self, blob: Blob) -> Iterator[Item | Skipped]:
        feed = open_feed(self._read_all(blob, media.FEED))
        if len(feed.entries) == 0:
            raise EmptyInputError("The feed has no entries.")
        for number, entry in enumerate(feed.entries, start=1):
            inner = blob.inside(str(number), entry.data, entry.url)
            yield replace(
                inner.item(entry.data, media.FEED_ENTRY),
                outlet=entry.outlet,
                title=entry.title,
                published=entry.published,
            )
        if not feed.whole:
            message = f"The feed is damaged; {len(feed.entries)} entries could be read."
            yield Skipped(blob.path, SkipReason.DAMAGED, message)

    def _json_lines(self, blob: Blob) -> Iterator[Item | Skipped]:
        limit = self._limits.item_bytes
        number = 0
        try:
            while True:
                line = blob.stream.readline(limit + 1)
                if len(line) == 0:
                    return
                number += 1
                if len(line) > limit:
                    _drain_line(blob.stream, limit)
                    message = f"The line is longer than {limit >> 20} megabytes."
                    yield Skipped(f"{blob.path}!{number}", SkipReason.HOSTILE, message)
                elif line.strip():
                    yield self._json_line(blob, number, line)
        except _STORED_ERRORS:
            message = f"The file is cut off or damaged after line {number}."
            yield Skipped(blob.path, SkipReason.DAMAGED, message)

    def _json_line(self, blob: Blob, number: int, line: bytes) -> Item | Skipped:
        bare = line.strip(b" \t\r\n")
        if number == 1:
            bare = bare.removeprefix(b"\xef\xbb\xbf")
        try:
            report = parse_line(bare)
        except ReadError as error:
            return skipped(f"{blob.path}!{number}", error)
        name = report.id if report.id is not None else str(number)
        return replace(
            blob.inside(name.replace("!", "_"), bare, report.url).item(bare, media.JSON_LINE),
            outlet=report.outlet,
            title=report.title,
            published=report.published,
            language=report.language,
        )


class Metered(io.RawIOBase):
    """Reads an unpacked stream and stops when it grows beyond reason."""

    def __init__(self, stream: gzip.GzipFile, blob: Blob, limits: Limits) -> None:
        self._stream = stream
        self._packed = blob.stream
        self._limits = limits
        self._read = 0

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Return up to ``size`` bytes.

        Raises:
            HostileInputError: the stream unpacks to hundreds of times its size.
        """
        wanted = min(size if size >= 0 else self._limits.ratio_from, self._limits.ratio_from)
        data = self._stream.read(wanted)
        self._read += len(data)
        packed = max(1, self._packed.tell())
        if self._read > self._limits.ratio_from and self._read > self._limits.ratio * packed:
            raise HostileInputError("It unpacks to hundreds of times its size.")
        if self._read > self._limits.archive_bytes:
            raise HostileInputError("It unpacks to more than is read.")
        return data

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill a buffer; return how many bytes were read."""
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _name(blob: Blob) -> str:
    return PurePosixPath((blob.member or blob.path).rsplit("!", 1)[-1].replace("\\", "/")).name


def _is_document_name(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if not parts or any(part == "__MACOSX" for part in parts):
        return False
    last = parts[-1]
    return last in ("..", ".") or not (
        last.startswith((".", "~$")) or last.lower() in ("sources.csv", "thumbs.db")
    )


def _leaves_folder(name: str) -> bool:
    """Nothing is unpacked to disk, but who names members so means harm."""
    plain = name.replace("\\", "/")
    return plain.startswith("/") or ".." in plain.split("/") or plain[1:3] in (":/", ":")


def _streams(name: str) -> bool:
    return name.lower().endswith((".jsonl", ".ndjson", ".warc", ".gz", ".zip"))


def _drain_line(stream: BinaryIO, step: int) -> None:
    while True:
        more = stream.readline(step)
        if len(more) < step or more.endswith(b"\n"):
            return
