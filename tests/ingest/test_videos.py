"""Lists of films are told from courses of events."""

from __future__ import annotations

import pytest

from recount.ingest.videos import film_lists


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["Lead.", "0:24 Bridge", "1:38 Bakers", "0:51 Rain", "End."], [range(1, 4)]),
        (["9:10 Gunmen enter", "9:25 Police arrive", "10:02 It ends"], []),
        (["14:32 Rebels return", "14:05 Army says", "13:50 First news"], []),
        (["0:24 of a mile", "1:38 of a mile", "0:51 of a mile"], []),
        (["9:10 a.m. Rain", "3:00 p.m. Sun", "1:00 a.m. Fog"], []),
        (["0:24 Raid Pause", "1:38 Bakers", "0:51 Rain"], [range(1, 3)]),
        (["0:24 Bridge", "1:38 Bakers"], []),
        (["0:24 Bridge", "A raid hit Osset.", "1:38 Bakers", "0:51 Rain"], []),
        ([], []),
    ],
)
def test_only_lengths_that_do_not_rise_are_films(texts, found):
    assert film_lists(texts) == found
