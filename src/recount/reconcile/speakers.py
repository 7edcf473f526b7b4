"""Independent voices within one incident, and which of their documents speak for them.

A voice is a text and its copies, the further reports of the same outlet, and reports
that name one of these as their source. Its first document leads; later reports by the
same outlet bring it up to date; copies by others add nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from recount.model import DocumentInfo
from recount.resources.outlets import plain_outlet


@dataclass(frozen=True, slots=True)
class Speaker:
    """One independent voice: its documents, and those that speak for it, oldest first."""

    key: str
    documents: tuple[str, ...]
    speaking: tuple[str, ...]
    reliability: float | None


def speakers_of(
    present: Iterable[str], documents: Mapping[str, DocumentInfo], voices: Mapping[str, str]
) -> tuple[Speaker, ...]:
    """Return the independent voices among the documents of an incident, sorted by key."""
    groups: dict[str, list[str]] = {}
    for document in sorted(set(present)):
        groups.setdefault(voices.get(document, document), []).append(document)
    leads = {key: min(found, key=lambda d: _age(d, documents)) for key, found in groups.items()}
    joined: dict[str, list[str]] = {}
    for key in sorted(groups):
        joined.setdefault(_owner(key, leads, documents), []).append(key)
    return tuple(_speaker(keys, groups, leads, documents) for _, keys in sorted(joined.items()))


def _age(document: str, documents: Mapping[str, DocumentInfo]) -> tuple[date, int, str]:
    """Sort key of a document in its voice: the earliest leads, of undated ones the longest."""
    info = documents.get(document)
    if info is None:
        return date.max, 0, document
    return info.published.start or date.max, -info.words, document


def _owner(key: str, leads: Mapping[str, str], documents: Mapping[str, DocumentInfo]) -> str:
    """Return what joins a group with others: its lead's only source here, else its outlet."""
    own = _outlet(leads[key], documents)
    info = documents.get(leads[key])
    if info is not None and len(info.cites) > 0:
        present = {_outlet(lead, documents) for lead in leads.values()} - {own, None}
        cited = {plain_outlet(name) for name in info.cites} & present
        if len(cited) == 1:
            return f"outlet {min(name for name in cited if name is not None)}"
    return f"group {key}" if own is None else f"outlet {own}"


def _outlet(document: str, documents: Mapping[str, DocumentInfo]) -> str | None:
    info = documents.get(document)
    return None if info is None or info.outlet is None else plain_outlet(info.outlet)


def _speaker(
    keys: list[str],
    groups: Mapping[str, list[str]],
    leads: Mapping[str, str],
    documents: Mapping[str, DocumentInfo],
) -> Speaker:
    speaking: list[str] = []
    for key in keys:
        own = _outlet(leads[key], documents)
        speaking.extend(
            document
            for document in groups[key]
            if document == leads[key] or (own is not None and _outlet(document, documents) == own)
        )
    given = [
        info.reliability
        for document in speaking
        if (info := documents.get(document)) is not None and info.reliability is not None
    ]
    return Speaker(
        key=keys[0],
        documents=tuple(sorted(document for key in keys for document in groups[key])),
        speaking=tuple(sorted(speaking, key=lambda d: _age(d, documents))),
        reliability=max(given) if len(given) > 0 else None,
    )
