"""The user's own places and actors: kept in the ledger, so later builds know them too."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from recount.ledger import Guard, Supplied, View, Writer
from recount.model import content_id, from_plain, to_plain
from recount.pipeline.report import BuildOptions
from recount.pipeline.stages import Resources, Stages

PLACE, ACTOR = "place", "actor"


def supply(writer: Writer, options: BuildOptions, guard: Guard) -> None:
    """Store the places and actors that a build was given or finds in the user's folder.

    Withheld names in them are masked.


    Raises:
        UsageError: a file lacks a column or has a wrong row.
        ReadError: a file cannot be read.
    """
    items: list[Supplied] = []
    items += [_item(PLACE, place.id, place) for place in _own_places(options)]
    if options.actors:
        from recount.resources.actors import load_actors_csv

        actors = [actor for path in options.actors for actor in load_actors_csv(path)]
        items += [_item(ACTOR, actor.name, actor) for actor in actors]
    if items:
        writer.supply(_guarded(item, guard) for item in items)


def _own_places(options: BuildOptions) -> list[Any]:
    """Return the places of the user's folder and of the files named, which win."""
    if options.folder is None and not options.places:
        return []
    from recount.resources.gazetteer import load_places_csv, own_places

    added = () if options.folder is None else own_places(options.folder)
    named = [place for path in options.places for place in load_places_csv(path)]
    return list({place.id: place for place in (*added, *named)}.values())


def _guarded(item: Supplied, guard: Guard) -> Supplied:
    if guard.salt is None:
        return item
    body = json.dumps(guard.plain(json.loads(item.body)), sort_keys=True)
    return Supplied(item.kind, item.id, body)


def _item(kind: str, name: str, noun: Any) -> Supplied:
    body = json.dumps(to_plain(noun), sort_keys=True)
    return Supplied(kind, content_id(kind, name), body)


def load_resources(view: View, stages: Stages) -> Resources:
    """Return the resources with all places and actors that users supplied to this ledger."""
    return stages.load(_places(view.supplied(PLACE)), _actors(view.supplied(ACTOR)))


def own_countries(view: View) -> dict[str, str]:
    """Return the names of countries by code that users supplied to this ledger."""
    from recount.resources.countries import own_names

    return own_names(item.body for item in view.supplied(PLACE))


def _places(items: Sequence[Supplied]) -> list[Any]:
    if not items:
        return []
    from recount.resources.gazetteer import Place

    return [from_plain(Place, json.loads(item.body)) for item in items]


def _actors(items: Sequence[Supplied]) -> list[Any]:
    if not items:
        return []
    from recount.resources.actors import Actor

    return [from_plain(Actor, json.loads(item.body)) for item in items]
