"""How a text says that two names are one actor's: "known as", "formerly", "alias", "renamed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from recount.model import Span
from recount.resolve.actor_phrases import PHRASE, Phrase, after_openers, before


@dataclass(frozen=True, slots=True)
class _Wording:
    """One way to equate two names, with words without which it cannot stand in a text.

    The pattern is tried at every name of a text; looking for a word first is far quicker. Of
    each group of cues one must stand in the text, in which any blanks are written as one.
    """

    pattern: re.Pattern[str]
    cues: tuple[tuple[str, ...], ...]

    def matches(self, text: str, plain: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a text; ``plain``: the text with single blanks."""
        if not all(any(cue in plain for cue in group) for group in self.cues):
            return
        for near in _around(text, self.cues):
            yield from self.pattern.finditer(text, near.start, near.end)


_NEAR = 200
"""Characters around a cue within which a wording lies: two names and a few words."""


def _around(text: str, cues: Sequence[Sequence[str]]) -> list[Span]:
    """Return the stretches around the rarest cues of a text, apart; else the whole text."""
    flat = _flat(text)
    found = min(
        (sorted(at for cue in group for at in _places(flat, cue)) for group in cues), key=len
    )
    if len(found) == 0:
        return [Span(0, len(text))]
    near: list[Span] = []
    for at in found:
        start, end = max(0, at - _NEAR), min(len(text), at + _NEAR)
        if near and start <= near[-1].end:
            near[-1] = Span(near[-1].start, end)
        else:
            near.append(Span(start, end))
    return near


def _places(text: str, cue: str) -> Iterator[int]:
    at = text.find(cue)
    while at >= 0:
        yield at
        at = text.find(cue, at + 1)


_BLANKS = str.maketrans("\n\t\r\xa0", "    ")


@lru_cache(maxsize=8)
def _flat(text: str) -> str:
    """Return a text with a blank for each mark of a new line, of the same length."""
    return text.translate(_BLANKS)


def _wording(words: str, *cues: tuple[str, ...]) -> _Wording:
    """Return a wording in which NAME and ALIAS stand for names, Q for a quotation mark."""
    whole = words.replace("NAME", f"(?P<name>{PHRASE.pattern})")
    whole = whole.replace("ALIAS", f"(?P<alias>{PHRASE.pattern})")
    return _Wording(re.compile(whole.replace("Q", "[“\"‘'”’]?")), cues)


_LATELY = (
    r"(?:now|also|better|best|sometimes|formerly|previously|locally|once|originally|commonly|widely"
    r"|popularly|variously|simply|otherwise)\s+"
)
_BEING = r"(?:(?:who|which|that)\s+)?(?:(?:is|was|are|were|has\s+been)\s+)?"
_THE = r"Q(?:the\s+)?Q"

_BESIDE = (
    "formerly",
    "previously",
    "once",
    "until",
    "alias",
    "ak",
    "a.k",
    "nicknamed",
    "born",
    "née",
    "nee",
    "real",
    "code",
    "nom",
)
"""How words begin that stand between two names, behind a comma or a bracket."""

