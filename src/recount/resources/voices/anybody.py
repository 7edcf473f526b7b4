"""Words for people that could be anybody ("a man", "the suspect"): no position is on them."""

from __future__ import annotations

import re

_LOOKS = (
    r"(?:(?:the|an?|any|no|this|that|some|one|of|two|three|four|five|several|both|another|other|"
    r"first|second|third|possible|murder|shooting|robbery|homicide|same|potential|unknown|"
    r"unidentified|unnamed|various|multiple|many|a few|\w+-dressed|uninvited|armed|masked|hooded|"
    r"young|old(?:er)?|middle-aged|black|white|hispanic|heavy-set|light-skinned|dark-skinned|tall|"
    r"deceased|injured|\d+)\s+)*"
)
_BARE_SUSPECT = re.compile(rf"{_LOOKS}(?:suspects?|shooters?)", re.IGNORECASE)
"""Words that name nobody beyond that somebody is suspected ("the suspect")."""
_ANYBODY = re.compile(
    rf"{_LOOKS}(?:m[ae]n|wom[ae]n|males?|females?|boys?|girls?|teen(?:ager)?s?|youths?|persons?|"
    r"people|individuals?|subjects?|suspects?|shooters?|offenders?|driver|passenger|brother|"
    r"sister|father|mother|son|uncle|victims?|he|she|they|who|others?|gunm[ae]n|attackers?|"
    r"assailants?|(?:suicide\s+)?(?:bombers?|attackers?)|assassins?|killers?|murderers?|perpetrators?|culprits?|(?:alleged\s+|presumed\s+|intellectual\s+)*authors|guests?|friends?|employees?|(?:armed|unidentified)\s+groups?|fighters)"
    r"(?:\s+(?:of\s+(?:men|people|youths|individuals)|(?:in|with|aboard|wearing)\s(?-i:[^A-Z]*)))?",
    re.IGNORECASE,
)
"""Words for one or several people that nobody could be told by."""


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
