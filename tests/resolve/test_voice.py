"""Who speaks, for whom, and which outlet is cited."""

from __future__ import annotations

import pytest

from recount.model import Span, Stance
from recount.resolve.voice import resolve_voice


def voice(text, source, cue=None, outlet="Isle Wire"):
    at = text.rindex(source)
    span = Span(at, at + len(source))
    cue_span = None if cue is None else Span(text.index(cue), text.index(cue) + len(cue))
    return resolve_voice(span, cue_span, Stance.ASSERTED, text, outlet)


def test_without_a_source_the_outlet_speaks():
    found = resolve_voice(None, None, Stance.ASSERTED, "Six died.", "Isle Wire")
    assert (found.speaker, found.outlet, found.cue) == (None, "Isle Wire", None)


def test_the_cue_and_the_stance_are_kept():
    found = resolve_voice(Span(0, 9), Span(10, 17), Stance.CLAIMED, "The group claimed it.", None)
    assert (found.cue, found.stance) == ("claimed", Stance.CLAIMED)


@pytest.mark.parametrize(
    ("source", "speaker", "affiliation", "outlet"),
    [
        ("police", "police", None, "Isle Wire"),
        ("government officials", "officials", None, "Isle Wire"),
        ("a security source", "security sources", None, "Isle Wire"),
        ("several witnesses", "witnesses", None, "Isle Wire"),
        ("Anadolu news agency", "Anadolu Agency", None, "Anadolu Agency"),
        ("Reuters", "Reuters", None, "Reuters"),
        ("Amnesty international", "Amnesty International", None, "Isle Wire"),
        ("the Taliban", "Taliban", None, "Isle Wire"),
        ("Taliban spokesman", "spokesman", "Taliban", "Isle Wire"),
        ("U.S. officials", "officials", "United States", "Isle Wire"),
        ("Lena Marsh, analyst at the Isle Centre", "Lena Marsh", "Isle Centre", "Isle Wire"),
        ("a report by Human Rights Watch", "Human Rights Watch", None, "Isle Wire"),
    ],
)  # fmt: skip
def test_speaker_affiliation_and_outlet(source, speaker, affiliation, outlet):
    text = f"It burned, according to {source}"
    found = voice(text, source)
    assert (found.speaker, found.affiliation, found.outlet) == (speaker, affiliation, outlet)


def test_a_pronoun_is_the_speaker_before():
    text = "Lena Marsh, a nurse, said the quay burned. “All is lost,” she added."
    assert voice(text, "she").speaker == "Lena Marsh"


def test_a_pronoun_without_a_speaker_before_is_the_outlets():
    found = voice("The quay burned. It is lost, he said.", "he")
    assert (found.speaker, found.outlet) == (None, "Isle Wire")
