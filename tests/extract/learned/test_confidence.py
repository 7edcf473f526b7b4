"""The confidence of accounts from what is told with them."""

import numpy as np
import pytest

from recount.extract.learned.confidence import FEATURES, confidence_of
from recount.extract.learned.settings import shipped_decoding

FULL = (
    "A car bomb exploded outside a police station in Ostrelle on Monday, killing nine people,"
    " officials said. The Ember Column claimed the attack. The blast also wounded 20 others."
)
BARE = "Somebody spoke of a fight."


def test_shipped_weights_are_one_for_each_feature():
    assert len(shipped_decoding().confidence) == len(FEATURES)


def test_confidence_is_told_in_tenths_and_never_certain():
    weights = np.zeros(len(FEATURES))
    weights[-1] = 1.0
    features = np.zeros(len(FEATURES))
    for bias, expected in ((0.0, 0.5), (0.3, 0.6), (40.0, 0.95), (-40.0, 0.05)):
        features[-1] = bias
        assert confidence_of(features, weights) == pytest.approx(expected)


def test_more_told_with_an_account_makes_it_surer():
    order = list(FEATURES)
    weights = shipped_decoding().confidence
    little = np.zeros(len(FEATURES))
    little[order.index("bias")] = 1.0
    much = little.copy()
    for name in ("date", "place", "harmed", "doer", "triggers"):
        much[order.index(name)] = 1.0
    assert confidence_of(much, weights) > confidence_of(little, weights)


def test_accounts_carry_it(read_learned):
    _, extraction = read_learned(FULL)
    assert all(0.05 <= account.confidence <= 0.95 for account in extraction.accounts)
    assert max(account.confidence for account in extraction.accounts) >= 0.7
