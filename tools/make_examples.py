"""Make the binary files and the outline of the example collection, always the same bytes.

The PDF and DOCX reports in ``examples/reports`` come from small text files in
``tools/example_sources``; the coast line and the province borders in
``examples/outline.geojson`` come from the points below. HTML, TXT, Markdown and
the feed are written by hand in ``examples/reports`` and are not touched.

    python tools/make_examples.py [TARGET]     (TARGET is ``examples`` by default)

A source begins with ``key: value`` lines (``kind``, ``title``, ``author``,
``created``, ``header``, ``footer``); a blank line ends them. Then come blocks
divided by blank lines: ``# heading``, ``## smaller heading``, ``- list item``
lines, or a paragraph. A soft hyphen (U+00AD) marks where a word of a PDF may be
broken at the end of a line.
"""

from __future__ import annotations

import hashlib
import io
import json
import sys
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCES = Path(__file__).parent / "example_sources"

# ------------------------------------------------------------------ sources


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (``level`` 1 or 2), a list item or a paragraph."""

    kind: str
    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """One source file: its head and its blocks in order."""

    name: str
    head: dict[str, str]
    blocks: tuple[Block, ...]


def read_source(path: Path) -> Source:
    """Return the source at ``path``."""
    top, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
    head = dict(line.split(": ", 1) for line in top.splitlines())
    blocks: list[Block] = []
    for chunk in rest.strip().split("\n\n"):
        blocks += [_block(line) for line in chunk.splitlines()]
    return Source(path.stem, head, tuple(blocks))


def _block(line: str) -> Block:
    if line.startswith("- "):
        return Block("item", line[2:])
    marks = len(line) - len(line.lstrip("#"))
    if marks > 0:
        return Block("heading", line[marks:].strip(), marks)
    return Block("paragraph", line)


# ---------------------------------------------------------------------- pdf

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 595, 842, 72
BODY_SIZE, HEADING_SIZE, SMALL_SIZE = 11, 14, 8
CHARACTERS_PER_LINE = 86  # Times at 11 points fills the 451 points between the margins
LINES_PER_PAGE = 30  # short pages, so that a report runs over a page break
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line; an empty text is a blank line."""

    text: str
    size: int = BODY_SIZE
    bold: bool = False


def make_pdf(source: Source) -> bytes:
    """Return the source as a PDF with a running head, a foot line and page numbers."""
    lines = [line for block in source.blocks for line in _lines_of(block)]
    pages = [lines[at : at + LINES_PER_PAGE] for at in range(0, len(lines), LINES_PER_PAGE)]
    objects = _pdf_objects(source, pages)
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(f"{number} 0 obj\n".encode() + body + b"\nendobj\n")
    table = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    for offset in offsets:
        out.write(f"{offset:010d} 00000 n \n".encode())
    digest = hashlib.sha256(source.name.encode()).hexdigest()[:32]
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info 5 0 R /ID [<{digest}> <{digest}>] >>"
    out.write(f"trailer\n{trailer}\nstartxref\n{table}\n%%EOF\n".encode())
    return out.getvalue()


def _pdf_objects(source: Source, pages: list[list[Line]]) -> list[bytes]:
    first_page = 6
    kids = " ".join(f"{first_page + 2 * i} 0 R" for i in range(len(pages)))
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    info = f"/Title {_pdf_string(source.head['title'])} /Producer (make_examples)"
    if "author" in source.head:
        info += f" /Author {_pdf_string(source.head['author'])}"
    if "created" in source.head:
        info += f" /CreationDate ({source.head['created']})"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        font.format("Times-Roman").encode(),
        font.format("Times-Bold").encode(),
        f"<< {info} >>".encode("cp1252"),
    ]
    for index, lines in enumerate(pages):
        content = _page_content(source, lines, index + 1, len(pages))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE_WIDTH} {PAGE_HEIGHT}] "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> "
            f"/Contents {first_page + 2 * index + 1} 0 R >>".encode()
        )
        objects.append(
            f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"
        )
    return objects


def _page_content(source: Source, lines: list[Line], page: int, pages: int) -> bytes:
    parts = [_show(source.head["header"], MARGIN, PAGE_HEIGHT - 40, SMALL_SIZE, bold=False)]
    y = PAGE_HEIGHT - MARGIN - 10
    for line in lines:
        if line.text != "":
            parts.append(_show(line.text, MARGIN, y, line.size, bold=line.bold))
        y -= line.size + 5
    parts.append(_show(source.head["footer"], MARGIN, 40, SMALL_SIZE, bold=False))
    parts.append(_show(f"{page} / {pages}", PAGE_WIDTH - MARGIN - 20, 40, SMALL_SIZE, bold=False))
    return b"\n".join(parts)


