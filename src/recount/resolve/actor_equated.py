"""How a text says that two names are one actor's: "known as", "formerly", "alias", "renamed"."""

from __future__ import annotations

import re
from functools import lru_cache

from recount.resolve.actor_phrases import PHRASE, Phrase, after_openers, before


def _pattern(words: str) -> re.Pattern[str]:
    """Compile a pattern in which NAME and ALIAS stand for names, Q for a quotation mark."""
    whole = words.replace("NAME", f"(?P<name>{PHRASE.pattern})")
    whole = whole.replace("ALIAS", f"(?P<alias>{PHRASE.pattern})")
    return re.compile(whole.replace("Q", "[“\"‘'”’]?"))


_LATELY = (
    r"(?:now|also|better|best|sometimes|formerly|previously|locally|once|originally|commonly|widely"
    r"|popularly|variously|simply|otherwise)\s+"
)
_BEING = r"(?:(?:who|which|that)\s+)?(?:(?:is|was|are|were|has\s+been)\s+)?"
_THE = r"Q(?:the\s+)?Q"

_SAME = (
    _pattern(r"\b[Tt]he\s+NAME\s+\((?:the\s+)?[“\"]?(?P<alias>[A-ZÀ-Þ][A-ZÀ-Þ.]{1,7})\b"),
    _pattern(rf"NAMEQ,?\s+{_BEING}(?:{_LATELY})*known\s+(?:[\w’']+\s+){{0,5}}?as\s+{_THE}ALIAS"),
    _pattern(rf"NAMEQ(?:,\s+{_BEING}|\s+(?:is|was|are|were)\s+)(?:{_LATELY})*"
             rf"(?:called|named|nicknamed|dubbed|styled)\s+{_THE}ALIAS"),
    _pattern(rf"NAMEQ(?:,\s+|\s+\()(?:formerly|previously|once|until\s+recently|alias|a\.?k\.?a\.?"
             rf"|nicknamed|born|n[ée]e|real\s+name|code-?named|nom\s+de\s+guerre),?\s+{_THE}ALIAS"),
    _pattern(rf"NAMEQ\s+(?:alias|a\.?k\.?a\.?|n[ée]e)\s+{_THE}ALIAS"),
    _pattern(rf"NAMEQ,\s+(?:which|whom|who|that)\s+(?:[\w’']+\s+){{1,4}}?(?:calls?|called|dub(?:s|bed)?"
             rf"|nicknames?d?|refers?\s+to\s+as|knows?\s+as)\s+{_THE}ALIAS"),
    _pattern(rf"NAMEQ,?\s+whose\s+(?:[\w’']+\s+){{0,3}}?(?:name|title|initials|nickname|acronym"
             rf"|abbreviation|nom\s+de\s+guerre)\s+(?:is|was|are|were|means|meant"
             rf"|translates\s+(?:as|to))\s+{_THE}ALIAS"),
    _pattern(rf"NAMEQ,?\s+(?:which|that|\w+)\s+(?:means|meaning|translates\s+(?:as|to)|stands\s+for)\s+"
             rf"{_THE}ALIAS"),
    _pattern(rf"NAMEQ(?:,\s+|\s+\()[A-Z]\w+\s+for\s+{_THE}ALIAS"),
    _pattern(r"NAMEQ\s+\([“\"‘](?:the\s+)?ALIAS[”\"’]"),
    _pattern(rf"NAMEQ\s+(?:\(|[–—-]\s+){_THE}ALIASQ,?\s+(?:in|by\s+its)\s+(?:[\w’']+\s*){{1,4}}"
             r"(?:\)|\s[–—-])"),
    _pattern(rf"NAMEQ,\s+or\s+{_THE}ALIASQ(?:,|\s+(?:by|in|for)\s)"),
    _pattern(rf"NAMEQ\s+used\s+to\s+(?:be\s+(?:called|known\s+as|named)|call\s+\w+selves|call\s+itself)"
             rf"\s+{_THE}ALIAS"),
    _pattern(rf"NAMEQ,?\s+(?:which|who|that)?\s*(?:calls?|styles?|calling|styling)\s+(?:itself|themselves"
             rf"|himself|herself)\s+{_THE}ALIAS"),
    _pattern(r"\b(?:[Oo]nce|[Ff]ormerly|[Pp]reviously)\s+(?:called|known\s+as|named)\s+the\s+ALIAS,"
             r"\s+the\s+NAME"),
    _pattern(r"\b(?:refer(?:s|red|ring)?\s+to|call(?:s|ed|ing)?|label\w*|brand\w*|dub\w*)\s+the\s+NAME"
             r"\s+(?:as\s+)?[“\"](?:the\s+)?(?P<alias>[^“”\"]{3,40})[”\"]"),
    _pattern(r"\b[Tt]he\s+ALIAS,?\s+(?:has\s+|had\s+|have\s+|since\s+|later\s+|then\s+|now\s+|was\s+"
             r"|were\s+|been\s+)*(?:renamed(?:\s+itself|\s+themselves)?|rebranded(?:\s+itself)?(?:\s+as)?"
             r"|rechristened|changed\s+its\s+name\s+to|becomes?|became|will\s+become|is\s+now\s+called"
             rf"|calls\s+itself)\s+{_THE}NAME"),
    _pattern(r"\b[Tt]he\s+ALIAS,?\s+(?:\w+\s+){0,2}?(?:took|taken|adopted|assumed|chose|chosen)\s+(?:on\s+)?"
             rf"(?:the|its|their|a)\s+(?:\w+\s+){{0,2}}?name\s+(?:of\s+)?{_THE}NAME"),
    _pattern(r"ALIASQ,\s+as\s+(?:[\w’']+\s+){1,4}?(?:calls?|dubs?|names?)\s+the\s+NAME"),
    _pattern(r"\b(?P<alias>[A-ZÀ-Þ][A-ZÀ-Þ.-]{1,7})\s+(?:is|was|are|stands\s+for|meant|means)\s+"
             r"the\s+NAME"),
    _pattern(r"ALIASQ,\s+as\s+(?:the\s+)?NAMEQ\s+(?:is|are|was|were|calls?)\s+(?:[\w’']+\s+){0,3}?"
             r"(?:known|called|named|nicknamed|dubbed|itself|themselves|himself)\b"),
    _pattern(r"ALIASQ,\s+(?:the|an?|its|his|their)\s+(?:[\w’']+\s+){0,3}?(?:acronym|initials|abbreviation"
             r"|name|short\s+form|nickname|alias|pseudonym|translation|nom\s+de\s+guerre)\s+(?:of|for)\s+"
             r"(?:the\s+)?NAME"),
)  # fmt: skip
"""How a text says that two names are one actor's; the name that it uses first or now is NAME."""

