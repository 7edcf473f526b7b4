"""Whether words, or a whole report, tell of death."""

from __future__ import annotations

import re
from functools import lru_cache

from recount.resources.grammar.death_phrases import DIED_IN_PHRASE, PUT_TO_DEATH

_DEATH = re.compile(
    r"\b(?:kill\w*|dead\w*|deaths?|di(?:ed|es|e)|dying|fatal\w*|slain|slay\w*|murder\w*|"
    r"(?:homi|sui|femi|infanti|fratri|geno)cid\w+|assassin\w*|execut\w*|massacr\w*|deceased|bod(?:y|ies)|corpses?|"
    r"(?<!for their )lives|"
    r"(?:lost|loses?|losing|took|taken?|taking|cost|claim\w*)\b[^.;]{0,40}\bli(?:fe|ves)|"
    r"perish\w*|martyr\w*|lynch\w*|butcher\w*|slaughter\w*|behead\w*|neutrali[sz]\w+|eliminat\w+|"
    r"succumb\w*|manslaughter|autops\w+|coroner\w*|morgue|mortuary|funerals?|buried|burial|"
    r"mourn\w*|remember\w*|memorial\w*|vigils?|tributes?|tolls?|lifeless|"
    r"hack(?:ed|ing)|hang(?:ed|ing)|drown\w*|(?<!badly )(?<!severely )(?<!slightly )burn(?:ed|t)|"
    r"incinerat\w+|blown up|(?:not|n['’]t) (?:survive|make it)|passed away|medical examiner\w*|"
    rf"{PUT_TO_DEATH}|{DIED_IN_PHRASE})\b",
    re.IGNORECASE,
)
"""Words that tell of death, or of what follows it."""
_SURE_DEATH = re.compile(
    r"\b(?:kill\w*|dead|deadly|deaths?|died|dies|dying|fatal\w*|slain|slay\w*|murder\w*|homicid\w+|"
    r"manslaughter|suicid\w+|assassin\w*|execut\w+|massacr\w*|deceased|corpses?|morgue|autops\w+|"
    r"coroner\w*|succumb\w*|funerals?|perish\w*|martyr\w*|medical examiner\w*|passed away|bodies|"
    r"(?:lost|took|claimed) (?:his|her|their|the|\w+) li(?:fe|ves)|behead\w*|"
    r"burial|buried|vigil|neutrali[sz]\w+|eliminat\w+|liquidat\w+|slaughter\w*|butcher\w*|"
    r"lynch\w*|drown\w*|loss of life|lives lost|casualties|victims? identified|"
    rf"{PUT_TO_DEATH}|{DIED_IN_PHRASE})\b",
    re.IGNORECASE,
)
"""Words of which a report that tells of a death has one."""
_NO_DEATH = re.compile(
    r"\battempt(?:ed|ing|s)?\s+(?:[\w-]+\s+){0,2}?(?:murder|homicide|manslaughter|kill)[\w-]*|"
    r"\b(?:deadly|dangerous)\s+(?:weapons?|conduct|force|assault)|\b(?:homicide|murder)\s+"
    r"(?:detectives?|investigators?|unit|squad|division)|\bdeath\s+threats?|"
    r"\b(?:nearly|almost)\s+(?:killed|died)|\bnon-?\s?fatal\w*",
    re.IGNORECASE,
)
"""Such words where nobody died."""


def without_attempts(words: str) -> str:
    """Return the words less those that sound of death where nobody need have died.

    >>> without_attempts("It was an attempted murder-suicide.")
    'It was an  .'
    """
    return _NO_DEATH.sub(" ", words)


def tells_of_death(words: str) -> bool:
    """Return whether words tell of death, or of what follows it.

    >>> tells_of_death("Three were found dead."), tells_of_death("Three were shot.")
    (True, False)
    """
    return _DEATH.search(words) is not None


@lru_cache(maxsize=4)
def is_deadly(text: str) -> bool:
    """Return whether a text tells of death at all, attempts and police units aside."""
    return _SURE_DEATH.search(without_attempts(text)) is not None