def _show(text: str, x: int, y: int, size: int, *, bold: bool) -> bytes:
    font = "F2" if bold else "F1"
    return f"BT /{font} {size} Tf {x} {y} Td {_pdf_string(text)} Tj ET".encode("cp1252")


def _pdf_string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"({escaped})"


def _lines_of(block: Block) -> list[Line]:
    if block.kind == "heading":
        text = block.text.replace(SOFT_HYPHEN, "")
        return [Line(text, HEADING_SIZE, bold=True), Line("")]
    return [*(Line(text) for text in wrap(block.text, CHARACTERS_PER_LINE)), Line("")]


def wrap(text: str, width: int) -> list[str]:
    """Return the text in lines of at most ``width`` characters, broken at soft hyphens too."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        whole = word.replace(SOFT_HYPHEN, "")
        joined = f"{line} {whole}" if line != "" else whole
        if len(joined) <= width:
            line = joined
            continue
        head, mark, tail = word.partition(SOFT_HYPHEN)
        if mark != "" and len(line) + len(head) + 2 <= width:
            lines.append(f"{line} {head}-")
            line = tail.replace(SOFT_HYPHEN, "")
        else:
            lines.append(line)
            line = whole
    return [*lines, line]


# --------------------------------------------------------------------- docx

FIXED_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip member can carry


def make_docx(source: Source) -> bytes:
    """Return the source as a Word file with styles, a running head and a foot line."""
    from docx import Document

    document = Document()
    for block in source.blocks:
        text = block.text.replace(SOFT_HYPHEN, "")
        if block.kind == "heading":
            document.add_heading(text, level=block.level)
        elif block.kind == "item":
            document.add_paragraph(text, style="List Bullet")
        else:
            document.add_paragraph(text)
    section = document.sections[0]
    section.header.paragraphs[0].text = source.head["header"]
    section.footer.paragraphs[0].text = source.head["footer"]
    properties = document.core_properties
    properties.title = source.head["title"]
    properties.author = source.head["author"]
    properties.created = properties.modified = datetime(2013, 12, 23, tzinfo=UTC)
    raw = io.BytesIO()
    document.save(raw)
    return _same_bytes(raw.getvalue())


def _same_bytes(archive: bytes) -> bytes:
    """Return the zip archive without the time at which it was made."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            member = zipfile.ZipInfo(name, FIXED_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return out.getvalue()


# ------------------------------------------------------------------ outline

Point = tuple[float, float]

# Corners of the coast as (longitude, latitude), clockwise from the western cape, in a
# stretch of the South Pacific where there is no land for more than 1,000 kilometres.
WEST: tuple[Point, ...] = (
    (-120.95, -35.62),
    (-120.78, -35.38),
    (-120.52, -35.29),
    (-120.33, -35.10),
)
NORTH: tuple[Point, ...] = (
    (-120.33, -35.10),
    (-120.08, -35.05),
    (-119.90, -34.90),
    (-119.64, -34.88),
    (-119.42, -34.79),
    (-119.10, -34.86),
    (-118.95, -35.02),
)
EAST: tuple[Point, ...] = (
    (-118.95, -35.02),
    (-118.66, -35.14),
    (-118.58, -35.37),
    (-118.44, -35.47),
    (-118.50, -35.60),
    (-118.40, -35.78),
    (-118.58, -35.96),
    (-118.80, -36.05),
)
SOUTH: tuple[Point, ...] = (
    (-118.80, -36.05),
    (-119.08, -36.06),
    (-119.27, -36.20),
    (-119.55, -36.21),
    (-119.72, -36.33),
    (-119.96, -36.27),
    (-120.16, -36.14),
    (-120.30, -36.17),
)
SOUTH_WEST: tuple[Point, ...] = (
    (-120.30, -36.17),
    (-120.44, -35.98),
    (-120.70, -35.92),
    (-120.86, -35.76),
    (-120.95, -35.62),
)
INNER_WEST: Point = (-119.92, -35.55)
INNER_EAST: Point = (-119.20, -35.52)

