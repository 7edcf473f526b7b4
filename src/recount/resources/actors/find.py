"""Finds actors' names in a text: listed, learnt, state and unnamed ones, longest first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from recount.model import ActorKind, Span
from recount.resources.actors.listing import Nouns, nouns
from recount.resources.actors.load import State, states
from recount.resources.actors.namesakes import by_country
from recount.resources.actors.nouns import Actor, ActorName, RoleHint
from recount.resources.actors.tokens import Token, is_capitals, tokenise, word_set
from recount.resources.actors.trie import (
    CLEAR_FROM,
    COMMON_WORDS,
    GLUED,
    Entry,
    Hit,
    Node,
    Sort,
    is_telling,
    longest,
)

FAMOUS = frozenset(
    {
        "Islamic State",
        "Islamic State Khorasan Province",
        "Tehrik-i-Taliban Pakistan",
        "Provisional Irish Republican Army",
        "Kurdistan Workers' Party",
        "Palestine Liberation Organization",
        "Military Forces of Israel",
        "Federal Bureau of Investigation",
        "Central Intelligence Agency",
        "March 23 Movement",
        "Revolutionary Armed Forces of Colombia",
    }
)
"""Actors whose short abbreviation needs no country near it."""

KNOWN_BY_NAME = frozenset(
    {
        "Kurdistan Workers' Party",
        "Islamic Revolutionary Guard Corps",
        "New People's Army",
        "First Capital Command",
    }
)
"""Actors whose whole name is made of plain words and belongs to nobody else."""
WHOLE_NAME = 3
"""Words from which a name of these is whole ("the Revolutionary Guards" may be another's)."""

_NOT_THE_ACTOR_AFTER = word_set(
    """linked backed affiliated inspired allied aligned held controlled born occupied free"""
)
_NOT_A_STATE_AFTER = word_set("""led based supported style wide made""")
_NOT_THE_ACTOR_BEFORE = word_set("""anti pro ex non post then counter""")

_DOES = word_set(
    """launched launches carried fired fires struck strikes attacked attacks bombed bombs shelled
    shells killed kills invaded invades said says accused accuses denied denies blamed blames
    claimed claims deployed deploys condemned condemns announced vowed retaliated targeted
    targets downed seized detained arrested recruited insisted warned rejected rejects
    admitted confirmed supports backs withdrew designated reported responded evacuated
    conducted conducts killing intercepted bombarded raided assassinated executed expelled
    sent is was has will continues"""
)
_AUXILIARIES = word_set("""has have had also later repeatedly reportedly allegedly itself""")
_SAYS = word_set(
    """said says accused accuses denied denies blamed blames condemned claimed announced insisted
    rejected warned insists admitted maintains"""
)
_GOVERNS = word_set("""gave sent sends deployed recalled expelled vowed retaliated wants backs""")
"""What only a government does where a capital is the subject."""
_DONE_BY = word_set("""by blamed blames accused accuses accusing blaming against from""")
_CONNECTOR = re.compile(r"^(?:,| and| or|, and|, or| &|/|\s)+(?: the)?\s*$")

WORDS_BEFORE = 2
"""Words before an unnamed actor that may belong to it ("unidentified armed gunmen")."""


@dataclass(slots=True)
class Reader:
    """One pass over one text. ``read`` may be called once."""

    text: str
    root: Node
    learnt: Node
    actors: Mapping[str, Actor]
    shipped: frozenset[str]
    """Names that the text did not teach."""
    listed: frozenset[str] = frozenset()
    """Names of the user's own list."""
    words: Nouns = field(default_factory=nouns)
    tokens: list[Token] = field(init=False)
    capitals: bool = field(init=False)
    found: list[ActorName] = field(default_factory=list)
    doubtful: list[tuple[Entry, ActorName]] = field(default_factory=list)
    countries: set[str] = field(default_factory=set)
    _waiting: list[tuple[int, int, State]] = field(default_factory=list)
    _chain: int = 0

    def __post_init__(self) -> None:
        self.tokens = tokenise(self.text)
        self.capitals = is_capitals(self.text)

    def read(self) -> tuple[ActorName, ...]:
        """Return all names in order; none overlap."""
        at = 0
        count = len(self.tokens)
        roots, learnt = self.root.children, self.learnt.children
        while at < count:
            key = self.tokens[at].key
            if key in roots or key in learnt or self._may_be_damaged(key):
                hit = self._longest(at)
                if hit is not None:
                    at = self._take(hit)
                    continue
            at += 1
        self._settle_doubtful()
        return tuple(sorted(self.found))

    def _may_be_damaged(self, key: str) -> bool:
        """Whether a word could be a name that lost its apostrophe or its blank."""
        if key[-1] == "s":
            return key[:-1] in self.root.children or key[:-1] in self.learnt.children
        return not self.capitals and key.endswith(GLUED)

    def _longest(self, at: int) -> Hit | None:
        hit = longest(self.root, self.text, self.tokens, at, capitals=self.capitals)
        if self.learnt.children:
            own = longest(self.learnt, self.text, self.tokens, at, capitals=self.capitals)
            if own is not None and (hit is None or own.end >= hit.end):
                return own
        return hit

    def _take(self, hit: Hit) -> int:
        """Add what a hit gives; return the next token to look at."""
        sorts = {entry.sort: entry for entry in hit.entries}
        start = self.tokens[hit.first].start
        if self._waiting and not _CONNECTOR.match(self.text[self._chain : start]):
            self._waiting.clear()
        if Sort.ACTOR in sorts:
            entries = [entry for entry in hit.entries if entry.sort is Sort.ACTOR]
            return self._named(hit, by_country(self.text, hit, entries, self.actors))
        if Sort.GENERIC in sorts:
            return self._generic(hit, sorts[Sort.GENERIC], start, None)
        entry = hit.entries[0]
        state = _by_code()[entry.ref]
        self.countries.add(state.code)
        return self._state(hit, state, frozenset(sorts))

    # --- listed and learnt actors ------------------------------------------------------------

    def _named(self, hit: Hit, entry: Entry) -> int:
        after = hit.last + 1
        if self._prefixed(hit.first) or self._hyphened(after, _NOT_THE_ACTOR_AFTER):
            return after
        actor = self.actors.get(entry.ref)
        if actor is None:
            return after
        start = self.tokens[hit.first].start
        head, hint, after = self._member_head(hit, after)
        name = ActorName(
            start,
            hit.end,
            actor.name,
            actor.kind,
            actor.country[0] if actor.country else None,
            generic=False,
            role_hint=hint,
            head=head,
            shipped=entry.ref in self.shipped,
        )
        self._chain = hit.end if head is None else head.end
        if self._is_doubtful(hit, entry, actor):
            self.doubtful.append((entry, name))
        else:
            self.found.append(name)
            if not entry.short:
                self.countries.update(actor.country)
        return after

    def _is_doubtful(self, hit: Hit, entry: Entry, actor: Actor) -> bool:
        if entry.ref not in self.shipped or not actor.country:
            return False
        if entry.ref in self.listed and is_telling(entry):
            return False
        if entry.vague:
            return actor.name not in KNOWN_BY_NAME or len(entry.words) < WHOLE_NAME
        if not entry.short or actor.name in FAMOUS:
            return entry.short and entry.words[0].lower() == "is" and self._among_capitals(hit)
        word = self.tokens[hit.first].key
        return entry.letters < CLEAR_FROM or (len(entry.words) == 1 and word in COMMON_WORDS)

    def _among_capitals(self, hit: Hit) -> bool:
        """Whether "IS" stands in a heading set in capitals ("WHAT IS NEXT")."""
        for at in (hit.first - 1, hit.last + 1):
            if 0 <= at < len(self.tokens):
                other = self.tokens[at]
                gap = self.text[
                    min(self.tokens[hit.first].start, other.end) : max(hit.end, other.start)
                ]
                if len(other.word) > 1 and other.word.isupper() and "\n" not in gap:
                    return True
        return False

    def _member_head(self, hit: Hit, after: int) -> tuple[Span | None, RoleHint, int]:
        at = self._past_possessive(after, hit.end)
        keys = self._keys(at, 2, hit.end if at == after else self.tokens[at - 1].end)
        if keys and keys[0] in ("senior", "top", "local", "former"):
            at += 1
            keys = self._keys(at, 2, self.tokens[at - 1].end)
        for length in (2, 1):
            role = self.words.member_heads.get(tuple(keys[:length]))
            if role is not None and len(keys) >= length:
                last = self.tokens[at + length - 1]
                return Span(self.tokens[at].start, last.end), role, at + length
        return None, RoleHint.NAME, after

    def _settle_doubtful(self) -> None:
        """Keep a short or vague name when its country or its full name stands in the text."""
        known = {name.actor for name in self.found}
        for _entry, name in self.doubtful:
            actor = self.actors[name.actor]
            near = self.countries.intersection(actor.country)
            if name.actor in known or (near and actor.name not in FAMOUS):
                self.found.append(name)

    # --- states ------------------------------------------------------------------------------

    def _state(self, hit: Hit, state: State, sorts: frozenset[Sort]) -> int:
        after = hit.last + 1
        start = self.tokens[hit.first].start
        if self._prefixed(hit.first) or self._hyphened(
            after, _NOT_THE_ACTOR_AFTER | _NOT_A_STATE_AFTER
        ):
            return after
        if sorts == {Sort.CAPITAL}:
            return self._capital(hit, state)
        taken = self._headed(hit, state, after, start, place=Sort.ADJECTIVE not in sorts)
        if taken is not None:
            return taken
        if Sort.ADJECTIVE in sorts:
            generic = self._generic_after(hit, state, start)
            if generic is not None:
                return generic
        if Sort.STATE in sorts and (self._of_state(hit, state) or self._bare(hit, state)):
            return after
        if Sort.ADJECTIVE in sorts:
            self._waiting.append((start, hit.end, state))
            self._chain = hit.end
        return after

    def _headed(self, hit: Hit, state: State, after: int, start: int, *, place: bool) -> int | None:
        """A noun after the name; after a bare country ("Marenza bombing") an act is only placed."""
        at = self._past_possessive(after, hit.end)
        place = place and at == after
        edge = hit.end if at == after else self.tokens[at - 1].end
        for skipped in range(3):
            keys = self._keys(at, 3, edge)
            for length in (3, 2, 1):
                branch = self.words.state_heads.get(tuple(keys[:length]))
                if branch is not None and len(keys) >= length:
                    if place and branch == "strike":
                        return None
                    self._add_state(hit, state, branch, start, at, at + length - 1)
                    return at + length
            if not keys or keys[0] not in self.words.modifiers or skipped == 2:
                return None
            edge = self.tokens[at].end
            at += 1
        return None

    def _add_state(
        self, hit: Hit, state: State, branch: str, start: int, first: int, last: int
    ) -> None:
        head = Span(self.tokens[first].start, self.tokens[last].end)
        strike = branch == "strike"
        real = "military" if strike else branch
        end = hit.end if strike else head.end
        hint = RoleHint.STRIKE if strike else RoleHint.NAME
        if branch == "government":
            hint = RoleHint.GOVERNMENT
        self.found.append(_state_name(state, real, start, end, hint, head))
        for begin, stop, other in self._waiting:
            self.found.append(_state_name(other, real, begin, stop, hint, head))
        self._waiting.clear()

    def _generic_after(self, hit: Hit, state: State, start: int) -> int | None:
        at = hit.last + 1
        for _ in range(WORDS_BEFORE + 1):
            if at >= len(self.tokens) or not self._adjacent(at - 1, at):
                return None
            if self.tokens[at].key in self.root.children:
                found = self._longest(at)
                if found is not None and found.entries[0].sort is Sort.GENERIC:
                    return self._generic(found, found.entries[0], start, state.code)
                if found is not None:
                    return None
            if self.tokens[at].key not in self.words.generic_modifiers:
                return None
            at += 1
        return None

    def _of_state(self, hit: Hit, state: State) -> bool:
        """Read "the government of X": the noun stands before the name."""
        at = hit.first - 1
        if at >= 0 and self.tokens[at].key == "the":
            at -= 1
        if at < 1 or self.tokens[at].key != "of" or not self._adjacent(at, at + 1):
            return False
        for length in (3, 2, 1):
            first = at - length
            if first < 0:
                continue
            keys = tuple(token.key for token in self.tokens[first:at])
            branch = self.words.state_heads.get(keys)
            if branch is not None and branch != "strike":
                start = self.tokens[first].start
                self._drop_from(start)
                hint = RoleHint.GOVERNMENT if branch == "government" else RoleHint.NAME
                self.found.append(_state_name(state, branch, start, hit.end, hint, None))
                return True
        return False

    def _bare(self, hit: Hit, state: State) -> bool:
        """A country's name alone is an actor only where it does something."""
        after = hit.last + 1
        while after < len(self.tokens) and self.tokens[after].key in _AUXILIARIES:
            after += 1
        before = hit.first - 1
        if before >= 0 and self.tokens[before].key == "the":
            before -= 1
        does = (
            after < len(self.tokens)
            and self.tokens[after].key in _DOES
            and self.text[hit.end : self.tokens[after].start].isspace() | (after > hit.last + 1)
            and not (before >= 0 and self.tokens[before].key in ("in", "of", "from", "to", "near"))
        )
        by = before >= 0 and self.tokens[before].key in _DONE_BY - {"from", "against"}
        if not (does or by):
            return False
        start = self.tokens[hit.first].start
        self.found.append(_state_name(state, "state", start, hit.end, RoleHint.STATE, None))
        return True

    def _capital(self, hit: Hit, state: State) -> int:
        """Read "Kabul blamed": a capital that says something is a government."""
        after = hit.last + 1
        if after < len(self.tokens) and self.tokens[after].key in _SAYS | _GOVERNS:
            before = self.tokens[hit.first - 1].key if hit.first > 0 else ""
            if self._adjacent(hit.last, after) and before not in ("in", "of", "from", "near", "at"):
                start = self.tokens[hit.first].start
                name = _state_name(state, "government", start, hit.end, RoleHint.STATE, None)
                self.found.append(name)
        return after

    # --- unnamed actors ----------------------------------------------------------------------

    def _generic(self, hit: Hit, entry: Entry, start: int, country: str | None) -> int:
        after = hit.last + 1
        if self._part_of_a_name(hit) or self._before_a_site(hit):
            return after
        if country is None:
            start = self._with_modifiers(hit.first)
        self.found.append(
            ActorName(
                start,
                hit.end,
                entry.ref,
                self.words.generic_kinds.get(entry.ref, ActorKind.UNKNOWN),
                country,
                generic=True,
            )
        )
        self._chain = hit.end
        return after

    def _with_modifiers(self, first: int) -> int:
        at = first
        for _ in range(WORDS_BEFORE):
            if (
                at == 0
                or self.tokens[at - 1].key not in self.words.generic_modifiers
                or not self._adjacent(at - 1, at)
            ):
                break
            at -= 1
        start = self.tokens[at].start
        while at < first and self.found and self.found[-1].phrase.end > start:
            at += 1
            start = self.tokens[at].start
        return start

    def _part_of_a_name(self, hit: Hit) -> bool:
        """Read "Salvation Army", "Springfield Police": a capital word right before means a name."""
        if self.capitals or hit.first == 0:
            return False
        token, before = self.tokens[hit.first], self.tokens[hit.first - 1]
        return (
            token.word[0].isupper()
            and before.word[0].isupper()
            and self.text[before.end : token.start] == " "
            and before.key not in ("the", "a", "an", "some", "two", "unidentified", "unknown")
        )

    def _before_a_site(self, hit: Hit) -> bool:
        after = hit.last + 1
        if after >= len(self.tokens) or not self._adjacent(hit.last, after):
            return False
        last = self.tokens[hit.last].key
        if last.endswith("men") or (last.endswith("s") and last not in ("forces",)):
            return False
        return self.tokens[after].key in self.words.sites

    # --- looking around ----------------------------------------------------------------------

    def _drop_from(self, start: int) -> None:
        while self.found and self.found[-1].phrase.end > start:
            self.found.pop()

    def _adjacent(self, at: int, following: int) -> bool:
        before = self.tokens[at]
        gap = self.text[before.end : self.tokens[following].start]
        if len(before.word) == 1:
            gap = gap.removeprefix(".")
        return gap == "-" or (gap.isspace() and gap.count("\n") <= 1)

    def _keys(self, at: int, count: int, edge: int) -> list[str]:
        """Keys of up to ``count`` tokens from ``at`` with only blanks or hyphens between."""
        keys: list[str] = []
        for token in self.tokens[at : at + count]:
            gap = self.text[edge : token.start]
            if not (gap == "-" or (gap.isspace() and gap.count("\n") <= 1)):
                break
            keys.append(token.key)
            edge = token.end
        return keys

    def _past_possessive(self, at: int, edge: int) -> int:
        possessive = (
            at < len(self.tokens)
            and self.tokens[at].key == "s"
            and self.text[edge : self.tokens[at].start] in ("'", "’", "`")
        )
        return at + 1 if possessive else at

    def _prefixed(self, first: int) -> bool:
        if first == 0:
            return False
        before = self.tokens[first - 1]
        gap = self.text[before.end : self.tokens[first].start]
        return gap in ("-", "–") and before.key in _NOT_THE_ACTOR_BEFORE - {"then"}

    def _hyphened(self, after: int, words: frozenset[str]) -> bool:
        if after >= len(self.tokens):
            return False
        gap = self.text[self.tokens[after - 1].end : self.tokens[after].start]
        return gap == "-" and self.tokens[after].key in words


def _state_name(
    state: State, branch: str, start: int, end: int, hint: RoleHint, head: Span | None
) -> ActorName:
    return ActorName(
        start,
        end,
        state.actor(branch),
        ActorKind.STATE_FORCES,
        state.code,
        generic=False,
        role_hint=hint,
        head=head if head is not None and head.start >= end else None,
    )


_CODES: dict[str, State] = {}


def _by_code() -> Mapping[str, State]:
    if not _CODES:
        _CODES.update({state.code: state for state in states()})
    return _CODES


def without_overlaps(names: Sequence[ActorName]) -> tuple[ActorName, ...]:
    """Return the names in order, each keeping its place against later ones that overlap it."""
    kept: list[ActorName] = []
    for name in sorted(names):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return tuple(kept)
