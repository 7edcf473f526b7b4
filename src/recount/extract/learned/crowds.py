"""The type of what befalls a crowd, or is done by one: force at protests, mobs, brawls.

The kinds are ACLED's: deadly force against peaceful people is excessive force, gas and batons are
an intervention, and people who throw stones take part in a violent demonstration.
"""

from __future__ import annotations

import re

from recount.model import IncidentType

LAW = re.compile(
    r"\b(?:police\w*|officers?|army|soldiers?|troops|military|gendarmes?|guards?|security|agents?|"
    r"forces?|intelligence|authorities|detectives?|immigration|mnjtf)\b",
    re.IGNORECASE,
)
"""Those who act for a state."""
_LETHAL = re.compile(
    r"\b(?:opened\s+fire|fired\s+(?:live\s+(?:rounds|ammunition)\s+)?(?:on|at|into)|live\s+(?:rounds|"
    r"ammunition|fire|bullets)|shot\s+(?:dead|and\s+(?:killed|wounded)))\b",
    re.IGNORECASE,
)
_DISPERSED = re.compile(
    r"\b(?:tear\s?-?gas|water\s+cannons?|batons?|stun\s+grenades?|rubber\s+bullets|dispers\w+|"
    r"(?:broke|break|breaking)\s+up|(?:arrest|detain)\w*|rounded\s+up)\b",
    re.IGNORECASE,
)
"""What is used against those who demonstrate: deadly, or not."""
_PROTEST = (
    r"(?:[Pp]rotest(?:s|ers?|ors?)?|[Dd]emonstrat(?:ions?|ors?)|march(?:es|ers)?|rall(?:y|ies)|"
    r"pickets|picketers|sit-ins?|processions?|strikers|protest\w* crowds?)\b"
)
"""Those who demonstrate; "March" is a month, and "Rally" a party."""
_FORCE_AT = re.compile(
    r"\b(?:(?:fir(?:ed|es|ing)|fire|shots?|shooting|ammunition|bullets|rounds|gas|batons|force|charged)"
    rf"\b[^.;]{{0,30}}?\b(?:on|at|into|against|upon|to\s+disperse)\s+(?:[\w-]+\s+){{0,4}}?{_PROTEST}|"
    rf"{_PROTEST}(?:\s+\w+){{0,3}}?\s+(?:was|were|been)\s+(?:shot|gunned\s+down|fired\s+(?:on|at)|"
    r"tear-?gassed|beaten|dispersed)\b)"
)
_DEADLY = re.compile(
    r"\b(?:shot|shots|gunned\s+down|opened\s+fire|fired?|firing|live\s+(?:rounds|fire|ammunition))\b",
    re.IGNORECASE,
)
_GAS = re.compile(
    r"\bfir(?:ed|es|ing)\s+(?:[\w-]+\s+){0,3}?(?:tear|gas|rubber|pepper|water|warning|in(?:to)?\s+the\s+air)",
    re.IGNORECASE,
)
"""What is fired and kills nobody."""
_VIOLENT = re.compile(
    r"\b(?:pelt(?:ed|ing)|ston(?:ed|ing)|(?:stone|brick|rock|bottle)s?-throwing|riot\w*|"
    r"(?:threw|throw|throwing|hurled|hurling|lobbed|flung)\s+(?:[\w-]+\s+){0,3}?(?:stones|bricks|rocks|"
    r"bottles|petrol\s+bombs|molotov\w*|projectiles)|"
    r"(?:stones|bricks|rocks|bottles)\s+(?:(?:were|being)\s+)?(?:thrown|hurled|flew|flung))\b",
    re.IGNORECASE,
)
BY_CROWD = re.compile(
    r"\b(?:beaten|lynched|stoned|killed|burn(?:ed|t)|hacked|dragged|attacked|set\s+upon|thrashed)\b"
    r"[^.;]{0,40}?\bby\s+(?:an?|the)\s+(?:\w+\s+)?(?:crowd|mob)\b",
    re.IGNORECASE,
)
"""A deed of a crowd, told in the passive."""
_CIVILIANS = (
    r"(?:supporters|activists|followers|partisans|youths|students|villagers|residents|fans|"
    r"worshippers|devotees|communit(?:y|ies)|neighbours|shopkeepers|vendors)\b"
)
_BRAWL = re.compile(
    rf"\b{_CIVILIANS}(?!\s+(?:say|said|told|report))[^.;]{{0,80}}?\b(?:clash(?:ed)?|fought|fight|"
    r"brawl\w*|scuffl\w*|came\s+to\s+blows)\b|"
    r"\b(?:clash\w*|fight(?:s|ing)?|brawl\w*|scuffl\w*|violence)\s+(?:\w+\s+){0,4}?"
    rf"(?:between|among)\s[^.;]{{0,60}}?\b{_CIVILIANS}|"
    r"\b(?:communal|sectarian)\s+(?:clash\w*|fight\w*|violence|brawls?)\b",
    re.IGNORECASE,
)
"""Words for a fight of people who are no fighters."""
_ARMED = re.compile(
    r"\b(?:gun\w*|rifles?|shot|shots|shoot\w*|fire|fired|firing|fire-?fights?|bullets?|arms|armed|"
    r"weapons?|militia\w*|soldiers?|troops|army|military|militants?|rebels?|insurgents?|guerrillas?|"
    r"fighters|forces?|grenades?|rockets?|bombs?|police\w*|gendarmes?|officers?)\b",
    re.IGNORECASE,
)


def kind_of_protest(told: str, kind: IncidentType) -> IncidentType:
    """Return what kind of protest sentences tell of, by what forces did against it.

    >>> kind_of_protest("Police used tear gas.", IncidentType.PEACEFUL_PROTEST).value
    'Protest with intervention'
    """
    if _LETHAL.search(told) is not None and LAW.search(told) is not None:
        return IncidentType.EXCESSIVE_FORCE
    return IncidentType.PROTEST_INTERVENTION if _DISPERSED.search(told) is not None else kind


def force_at_protest(told: str) -> IncidentType | None:
    """Return the type where sentences tell of force that a state used against a protest.

    >>> force_at_protest("Police opened fire on a march in Osset.").value
    'Excessive force against protesters'
    """
    if LAW.search(told) is None or _FORCE_AT.search(told) is None:
        return None
    if _VIOLENT.search(told) is not None:
        return IncidentType.VIOLENT_DEMONSTRATION
    if _DEADLY.search(_GAS.sub(" ", told)) is not None:
        return IncidentType.EXCESSIVE_FORCE
    return IncidentType.PROTEST_INTERVENTION


def is_brawl(told: str) -> bool:
    """Return whether people without arms fought each other: supporters, villagers, communities.

    >>> is_brawl("Supporters of both parties clashed in Osset.")
    True
    """
    return _BRAWL.search(told) is not None and _ARMED.search(told) is None
