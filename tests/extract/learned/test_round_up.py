"""Hours, days, addresses and ranks that tell the incidents of a round-up apart."""

from __future__ import annotations

import numpy as np
import pytest

from recount.extract.learned.round_up import FEATURES, round_up_features, told_apart_in_round_up
from recount.resources.encoder.reading import FoundSpan

NIGHT = (
    "Four people were shot in separate shootings across Velm overnight, police said.\n\n"
    "At 11:08 p.m., a man was hit in the 700 block of Tarn Street. He is stable.\n\n"
    "At 4:50 p.m., two men stabbed a clerk in the 3900 block of Osset Avenue."
)
ONE = (
    "A man was shot near the mosque in Velm on Friday night, police said.\n\n"
    "Officers were called at 9:10 p.m. on Friday. The shooting was over by 9:30 p.m."
)


def triggers_of(text, *words):
    return [
        FoundSpan(at, at + len(word), n, n + 1, 0.9)
        for n, word in enumerate(words)
        for at in [text.index(word)]
    ]


def told(scanned, text, *words):
    scan = scanned(text)
    return told_apart_in_round_up(scan.text, scan.sentences, triggers_of(text, *words), {})


def feature(scanned, text, name, *words):
    scan = scanned(text)
    found = round_up_features(scan.text, scan.sentences, triggers_of(text, *words), {})
    return found[0, 1, FEATURES.index(name)]


def test_two_hours_and_addresses_of_a_round_up_are_two_incidents(scanned):
    scores = told(scanned, NIGHT, "hit in", "stabbed")
    assert scores[0, 1] < -3.0
    assert np.array_equal(scores, scores.T)


def test_the_hours_of_one_incident_part_nothing(scanned):
    assert not told(scanned, ONE, "shot", "The shooting").any()


def test_what_one_sentence_tells_is_not_parted(scanned):
    text = NIGHT + " At 5:10 p.m. in the 20 block of Orvel Road and at 6:10 p.m. shots hit three."
    assert told(scanned, text, "shots", "hit three")[0, 1] == 0.0


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (NIGHT, ("hit in", "stabbed"), "hour_other"),
        (NIGHT, ("hit in", "stabbed"), "address_other"),
        (NIGHT, ("hit in", "stabbed"), "round_up"),
        (
            "They shot him at 9 p.m. in Velm. He was stabbed at 9 p.m.",
            ("shot", "stab"),
            "hour_same",
        ),
        ("A bomb went off. The second bomb hurt two.", ("bomb went", "bomb hurt"), "rank_other"),
        ("On Monday they shot him. On Friday a mine hurt him.", ("shot", "mine"), "day_other"),
        (
            "A shot fell at 12 Tarn Street. A raid hit 12 Tarn Street.",
            ("shot", "raid"),
            "address_same",
        ),
        (
            "They shot him. At 9 p.m., rain fell. The raid went on.",
            ("shot", "raid"),
            "hours_between",
        ),
    ],
)
def test_each_sign_is_seen(scanned, text, words, name):
    assert feature(scanned, text, name, *words) > 0.0


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("They shot him at 9 p.m. He was stabbed at 21:00.", ("shot", "stab"), "hour_other"),
        (
            "The shooting hurt him. The shooting was long.",
            ("shooting h", "shooting w"),
            "rank_other",
        ),
        ("On Monday they shot him. Late Monday a mine hurt him.", ("shot", "mine"), "day_other"),
    ],
)
def test_the_same_told_otherwise_is_no_other(scanned, text, words, name):
    assert feature(scanned, text, name, *words) == 0.0


def test_a_text_without_triggers_has_no_scores(scanned):
    assert told(scanned, NIGHT).shape == (0, 0)


def test_the_product_tells_a_round_up_apart(read_learned):
    text = (
        "Two people were shot in separate shootings in Velm on Friday, police said.\n\n"
        "At 11:08 p.m., a man was shot in the 700 block of Tarn Street.\n\n"
        "At 4:50 p.m., a woman was shot in the 3900 block of Osset Avenue."
    )
    document, extraction = read_learned(text)
    homes = [
        {document.text.count("\n\n", 0, trigger.start) for trigger in account.triggers}
        for account in extraction.accounts
    ]
    assert homes == [{1}, {2}]
