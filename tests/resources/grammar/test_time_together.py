"""Words that set an event beside the one told before."""

from __future__ import annotations

import pytest

from recount.resources.grammar import TimeKind, find_times


@pytest.mark.parametrize(
    "text",
    [
        "At almost the same time, a mine killed two in Orm.",
        "About the same time gunmen shot a guard in Osk.",
        "Gunmen struck Velm and, around the very same hour, Tarn.",
        "Almost simultaneously, a bomb went off in Osk.",
        "Simultaneously, men stormed the post at Orm.",
        "Shortly afterwards, two men were seized in Orm.",
    ],
)
def test_words_of_togetherness_count_from_what_was_told(text):
    kinds = [(time.kind, time.direction) for time in find_times(text)]
    assert (TimeKind.RELATIVE_NARRATIVE, 0) in kinds


@pytest.mark.parametrize(
    "text",
    [
        "At the same time the minister said that talks go on.",
        "Two bombs exploded simultaneously in Orm.",
        "It was the same time and again.",
        "Shortly after the blast men fled.",
        "Moments later callers told of shots.",
    ],
)
def test_idioms_do_not(text):
    assert not any(
        time.kind is TimeKind.RELATIVE_NARRATIVE and time.direction == 0
        for time in find_times(text)
    )
