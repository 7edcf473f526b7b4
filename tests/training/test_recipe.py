"""The recipe of the shipped model can be followed."""

from __future__ import annotations

import pytest

from recount.training.recipe import AGAIN, START, WHOLE


@pytest.mark.parametrize("recipe", [WHOLE, AGAIN], ids=lambda recipe: recipe.name)
def test_each_stage_is_averaged_with_the_start_or_an_earlier_one_only(recipe):
    names = [START, *(stage.name for stage in recipe.stages)]
    assert len(set(names)) == len(names)
    for at, stage in enumerate(recipe.stages, start=1):
        assert stage.averaged.keys() <= set(names[:at])
        assert 0 <= sum(stage.averaged.values()) < 1
