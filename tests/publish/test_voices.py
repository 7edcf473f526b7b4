"""Independent voices: copies and reports of one outlet are one."""

from dataclasses import dataclass

from recount.publish.voices import count_voices, voice_numbers


@dataclass(frozen=True)
class Report:
    id: str
    outlet: str | None
    voice: str


def test_copies_are_one_voice():
    assert count_voices([Report("a", "Wire", "x"), Report("b", "Paper", "x")]) == 1


def test_reports_of_one_outlet_are_one_voice():
    assert count_voices([Report("a", "Wire", "x"), Report("b", "wire", "y")]) == 1


def test_a_copy_joins_the_outlet_of_its_source():
    reports = [Report("a", "Wire", "x"), Report("b", "Paper", "x"), Report("c", "Paper", "y")]
    assert count_voices(reports) == 1


def test_other_outlets_are_other_voices_in_order():
    reports = [Report("a", "Wire", "x"), Report("b", "Paper", "y"), Report("c", None, "z")]
    assert voice_numbers(reports) == {"a": 1, "b": 2, "c": 3}
