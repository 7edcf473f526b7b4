"""The task ``geoparsing``: place names in news with their coordinates (LGL, GeoVirus).

One stage alone is measured: the gazetteer's finder and the place resolver, on the raw text.
161 kilometres are the hundred miles of the literature.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recount.evaluation.base import (
    Options,
    Outcome,
    Score,
    Scores,
    first_of,
    is_dev,
    need,
    prf,
    read_lines,
    share,
)
from recount.evaluation.match import Tally3, match_spans
from recount.resolve.place import PlaceResolver
from recount.resources.gazetteer import Gazetteer, Place, PlaceName, key_of, open_gazetteer

NEAR_KM = 161.0
SAME_KM = 10.0
"""Two gazetteers' middles of one town seldom lie further apart."""

FILES = ("lgl.jsonl", "geovirus.jsonl")
SPLITS = {"dev": FILES, "lgl": FILES[:1], "geovirus": FILES[1:]}


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name of the gold; no coordinates where the data set has none."""

    start: int
    end: int
    lat: float | None
    lon: float | None
    geoname: str | None


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its place names."""

    id: str
    text: str
    toponyms: tuple[Toponym, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A place name as the product finds and resolves it."""

    start: int
    end: int
    place: Place | None


@dataclass(frozen=True, slots=True)
class GeoRow:
    """What was predicted for one text."""

    id: str
    found: tuple[Found, ...]

    def plain(self) -> dict[str, Any]:
        """Return the JSON object of this line."""
        return {
            "id": self.id,
            "toponyms": [
                {
                    "start": found.start,
                    "end": found.end,
                    "place": None if found.place is None else found.place.id,
                    "lat": None if found.place is None else found.place.lat,
                    "lon": None if found.place is None else found.place.lon,
                }
                for found in self.found
            ],
        }


def load(path: Path, split: str = "dev") -> tuple[Text, ...]:
    """Read the dev texts of LGL and GeoVirus, of one of them, or of a file given by name.

    Raises:
        UsageError: a file is missing.
    """
    files = [path] if path.is_file() else [path / file for file in SPLITS[split]]
    return tuple(
        text_of(row) for file in files for row in read_lines(need(file)) if is_dev(str(row["id"]))
    )


def text_of(row: dict[str, Any]) -> Text:
    """Return the text of one row of a file, its names in order."""
    toponyms = tuple(
        Toponym(
            entry["start"],
            entry["end"],
            None if entry["lat"] is None else float(entry["lat"]),
            None if entry["lon"] is None else float(entry["lon"]),
            entry["geonameid"],
        )
        for entry in sorted(row["toponyms"], key=lambda entry: (entry["start"], entry["end"]))
    )
    return Text(str(row["id"]), row["text"], toponyms)


def run(path: Path, options: Options) -> Outcome:
    """Find and resolve the place names of every text and compare."""
    split = options.split if options.split is not None else "dev"
    texts = first_of(load(path, split), options.limit)
    gazetteer = open_gazetteer()
    rows = tuple(GeoRow(text.id, find(gazetteer, text.text)) for text in texts)
    given = tuple(resolve_gold(gazetteer, text) for text in texts)
    oracle = tuple(_oracle(gazetteer, text) for text in texts)
    scores = score(texts, rows, given, oracle)
    return Outcome(Scores("geoparsing", split, scores), rows, tuple(errors(texts, rows)))


def find(gazetteer: Gazetteer, text: str) -> tuple[Found, ...]:
    """Return the place names of a text with the places they stand for.

    Demonyms and names inside names of organisations or persons are no places of events.
    """
    names = gazetteer.find(text)
    resolver = PlaceResolver(gazetteer, text, names, None)
    return tuple(
        Found(name.start, name.end, _place(resolver, name))
        for name in names
        if not name.demonym and not name.nested
    )


def _place(resolver: PlaceResolver, name: PlaceName) -> Place | None:
    choice = resolver.referent(name)
    return None if choice is None else choice.place


def given_names(
    gazetteer: Gazetteer, text: Text
) -> tuple[tuple[PlaceName, ...], tuple[PlaceName, ...]]:
    """Return the names of the gold, in its order, and all names of the text with them."""
    given = tuple(_given(gazetteer, text, toponym) for toponym in text.toponyms)
    taken = {at for name in given for at in range(name.start, name.end)}
    besides = (
        name for name in gazetteer.find(text.text) if taken.isdisjoint(range(name.start, name.end))
    )
    return given, tuple(sorted([*given, *besides], key=lambda name: (name.start, name.end)))


def resolve_gold(gazetteer: Gazetteer, text: Text) -> tuple[Place | None, ...]:
    """Return the places that the resolver chooses when the gold says where the names stand.

    The names that the finder sees besides (states in bylines, names inside names of
    organisations) are evidence for the choice, as they are in the product.
    """
    given, names = given_names(gazetteer, text)
    resolver = PlaceResolver(gazetteer, text.text, names, None)
    return tuple(_place(resolver, name) for name in given)


def _given(gazetteer: Gazetteer, text: Text, toponym: Toponym) -> PlaceName:
    words = text.text[toponym.start : toponym.end]
    return PlaceName(
        toponym.start,
        toponym.end,
        key_of(words),
        demonym=gazetteer.is_demonym(key_of(words)),
        nested=False,
        candidates=gazetteer.meant_by(words),
    )


def _oracle(gazetteer: Gazetteer, text: Text) -> tuple[bool, ...]:
    """Whether any place of the gazetteer with this name lies near, for each toponym."""
    return tuple(
        any(
            is_near(place, toponym, NEAR_KM)
            for place in gazetteer.meant_by(text.text[toponym.start : toponym.end])
        )
        for toponym in text.toponyms
    )


def is_near(place: Place | None, toponym: Toponym, most: float) -> bool:
    """Return whether a place lies within ``most`` kilometres of the gold's coordinates."""
    if place is None or place.lat is None or place.lon is None:
        return False
    if toponym.lat is None or toponym.lon is None:
        return False
    return kilometres(place.lat, place.lon, toponym.lat, toponym.lon) <= most


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance of two points in degrees (haversine, radius 6371 km).

    >>> round(kilometres(0, 0, 0, 1))
    111
    """
    up, across = math.radians(other_lat - lat), math.radians(other_lon - lon)
    flat = math.cos(math.radians(lat)) * math.cos(math.radians(other_lat))
    part = math.sin(up / 2) ** 2 + flat * math.sin(across / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(part)))


def is_exact(place: Place | None, toponym: Toponym) -> bool:
    """Return whether it is the gold's place: by GeoNames id where both have one, else 10 km."""
    if place is None:
        return False
    if toponym.geoname is not None and place.id.removeprefix("gn").isdigit():
        return place.id.removeprefix("gn") == toponym.geoname
    return is_near(place, toponym, SAME_KM)


def score(
    texts: Sequence[Text],
    rows: Sequence[GeoRow],
    given: Sequence[Sequence[Place | None]],
    oracle: Sequence[Sequence[bool]],
) -> tuple[Score, ...]:
    """Return the scores; a gold name that was not found is not near."""
    spans = Tally3()
    near, near_found, near_given, exact, best = [], [], [], [], []
    for text, row, placed, can in zip(texts, rows, given, oracle, strict=True):
        spans += match_spans(
            [((f.start, f.end),) for f in row.found],
            [((t.start, t.end),) for t in text.toponyms],
            least=1.0,
        )
        at = {(f.start, f.end): f.place for f in row.found}
        for toponym, place, possible in zip(text.toponyms, placed, can, strict=True):
            if toponym.lat is None:
                continue
            span = (toponym.start, toponym.end)
            near.append(is_near(at.get(span), toponym, NEAR_KM))
            if span in at:
                near_found.append(near[-1])
            near_given.append(is_near(place, toponym, NEAR_KM))
            exact.append(is_exact(place, toponym))
            best.append(possible)
    precision, recall, both = prf(spans.right, spans.found, spans.gold, "detection_")
    return (
        both,
        _share("within_161km", near),
        _share("gold_within_161km", near_given),
        _share("exact", exact),
        _share("oracle_within_161km", best),
        precision,
        recall,
        _share("found_within_161km", near_found),
    )


def _share(name: str, rights: list[bool]) -> Score:
    return Score(name, share(sum(rights), len(rights)), len(rights))


def errors(texts: Sequence[Text], rows: Sequence[GeoRow]) -> Iterator[str]:
    """Yield names missed, found for nothing, and resolved far from where they lie."""
    for text, row in zip(texts, rows, strict=True):
        at = {(f.start, f.end): f for f in row.found}
        gold = {(t.start, t.end): t for t in text.toponyms}
        for span, toponym in gold.items():
            words = text.text[span[0] : span[1]]
            if span not in at:
                yield f"{text.id}: MISSED {words}"
            elif toponym.lat is not None and not is_near(at[span].place, toponym, NEAR_KM):
                place = at[span].place
                told = None if place is None else f"{place.name}, {place.admin1}, {place.country}"
                yield f"{text.id}: FAR {words}: {told}, not {toponym.lat}, {toponym.lon}"
        for span in at:
            if span not in gold:
                yield f"{text.id}: SPURIOUS {text.text[span[0] : span[1]]}"
