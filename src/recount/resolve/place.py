"""Places: which place the words of an incident mean, how exactly, and why.

Method. ``place_referent`` chooses one place for each name of the document, by all the
others; ``place_words`` reads what stands around a name (its level, its enclosing area, how
near it is). Here the mentions of one incident are joined: the finest names the place,
coarser ones must enclose it or be set aside, and what the gazetteer lacks is kept as text
inside the area around it. Nothing named is ``Unknown``, never the country of the outlet.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from recount.model import PlaceValue, Resolved, Span, SpanRole, Unknown
from recount.resolve.place_about import About
from recount.resolve.place_astray import is_astray
from recount.resolve.place_chains import Chains
from recount.resolve.place_geometry import area_of, lies_in
from recount.resolve.place_home import Homes
from recount.resolve.place_openings import Opening
from recount.resolve.place_reading import (
    FINENESS,
    Reading,
    encloses,
    is_continent,
    told_beside,
    town_of_quarter,
    valued,
    without_streets,
)
from recount.resolve.place_referent import Choice, Referents
from recount.resolve.place_spelling import SMALL_TAIL, repaired, without_level
from recount.resolve.place_value import (
    as_written,
    between,
    country_value,
    label,
    relate,
    unlisted,
    value_of,
)
from recount.resolve.place_words import (
    IN_PROVINCE,
    TO_AREA,
    Around,
    Relation,
    Surroundings,
    is_street,
    level_alone,
)
from recount.resources.gazetteer import (
    Gazetteer,
    Inside,
    Place,
    PlaceKind,
    PlaceName,
    is_part_of_name,
    key_of,
)

METHOD = "resolve.place"
UNLISTED_CONFIDENCE = 0.5
"""A name that the gazetteer lacks stands in the text, but its level is a reading."""
CAPITAL_CONFIDENCE, ALIKE_CONFIDENCE = 0.75, 0.6
"""A place spelt nearly so in the document's own country is more often right than not."""
CITY = 100_000
"""People of a town whose quarters bear its name with another word."""
SURE = 0.98
"""Margin of a choice that the words themselves settle ("X, Y")."""

_CAPITAL = re.compile(r"\bcapital\b", re.IGNORECASE)
_KINDS = {PlaceKind.ADMIN1: "province", PlaceKind.COUNTRY: "country"}
_NEAR_BY = 45


