"""All accounts as linking sees them, each report's main account with the whole report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import groupby

from recount.link import weights as w
from recount.link.compare import compare_dates, compare_places
from recount.link.features import Features, features_of
from recount.link.mentions import mentioned_in, town_of, towns_in
from recount.link.terms import ReportTerms, terms_of, words_in
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
    ordered = sorted(records, key=lambda r: (r.account.document, r.id))
    everywhere = _everywhere(
        _texts(accounts, documents.get(key)) for key, accounts in _by_document(ordered)
    )
    items = [features_of(record, documents) for record in ordered]
    towns = towns_in(items, everywhere)
    found: list[Features] = []
    for document, accounts in _by_document(ordered):
        features = items[len(found) : len(found) + len(accounts)]
        texts = _texts(accounts, documents.get(document))
        if any(text != "" for text in texts):
            known = everywhere | _compared_elsewhere(features, documents.get(document))
            features = _with_report(accounts, features, texts, known, towns)
        found += features
    return tuple(sorted(found, key=lambda item: item.id))


def _by_document(ordered: Sequence[AccountRecord]) -> Iterator[tuple[str, list[AccountRecord]]]:
    """Yield each document's accounts: those of a million are never all in lists of their own."""
    for document, accounts in groupby(ordered, key=lambda r: r.account.document):
        yield document, list(accounts)


def _texts(accounts: Sequence[AccountRecord], info: DocumentInfo | None) -> list[str]:
    title = info.title or "" if info is not None else ""
    return [title, *(text for r in accounts for text in (r.own, r.context) if text != "")]


def _everywhere(texts: Iterable[Sequence[str]]) -> frozenset[str]:
    """Return words that so many of the reports hold that they tell none from another.

    The table of rarities does not know the notices, capitals and ministers of a folder of
    reports about one country.
    """
    held: Counter[str] = Counter()
    number = 0
    for pieces in texts:
        held.update({word for piece in pieces for word in words_in(piece)})
        number += 1
    least = max(w.EVERYWHERE_LEAST, round(w.EVERYWHERE_SHARE * number))
    return frozenset(word for word, number in held.items() if number >= least)


def _compared_elsewhere(features: Sequence[Features], info: DocumentInfo | None) -> set[str]:
    """Return the words of places, actors and the outlet, which have comparisons of their own."""
    names: set[str] = set() if info is None or info.outlet is None else {info.outlet}
    for item in features:
        names.update(item.actors, item.accused, item.targets)
        if item.place is not None:
            areas = (item.place.name, item.place.admin1, item.place.admin2)
            names.update(name for name in areas if name is not None)
    return {word for name in names for word in words_in(name)}


def _with_report(
    accounts: Sequence[AccountRecord],
    features: list[Features],
    texts: Sequence[str],
    known: Set[str],
    towns: Set[str],
) -> list[Features]:
    whole = terms_of(texts, known)
    if len(whole.words) < w.REPORT_LEAST_WORDS:
        return features
    at = max(range(len(accounts)), key=lambda n: _told_of(accounts[n]))
    share = _share(at, accounts, features)
    others = {town_of(item.place) for n, item in enumerate(features) if n != at}
    own = terms_of([accounts[at].own], known)
    report = ReportTerms(whole, own, share, mentioned_in(texts, towns) - others)
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
