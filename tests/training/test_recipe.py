"""The recipe of the shipped model can be followed."""

from __future__ import annotations

from recount.training.recipe import WHOLE


def test_each_stage_is_averaged_with_an_earlier_one_only():
    names = [stage.name for stage in WHOLE.stages]
    assert len(set(names)) == len(names)
    for at, stage in enumerate(WHOLE.stages):
        assert stage.averaged is None or stage.averaged in names[:at]
