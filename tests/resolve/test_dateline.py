"""Places of datelines."""

import pytest

from recount.resolve.dateline import stands_in_dateline


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("KHARUN, Velmar (May 4) - A mine killed two.", "KHARUN", True),
        ("KHARUN, Velmar (May 4) - A mine killed two.", "Velmar", True),
        ("KHARUN, Velmar (Agency) — A mine killed two.", "KHARUN", True),
        ("2031-05-S-002\nKHARUN, Velmar (May 4)\nA mine killed two.", "KHARUN", True),
        ("KHARUN, 4 FEB 31 (AGENCY) -- [TEXT] TWO MEN DIED IN OSSET.", "KHARUN", True),
        ("KHARUN — A mine killed two.", "KHARUN", True),
        ("KHARUN, Velmar, May 4, 2031 (Agency) - A mine killed two.", "KHARUN", True),
        ("KHARUN, Velmar, 4 May (Agency) — A mine killed two.", "KHARUN", True),
        ("KHARUN/OSSET: A mine killed two.", "KHARUN", True),
        ("KHARUN/OSSET: A mine killed two.", "OSSET", True),
        ("KHARUN, Velmar (May 4) - A mine killed two in Osset.", "Osset", False),
        ("A mine killed two in KHARUN (Velmar).", "KHARUN", False),
        ("Kharun was shelled.", "Kharun", False),
        ("KHARUN WAS SHELLED TODAY.", "KHARUN", False),
    ],
)
def test_a_dateline_is_told_from_a_sentence(text, words, expected):
    assert stands_in_dateline(text, text.index(words)) is expected
