"""Cues as whole verb groups."""

from dataclasses import dataclass

from recount.extract.learned.voices import whole_cues
from recount.resources.encoder.reading import FoundSpan


@dataclass
class Read:
    """A text of which each character is a token."""

    text: str

    def token_range(self, start: int, end: int) -> tuple[int, int]:
        return start, end - 1


def cues(text: str, *words: str) -> list[str]:
    found = [
        FoundSpan(at, at + len(word), at, at + len(word) - 1, 0.9)
        for word in words
        for at in [text.index(word)]
    ]
    return [text[one.start : one.end] for one in whole_cues(Read(text), found)]


def test_pieces_of_one_verb_group_are_one_cue():
    text = "The mayor of Ostrelle continued to call for talks."
    assert cues(text, "continued", "call for") == ["continued to call for"]


def test_a_question_takes_what_it_is_about():
    assert cues("Reporters asked about the raid in Vennick.", "asked") == ["asked about"]


def test_two_speakers_keep_their_cues():
    text = "The mayor said that the army denied it."
    assert cues(text, "said", "denied") == ["said", "denied"]
