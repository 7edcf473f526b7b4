"""Bodies that no list has and that the text itself introduces as such.

"Los Halcones", "Jaish-i-Noor", "the ruling party, Free Hills", "Free Hills, a little-known
outfit", "the Free Hills gang", a name in quotation marks: without these words a name of capitals
could be a person's.
"""

from __future__ import annotations

import re
from functools import lru_cache

_BODY = (
    r"(?:party|group|faction|gang|militia|movement|cartel|union|outfit|organi[sz]ation|network|front|cell|army|clan|"
    r"syndicate|brigade|alliance|coalition|wing|council|league|insurgents|rebels|guerrillas|militants|fighters)"
)
_CALLED = re.compile(
    r"(?:the\s+)?(?:(?:Los|Las|Les|Comando|Primeiro|Fuerzas?|Frente|Ej[ée]rcito|Bloque|C[áa]rtel(?:es)?|Mara|Barrio|Clan)\s[A-ZÀ-Þ]|"
    r"(?:Tehree?k|Tahrik|Jaish|Jaysh|Lashkar|Harakat|Harkat|Ansar|Jamaa?t|Jama[’']?at|Jabhat|Liwa|Katib\w+|Kata[’']?ib|Hi[zs]b|Saraya|"
    r"Fatah|Jund|Majlis|Barisan|Laskar|Gerakan)[-\s])",
)
"""Words by which names of bodies begin in Spanish, Portuguese, Arabic, Urdu and Malay."""
_SMALL = r"(?:of|from|in|for|by|to|with|at|on|who|that)"
_NO_OFFICE = (
    r"(?![’']|\s+(?:leaders?|members?|chiefs?|commanders?|boss|officials?|spokes\w+|lawyers?|activists?|founders?|"
    r"veterans?|workers?|officers?|treasurer|secretary|[A-Z]))"
)
"""What would make a body's noun that of somebody's office ("Ana Vell, a party official")."""
_NO_MEMBER = r"(?<!\bof\s)(?<!\bof\sthe\s)(?<!\bin\s)(?<!\bby\s)(?<!\bfrom\s)(?<!\bfor\s)"
"""What would make a name behind a body's noun that of its man ("leader of the gang, Ana Vell")."""
_NO_NICKNAME = r"(?<!alias\s)(?<!known\sas\s)(?<!called\s)(?<!named\s)(?<![a-z]{2}\sas\s)(?<!by\s)"
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


@lru_cache(maxsize=256)
def is_introduced(text: str, told: str) -> bool:
    """Return whether a name is a body's by its own first word, or by words that stand beside it.

    Args:
        text: the whole text.
        told: the words for a party in it.

    >>> is_introduced("The ruling party, Free Hills, sent them.", "Free Hills")
    True
    >>> is_introduced("Ana Vell, a teacher, was blamed.", "Ana Vell")
    False
    """
    name = _ARTICLE.sub("", " ".join(told.split()).strip(_QUOTES))
    if not name[:1].isupper() or name.isupper():
        return False
    if _CALLED.match(name):
        return True
    return any(
        _is_beside(text, found.start(), found.end()) for found in re.finditer(re.escape(name), text)
    )


def _is_beside(text: str, start: int, end: int) -> bool:
    """Whether words right before or behind a name tell that a body bears it."""
    near = max(0, start - _REACH)
    if _QUOTED.search(text, near, start) and _UNQUOTED.match(text, end):
        return True
    if text[start - 1 : start].isalnum():
        return False
    if _APPOSED.search(text, near, start) and text[end : end + 1] in {",", ".", ";", ")"}:
        return True
    if _THE.search(text, near, start) and _THEN_BODY.match(text, end):
        return True
    return _THEN_APPOSED.match(text, end) is not None


_REACH = 120
"""Characters before a name in which such words stand."""
_APPOSED = re.compile(
    rf"{_NO_MEMBER}\b(?:[Tt]he|[Aa]n?)\s(?:(?!{_SMALL}\b)[a-z-]+\s){{0,3}}{_BODY},\s(?:the\s)?$"
)
_THE = re.compile(r"\b[Tt]he\s$")
_THEN_BODY = re.compile(rf"\s(?:[a-z-]+\s)?{_BODY}\b{_NO_OFFICE}")
_QUOTED = re.compile(rf"{_NO_NICKNAME}[\"“]$")
_UNQUOTED = re.compile(r",?[\"”](?!\s[A-Z])")
_THEN_APPOSED = re.compile(
    rf"(?:\s\([^()]{{2,12}}\))?,\s(?:an?|the)\s(?:(?!{_SMALL}\b)[\w-]+\s){{0,4}}?"
    rf"{_BODY}\b{_NO_OFFICE}"
)


_QUOTES = "\"“”‘’'"