class PlaceResolver:
    """Resolves the place mentions of one document; made once, used for all its incidents."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        text: str,
        names: Sequence[PlaceName],
        outlet_country: str | None,
        told: Sequence[PlaceName] | None = None,
    ) -> None:
        self._gazetteer = gazetteer
        self._text = text
        self._names = tuple(sorted(names, key=lambda name: name.start))
        self._starts = [name.start for name in self._names]
        self._surroundings = Surroundings(text, self._names)
        self._referents = Referents(gazetteer, self._surroundings, self._names, outlet_country)
        self._kept: dict[Span, list[Reading]] = {}
        self._about: About | None = None
        self.homes = Homes(text, self._names if told is None else told, self._reading)
        self.chains = Chains(gazetteer, text, self._names, self._reading)

    # -- the document -------------------------------------------------------------------

    def dominant_country(self) -> str | None:
        """Return the country most named in the document (demonyms count weakly), if any."""
        counts = self._referents.scene.countries
        best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return best[0][0] if best and best[0][1] > 0 else None

    def enclosing(self, country: str) -> PlaceValue | None:
        """Return the value "somewhere in this country", by its ISO 3166 alpha-2 code."""
        return country_value(self._gazetteer, country)

    def referent(self, name: PlaceName) -> Choice | None:
        """Return the place that one name stands for here, with rivals and reasons."""
        return self._referents.of(name)

    def names_in(self, words: Span) -> bool:
        """Return whether a name of the gazetteer stands in some words."""
        return len(self._names_in(words)) > 0

    def opening_at(self, offset: int) -> Opening | None:
        """Return the names that open the paragraph around ``offset``, if it has such."""
        return self._referents.sections.openings.at(offset)

    def is_part_of_name(self, words: Span) -> bool:
        """Return whether words are part of a longer name ("Port" of "Port Osket")."""
        return any(n.start <= words.start and words.end < n.end for n in self._names_in(words))

    def is_country(self, words: Span) -> bool:
        """Return whether words name a country."""
        return PlaceKind.COUNTRY in self.kinds(words)

    def kinds(self, words: Span) -> frozenset[PlaceKind]:
        """Return of what kinds the places are that words name; none of what no list has."""
        places = [reading.place for reading in self._read(words)]
        return frozenset(place.kind for place in places if place is not None)

    def names_wholly(self, words: str) -> bool:
        """Return whether words are a place name of the text, with nothing beside it."""
        whole = words.casefold()
        found = (name for name in self._names if not name.demonym and not name.nested)
        return any(self._text[name.start : name.end].casefold() == whole for name in found)

    def is_wide(self, words: Span) -> bool:
        """Return whether words name no more than a continent or an ocean."""
        readings = self._read(words)
        return len(readings) > 0 and all(is_continent(reading) for reading in readings)

    def are_apart(self, one: Span, other: Span) -> bool:
        """Return whether two mentions name places of two areas, neither inside the other."""
        first, second = (self._place_or_area(mention) for mention in (one, other))
        if first is None or second is None:
            return False
        if lies_in(first, second) or lies_in(second, first):
            return False
        return area_of(first) != area_of(second)

    def _place_or_area(self, mention: Span) -> Place | None:
        """The place of a mention; of a name that no list has, the area told behind it."""
        reading = next(iter(self._read(mention)), None)
        if reading is None or reading.place is not None:
            return None if reading is None else reading.place
        return self._following_area(reading)

    # -- one incident -------------------------------------------------------------------

    def resolve(self, mentions: Sequence[Span], site: str | None) -> Resolved[PlaceValue]:
        """Return the place of one incident, from all mentions that belong to it."""
        told = [reading for mention in mentions for reading in self._read(mention)]
        readings, street = without_streets([r for r in told if not is_continent(r)])
        if street is not None:
            home = self.homes.most_named(readings)
            if home is not None:
                return self._on_street(home, street, site)
            readings = readings or [street]
            site = site or (street.text if readings[0] is not street else None)
        if not readings:
            reason = "no place is named" if not mentions else "the words name no place"
            if len(told) > 0:
                reason = f"no more is named than {told[0].text}"
            return Resolved(Unknown(reason), METHOD, 1.0)
        ordered = sorted(enumerate(readings), key=lambda item: (item[1].fineness, item[0]))
        finest = town_of_quarter(self._text, readings) or ordered[0][1]
        coarser = [reading for _, reading in ordered if reading is not finest]
        if finest.around.relation is Relation.BETWEEN:
            stretch = self._between(finest, site)
            if stretch is not None:
                return stretch
        if finest.place is None:
            return self._unlisted(finest, coarser, site)
        return self._listed(finest, coarser, site)

    @staticmethod
    def _on_street(home: Reading, street: Reading, site: str | None) -> Resolved[PlaceValue]:
        assert home.place is not None
        reason = f"{street.text} is no town; {home.place.name} is what the report names most"
        spans = (Span(home.span.start, home.span.end, SpanRole.CONTEXT),)
        value = value_of(home.place, site or street.text)
        return Resolved(value, METHOD, UNLISTED_CONFIDENCE, (reason,), (), spans)

    def _listed(
        self, finest: Reading, coarser: Sequence[Reading], site: str | None
    ) -> Resolved[PlaceValue]:
        place, reasons = self._agreeing(finest, coarser)
        if self._said_elsewhere(finest, place):
            # "X district, Y province": the words know better than a gazetteer that has X in Z.
            return self._unlisted(replace(finest, place=None), coarser, site)
        aside = [r for r in coarser if not encloses(r, place)]
        own = as_written(valued(place, coarser, site), place, finest.text)
        value, moved = relate(own, finest.around)
        notes = [finest.note] if finest.note else []
        notes += [
            f"also named: {reading.text}"
            for reading in aside
            if reading.text.casefold() != finest.text.casefold()
        ]
        choice = finest.choice
        candidates = [label(place), *(label(p) for p in choice.rivals)] if choice else []
        candidates += [label(r.place) for r in aside if r.place is not None]
        spans = tuple(
            Span(r.span.start, r.span.end, SpanRole.CONTEXT) for r in coarser if r not in aside
        )
        return Resolved(
            value,
            METHOD,
            choice.margin if choice else CAPITAL_CONFIDENCE,
            (*reasons, *moved, *notes),
            tuple(dict.fromkeys(candidates)),
            spans,
        )

    def _said_elsewhere(self, finest: Reading, place: Place) -> bool:
        """Whether the words put the place in an area of its country that it is not filed in."""
        at = bisect_left(self._starts, finest.span.end)
        if at >= len(self._names) or place.source == "user" or place.country is None:
            return False
        name = self._names[at]
        if IN_PROVINCE.fullmatch(self._text[finest.span.end : name.start]) is None:
            return False
        reading = self._reading(name)
        area = reading.place
        if area is None or area.country != place.country or reading.around.level is not area.kind:
            return False
        if area.kind is PlaceKind.ADMIN2:
            # Which district a village is filed in is often amiss, its province seldom.
            return place.kind is PlaceKind.SETTLEMENT and area.admin1 != place.admin1
        inside = area.kind is PlaceKind.ADMIN1
        return inside and place.kind is not PlaceKind.ADMIN1 and not lies_in(place, area)

    def _agreeing(
        self, finest: Reading, coarser: Sequence[Reading]
    ) -> tuple[Place, tuple[str, ...]]:
        """The place of the finest name, chosen anew if another of that name fits the areas."""
        place = finest.place
        assert place is not None
        reasons = finest.choice.reasons if finest.choice else ()
        outer = [
            reading.place
            for reading in coarser
            if reading.place is not None
            and reading.fineness > finest.fineness
            and reading.around.relation in (Relation.AT, Relation.PART)
        ]
        if not outer or any(lies_in(place, area) for area in outer):
            return place, reasons
        if place.country in self._referents.scene.named_countries:
            # A country beside it ("US troops") is then no reason to look for a namesake there.
            return place, reasons
        for area in outer:
            for rival in self._gazetteer.lookup(finest.text):
                same = rival.kind is place.kind and key_of(rival.name) == key_of(finest.text)
                if same and lies_in(rival, area):
                    return rival, (f"the incident's own words name {area.name} around it",)
        return place, reasons

    # -- reading a mention --------------------------------------------------------------

    def _read(self, mention: Span) -> list[Reading]:
        # The same words belong to several incidents of a text.
        found = self._kept.get(mention)
        if found is None:
            found = self._kept[mention] = self._read_anew(mention)
        return found

    def _read_anew(self, mention: Span) -> list[Reading]:
        inside = self._names_in(mention)
        words = mention.of(self._text)
        if _CAPITAL.search(words) and not any(not name.demonym for name in inside):
            capital = self._capital(mention, inside)
            return [capital] if capital is not None else []
        usable = [n for n in inside if not n.demonym and not n.nested]
        usable = usable or [n for n in inside if not n.demonym and n.inside is not Inside.PERSON]
        one_word = len(usable) == 1 or " " not in words
        if usable and one_word and self._is_longer(mention, usable[0]):
            return self._as_text(mention)
        if usable:
            return [self._reading(name) for name in usable]
        if inside:
            return [self._reading(name) for name in inside if name.demonym]
        back = self._antecedent(mention, words)
        return [back] if back is not None else self._as_text(mention)

    def _names_in(self, mention: Span) -> list[PlaceName]:
        at = bisect_left(self._starts, mention.start)
        at = at - 1 if at and self._names[at - 1].end > mention.start else at
        found = []
        while at < len(self._names) and self._names[at].start < mention.end:
            found.append(self._names[at])
            at += 1
        return found

    def _is_longer(self, mention: Span, name: PlaceName) -> bool:
        """Whether a mention is a longer name than the little place that is part of it."""
        start, end = name.start - mention.start, name.end - mention.start
        if not is_part_of_name(mention.of(self._text), start, end):
            return False
        settled = self._settled(name)
        # "Kharun Gates" is a quarter of the city.
        return settled is None or settled.place is None or settled.place.population < CITY

    def _reading(self, name: PlaceName) -> Reading:
        around = self._surroundings.around(name)
        words = self._text[name.start : name.end]
        choice = self._referents.of(name, around.level)
        note = ""
        if choice is not None and around.level is not None:
            choice, note = self._at_level(name, around.level, choice)
        place = choice.place if choice else None
        fixed = choice is not None and choice.margin >= SURE
        if choice is not None and not fixed and is_astray(choice, words, self._referents.scene):
            return self._alike(Span(name.start, name.end), words, around)
        return Reading(Span(name.start, name.end), place, words, around, choice, note)

    def _told_of(self, span: Span) -> Place | None:
        """The province or country that the report tells of where these words stand."""
        if self._about is None:
            readings = [self._settled(n) for n in self._names if not n.demonym and not n.nested]
            told = [reading for reading in readings if reading is not None]
            self._about = About(self._gazetteer, self._referents.sections, self._text, told)
        return self._about.at(span, self.dominant_country())

    def _settled(self, name: PlaceName) -> Reading | None:
        """What a name stands for by the gazetteer, if it stands for a place of it at all."""
        around = self._surroundings.around(name)
        words = self._text[name.start : name.end]
        choice = self._referents.of(name, around.level)
        fixed = choice is not None and choice.margin >= SURE
        if choice is None or (not fixed and is_astray(choice, words, self._referents.scene)):
            return None
        return Reading(Span(name.start, name.end), choice.place, words, around, choice)

    def _alike(self, span: Span, words: str, around: Around) -> Reading:
        """A name that the gazetteer lacks where it is looked for: one spelt like it, or text."""
        area = self._referents.sections.area_at(span.start) or self._told_of(span)
        country = area.country if area is not None else None
        spelt = SMALL_TAIL.sub("", words)
        sought = country is not None and not is_street(spelt)
        found = self._gazetteer.fuzzy(spelt, country) if sought else ()
        fitting = [p for p in found if around.level in (None, p.kind)]
        named = self._referents.provinces(country) if country else frozenset()
        # Far from every province that the text names, a like spelling is chance: but for that of
        # a place which the text names rightly elsewhere ("Kharuns" for "Kharun's").
        fitting = [
            p for p in fitting if len(named) == 0 or p.admin1 in named or p.name in self._text
        ]
        fitting = fitting or list(repaired(self._gazetteer, spelt, country))
        if not fitting:
            return Reading(span, None, words, around, None)
        choice = Choice(fitting[0], tuple(fitting[1:3]), (f"spelt like {words}",), ALIKE_CONFIDENCE)
        return Reading(span, fitting[0], words, around, choice)

    def _at_level(self, name: PlaceName, level: PlaceKind, choice: Choice) -> tuple[Choice, str]:
        """Hold the choice against the level word beside the name."""
        place = choice.place
        words = self._text[name.start : name.end]
        if place.kind is level or level in (PlaceKind.REGION, PlaceKind.COUNTRY):
            return choice, ""
        area = self._same_name_area(place, level) or self._state_named(words, level)
        if area is not None:
            return replace(choice, place=area), ""
        return self._referents.of(
            name
        ) or choice, f"no {level.value} is called {words}; taken as {label(place)}"

    def _same_name_area(self, place: Place, level: PlaceKind) -> Place | None:
        """The area of that level that bears the place's name in the same country."""
        if place.country is None:
            return None
        return self._gazetteer.area(place.country, place.name, level)

    def _state_named(self, words: str, level: PlaceKind) -> Place | None:
        """The state of which the list has "State" in its name, for "Osk state"."""
        if level is not PlaceKind.ADMIN1:
            return None
        return next((p for p in self._gazetteer.lookup(f"{words} State") if p.kind is level), None)

    def _capital(self, mention: Span, inside: Sequence[PlaceName]) -> Reading | None:
        country = next((n.candidates[0].country for n in inside if n.candidates), None)
        country = country or self.dominant_country()
        place = self._gazetteer.capital(country) if country else None
        if place is None:
            return None
        around = Around(PlaceKind.SETTLEMENT, Relation.AT)
        note = f"the capital of {place.country}"
        return Reading(mention, place, mention.of(self._text), around, None, note)

    def _antecedent(self, mention: Span, words: str) -> Reading | None:
        """Read The city", "the province": the place of that level named last before."""
        wanted = level_alone(words.strip())
        if wanted is None:
            return None
        at = bisect_left(self._starts, mention.start) - 1
        for name in reversed(self._names[: at + 1]):
            if name.demonym or name.nested:
                continue
            reading = self._reading(name)
            if reading.place is not None and reading.place.kind is wanted:
                note = f"“{words.strip()}” is {reading.place.name}, named before"
                return replace(reading, note=note, around=Around(wanted, Relation.AT))
        return None

    def _as_text(self, mention: Span) -> list[Reading]:
        told = mention.of(self._text).strip()
        words = without_level(told)
        if not any(c.isupper() for c in words):
            return []
        before = self._text[max(0, mention.start - 40) : mention.start]
        after = self._text[mention.end : mention.end + 40]
        around = Around(self._surroundings.level(before, after), Relation.AT)
        unlisted = Reading(mention, None, words, around, None)
        # Every town has a Barangay Poblacion.
        return [self._alike(mention, words, around) if words == told else unlisted]

    # -- what the gazetteer lacks, and stretches ----------------------------------------

    def _unlisted(
        self, finest: Reading, coarser: Sequence[Reading], site: str | None
    ) -> Resolved[PlaceValue]:
        areas = [r for r in coarser if r.place is not None and r.fineness > finest.fineness]
        area = areas[0].place if areas else None
        spans: tuple[Span, ...] = tuple(
            Span(r.span.start, r.span.end, SpanRole.CONTEXT) for r in areas[:1]
        )
        reasons = [f"the gazetteer has no {finest.text}"]
        beside = told_beside(self._text, finest, coarser) if area is None else None
        if beside is not None and beside.place is not None:
            value, moved = relate(value_of(beside.place, site), beside.around)
            reasons += [f"the words place it by {beside.text}", *moved]
            spans = (Span(beside.span.start, beside.span.end, SpanRole.CONTEXT),)
            value = replace(value, name=finest.text)
            return Resolved(value, METHOD, UNLISTED_CONFIDENCE, tuple(reasons), (), spans)
        if area is None:
            area = self._following_area(finest) or self._referents.sections.area_at(
                finest.span.start
            )
        if area is None:
            area = self._told_of(finest.span)
            if area is not None:
                reasons.append(
                    f"{area.name} is the {_KINDS[area.kind]} that the document tells most of"
                )
        else:
            reasons.append(f"the words name {area.name} around it")
        value = unlisted(finest.text, finest.around.level, area, site)
        return Resolved(value, METHOD, UNLISTED_CONFIDENCE, tuple(reasons), (), spans)

    def _following_area(self, reading: Reading) -> Place | None:
        """The area named right after an unlisted name ("X, Kunduz province")."""
        at = bisect_left(self._starts, reading.span.end)
        if at >= len(self._names):
            return None
        name = self._names[at]
        gap = self._text[reading.span.end : name.start]
        if name.demonym or len(gap) > _NEAR_BY or TO_AREA.fullmatch(gap) is None:
            return None
        outer = self._reading(name).place
        larger = outer is not None and FINENESS[outer.kind] > reading.fineness
        return outer if larger else None

    def _between(self, first: Reading, site: str | None) -> Resolved[PlaceValue] | None:
        """As in "Between X and Y": the stretch from the first name to the next one."""
        at = bisect_left(self._starts, first.span.end)
        if at >= len(self._names) or first.place is None:
            return None
        name = self._names[at]
        if " and " not in self._text[first.span.end : name.start] or name.start > (
            first.span.end + 40
        ):
            return None
        second = self._reading(name)
        if second.place is None:
            return None
        value = between(value_of(first.place, site), value_of(second.place, site))
        if value is None:
            return None
        reasons = (f"the words say between {first.text} and {second.text}",)
        candidates = (label(first.place), label(second.place))
        spans = (Span(name.start, name.end, SpanRole.CONTEXT),)
        return Resolved(value, METHOD, 0.7, reasons, candidates, spans)
