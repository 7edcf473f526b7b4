"""Runs the shipped encoder: a text in, the scores of its heads out. No PyTorch."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime

from recount.model import RecountError, Span
from recount.resources.encoder.digests import DIGESTS, SHIPPED, require_whole
from recount.resources.encoder.labels import CLASSES, PAIR_WIDTH, STATES, TAGS
from recount.resources.encoder.pairs import PairTables, load_tables
from recount.resources.encoder.products import PROBE, has_exact_products
from recount.resources.encoder.reading import Floats, TextReading
from recount.resources.encoder.tokenise import CLS, SEP, WordPieces
from recount.resources.encoder.windows import Tokens, Window, windows_of

__all__ = ["MODEL", "PAIRS", "SHIPPED", "VOCABULARY", "Encoder", "shipped_encoder"]

MODEL, PAIRS, VOCABULARY = "model.onnx", "pairs.npz", "tokenizer.json"


class Encoder:
    """The encoder with its heads, as exported by ``recount train``.

    Args:
        folder: holds the model, the pair tables and the vocabulary.
        threads: windows that are read beside each other; 0: as many as there are cores.

    Raises:
        RecountError: the folder lacks a file, or has digests that a file does not have.
    """

    def __init__(self, folder: Path = SHIPPED, threads: int = 0) -> None:
        _require_files(folder)
        self.digest = _digest(folder)
        options = onnxruntime.SessionOptions()
        # A thread for each window keeps all cores busy, where several threads of one window
        # wait for each other, and burn the time that decoding needs.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._threads = ThreadPoolExecutor(
            threads or os.cpu_count() or 1, thread_name_prefix="recount-window"
        )
        if not has_exact_products(folder / PROBE):
            # The sums become exact, and the encoder half as fast.
            options.add_session_config_entry("session.x64quantprecision", "1")
        self._session = onnxruntime.InferenceSession(
            str(folder / MODEL), options, providers=["CPUExecutionProvider"]
        )
        self._pieces = WordPieces(folder / VOCABULARY)
        self.pairs: PairTables = load_tables(folder / PAIRS)

    def read(self, text: str, sentences: Sequence[Span] | None = None) -> TextReading:
        """Return what the heads say of a text; an empty one gives empty scores.

        Args:
            text: the text.
            sentences: the sentences to read; by default all of the text. Memory grows with
                them: some 4 kilobytes for each token.
        """
        tokens = self._pieces(text, sentences)
        size = sum(_WIDTHS)
        scores = np.zeros((len(tokens), size), dtype=np.float32)
        windows = windows_of(tokens.sentences) if len(tokens) > 0 else ()
        done = [self._threads.submit(self._run, tokens, window, scores) for window in windows]
        for one in done:
            one.result()
        return _reading(text, tokens, scores)

    def _run(self, tokens: Tokens, window: Window, scores: Floats) -> None:
        """Write the scores of a window's kept tokens.

        Windows are run one by one: the int8 model scales its numbers for each run, so that
        a window read beside others, or filled up, would get other scores.
        """
        ids = np.asarray([[CLS, *tokens.ids[window.start : window.end], SEP]], dtype=np.int64)
        (told,) = self._session.run(["scores"], {"ids": ids, "mask": np.ones_like(ids)})
        first = 1 + window.keep_start - window.start
        kept = told[0, first : first + window.keep_end - window.keep_start]
        scores[window.keep_start : window.keep_end] = kept


def _require_files(folder: Path) -> None:
    for name in (MODEL, PAIRS, VOCABULARY, PROBE):
        if not (folder / name).is_file():
            raise RecountError(f"The reader's file {folder / name} is missing.")
    if (
        folder / DIGESTS
    ).is_file():  # takes some hundredths of a second; a model in the making has none
        require_whole(folder)


_WIDTHS = (STATES * len(TAGS), *CLASSES.values(), 4 * PAIR_WIDTH, 4 * PAIR_WIDTH)
"""Numbers that each head gives a token, in the order of the model's one output."""


def _reading(text: str, tokens: Tokens, scores: Floats) -> TextReading:
    parts = np.split(scores, np.cumsum(_WIDTHS)[:-1], axis=1)
    tags = _softmax_of_states(parts[0].reshape(len(tokens), len(TAGS), STATES))
    classes = {
        name: _softmax(part)
        for name, part in zip(CLASSES, parts[1 : 1 + len(CLASSES)], strict=True)
    }
    return TextReading(
        text,
        tokens,
        tags,
        classes,
        parts[-2],
        parts[-1],
        np.asarray(tokens.starts, dtype=np.int64),
        np.asarray(tokens.ends, dtype=np.int64),
    )


def _softmax_of_states(raw: Floats) -> Floats:
    """Return what ``_softmax`` does of the three states of each tag, in a seventh of its time.

    numpy is slow to sum three numbers again and again, but quick with three columns.
    """
    columns = np.ascontiguousarray(np.moveaxis(raw, -1, 0))
    raised = np.exp(columns - columns.max(axis=0))
    told: Floats = np.moveaxis(raised / raised.sum(axis=0), 0, -1)
    return told


def _softmax(raw: Floats) -> Floats:
    raised = np.exp(raw - raw.max(axis=-1, keepdims=True))
    told: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return told


_DIGITS = 8
"""Hexadecimal digits of the digest that stand in a version: enough to tell models apart."""


def _digest(folder: Path) -> str:
    """Return a short digest of all files of a reader, ``unpinned`` where there are no digests."""
    pinned = folder / DIGESTS
    if not pinned.is_file():
        return "unpinned"
    return hashlib.sha256(pinned.read_bytes()).hexdigest()[:_DIGITS]


@cache
def shipped_encoder() -> Encoder:
    """Return the encoder that the package carries; it is loaded once."""
    return Encoder()
