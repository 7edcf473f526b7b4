"""The exam of actors' names on invented groups."""

from __future__ import annotations

from recount.evaluation.base import Options
from recount.evaluation.mentions import aliases
from recount.evaluation.mentions.aliases import PairRow, score
from recount.evaluation.mentions.gold import Pair
from recount.model import Span

TEXT = (
    "The Ashen River Front (ARF) attacked the mill. The ARF took two sacks. "
    "Gunmen fled. Gunmen came back."
)


def test_the_abbreviation_that_a_text_introduces_is_the_same_actor(
    pinned, at, tmp_path, monkeypatch
):
    last = TEXT.rindex("Gunmen")
    rows = [
        {"id": "p-1", "one": at(TEXT, "Ashen River Front"), "other": at(TEXT, "ARF took"),
         "same": True, "why": "abbreviation"},
        {"id": "p-2", "one": at(TEXT, "Gunmen"), "other": [last, last + 6],
         "same": False, "why": "generic"},
    ]  # fmt: skip
    rows[0]["other"][1] -= len(" took")
    path = pinned(*({**row, "text": TEXT} for row in rows))
    monkeypatch.setattr(aliases, "LABELS", path)
    outcome = aliases.run(tmp_path, Options())
    assert [row.same for row in outcome.rows] == [True, False]
    assert outcome.scores["accuracy"] == 1.0
    assert outcome.errors == ("abbreviation: 1 right, 0 wrong", "generic: 1 right, 0 wrong")


def test_two_that_were_not_found_are_not_thereby_the_same():
    golds = [Pair(Span(0, 1), same=True, why="alias"), Pair(Span(0, 1), same=False, why="rival")]
    rows = [
        PairRow("p", "Ashen Front", None, same=False),
        PairRow("q", "Ashen", "Iron", same=False),
    ]
    found = {one.name: one.value for one in score(golds, rows)}
    assert found == {"accuracy": 0.5, "same_right": 0.0, "different_right": 1.0}
