"""Names of countries by code, as newspapers write them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

_SHORT = MappingProxyType(
    {
        "CD": "DR Congo",
        "FK": "Falkland Islands",
        "FM": "Micronesia",
        "PS": "Palestine",
        "RU": "Russia",
        "VA": "Vatican City",
        "VG": "British Virgin Islands",
        "VI": "US Virgin Islands",
        "XK": "Kosovo",
    }
)
"""Where ISO 3166 (as pycountry has it) gives no short name, or no name at all."""


def country_name(code: str, own: Mapping[str, str] | None = None) -> str:
    """Return the name of a country; a code that nobody names stands for itself.

    Args:
        code: ISO 3166 alpha-2, or a private code.
        own: names by code that the user supplied, which win.

    >>> country_name("SY")
    'Syria'
    >>> country_name("XV", {"XV": "Talvora"})
    'Talvora'
    """
    if own is not None and code in own:
        return own[code]
    return country_names().get(code, code)


def own_names(places: Iterable[str]) -> dict[str, str]:
    """Return names of countries by code, of those among the places that a user supplied.

    Args:
        places: supplied places in their stored form (JSON).
    """
    bodies = [json.loads(place) for place in places]
    return {
        str(body["country"]): str(body["name"])
        for body in bodies
        if body["kind"] == "country" and body["country"] is not None
    }


@cache
def country_names() -> Mapping[str, str]:
    """Return the name of every country by its code; do not change it."""
    import pycountry

    listed = {c.alpha_2: str(getattr(c, "common_name", c.name)) for c in pycountry.countries}
    return MappingProxyType(listed | _SHORT)
