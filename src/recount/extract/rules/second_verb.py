"""People told once for two verbs: "18 passengers were taken off buses and shot dead"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recount.extract.rules.scan import Effect
from recount.resources.grammar.quantity import Quantity

_KILLED = re.compile(
    r"(?:shot|stabbed|beaten|hacked|burn(?:ed|t)|tortured) (?:dead|to death)|killed|executed|"
    r"murdered|beheaded|massacred|slaughtered|gunned down|lynched|assassinated",
    re.IGNORECASE,
)
_FIRST_VERB = re.compile(
    r"(?:\s+(?!and\b|but\b|who\b|that\b|which\b)[\w’'-]+){0,4}?\s+(?:were|was)\s+(?:\w+ly\s+)?"
    r"(?:abducted|kidnapped|taken|seized|captured|dragged|pulled|forced|led|herded|rounded|lined|tied|bound|"
    r"blindfolded|detained|arrested|held|stopped|ordered|made|ambushed|attacked|offloaded|removed|separated|"
    r"singled|stripped|marched|driven|chased|surrounded|tortured|raped|beaten|robbed|shot)\b"
    r"(?P<between>[^.;:]*?),?\s+and\s+(?:then\s+|later\s+|subsequently\s+)?",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:who|which|while|when|but|after|before)\b|\d", re.IGNORECASE)
"""What may bring in somebody else between the two verbs."""


def subject_of_second(
    text: str, effect: Effect, quantities: Sequence[Quantity], floor: int
) -> Quantity | None:
    """Return the number of people of a passive verb to which an effect is joined by "and".

    Args:
        text: the text.
        effect: words for the second verb.
        quantities: the numbers of people of its sentence, in order.
        floor: where the clause begins.
    """
    if _KILLED.fullmatch(text, effect.start, effect.end) is None:
        return None
    ahead = [q for q in quantities if floor <= q.start and q.end <= effect.start]
    for quantity in ahead[:1]:
        found = _FIRST_VERB.fullmatch(text, quantity.end, effect.start)
        if found is not None and _OTHERS.search(found["between"]) is None:
            return quantity
    return None
