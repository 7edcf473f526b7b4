"""Groups that a text names by a name and a noun for groups ("the Harun Brigade")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from recount.model import ActorKind
from recount.resources.actors.tokens import word_set

_NOUNS: dict[str, ActorKind] = {
    **dict.fromkeys(
        word_set(
            """Front Army Movement Liberation Resistance Jihad Mujahideen Mujahidin Rebels
            Guerrillas Insurgency Emirate Caliphate"""
        ),
        ActorKind.REBEL_GROUP,
    ),
    **dict.fromkeys(
        word_set(
            """Brigade Brigades Battalion Battalions Militia Militias Faction Gang Cartel
            Commandos Vigilantes Fighters Martyrs Volunteers"""
        ),
        ActorKind.POLITICAL_MILITIA,
    ),
}
"""Nouns that make an armed group of a name, with the kind that they suggest."""

_SOFTER = word_set(
    """Group Party Council Union Command Committee Alliance Coalition Force Forces League
    Organization Organisation Guard Guards Network Corps Regiment Assembly Congress"""
)
"""Nouns that armed groups share with others; they need an armed word beside the name."""

_NOT_GROUPS = word_set(
    """Airborne Infantry Marine Peace Armored Armoured Mountain Air Royal Artillery Cavalry Field
    Rifle Fire Salvation Home Western Eastern Northern Southern Security Atlantic Crisis Task
    Work Working Media News Investment Labor Labour Minute Army Navy Police Engineers Signal
    Medical Public Civil Womens Women's Olympic Environmental Arab Gulf"""
)
"""First words of units, companies and bodies that are no armed group."""

_HEADS = re.compile(r"\b(" + "|".join(sorted({*_NOUNS, *_SOFTER})) + r")\b")
_LEFT = re.compile(r"(?:[A-Z][\w’'-]*[ -](?:(?:de|del|la|al|ul|wal)[ ])*){1,6}$")
_RIGHT = re.compile(
    r"(?:\s(?:of|for)(?:\sthe)?\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*(?:\sof"
    r"(?:\sthe)?\s[A-Z][\w’'-]*)?)"
)
_ARMED = re.compile(
    r"\b(?:rebel|militant|armed|separatist|insurgent|terrorist|guerrilla|paramilitary|jihadi|"
    r"jihadist|extremist|secessionist|fighters|gunmen|militia|claimed responsibility|"
    r"took up arms|outlawed|banned)\b",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(
    r"\b(rebel|militant|armed|separatist|insurgent|terrorist|guerrilla|jihadist|extremist|"
    r"paramilitary|secessionist|vigilante|outlawed|banned)\s+"
    r"(?:opposition\s+)?(?:group|organi[sz]ation|movement|outfit|faction|militia|network|gang"
    r"|force)"
    r"(?:,?\s+(?:called|named|known as))?,?\s+(?:the\s+)?[“\"]?"
    r"((?:[A-Z][\w’'-]+)(?:\s(?:(?:of|the|for|al|de)\s)?[A-Z][\w’'-]+){0,5})"
)
_NAMED_SMALL = re.compile(
    r"\bthe\s((?:[A-Z][\w’'-]+\s){1,3})(militia|gang|cartel|rebels|guerrillas|insurgents"
    r"|militants)\b"
)
_KIND_BEFORE = re.compile(
    r"\b(rebel|militant|armed|separatist|insurgent|terrorist|guerrilla|jihadist|extremist|"
    r"paramilitary|secessionist|vigilante|criminal|ethnic)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_REBEL_WORDS = word_set(
    """rebel militant separatist insurgent guerrilla jihadist extremist secessionist terrorist"""
)
_ETHNIC = word_set(
    """kurdish shiite sunni muslim christian islamist islamic arab druze maoist communist"""
)


@dataclass(frozen=True, slots=True)
class Group:
    """A group by the name that the text gives it, ``text[start:end]``."""

    name: str
    start: int
    end: int
    kind: ActorKind


def kind_of(word: str) -> ActorKind | None:
    """Return the kind that a noun of a group's name suggests, in any case of letters."""
    noun = word.capitalize()
    if noun in _NOUNS:
        return _NOUNS[noun]
    return ActorKind.UNKNOWN if noun in _SOFTER else None


def group_before(text: str, end: int) -> ActorKind | None:
    """Return the kind that words right before ``end`` give ("a rebel group …"), if any."""
    match = _KIND_BEFORE.search(text, max(0, end - 70), end)
    if match is None:
        return None
    word = match.group(1).lower()
    return ActorKind.REBEL_GROUP if word in _REBEL_WORDS else ActorKind.POLITICAL_MILITIA


def find_groups(text: str) -> tuple[Group, ...]:
    """Return groups named by a capital name with a group noun, or introduced as armed.

    Known groups are among them; the caller sorts them out.
    """
    found: dict[str, Group] = {}
    for match in _HEADS.finditer(text):
        group = _around(text, match)
        if group is not None:
            found.setdefault(group.name, group)
    for match in _INTRODUCED.finditer(text):
        name = match.group(2)
        kind = (
            ActorKind.REBEL_GROUP
            if match.group(1).lower() in _REBEL_WORDS
            else ActorKind.POLITICAL_MILITIA
        )
        found.setdefault(name, Group(name, match.start(2), match.end(2), kind))
    for match in _NAMED_SMALL.finditer(text):
        if match.group(1).split()[0].lower() not in _ETHNIC:
            name = f"{match.group(1)}{match.group(2)}"
            rebel = match.group(2) in ("rebels", "guerrillas", "insurgents", "militants")
            kind = ActorKind.REBEL_GROUP if rebel else ActorKind.POLITICAL_MILITIA
            found.setdefault(name, Group(name, match.start(1), match.end(2), kind))
    return _outermost(tuple(found[name] for name in sorted(found)))


def _outermost(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Drop names that are part of a longer one ("Liberation of X" in "Front for the …")."""
    return tuple(
        group
        for group in groups
        if not any(
            other is not group and other.start <= group.start and group.end <= other.end
            for other in groups
        )
    )


def _around(text: str, match: re.Match[str]) -> Group | None:
    noun = match.group(1)
    left = _LEFT.search(text, max(0, match.start() - 90), match.start())
    start = left.start() if left is not None else match.start()
    if text.startswith("The ", start):
        start += 4
    right = _RIGHT.match(text, match.end())
    end = right.end() if right is not None else match.end()
    name = " ".join(text[start:end].split())
    words = name.split()
    if len(words) < 2 or words[0] in _NOT_GROUPS or any(word[0].isdigit() for word in words):
        return None
    if right is None and re.match(r"\s[A-Z]", text[end : end + 2]):
        return None
    if noun in _SOFTER and not _ARMED.search(text, max(0, start - 45), end + 60):
        return None
    if left is None and (right is None or not text[:start].rstrip().endswith(("the", "The"))):
        return None
    return Group(name, start, end, _NOUNS.get(noun, ActorKind.UNKNOWN))
