"""Months and years of a clause that say when something other than its incident was.

"Twelve members of a militia founded in 2019 died", "the senator, who took office in January 2030,
was killed" and "two candidates for the August election were shot" tell of no incident of that time.
"""

from __future__ import annotations

import re

from recount.extract.rules.grain import Grain, grain_of
from recount.extract.rules.scan import Sentence
from recount.resources.grammar.incident_nouns import INCIDENT_OR_SEVERAL
from recount.resources.grammar.time_expression import TimeExpression

_COARSE = frozenset({Grain.MONTH, Grain.COARSE})
_NAMED_BY = re.compile(r"\b(?:the|its|their|an?|this year['’]s)\s+$", re.IGNORECASE)
_THING = re.compile(
    rf"\s+(?!{INCIDENT_OR_SEVERAL}\b|(?:when|that|which|who|where|and|or|but|in|at|on|of|to|by|was|were|is|"
    r"are|has|had|have|left|killed|wounded|injured)\b)(?:(?!and\b|or\b)[a-z][\w-]*\s+){0,2}?"
    r"(?:elections?|vote|poll|polls|referendum|deal|accord|agreement|pact|treaty|ceasefire|truce|coup|"
    r"uprising|revolution|revolt|protests?|demonstrations?|census|constitution|law|decree|summit|"
    r"conference|tournament|games|season|harvest|earthquake|floods?|invasion|war|peace)\b",
    re.IGNORECASE,
)
"""What a month or a year may name: it is that thing's, not the incident's."""
_WHO = re.compile(r"\b(?:who|whose|which|that)\b(?P<told>[^.;]*)$", re.IGNORECASE)
"""A relative clause that is still open at a time."""
_CLOSES = re.compile(
    r"\s*,|\s+(?:was|were|is|are|has|have|had|died|dead|killed|shot|fell|perished)\b", re.IGNORECASE
)
_PARTICIPLE = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!be )(?<!had )(?<!has )(?<!have )"
    r"\b(?:founded|formed|established|created|set\s+up|built|opened|displaced|uprooted|deployed|sent|"
    r"elected|appointed|named|chosen|signed|agreed|brokered|imposed|declared|announced|begun|started|born|"
    r"recruited|trained|expelled|dismissed|sacked|retired|hired|merged|renamed|installed|erected)\b"
    r"(?:\s+[\w-]+){0,7}?\s+(?:in|since|early in|late in|at the end of|last)?\s*$",
    re.IGNORECASE,
)
"""A participle that a time belongs to ("a force sent by the bloc in July")."""


def is_aside(text: str, sentence: Sentence, time: TimeExpression) -> bool:
    """Return whether a month or a year of a sentence dates something else than its incident.

    Args:
        text: the text.
        sentence: the sentence, with the words for what was done to people.
        time: one of its times.
    """
    if grain_of(time) not in _COARSE:
        return False
    before = text[sentence.start : time.start]
    if _NAMED_BY.search(before) and _THING.match(text, time.end, sentence.end):
        return True
    if not any(effect.start >= time.end for effect in sentence.effects):
        return False
    if _PARTICIPLE.search(before) is not None:
        return True
    open_clause = _WHO.search(before)
    if open_clause is None or _CLOSES.match(text, time.end, sentence.end) is None:
        return False
    since = sentence.start + open_clause.start("told")
    return not any(since <= effect.start < time.start for effect in sentence.effects)
