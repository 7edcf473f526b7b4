"""Lines of a PDF page with their geometry, as PDFium finds them."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from typing import Any

_LINE_END = re.compile("\r\n|\n|\r|\ufffe")
_HYPHEN = "\ufffe"
"""PDFium's mark for a hyphen that only the line's end asked for."""


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line: its text, where it starts in the page's text, and its geometry in points.

    ``hyphen``: it ended in a hyphen which PDFium took out of the text.
    """

    part: str
    start: int
    text: str
    left: float
    right: float
    y: float
    size: float
    hyphen: bool


def _raw() -> Any:
    """PDFium's own functions; pypdfium2 makes them at run time, unknown to type checkers."""
    import pypdfium2.raw

    return pypdfium2.raw


def page_lines(textpage: Any, part: str, text: str) -> list[PdfLine]:
    """Return the lines of a page that hold more than blanks, in PDFium's order."""
    aligned = textpage.count_chars() == len(text)
    lines: list[PdfLine] = []
    at = 0
    ends = [(match.start(), match.end(), match.group()) for match in _LINE_END.finditer(text)]
    for stop, following, mark in [*ends, (len(text), len(text), "")]:
        raw = text[at:stop]
        start = at + len(raw) - len(raw.lstrip())
        bare = raw.strip()
        if bare:
            first = _char_index(textpage, start, aligned=aligned)
            last = _char_index(textpage, start + len(bare) - 1, aligned=aligned)
            left, y = _origin(textpage, first)
            right = float(textpage.get_charbox(last)[2])
            size = _size(textpage, first)
            lines.append(PdfLine(part, start, bare, left, right, y, size, mark == _HYPHEN))
        at = following
    return lines


def _char_index(textpage: Any, at: int, *, aligned: bool) -> int:
    """PDFium counts some characters that its text leaves out, and the other way round."""
    if aligned:
        return at
    pdfium = _raw()
    index = int(pdfium.FPDFText_GetCharIndexFromTextIndex(textpage.raw, at))
    return max(0, min(index, int(textpage.count_chars()) - 1))


def _origin(textpage: Any, index: int) -> tuple[float, float]:
    pdfium = _raw()
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(textpage.raw, index, ctypes.byref(x), ctypes.byref(y))
    return x.value, y.value


def _size(textpage: Any, index: int) -> float:
    """The size as drawn: some programs set a size of 1 and scale it up."""
    pdfium = _raw()
    matrix = pdfium.FS_MATRIX()
    size = float(pdfium.FPDFText_GetFontSize(textpage.raw, index))
    if pdfium.FPDFText_GetMatrix(textpage.raw, index, ctypes.byref(matrix)):
        scale = (matrix.c * matrix.c + matrix.d * matrix.d) ** 0.5
        return round(size * scale, 1) if scale > 0 else size
    return size
