"""JSON Lines: one report a line, ``text`` and what is said about it. Also a lone JSON object.

Fields: text (required), title, published, url, outlet, id, language, author. The text keeps
its characters and offsets unless it is markup itself; a title that does not stand in it is read
after it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from recount.ingest.decode import decode
from recount.ingest.limits import Limits
from recount.ingest.media import HTML, media_type
from recount.ingest.page import DateClue, Page
from recount.ingest.readers.html import html_page
from recount.ingest.readers.txt import text_page
from recount.ingest.trouble import EmptyInputError
from recount.model import ReadError


@dataclass(frozen=True, slots=True)
class JsonReport:
    """One line's fields; those absent or null are ``None``."""

    text: str
    title: str | None
    published: str | None
    url: str | None
    outlet: str | None
    id: str | None
    language: str | None
    author: str | None


def parse_line(data: bytes) -> JsonReport:
    """Return the report that a line holds.

    Raises:
        ReadError: it is not a JSON object with a field ``text`` of type string.
    """
    try:
        fields = json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        where = f" (character {error.pos + 1})" if isinstance(error, json.JSONDecodeError) else ""
        raise ReadError(f"The line is not valid JSON{where}.") from error
    if not isinstance(fields, dict):
        raise ReadError("The line is valid JSON, but no object with fields.")
    text = fields.get("text")
    if not isinstance(text, str):
        raise ReadError('The object has no field "text" that is a string.')

    def named(name: str) -> str | None:
        value = fields.get(name)
        if isinstance(value, bool) or not isinstance(value, str | int):
            return None
        return str(value).strip() or None

    return JsonReport(
        text=text,
        title=named("title"),
        published=named("published"),
        url=named("url"),
        outlet=named("outlet"),
        id=named("id"),
        language=named("language"),
        author=named("author"),
    )


def read_json_line(data: bytes, limits: Limits) -> Page:
    """Read one line (or file) that is a JSON object with a text.

    Raises:
        ReadError: it is no such object, or its text is empty or too long.
    """
    report = parse_line(data)
    if len(report.text.strip()) == 0:
        raise EmptyInputError('The field "text" is empty.')
    head = report.text[:4096].encode("utf-8", "replace")
    markup = media_type("text", head) == HTML
    page = html_page(report.text, limits) if markup else text_page(report.text, limits)
    dates = page.dates
    if report.published is not None:
        dates = (DateClue(report.published, "published", given=True), *dates)
    return replace(
        page,
        title=report.title if report.title is not None else page.title,
        outlet=report.outlet if report.outlet is not None else page.outlet,
        url=report.url if report.url is not None else page.url,
        author=report.author if report.author is not None else page.author,
        language=report.language if report.language is not None else page.language,
        dates=dates,
        headline=report.title,
    )
