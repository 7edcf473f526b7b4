"""Fit the weights by which the incidents of a round-up are told apart.

    python tools/fit_round_up.py ../shared/data --begin 997

reads the training labels from a place in their draw on, and both tuning files: documents that the
heads have not learned from. Each pair of found triggers that stand on gold triggers, in two
sentences, has the features of ``extract/learned/round_up.py``; the weights are those of a logistic
regression whose offset is the score that the pair has without them. Pairs of one document weigh
together as the square root of their number. The weights are printed, to be written there by hand.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from choose_decoding import Bench, Quick, Remembering
from fit_peers import LABELS, accounts_with, labelled, logistic
from numpy.typing import NDArray

from recount.evaluation.product import Report
from recount.extract.learned.coordinated import told_apart
from recount.extract.learned.drafts import found_triggers, links_of_triggers, same_scores
from recount.extract.learned.figures import find_figures
from recount.extract.learned.round_up import FEATURES, round_up_features
from recount.extract.learned.settings import shipped_decoding
from recount.extract.learned.turns import turned
from recount.extract.rules.extractor import read_by_rules
from recount.resources.encoder.session import SHIPPED
from recount.training.sets.own import texts_by_digest

TUNING = ("tuning.jsonl", "tuning_2.jsonl")
SHIFT = 0.75
"""Added to the offset: triggers are joined from a mean score of -0.75 on (``decoding.json``)."""
RIDGE, LIMIT = 3.0, 12.0

Floats = NDArray[np.float64]


def rows_of(begin: int) -> Iterator[dict[str, Any]]:
    """Yield the labelled documents that the heads have not learned from."""
    yield from labelled(begin)
    for name in TUNING:
        for line in LABELS.with_name(name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if sum(len(account["triggers"]) for account in row["accounts"]) > 1:
                yield row


def pairs_of(extractor: Quick, bench: Bench, row: dict[str, Any]) -> tuple[Floats, Floats, Floats]:
    """Return features, offset and label of the pairs of one document."""
    decoding = shipped_decoding()
    scan = extractor.scan(bench.documents[row["text_sha256"]])
    reading = bench.encoder.read(scan.text)
    triggers = found_triggers(reading, decoding)
    if len(triggers) == 0:
        return np.zeros((0, len(FEATURES))), np.zeros(0), np.zeros(0)
    gold = [accounts_with(trigger, row) for trigger in triggers]
    figures = find_figures(scan.text, scan.sentences, reading, decoding)
    tables, ruled = bench.encoder.pairs, read_by_rules(scan).accounts
    links = links_of_triggers(reading, tables, decoding, triggers, figures)
    offset = same_scores(reading, tables, decoding, triggers, links, ruled)
    offset = offset + turned(reading, triggers) + told_apart(reading.text, triggers)
    features = round_up_features(scan.text, scan.sentences, triggers, links)
    homes = [reading.tokens.sentences[t.first] for t in triggers]
    chosen = [
        (one, other)
        for one in range(len(triggers))
        for other in range(one + 1, len(triggers))
        if gold[one] and gold[other] and homes[one] != homes[other]
    ]
    return (
        np.asarray([features[pair] for pair in chosen], np.float64).reshape(-1, len(FEATURES)),
        np.asarray([offset[pair] for pair in chosen], np.float64),
        np.asarray([bool(gold[one] & gold[other]) for one, other in chosen], np.float64),
    )


def main() -> None:
    """Fit the weights and print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--begin", type=int, required=True)
    arguments = parser.parse_args()
    bench = Bench(arguments.data, Remembering(SHIPPED))
    texts = texts_by_digest(arguments.data)
    rows = list(rows_of(arguments.begin))
    bench.open([Report(row["text_sha256"], texts[row["text_sha256"]]) for row in rows])
    extractor = Quick(bench, shipped_decoding())
    found = [pairs_of(extractor, bench, r) for r in rows if r["text_sha256"] in bench.documents]
    found = [pairs for pairs in found if len(pairs[2]) > 0]
    weights = np.concatenate([np.full(len(same), len(same) ** -0.5) for _, _, same in found])
    features, offset, same = (np.concatenate(some) for some in zip(*found, strict=True))
    offset = np.clip(offset, -LIMIT, LIMIT) + SHIFT
    made = logistic(features, same, weights, offset, RIDGE)
    print(f"{len(same)} pairs of {len(found)} documents")
    for name, value in zip(FEATURES, made, strict=True):
        print(f"  {name} {value:.2f}")


if __name__ == "__main__":
    main()
