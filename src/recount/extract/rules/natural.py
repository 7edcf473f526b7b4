"""Deaths that nobody inflicted: of disease, weather and the ground, told in words of harm."""

from __future__ import annotations

import re

_CAUSE = re.compile(
    r"\b(?:outbreaks?|epidemics?|pandemics?|cholera|e\.? ?coli|malaria|measles|ebola|typhoid|"
    r"influenza|flu|virus(?:es)?|bacteri\w+|infect(?:ed|ions?)|disease[sd]?|contaminat\w+|"
    r"hurricanes?|typhoons?|cyclones?|tornado(?:es)?|earthquakes?|tsunamis?|avalanches?|mudslides?|"
    r"floods?|flood(?:ing|waters?)|monsoons?|heat ?waves?|drought|famine|volcan\w+|wildfires?|"
    r"electrocut\w+|drown(?:ed|ing)|overdos\w+)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:gun\w*|shot|shoot\w*|armed|bomb\w*|explo\w+|attack\w*|clash\w*|stabb\w+|beat(?:en|ing)|"
    r"polic\w+|soldiers?|troops|militants?|rebels?|insurgen\w+|terror\w*|murder\w*|assassin\w*|"
    r"protest\w*|riot\w*|fighting|rockets?|shell(?:s|ed|ing)|air ?strikes?|looting|looted|mobs?|"
    r"kidnap\w*|abduct\w*|executed|massacre\w*|weapons?|biological|poison(?:ed|ing))\b",
    re.IGNORECASE,
)


def has_natural_cause(words: str) -> bool:
    """Return whether words tell of disease, weather or an accident, and of nobody's deed.

    >>> has_natural_cause("An outbreak of cholera killed 60 people in the district.")
    True
    >>> has_natural_cause("Soldiers shot two people who protested over the flood.")
    False
    """
    return _CAUSE.search(words) is not None and _DONE.search(words) is None
