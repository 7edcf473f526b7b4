"""Words of a text with what the finder asks of them: case, joints, sentence starts, lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from recount.resources.gazetteer.normalise import key_of
from recount.resources.gazetteer.words import DIRECTIONS

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’ʿ‘`´][^\W\d_]+)*")
_POSSESSIVE = ("'s", "’s", "'S", "’S", "`s", "´s")
_CONTRACTED = tuple(f"{mark}{end}" for mark in "'’" for end in ("d", "ll", "re", "ve", "t", "m"))
_ABBREVIATED_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "gen",
        "maj",
        "col",
        "lt",
        "capt",
        "sgt",
        "cpl",
        "adm",
        "brig",
        "cmdr",
        "sen",
        "rep",
        "gov",
        "prof",
        "rev",
        "st",
        "mt",
        "ft",
    ]
)
_SMALL = re.compile(r"[a-z]")
_LARGE = re.compile(r"[A-Z]")
SAMPLE = 3000
"""Characters of a text looked at for its case."""
_BREAKS = frozenset('.:n"')
TITLE_LINE = 0.75
"""Share of capitalised long words from which a line is a headline in title case."""
UPPER_TEXT = 0.6
"""Share of capital letters from which a text is wholly in capitals."""


@dataclass(slots=True)
class Tokens:
    """Parallel lists over the words of a text."""

    text: str
    start: list[int]
    end: list[int]
    norm: list[str]
    capital: list[bool]
    joint: list[str]
    """What stands between a word and the next: `` `` blank, ``-``, ``n`` line break, ``,``
    comma, ``/`` slash or "and"-less list mark, ``.`` end of a sentence, ``x`` other."""
    opens: list[bool]
    """Whether a word opens a sentence, a quotation or a line."""
    title: list[bool]
    """Whether a word stands in a headline (title case or capitals)."""
    upper_text: bool
    possessive: list[bool]
    """Whether a word ends in 's, which ``end`` and ``norm`` leave out."""


def tokenise(text: str) -> Tokens:
    """Return the words of a text."""
    starts: list[int] = []
    ends: list[int] = []
    norms: list[str] = []
    capitals: list[bool] = []
    possessive: list[bool] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        owns = False
        if word.isalpha() and word.isascii():  # most words; they hold no apostrophe
            norm = word.lower()
        else:
            owns = len(word) > 2 and word.endswith(_POSSESSIVE)
            if owns:
                end -= 2
                word = word[:-2]
            elif word.endswith(_CONTRACTED):
                word = word.lower()
            norm = word.lower() if word.isascii() and word.isalpha() else key_of(word)
        possessive.append(owns)
        starts.append(start)
        ends.append(end)
        norms.append(norm)
        capitals.append(not word[0].islower())
    sample = text[:SAMPLE]
    small, large = len(_SMALL.findall(sample)), len(_LARGE.findall(sample))
    upper = large > UPPER_TEXT * max(1, small + large)
    joints, opens = _joints(text, starts, ends, norms)
    title = _titles(starts, ends, capitals, joints, upper=upper)
    return Tokens(text, starts, ends, norms, capitals, joints, opens, title, upper, possessive)


def _joints(
    text: str, starts: list[int], ends: list[int], norms: list[str]
) -> tuple[list[str], list[bool]]:
    joints: list[str] = []
    opens: list[bool] = [True] if starts else []
    for i in range(len(starts) - 1):
        gap = text[ends[i] : starts[i + 1]]
        joint = _COMMON_JOINTS.get(gap)
        if joint is None:
            joint = _joint(gap, norms[i])
        joints.append(joint)
        opens.append(joint in '.:"')
    if starts:
        joints.append(".")
    return joints, opens


_COMMON_JOINTS = {" ": " ", "-": "-", "–": "-", ", ": ",", "'s ": "x", "’s ": "x", "/": "/"}


def _joint(gap: str, before: str) -> str:
    bare = gap.strip(" \t")
    if bare == ".":
        return " " if before in _ABBREVIATED_TITLES or len(before) == 1 else "."
    if bare in (",", ".,") or (bare.startswith((".,", ",")) and not bare.strip(".,\n")):
        return ","
    if "\n\n" in gap or any(mark in gap for mark in ".!?;•|\r"):
        return "."
    if bare == "\n":
        return "n"
    if "\n" in gap or ":" in gap or "—" in gap or " – " in gap or " - " in gap:
        return ":"
    if bare in ("“", '"', "‘", "'"):
        return '"'
    return bare if bare in ("-", "/") else ("x" if bare else " ")


def _titles(
    starts: list[int], ends: list[int], capitals: list[bool], joints: list[str], *, upper: bool
) -> list[bool]:
    """Mark the words of lines and opening sentences that are set as headlines."""
    if upper:
        return [True] * len(starts)
    marks = [False] * len(starts)
    first = long = large = 0
    for i, joint in enumerate(joints):
        if ends[i] - starts[i] >= 4:
            long += 1
            large += capitals[i]
        if joint in _BREAKS:
            if long >= 4 and large >= TITLE_LINE * long:
                marks[first : i + 1] = [True] * (i + 1 - first)
            first, long, large = i + 1, 0, 0
    return marks


def is_direction(norm: str) -> bool:
    """Return whether a word only narrows the place name after it ("Eastern", "Fort")."""
    return norm in DIRECTIONS
