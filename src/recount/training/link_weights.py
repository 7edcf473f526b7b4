"""Estimates the weights of linking from reports whose incidents are known.

    python -m recount.training.link_weights ../shared/data/gun_violence

draws incidents outside the fixed sample, each with one of the same state and week, reads
their articles, compares the pairs that blocking finds, fits a logistic regression to the
levels of ``link.reports``, and writes ``link/estimated.json``.
The weights that are set by hand go in as one term with a scale of its own, so what they say
already is not counted twice. Same data and same reader, same weights.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import log
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from recount.evaluation.base import is_dev, read_lines
from recount.evaluation.gun_violence import SAMPLE_MODULUS
from recount.evaluation.product import ROWS_NAME, Report, apart
from recount.link import weights as w
from recount.link.block import candidate_pairs
from recount.link.compare import compare
from recount.link.described import describe
from recount.link.estimated import FILE, Estimated
from recount.link.features import Features
from recount.link.reports import levels_of, told_share
from recount.model import AccountRecord, DocumentInfo

RIDGE = 2.0
"""Weight of a normal prior around 0 for each level: one pair's worth of doubt."""
ROUNDS = 30
THRESHOLD = 0.0
"""Log odds, in bits, at which a pair of the training reports counts as the same. A report has
as many others there that it could be taken for as in a user's ledger."""
DRAWS = ((7, 75), (8, 50))
"""Seeds, and how many incidents of several articles each draws."""
NEAR_DAYS = 7
SIZES = (
    len(w.REPORT_LIKENESS_CUTS) + 1,
    len(w.REPORT_OWN_CUTS) + 1,
    w.REPORT_NAMES_MOST + 1,
    len(w.REPORT_PUBLISHED_CUTS) + 1,
)
"""Levels of likeness, own wording, names and publication, in the order of the columns."""
WHERE = frozenset({"date", "place", "mentioned"})
"""Comparisons of days and places."""
BY_HAND = 1 + sum(SIZES)
"""Column of what the weights set by hand say; the one before is 1 for dated pairs."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """Accounts of reports, with the incidents that each report is filed under."""

    records: tuple[AccountRecord, ...]
    documents: Mapping[str, DocumentInfo]
    incidents: Mapping[str, frozenset[str]]
    """By document."""


def main() -> None:
    """Read, estimate and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of gun_violence")
    parser.add_argument("--version", default="reports.v2")
    parser.add_argument("--out", type=Path, default=FILE)
    chosen = parser.parse_args()
    estimated = estimate(read(chosen.data), version=chosen.version)
    write(estimated, chosen.out)


def draw(
    recorded: Sequence[Mapping[str, Any]], articles: Mapping[str, int], seed: int, number: int
) -> frozenset[str]:
    """Return incidents of several articles, each with one that it could be taken for.

    That is another of the same state and week, the one with the most articles. None is of
    the fixed sample.

    Args:
        recorded: rows of incidents, with their days and states.
        articles: the number of articles of each incident.
        seed: of the draw.
        number: incidents drawn.
    """
    known = {
        row["incident"]: row
        for row in recorded
        if not is_dev(row["incident"], SAMPLE_MODULUS) and articles.get(row["incident"], 0) > 0
    }
    several = sorted(name for name in known if articles[name] > 1)
    drawn = Random(seed).sample(several, min(number, len(several)))  # noqa: S311
    chosen = set(drawn)
    for name in drawn:
        near = [
            other for other in known if other not in chosen and _near(known[other], known[name])
        ]
        chosen.update(sorted(near, key=lambda other: (-articles[other], other))[:1])
    return frozenset(chosen)


