"""Markdown inside a line as cuts: what remains is the words, each where it stood.

Links, images, escapes, emphasis and code are marks around words; taking the marks out
leaves text whose every character stands in the source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINK = re.compile(
    r"""(?P<image>!?)\[(?P<words>(?:\\.|[^\[\]\\]){0,1000})\]"""
    r"""\([ \t]*<?(?P<url>(?:[^\s()<>]|\([^\s()]{0,200}\)){0,2000})>?"""
    r"""(?:[ \t]+["'(][^"'\n]{0,200}["')])?[ \t]*\)"""
)
_PLAIN_LINK = re.compile(
    r"\[[^\[\]\n]{1,300}\]\((?:#[\w-]*|https?://[^\s()]{1,500}|/[^\s()]{0,300})\)"
)
_ESCAPE = re.compile(r"(\\+)(?=[!\"#$%&'()*+,./:;<=>?@\[\]^_`{|}~-])")
_EMPHASIS = re.compile(
    r"(?<![\w*_\\])(\*{1,3}|_{1,3})(?=[^\s*_])([^\n]{0,600}?[^\s*_\\]|[^\s*_\\])(\1)(?![\w*_])"
)
_STARS = re.compile(r"(\*{1,3})(?=[^\s*])([^\n*]{0,600}?[^\s*\\])(\1)(?!\*)")
_CODE = re.compile(r"(`{1,3})([^`\n]{1,600})(\1)(?!`)")
_AUTOLINK = re.compile(r"<(https?://[^\s<>]{1,2000}|[\w.+-]{1,80}@[\w.-]{1,200})>")
_TAG = re.compile(
    r"</?[a-zA-Z][a-zA-Z0-9]{0,10}(?:\s[^<>\n]{0,500})?/?>|<!--.{0,5000}?-->", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Inline:
    """Ranges of the source to take out (sorted, apart), and links as ranges of the source."""

    cuts: tuple[tuple[int, int], ...]
    links: tuple[tuple[int, int, str], ...]
    images: tuple[tuple[int, int], ...]


def has_links(source: str) -> bool:
    """Return whether a text plainly holds Markdown links, whatever its name says."""
    return _PLAIN_LINK.search(source) is not None


def scan(source: str, *, full: bool) -> Inline:
    """Return the marks in ``source``.

    Args:
        source: the decoded text.
        full: also emphasis, code, tags and autolinks (Markdown files); otherwise only
            links, images and escapes (texts that hold Markdown links).
    """
    cuts: list[tuple[int, int]] = []
    links: list[tuple[int, int, str]] = []
    images: list[tuple[int, int]] = []
    for match in _LINK.finditer(source):
        if match.start() > 0 and source[match.start() - 1] == "\\":
            continue
        start, end = match.span("words")
        cuts += [(match.start(), start), (end, match.end())]
        if match.group("image"):
            images.append((start, end))
        elif end > start:
            links.append((start, end, match.group("url")))
    cuts += [match.span(1) for match in _ESCAPE.finditer(source)]
    if full:
        cuts += _full_marks(source)
    return Inline(_apart(cuts), tuple(links), tuple(images))


def _full_marks(source: str) -> list[tuple[int, int]]:
    cuts: list[tuple[int, int]] = []
    for pattern in (_EMPHASIS, _STARS, _CODE):
        for match in pattern.finditer(source):
            cuts += [match.span(1), match.span(3)]
    for match in _AUTOLINK.finditer(source):
        cuts += [(match.start(), match.start(1)), (match.end(1), match.end())]
    cuts += [match.span() for match in _TAG.finditer(source)]
    return cuts


def _apart(cuts: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Sorted, without empty ranges, overlaps joined."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(cuts):
        if start == end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def merge_cuts(*groups: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Return all ranges of several groups, sorted and apart."""
    return _apart([cut for group in groups for cut in group])
