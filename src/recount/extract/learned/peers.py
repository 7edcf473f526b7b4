"""Whether two triggers tell of one incident: the heads' score, and what belongs to each.

The heads score two triggers by their words and what stands around them. Where one has another
place, day, victim or figure than the other, they are two incidents however alike they sound.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recount.extract.rules.scan import overlaps
from recount.model import Account
from recount.resources.encoder.reading import FoundSpan, TextReading

Floats = NDArray[np.float32]

SETTINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("place", ("place", "event_place")),
    ("time", ("time",)),
    ("figure", ("killed", "wounded", "casualties", "abducted", "arrested")),
    ("harmed", ("victim", "target", "victim_name", "physical_target")),
    ("doer", ("perpetrator", "perpetrator_individual", "perpetrator_organisation")),
    ("site", ("site",)),
)
"""What belongs to a trigger, put together by what it tells: a name and the tags of its words."""

FEATURES: tuple[str, ...] = (
    "peer",
    "same_words",
    "named",
    "type",
    "realis",
    *(f"{name}_{how}" for name, _ in SETTINGS for how in ("same", "other")),
    "ruled_same",
    "ruled_other",
    "same_sentence",
    "distance",
    "triggers",
    "bias",
)
"""What a pair of triggers is scored by, in the order of the weights."""

_MOST = 8.0
"""The heads' raw score is held within this, so that one very sure head does not decide alone."""
_FAR = 6.0
"""Logarithm of a distance in tokens that counts as one."""


@dataclass(frozen=True, slots=True)
class Linked:
    """Words under a tag, with the chance that they belong to each trigger: (triggers, spans)."""

    spans: tuple[FoundSpan, ...]
    chances: Floats


def peer_features(
    reading: TextReading,
    triggers: Sequence[FoundSpan],
    peer: Floats,
    links: Mapping[str, Linked],
    ruled: Sequence[Account] = (),
) -> Floats:
    """Return the (triggers, triggers, features) of all pairs, in the order of ``FEATURES``.

    Args:
        reading: what the heads say of the text.
        triggers: n triggers.
        peer: (n, n) symmetric raw scores of the heads.
        links: words by tag with their chances to belong to each trigger.
        ruled: the accounts that the rules tell of.
    """
    count = len(triggers)
    ones = np.ones((count, count), dtype=np.float32)
    words = [reading.text[t.start : t.end].casefold().split() for t in triggers]
    bare = [" ".join(w for w in told if w not in _DETERMINERS) for told in words]
    named = np.asarray([len(told) > 0 and told[0] in _DETERMINERS for told in words])
    homes = np.asarray([reading.tokens.sentences[t.first] for t in triggers])
    firsts = np.asarray([t.first for t in triggers])
    layers: list[Floats] = [
        np.clip(peer, -_MOST, _MOST),
        np.asarray([[one == other for other in bare] for one in bare], np.float32),
        np.maximum(named[:, None], named[None]).astype(np.float32),
        _agreement(reading, "type", triggers),
        _agreement(reading, "realis", triggers),
    ]
    for _, tags in SETTINGS:
        layers.extend(_settings(reading, links, tags, count))
    layers.extend(_by_rules(triggers, ruled))
    layers.append((homes[:, None] == homes[None]).astype(np.float32))
    layers.append((np.log1p(np.abs(firsts[:, None] - firsts[None])) / _FAR).astype(np.float32))
    layers.append(ones * np.float32(np.log(count) / _FAR))
    layers.append(ones)
    return np.stack(layers, axis=-1)


_DETERMINERS = frozenset({"the", "this", "that", "these", "those"})


def _agreement(reading: TextReading, head: str, triggers: Sequence[FoundSpan]) -> Floats:
    """Return the chance that two triggers are of one class."""
    told = np.stack([reading.mean_class(head, t.start, t.end) for t in triggers])
    return np.asarray(told @ told.T, np.float32)


def _by_rules(triggers: Sequence[FoundSpan], ruled: Sequence[Account]) -> tuple[Floats, Floats]:
    """Return which triggers the rules hold for one incident, and which for two."""
    homes = np.asarray([_holder(trigger, ruled) for trigger in triggers])
    known = (homes[:, None] >= 0) & (homes[None] >= 0)
    same = homes[:, None] == homes[None]
    return (known & same).astype(np.float32), (known & ~same).astype(np.float32)


def _holder(trigger: FoundSpan, ruled: Sequence[Account]) -> int:
    """Return which account of the rules has a trigger; -1: none."""
    for at, account in enumerate(ruled):
        if any(overlaps(t, trigger) for t in account.triggers):
            return at
    return -1


def _settings(
    reading: TextReading, links: Mapping[str, Linked], tags: Sequence[str], count: int
) -> tuple[Floats, Floats]:
    """Return how far two triggers share what stands under some tags, and how far they differ."""
    names: dict[str, int] = {}
    columns: list[tuple[int, Floats]] = []
    for tag in tags:
        if tag not in links:
            continue
        linked = links[tag]
        for at, span in enumerate(linked.spans):
            word = " ".join(reading.text[span.start : span.end].casefold().split())
            columns.append((names.setdefault(word, len(names)), linked.chances[:, at]))
    told = np.zeros((count, max(1, len(names))), dtype=np.float32)
    for name, chances in columns:
        told[:, name] = np.maximum(told[:, name], chances)
    same = np.minimum(told[:, None], told[None]).max(axis=-1)
    most = told.max(axis=-1)
    other = np.maximum(np.minimum(most[:, None], most[None]) - same, 0.0)
    return np.asarray(same, np.float32), np.asarray(other, np.float32)
