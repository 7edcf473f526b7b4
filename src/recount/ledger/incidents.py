"""Stable ids of incidents: kept when clusters grow, merge or split (pure functions)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recount.model import Incident, UsageError


@dataclass(frozen=True, slots=True)
class Earlier:
    """An incident as it was: its id and the accounts it had."""

    id: str
    accounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assignment:
    """The ids of clusters, in their order, and what each id given up now means."""

    ids: tuple[str, ...]
    aliases: Mapping[str, str]


def assign_ids(clusters: Sequence[tuple[str, ...]], earlier: Sequence[Earlier]) -> Assignment:
    """Return the id of each cluster.

    A cluster takes over the id of the earlier incident with which it shares most
    accounts (ties: the cluster that the id was made of, then the smaller id); a new one
    is named after its smallest account. An id given up becomes an alias of the cluster
    that holds most of its accounts.
    """
    shared = _shared(clusters, earlier)
    claims = sorted(
        (-count, Incident.id_of(clusters[at]) != old, old, min(clusters[at]), at)
        for (at, old), count in shared.items()
    )
    taken: dict[int, str] = {}
    given: set[str] = set()
    for _, _, old, _, at in claims:
        if at not in taken and old not in given:
            taken[at] = old
            given.add(old)
    order = sorted(range(len(clusters)), key=lambda at: min(clusters[at]))
    for at in order:
        if at not in taken:
            taken[at] = _new_id(clusters[at], given)
            given.add(taken[at])
    return Assignment(
        tuple(taken[at] for at in range(len(clusters))), _aliases(shared, taken, earlier)
    )


def _shared(
    clusters: Sequence[tuple[str, ...]], earlier: Sequence[Earlier]
) -> dict[tuple[int, str], int]:
    was = {account: incident.id for incident in earlier for account in incident.accounts}
    shared: dict[tuple[int, str], int] = defaultdict(int)
    for at, accounts in enumerate(clusters):
        for account in accounts:
            if account in was:
                shared[at, was[account]] += 1
    return shared


def _new_id(accounts: tuple[str, ...], given: set[str]) -> str:
    """Name a cluster after its smallest account whose name is free; there is always one.

    Each account gives its name to one incident at most, and as many ids as clusters are
    given out, but an earlier incident may keep the name of an account that has left it.
    """
    for account in sorted(accounts):
        made = Incident.id_of((account,))
        if made not in given:
            return made
    return Incident.id_of((f"{min(accounts)} again",))


def _aliases(
    shared: Mapping[tuple[int, str], int], taken: Mapping[int, str], earlier: Sequence[Earlier]
) -> dict[str, str]:
    kept = set(taken.values())
    best: dict[str, tuple[int, str]] = {}
    for (at, old), count in shared.items():
        if old in kept:
            continue
        claim = (-count, taken[at])
        if old not in best or claim < best[old]:
            best[old] = claim
    return {incident.id: best[incident.id][1] for incident in earlier if incident.id in best}


def resolve_id(prefix: str, live: frozenset[str], aliases: Mapping[str, str]) -> str:
    """Return the incident that an id, an earlier id, or the beginning of one means.

    Raises:
        UsageError: no incident is meant, or more than one.
    """
    if prefix in live:
        return prefix
    if prefix == "":
        raise UsageError("name an incident by the first characters of its id")
    meant = {name for name in live if name.startswith(prefix)}
    for alias in aliases:
        if alias.startswith(prefix):
            end = _follow(alias, live, aliases)
            if end is not None:
                meant.add(end)
    if len(meant) == 0:
        raise UsageError(f"there is no incident {prefix}")
    if len(meant) > 1:
        listed = ", ".join(sorted(meant)[:_LISTED])
        raise UsageError(f"{prefix} is the beginning of {len(meant)} incidents: {listed}")
    return meant.pop()


_LISTED = 5
"""How many ids an error names: one line of a terminal."""


def _follow(alias: str, live: frozenset[str], aliases: Mapping[str, str]) -> str | None:
    seen = {alias}
    while alias not in live:
        alias = aliases.get(alias, "")
        if alias in seen or alias == "":
            return None
        seen.add(alias)
    return alias
