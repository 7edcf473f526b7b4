"""Words that govern what is told: a plan, a threat, an attempt, a possibility, a denial.

"Planned to burn the depot" tells of no fire. What governs a word stands before it in its clause
("threatened to", "a plot to", "the possibility of") or right after it ("… was foiled").
"""

from __future__ import annotations

import re
from functools import lru_cache

from recount.extract.rules.clauses import clause_before
from recount.extract.rules.memory import remembered
from recount.model import Realis

_KEPT = 1024
"""Answers that are kept: several steps ask about each trigger of a document."""
_AFTER = 60
"""Characters behind a word within which something takes it back."""
_STOP = (
    r"that|which|who|whom|when|where|while|after|before|since|because|but|although|though|than|"
    r"was|were|has|have|had|said|says|told|did|does|is|are|until|during|following|killing|"
    r"what|whether|how|why|stop|lift|end|suspend|cancel|prevent|avoid|determine|investigate|learn|identify|condemn|protest|"
    r"wounding|leaving|then"
)
_WORDS = rf"(?:(?!(?:{_STOP})\b)[\w’'“”\"-]+,?\s+)"
_TO = rf"\s+{_WORDS}{{0,4}}?[\"“]?to\s+{_WORDS}{{0,9}}$"
_OF = rf"\s+(?:(?:of|for|about|against|on|to)\s+)?{_WORDS}{{0,4}}$"
_TO_NEAR = rf"\s+{_WORDS}{{0,4}}?[\"“]?to\s+{_WORDS}{{0,4}}$"
_LIGHT = (
    r"(?:launch|carry\s+out|stage|commit|start|resume|sign|begin|hold|place|plant|establish|"
    r"organi[sz]e|conduct|continue|make|mount|try\s+to|seek\s+to|step\s+up|use|detonate)"
)
_MODAL_TAIL = (
    r"(?:\s+(?:not|also|soon|\w+ly|even|have|be|been|once|again))*"
    rf"\s+(?:{_LIGHT}\s+{_WORDS}{{0,4}})?[\"“]?$"
)

_Rule = tuple[Realis, re.Pattern[str]]
_KeyedRule = tuple[Realis, re.Pattern[str], frozenset[str]]


def _rule(realis: Realis, pattern: str) -> _Rule:
    return realis, re.compile(pattern, re.IGNORECASE)


def _keyed(realis: Realis, pattern: str, keys: str) -> _KeyedRule:
    """Return a rule with pieces of words of which each of its matches holds one.

    Looking for them is far quicker than the pattern is.
    """
    return *_rule(realis, pattern), frozenset(keys.split())


