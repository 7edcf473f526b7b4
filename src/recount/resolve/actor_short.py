"""Pronouns and short forms: words that stand for somebody named before ("it", "the group")."""

from __future__ import annotations

import re

GROUP = re.compile(
    r"^(?:the|this|that|these|those|its|their|both|such)\s+(?:[\w-]+\s+){0,2}?"
    r"(group|groups|organi[sz]ation|movement|network|affiliate|branch|outfit|faction|cell|gang|"
    r"cartel|insurgency|militia|front|party|army|brigade|coalition|alliance|regime|forces?|"
    r"franchise|offshoot|militants?|rebels?|insurgents?|guerrillas?|terrorists?|fighters?|"
    r"extremists?|jihadists?|separatists?|brotherhood|legion|column|battalion|regiment|"
    r"guards(?:men)?|committee|council|union|league|mission|peacekeepers|commandos|clan)"
    r"(?:['’]?s?)$"
)
IN_FULL = re.compile(r"[Tt]he(?:\s+[A-Z][a-z]+(?:-[A-Z][a-z]+)?){2,4}$")
SEVERAL = re.compile(
    r"^(?:the|these|those|both)\s+(?:two|three|both|rival|various|other)\s+(?:\w+\s+)?\w+s$|^both\b.*s$"
)
STATE_SHORT = re.compile(
    r"^(?:the|its|their)\s+(?:(?!rebel|militant|insurgent|guerrilla|separatist)\w+\s+)?(government|military|army|regime|authorities|troops|forces)$"
)
ANY_GROUP = frozenset({"group", "groups", "organization", "organisation", "movement", "outfit"})
"""Nouns that any group may be called by."""

PERSONAL = re.compile(r"^(?:he|she|i|you|him|her|his|himself|herself|one|someone|who|whom)$")
PLURAL = re.compile(
    r"^(?:it|they|them|its|their|itself|themselves|we|us|our|which|that|those|these)$"
)
OURS = re.compile(r"^(?:we|us|our|ours)$")
SAYS = re.compile(r"\b(?:said|says|stated|declared|wrote|read|added)\b[^.“”\"]{0,20}[“\"][^”\"]*$")
"""Words before "we" that tell whose words it opens."""
SAID_BEFORE = 60
"""Characters before "we" in which such words stand."""
