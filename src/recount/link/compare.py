"""The comparisons of two accounts: each gives one reason with its weight, or none.

Every comparison is a function of two ``Features`` and gives the same for both orders.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from math import log2

from recount.link import weights as w
from recount.link.features import Features
from recount.link.figures import compare_figures
from recount.link.mentions import weigh_mentions
from recount.link.reports import late, levels_of, weigh
from recount.link.terms import likeness
from recount.model import (
    DateValue,
    IncidentType,
    PlacePrecision,
    PlaceValue,
    Realis,
    Reason,
    Scope,
    family,
)
from recount.resources.distance import edges_apart, plain_name
from recount.resources.site_classes import COMMON_CLASSES, compatible

Comparison = Callable[[Features, Features], Reason | None]
Scorer = Callable[[Features, Features], tuple[Reason, ...]]


def compare_dates(a: Features, b: Features) -> Reason | None:
    """Weigh how near two dates are, against how exactly they are known."""
    if a.date is None or b.date is None:
        return None
    detail = f"{_days(a.date)} / {_days(b.date)}"
    gap = days_apart(a.date, b.date)
    longest = max((d.end - d.start).days + 1 for d in (a.date, b.date))
    if gap == 0:
        most = w.DATE_SAME_DAY if longest == 1 else log2(w.DATE_RANGE_DAYS / longest)
        return Reason("date", max(w.DATE_LEAST_OVERLAP, min(w.DATE_SAME_DAY, most)), detail)
    if longest == 1:
        return Reason("date", w.DATE_GAPS.get(gap, w.DATE_FAR), detail)
    for most_days, weight in w.DATE_COARSE_GAPS:
        if gap <= most_days:
            return Reason("date", weight, detail)
    return Reason("date", w.DATE_FAR, detail)


def days_apart(a: DateValue, b: DateValue) -> int:
    """Return the days between two ranges, 0 when they share a day."""
    return max(0, (b.start - a.end).days, (a.start - b.end).days)


def _days(value: DateValue) -> str:
    if value.start == value.end:
        return value.start.isoformat()
    return f"{value.start.isoformat()} to {value.end.isoformat()}"


def compare_issues(a: Features, b: Features) -> Reason | None:
    """Weigh the publication of an account without a day against the day of the other.

    Whole reports that are compared weigh their publications themselves.
    """
    told, untold = (a, b) if b.date is None else (b, a)
    if untold.date is not None or told.date is None or untold.published is None:
        return None
    if _told_by_reports(a, b) or (told.date.end - told.date.start).days >= w.ISSUE_DAYS:
        return None
    weight = issue_weight((untold.published - told.date.end).days)
    detail = f"published {untold.published.isoformat()} / {_days(told.date)}"
    return None if weight is None else Reason("issue", weight, detail)


def issue_weight(days: int) -> float | None:
    """Return what the days from an incident to a report without a day say of them."""
    if days < -1:
        return w.ISSUE_BEFORE
    return w.ISSUE_NEAR if days <= w.ISSUE_DAYS else None


def compare_places(a: Features, b: Features) -> Reason | None:
    """Weigh the distance of two places against how exactly they are known."""
    if a.place is None or b.place is None:
        return None
    detail = f"{a.place_label} / {b.place_label}"
    return Reason("place", _place_weight(a.place, b.place), detail)


def _place_weight(a: PlaceValue, b: PlaceValue) -> float:
    if a.country is not None and b.country is not None and a.country != b.country:
        return w.PLACE_OTHER_COUNTRY
    edges = edges_apart(a, b)
    same_admin1 = _same(a.admin1, b.admin1)
    if a.name is not None and (_same(a.name, b.name) or is_one_spot(a, b)):
        # One name in two provinces is two towns, unless their points say otherwise.
        if same_admin1 is not False or (edges is not None and edges == 0.0):
            return _same_name_weight(a, b)
        return w.PLACE_OTHER_ADMIN1
    if _fine(a) and _fine(b):
        if edges == 0.0 and _siblings(a, b):
            return w.PLACE_SIBLING
        listed = a.lat is not None or b.lat is not None
        return _fine_weight(edges, same_admin1=same_admin1, listed=listed)
    if _same(a.admin2, b.admin2) and same_admin1 is not False:
        return w.PLACE_SAME_DISTRICT
    if same_admin1 is False:
        return w.PLACE_OTHER_ADMIN1
    if same_admin1:
        return w.PLACE_SAME_ADMIN1
    return w.PLACE_SAME_COUNTRY if a.country is not None and b.country is not None else 0.0


def _same_name_weight(a: PlaceValue, b: PlaceValue) -> float:
    if _fine(a) and _fine(b):
        sites = a.precision is b.precision is PlacePrecision.SITE
        edges = edges_apart(a, b)
        # Two points in one city, each known to the site, are two places.
        return w.PLACE_NEAR if sites and edges is not None and edges > 0.0 else w.PLACE_SAME
    same_level = a.precision is b.precision
    coarse = {PlacePrecision.COUNTRY, PlacePrecision.UNKNOWN} & {a.precision, b.precision}
    if len(coarse) > 0:
        return w.PLACE_SAME_COUNTRY
    if same_level and a.precision is PlacePrecision.DISTRICT:
        return w.PLACE_SAME_DISTRICT
    return w.PLACE_SAME_ADMIN1


def _fine_weight(edges: float | None, *, same_admin1: bool | None, listed: bool) -> float:
    if edges is None and same_admin1 is False:
        return w.PLACE_OTHER_ADMIN1
    if edges is None:  # a street or a quarter that no gazetteer has may lie in the town
        return w.PLACE_UNLISTED if listed else w.PLACE_OTHER_NAME
    if edges == 0.0:
        return w.PLACE_WITHIN
    if edges <= w.PLACE_NEAR_KM:
        return w.PLACE_NEAR
    return w.PLACE_APART if edges <= w.PLACE_APART_KM else w.PLACE_FAR


def is_one_spot(a: PlaceValue, b: PlaceValue) -> bool:
    """Return whether two places are one under two spellings ("Kharun", "Qarun")."""
    if a.lat is None or (a.lat, a.lon, a.radius_km) != (b.lat, b.lon, b.radius_km):
        return False
    if not (_fine(a) and _fine(b)):
        return False
    one, other = sorted((plain_name(a.name) or "", plain_name(b.name) or ""))
    return SequenceMatcher(None, one, other).ratio() >= _ONE_NAME


_ONE_NAME = 0.5
"""Share of letters in common from which two names of one point are spellings of one."""


def _siblings(a: PlaceValue, b: PlaceValue) -> bool:
    """Whether two places of other names lie side by side in one town or district.

    A suburb and its own town are no siblings: one of them is the area that both lie in.
    """
    if not _same(a.admin2, b.admin2) or (a.lat, a.lon) == (b.lat, b.lon):
        return False
    area = plain_name(a.admin2)
    return area not in (plain_name(a.name), plain_name(b.name))


def _fine(place: PlaceValue) -> bool:
    precise = place.precision in (PlacePrecision.SITE, PlacePrecision.SETTLEMENT)
    return precise and place.name is not None


def _same(a: str | None, b: str | None) -> bool | None:
    if a is None or b is None:
        return None
    return plain_name(a) == plain_name(b)


_NEIGHBOURS = frozenset(
    frozenset(pair)
    for pair in (
        ("attack", "abduction"),
        ("attack", "demonstration"),
        ("attack", "territory"),
        ("arrest", "demonstration"),
        ("arrest", "abduction"),
        ("shell", "air"),
        ("attack", "shell"),
        ("attack", IncidentType.CHEMICAL_WEAPON.value),
        ("attack", IncidentType.SEXUAL_VIOLENCE.value),
        ("attack", IncidentType.LOOTING.value),
    )
)
_SHADES: dict[frozenset[IncidentType], float] = {
    frozenset({IncidentType.SUICIDE_BOMB, IncidentType.ARMED_CLASH}): w.TYPE_NEIGHBOUR,
    frozenset({IncidentType.GRENADE, IncidentType.SUICIDE_BOMB}): w.TYPE_NEIGHBOUR,
    frozenset({IncidentType.GRENADE, IncidentType.REMOTE_EXPLOSIVE}): 0.0,
}
"""Types of one family that reporters tell apart when they see the place."""


def compare_types(a: Features, b: Features) -> Reason | None:
    """Weigh whether reporters use these two types for one incident."""
    detail = f"{a.type.value} / {b.type.value}"
    if a.type is b.type:
        return Reason("type", w.TYPE_SAME, detail)
    if IncidentType.OTHER in (a.type, b.type):
        return Reason("type", w.TYPE_NEIGHBOUR, detail)
    families = frozenset({family(a.type), family(b.type)})
    if len(families) == 1:
        weight = _SHADES.get(frozenset({a.type, b.type}), w.TYPE_FAMILY)
    elif IncidentType.ATTACK in (a.type, b.type) and families & {"air", "shell"}:
        weight = w.TYPE_GENERIC
    else:
        weight = w.TYPE_NEIGHBOUR if families in _NEIGHBOURS else w.TYPE_OTHER
    return Reason("type", weight, detail)


def compare_scopes(a: Features, b: Features) -> Reason | None:
    """Weigh an accident against an act of violence."""
    both = {a.scope, b.scope}
    if len(both) == 2 and Scope.ACCIDENT in both and Scope.UNCLEAR not in both:
        return Reason("scope", w.SCOPE_OTHER, f"{a.scope.value} / {b.scope.value}")
    return None


def compare_realis(a: Features, b: Features) -> Reason | None:
    """Weigh an attempt against an act that happened."""
    if a.realis is b.realis or Realis.COMMEMORATED in (a.realis, b.realis):
        return None
    return Reason("realis", w.REALIS_OTHER, f"{a.realis.value} / {b.realis.value}")


def compare_sites(a: Features, b: Features) -> Reason | None:
    """Weigh the kinds of sites: a mosque and an airport are two incidents."""
    if a.site is None or b.site is None:
        return None
    detail = f"{a.site_text} / {b.site_text}"
    common = a.site in COMMON_CLASSES or b.site in COMMON_CLASSES
    if a.site == b.site:
        if len(a.site_kinds) > 0 and len(b.site_kinds) > 0 and not a.site_kinds & b.site_kinds:
            return Reason("site", w.SITE_OTHER_KIND, detail)
        return Reason("site", w.SITE_SAME_COMMON if common else w.SITE_SAME, detail)
    shared = (a.sites & b.sites) - COMMON_CLASSES
    if len(shared) > 0:
        return Reason("site", w.SITE_SAME_COMMON, f"{detail}; both also {min(shared)}")
    if compatible(a.site, b.site):
        return Reason("site", w.SITE_EXCHANGED, detail)
    return Reason("site", w.SITE_OTHER_COMMON if common else w.SITE_OTHER, detail)


def compare_actors(a: Features, b: Features) -> Reason | None:
    """Weigh who is held to have done it."""
    left, right = a.actors | a.accused, b.actors | b.accused
    if len(left) == 0 or len(right) == 0:
        return None
    shared = left & right
    detail = f"{', '.join(sorted(left))} / {', '.join(sorted(right))}"
    if len(shared) > 0:
        sure = len(shared & (a.actors | b.actors)) > 0
        return Reason("perpetrator", w.ACTOR_SAME if sure else w.ACTOR_SAME_PART, detail)
    sure = len(a.actors) > 0 and len(b.actors) > 0
    return Reason("perpetrator", w.ACTOR_OTHER if sure else w.ACTOR_OTHER_BLAMED, detail)


def compare_targets(a: Features, b: Features) -> Reason | None:
    """Weigh named targets in common."""
    named = a.targets & b.targets
    if len(named) == 0:
        return None
    people = len(a.people & b.people)
    weight = max(w.TARGET_SAME, min(w.TARGET_PERSON_MOST, w.TARGET_PERSON * people))
    return Reason("target", weight, ", ".join(sorted(named)))


def compare_victims(a: Features, b: Features) -> Reason | None:
    """Weigh words for the victims in common, where no named target is."""
    words = a.victims & b.victims
    if len(words) > 0 and a.targets.isdisjoint(b.targets):
        return Reason("victims", w.VICTIM_WORDS, ", ".join(sorted(words)))
    return None


def compare_weapons(a: Features, b: Features) -> Reason | None:
    """Weigh the kinds of weapons."""
    if len(a.weapons) == 0 or len(b.weapons) == 0:
        return None
    same = len(a.weapons & b.weapons) > 0
    detail = f"{', '.join(sorted(a.weapons))} / {', '.join(sorted(b.weapons))}"
    return Reason("weapon", w.WEAPON_SAME if same else w.WEAPON_OTHER, detail)


def compare_reports(a: Features, b: Features) -> Reason | None:
    """Weigh the two whole reports; how many names they share is shown, not which (privacy)."""
    if a.report is None or b.report is None or a.document == b.document:
        return None
    days = _known_days(a, b)
    levels = levels_of(a.report, b.report, days)
    share = min(a.report.share, b.report.share)
    dated = _dated(a) and _dated(b)
    weight = weigh(levels, dated=dated, share=share)
    if min(len(a.report.whole.words), len(b.report.whole.words)) < w.REPORT_SHORT_WORDS:
        weight = min(weight, w.REPORT_SHORT_MOST + late(levels, dated=dated))
    alike = likeness(a.report.whole, b.report.whole)
    names = len(a.report.whole.names & b.report.whole.names)
    detail = f"{alike:.0%} of the words by rarity, {names} rare names in common"
    if days is not None:
        detail += f", published {days} days apart"
    return Reason("report", weight, detail)


def compare_mentions(a: Features, b: Features) -> Reason | None:
    """Weigh one account's town in the other's report, where their places do not agree."""
    place = compare_places(a, b)
    return weigh_mentions(a, b, None if place is None else place.weight)


def _known_days(a: Features, b: Features) -> int | None:
    if a.published is None or b.published is None:
        return None
    return abs((a.published - b.published).days)


def _dated(item: Features) -> bool:
    return item.days is not None and item.days <= w.REPORT_DATED_DAYS


def misread(a: Features, b: Features, weights: Mapping[str, float]) -> Reason | None:
    """Return what to give back where reports of one story contradict each other.

    Two reports that share names and wording and tell of little else are likelier to have a
    date or a place misread than to tell of two incidents. Where both contradict each other,
    or the types or figures are far apart, they are two incidents of one conflict.

    Args:
        a: one account.
        b: the other.
        weights: what the comparisons say, by name, in their order.
    """
    if a.report is None or b.report is None:
        return None
    report = weights.get("report", 0.0)
    if report <= 0.0 or min(a.report.share, b.report.share) < w.MISREAD_LEAST_SHARE:
        return None
    place = weights.get("place", 0.0) + weights.get("mentioned", 0.0)
    where = [weights.get("date", 0.0), place]
    rest = [weight for name, weight in weights.items() if name not in _BOUNDED_APART]
    if sum(weight < 0.0 for weight in where) > 1 or min(rest, default=0.0) <= w.TYPE_OTHER:
        return None
    back = max(0.0, w.MISREAD_WHERE_LEAST - sum(where)) + max(0.0, w.MISREAD_REST_LEAST - sum(rest))
    if back == 0.0:
        return None
    return Reason("misread", back, "two reports of one story: a detail may be misread")


_BOUNDED_APART = frozenset({"date", "place", "mentioned", "report"})


def _told_by_reports(a: Features, b: Features) -> bool:
    return a.report is not None and b.report is not None and a.document != b.document


def compare_names(a: Features, b: Features) -> Reason | None:
    """Weigh rare names that both accounts hold; how many is shown, not which (privacy)."""
    if _told_by_reports(a, b):
        return None
    shared = a.names & b.names
    if len(shared) == 0:
        return None
    weight = min(w.NAME_MOST, w.NAME_SHARED * len(shared))
    return Reason("names", weight, f"{len(shared)} rare names in common")


def compare_wording(a: Features, b: Features) -> Reason | None:
    """Weigh wording so alike that one text comes from the other."""
    if _told_by_reports(a, b):
        return None
    if min(len(a.wording), len(b.wording)) < w.WORDING_LEAST_WORDS:
        return None
    share = len(a.wording & b.wording) / len(a.wording | b.wording)
    for least, weight in w.WORDING:
        if share >= least:
            return Reason("wording", weight, f"{share:.0%} of the words in common")
    return None


COMPARISONS: tuple[Comparison, ...] = (
    compare_dates,
    compare_issues,
    compare_places,
    compare_types,
    compare_scopes,
    compare_realis,
    compare_sites,
    compare_actors,
    compare_targets,
    compare_victims,
    compare_weapons,
    compare_figures,
    compare_names,
    compare_wording,
    compare_mentions,
    compare_reports,
)


def compare(a: Features, b: Features) -> tuple[Reason, ...]:
    """Return every reason that weighs for or against one incident, without the prior."""
    first, second = (a, b) if a.id <= b.id else (b, a)
    made = (comparison(first, second) for comparison in COMPARISONS)
    found = [reason for reason in made if reason is not None]
    back = misread(first, second, {reason.name: reason.weight for reason in found})
    return tuple(found if back is None else [*found, back])