# Land borders, each from the first to the last point.
DRAVELLE_ILMARQUE: tuple[Point, ...] = ((-120.33, -35.10), (-120.10, -35.32), INNER_WEST)
DRAVELLE_KESSARN: tuple[Point, ...] = ((-118.95, -35.02), (-119.02, -35.30), INNER_EAST)
DRAVELLE_OMBRIAL: tuple[Point, ...] = (INNER_WEST, (-119.55, -35.47), INNER_EAST)
KESSARN_OMBRIAL: tuple[Point, ...] = ((-118.80, -36.05), (-119.10, -35.82), INNER_EAST)
ILMARQUE_OMBRIAL: tuple[Point, ...] = ((-120.30, -36.17), (-120.14, -35.84), INNER_WEST)

ROUNDS = 3  # each round doubles the points of a line
BEND_COAST, BEND_BORDER = 0.16, 0.10  # how far a middle point leaves its line, by its length


def roughen(line: tuple[Point, ...], bend: float) -> list[Point]:
    """Return the line with middle points put in and moved aside, always in the same way.

    The move is taken from a hash of the two ends, so that a line shared by two
    provinces is the same in both.
    """
    points = list(line)
    for _ in range(ROUNDS):
        finer = [points[0]]
        for left, right in pairwise(points):
            finer += [_middle(left, right, bend), right]
        points = finer
    return points


def _middle(left: Point, right: Point, bend: float) -> Point:
    digest = hashlib.sha256(repr((left, right)).encode()).digest()
    shift = (digest[0] / 255 - 0.5) * 2 * bend
    dx, dy = right[0] - left[0], right[1] - left[1]
    x, y = (left[0] + right[0]) / 2 - dy * shift, (left[1] + right[1]) / 2 + dx * shift
    return round(x, 4), round(y, 4)


def make_outline() -> str:
    """Return the outline as GeoJSON: one polygon for the country, one for each province."""
    west, north, east, south, south_west = (
        roughen(line, BEND_COAST) for line in (WEST, NORTH, EAST, SOUTH, SOUTH_WEST)
    )
    di, dk, do, ko, io_ = (
        roughen(line, BEND_BORDER)
        for line in (
            DRAVELLE_ILMARQUE,
            DRAVELLE_KESSARN,
            DRAVELLE_OMBRIAL,
            KESSARN_OMBRIAL,
            ILMARQUE_OMBRIAL,
        )
    )
    rings = {
        ("Talvora", "country"): [west, north, east, south, south_west],
        ("Dravelle", "admin1"): [north, dk, do[::-1], di[::-1]],
        ("Ilmarque", "admin1"): [west, di, io_[::-1], south_west],
        ("Kessarn", "admin1"): [east, ko, dk[::-1]],
        ("Ombrial", "admin1"): [south, io_, do, ko[::-1]],
    }
    features = [_feature(name, kind, lines) for (name, kind), lines in rings.items()]
    note = "Invented: Talvora is not a real country. Drawn for the Recount examples."
    collection = {"type": "FeatureCollection", "note": note, "features": features}
    return json.dumps(collection, indent=1) + "\n"


def _feature(name: str, kind: str, lines: list[list[Point]]) -> dict[str, object]:
    ring: list[Point] = []
    for line in lines:
        ring += line if len(ring) == 0 else line[1:]
    # GeoJSON wants the outer ring anticlockwise and closed; the lines run clockwise.
    ring = [*ring[:-1], ring[0]] if ring[-1] == ring[0] else [*ring, ring[0]]
    return {
        "type": "Feature",
        "properties": {"name": name, "kind": kind, "country": "XV"},
        "geometry": {"type": "Polygon", "coordinates": [ring[::-1]]},
    }


# ---------------------------------------------------------------------- main

MAKERS = {"pdf": make_pdf, "docx": make_docx}


def make(target: Path) -> list[Path]:
    """Write all made files under ``target``; return their paths."""
    reports = target / "reports"
    reports.mkdir(parents=True, exist_ok=True)
    written = []
    for path in sorted(SOURCES.glob("*.txt")):
        source = read_source(path)
        kind = source.head["kind"]
        out = reports / f"{source.name}.{kind}"
        out.write_bytes(MAKERS[kind](source))
        written.append(out)
    outline = target / "outline.geojson"
    outline.write_text(make_outline(), encoding="utf-8")
    return [*written, outline]


if __name__ == "__main__":
    for made in make(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "examples"):
        print(made)
