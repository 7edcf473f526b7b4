"""The model card tells what a model learned from, and what the one before it had."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("torch")


@pytest.fixture
def card_of(tmp_path):
    """Return the card of a training by the recipe ``again``, from a model with another card."""
    from recount.training.card import CARD, Trained, write_papers
    from recount.training.check import Comparison, ModelScores
    from recount.training.recipe import AGAIN

    def made(before: str) -> str:
        scores = ModelScores(0.5, 0.6, 0.7)
        steps = {stage.name: 7 for stage in AGAIN.stages}
        compared = Comparison(3, scores, scores)
        trained = Trained(AGAIN, "recount train", "again-1", {}, steps, compared, before=before)
        write_papers(trained, tmp_path)
        return (tmp_path / CARD).read_text(encoding="utf-8")

    return made


def test_a_card_tells_with_what_weights_a_stage_was_averaged(card_of):
    assert "those that start left, with 0.5 of 1, and again left, with 0.2 of 1." in card_of("")


def test_a_model_that_began_anew_has_no_training_before(card_of):
    assert "Training before" not in card_of("")


def test_a_card_keeps_the_data_and_stages_of_the_model_before(card_of):
    before = (
        card_of("").replace("again-1", "whole-9").replace("recount train", "recount train -o x")
    )
    told = card_of(before)
    part = told[told.index("## Training before") : told.index("## Figures")]
    assert "`whole-9`, made by `recount train -o x`" in part
    assert part.count("| close | 7 |") == 1
    assert told.count("\n## Data\n") == told.count("\n## Training\n") == 1
    twice = card_of(told)
    assert twice.count("| close | 7 |") == 3, "the whole past is kept"
