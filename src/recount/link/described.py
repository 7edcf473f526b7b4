"""All accounts as linking sees them, each report's main account with the whole report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from recount.link import weights as w
from recount.link.compare import compare_dates, compare_places
from recount.link.features import Features, features_of
from recount.link.terms import ReportTerms, terms_of
from recount.model import AccountRecord, DocumentInfo, IncidentType, Realis

_HAPPENED = frozenset({Realis.ACTUAL, Realis.ATTEMPTED})


def describe(
    records: Sequence[AccountRecord], documents: Mapping[str, DocumentInfo]
) -> tuple[Features, ...]:
    """Return what linking compares of each account, by id.

    Args:
        records: all accounts of each document that has any here, in any order.
        documents: what is known of each document, by id.
    """
    told: dict[str, list[AccountRecord]] = defaultdict(list)
    for record in records:
        told[record.account.document].append(record)
    found: list[Features] = []
    for document, accounts in told.items():
        ordered = sorted(accounts, key=lambda r: r.id)
        found += _of_document(ordered, documents, documents.get(document))
    return tuple(sorted(found, key=lambda item: item.id))


def _of_document(
    accounts: Sequence[AccountRecord],
    documents: Mapping[str, DocumentInfo],
    info: DocumentInfo | None,
) -> list[Features]:
    features = [features_of(record, documents) for record in accounts]
    title = info.title or "" if info is not None else ""
    whole = terms_of([title, *(text for r in accounts for text in (r.own, r.context))])
    if len(whole.words) < w.REPORT_LEAST_WORDS:
        return features
    at = max(range(len(accounts)), key=lambda n: _told_of(accounts[n]))
    share = _share(at, accounts, features)
    report = ReportTerms(whole, terms_of([accounts[at].own]), share)
    features[at] = replace(features[at], report=report)
    return features


def _told_of(record: AccountRecord) -> tuple[bool, bool, int, int]:
    account = record.account
    happened = account.realis in _HAPPENED
    arrest = account.type is IncidentType.ARRESTS
    return happened, not arrest, len(record.statements), -account.extent.start


def _share(at: int, accounts: Sequence[AccountRecord], features: Sequence[Features]) -> float:
    """Return the part of the statements that no date or place sets apart from the main ones."""
    total = sum(len(record.statements) for record in accounts)
    if total == 0:
        return 1.0 / len(accounts)
    near = sum(
        len(record.statements)
        for n, record in enumerate(accounts)
        if n == at or _compatible(features[at], features[n])
    )
    return near / total


def _compatible(a: Features, b: Features) -> bool:
    reasons = (compare_dates(a, b), compare_places(a, b))
    return all(reason is None or reason.weight >= 0.0 for reason in reasons)
