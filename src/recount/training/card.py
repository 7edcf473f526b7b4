"""The model card, the licence note and the file of figures that lie beside a trained model."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from recount.training.check import Comparison, ModelScores
from recount.training.recipe import Recipe, TailStage
from recount.training.sources import SOURCES
from recount.training.targets import Piece

CARD, LICENCE, FIGURES = "model_card.md", "LICENSE-model.txt", "figures.json"


@dataclass(frozen=True, slots=True)
class Trained:
    """What a training did: recipe, command, what was read, and how the exported models read.

    ``before`` is the card of the model from whose weights it began, "" where it began anew.
    """

    recipe: Recipe
    command: str
    version: str
    windows: Mapping[str, Sequence[Piece]]
    steps: Mapping[str, int]
    compared: Comparison
    tailed: ModelScores | None = None
    before: str = ""


def write_papers(trained: Trained, folder: Path) -> None:
    """Write card, licence note and figures into the folder of a model."""
    (folder / FIGURES).write_text(_figures(trained), encoding="utf-8")
    (folder / LICENCE).write_text(_LICENCE, encoding="utf-8")
    (folder / CARD).write_text(_card(trained), encoding="utf-8")


def amend_papers(
    folder: Path, tail: TailStage, version: str, command: str, tailed: ModelScores | None
) -> None:
    """Tell in the papers of a model that it has a new tail."""
    figures = json.loads((folder / FIGURES).read_text(encoding="utf-8"))
    figures["version"] = version
    figures["recipe"]["tail"] = asdict(tail)
    figures["tailed"] = None if tailed is None else asdict(tailed)
    (folder / FIGURES).write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    card = (folder / CARD).read_text(encoding="utf-8")
    card = _VERSION.sub(f"- Version: `{version}`", card, count=1)
    card = _TAIL_PART.sub("", card)
    at = card.index(_LIMITS)
    card = card[:at] + _tail_part(tail, tailed, command) + card[at:]
    (folder / CARD).write_text(card, encoding="utf-8")


_LIMITS = "## Limits\n"
_VERSION = re.compile(r"- Version: `[^`]*`")
_TAIL_PART = re.compile(r"## Tail\n.*?(?=^## )", re.DOTALL | re.MULTILINE)


def _tail_part(tail: TailStage | None, tailed: ModelScores | None, command: str) -> str:
    if tail is None or tailed is None:
        return ""
    return _TAIL.format(
        command=command,
        tags=", ".join(tail.tags),
        beside=", ".join(tail.beside) or "nothing",
        width=tail.width,
        depth=tail.depth,
        rounds=", ".join(f"{name} {rounds:g}" for name, rounds in tail.rounds.items()),
        rate=f"{tail.rate:g}",
        seed=tail.seed,
        score=f"{tailed.tags:.4f}",
    )


def _figures(trained: Trained) -> str:
    told = {
        "version": trained.version,
        "recipe": asdict(trained.recipe),
        "steps": dict(trained.steps),
        "compared": asdict(trained.compared),
        "tailed": None if trained.tailed is None else asdict(trained.tailed),
    }
    return json.dumps(told, indent=1) + "\n"


def _card(trained: Trained) -> str:
    found = trained.compared
    return _CARD.format(
        version=trained.version,
        command=trained.command,
        data="\n".join(_data_rows(trained)),
        stages="\n".join(_stage_rows(trained)),
        averaged=_averaged(trained),
        before=_before(trained.before),
        windows=found.windows,
        scores="\n".join(_score_rows(found)),
        tail=_tail_part(trained.recipe.tail, trained.tailed, trained.command),
        figures=FIGURES,
        licence=LICENCE,
    )


def _data_rows(trained: Trained) -> list[str]:
    rows: list[str] = []
    for source in SOURCES:
        pieces = trained.windows.get(source.name, ())
        if len(pieces) == 0:
            continue
        rounds = [f"{stage.rounds.get(source.name, 0.0):g}" for stage in trained.recipe.stages]
        tokens = sum(len(piece.ids) for piece in pieces)
        rows.append(
            f"| {source.title} | {source.terms} | {len(pieces)} | {tokens} | {' + '.join(rounds)} |"
        )
    return rows


def _stage_rows(trained: Trained) -> list[str]:
    return [
        f"| {stage.name} | {trained.steps[stage.name]} | {stage.encoder_rate:g} |"
        f" {stage.head_rate:g} | {stage.seed} |"
        for stage in trained.recipe.stages
    ]


def _averaged(trained: Trained) -> str:
    told = [
        f"At the end of the stage {stage.name} its weights are averaged with those that {named}."
        for stage in trained.recipe.stages
        if (named := _shares(stage.averaged)) != ""
    ]
    return "".join(f"\n{line}\n" for line in told)


def _shares(averaged: Mapping[str, float]) -> str:
    return ", and ".join(f"{name} left, with {share:g} of 1" for name, share in averaged.items())


def _before(card: str) -> str:
    """Return how the model came about that a training began from, by its card."""
    if card == "":
        return ""
    version, made = (_line(card, name) for name in ("Version", "Made by"))
    told = "".join(_part(card, name) for name in ("Data", "Training", "Training before"))
    told = re.sub(r"^#+ ", "### ", told, flags=re.MULTILINE)
    return f"\n## Training before\n\nIt began from {version}, made by {made}:\n\n{told.strip()}\n"


def _line(card: str, name: str) -> str:
    found = re.search(rf"^- {name}: (`[^`]*`)", card, re.MULTILINE)
    return "a model without a name" if found is None else found[1]


def _part(card: str, name: str) -> str:
    found = re.search(rf"^## {name}\n.*?(?=^## |\Z)", card, re.DOTALL | re.MULTILINE)
    return "" if found is None else found[0]


def _score_rows(found: Comparison) -> list[str]:
    rows = (
        ("spans, F1 over all tags", found.whole.tags, found.small.tags),
        (
            "words that belong to a trigger or cue, share right",
            found.whole.links,
            found.small.links,
        ),
        ("two words of one incident, share right", found.whole.peers, found.small.peers),
    )
    return [f"| {name} | {whole:.4f} | {small:.4f} |" for name, whole, small in rows]


_CARD = """# Model card: the reader of Recount

