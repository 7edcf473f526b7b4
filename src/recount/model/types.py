"""The 25 incident types of ACLED and their families; crosswalks are data in resources."""

from __future__ import annotations

from enum import StrEnum


class EventType(StrEnum):
    """ACLED's six event types, highest in its hierarchy first."""

    BATTLES = "Battles"
    PROTESTS = "Protests"
    RIOTS = "Riots"
    EXPLOSIONS = "Explosions/Remote violence"
    VIOLENCE_AGAINST_CIVILIANS = "Violence against civilians"
    STRATEGIC = "Strategic developments"


class IncidentType(StrEnum):
    """ACLED's 25 sub-event types, in hierarchical order (higher wins when both happen)."""

    GOVERNMENT_REGAINS = "Government regains territory"
    NON_STATE_OVERTAKES = "Non-state actor overtakes territory"
    ARMED_CLASH = "Armed clash"
    EXCESSIVE_FORCE = "Excessive force against protesters"
    PROTEST_INTERVENTION = "Protest with intervention"
    PEACEFUL_PROTEST = "Peaceful protest"
    VIOLENT_DEMONSTRATION = "Violent demonstration"
    MOB_VIOLENCE = "Mob violence"
    CHEMICAL_WEAPON = "Chemical weapon"
    AIR_STRIKE = "Air/drone strike"
    SUICIDE_BOMB = "Suicide bomb"
    SHELLING = "Shelling/artillery/missile attack"
    REMOTE_EXPLOSIVE = "Remote explosive/landmine/IED"
    GRENADE = "Grenade"
    SEXUAL_VIOLENCE = "Sexual violence"
    ATTACK = "Attack"
    ABDUCTION = "Abduction/forced disappearance"
    AGREEMENT = "Agreement"
    ARRESTS = "Arrests"
    CHANGE_TO_GROUP = "Change to group/activity"
    DISRUPTED_WEAPONS = "Disrupted weapons use"
    BASE_ESTABLISHED = "Headquarters or base established"
    LOOTING = "Looting/property destruction"
    NON_VIOLENT_TRANSFER = "Non-violent transfer of territory"
    OTHER = "Other"


_EVENT_TYPE: tuple[tuple[EventType, tuple[IncidentType, ...]], ...] = (
    (
        EventType.BATTLES,
        (
            IncidentType.GOVERNMENT_REGAINS,
            IncidentType.NON_STATE_OVERTAKES,
            IncidentType.ARMED_CLASH,
        ),
    ),
    (
        EventType.PROTESTS,
        (
            IncidentType.EXCESSIVE_FORCE,
            IncidentType.PROTEST_INTERVENTION,
            IncidentType.PEACEFUL_PROTEST,
        ),
    ),
    (EventType.RIOTS, (IncidentType.VIOLENT_DEMONSTRATION, IncidentType.MOB_VIOLENCE)),
    (
        EventType.EXPLOSIONS,
        (
            IncidentType.CHEMICAL_WEAPON,
            IncidentType.AIR_STRIKE,
            IncidentType.SUICIDE_BOMB,
            IncidentType.SHELLING,
            IncidentType.REMOTE_EXPLOSIVE,
            IncidentType.GRENADE,
        ),
    ),
    (
        EventType.VIOLENCE_AGAINST_CIVILIANS,
        (IncidentType.SEXUAL_VIOLENCE, IncidentType.ATTACK, IncidentType.ABDUCTION),
    ),
    (
        EventType.STRATEGIC,
        (
            IncidentType.AGREEMENT,
            IncidentType.ARRESTS,
            IncidentType.CHANGE_TO_GROUP,
            IncidentType.DISRUPTED_WEAPONS,
            IncidentType.BASE_ESTABLISHED,
            IncidentType.LOOTING,
            IncidentType.NON_VIOLENT_TRANSFER,
            IncidentType.OTHER,
        ),
    ),
)

_BY_TYPE: dict[IncidentType, EventType] = {
    incident_type: group for group, members in _EVENT_TYPE for incident_type in members
}

_FAMILY: dict[IncidentType, str] = {
    IncidentType.ATTACK: "attack",
    IncidentType.SUICIDE_BOMB: "attack",
    IncidentType.REMOTE_EXPLOSIVE: "attack",
    IncidentType.GRENADE: "attack",
    IncidentType.ARMED_CLASH: "attack",
    IncidentType.GOVERNMENT_REGAINS: "territory",
    IncidentType.NON_STATE_OVERTAKES: "territory",
    IncidentType.NON_VIOLENT_TRANSFER: "territory",
    IncidentType.AIR_STRIKE: "air",
    IncidentType.SHELLING: "shell",
    IncidentType.ARRESTS: "arrest",
    IncidentType.ABDUCTION: "abduction",
    IncidentType.EXCESSIVE_FORCE: "demonstration",
    IncidentType.PROTEST_INTERVENTION: "demonstration",
    IncidentType.PEACEFUL_PROTEST: "demonstration",
    IncidentType.VIOLENT_DEMONSTRATION: "demonstration",
    IncidentType.MOB_VIOLENCE: "demonstration",
}


def event_type(incident_type: IncidentType) -> EventType:
    """Return ACLED's event type of a sub-event type."""
    return _BY_TYPE[incident_type]


_NO_CULPRIT = frozenset(
    {
        IncidentType.ARMED_CLASH,
        IncidentType.PEACEFUL_PROTEST,
        IncidentType.AGREEMENT,
        IncidentType.ARRESTS,
        IncidentType.CHANGE_TO_GROUP,
        IncidentType.DISRUPTED_WEAPONS,
        IncidentType.BASE_ESTABLISHED,
        IncidentType.NON_VIOLENT_TRANSFER,
    }
)


def has_culprit(incident_type: IncidentType) -> bool:
    """Tell whether somebody is responsible for such an incident by having done it.

    A clash, an arrest or an agreement has sides: who takes part has no position on
    responsibility, unless somebody says so.
    """
    return incident_type not in _NO_CULPRIT


def family(incident_type: IncidentType) -> str:
    """Return the family within which reporters name one incident differently.

    A gun attack followed by a blast is "an attack", "a bombing" or "a suicide
    bombing" in three reports; types of one family may tell of one incident.
    """
    return _FAMILY.get(incident_type, incident_type.value)
