"""Learns from a text what it calls its actors: brackets, "also known as", new groups.

The context rule: where a text equates an affiliate with a name of its parent ("IS-K (Daesh)"),
that name means the affiliate in this text. Where it says that one is the affiliate of the
other, nothing is equated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from recount.resources.actors.groups import Group, find_groups, group_before, kind_of
from recount.resources.actors.learnt import SHORT_FORM, LearnedAlias, LearnedAliases
from recount.resources.actors.list import REMEMBERED, ActorList
from recount.resources.actors.listing import nouns
from recount.resources.actors.load import states
from recount.resources.actors.nouns import Actor
from recount.resources.actors.spelling import spelt_alike
from recount.resources.actors.tokens import is_capitals, key_of, tokenise, word_set
from recount.resources.actors.trie import is_abbreviation

_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{2,90})[)\]]")
_KNOWN_AS = re.compile(
    r"(?:\ba\.?k\.?a\.?|"
    r"(?:\b(?:which|who|that)\s+(?:is|are|was|were)\s+)?"
    r"(?:\b(?:also|better|commonly|locally|previously|formerly|sometimes|widely|otherwise)\s+)*"
    r"\b(?:known|called|referred\s+to)"
    r"(?:\s+(?:also|locally|commonly|variously|simply))?"
    r"(?:\s+by\s+(?:its|their|the)(?:\s+\w+)?\s+(?:acronym|initials|abbreviation|name)s?|\s+as)"
    r"|\b(?:also|sometimes|otherwise)\s+called)\s+",
    re.IGNORECASE,
)
_KNOWN = re.compile(r"known|called|referred to|KNOWN|CALLED|REFERRED TO|\ba\.?k\.?a\b")
CUE_REACH = 40
"""Characters around "known" that the words of a whole cue take."""

_RIVAL = re.compile(r"\b(?:rival|another|different|second|unrelated)\b[^.;]*$", re.IGNORECASE)
_GLUED_KNOWN_AS = re.compile(r"(?<=[a-z])known as\s+")
_OR = re.compile(r",\s+(?:or|abbreviated(?: as)?|abbreviation)\s+(?:the\s+)?")
_PIECE = re.compile(
    r"\s*(?:the\s+)?[“\"‘']?("
    r"[A-Z0-9][\w’'\-./]*(?:\s+(?:(?:of|the|for|in|and|al|ul|de|del|la|wal|e|i)\s+){0,2}"
    r"[A-Z0-9][\w’'\-./]*){0,7})[,.]?[”\"’']?"
)
_SPLIT = re.compile(
    r"\s*(?:,|;|\bor\b|\bor simply\b|\balso known as\b|\bformerly\b|\bknown as\b|/)\s*"
)
_NEXT_NAME = re.compile(r"[,.]?[”\"’']?\s*(?:,\s*(?:or|and)\b|,|\bor\b|\band\b|/)\s*")
_BRANCH_OF = re.compile(
    r"\b(?:affiliate|franchise|branch|offshoot|wing|arm|cell|faction|splinter|part|chapter|rival"
    r"|ally|allies|enemy|member)s?\s+(?:group\s+)?(?:of|from)\s+(?:the\s+)?(?:so-called\s+)?[“\"]?$"
)
_DASHED = re.compile(r"\s[–—-]\s([A-Z][A-Z0-9-]{1,7})(?=\s[–—-]\s|,)")

ALIAS_WORDS = 8
"""Longest alias, in words; longer text in brackets is a remark, not a name."""

_NOT_ALIASES = word_set(
    """photo file archive left right center centre sic ret retired reuters ap afp getty local gmt
    utc begin end text recording continued passage omitted indistinct words editor"""
)


@lru_cache(maxsize=REMEMBERED)
def learn_aliases(text: str, actors: ActorList) -> LearnedAliases:
    """Return the names that a text introduces for its actors, and groups that no list has.

    >>> from recount.resources.actors import load_actors
    >>> learned = learn_aliases("the Front for the Liberation of Marenza (FLM)", load_actors())
    >>> learned.resolve("FLM")
    'Front for the Liberation of Marenza'
    """
    student = _Student(text, actors)
    student.groups()
    student.brackets()
    student.known_as()
    student.alternatives()
    student.short_forms()
    return student.result()


@dataclass(slots=True)
class _Student:
    text: str
    actors: ActorList
    aliases: list[LearnedAlias] = field(default_factory=list)
    new: dict[str, Actor] = field(default_factory=dict)
    capitals: bool = field(init=False)

    def __post_init__(self) -> None:
        self.capitals = is_capitals(self.text)

    def result(self) -> LearnedAliases:
        """What was learnt, in order of the text."""
        actors = tuple(self.new[name] for name in sorted(self.new))
        return LearnedAliases(tuple(sorted(set(self.aliases), key=_by_place)), actors)

    def groups(self) -> None:
        """Learn groups that their own name tells ("the Harun Brigade")."""
        if self.capitals:
            return
        for group in find_groups(self.text):
            if self.actors.lookup(group.name) is None and not _is_state_branch(group.name):
                first = next((n for n in self.new if spelt_alike(n, group.name)), None)
                if first is None or self._is_rival(group.start):
                    self._add_group(group)
                else:
                    self._equate(first, group.name, group.start, "another spelling")

    def _is_rival(self, start: int) -> bool:
        """Whether the words before a name say that it is another group's."""
        return _RIVAL.search(self.text, max(0, start - CUE_REACH), start) is not None

    def brackets(self) -> None:
        """Learn "LONG (SHORT)"."""
        for match in _BRACKETS.finditer(self.text):
            end = len(self.text[: match.start()].rstrip().rstrip(",\"”’'"))
            if end == 0 or not self.text[end - 1].isalnum():
                continue
            inner = match.group(1)
            pieces = [piece.strip(" \"“”‘’'") for piece in _SPLIT.split(inner) if piece.strip()]
            short = [piece.removeprefix("the ") for piece in pieces if self._may_be_alias(piece)]
            if not short:
                continue
            known = self._actor_ending(end)
            name = known[1].name if known is not None else self._introduce(end, short)
            if name is None:
                continue
            for piece in short:
                self._equate(name, piece, match.start(1) + inner.find(piece), "brackets")

    def known_as(self) -> None:
        """Learn "X, also known as Y, Z or W"."""
        for match in self._cues():
            end = self._before_cue(match.start())
            known = self._actor_ending(end)
            others = self._list_after(match.end())
            if not others:
                continue
            if known is None or _BRANCH_OF.search(self.text, max(0, known[0] - 60), known[0]):
                self._new_from_list(match.start(), others)
                continue
            for piece, start in others:
                self._equate(known[1].name, piece, start, "known as")

    def _cues(self) -> list[re.Match[str]]:
        """Where a name is said to have others; the whole pattern is tried at its rare word only."""
        cues: dict[int, re.Match[str]] = {}
        for core in _KNOWN.finditer(self.text):
            low, high = max(0, core.start() - CUE_REACH), core.end() + CUE_REACH
            for pattern in (_KNOWN_AS, _GLUED_KNOWN_AS):
                match = pattern.search(self.text, low, high)
                if match is not None and match.end() > core.start():
                    cues.setdefault(match.end(), match)
        return [cues[end] for end in sorted(cues)]

    def alternatives(self) -> None:
        """Learn "X, or Y," and "X – Y –" for an abbreviation or a quoted name."""
        for match in (*_OR.finditer(self.text), *_DASHED.finditer(self.text)):
            known = self._actor_ending(match.start())
            if known is None:
                continue
            dashed = match.lastindex == 1
            at = match.start(1) if dashed else match.end()
            piece = _PIECE.match(self.text, at)
            if piece is None:
                continue
            name = piece.group(1).split()[0] if not dashed else piece.group(1)
            name = name.rstrip(".,")
            if is_abbreviation(name) and self.actors.lookup(name) is None:
                self._equate(known[1].name, name, piece.start(1), "or")

    def short_forms(self) -> None:
        """Learn "the Front" where one group of the text alone ends or starts with that noun."""
        by_noun: dict[str, set[str]] = {}
        for actor in self.new.values():
            words = actor.name.split()
            for noun in {words[0], words[-1]}:
                if kind_of(noun) is not None:
                    by_noun.setdefault(noun, set()).add(actor.name)
        for noun, names in sorted(by_noun.items()):
            met = re.search(rf"\b[Tt]he ({re.escape(noun)})\b(?! (?:of|for) )", self.text)
            if len(names) == 1 and met is not None:
                alias = LearnedAlias(noun, min(names), met.start(1), met.end(1), SHORT_FORM)
                self.aliases.append(alias)

    # --- steps -------------------------------------------------------------------------------

    def _actor_ending(self, end: int) -> tuple[int, Actor] | None:
        known = self.actors.ending_at(self.text, end)
        if known is None:
            known = self._group_noun_skipped(end)
        own = [name for name in self.new if self.text.endswith(name, 0, end)]
        own += [a.alias for a in self.aliases if self.text.endswith(a.alias, 0, end)]
        if own:
            longest = max(own, key=len)
            start = end - len(longest)
            if known is None or start < known[0]:
                actor = self.new.get(longest) or self._learnt(longest)
                if actor is not None:
                    return start, actor
        return known

    def _learnt(self, alias: str) -> Actor | None:
        for learnt in self.aliases:
            if learnt.alias == alias:
                return self.new.get(learnt.actor) or self.actors.get(learnt.actor)
        return None

    def _group_noun_skipped(self, end: int) -> tuple[int, Actor] | None:
        """Read "the Islamic State Khorasan group (ISK)": the noun is no part of the listed name."""
        for noun in ("group", "movement", "militia", "network", "fighters", "militants", "cartel"):
            if self.text.endswith(" " + noun, 0, end):
                return self.actors.ending_at(self.text, end - len(noun) - 1)
        return None

    def _before_cue(self, at: int) -> int:
        """Where the name before a cue ends: before commas, brackets and relative words."""
        head = self.text[:at].rstrip()
        head = head.rstrip(",;").rstrip()
        while head.endswith((")", "]")):
            opening = max(head.rfind("("), head.rfind("["))
            if opening < 0:
                break
            head = head[:opening].rstrip().rstrip(",").rstrip()
        return len(head)

    def _list_after(self, at: int) -> list[tuple[str, int]]:
        found: list[tuple[str, int]] = []
        while True:
            piece = _PIECE.match(self.text, at)
            if piece is None:
                break
            name = piece.group(1).split(" and ")[0].rstrip(".,'’")
            if not self._may_be_alias(name):
                break
            found.append((name, piece.start(1)))
            end = piece.start(1) + len(name)
            more = _NEXT_NAME.match(self.text, end)
            if more is None or len(found) > ALIAS_WORDS:
                break
            comma_only = "," in more.group() and "or" not in more.group()
            if comma_only and not self._list_goes_on(more.end()):
                break
            at = more.end()
        return found

    def _list_goes_on(self, at: int) -> bool:
        """After a comma, a list goes on only if another comma or "or" follows the next name."""
        piece = _PIECE.match(self.text, at)
        if piece is None:
            return False
        return (
            re.match(r"\s*(?:,|or\b|and\b)", self.text[piece.end(1) : piece.end(1) + 8]) is not None
        )

    def _new_from_list(self, cue: int, others: list[tuple[str, int]]) -> None:
        """Read "a rebel group known as Y": Y is a group that no list may have."""
        name, start = others[0]
        if self.actors.lookup(name) is not None:
            return
        kind = group_before(self.text, cue)
        if kind is None:
            return
        self._add_group(Group(name, start, start + len(name), kind))
        for piece, at in others[1:]:
            self._equate(name, piece, at, "known as")

    def _introduce(self, end: int, short: list[str]) -> str | None:
        """Return a group that no list has, from its full name before its abbreviation."""
        abbreviations = [piece for piece in short if is_abbreviation(piece)]
        if not abbreviations:
            return None
        group = _spelt_out(self.text, end, abbreviations[0])
        if group is None:
            return None
        self._add_group(group)
        return group.name

    def _add_group(self, group: Group) -> None:
        country = self._country_in(group.name)
        actor = Actor(
            name=group.name, aliases=(), kind=group.kind, country=country, source="the text itself"
        )
        self.new.setdefault(group.name, actor)

    def _country_in(self, name: str) -> tuple[str, ...]:
        keys = {token.key for token in tokenise(name)}
        return tuple(
            state.code
            for state in states()
            if key_of(state.name) in keys or any(key_of(word) in keys for word in state.adjectives)
        )[:1]

    def _equate(self, actor: str, alias: str, start: int, how: str) -> None:
        listed = self.actors.lookup(alias)
        if listed is not None and listed.name != actor and not self._may_override(listed, actor):
            return
        if key_of(alias) == key_of(actor) or (listed is not None and listed.name == actor):
            return
        if actor in self.actors.actors and self._is_parent_of(actor, listed):
            self._swap(actor, alias, start, how)
            return
        self.aliases.append(LearnedAlias(alias, actor, start, start + len(alias), how))

    def _may_override(self, listed: Actor, actor: str) -> bool:
        """A listed alias may be given to its affiliate or parent, or to a group of this text."""
        here = self.actors.get(actor)
        if here is None:
            return True
        return listed.name == here.parent or here.name == listed.parent

    def _is_parent_of(self, actor: str, listed: Actor | None) -> bool:
        return listed is not None and listed.parent == actor

    def _swap(self, parent: str, alias: str, start: int, how: str) -> None:
        """Read "the Islamic State (IS-K)": here the parent's name means the affiliate."""
        affiliate = self.actors.lookup(alias)
        before = re.search(r"([A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*)\s*[(\[]$", self.text[:start])
        if affiliate is None or before is None or how != "brackets":
            return
        name = before.group(1)
        if (listed := self.actors.lookup(name)) is not None and listed.name == parent:
            self.aliases.append(
                LearnedAlias(name, affiliate.name, before.start(1), before.end(1), how)
            )

    def _may_be_alias(self, piece: str) -> bool:
        words = piece.removeprefix("the ").split()
        if not words or len(words) > ALIAS_WORDS or not words[0][0].isupper():
            return bool(words) and re.fullmatch(r"[0-9]?[A-Z][A-Z0-9-]+", words[0]) is not None
        if key_of(words[0].strip(".")) in _NOT_ALIASES:
            return False
        if len(words) > 1 and not self.capitals and not words[-1][0].isupper():
            return False
        return not self._is_state(piece)

    def _is_state(self, piece: str) -> bool:
        return piece in _state_names()


