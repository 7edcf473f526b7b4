"""Makes seeded reports to time: plain texts of about 800 words, or web pages around them.

The words are the project's own (``corpora/passages`` and ``examples/reports``), shuffled;
numbers and the day are drawn anew, so that no two reports are copies of one another.
"""

from __future__ import annotations

import html
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from recount import ingest
from recount.model import BODY_KINDS, Document, Skipped
from recount.training.passages import read_folder

ROOT = Path(__file__).parent.parent
PASSAGES = ROOT / "corpora" / "passages"
EXAMPLES = ROOT / "examples" / "reports"

WORDS = 800
"""Words of a report (DESIGN section 8)."""

PAGE_BYTES = 45_000
"""Size of a page: most of it is navigation, related links and scripts, as on news sites."""

FIRST_DAY = date(2031, 1, 1)
DAYS = 1500

_NUMBER = re.compile(r"(?<![\w.,:/-])\d{1,2}(?![\w.,:/-]|\s+(?:January|February|March|April|May))")
_SECTIONS = [
    "World",
    "Region",
    "Politics",
    "Business",
    "Opinion",
    "Health",
    "Culture",
    "Sport",
    "Weather",
    "Video",
]
_SUBJECTS = [
    "Bomb",
    "Ceasefire talks",
    "Protest",
    "Raid",
    "Convoy",
    "Curfew",
    "Drone strike",
    "Market",
]
_VERBS = ["hits", "returns to", "divides", "empties", "reaches", "worries", "follows"]
_PLACES = [
    "Tamarou",
    "Oulou",
    "Corvash",
    "Teskal",
    "Ossimbra",
    "Oruvai",
    "the border",
    "the capital",
]


class Kind(StrEnum):
    """The format of the reports."""

    TEXT = "text"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Made:
    """One made report: its file name and what stands in the file."""

    name: str
    content: str


def pieces(passages: Path = PASSAGES, examples: Path = EXAMPLES) -> tuple[str, ...]:
    """Return the paragraphs that reports are made of, in a fixed order.

    Raises:
        ReadError: an example cannot be read.
    """
    told = [passage.text.strip() for passage in read_folder(passages).passages]
    told += [text for text in _example_bodies(examples) if len(text.split()) >= 20]
    return tuple(sorted(set(told)))


def _example_bodies(folder: Path) -> Iterator[str]:
    for item in ingest.find([folder]):
        if isinstance(item, Skipped):
            continue
        document = ingest.read(item)
        if document.language.code == "en":
            yield from _paragraphs(document)


def _paragraphs(document: Document) -> Iterator[str]:
    for segment in document.segments:
        if segment.kind in BODY_KINDS:
            yield document.text[segment.start : segment.end].strip()


def reports(
    number: int, kind: Kind, *, seed: int, parts: Sequence[str], words: int = WORDS
) -> Iterator[Made]:
    """Yield made reports; the same arguments give the same reports.

    Args:
        number: how many.
        kind: plain text or web pages.
        seed: of the draw.
        parts: what ``pieces`` gives.
        words: about how many words a report has.
    """
    for at in range(number):
        # Each report has its own generator: more reports never change the earlier ones.
        draw = random.Random(f"{seed}:{at}")
        day = FIRST_DAY + timedelta(days=draw.randrange(DAYS))
        paragraphs = _paragraphs_of(draw, parts, words)
        if kind is Kind.TEXT:
            content = "\n\n".join((f"Published {day:%-d %B %Y}", *paragraphs)) + "\n"
            yield Made(f"{at:06}.txt", content)
        else:
            yield Made(f"{at:06}.html", page(draw, paragraphs, day))


def _paragraphs_of(draw: random.Random, parts: Sequence[str], words: int) -> list[str]:
    chosen: list[str] = []
    have = 0
    while have < words:
        part = draw.choice(parts)
        chosen.append(_NUMBER.sub(lambda _: str(draw.randint(2, 40)), part))
        have += len(part.split())
    return chosen


def page(draw: random.Random, paragraphs: Sequence[str], day: date) -> str:
    """Return a page of about ``PAGE_BYTES`` with the paragraphs in the middle of clutter."""
    title = " ".join(paragraphs[0].split()[:9])
    body = "\n".join(
        f"<p>{html.escape(' '.join(block.split()))}</p>"
        for paragraph in paragraphs
        for block in paragraph.split("\n\n")
    )
    article = (
        f"<article><h1>{html.escape(title)}</h1>"
        f'<p class="byline"><time datetime="{day.isoformat()}">{day:%-d %B %Y}</time></p>\n'
        f"{body}\n</article>"
    )
    head = (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>{html.escape(title)} | The Invented Courier</title>"
        '<meta property="og:site_name" content="The Invented Courier">'
        f'<meta property="article:published_time" content="{day.isoformat()}">'
        f"{_script(draw)}<style>.nav{{display:flex}}</style></head><body>\n{_menu()}\n"
    )
    foot = f"\n{_script(draw)}<footer><p>© The Invented Courier</p>{_menu()}</footer></body></html>"
    room = PAGE_BYTES - sum(len(part.encode()) for part in (head, article, foot))
    return f"{head}<main>{article}{_related(draw, room)}</main>{foot}\n"


def _menu() -> str:
    links = "".join(
        f'<li class="nav-item"><a class="nav-link" href="/{one.lower()}">{one}</a></li>'
        for one in _SECTIONS
    )
    return f'<nav class="nav" role="navigation"><ul>{links}</ul></nav>'


def _script(draw: random.Random) -> str:
    data = ",".join(f'"k{at}":"{draw.getrandbits(64):016x}"' for at in range(80))
    return f"<script>window.dataLayer=[{{{data}}}];</script>"


def _related(draw: random.Random, room: int) -> str:
    """Return related links in ``div``s and lists, as many as fit into so many bytes."""
    told = ['<aside class="related"><h2>Related stories</h2><ul>']
    have = 0
    while have < room:
        headline = " ".join((draw.choice(_SUBJECTS), draw.choice(_VERBS), draw.choice(_PLACES)))
        slug = headline.lower().replace(" ", "-")
        link = (
            f'<li class="card"><div class="text"><a href="/news/{slug}-{draw.randrange(10**6)}" '
            f'title="{headline}"><span class="kicker">{draw.choice(_SECTIONS)}</span> {headline}'
            f'</a><span class="meta">{draw.randint(2, 59)} min ago</span></div></li>\n'
        )
        told.append(link)
        have += len(link)
    return "".join((*told, "</ul></aside>"))