What the model is, what it learned from, how well it reads, and what it cannot do.

- Version: `{version}`
- Made by: `{command}`
- Form: a BERT encoder of 6 layers and 384 numbers a token, started from all-MiniLM-L6-v2, with
  heads for mentions, classes of words, "belongs to" and "same incident"; ONNX, weights of 8 bits.
- Reads English news and reports; runs on a processor, without PyTorch and without a network.

## Data

| set | terms | windows | tokens | times read, by stage |
|---|---|---|---|---|
{data}

No text of a public set is in this folder or in the package. Never learned from: the frozen exam,
every dev part, the fixed sample of incidents of gun violence, WikiEvents and the ISAF releases.

## Training

| stage | steps | peak rate, encoder | peak rate, heads | seed |
|---|---|---|---|---|
{stages}
{averaged}{before}
## Figures

The model of 8 bits against the float model it was made from, on {windows} windows: passages and
reports that were learned from, and dev parts that were not. They show that nothing was lost, not
how well unseen reports are read.

| score | float | 8 bits |
|---|---|---|
{scores}

`{figures}` holds these figures with the whole recipe. How well the whole chain reads dev parts and
the exam is in `docs/evaluation.md`, with a command for each figure.

{tail}## Limits

- English alone. Much of what it learned is news from Latin America around 1990 and from the USA
  around 2015; other regions and styles come mainly from invented passages.
- The project's labels of real documents, those of the exam too, were made by language models and
  checked by no person.
- It marks words. Dates, places, figures and names are worked out by rules from the words it marks.
- Incidents of one kind in one report are its hardest case, then who is only suspected of what.
- It is a help for reading many reports, not evidence: whatever stands on it must be checked at the
  quoted words. It must not be used to decide about a person.

## Rights

See `{licence}`.
"""

_TAIL = """## Tail

Convolutions behind the encoder that add to the scores of {tags};
all other scores are those without it. {depth} layers of {width} numbers a token.
Learned beside, and left out of the file: {beside}.

- Made by: `{command}`
- Times read: {rounds}
- Peak rate {rate}, seed {seed}
- Spans, F1 over all tags, on the windows above, 8 bits with the tail: {score}

"""

_LICENCE = """The model in this folder (model.onnx, pairs.npz, decoding.json) is licensed under the
Apache License, Version 2.0: http://www.apache.org/licenses/LICENSE-2.0

It was made from all-MiniLM-L6-v2 by the authors of sentence-transformers (Apache License,
Version 2.0, https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2), and changed:
trained further, heads added, weights brought to 8 bits. tokenizer.json is theirs, unchanged.

It was trained on sets of texts that are not part of it; model_card.md names each with its terms.
Some of them are for research use only. Whether such terms bind a model trained on a text is not
settled in law; whoever uses the model for gain has to judge this for their own country.
"""
