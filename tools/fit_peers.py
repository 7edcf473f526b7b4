"""Fit the weights of "two triggers tell of one incident" on documents the model never learned.

    python tools/fit_peers.py ../shared/data --model FOLDER --begin 517

reads the training labels from a place in their draw on (a model that was trained on the earlier
ones only has not seen these), scores every pair of found triggers that stand on gold triggers,
and writes the weights of a logistic regression into ``FOLDER/decoding.json``. Pairs of one
document weigh together as the square root of their number, so that long documents do not rule.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from choose_decoding import Bench, Quick, Remembering
from numpy.typing import NDArray

from recount.evaluation.product import Report
from recount.extract.learned.drafts import found_triggers, links_of_triggers, peer_scores
from recount.extract.learned.figures import find_figures
from recount.extract.learned.peers import FEATURES, peer_features
from recount.extract.learned.settings import FILE, Decoding, load_decoding
from recount.extract.rules.extractor import read_by_rules
from recount.resources.encoder.reading import FoundSpan
from recount.training.sets.own import texts_by_digest

LABELS = Path(__file__).parent.parent / "corpora" / "standoff" / "training.jsonl"
RIDGE = 1.0
STEPS = 50


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of one document: their features, and whether the gold has them as one."""

    features: NDArray[np.float64]
    same: NDArray[np.float64]


def accounts_with(trigger: FoundSpan, row: dict[str, Any]) -> set[int]:
    """Return the numbers of the labelled accounts that have a trigger at a found one."""
    return {
        at
        for at, account in enumerate(row["accounts"])
        if any(s < trigger.end and trigger.start < e for s, e in account["triggers"])
    }


def pairs_of(bench: Bench, extractor: Quick, decoding: Decoding, row: dict[str, Any]) -> Pairs:
    """Return the pairs of found triggers of a labelled document."""
    document = bench.documents[row["text_sha256"]]
    scan = extractor.scan(document)
    reading = bench.encoder.read(document.text)
    triggers = found_triggers(reading, decoding)
    figures = find_figures(scan.text, scan.sentences, reading, decoding)
    gold = [accounts_with(trigger, row) for trigger in triggers]
    tables = bench.encoder.pairs
    features = peer_features(
        reading,
        triggers,
        peer_scores(reading, tables, triggers),
        links_of_triggers(reading, tables, decoding, triggers, figures),
        read_by_rules(scan).accounts,
    )
    chosen = [
        (one, other)
        for one in range(len(triggers))
        for other in range(one + 1, len(triggers))
        if gold[one] and gold[other]
    ]
    return Pairs(
        np.asarray([features[one, other] for one, other in chosen], np.float64),
        np.asarray([bool(gold[one] & gold[other]) for one, other in chosen], np.float64),
    )


def fit(pairs: Sequence[Pairs]) -> NDArray[np.float64]:
    """Return the weights of a logistic regression, by Newton's method."""
    told = [p for p in pairs if len(p.same) > 0]
    features = np.concatenate([p.features for p in told])
    same = np.concatenate([p.same for p in told])
    weights = np.concatenate([np.full(len(p.same), len(p.same) ** -0.5) for p in told])
    return logistic(features, same, weights, np.zeros(len(same)), RIDGE)


def logistic(
    features: NDArray[np.float64],
    same: NDArray[np.float64],
    weights: NDArray[np.float64],
    offset: NDArray[np.float64],
    ridge: float,
) -> NDArray[np.float64]:
    """Return the weights of a logistic regression with an offset, by Newton's method."""
    weights = weights / weights.mean()
    found = np.zeros(features.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-(features @ found + offset)))
        slope = features.T @ (weights * (chance - same)) + ridge * found
        bend = (features * (weights * chance * (1 - chance))[:, None]).T @ features
        found -= np.linalg.solve(bend + ridge * np.eye(len(found)), slope)
    return found


def labelled(begin: int) -> Iterator[dict[str, Any]]:
    """Yield the labelled documents from a place in the draw on that have two accounts' triggers."""
    for line in LABELS.read_text(encoding="utf-8").splitlines()[begin:]:
        row = json.loads(line)
        if sum(len(account["triggers"]) for account in row["accounts"]) > 1:
            yield row


def main() -> None:
    """Fit the weights and write them beside the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--begin", type=int, required=True)
    arguments = parser.parse_args()
    bench = Bench(arguments.data, Remembering(arguments.model))
    decoding = load_decoding(arguments.model)
    texts = texts_by_digest(arguments.data)
    rows = list(labelled(arguments.begin))
    bench.open([Report(row["text_sha256"], texts[row["text_sha256"]]) for row in rows])
    extractor = Quick(bench, decoding)
    made = [
        pairs_of(bench, extractor, decoding, r) for r in rows if r["text_sha256"] in bench.documents
    ]
    weights = [round(float(value), 3) for value in fit(made)]
    path = arguments.model / FILE
    kept = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**kept, "peers": weights}, indent=1) + "\n", encoding="utf-8")
    print(f"{sum(len(p.same) for p in made)} pairs of {len(made)} documents")
    for name, value in zip(FEATURES, weights, strict=True):
        print(f"  {name} {value}")


if __name__ == "__main__":
    main()
