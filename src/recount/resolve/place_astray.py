"""Whether a place of the gazetteer is likelier chance than what a name stands for here."""

from __future__ import annotations

from difflib import SequenceMatcher

from recount.resolve.place_geometry import distance_km
from recount.resolve.place_referent import FIRM, Choice, Scene
from recount.resources.gazetteer import Place, PlaceKind, key_of
from recount.resources.gazetteer.normalise import skeleton

WELL_KNOWN = 500_000
"""People from which a town is meant even where nothing else of its country is named."""
KNOWN_BY_OTHER_NAMES = 1_000_000
"""The same of a town that bears another name today ("Bombay")."""
NAMED = 0.5
"""Weight from which another country counts against such a name."""
MUCH_NAMED = 1.2
LEADING = 0.5
"""Weight and share of all names from which a document is about one country, or two."""
OUTWEIGHED = 3.0
"""Weight of a country, to that of another, from which two names of the other are chance as well."""
TOLD_OF = 2
"""Countries that one report tells of: a border has two sides."""
ONE_NAME = 0.85
"""Share of letters in common of two spellings: those of "Tulo" and "Tula" are 0.75."""
BESIDE_KM = 60.0
"""Distance over a border at which a town still belongs to the report's places."""


def is_astray(choice: Choice, words: str, scene: Scene) -> bool:
    """Whether a little-known place lies in a country of which nothing else here is named.

    A village of that name in the country that the document is about is then likelier,
    though the gazetteer lacks it; the more so where the place bears the name only as one
    of its others, in whatever language.
    """
    place = choice.place
    country = place.country or ""
    firm = choice.margin >= FIRM
    small = place.kind in (PlaceKind.SETTLEMENT, PlaceKind.ADMIN2, PlaceKind.ADMIN1)
    other_name = not _is_spelling(key_of(words), key_of(place.name))
    known_from = KNOWN_BY_OTHER_NAMES if other_name else WELL_KNOWN
    well_known = place.population >= known_from and firm
    if not small or well_known or place.source == "user":
        return False
    if country in scene.named_countries or _is_beside(place, scene):
        return False
    counts = scene.countries
    others = scene.keys[country] - (1 if firm else 0)
    others_named = sorted((n for code, n in counts.items() if code != country), reverse=True)
    top = max(others_named, default=0.0)
    if others > 0 and top < OUTWEIGHED * counts[country]:
        return False
    # What the name itself has added for its country is no evidence against the others.
    least = NAMED if other_name else MUCH_NAMED
    leading = sum(others_named[:TOLD_OF])
    return top >= least and top > counts[country] and leading >= LEADING * sum(others_named)


def _is_spelling(one: str, other: str) -> bool:
    """Whether two names are spellings of one ("qirya osket", "kirya osket")."""
    alike = SequenceMatcher(None, min(one, other), max(one, other)).ratio()
    return one == other or (skeleton(one) == skeleton(other) and alike >= ONE_NAME)


def _is_beside(place: Place, scene: Scene) -> bool:
    """Whether a place lies just over the border from a place of a country that is named."""
    return any(
        anchor.country in scene.named_countries and distance_km(place, anchor) <= BESIDE_KM
        for anchor in (*scene.anchors, *scene.areas)
        if anchor.name != place.name
    )