_SAME = (
    _wording(r"\b[Tt]he\s+NAME\s+\((?:the\s+)?[“\"]?(?P<alias>[A-ZÀ-Þ][A-ZÀ-Þ.]{1,7})\b",
             (" (",)),
    _wording(rf"NAMEQ,?\s+{_BEING}(?:{_LATELY})*known\s+(?:[\w’']+\s+){{0,5}}?as\s+{_THE}ALIAS",
             ("known",)),
    _wording(rf"NAMEQ(?:,\s+{_BEING}|\s+(?:is|was|are|were)\s+)(?:{_LATELY})*"
             rf"(?:called|named|nicknamed|dubbed|styled)\s+{_THE}ALIAS",
             ("called", "named", "dubbed", "styled")),
    _wording(rf"NAMEQ(?:,\s+|\s+\()(?:formerly|previously|once|until\s+recently|alias|a\.?k\.?a\.?"
             rf"|nicknamed|born|n[ée]e|real\s+name|code-?named|nom\s+de\s+guerre),?\s+{_THE}ALIAS",
             tuple(f"{mark}{word}" for mark in (", ", "(") for word in _BESIDE)),
    _wording(rf"NAMEQ\s+(?:alias|a\.?k\.?a\.?|n[ée]e)\s+{_THE}ALIAS",
             (" alias ", " a.k", " ak", " née ", " nee ")),
    _wording(rf"NAMEQ,\s+(?:which|whom|who|that)\s+(?:[\w’']+\s+){{1,4}}?(?:calls?|called|dub(?:s|bed)?"
             rf"|nicknames?d?|refers?\s+to\s+as|knows?\s+as)\s+{_THE}ALIAS",
             (", which ", ", whom ", ", who ", ", that "),
             ("call", "dub", "nickname", "refer", "know")),
    _wording(rf"NAMEQ,?\s+whose\s+(?:[\w’']+\s+){{0,3}}?(?:name|title|initials|nickname|acronym"
             rf"|abbreviation|nom\s+de\s+guerre)\s+(?:is|was|are|were|means|meant"
             rf"|translates\s+(?:as|to))\s+{_THE}ALIAS",
             (" whose ",)),
    _wording(rf"NAMEQ,?\s+(?:which|that|\w+)\s+(?:means|meaning|translates\s+(?:as|to)|stands\s+for)\s+"
             rf"{_THE}ALIAS",
             ("means", "meaning", "translates", "stands for")),
    _wording(rf"NAMEQ(?:,\s+|\s+\()[A-Z]\w+\s+for\s+{_THE}ALIAS",
             (" for ",), (", ", " (")),
    _wording(r"NAMEQ\s+\([“\"‘](?:the\s+)?ALIAS[”\"’]",
             (' (“', ' ("', ' (‘')),
    _wording(rf"NAMEQ\s+(?:\(|[–—-]\s+){_THE}ALIASQ,?\s+(?:in|by\s+its)\s+(?:[\w’']+\s*){{1,4}}"
             r"(?:\)|\s[–—-])",
             (" (", " – ", " — ", " - "), (" in ", " by its ")),
    _wording(rf"NAMEQ,\s+or\s+{_THE}ALIASQ(?:,|\s+(?:by|in|for)\s)",
             (", or ",)),
    _wording(rf"NAMEQ\s+used\s+to\s+(?:be\s+(?:called|known\s+as|named)|call\s+\w+selves|call\s+itself)"
             rf"\s+{_THE}ALIAS",
             (" used to ",)),
    _wording(rf"NAMEQ,?\s+(?:which|who|that)?\s*(?:calls?|styles?|calling|styling)\s+(?:itself|themselves"
             rf"|himself|herself)\s+{_THE}ALIAS",
             ("call", "styl"), ("itself", "themselves", "himself", "herself")),
    _wording(r"\b[Tt]he\s+ALIAS,?\s+(?:who|which)\s+(?:now|since\s+then|today)\s+calls?\s+(?:itself|themselves)"
             rf"\s+{_THE}NAME",
             ("now call", "then call", "today call")),
    _wording(r"\b[Tt]he\s+ALIAS,?\s+(?:has\s+|had\s+|have\s+|later\s+|then\s+)*(?:changed\s+(?:its|their)\s+name"
             rf"\s+to|rebranded\s+(?:itself|themselves)\s+as|renamed\s+themselves)\s+{_THE}NAME",
             ("changed their", "changed its", "rebranded", "renamed")),
    _wording(r"\b(?:called|known\s+as|named)\s+the\s+ALIAS\s+(?:until|before|up\s+to)\s+(?:[\w’']+\s+){1,4}?"
             rf"(?:and\s+)?(?:(?:is|are)\s+)?now\s+(?:called\s+|known\s+as\s+)?{_THE}NAME",
             (" now ",), (" until ", " before ", " up to ")),
    _wording(r"\b(?:[Oo]nce|[Ff]ormerly|[Pp]reviously)\s+(?:called|known\s+as|named)\s+the\s+ALIAS,"
             r"\s+the\s+NAME",
             ("called the ", "known as the ", "named the ")),
    _wording(r"\b(?:refer(?:s|red|ring)?\s+to|call(?:s|ed|ing)?|label\w*|brand\w*|dub\w*)\s+the\s+NAME"
             r"\s+(?:as\s+)?[“\"](?:the\s+)?(?P<alias>[^“”\"]{3,40})[”\"]",
             ("refer", "call", "label", "brand", "dub"), (" the ",), ("“", '"')),
    _wording(r"\b[Tt]he\s+ALIAS,?\s+(?:has\s+|had\s+|have\s+|since\s+|later\s+|then\s+|now\s+|was\s+"
             r"|were\s+|been\s+)*(?:renamed(?:\s+itself|\s+themselves)?|rebranded(?:\s+itself)?(?:\s+as)?"
             r"|rechristened|changed\s+its\s+name\s+to|becomes?|became|will\s+become|is\s+now\s+called"
             rf"|calls\s+itself)\s+{_THE}NAME",
             ("renamed", "rebranded", "rechristened", "changed its", "become", "became",
              "now called", "calls itself")),
    _wording(r"\b[Tt]he\s+ALIAS,?\s+(?:\w+\s+){0,2}?(?:took|taken|adopted|assumed|chose|chosen)\s+(?:on\s+)?"
             rf"(?:the|its|their|a)\s+(?:\w+\s+){{0,2}}?name\s+(?:of\s+)?{_THE}NAME",
             ("took", "taken", "adopted", "assumed", "chose"), ("name ",)),
    _wording(r"ALIASQ,\s+as\s+(?:[\w’']+\s+){1,4}?(?:calls?|dubs?|names?)\s+the\s+NAME",
             (", as ",)),
    _wording(r"\b(?P<alias>[A-ZÀ-Þ][A-ZÀ-Þ.-]{1,7})\s+(?:is|was|are|stands\s+for|meant|means)\s+"
             r"the\s+NAME",
             (" is the ", " was the ", " are the ", " stands for the ", " meant the ",
              " means the ")),
    _wording(r"ALIASQ,\s+as\s+(?:the\s+)?NAMEQ\s+(?:is|are|was|were|calls?)\s+(?:[\w’']+\s+){0,3}?"
             r"(?:known|called|named|nicknamed|dubbed|itself|themselves|himself)\b",
             (", as ",), ("known", "called", "named", "dubbed", "itself", "themselves", "himself")),
    _wording(r"ALIASQ,\s+(?:the|an?|its|his|their)\s+(?:[\w’']+\s+){0,3}?(?:acronym|initials|abbreviation"
             r"|name|short\s+form|nickname|alias|pseudonym|translation|nom\s+de\s+guerre)\s+(?:of|for)\s+"
             r"(?:the\s+)?NAME",
             ("acronym", "initials", "abbreviation", "name of", "name for", "short form", "alias",
              "pseudonym", "translation", "nom de guerre")),
)  # fmt: skip
"""How a text says that two names are one actor's; the name that it uses first or now is NAME."""

