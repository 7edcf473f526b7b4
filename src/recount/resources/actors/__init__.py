"""Armed and political actors: the shipped list, their names in a text, aliases learnt from it.

>>> actors = load_actors()
>>> text = "ISKP's fighters attacked Afghan security forces."
>>> for name in actors.find(text):
...     print(name.span.of(text), "=", name.actor)
ISKP = Islamic State Khorasan Province
Afghan security forces = Military Forces of Afghanistan
"""

from __future__ import annotations

from recount.resources.actors.files import load_actors_csv
from recount.resources.actors.learn import learn_aliases
from recount.resources.actors.learnt import NOTHING_LEARNT, LearnedAlias, LearnedAliases
from recount.resources.actors.list import ActorList, load_actors
from recount.resources.actors.nouns import Actor, ActorName, RoleHint

__all__ = [
    "NOTHING_LEARNT",
    "Actor",
    "ActorList",
    "ActorName",
    "LearnedAlias",
    "LearnedAliases",
    "RoleHint",
    "learn_aliases",
    "load_actors",
    "load_actors_csv",
]
