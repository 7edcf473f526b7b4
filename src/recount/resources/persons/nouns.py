"""A person's name in a text, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Ranged(Protocol):
    """Anything with a range in the text."""

    @property
    def start(self) -> int:
        """First character."""
        ...

    @property
    def end(self) -> int:
        """One past the last character."""
        ...


@dataclass(frozen=True, slots=True, order=True)
class FoundPerson:
    """One mention of a person, ``text[start:end]``; ``name`` is the fullest form in the text.

    All mentions of one person have the same ``name``, ``public`` and ``reason``.
    """

    start: int
    end: int
    name: str
    public: bool
    reason: str


@dataclass(slots=True)
class Candidate:
    """A run of words that may be a name, with what the words beside it say.

    ``key`` is the surname in small letters; ``private`` a reason to withhold it;
    ``certain`` says that more than its shape speaks for a person, ``officer`` that an officer
    is quoted under a rank.
    """

    start: int
    end: int
    name: str
    key: str
    titled: bool
    public: bool
    expert: bool
    private: str | None
    certain: bool
    officer: bool = False
