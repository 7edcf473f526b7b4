"""Words beside a doer that tell how it is held responsible: suspected, blamed, denied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recount.extract.rules.scan import Ranged
from recount.model import Span, Stance
from recount.resources.voices.anybody import names_suspect_only
from recount.resources.voices.finder import VIOLENCE

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
    r"(?:(?!\band\b)[^.;\n]){0,40}?\b(?:(?:is|was|are|were|been|being)\s+(?:also\s+|later\s+|\w+ly\s+)?(?:being\s+)?"
    r"(?:sought|wanted|suspected|held|questioned|arrested|detained|in custody|taken into custody|"
    r"apprehended)|wanted\s+(?:for|in|following|on)|on suspicion|could have|may have|might have|"
    r"allegedly|(?:is|are|was|were)\s+believed\s+to|as\s+(?:the|a)\s+(?:\w+\s+)?suspects?)\b",
    re.IGNORECASE,
)
_BLAMED_AFTER = re.compile(
    r"[^.;\n]{0,30}?\b(?:(?:was|were|is|are|been|being|be|and)\s+(?:\w+\s+){0,2}?(?:charged|accused|"
    r"indicted|convicted|sentenced)|(?:charged|accused|indicted|convicted)\s+(?:with|of|in|over|"
    r"for)|found guilty|pleaded guilty|"
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
    r"[^.;\n]{0,20}\b(?:denied|denies|plead(?:ed|s)? not guilty|pled not guilty|"
    r"rejected(?!\s+(?:the|a|any|this|that|peace|talks)\s+(?:[\w-]+\s+){0,3}(?:deal|accord|agreement|offer|talks|truce|"
    r"ceasefire|amnesty|plan|terms|proposal|process|treaty|election)s?\b))\b",
    re.IGNORECASE,
)
_CLEARED_AFTER = re.compile(
    r"[^.;\n]{0,15}\b(?:(?:has|have|had|was|were|is|are)\s+(?:not|n['’]t|never)\s+(?:yet\s+)?(?:been\s+)?"
    r"(?:charged|accused|arrested|identified|named|considered|believed|responsible|involved|behind|there|"
    r"in\s+the|at\s+the|near)|(?:had|has|have)\s+(?:nothing\s+to\s+do|no\s+(?:part|role|hand))|"
    r"(?:did|do|does)\s+not\b|(?:was|were|is|are)\s+(?:sought|wanted|questioned)\s+as\s+a\s+witness)",
    re.IGNORECASE,
)
"""Words that hold nobody responsible ("has not been charged")."""


def beside(text: str, doer: Span) -> Stance | None:
    """Return the stance that the words beside a doer tell of; ``None``: they tell of none.

    >>> told = "Officers arrested a baker over the blast."
    >>> beside(told, Span(18, 25)).value
    'suspected'
    """
    before = text[max(0, doer.start - _NEAR) : doer.start]
    if is_cleared(text, doer):
        return None
    if _DENIED_AFTER.match(text, doer.end):
        return Stance.DENIED
    if _BLAMED_BEFORE.search(before) or _is_accused(text, doer):
        return Stance.BLAMED
    if names_suspect_only(doer.of(text)):
        return None
    low = max(0, doer.start - _BESIDE)
    if _SUSPECTED.search(text, low, doer.end) or _SOUGHT.search(before):
        return Stance.SUSPECTED
    return Stance.SUSPECTED if _SUSPECTED_AFTER.match(text, doer.end) else None


def _is_accused(text: str, doer: Span) -> bool:
    """Whether the words behind a doer charge it with a deed of violence, or with what was told."""
    found = _BLAMED_AFTER.match(text, doer.end)
    if found is None or _MAY_BE.search(found.group()):
        return False
    of = _OF_WHAT.match(text, found.start(), found.end()) or _OF_WHAT.match(text, found.end())
    return of is None or _VIOLENT.match(text, found.end()) is not None


_MAY_BE = re.compile(r"\b(?:could|may|might|would|should|wrongly|falsely|not)\b", re.IGNORECASE)
_OF_WHAT = re.compile(r"[^.;]*?\b(?:with|of|over|for)\s*$|\s+(?:with|of|over|for)\b", re.IGNORECASE)
_VIOLENT = re.compile(rf"[^.;\n]{{0,70}}?\b\w*{VIOLENCE}", re.IGNORECASE)


def is_cleared(text: str, doer: Span) -> bool:
    """Return whether the words behind a doer hold it not responsible.

    >>> told = "He said his followers had nothing to do with it."
    >>> is_cleared(told, Span(8, 21))
    True
    """
    return _CLEARED_AFTER.match(text, doer.end) is not None


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
    rf"(?:said|says?|believe)\b|,\s+(?:[\w’'.-]+\s+){{1,4}}{_SAYS},\s",
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


_PASSIVE = re.compile(
    r"\b(?:was|were|been|being)\s+(?:(?:all|also|later|both|\w+ly)\s+){0,2}[\"“]?$", re.IGNORECASE
)
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
    if _is_object(text, doer, deeds):
        return False
    return any(_does(text, doer, deed) for deed in deeds)


def _is_object(text: str, doer: Span, deeds: Sequence[Ranged]) -> bool:
    """Whether words are what a deed was done to ("struck the marchers, killing one")."""
    return any(
        deed.end <= doer.start
        and _OBJECT.fullmatch(text, deed.end, doer.start) is not None
        and not text[: deed.start].rstrip().lower().endswith((" was", " were", " been", " being"))
        for deed in deeds
    )


_OBJECT = re.compile(
    r"\s+(?:(?:the|an?|his|her|their|its|some|several|\w+teen|two|three|\d+)\s+){0,2}"
)


def _does(text: str, doer: Span, deed: Ranged) -> bool:
    if doer.end <= deed.start <= doer.end + _DEED_REACH:
        if _PASSIVE.search(text, doer.end, deed.start):
            return False  # "militants who fled were killed" tells what befell them
        return _CLAUSE_ENDS.search(text, doer.end, deed.start) is None
    if doer.start - _DEED_REACH <= deed.end <= doer.start:
        return _BY.search(text[deed.end : doer.start]) is not None
    return False
