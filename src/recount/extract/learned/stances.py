"""Words beside a doer that tell how it is held responsible: suspected, blamed, denied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recount.extract.rules.scan import Ranged
from recount.model import Span, Stance

_NEAR = 110
"""Characters before a doer within which words speak of its part."""
_BESIDE = 20
"""Characters before a doer within which "suspected" is said of it."""
_SUSPECTED = re.compile(
    r"\b(?:suspect(?:s|ed)?|alleged(?:ly)?|presumed|believed to be|thought to be|"
    r"person of interest|on suspicion of|possible)\b",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    r"(?:\b(?:arrest(?:ed|ing|s)?|(?:search(?:ed|ing|es)?|looking|looked|hunt(?:ed|ing)?|manhunt)\s+"
    r"for|seeking|sought|in custody|warrants?\b[^.;\n]{0,30}\b(?:for|against|to arrest)|took|"
    r"arrest of|are after)\s+(?:the\s+|an?\s+|two\s+|three\s+|four\s+|at least\s+)?"
    r"(?:\d+[\w-]*\s+)?"
    r"|\bsuspects?\b[^.;\n]{0,60}\bidentified\b[^.;\n]{0,40}\bas\b[^.;\n]*"
    r"|\b(?:could|may|might|must)\s+have\s+been\s+\w+(?:\s+out)?\s+by\b[^.;\n]*"
    r"|\b(?:(?:is|was|are|were)\s+(?:\w+ly\s+)?(?:believed|thought|presumed|suspected)|probably|"
    r"possibly|presumably|apparently|supposedly)\b[^.;\n]*\bby\s+(?:the\s+|an?\s+)?)$",
    re.IGNORECASE,
)
_SUSPECTED_AFTER = re.compile(
    r"[^.;\n]{0,40}?\b(?:(?:is|was|are|were|been|being)\s+(?:also\s+|later\s+|\w+ly\s+)?(?:being\s+)?"
    r"(?:sought|wanted|suspected|held|questioned|arrested|detained|in custody|taken into custody|"
    r"apprehended)|wanted\s+(?:for|in|following|on)|on suspicion|could have|may have|might have|"
    r"allegedly|(?:is|are|was|were)\s+believed\s+to|as\s+(?:the|a)\s+(?:\w+\s+)?suspects?)\b",
    re.IGNORECASE,
)
_BLAMED_AFTER = re.compile(
    r"[^.;\n]{0,30}\b(?:charged|accused|indicted|convicted|found guilty|pleaded guilty|sentenced|"
    r"facing (?:[\w-]+ ){0,4}charges?|as the (?:\w+ )?(?:man|woman|person|gunman|shooter|killer|"
    r"attacker|bomber) who)\b",
    re.IGNORECASE,
)
_BLAMED_BEFORE = re.compile(
    r"\b(?:accus(?:ed|es|ing)|blam(?:ed|es|ing)|charg(?:ed|es|ing)|indicted|"
    r"(?:warrant|charges?)\b[^.;\n]{0,40}\b(?:for|against))\s+(?:the\s+|an?\s+)?$",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(
    r"[^.;\n]{0,20}\b(?:denied|denies|plead(?:ed|s)? not guilty|pled not guilty|rejected)\b",
    re.IGNORECASE,
)
_CLEARED_AFTER = re.compile(
    r"[^.;\n]{0,15}\b(?:has|have|had|was|were|is|are)\s+(?:not|n['’]t|never)\s+(?:yet\s+)?(?:been\s+)?"
    r"(?:charged|accused|arrested|identified|named|considered|believed)\b",
    re.IGNORECASE,
)
"""Words that hold nobody responsible ("has not been charged")."""
_LOOKS = (
    r"(?:(?:the|an?|any|no|this|that|some|one|of|two|three|four|five|several|both|another|other|"
    r"first|second|third|possible|murder|shooting|robbery|homicide|same|potential|unknown|"
    r"unidentified|unnamed|various|many|a few|\w+-dressed|uninvited|armed|masked|hooded|young|"
    r"old(?:er)?|middle-aged|black|white|hispanic|heavy-set|light-skinned|dark-skinned|tall|"
    r"deceased|injured|\d+|[\w-]+-year-old)\s+)*"
)
_BARE_SUSPECT = re.compile(rf"{_LOOKS}(?:suspects?|shooters?)", re.IGNORECASE)
"""Words that name nobody beyond that somebody is suspected ("the suspect")."""
_ANYBODY = re.compile(
    rf"{_LOOKS}(?:m[ae]n|wom[ae]n|males?|females?|boys?|girls?|teen(?:ager)?s?|youths?|persons?|"
    r"people|individuals?|subjects?|suspects?|shooters?|offenders?|driver|passenger|brother|"
    r"sister|father|mother|son|uncle|victims?|he|she|they|who|others?|gunman|attacker|"
    r"assailant|guests?|friends?|employees?|(?:armed|unidentified)\s+groups?|\w+-year-old)"
    r"(?:\s+(?:of\s+(?:men|people|youths|individuals)|(?:in|with|aboard|wearing)\s(?-i:[^A-Z]*)))?",
    re.IGNORECASE,
)
"""Words for one or several people that nobody could be told by."""


def beside(text: str, doer: Span) -> Stance | None:
    """Return the stance that the words beside a doer tell of; ``None``: they tell of none.

    >>> told = "Officers arrested a baker over the blast."
    >>> beside(told, Span(18, 25)).value
    'suspected'
    """
    before = text[max(0, doer.start - _NEAR) : doer.start]
    if _CLEARED_AFTER.match(text, doer.end):
        return None
    if _DENIED_AFTER.match(text, doer.end):
        return Stance.DENIED
    if _BLAMED_BEFORE.search(before) or _BLAMED_AFTER.match(text, doer.end):
        return Stance.BLAMED
    if names_suspect_only(doer.of(text)):
        return None
    low = max(0, doer.start - _BESIDE)
    if _SUSPECTED.search(text, low, doer.end) or _SOUGHT.search(before):
        return Stance.SUSPECTED
    return Stance.SUSPECTED if _SUSPECTED_AFTER.match(text, doer.end) else None


def names_anybody(words: str) -> bool:
    """Return whether words could stand for anybody.

    >>> names_anybody("a 19-year-old man"), names_anybody("rebels of the north")
    (True, False)
    """
    told = words.lower() if words.isupper() else words
    return _ANYBODY.fullmatch(" ".join(told.split())) is not None


def names_suspect_only(words: str) -> bool:
    """Return whether words name nobody but "the suspect".

    >>> names_suspect_only("The suspect"), names_suspect_only("a tall suspect")
    (True, False)
    """
    return _BARE_SUSPECT.fullmatch(words.strip()) is not None


_SAYS = (
    r"(?:said|says?|saying|told|tells|reported|reports?|reporting|stated|states|announced|charged|"
    r"charges|alleged|alleges?|maintain(?:ed|s)|claim(?:ed|s)|add(?:ed|s)|not(?:ed|es)|declared|"
    r"revealed|disclosed|confirmed|acknowledged|acknowledges|admitted|insist(?:ed|s)|stressed|"
    r"emphasized|emphasised|reiterated|asserted|informed|indicated|indicates|believes?|believed|"
    r"suggests?|suggested|learned|testified|denounced|showed|shows|condemn(?:ed|s)?|described)"
)
_TOLD_BEFORE = re.compile(
    rf"\b{_SAYS}\b(?:\s+(?!but\b|and\b|who\b)[\w’'-]+){{0,5}}?\s+(?:that|how)\b|\baccording\s+to\b|"
    r"\b(?:police|officials?|authorities|investigators|deputies|prosecutors|witnesses|army|military|"
    r"sources|government|detectives|officers|residents|he|she|they)\s+(?:also\s+|have\s+|had\s+)?"
    r"(?:said|says?|believe)\b",
    re.IGNORECASE,
)
_TOLD_AFTER = re.compile(
    rf"\baccording\s+to\b|[,”\"]\s*(?:[\w’'.-]+\s+){{1,6}}?{_SAYS}\b", re.IGNORECASE
)


def is_told(text: str, sentence: Span, doer: Span) -> bool:
    """Return whether words around a doer say that somebody tells of it.

    >>> told = "The army charged on Monday that rebels burned a depot."
    >>> is_told(told, Span(0, len(told)), Span(32, 38))
    True
    """
    if _TOLD_BEFORE.search(text, sentence.start, doer.start):
        return True
    return _TOLD_AFTER.search(text, doer.end, sentence.end) is not None


_BY = re.compile(
    r"\b(?:by|hands of|work of|order of|responsib\w+ (?:of|to)|involvement of)\s+"
    r"(?:(?!that\b|which\b|when\b)[\w’'\"“-]+\s+){0,4}$",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(
    r"[.;:]\s|\b(?:when|while|as|after|before|because|but|and (?:he|she|they))\b"
)
_DEED_REACH = 90
"""Characters between a doer and the word for what it did."""


def does(text: str, doer: Span, deeds: Sequence[Ranged]) -> bool:
    """Return whether a doer is told as the one of some deeds: "X attacked", "an attack by X".

    >>> told = "A depot was burned by rebels."
    >>> does(told, Span(22, 28), [Span(12, 18)])
    True
    """
    return any(_does(text, doer, deed) for deed in deeds)


def _does(text: str, doer: Span, deed: Ranged) -> bool:
    if doer.end <= deed.start <= doer.end + _DEED_REACH:
        return _CLAUSE_ENDS.search(text, doer.end, deed.start) is None
    if doer.start - _DEED_REACH <= deed.end <= doer.start:
        return _BY.search(text[deed.end : doer.start]) is not None
    return False
