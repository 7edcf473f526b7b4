"""Words for a fight between armed sides, which a side that reports it does not claim."""

from __future__ import annotations

FIGHTING = (
    r"(?:clash(?:e[sd]|ing)?|(?:com(?:e|es|ing)|came)\s+under|repel(?:s|led|ling)?|"
    r"repuls(?:e[sd]?|ing)|fought|fighting|exchang(?:e[sd]?|ing)\s+(?:of\s+)?(?:gun)?fire|"
    r"return(?:ed|ing)\s+fire|(?:gun|fire)-?\s?fights?|gun-?\s?battles?)"
)
