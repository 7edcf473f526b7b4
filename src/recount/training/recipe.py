"""The recipe of the shipped model, as data: which sets are read how often, and how fast."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

START = "start"
"""What ``Stage.averaged`` calls the weights that a training begins with."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a recipe: how often each set is read, and how fast is learned.

    ``encoder_rate`` and ``head_rate`` are AdamW's learning rates at their peak; they rise
    over ``warm`` of the steps and fall in a line to a twentieth. ``hidden`` is the share of
    tokens hidden from the network. ``most_steps`` cuts the stage before its end, on the rates
    that the whole stage would have there; ``None`` reads it to the end. ``averaged`` names
    earlier stages, or ``START``, the weights that the training began with: the weights at the end
    are averaged with those, which count with so much of 1, so that what is won on the stage's
    own sets is kept, and less is lost on the others.
    """

    name: str
    rounds: Mapping[str, float]
    encoder_rate: float = 1.5e-4
    head_rate: float = 8e-4
    warm: float = 0.06
    hidden: float = 0.1
    seed: int = 1
    most_steps: int | None = None
    averaged: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TailStage:
    """How the tail of an exported model is trained, which adds to the scores of ``tags`` alone.

    ``rounds``, ``warm`` and ``seed`` are as in ``Stage``; ``rate`` is AdamW's at its peak.
    ``weights`` are those of tags whose loss counts more, or less, than that of the others.
    ``beside`` are tags that it learns, too, since more sets teach its layers more; the model
    keeps its own scores of them.
    """

    tags: tuple[str, ...]
    rounds: Mapping[str, float]
    width: int = 176
    depth: int = 5
    rate: float = 2e-3
    warm: float = 0.1
    seed: int = 1
    weights: Mapping[str, float] = field(default_factory=dict)
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recipe:
    """Stages that are trained one after the other, each from where the one before ended.

    ``seed`` sets the fresh heads; each stage has its own seed for order and hidden words.
    ``tail`` comes last, on the exported model.
    """

    name: str
    stages: tuple[Stage, ...]
    seed: int = 1
    tail: TailStage | None = None


_SPANS = {"polnear": 1.0, "event_location": 1.0, "lgl": 1.0, "geovirus": 1.0, "gun_violence": 0.25}
"""Sets of spans alone; a quarter of the articles on shootings is enough for their three tags."""

VOICES = ("source", "cue", "content")
NAMES = ("organisation", "person", "nationality", "vehicle", "platform", "armament")

_MORE = {
    "muc4": 1.25,
    "polnear": 0.3,
    "event_location": 1.5,
    "re3d": 2.0,
    "lgl": 0.15,
    "geovirus": 0.15,
    "gun_violence": 0.05,
    "passages": 4.0,
    "standoff": 3.5,
}

WHOLE = Recipe(
    "whole",
    (
        # A short first stage brings the fresh heads near; most is learned in the second, which
        # reads the project's own labels (all heads) far more often than the public sets; the
        # third rises once more, with less of the sets that the second has learned out.
        Stage(
            "public",
            {**_SPANS, "muc4": 3.0, "re3d": 3.0, "passages": 3.0, "standoff": 3.0},
            seed=1,
            most_steps=186,
        ),
        Stage(
            "whole",
            {**_SPANS, "muc4": 4.0, "re3d": 5.0, "passages": 9.0, "standoff": 6.0},
            seed=2,
        ),
        Stage(
            "finish",
            {
                "muc4": 4.5,
                "polnear": 0.35,
                "event_location": 1.5,
                "re3d": 3.0,
                "lgl": 0.3,
                "geovirus": 0.3,
                "gun_violence": 0.1,
                "passages": 4.0,
                "standoff": 4.0,
            },
            encoder_rate=2.5e-4,
            head_rate=1e-3,
            seed=3,
        ),
        # Twice as many labels of real documents as the first three stages had are best learned
        # by rising once more; the first of the two stages only brings the network near them.
        Stage("more", _MORE, encoder_rate=2.5e-4, head_rate=1e-3, seed=11, most_steps=155),
        Stage(
            "last",
            {**_MORE, "muc4": 1.1, "standoff": 3.0},
            encoder_rate=2.5e-4,
            head_rate=1e-3,
            warm=0.03,
            seed=12,
            averaged={"finish": 0.5},
        ),
    ),
    # What the last stages read little of; kinds that they read much of gain nothing from a tail.
    tail=TailStage(
        (*VOICES, *NAMES),
        {
            "polnear": 8.0,
            "event_location": 4.0,
            "re3d": 12.0,
            "lgl": 5.0,
            "geovirus": 5.0,
            "passages": 4.0,
        },
        weights={"cue": 2.0},
        beside=("toponym", "event_place"),
    ),
)
"""The recipe of the shipped model: about three hours on two cores with fast bfloat16."""

AGAIN = Recipe(
    "again",
    (
        Stage(
            "again",
            {
                "muc4": 1.15,
                "polnear": 0.19,
                "event_location": 0.7,
                "re3d": 1.4,
                "lgl": 0.14,
                "geovirus": 0.14,
                "gun_violence": 0.06,
                "passages": 1.8,
                "rounds": 4.5,
                "standoff": 1.2,
            },
            encoder_rate=1e-4,
            head_rate=5e-4,
            warm=0.05,
            seed=21,
        ),
        # MUC-4 loses most by the stage before, and is read most here.
        Stage(
            "close",
            {
                "muc4": 1.2,
                "polnear": 0.1,
                "event_location": 0.3,
                "re3d": 0.5,
                "lgl": 0.05,
                "geovirus": 0.05,
                "gun_violence": 0.02,
                "passages": 0.7,
                "rounds": 1.25,
                "standoff": 0.45,
            },
            encoder_rate=1e-4,
            head_rate=5e-4,
            warm=0.08,
            seed=31,
            averaged={START: 0.5, "again": 0.2},
        ),
    ),
    tail=WHOLE.tail,
)
"""Goes on from the weights of an exported model: an hour on two cores, whatever was added since."""

SMOKE_PASSAGES = 24
"""Passages that the smoke training reads."""
SMOKE = Recipe(
    "smoke",
    (Stage("smoke", {"passages": 8.0}, warm=0.2),),
    tail=TailStage(VOICES, {"passages": 4.0}, width=16, depth=2),
)
"""Shows in a minute on one core that training, export and check work; its model is of no use."""


def seeded(recipe: Recipe, seed: int | None) -> Recipe:
    """Return the recipe with other seeds: ``seed`` for the first stage, then one more each.

    >>> [stage.seed for stage in seeded(WHOLE, 5).stages], seeded(WHOLE, None) is WHOLE
    ([5, 6, 7], True)
    """
    if seed is None:
        return recipe
    stages = tuple(replace(stage, seed=seed + at) for at, stage in enumerate(recipe.stages))
    return replace(recipe, stages=stages, seed=seed)
