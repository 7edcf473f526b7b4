"""Reconciling: from the accounts of one incident to its findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recount.model import (
    COUNT_PROPERTIES,
    AccountRecord,
    DocumentInfo,
    Finding,
    FindingStatus,
    Incident,
    IncidentType,
    Property,
    Realis,
    UsageError,
    event_type,
)
from recount.reconcile.counts import count_finding, uncounted
from recount.reconcile.dates import date_finding
from recount.reconcile.evidence import Evidence, gather
from recount.reconcile.kinds import incident_realis, incident_scope, incident_type, type_finding
from recount.reconcile.named import (
    actor_finding,
    responsibility_finding,
    site_finding,
    weapon_finding,
)
from recount.reconcile.places import place_finding
from recount.reconcile.rules import RULES
from recount.reconcile.title import title_of


def reconcile(
    incident_id: str,
    records: Sequence[AccountRecord],
    documents: Mapping[str, DocumentInfo],
    voices: Mapping[str, str],
    rule: str = "recount",
    *,
    countries: Mapping[str, str] | None = None,
) -> Incident:
    """Return the incident that these accounts tell of, with a finding for each property.

    Args:
        incident_id: the stable id of the incident.
        records: its accounts; their order does not matter.
        documents: what is known of each document, by id.
        voices: the voice of each document, as ``independent_voices`` gives it.
        rule: a name in ``RULES``; it makes low, best and high of the counts.
        countries: names of countries by code that the user supplied, for the title.

    Raises:
        UsageError: there is no such rule, or no account.
    """
    if rule not in RULES:
        message = f"no rule is called {rule}; the rules are {', '.join(RULES)}"
        raise UsageError(message)
    if len(records) == 0:
        message = f"incident {incident_id} has no account"
        raise UsageError(message)
    evidence = gather(incident_id, records, documents, voices, rule)
    kind = incident_type(evidence)
    when, where, site = date_finding(evidence), place_finding(evidence), site_finding(evidence)
    findings = (
        type_finding(evidence, kind),
        when,
        where,
        site,
        *(actor_finding(evidence, prop) for prop in _ACTORS),
        weapon_finding(evidence),
        responsibility_finding(evidence),
        *(_count(evidence, prop, kind) for prop in COUNT_PROPERTIES),
    )
    return Incident(
        id=incident_id,
        accounts=tuple(record.id for record in evidence.records),
        type=kind,
        event_type=event_type(kind),
        title=title_of(kind, when, where, site, countries),
        realis=incident_realis(evidence),
        scope=incident_scope(evidence),
        findings=tuple(finding for finding in findings if finding is not None),
    )


_ACTORS = (Property.PERPETRATOR, Property.TARGET, Property.VICTIM)


def _count(evidence: Evidence, prop: Property, kind: IncidentType) -> Finding | None:
    """Return the finding for a count; rules may have a figure for deaths nobody mentions."""
    found = count_finding(evidence, prop)
    if found is not None or prop is not Property.KILLED:
        return found
    attack = kind is IncidentType.ATTACK and incident_realis(evidence) is Realis.ACTUAL
    estimate = RULES[evidence.rule](uncounted(evidence, attack=attack))
    if estimate.best is None and estimate.high is None:
        return None
    return Finding(
        incident=evidence.incident,
        property=prop,
        status=FindingStatus.UNKNOWN,
        rule=evidence.rule,
        low=estimate.low,
        best=estimate.best,
        high=estimate.high,
        reasons=estimate.reasons,
    )