def _near(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    if a["state"] != b["state"]:
        return False
    days = [datetime.strptime(row["date"], "%B %d, %Y") for row in (a, b)]  # noqa: DTZ007
    return abs((days[0] - days[1]).days) <= NEAR_DAYS


def read(folder: Path) -> list[Labelled]:
    """Draw and read articles of ``gun_violence`` outside the fixed sample with the product.

    Raises:
        UsageError: a file is missing.
    """
    recorded = list(read_lines(folder / "incidents.jsonl"))
    rows = list(read_lines(folder / "articles.jsonl.gz"))
    number = Counter(row["incident"] for row in rows)
    taken: frozenset[str] = frozenset()
    found = []
    for seed, size in DRAWS:
        drawn = draw(recorded, number, seed, size) - taken
        if len(drawn) > 0:
            found.append(_read([row for row in rows if row["incident"] in drawn]))
        taken |= drawn
    return found


def _read(rows: Sequence[Mapping[str, Any]]) -> Labelled:
    from recount.ledger import Ledger
    from recount.pipeline import build, real_stages

    incidents: dict[str, set[str]] = {}
    reports = []
    for row in rows:
        report = Report(row["id"], row["text"], row["title"], row["published"], row["url"])
        reports.append(report)
        incidents.setdefault(report.document(), set()).add(row["incident"])
    with tempfile.TemporaryDirectory(prefix="recount-training-") as place:
        path, ledger = Path(place) / ROWS_NAME, Path(place) / "ledger.db"
        path.write_bytes(b"".join(report.line() + b"\n" for report in reports))
        build([path], ledger, stages=apart(real_stages()))
        with Ledger.open(ledger, create=False) as opened:
            view = opened.view()
            records = tuple(view.records())
            documents = {info.id: info for info in view.documents()}
    return Labelled(records, documents, {d: frozenset(told) for d, told in incidents.items()})


def estimate(sets: Sequence[Labelled], *, version: str) -> Estimated:
    """Return the weights that these sets of labelled reports support.

    The scale is that of the weights set by hand, so both add up; ``SAME_AT`` stands where
    the regression gives ``THRESHOLD``.
    """
    tables = [_pairs(labelled) for labelled in sets]
    x = np.vstack([table[0] for table in tables])
    y = np.concatenate([table[1] for table in tables])
    fitted = fit(x, y) / log(2)
    scale = float(fitted[-1])
    bits = [round(float(value) / scale, 2) for value in fitted[1:-1]]
    base = (float(fitted[0]) - THRESHOLD) / scale + (w.SAME_AT - w.PRIOR)
    parts, at = [], 0
    for size in SIZES:
        parts.append(tuple(bits[at : at + size]))
        at += size
    return Estimated(
        version=version,
        made_by="python -m recount.training.link_weights",
        source=f"gun_violence outside the fixed sample: {len(y)} pairs, {int(y.sum())} the same",
        base=round(base, 2),
        dated=bits[at],
        likeness=parts[0],
        own=parts[1],
        names=parts[2],
        published=parts[3],
    )


def _pairs(labelled: Labelled) -> tuple[Any, Any]:
    """Return a row for each pair of reports: levels as 0 and 1, and what the rest says."""
    features = [
        item
        for item in describe(labelled.records, labelled.documents)
        if item.report is not None and told_share(item.report.share) >= 1.0
    ]
    rows, same = [], []
    for left, right in candidate_pairs(features):
        a, b = features[left], features[right]
        if a.document != b.document:
            rows.append(_row(a, b))
            told = labelled.incidents[a.document] & labelled.incidents[b.document]
            same.append(float(len(told) > 0))
    return np.array(rows), np.array(same)


def _row(a: Features, b: Features) -> list[float]:
    row = [0.0] * (BY_HAND + 1)
    if a.report is None or b.report is None:
        return row
    known = a.published is not None and b.published is not None
    days = abs((a.published - b.published).days) if a.published and b.published else None
    levels = levels_of(a.report, b.report, days if known else None)
    dated = all(f.days is not None and f.days <= w.REPORT_DATED_DAYS for f in (a, b))
    at = 0
    told = (levels.likeness, levels.own, levels.names, None if dated else levels.published)
    for size, level in zip(SIZES, told, strict=True):
        if level is not None:
            row[at + level] = 1.0
        at += size
    row[BY_HAND - 1] = float(dated)
    row[BY_HAND] = by_hand(a, b)
    return row


def by_hand(a: Features, b: Features) -> float:
    """Return what the weights set by hand say of a pair, bounded as for one story, in bits."""
    reasons = [r for r in compare(a, b) if r.name not in ("report", "misread")]
    where = sum(r.weight for r in reasons if r.name in WHERE)
    rest = sum(r.weight for r in reasons if r.name not in WHERE)
    return max(w.MISREAD_WHERE_LEAST, where) + max(w.MISREAD_REST_LEAST, rest)


def fit(x: Any, y: Any) -> Any:
    """Return intercept and weights of a logistic regression with a ridge, in nats.

    Newton's method; the intercept and the last column (a scale) are not shrunk.
    """
    rows = np.hstack([np.ones((len(x), 1)), x])
    ridge = np.eye(rows.shape[1]) * RIDGE
    ridge[0, 0] = ridge[-1, -1] = 0.0
    weights = np.zeros(rows.shape[1])
    for _ in range(ROUNDS):
        chance = 1.0 / (1.0 + np.exp(-np.clip(rows @ weights, -30.0, 30.0)))
        spread = chance * (1.0 - chance) + 1e-9
        curve = (rows * spread[:, None]).T @ rows + ridge
        step = np.linalg.solve(curve, rows.T @ (y - chance) - ridge @ weights)
        weights = weights + step
        if float(abs(step).max()) < 1e-6:
            break
    return weights


def write(estimated: Estimated, path: Path) -> None:
    """Write weights in the form that ``link.estimated`` reads."""
    plain = {name: getattr(estimated, name) for name in Estimated.__slots__}
    path.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
