"""Why an input gives no document: the finer kinds of read error, and the line for each."""

from __future__ import annotations

from recount.model import HostileInputError, ReadError, Skipped, SkipReason


class EmptyInputError(ReadError):
    """An input holds no text at all."""


class EncryptedInputError(ReadError):
    """An input asks for a password."""


class UnsupportedInputError(ReadError):
    """An input has a format that nobody reads."""


_REASONS: tuple[tuple[type[ReadError], SkipReason], ...] = (
    (HostileInputError, SkipReason.HOSTILE),
    (EmptyInputError, SkipReason.EMPTY),
    (EncryptedInputError, SkipReason.ENCRYPTED),
    (UnsupportedInputError, SkipReason.UNSUPPORTED),
)


def skipped(path: str, error: ReadError) -> Skipped:
    """Return the line that says why the input at ``path`` was left out."""
    for kind, reason in _REASONS:
        if isinstance(error, kind):
            return Skipped(path, reason, str(error))
    return Skipped(path, SkipReason.DAMAGED, str(error))


def unreadable(path: str, error: OSError) -> Skipped:
    """Return the line for a file or folder that the system does not let us read."""
    cause = error.strerror or "the system gives no reason"
    return Skipped(path, SkipReason.UNREADABLE, f"It cannot be opened: {cause}.")
