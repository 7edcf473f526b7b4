"""Fit the weights of an account's confidence on labelled documents.

    python tools/fit_confidence.py ../shared/data

reads training labels (where the heads have seen the documents their scores are too sure of them)
for the weights, and the tuning labels, which they have not, for the slope and offset on top. An
account is right as the exam counts it: it has a gold partner, and both or neither happened.
Prints the scores on the tuning documents and writes the weights into the shipped decoding.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from recount.evaluation import product
from recount.evaluation.exam.calibration import auroc, expected_error
from recount.evaluation.exam.gold import LABELS, load_texts, read_labels
from recount.evaluation.exam.nouns import ExamText, Labels, Paired
from recount.evaluation.exam.run import compare
from recount.evaluation.product import Reading, Report, read_reports
from recount.extract.learned import extractor
from recount.extract.learned.confidence import FEATURES, features_of
from recount.extract.learned.settings import FILE, shipped_decoding
from recount.model import Account, UsageError
from recount.resources.encoder.reading import TextReading
from recount.resources.encoder.session import SHIPPED

Floats = NDArray[np.float64]
RIDGE = 2.0
STEPS = 50
DOCUMENTS = 400
"""Training documents that are read, the last ones of the draw."""


def examples(data: Path, labels: Path, last: int | None) -> tuple[Floats, Floats]:
    """Return the features of the product's accounts on labelled documents, and which are right."""
    told: dict[str, Floats] = {}

    def listen(
        accounts: Sequence[Account],
        ruled: Sequence[Account],
        reading: TextReading,
        _: Sequence[float],
    ) -> list[Account]:
        told.update({a.id: features_of(a, accounts, ruled, reading) for a in accounts})
        return list(accounts)

    rows = read_labels(labels)
    rows = rows if last is None else rows[-last:]
    texts = load_texts(data, rows)
    kept, extractor.weighed = extractor.weighed, listen
    product.EXTRACTOR.set("learned")
    reports = [Report(one.key, one.text, published=one.published) for one in texts]
    documents = list(_compared(rows, texts, read_reports(reports, link=False)))
    extractor.weighed = kept
    features, right = [], []
    for document in documents:
        gold_of = {mine: document.labels.accounts[gold] for gold, mine in document.pairs}
        for at, account in enumerate(document.ours):
            if account.id in told:
                features.append(told[account.id])
                right.append(at in gold_of and gold_of[at].happened == account.happened)
    return np.asarray(features), np.asarray(right, dtype=np.float64)


def _compared(
    rows: Sequence[Labels], texts: Sequence[ExamText], reading: Reading
) -> Iterator[Paired]:
    """Yield the documents whose text reading leaves as it is: offsets hold in no other."""
    for row, text in zip(rows, texts, strict=True):
        try:
            yield from compare([row], [text], reading)
        except UsageError as error:
            print(error)


def fit(features: Floats, right: Floats, ridge: float) -> Floats:
    """Return the weights of a logistic regression, by Newton's method; the last one is free."""
    found = np.zeros(features.shape[1])
    held = np.full(len(found), ridge)
    held[-1] = 1e-6
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-features @ found))
        slope = features.T @ (chance - right) + held * found
        bend = (features * (chance * (1 - chance))[:, None]).T @ features
        found -= np.linalg.solve(bend + np.diag(held), slope)
    return found


def main() -> None:
    """Fit the weights and write them into the shipped decoding."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    arguments = parser.parse_args()
    features, right = examples(arguments.data, LABELS.with_name("training.jsonl"), DOCUMENTS)
    weights = fit(features, right, RIDGE)
    unseen, is_right = examples(arguments.data, LABELS.with_name("tuning.jsonl"), None)
    raw = unseen @ weights
    slope, offset = fit(np.stack([raw, np.ones(len(raw))], axis=1), is_right, 1e-6)
    weights = weights * slope
    weights[-1] += offset
    chance = 1 / (1 + np.exp(-(unseen @ weights)))
    told = list(zip(chance.tolist(), (is_right > 0).tolist(), strict=True))
    print(dict(zip(FEATURES, np.round(weights, 2).tolist(), strict=True)))
    print("before:", shipped_decoding().confidence)
    print("examples", len(right), "tuning: ece", expected_error(told), "auroc", auroc(told))
    path = SHIPPED / FILE
    kept = json.loads(path.read_text(encoding="utf-8"))
    kept["confidence"] = [round(float(value), 3) for value in weights]
    path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
