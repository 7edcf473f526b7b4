"""Link and reconcile over all current accounts; only differences reach the ledger."""

from __future__ import annotations

from dataclasses import dataclass

from recount.ledger import LinkEntry, View, Writer, assign_ids
from recount.model import Incident
from recount.pipeline.keys import link_key
from recount.pipeline.report import Callback, Progress, Step
from recount.pipeline.stages import Stages
from recount.pipeline.supplied import own_countries


@dataclass(frozen=True, slots=True)
class Linked:
    """How many documents, accounts and incidents the ledger now holds."""

    documents: int
    accounts: int
    incidents: int


def relink(
    view: View,
    writer: Writer,
    *,
    stages: Stages,
    rule: str,
    progress: Callback,
    always: bool = False,
) -> Linked:
    """Judge, cluster and reconcile all accounts, and store what changed in one transaction.

    Nothing is done when nothing that goes in has changed since the last time, unless
    ``always`` is set (after withholding, which changes rows under the same keys).
    """
    persons = view.person_judgements()
    key = link_key(view.standings(), persons, rule, stages.link_version)
    if view.linked() == key and not always:
        return _as_stored(view)
    documents = {info.id: info for info in view.documents()}
    records = {record.id: record for record in view.records()}
    progress(Progress(Step.LINK, 0, len(records), ""))
    ordered = [documents[document] for document in sorted(documents)]
    voices = stages.voices(ordered)
    accounts = [records[account] for account in sorted(records)]
    judgements = stages.judge(accounts, documents, persons)
    clusters = stages.cluster(sorted(records), judgements)
    assignment = assign_ids(clusters, view.formed())
    incidents: list[Incident] = []
    countries = own_countries(view)
    for incident, members in zip(assignment.ids, clusters, strict=True):
        progress(Progress(Step.RECONCILE, len(incidents), len(clusters), incident))
        chosen = [records[account] for account in members]
        incidents.append(
            stages.reconcile(incident, chosen, documents, voices, rule, countries=countries)
        )
    progress(Progress(Step.WRITE, 0, len(incidents), ""))
    writer.link(LinkEntry(judgements, voices, tuple(incidents), rule, key, assignment.aliases))
    return Linked(len(documents), len(records), len(incidents))


def _as_stored(view: View) -> Linked:
    return Linked(
        documents=sum(1 for _ in view.standings()),
        accounts=view.account_count(),
        incidents=len(view.formed()),
    )
