"""A text with what one data set says of it, and what it leaves open."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Marked:
    """Words of a text under a tag; ``groups`` are the incidents or attributions they belong to.

    ``classes`` gives, for heads that class single words, the classes that may be right; a
    head that is not named has nothing to learn here.
    """

    tag: str
    start: int
    end: int
    groups: frozenset[str] = frozenset()
    classes: tuple[tuple[str, frozenset[int]], ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """One text to learn from.

    ``tags`` are those of which the set marks every occurrence: all other words are outside.
    ``hubs`` are tags whose words other words are linked to (a trigger, a cue), with the tags
    that are linked to them. ``peers`` are tags of which any two words are told to share a
    group or not. ``outside`` names heads whose class 0 holds for every token of the text.
    """

    source: str
    text: str
    marks: tuple[Marked, ...]
    tags: frozenset[str]
    hubs: tuple[tuple[str, frozenset[str]], ...] = ()
    peers: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    classes: frozenset[str] = field(default_factory=frozenset)