_THREAT = r"\b(?:death\s+|bomb\s+)?threat(?:s|en|ens|ened|ening|enings?)?\b"
_PLOT = (
    r"\b(?:plann?(?:s|ed|ing)?|plot(?:s|ted|ting)?|intend(?:s|ed|ing)?|intentions?|"
    r"conspir(?:e|es|ed|ing|acy|acies)|prepar(?:e|es|ed|ing|ations?)|ready|readying|schem(?:e|es|ing)|"
    r"schedul(?:e|es|ed)|vow(?:s|ed)?|pledg(?:e|es|ed)|decision|decid(?:es|ed)|about|poised|objective)"
)
_PLOT_KEYS = (
    "plan plot inten conspir prepar ready schem schedul vow pledg decision decid about poised "
    "objective"
)
_FOIL = (
    r"\b(?:foil(?:s|ed|ing)?|thwart(?:s|ed|ing)?|avert(?:s|ed)?|frustrat(?:es|ed)|dismantl(?:es|ed)|"
    r"disrupt(?:s|ed)?|break(?:s|ing)?\s+up|broke(?:n)?\s+up|uncover(?:s|ed)?|stopped|intercepted|"
    r"abort(?:s|ed)?)"
)
_BEFORE: tuple[_KeyedRule, ...] = (
    _keyed(
        Realis.FOILED,
        rf"{_FOIL}\s+{_WORDS}{{0,5}}?(?:attempts?|plans?|plots?|bid|conspiracy|schemes?)\b\s+"
        rf"(?:to|of|for|on|against|by|designed)\s+{_WORDS}{{0,12}}$",
        "foil thwart avert frustrat dismantl disrupt break broke uncover stopped intercepted abort",
    ),
    _keyed(
        Realis.FOILED,
        rf"\b(?:foil(?:s|ed|ing)?|thwart(?:s|ed|ing)?|avert(?:s|ed)?)\s+(?:that\s+)?{_WORDS}{{0,5}}$",
        "foil thwart avert",
    ),
    _keyed(Realis.THREATENED, rf"{_THREAT}{_TO}", "threat"),
    _keyed(Realis.THREATENED, rf"{_THREAT}\s+(?:of|with)\s+{_WORDS}{{0,4}}$", "threat"),
    _keyed(
        Realis.ATTEMPTED,
        rf"\b(?:attempt(?:s|ed|ing)?|tr(?:y|ies|ied|ying)|bid)\b(?:\s+unsuccessfully)?{_TO_NEAR}",
        "attempt try tries tried bid",
    ),
    _keyed(
        Realis.ATTEMPTED,
        r"\b(?:attempted|failed|unsuccessful|abortive|botched)\s+(?:[\w-]+\s+){0,2}$",
        "attempted failed unsuccessful abortive botched",
    ),
    _keyed(Realis.PLANNED, rf"{_PLOT}\b{_TO}", _PLOT_KEYS),
    _keyed(
        Realis.PLANNED,
        rf"\b(?:plann?(?:s|ing)|plots?|preparing|plotting|conspiracy|scheduled?|call(?:s|ed)?\s+for|"
        rf"organi[sz]ing|sponsoring){_OF}",
        "plan plot prepar conspiracy schedul call organi sponsoring",
    ),
    _keyed(
        Realis.PLANNED,
        r"\b(?:planned|upcoming|scheduled)\s+(?:[\w-]+\s+){0,2}$",
        "planned upcoming scheduled",
    ),
    _keyed(Realis.THREATENED, rf"\b(?:we|i)\s+(?:will|shall){_MODAL_TAIL}", "will shall"),
    _keyed(
        Realis.THREATENED,
        rf"\b(?:warn(?:s|ed|ing)?|threat(?:s|en|ens|ened)?|or\s+else)\b[^.;]*\bwill{_MODAL_TAIL}",
        "will",
    ),
    _keyed(Realis.HYPOTHETICAL, rf"\bif\b[^.;]*\bwill{_MODAL_TAIL}", "will"),
    _keyed(
        Realis.PLANNED,
        rf"\b(?:will|shall|[’']ll|going\s+to){_MODAL_TAIL}",
        "will shall ’ll 'll going",
    ),
    _keyed(
        Realis.HYPOTHETICAL,
        rf"\b(?:possibilit(?:y|ies)|risks?|danger|fears?|prospects?|likelihood|proposals?|offers?)\s+"
        rf"(?:of|for)\s+{_WORDS}{{0,5}}$",
        "possib risk danger fear prospect likelihood proposal offer",
    ),
    _keyed(
        Realis.HYPOTHETICAL,
        rf"\b(?:willing(?:ness)?|likely|unlikely|capable|capability|capacity|expect(?:s|ed)?){_TO_NEAR}",
        "willing likely capab capac expect",
    ),
    _keyed(
        Realis.HYPOTHETICAL,
        rf"\b(?:could|might|may(?!\s+\d)|would){_MODAL_TAIL}",
        "could might may would",
    ),
    _keyed(
        Realis.HYPOTHETICAL, rf"\b(?:if|unless|in\s+case\s+of)\s+{_WORDS}{{0,5}}$", "if unless case"
    ),
)
_KEYS = tuple(frozenset().union(*(keys for _, _, keys in _BEFORE)))
"""Each piece once: rules share them."""
_FOLLOWING: tuple[_Rule, ...] = (
    _rule(Realis.THREATENED, r"\s+(?:threats?|warnings?)\b"),
    _rule(Realis.ATTEMPTED, r"\s+attempts?\b"),
    _rule(Realis.PLANNED, r"\s+(?:plots?|plans?)\b"),
    _rule(
        Realis.FOILED,
        r"\s+(?:\w+\s+){0,4}?(?:was|were|been|is)\s+(?:\w+ly\s+)?(?:foiled|thwarted|averted|prevented)\b",
    ),
    _rule(
        Realis.ATTEMPTED,
        r"\s+(?:\w+\s+){0,4}?(?:failed|did\s+not|didn['’]t)\s+(?:to\s+)?(?:explode|detonate|go\s+off)\b",
    ),
    _rule(
        Realis.PLANNED,
        r"\s+(?:\w+\s+){0,3}?(?:is|are|was|were)\s+(?:forthcoming|imminent|planned|scheduled|due|"
        r"expected|pending)\b|,?\s+(?:which\s+is\s+)?scheduled\b",
    ),
    _rule(
        Realis.HYPOTHETICAL,
        r"\s+(?:\w+\s+){0,2}?(?:may|might|could|would|can)\s+(?:be|happen|occur)\b",
    ),
)
_INSIDE: tuple[_Rule, ...] = (
    _rule(Realis.FOILED, r"\b(?:foiled|thwarted|averted)\b"),
    _rule(Realis.THREATENED, r"\bthreat(?:s|en|ens|ened|ening)?\b"),
    _rule(Realis.ATTEMPTED, r"\battempt(?:s|ed|ing)?\b|\btr(?:ied|ying)\s+to\b"),
    _rule(Realis.PLANNED, r"\b(?:plots?|plotted|planned|plans?)\b"),
)
"""What the words themselves say they are ("death threats", "an assassination attempt")."""
_PAST = re.compile(
    r"\w+ed\b|(?:shot|blew|struck|fought|broke|threw|burnt|took|fell|killed|died|hit)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:be|been|being|get|was|were)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:did|does|do|has|have|had|was|were|is|are)(?:\s+(?:not|never)|n['’]t)\s+(?:been\s+)?$",
    re.IGNORECASE,
)
_FOILED_ATTEMPT = re.compile(rf"{_FOIL}\s+{_WORDS}{{0,5}}$", re.IGNORECASE)
_DENIED = re.compile(
    rf"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut(?:es|ed)|dismiss(?:es|ed))\s+"
    rf"{_WORDS}{{0,3}}?(?:(?:rumou?rs?|reports?|claims?|allegations?)\b|that\b)[^.;]{{0,60}}$",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"[^.!?\n]{0,90}[.!?][\"”]?\s+(?:"
    r"(?:(?i:it|they|this|that|there))\s+(?:has|had|have|was|were|is|did|does)(?:n['’]t|\s+not)"
    r"(?:\s+(?:been|true|so|happened?|the\s+case))?\s*[.!]|"
    r"(?:[^.!?\n]{1,60}[.!?]\s+)?(?:FALSE|FAKE|UNTRUE|NOT TRUE|"
    r"(?i:this|that|it)\s+(?:is|was|proved)\s+(?i:false|fake|untrue|wrong|not true|a hoax))\b)"
)
"""The next sentence, where it takes back what was told ("It hasn't been.")."""
_KNOWN = re.compile(r"(?:this|these|that|those)\b", re.IGNORECASE)
"""Words that point back to what was told before."""


