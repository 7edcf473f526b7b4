"""HTML as tokens with positions: tags, text runs and raw content, in one pass, no recursion.

lxml gives no offsets, so the reader walks these tokens itself. The tokenizer accepts
anything (every string is some HTML) and takes time linear in its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "frame",
        "keygen",
    ]
)
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
"""Elements whose content is no markup."""

_TAG_NAME = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)")
_PLAIN_REST = re.compile(r"[^>\"']*+>")
_QUOTED_REST = re.compile(r"(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>")
_ATTRIBUTE = re.compile(
    r"""([^\s=/>"'][^\s=/>]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"']++)))?"""
)
_QUOTE_FAILURES = 50
"""Tags with an unclosed quote after which quotes are no longer honoured: each costs a pass."""


class TokenKind(StrEnum):
    """What a token is."""

    START = "start"
    END = "end"
    TEXT = "text"
    RAW = "raw"


class Token(NamedTuple):
    """``source[start:end]``: a tag, a run of text, or the content of a raw element.

    ``name`` is the tag's (for raw content, its element's) name in lower case.
    """

    kind: TokenKind
    start: int
    end: int
    name: str = ""


class Attribute(NamedTuple):
    """An attribute's value, still encoded, and where it starts in the source."""

    name: str
    value: str
    start: int


def tokens(source: str) -> Iterator[Token]:
    """Yield the tokens of ``source`` in order; comments and declarations are left out."""
    return _Scan(source).run()


def attributes(source: str, token: Token) -> tuple[Attribute, ...]:
    """Return the attributes of a start tag, names in lower case, the first of each name."""
    start = token.start + 1 + len(token.name)
    found: dict[str, Attribute] = {}
    for match in _ATTRIBUTE.finditer(source, start, max(start, token.end - 1)):
        name = match.group(1).lower()
        if name in found:
            continue
        # The name is the first group; of three more, the one of how its value is quoted matches.
        group = match.lastindex or 1
        valued = group > 1
        value, position = (match[group], match.start(group)) if valued else ("", match.end())
        found[name] = Attribute(name, value, position)
    return tuple(found.values())


class _Scan:
    """One pass over a source; what was looked for in vain is not looked for again."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.quote_failures = 0
        self.comments_close = True
        self.never_closed: set[str] = set()

    def run(self) -> Iterator[Token]:
        source, size, at = self.source, len(self.source), 0
        while at < size:
            opening = source.find("<", at)
            if opening < 0:
                opening = size
            if opening > at:
                yield Token(TokenKind.TEXT, at, opening)
            if opening == size:
                return
            if source.startswith(("<!", "<?"), opening):
                at = self._end_of_declaration(opening)
                continue
            name = _TAG_NAME.match(source, opening)
            if name is None:
                yield Token(TokenKind.TEXT, opening, opening + 1)
                at = opening + 1
                continue
            at = self._end_of_tag(name.end())
            tag = name.group(2).lower()
            if name.group(1):
                yield Token(TokenKind.END, opening, at, tag)
                continue
            yield Token(TokenKind.START, opening, at, tag)
            if tag in _RAW and not source.endswith("/>", opening, at):
                end = self._end_of_raw(at, tag)
                yield Token(TokenKind.RAW, at, end, tag)
                at = end

    def _end_of_declaration(self, start: int) -> int:
        if self.source.startswith("<!--", start):
            end = self.source.find("-->", start + 2) if self.comments_close else -1
            if end >= 0:
                return end + 3
            # An unclosed comment hides one line at most, or a slip would hide the whole report.
            self.comments_close = False
            return self._after("\n", start)
        if self.source.startswith("<![CDATA[", start):
            return start + len("<![CDATA[")
        return self._after(">", start)

    def _end_of_tag(self, start: int) -> int:
        plain = _PLAIN_REST.match(self.source, start)
        if plain is not None:
            return plain.end()
        if self.quote_failures < _QUOTE_FAILURES:
            quoted = _QUOTED_REST.match(self.source, start)
            if quoted is not None:
                return quoted.end()
            self.quote_failures += 1
        return self._after(">", start)

    def _end_of_raw(self, start: int, name: str) -> int:
        if name not in self.never_closed:
            pattern = re.compile(f"</{re.escape(name)}", re.IGNORECASE)
            closing = pattern.search(self.source, start)
            if closing is not None:
                return closing.start()
            self.never_closed.add(name)
        # Never closed: a script takes the rest, a title only its line.
        return len(self.source) if name in ("script", "style") else self._after("\n", start)

    def _after(self, mark: str, start: int) -> int:
        end = self.source.find(mark, start)
        return len(self.source) if end < 0 else end + len(mark)
