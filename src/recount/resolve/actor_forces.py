"""Which force "the police" and "the army" are, where the user's own list has only one of them.

A report on a country calls its forces by the noun alone. The country is that of the incident's
place; a force that is told of by any word of its own ("border police") stays unnamed.
"""

from __future__ import annotations

import re

from recount.model import ActorKind, ActorValue, Value
from recount.resources.actors import Actor, ActorList

_BEFORE = (
    r"(?:(?:the|an?|some|several|its|their|his|dozens\s+of|a\s+group\s+of|\d+|two|three|four|five|six|ten|twelve|twenty)\s+)*"
    r"(?:(?:same|national|regular|government|riot|armed|hooded|masked|uniformed|heavily|plain-?clothes)\s+)*"
)
"""What may stand before the noun and says nothing of whose force it is."""
_FORCES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(_BEFORE + told, re.IGNORECASE), re.compile(rf"\b(?:{named})\b", re.IGNORECASE))
    for told, named in (
        (r"(?:police(?:m[ae]n|\s+officers?|\s+forces?)?)", r"police"),
        (r"(?:gendarmes?|gendarmerie)", r"gendarmerie|gendarmes"),
        (
            r"(?:army|armed\s+forces|military)(?:\s+(?:patrols?|columns?|units?|aircraft|helicopters?|drones?|jets?))?",
            r"army|armed\s+forces|military|defen[cs]e\s+forces?",
        ),
        (r"(?:navy|naval\s+(?:patrols?|vessels?|forces?))", r"navy|naval\s+forces?"),
    )
)
"""Words for an unnamed force, and the noun that its name holds."""


def force_of_country(
    value: Value, words: str, country: str | None, actors: ActorList
) -> ActorValue | None:
    """Return the force of the user's list that an unnamed one is; ``None``: it stays unnamed.

    Args:
        value: what the words were resolved to.
        words: the words of the text.
        country: where the incident was (ISO alpha-2), if known.
        actors: the list of actors.
    """
    named = isinstance(value, ActorValue) and not value.generic
    if named or country is None or len(actors.own) == 0:
        return None
    bare = " ".join(words.split())
    noun = next((noun for told, noun in _FORCES if told.fullmatch(bare)), None)
    fits = [one for one in actors.own if noun is not None and _is_force(one, country, noun)]
    if len(fits) != 1:
        return None
    return ActorValue(fits[0].name, fits[0].kind, generic=False)


def only_arrests(text: str, end: int) -> bool:
    """Return whether who is told up to ``end`` is told there to have arrested somebody.

    >>> only_arrests("Police later arrested two men.", 6)
    True
    """
    return _ARRESTS.match(text, end) is not None


_ARRESTS = re.compile(
    r"\s+(?:(?:had|have|has|also|later|since|\w+ly)\s+){0,3}(?:arrest|detain|apprehend|took\s+(?:[\w-]+\s+){1,4}into\s+custody)",
    re.IGNORECASE,
)


def _is_force(actor: Actor, country: str, noun: re.Pattern[str]) -> bool:
    """Whether an actor of the list is this force of the country."""
    own = actor.kind is ActorKind.STATE_FORCES and country in actor.country[:1]
    return own and any(noun.search(name) for name in (actor.name, *actor.aliases))