@lru_cache(maxsize=_KEPT)
def governed(text: str, start: int, end: int) -> Realis | None:
    """Return the realis that the words around ``text[start:end]`` give it, if they give any.

    >>> told = "The rebels have threatened to burn the depot."
    >>> governed(told, 30, 34).value
    'threatened'
    """
    if remembered(text, start, end):
        return Realis.COMMEMORATED
    before = clause_before(text, start)
    for realis, pattern in _INSIDE:
        if pattern.search(text, start, end):
            return Realis.FOILED if _FOILED_ATTEMPT.search(before) else realis
    for realis, pattern in _FOLLOWING:
        if pattern.match(text, end, min(len(text), end + _AFTER)):
            return realis
    if _DENIED.search(before) is not None and _KNOWN.match(text, start, end) is None:
        return Realis.DENIED
    if _TAKEN_BACK.match(text, end) is not None:
        return Realis.DENIED
    return _governed_before(before, text, start)


def _governed_before(before: str, text: str, start: int) -> Realis | None:
    """Return what the words before a place in its clause give what begins there."""
    low = before.lower()
    present = [key for key in _KEYS if key in low]
    rules = [rule for rule in _BEFORE if not rule[2].isdisjoint(present)] if present else []
    if len(rules) > 0 and _PAST.match(text, start) is not None and _PASSIVE.search(before) is None:
        rules = [rule for rule in rules if rule[0] is Realis.FOILED]
    for realis, pattern, _ in rules:
        if pattern.search(before) is not None:
            return realis
    return Realis.DENIED if _NEGATED.search(before) is not None else None