def _is_state_branch(name: str) -> bool:
    """Whether a name is a country's word and a state noun ("Marenzan Army")."""
    words = name.split()
    heads = nouns().state_heads
    for at in range(1, len(words)):
        if " ".join(words[:at]) in _state_names():
            rest = [key_of(word) for word in words[at:]]
            while rest and rest[0] in nouns().modifiers and tuple(rest) not in heads:
                rest = rest[1:]
            return tuple(rest) in heads
    return False


_STATE_NAMES: set[str] = set()


def _state_names() -> set[str]:
    if not _STATE_NAMES:
        for state in states():
            _STATE_NAMES.update((state.name, *state.others, *state.adjectives, *state.people))
    return _STATE_NAMES


def _by_place(alias: LearnedAlias) -> tuple[int, int, str]:
    return alias.start, alias.end, alias.actor


_SMALL = word_set("""of the for and in de del la al y e to""")


def _spelt_out(text: str, end: int, abbreviation: str) -> Group | None:
    """Return the group whose words before ``end`` an abbreviation stands for.

    The method of Schwartz and Hearst (2003), kept to initials: each letter must begin a word,
    in order; one capital word may be passed over.
    """
    letters = [mark.lower() for mark in abbreviation if mark.isalpha()]
    window = tokenise(text, max(0, end - 110), end)
    at, letter, passed = len(window) - 1, len(letters) - 1, 0
    while at >= 0 and letter >= 0:
        token = window[at]
        small = token.key in _SMALL
        if token.key[0] == letters[letter] and not small:
            letter -= 1
        elif not small:
            passed += 1
            if passed > 1:
                return None
        at -= 1
    if letter >= 0 or len(letters) < 2:
        return None
    first = window[at + 1]
    name = " ".join(text[first.start : end].split())
    if name.isupper():
        name = " ".join(w.lower() if w.lower() in _SMALL else w.capitalize() for w in name.split())
    if "." in name or "," in name or not first.word[0].isupper():
        return None
    kinds = [kind_of(word) for word in name.split()]
    kind = next((kind for kind in kinds if kind is not None), None)
    if kind is None:
        kind = group_before(text, first.start)
    if kind is None or len(name.split()) < 2:
        return None
    return Group(name, first.start, end, kind)
