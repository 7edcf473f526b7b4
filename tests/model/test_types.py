"""Incident types and their families."""

from recount.model import EventType, IncidentType, event_type, family


def test_there_are_acled_s_25_types_in_six_event_types():
    assert len(IncidentType) == 25
    assert {event_type(kind) for kind in IncidentType} == set(EventType)


def test_reports_name_one_attack_by_several_types_of_one_family():
    assert family(IncidentType.SUICIDE_BOMB) == family(IncidentType.ATTACK)
    assert family(IncidentType.AIR_STRIKE) != family(IncidentType.ATTACK)
