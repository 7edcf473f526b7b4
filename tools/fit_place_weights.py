"""Fit the resolver's weights of ``src/recount/resources/data/place_weights.json`` anew.

    python tools/fit_place_weights.py ../shared/data/geoparsing

A conditional logistic regression over the candidates of each name, on the parts of LGL and
GeoVirus that are not dev, towards the present weights. Deterministic; no seed is needed.
Prints the weights; ``HELD`` keeps those that LGL, being local news, cannot teach.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

from recount.evaluation.base import is_dev, read_lines
from recount.evaluation.geoparsing import FILES, NEAR_KM, Text, given_names, is_near, text_of
from recount.resolve.place_referent import FEATURES, Referents
from recount.resolve.place_words import Surroundings
from recount.resources.gazetteer import Gazetteer, open_gazetteer
from recount.resources.gazetteer.evidence import resolver_weights

PULL = 0.01
"""Strength of the pull towards the present weights."""
STEPS = 400
RATE = 0.05
HELD = ("country_share", "country_named", "alternate", "outlet", "user")

Group = tuple["np.ndarray", "np.ndarray"]


def groups_of(gazetteer: Gazetteer, text: Text) -> list[Group]:
    """Return features and truth of the candidates of each name of a text."""
    given, names = given_names(gazetteer, text)
    referents = Referents(gazetteer, Surroundings(text.text, names), names, None)
    found, seen = [], set()
    for name, toponym in zip(given, text.toponyms, strict=True):
        if toponym.lat is None or not name.candidates or name.key in seen:
            continue
        seen.add(name.key)
        places = referents.considered(name.key)
        right = np.array([float(is_near(place, toponym, NEAR_KM)) for place in places])
        if 0 < right.sum() < len(right):
            rows = [referents.features(place, name.key, referents.scene) for place in places]
            found.append((np.array(rows), right))
    return found


def fit(groups: list[Group], start: np.ndarray) -> np.ndarray:
    """Return the weights after ``STEPS`` of Adam from the start."""
    weights, mean, square = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for step in range(1, STEPS + 1):
        slope = -PULL * (weights - start)
        for rows, right in groups:
            score = rows @ weights
            share = np.exp(score - score.max())
            share /= share.sum()
            wanted = share * right
            slope += ((wanted / max(wanted.sum(), 1e-12) - share) @ rows) / len(groups)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        bias = np.sqrt(square / (1 - 0.999**step)) + 1e-8
        weights += RATE * (mean / (1 - 0.9**step)) / bias
    return weights


def main(folder: Path) -> None:
    """Print the fitted weights as JSON."""
    gazetteer = open_gazetteer()
    groups = [
        group
        for file in FILES
        for row in read_lines(folder / file)
        if not is_dev(str(row["id"]))
        for group in groups_of(gazetteer, text_of(row))
    ]
    start = np.array(resolver_weights(FEATURES))
    fitted = dict(zip(FEATURES, fit(groups, start).tolist(), strict=True))
    held = dict(zip(FEATURES, start.tolist(), strict=True))
    told = {name: round(held[name] if name in HELD else fitted[name], 2) for name in FEATURES}
    print(json.dumps(told, indent=1))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
