"""Whether people marked as hit are who did it, are charged with it, or are told as alive."""

from __future__ import annotations

import re

from recount.model import Link, LinkRole
from recount.resolve.context import Context
from recount.resolve.deadly import tells_of_death

_DONE_BY = re.compile(
    r"\b(?:shot|kill|wound|injur|struck|hit|stabb|attack|beaten|gunned|fired|murder|slain|ambush|"
    r"assault|behead|execut|abduct|kidnap)\w*\b[^.;:\n]{0,40}\bby\s+(?:(?:an?|the|his|her|their)\s+)?$|"
    r"\b(?:shooter|gunman|gunwoman|killer|attacker|assailant|culprit|perpetrator)\s+(?:was|is|as)\s+"
    r"(?:(?:an?|the)\s+)?$",
    re.IGNORECASE,
)
_DID = re.compile(
    r"(?:\s+(?-i:[A-Z][\w’'-]+)){0,2}(?:,\s+\d{1,3},)?"
    r"(?:\s+(?:male|female|man|woman|boy|girl|teen(?:ager)?|youth|brother|friend|child))?\s+(?:"
    r"(?:(?:who|that)\s+)?[“\"]?(?:accidentally|unintentionally|mistakenly)\s+"
    r"(?:discharged|fired|shot)\b|pulled the trigger\b|(?:fired|opened fire)\b|"
    r"(?:(?:allegedly|reportedly|accidentally|fatally|then|later|first)\s+)*"
    r"(?:(?:shot|stabbed) and (?:\w+ly )?(?:killed|wounded|injured)|shot dead|kill(?:ed|s)|"
    r"stabbed|murdered|shot|shoots|wounded|injured|attacked|ambushed)[”\"]?\s+"
    r"(?:(?:an?|the|his|her|their|at least|more than)\s(?!(?:next|same|previous|following|first|"
    r"day|week|month|year|night|morning|evening|short|few|second|third|line|process|course)\b)|"
    r"(?:him|them|two|three|four|five|six|\d+)\s(?!times\b|people were)|"
    r"(?:(?!(?:with|alongside|near|beside|by|after|along|and|in|at)\b)[\w-]+\s){0,2}?"
    r"\d{1,2}-(?:year|month|week|day)-old\b))",
    re.IGNORECASE,
)
"""Words of a deed that follow its doer ("a boy shot his brother")."""
_CHARGED = re.compile(
    r"\b(?:charg(?:ed|es|ing)|accus(?:ed|es|ing)|indict(?:ed|s|ing)|convict(?:ed|s|ing)|"
    r"sentenc(?:ed|es|ing)|book(?:ed|s|ing)|prosecut(?:ed|es|ing))\s+(?:(?:and\s+)?\w+ly\s+)?$",
    re.IGNORECASE,
)
_FACES = re.compile(
    r"(?P<gap>(?:[^.;\n]{0,60}?[\w,])?)\s"
    r"(?:(?:is|are|was|were|has been|have been|had been|being)\s+"
    r"(?:\w+ly\s+|also\s+|now\s+)?(?:charged|accused|indicted|convicted|booked|jailed|sentenced)|"
    r"(?:now\s+)?faces?\s+(?:\w+\s+){0,4}?(?:charges?|counts?|trial)|ple(?:aded|d|ads)\s|"
    r"(?:surrendered|turned (?:him|her)self in)\b)",
    re.IGNORECASE,
)
_LOOK_BACK = 70
_LOOK_ON = 120
"""Characters around people in which such words stand."""


def did_it(context: Context, link: Link) -> bool:
    """Whether the people did it ("shot by her brother") or are charged with it.

    Whoever is told as hit in the same breath was hit, whatever else they did: "soldiers killed a
    man who fired at them", "the attacker was a man of 20 who was shot dead".
    """
    text, mention = context.text, link.mention
    before = text[max(0, mention.start - _LOOK_BACK) : mention.start]
    if _HIT_RIGHT_BEFORE.search(before) is not None or _WAS_HIT.match(text, mention.end):
        return False
    if _WHO_WERE_HIT.match(text, mention.end) is not None:
        return False
    if _DONE_BY.search(before) is not None:
        return True
    if _DID.match(text, mention.end) is not None:
        return True
    if link.role is not LinkRole.KILLED:
        return False
    if _KIN_OF_HIS.match(text, mention.end) is not None or _ACTS.match(text, mention.end):
        return True
    faces = _FACES.match(text[mention.end : mention.end + _LOOK_ON])
    return _CHARGED.search(before) is not None or (
        faces is not None and not tells_of_death(faces["gap"])
    )


_HIT_RIGHT_BEFORE = re.compile(
    r"\b(?:kill(?:ed|ing|s)|shot dead|shoot(?:ing|s)? dead|murder(?:ed|ing|s)|slain|"
    r"execut(?:ed|ing)|behead(?:ed|ing)|lynch(?:ed|ing)|assassinat(?:ed|ing)|wound(?:ed|ing|s)|injur(?:ed|ing|es)|"
    r"neutrali[sz](?:ed|ing)|eliminat(?:ed|ing))\s+(?:(?:at least|about|some|around|nearly)\s+)?"
    r"(?:(?:an?|the|another)\s+)?$",
    re.IGNORECASE,
)
_WAS_HIT = re.compile(
    r"(?:[^.;:\n]{0,60}?\s(?:(?:and|who|that)|(?:before|until|when)(?:\s+(?:he|she|they))?)|"
    r",(?: aged)? \d{1,3},(?: who)?)?\s+(?:was|were|being)\s+"
    r"(?:(?:themselves|himself|herself|later|then|also|in turn)\s+)?(?:shot dead|killed|slain)\b",
    re.IGNORECASE,
)
"""Words that say that people were hit, before them and behind them."""
_WHO_WERE_HIT = re.compile(
    r",?\s+who\b[^.;\n]{0,80}?,?\s(?:was|were)\s+(?:\w+\s+)?(?:killed|shot dead|slain|murdered|"
    r"executed|beheaded|wounded|injured)\b",
    re.IGNORECASE,
)
"""The same behind what else they did ("two rebels who surrendered in May were killed")."""
_KIN_OF_HIS = re.compile(
    r"['’]s\s+(?:own\s+)?(?:\d{1,2}-(?:year|month)-old\s+)?(?:step)?(?:sons?|daughters?|brothers?|"
    r"sisters?|girlfriend|boyfriend|nephew|niece|grandson|granddaughter)\b(?!['’])",
    re.IGNORECASE,
)
"""Kin behind the name of somebody, who is told only as theirs ("Vell's son")."""
_ACTS = re.compile(
    r"\s+(?:attended|tweeted|testified|announced|told\s+(?:police|reporters|investigators|officers)|"
    r"said\s+(?:in a|at a|on|that|he|she|the)\b)"
)
"""Words right behind somebody of what only the living do."""
