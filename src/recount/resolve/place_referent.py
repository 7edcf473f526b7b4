"""Chooses what each place name of a document stands for, by all the others in it.

A name keeps one sense through a document unless its own words say otherwise ("Paris,
Texas"). Candidates are scored by how well known they are, by the country and the areas
that the document names, by how many of its other names lie in the same area, and by
distance to the places already chosen; two rounds, the second with the first one's choices.
Weights: see ``docs/decisions/0002-gazetteer.md``.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from recount.model import BEST_KNOWN
from recount.resolve.place_geometry import (
    area_of,
    contained,
    distance_km,
    lies_in,
    same_spot,
)
from recount.resolve.place_institutions import countries_by_institutions
from recount.resolve.place_namesakes import better_known
from recount.resolve.place_sections import Sections
from recount.resolve.place_words import Surroundings
from recount.resources.gazetteer import Gazetteer, Place, PlaceKind, PlaceName, key_of
from recount.resources.gazetteer.evidence import resolver_weights
from recount.resources.gazetteer.sources import ALTERNATE

CONSIDERED = 14
"""Candidates of one name weighed at most, best known first, beside those in named areas."""
ANCHORS = 16
"""Chosen places that distances are measured to."""
FIRM = 0.8
"""Margin from which a choice is evidence that the document tells of its country."""
NEAR_KM = 150.0
"""Distance at which nearness has lost a third of its weight."""
SPELT_SO = 0.8
"""Share of letters in common from which two names are spellings of one."""
MIDDLE_KM = 25.0
SEAT_RADII = 1.5
"""Kilometres and radii from the middle of an area within which its town of that name lies."""

FEATURES = (
    "fame",
    "population",
    "settlement",
    "admin1",
    "admin2",
    "region",
    "country",
    "country_share",
    "country_named",
    "admin1_named",
    "admin2_named",
    "area_support",
    "near",
    "capital",
    "outlet",
    "user",
    "alternate",
    "cluster",
)


@dataclass(frozen=True, slots=True)
class Choice:
    """The place a name stands for here, the rivals, and why; ``margin`` is from 0 to 1."""

    place: Place
    rivals: tuple[Place, ...]
    reasons: tuple[str, ...]
    margin: float


@dataclass(slots=True)
class Scene:
    """What the document has named so far: countries, areas and chosen places."""

    countries: Counter[str]
    named_countries: frozenset[str]
    admin1: frozenset[tuple[str, str]]
    admin2: frozenset[tuple[str, str]]
    support: Mapping[tuple[str, str], float]
    anchors: tuple[Place, ...]
    keys: Mapping[str, int]
    """How many different names surely stand for places of each country."""
    areas: tuple[Place, ...] = ()
    """First-level areas that are named."""


_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.REGION})
"""Kinds too wide to lie in one cell, or to say where other names lie."""
CELL_DEGREES = 0.5
"""Side of a cell: about 50 km, the reach of a local paper."""


def _cell(place: Place) -> tuple[int, int]:
    return int((place.lat or 0.0) // CELL_DEGREES), int((place.lon or 0.0) // CELL_DEGREES)


class Referents:
    """The places that the names of one document stand for."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        around: Surroundings,
        names: Sequence[PlaceName],
        outlet_country: str | None,
    ) -> None:
        self._gazetteer = gazetteer
        self._around = around
        self._names = [name for name in names if name.candidates]
        self._outlet = outlet_country
        self._institutions = countries_by_institutions(around.text)
        self._keys: dict[str, tuple[Place, ...]] = {}
        for name in self._names:
            self._keys.setdefault(name.key, name.candidates)
        self._capitals: dict[str, str | None] = {}
        self._ranks: dict[str, frozenset[str]] = {}
        self._order = {
            key: {place.id: i for i, place in enumerate(places)}
            for key, places in self._keys.items()
        }
        self._share = {
            key: 1 / math.sqrt(len({area_of(p) for p in places if p.admin1}) or 1)
            for key, places in self._keys.items()
        }
        self._support = self._area_support()
        self._spread = {key: self._cells_of(places) for key, places in self._keys.items()}
        self._cells = self._cell_support()
        self.sections = Sections(around.text, self._names)
        self._fixed = self._patterns()
        self._shared = self._same_sense()
        self.chosen: dict[str, Choice] = {}
        for _ in range(2):
            scene = self._scene()
            self.chosen = {key: self._choose(key, scene) for key in self._keys}
        self._prefer_known()
        self.scene = self._scene()

    def _prefer_known(self) -> None:
        """Take a country or great city for a name rather than a hamlet that little speaks for."""
        places = {key: choice.place for key, choice in self.chosen.items()}
        places.update((key, choice.place) for key, choice in self._shared.items())
        for key, known in better_known(places, self._keys).items():
            if key not in self._shared:
                rivals = (places[key],)
                reasons = ("too little else names the area of its namesake",)
                self.chosen[key] = Choice(known, rivals, reasons, FIRM)

    def of(self, name: PlaceName, level: PlaceKind | None = None) -> Choice | None:
        """Return the choice for one name, under the level that its words ask for."""
        if not name.candidates:
            return None
        fixed = self._fixed.get(name.start)
        if fixed is not None and (level is None or fixed.place.kind is level):
            return fixed
        if level is None:
            return self._shared.get(name.key) or self.chosen[name.key]
        return self._choose(name.key, self.scene, level)

    # -- the document -------------------------------------------------------------------

    def _area_support(self) -> dict[tuple[str, str], float]:
        """How many of the document's names have a place in each first-level area.

        Names known as countries or first-level areas do not count: every one of the United
        States has namesakes in the others.
        """
        support: dict[tuple[str, str], float] = defaultdict(float)
        for places in self._keys.values():
            if places[0].kind in (PlaceKind.COUNTRY, PlaceKind.ADMIN1):
                continue
            areas = {area_of(place) for place in places if place.admin1}
            for area in areas:
                support[area] += 1 / math.sqrt(len(areas))
        return support

    def _patterns(self) -> dict[int, Choice]:
        """As in "X, Y" and "X in Y province": X is the place of that name in Y."""
        found: dict[int, Choice] = {}
        for inner, outer in self._around.nested_pairs(self._names):
            pair = contained(inner.candidates, outer.candidates)
            if pair is not None and not self._is_list(inner, outer, pair[0]):
                small, large = pair
                small = self._town_rather_than_area(small, inner.candidates, inner.key)
                reason = f"the words say that it lies in {large.name}"
                rivals = tuple(p for p in inner.candidates[:4] if p != small)
                found[inner.start] = Choice(small, rivals, (reason,), 0.98)
                found.setdefault(outer.start, Choice(large, (), (f"it holds {small.name}",), 0.95))
        for name in self._names:
            area = self.sections.told_at(name.start)
            if area is not None:
                found[name.start] = Choice(area, (), ("an area that opens the paragraph",), 0.98)
            headed = self._under_heading(name)
            if headed is not None:
                found.setdefault(name.start, headed)
        return found

    def _under_heading(self, name: PlaceName) -> Choice | None:
        """The place of a name in the country or province that a line above it names alone."""
        area = self.sections.area_at(name.start)
        if area is None or name.demonym or name.candidates[0].kind in _WIDE:
            return None
        here = next((place for place in name.candidates if lies_in(place, area)), None)
        if here is None:
            return None
        rivals = tuple(place for place in name.candidates[:4] if place != here)
        return Choice(here, rivals, (f"told under the heading {area.name}",), 0.95)

    def _is_list(self, inner: PlaceName, outer: PlaceName, small: Place) -> bool:
        """Whether "X, Y" is part of a list of areas of one level, not a place and its area."""
        known = inner.candidates[0]
        areas = (PlaceKind.ADMIN1, PlaceKind.COUNTRY)
        if known.kind not in areas or small.kind is known.kind or known == small:
            return False
        neighbours = self._around.listed_with(inner, outer)
        return any(n.candidates and n.candidates[0].kind is known.kind for n in neighbours)

    def _same_sense(self) -> dict[str, Choice]:
        """The sense that a name's first full mention ("X, Y") gives to its later ones."""
        shared: dict[str, Choice] = {}
        for name in self._names:
            choice = self._fixed.get(name.start)
            if choice is not None and name.key not in shared:
                reason = f"so named in full before: {choice.reasons[0]}"
                shared[name.key] = replace(choice, reasons=(reason,))
        return shared

    def _scene(self) -> Scene:
        countries: Counter[str] = Counter()
        named: set[str] = set()
        admin1: set[tuple[str, str]] = set()
        areas: dict[str, Place] = {}
        admin2: set[tuple[str, str]] = set()
        anchors: Counter[Place] = Counter()
        for name in self._names:
            choice = self._fixed.get(name.start) or self._shared.get(name.key)
            choice = choice or self.chosen.get(name.key)
            place = choice.place if choice else name.candidates[0]
            if place.country is None:
                continue
            weight = _weight(name, place)
            if name.start in self._fixed:
                weight *= 2
            elif (
                choice is None and len(name.candidates) > 1 and place.kind is not PlaceKind.COUNTRY
            ):
                weight *= 0.4
            countries[place.country] += weight  # type: ignore[assignment]
            if place.kind is PlaceKind.COUNTRY:
                named.add(place.country)
            elif place.kind is PlaceKind.ADMIN1:
                admin1.add(area_of(place))
                areas[place.id] = place
            elif place.kind is PlaceKind.ADMIN2 and place.admin2:
                admin2.add((place.country, place.admin2))
            if place.kind is PlaceKind.SETTLEMENT and name.start in self._fixed:
                admin1.add(area_of(place))
            if place.kind in (PlaceKind.SETTLEMENT, PlaceKind.ADMIN2) and not name.nested:
                anchors[place] += 1
        for country, weight in self._institutions.items():
            countries[country] += weight  # type: ignore[assignment]
        best = tuple(place for place, _ in anchors.most_common(ANCHORS))
        return Scene(
            countries,
            frozenset(named),
            frozenset(admin1),
            frozenset(admin2),
            self._support,
            best,
            Counter(c.place.country or "" for c in self.chosen.values() if c.margin >= FIRM),
            tuple(areas.values()),
        )

    def provinces(self, country: str) -> frozenset[str]:
        """Return the first-level areas of a country that the document surely speaks of."""
        named = {area for code, area in self.scene.admin1 if code == country}
        firm = (c.place for c in self.chosen.values() if c.margin >= FIRM)
        named |= {place.admin1 or "" for place in firm if place.country == country}
        return frozenset(named - {""})

    # -- one name -----------------------------------------------------------------------

    def _choose(self, key: str, scene: Scene, level: PlaceKind | None = None) -> Choice:
        places = self._considered(key, scene)
        if level is not None:
            fitting = [place for place in self._keys[key] if _fits(place, level)]
            places = fitting[:CONSIDERED] or places
        scored = sorted(
            ((self.score(place, key, scene), -i, place) for i, place in enumerate(places)),
            key=lambda item: (-item[0], -item[1]),
        )
        best = scored[0]
        others = [item for item in scored[1:] if not same_spot(item[2], best[2])]
        margin = 1 / (1 + math.exp(-(best[0] - others[0][0]))) if others else 0.97
        place = self._town_rather_than_area(best[2], places, key) if level is None else best[2]
        return Choice(
            place,
            tuple(item[2] for item in others[:3]),
            self._reasons(place, len(self._keys[key]), scene),
            round(min(0.97, margin), 3),
        )

    def considered(self, key: str) -> list[Place]:
        """Return the candidates that are weighed for a name, best known first."""
        return self._considered(key, self.scene)

    def _considered(self, key: str, scene: Scene) -> list[Place]:
        places = self._keys[key]
        if len(places) <= CONSIDERED:
            return list(places)
        head = list(places[:CONSIDERED])
        head += [
            place
            for place in places[CONSIDERED:]
            if area_of(place) in scene.admin1
            or (place.country or "", place.admin2 or "") in scene.admin2
            or scene.support.get(area_of(place), 0) > 1.5
        ][:CONSIDERED]
        return head

    @staticmethod
    def _town_rather_than_area(place: Place, places: Sequence[Place], key: str) -> Place:
        """A bare name that a town shares with its own province means the town.

        One that a country shares with a town or an area in it means the country.
        """
        for country in places:
            if country.kind is PlaceKind.COUNTRY and country.country == place.country:
                return country
        if place.kind not in (PlaceKind.ADMIN1, PlaceKind.ADMIN2):
            return place
        towns = [
            town
            for town in places
            if town.kind is PlaceKind.SETTLEMENT
            and area_of(town) == area_of(place)
            and _is_seat(town, place)
            and (town.name == place.name or key_of(town.name) == key or _is_spelt_so(town, place))
            and town.population * 20 >= place.population
        ]
        return max(towns, key=lambda town: town.population) if towns else place

    def score(self, place: Place, key: str, scene: Scene) -> float:
        """Return how well a candidate fits the document (higher is better)."""
        values = self.features(place, key, scene)
        return sum(w * v for w, v in zip(resolver_weights(FEATURES), values, strict=True) if v)

    def features(self, place: Place, key: str, scene: Scene) -> tuple[float, ...]:
        """Return the evidence for one candidate in the order of ``FEATURES``."""
        country, area = place.country or "", area_of(place)
        total = sum(scene.countries.values()) or 1.0
        support = scene.support.get(area, 0.0) - self._own_share(key) if place.admin1 else 0.0
        capital = self._capital(country) if place.kind is PlaceKind.SETTLEMENT else None
        kind = place.kind
        below1 = kind in (PlaceKind.SETTLEMENT, PlaceKind.ADMIN2, PlaceKind.SITE)
        return (
            1 - min(1.0, self._order[key][place.id] / 10),
            math.log10(place.population + 10) / 7,
            float(kind is PlaceKind.SETTLEMENT),
            float(kind is PlaceKind.ADMIN1),
            float(kind is PlaceKind.ADMIN2),
            float(kind is PlaceKind.REGION),
            float(kind is PlaceKind.COUNTRY),
            scene.countries[country] / total,
            float(country in scene.named_countries and kind is not PlaceKind.COUNTRY),
            float(below1 and area in scene.admin1),
            float(kind is PlaceKind.SETTLEMENT and (country, place.admin2 or "") in scene.admin2),
            min(2.0, math.log1p(max(0.0, support))),
            self._near(place, scene),
            float(capital == place.id),
            float(self._outlet is not None and country == self._outlet),
            float(place.source == "user"),
            float(self._is_alternate(place, key)),
            min(1.5, math.log1p(self._cluster(place, key))),
        )

    def _is_alternate(self, place: Place, key: str) -> bool:
        """Whether the name is only one of GeoNames' unchecked alternates of the place."""
        if key not in self._ranks:
            ranked = self._gazetteer.ranked(key)
            self._ranks[key] = frozenset(p.id for p, rank in ranked if rank >= ALTERNATE)
        return place.id in self._ranks[key]

    def _cell_support(self) -> dict[tuple[int, int], float]:
        """How many of the document's names may lie in each cell of half a degree.

        A name of many places gives each of its cells little; names known as countries or
        first-level areas give nothing.
        """
        support: dict[tuple[int, int], float] = defaultdict(float)
        for cells in self._spread.values():
            for cell in cells:
                support[cell] += 1 / math.sqrt(len(cells))
        return support

    @staticmethod
    def _cells_of(places: Sequence[Place]) -> frozenset[tuple[int, int]]:
        if places[0].kind in _WIDE:
            return frozenset()
        return frozenset(_cell(p) for p in places if p.lat is not None and p.kind not in _WIDE)

    def _cluster(self, place: Place, key: str) -> float:
        """How many other names may lie in the place's cell and those around it."""
        if place.lat is None or place.kind in _WIDE:
            return 0.0
        row, column = _cell(place)
        around = [(row + up, column + right) for up in (-1, 0, 1) for right in (-1, 0, 1)]
        own = self._spread[key]
        share = 1 / math.sqrt(len(own)) if len(own) > 0 else 0.0
        mine = sum(share for cell in around if cell in own)
        return max(0.0, sum(self._cells.get(cell, 0.0) for cell in around) - mine)

    def _own_share(self, key: str) -> float:
        """What the name itself has added to the support of each of its areas."""
        known = self._keys[key][0].kind in (PlaceKind.COUNTRY, PlaceKind.ADMIN1)
        return 0.0 if known else self._share[key]

    def _capital(self, country: str) -> str | None:
        if country not in self._capitals:
            place = self._gazetteer.capital(country)
            self._capitals[country] = place.id if place is not None else None
        return self._capitals[country]

    @staticmethod
    def _near(place: Place, scene: Scene) -> float:
        closest = 0.0
        for anchor in scene.anchors:
            if anchor.name != place.name:
                closest = max(closest, math.exp(-distance_km(place, anchor) / (2.5 * NEAR_KM)))
        return closest

    @staticmethod
    def _reasons(place: Place, count: int, scene: Scene) -> tuple[str, ...]:
        reasons = []
        if count == 1:
            reasons.append("the only place of this name")
        if place.country in scene.named_countries and place.kind is not PlaceKind.COUNTRY:
            reasons.append("its country is named in the document")
        if area_of(place) in scene.admin1 and place.kind is PlaceKind.SETTLEMENT:
            reasons.append(f"its area, {place.admin1}, is named in the document")
        if place.source == "user":
            reasons.append("one of the user's own places")
        return tuple(reasons) or (BEST_KNOWN,)


def _weight(name: PlaceName, place: Place) -> float:
    if name.demonym:
        return 0.4
    if name.nested:
        return 0.2
    return 1.0 if place.kind is PlaceKind.COUNTRY else 0.6


def _is_seat(town: Place, area: Place) -> bool:
    """Whether a town lies in an area of its name so that it may be its seat: maybe at its edge."""
    reach = max(MIDDLE_KM, SEAT_RADII * (area.radius_km or 0.0))
    return distance_km(town, area) <= reach


def _is_spelt_so(town: Place, area: Place) -> bool:
    """Whether a town is its area's namesake in another spelling ("Osketya" in "Osketia")."""
    return SequenceMatcher(None, town.name.casefold(), area.name.casefold()).ratio() >= SPELT_SO


def _fits(place: Place, level: PlaceKind) -> bool:
    if level is PlaceKind.REGION:
        return place.kind in (PlaceKind.REGION, PlaceKind.ADMIN1, PlaceKind.ADMIN2)
    return place.kind is level


__all__ = ["FEATURES", "Choice", "Referents", "Scene", "area_of", "distance_km", "lies_in"]
