"""Lists of other reports' films, which pages print with their lengths ("1:38 Bridge reopens")."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LENGTH = re.compile(
    r"(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d)\s+(?![AaPp]\.?\s?[Mm]\b)(?=[A-Z\"“'‘])"
)
_PLAYING = "Pause"
_RUN = 3
"""Lengths in a row from which on they are a list."""


def film_lists(texts: Sequence[str]) -> list[range]:
    """Return the runs of blocks that begin with the length of a film.

    Times of day that rise or fall from block to block tell of a course of events, and are none. The
    film that is playing ("Pause" stands behind it) is the report's own.

    >>> film_lists(["0:24 Bridge reopens", "1:38 Bakers meet", "0:51 Rain ahead", "Gunmen fled."])
    [range(0, 3)]
    """
    lengths = [_seconds(text) for text in texts]
    found: list[range] = []
    at = 0
    while at < len(lengths):
        end = at
        while end < len(lengths) and lengths[end] is not None:
            end += 1
        told = [length for length in lengths[at:end] if length is not None]
        if len(told) >= _RUN and told not in (sorted(told), sorted(told, reverse=True)):
            found.append(range(at + texts[at].rstrip().endswith(_PLAYING), end))
        at = max(end, at + 1)
    return found


def _seconds(text: str) -> int | None:
    told = _LENGTH.match(text.lstrip())
    return None if told is None else 60 * int(told["minutes"]) + int(told["seconds"])
