"""Tokens of the encoder's own vocabulary, with the characters that each stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tokenizers import Tokenizer

from recount.model import Span
from recount.resources.encoder.windows import Tokens, sentence_numbers
from recount.resources.sentences import split_sentences

CLS, SEP, PAD, MASK = 101, 102, 0, 103
"""Marks of BERT's uncased vocabulary: begin, end, filling, hidden word."""

_APART = 3
"""Characters between two sentences that are read together: blanks and line breaks."""


class WordPieces:
    """The uncased word pieces of all-MiniLM-L6-v2.

    Args:
        path: its ``tokenizer.json``.
    """

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()

    def __call__(self, text: str, sentences: Sequence[Span] | None = None) -> Tokens:
        """Return the tokens of a text; offsets count characters of the text as it stands.

        Args:
            text: the text.
            sentences: the sentences to read, in order and apart; by default all of the text.
        """
        found = split_sentences(text) if sentences is None else sentences
        ids: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        for first, last in _stretches(found):
            encoded = self._tokenizer.encode(text[first:last], add_special_tokens=False)
            ids.extend(encoded.ids)
            starts.extend(first + start for start, _ in encoded.offsets)
            ends.extend(first + end for _, end in encoded.offsets)
        numbers = sentence_numbers(starts, [sentence.start for sentence in found] or [0])
        return Tokens(tuple(ids), tuple(starts), tuple(ends), numbers)


def _stretches(sentences: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield runs of sentences that little but blanks parts, so that few calls are made."""
    run: tuple[int, int] | None = None
    for sentence in sentences:
        if run is not None and sentence.start - run[1] <= _APART:
            run = (run[0], sentence.end)
            continue
        if run is not None:
            yield run
        run = (sentence.start, sentence.end)
    if run is not None:
        yield run
