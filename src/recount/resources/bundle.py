"""Read-only language resources that several stages use, and the bundle handed to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from recount.model import content_id
from recount.resources.actors import Actor, ActorList, load_actors
from recount.resources.gazetteer import Gazetteer, Place, open_gazetteer

VERSION = "1"
"""Raised when shipped places, actors or vocabularies change what is read or resolved."""


@dataclass(frozen=True, slots=True)
class Resources:
    """The resources of one build; ``digest`` changes when any place or actor does."""

    gazetteer: Gazetteer
    actors: ActorList
    digest: str


def load(
    *,
    places: Sequence[Place] = (),
    actors: Sequence[Actor] = (),
    folder: Path | None = None,
) -> Resources:
    """Return the shipped resources with the user's own places and actors, which win.

    Args:
        places: places supplied with a build.
        actors: actors supplied with a build.
        folder: the user's data folder (its gazetteer additions are used), if any.
    """
    gazetteer = open_gazetteer(places) if folder is None else open_gazetteer(places, folder=folder)
    dump = gazetteer.dump_digest
    parts = [] if dump is None else [dump]
    parts += sorted([repr(place) for place in places] + [repr(actor) for actor in actors])
    return Resources(
        gazetteer=gazetteer,
        actors=load_actors(actors),
        digest=content_id("resources", VERSION, *parts),
    )


__all__ = ["VERSION", "Resources", "load"]