_KNOWN_TOO = _pattern(
    r"\bKnown\s+(?:\w+\s+){0,4}?as\s+(?:the\s+)?ALIAS,\s+(?:it|they|he|she|the\s+\w+)\b"
)
"""A sentence that opens with another name of the group told before."""
_SENTENCES = 250
"""Characters of the sentence before."""


@lru_cache(maxsize=8)
def equated(text: str) -> dict[str, Phrase]:
    """Return the names that a text gives to actors beside their main ones, in small letters.

    >>> equated("The Sons of Oreth, also known as the Grey Scarves, fled.")["grey scarves"].name
    'Sons of Oreth'
    """
    found: dict[str, Phrase] = {}
    for pattern in _SAME:
        for match in pattern.finditer(text):
            name, alias = _phrase(text, match, "name"), _phrase(text, match, "alias")
            if name is not None and alias is not None and alias.name != name.name:
                found.setdefault(alias.name.casefold(), name)
    for match in _KNOWN_TOO.finditer(text):
        named = before(text, match.start(), _SENTENCES)
        if len(named) > 0:
            found.setdefault(" ".join(match["alias"].split()).casefold(), named[-1])
    return found


def _phrase(text: str, match: re.Match[str], group: str) -> Phrase | None:
    """Return a name of a match without the words that open its sentence and a possessive."""
    end = match.end(group)
    start = after_openers(text, match.start(group), end)
    name = re.sub(r"[’']s?$", "", " ".join(text[start:end].split()))
    return Phrase(name, start, start + len(name)) if len(name) > 1 else None
