"""Runs the encoder beside everything else: its sums need no Python while they are made.

Two threads read for the whole process, a stretch of text each, so that no core waits at the
end of one; memory stays bounded, and what is read is the same as without them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache

from recount.extract.rules.scan import Scan
from recount.model import Span
from recount.resources.encoder.reading import TextReading
from recount.resources.encoder.session import Encoder

_TOGETHER = 2
"""Stretches of text that are read at once."""


@cache
def _reader() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=_TOGETHER, thread_name_prefix="recount-encoder")


class Readings:
    """The readings of a text's parts; the first is begun at once, the next when it is taken.

    Args:
        encoder: reads.
        text: the text.
        parts: the parts, each with the sentences that the encoder is given of it.
    """

    def __init__(
        self, encoder: Encoder, text: str, parts: Iterable[tuple[Scan, Sequence[Span]]]
    ) -> None:
        self._encoder = encoder
        self._text = text
        self._parts = deque(parts)
        self._begun = self._begin()

    def __iter__(self) -> Iterator[tuple[Scan, TextReading]]:
        """Yield each part with its reading; what the encoder raises is raised here."""
        while self._begun is not None:
            part, future = self._begun
            reading = future.result()
            self._begun = self._begin()
            yield part, reading

    def _begin(self) -> tuple[Scan, Future[TextReading]] | None:
        if len(self._parts) == 0:
            return None
        part, sentences = self._parts.popleft()
        return part, _reader().submit(self._encoder.read, self._text, sentences)
