"""What a page says about itself in its head: title, outlet, author, address, dates."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from recount.ingest.markup import TokenKind, attributes, tokens
from recount.ingest.page import DateClue

_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date.published",
    "publish-date",
    "publish_date",
    "publishdate",
    "publication_date",
    "published_date",
    "pubdate",
    "sailthru.date",
    "parsely-pub-date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.created",
    "dcterms.date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "date",
)
"""Names of ``meta`` that give the day of publication, surest first. Days of change are left out."""
_TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "dcterms.title")
_OUTLET_NAMES = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
)
_AUTHOR_NAMES = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "byl",
)
_URL_DATE = re.compile(
    r"/((?:19|20)\d{2})[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/\-_.]|$)"
)
_ARTICLE_TYPES = ("article", "report", "posting", "webpage", "review")
_JSON_AT_MOST = 500_000
_JSON_NODES = 2000
_HEAD_TAGS = frozenset({"meta", "link", "time", "html", "title", "script", "base"})


@dataclass(slots=True)
class PageMeta:
    """The head's own words; ``None`` where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    plain_title: str | None = None
    """The content of ``<title>``, with whatever the site hangs on to it."""
    dates: tuple[DateClue, ...] = ()


def page_meta(source: str) -> PageMeta:
    """Return what the page says about itself."""
    gathered = _gather(source)
    meta = PageMeta(
        title=gathered.first(_TITLE_NAMES),
        outlet=gathered.first(_OUTLET_NAMES),
        author=_person(gathered.first(_AUTHOR_NAMES)),
        url=gathered.canonical or gathered.first(("og:url",)),
        language=gathered.language,
        plain_title=gathered.title,
    )
    linked = [node for text in gathered.scripts for node in _json_nodes(text)]
    clues = [DateClue(gathered.named[name], name) for name in _DATE_NAMES if name in gathered.named]
    clues = clues[:1] + _json_clues(linked) + clues[1:] + gathered.times
    if meta.url is not None:
        clues += _url_clues(meta.url)
    meta.dates = tuple(clues)
    if meta.outlet is None:
        meta.outlet = _json_name(linked, "publisher")
    if meta.author is None:
        meta.author = _json_name(linked, "author")
    return meta


@dataclass(slots=True)
class _Gathered:
    named: dict[str, str]
    times: list[DateClue]
    scripts: list[str]
    title: str | None = None
    canonical: str | None = None
    language: str | None = None

    def first(self, names: tuple[str, ...]) -> str | None:
        return next((self.named[name] for name in names if name in self.named), None)


def _gather(source: str) -> _Gathered:
    gathered = _Gathered({}, [], [])
    json_script = False
    for token in tokens(source):
        if token.name not in _HEAD_TAGS or token.kind is TokenKind.END:
            continue
        if token.kind is TokenKind.RAW:
            content = source[token.start : token.end]
            if token.name == "title" and gathered.title is None:
                gathered.title = clean(content)
            elif json_script and len(content) <= _JSON_AT_MOST:
                gathered.scripts.append(content)
            continue
        values = {item.name: item.value for item in attributes(source, token)}
        json_script = "ld+json" in values.get("type", "")
        _take(gathered, token.name, values)
    return gathered


def _take(gathered: _Gathered, tag: str, values: dict[str, str]) -> None:
    if tag == "meta":
        name = values.get("property") or values.get("name") or values.get("itemprop")
        content = clean(values.get("content", ""))
        if name and content:
            gathered.named.setdefault(name.lower(), content)
    elif tag == "link" and "canonical" in values.get("rel", "").lower():
        gathered.canonical = gathered.canonical or clean(values.get("href", ""))
    elif tag == "time" and "datetime" in values:
        stated = (
            "pubdate" in values
            or "published" in (values.get("itemprop", "") + values.get("class", "")).lower()
        )
        clue = DateClue(clean(values["datetime"]) or "", "time", weak=not stated)
        if "updated" not in values.get("class", "").split() or stated:
            gathered.times.append(clue)
    elif tag == "html" and gathered.language is None:
        gathered.language = values.get("lang") or values.get("xml:lang") or None


def clean(value: str) -> str | None:
    """Return an attribute's or title's words, decoded, blanks collapsed; ``None`` if none."""
    return " ".join(html.unescape(value).split())[:1000] or None


def _person(name: str | None) -> str | None:
    """Addresses and accounts are no names."""
    if name is None or name.startswith(("http://", "https://", "@")) or len(name) > 200:
        return None
    return name


def _json_nodes(text: str) -> list[dict[str, Any]]:
    """The objects of a JSON-LD script, outermost first, whatever they are nested in."""
    try:
        waiting = [json.loads(html.unescape(text) if "&quot;" in text else text)]
    except (ValueError, RecursionError):
        return []
    found: list[dict[str, Any]] = []
    while waiting and len(found) < _JSON_NODES:
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node[:100])
        elif isinstance(node, dict):
            found.append(node)
            waiting.extend(node[key] for key in ("@graph", "mainEntity") if key in node)
    return found


def _articles(nodes: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for node in nodes:
        kind = node.get("@type")
        names = [kind] if isinstance(kind, str) else kind if isinstance(kind, list) else []
        if any(isinstance(n, str) and n.lower().endswith(_ARTICLE_TYPES) for n in names):
            yield node


def _json_clues(nodes: list[dict[str, Any]]) -> list[DateClue]:
    values = [node.get("datePublished") for node in _articles(nodes)]
    return [DateClue(v, "JSON-LD datePublished") for v in values if isinstance(v, str)]


def _json_name(nodes: list[dict[str, Any]], field: str) -> str | None:
    for node in _articles(nodes):
        value = node.get(field)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, str) and clean(value) is not None:
            return clean(value)
    return None


def _url_clues(url: str) -> list[DateClue]:
    match = _URL_DATE.search(url)
    if match is None:
        return []
    year, month, day = (int(group) for group in match.groups())
    return [DateClue(f"{year}-{month:02d}-{day:02d}", "address of the page")]
