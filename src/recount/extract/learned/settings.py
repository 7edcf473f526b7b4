"""Thresholds of decoding: chosen on dev parts, shipped beside the model, versioned with it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from recount.resources.encoder.session import SHIPPED

FILE = "decoding.json"
_TAG = 0.5
_LINK = 0.5


@dataclass(frozen=True, slots=True)
class Decoding:
    """From which probability on something is taken for true.

    Attributes:
        version: changes whenever a threshold or the model does.
        tags: least mean probability of a span under a tag, where it is not 0.5.
        links: least probability that a mention belongs to an account, by tag, likewise.
        same: least mean raw score of two groups of triggers that are one incident.
        clutter: from which probability on a line is clutter.
        alone: least confidence of an account that the rules do not tell of.
        ruled: least probability of a trigger of an account that only the rules tell of.
        type_sure: from which probability on the heads' type is taken before the rules'.
        calibration: slope and offset that turn a raw confidence into a calibrated one.
        peers: weights of ``peers.FEATURES`` for two triggers to tell of one incident; empty:
            the heads' score alone decides.
        confidence: weights of ``confidence.FEATURES`` for an account to be right; empty: its
            calibrated raw confidence stands.
        alone_unreal: as ``alone``, of an account of no fact.
        unreal: from which probability on words that tell of no fact are a trigger.
        echo: from which probability on fainter words are a trigger of an incident told beside.
        echo_same: least mean raw score of the heads for them to tell of that incident.
        faint: from which chance on to be killed or wounded words count for an account that
            counts nobody.
    """

    version: str
    tags: dict[str, float] = field(default_factory=dict)
    links: dict[str, float] = field(default_factory=dict)
    same: float = 0.0
    clutter: float = 0.5
    alone: float = 0.5
    ruled: float = 0.2
    type_sure: float = 0.5
    calibration: tuple[float, float] = (1.0, 0.0)
    peers: tuple[float, ...] = ()
    confidence: tuple[float, ...] = ()
    alone_unreal: float = 0.5
    unreal: float = 1.0
    echo: float = 1.0
    echo_same: float = 0.0
    faint: float = 1.0

    def tag(self, name: str) -> float:
        """Return the threshold of a tag."""
        return self.tags.get(name, _TAG)

    def link(self, name: str) -> float:
        """Return the threshold of links to words under a tag."""
        return self.links.get(name, _LINK)


def load_decoding(folder: Path) -> Decoding:
    """Return the thresholds that lie beside a model."""
    kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
    slope, offset = kept["calibration"]
    return Decoding(
        kept["version"],
        kept["tags"],
        kept["links"],
        kept["same"],
        kept["clutter"],
        kept["alone"],
        kept["ruled"],
        kept["type_sure"],
        (slope, offset),
        tuple(kept.get("peers", ())),
        tuple(kept.get("confidence", ())),
        kept.get("alone_unreal", 0.5),
        kept.get("unreal", 1.0),
        kept.get("echo", 1.0),
        kept.get("echo_same", 0.0),
        kept.get("faint", 1.0),
    )


@cache
def shipped_decoding() -> Decoding:
    """Return the thresholds that the package carries."""
    return load_decoding(SHIPPED)