_KNOWN_TOO = _wording(
    r"\bKnown\s+(?:\w+\s+){0,4}?as\s+(?:the\s+)?ALIAS,\s+(?:it|they|he|she|the\s+\w+)\b",
    ("Known ",),
)
"""A sentence that opens with another name of the group told before."""
_AS_CALLED = _wording(
    r"\b[Tt]he\s+ALIAS,\s+as\s+(?:[\w’']+\s+){0,4}?(?:calls?|knows?)\s+(?:it|them|him|her)\b",
    (", as ",),
    ("call", "know"),
)
"""Another name of the group told before, with who calls it so ("The Salts, as we call them")."""
_WING = _wording(
    rf"NAMEQ,\s+{_BEING}the\s+(?P<kind>armed|military|political|youth|student)\s+wing\s+of\s+"
    r"(?:the\s+)?(?P<whole>" + PHRASE.pattern + ")",
    (" wing of ",),
)
"""A group that is a wing of another, which the text may then name by that."""
_SENTENCES = 250
"""Characters of the sentence before."""


@lru_cache(maxsize=8)
def equated(text: str) -> dict[str, Phrase]:
    """Return the names that a text gives to actors beside their main ones, in small letters.

    >>> equated("The Sons of Oreth, also known as the Grey Scarves, fled.")["grey scarves"].name
    'Sons of Oreth'
    """
    found: dict[str, Phrase] = {}
    plain = " ".join(text.split())
    for wording in _SAME:
        for match in wording.matches(text, plain):
            name, alias = _phrase(text, match, "name"), _phrase(text, match, "alias")
            if name is not None and alias is not None and alias.name != name.name:
                found.setdefault(alias.name.casefold(), name)
    for match in (*_KNOWN_TOO.matches(text, plain), *_AS_CALLED.matches(text, plain)):
        named = before(text, match.start(), _SENTENCES)
        if len(named) > 0:
            found.setdefault(" ".join(match["alias"].split()).casefold(), named[-1])
    for match in _WING.matches(text, plain):
        name, whole = _phrase(text, match, "name"), _phrase(text, match, "whole")
        if name is not None and whole is not None:
            kind, of = match["kind"], whole.name.casefold()
            for told in (f"{of}'s {kind} wing", f"{of}’s {kind} wing", f"{kind} wing of the {of}"):
                found.setdefault(told, name)
    return found


def _phrase(text: str, match: re.Match[str], group: str) -> Phrase | None:
    """Return a name of a match without the words that open its sentence and a possessive."""
    end = match.end(group)
    start = after_openers(text, match.start(group), end)
    name = re.sub(r"[’']s?$", "", " ".join(text[start:end].split()))
    return Phrase(name, start, start + len(name)) if len(name) > 1 else None
