"""The actors of a document, each with the names it is met under."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recount.model import DocumentActor
from recount.resources.actors import ActorName


def document_actors(
    text: str, document: str, names: Iterable[ActorName]
) -> tuple[DocumentActor, ...]:
    """Return every actor of a document with its aliases met and its mentions, by name.

    Args:
        text: the document's text.
        document: its id.
        names: the names found in it, in order.
    """
    groups: dict[tuple[str, bool], list[ActorName]] = {}
    for name in names:
        groups.setdefault((name.actor, name.generic), []).append(name)
    return tuple(_document_actor(text, document, groups[key]) for key in sorted(groups))


def _document_actor(text: str, document: str, names: Sequence[ActorName]) -> DocumentActor:
    first = names[0]
    aliases = sorted({" ".join(name.span.of(text).split()) for name in names})
    countries = {name.country for name in names if name.country is not None}
    sole = len(countries) == 1 or (len(countries) > 0 and not first.generic)
    return DocumentActor(
        document=document,
        actor=first.actor,
        kind=first.kind,
        generic=first.generic,
        country=min(countries) if sole else None,
        aliases=tuple(aliases),
        mentions=tuple(name.span for name in names),
        shipped=first.shipped and not first.generic,
    )
