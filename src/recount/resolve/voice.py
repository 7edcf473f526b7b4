"""Who speaks: the person or body, what they belong to, the outlet or organisation cited.

Method: the source's words are matched with outlets, organisations and actors; words like
"officials" give an anonymous speaker by kind; a pronoun gives the source of the words before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from recount.model import Span, Stance, Voice
from recount.resources.actors import ActorList, load_actors
from recount.resources.persons import find_persons
from recount.resources.sentences import split_sentences
from recount.resources.voices import find_attributions, source_words

_PRONOUN = re.compile(
    r"^(?:he|she|it|they|we|i|who|which|that|his|her|their|its|the (?:group|latter|former))$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:the|a|an|some|many|several|two|three|other|another|one|most|both|local|certain)\s+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:['’]s?\s+)?\s*\b(?:reports?|news agency|reporters?|correspondents?|website)$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:spokes(?:man|woman|person|men)|officials?|minist(?:er|ry)|leaders?|commanders?|"
    r"authorities|government|representatives?|president|governor|general|regime|forces|troops|"
    r"chief|director|analysts?|members?|envoy|ambassador|police|army|military)\b",
    re.IGNORECASE,
)
_BELONGS = re.compile(
    r"\b(?:of|for|at|with|from|in)\s+((?:the\s+)?[A-Z][\w’'.&-]*(?:\s+(?:(?:of|for|the|and|on|in|a"
    r"|an)\s+)*"
    r"[A-Z][\w’'.&-]*)*)"
)

_PAPER_BY = re.compile(
    r"^(?:a|an|the)?\s*(?:\w+\s+)?(?:report|statement|study|communique|release)s?\s+(?:by|from"
    r"|of)\s+(.+)$",
    re.IGNORECASE,
)

LEAD = 4
"""Characters before an actor's name that are only an article."""

REMEMBERED = 1024
"""Sources whose voices are kept: the same few speak again and again."""

BACK = 900
"""Characters before a pronoun in which the speaker it stands for is looked for: about six
sentences, for a long quotation may stand between."""


@dataclass(frozen=True, slots=True)
class _Who:
    speaker: str | None = None
    affiliation: str | None = None
    outlet: str | None = None


def resolve_voice(
    source: Span | None,
    cue: Span | None,
    stance: Stance,
    text: str,
    outlet: str | None,
    actors: ActorList | None = None,
) -> Voice:
    """Return the voice behind words of a text.

    Args:
        source: who is said to say it; ``None``: the document's outlet itself.
        cue: the words that report it ("according to").
        stance: how the voice stands to what it says.
        text: the document's text.
        outlet: the document's own outlet, if known.
        actors: the actor list for affiliations; the shipped one when not given.

    A pronoun is replaced by the speaker named before it; when there is none, the speaker is
    ``None`` and the voice is the outlet's. Anonymous speakers are named by kind ("officials").
    """
    said = _squeeze(cue.of(text)) if cue is not None else None
    if source is None:
        return Voice(None, None, outlet, stance, said)
    listed = actors if actors is not None else load_actors()
    words = _squeeze(source.of(text))
    if _PRONOUN.match(words):
        before = _speaker_before(text, source.start)
        who = _Who() if before is None else _who(before, listed)
    else:
        who = _who(words, listed)
    cited = who.outlet if who.outlet is not None else outlet
    return Voice(who.speaker, who.affiliation, cited, stance, said)


def _squeeze(words: str) -> str:
    plain = " ".join(words.split()).strip(' ,;:"“”[]')
    return plain[:-2] if plain.endswith(("'s", "’s")) else plain


@lru_cache(maxsize=REMEMBERED)
def _who(words: str, actors: ActorList) -> _Who:
    known = source_words()
    paper = _PAPER_BY.match(words)
    if paper is not None:
        words = paper.group(1)
    bare = _plain(_TAIL.sub("", words))
    for form in (_plain(words), bare):
        if form in known.outlets:
            name = known.outlets[form]
            return _Who(speaker=name, outlet=name)
        if form in known.organisations:
            return _Who(speaker=known.organisations[form])
    persons = find_persons(words.split(",")[0] + " said") or find_persons(words + " said")
    if persons:
        rest = words.replace(persons[0].name, "|")
        return _Who(speaker=persons[0].name, affiliation=_affiliation(rest, actors))
    affiliation = _affiliation(words, actors)
    listed = actors.lookup(_LEAD.sub("", words))
    if listed is not None:
        return _Who(speaker=listed.name)
    whole = [name for name in actors.find(words + " said") if not name.generic]
    if (
        whole
        and whole[0].end >= len(words)
        and whole[0].start <= LEAD
        and _OFFICE.search(words) is None
    ):
        return _Who(speaker=whole[0].actor)
    kind = _kind(words)
    if affiliation is not None and (kind is not None or _OFFICE.search(words)):
        return _Who(speaker=_office(words, kind), affiliation=affiliation)
    if kind is not None and not _is_named(words):
        return _Who(speaker=kind)
    return _Who(
        speaker=_LEAD.sub("", words) if _is_named(words) else words, affiliation=affiliation
    )


def _plain(words: str) -> str:
    return words.casefold().removeprefix("the ").strip(" .,'’\"")


def _is_named(words: str) -> bool:
    """Whether a capital word stands beyond the first (which may open a sentence)."""
    rest = _LEAD.sub("", words).split()
    return any(word[0].isupper() for word in rest[1:]) or (
        bool(rest)
        and rest[0][0].isupper()
        and not words.startswith(("The ", "A ", "An ", "Some "))
        and _kind(rest[0]) is None
    )


def _office(words: str, kind: str | None) -> str:
    match = _OFFICE.search(words)
    if match is None:
        return kind if kind is not None else words
    return match.group().lower()


def _kind(words: str) -> str | None:
    """The kind of an anonymous source, by the longest listed word in it."""
    low = f" {words.casefold()} "
    for word, kind in source_words().kinds:
        if f" {word} " in low or f" {word}," in low:
            return kind
    return None


def _affiliation(words: str, actors: ActorList) -> str | None:
    """The body that a speaker belongs to: an actor, an organisation, or "of the X"."""
    known = source_words()
    match = _BELONGS.search(words)
    if match is not None:
        plain = _plain(match.group(1))
        if plain in known.organisations or plain in known.outlets:
            return known.organisations.get(plain) or known.outlets[plain]
        actor = actors.lookup(match.group(1).removeprefix("the "))
        if actor is not None:
            return actor.name
    listed = [name for name in actors.find(words) if not name.generic]
    if listed and (match is None or listed[0].start < match.start()):
        return listed[0].actor
    if match is not None and len(match.group(1).split()) > 1:
        return match.group(1).removeprefix("the ")
    return listed[0].actor if listed else None


def _speaker_before(text: str, start: int) -> str | None:
    """The last speaker named before an offset; their full name when the text gives it."""
    low = max(0, start - BACK)
    sentences = split_sentences(text, low, start)
    for attribution in reversed(find_attributions(text, sentences)):
        if attribution.source is None:
            continue
        words = _squeeze(attribution.source.of(text))
        if _PRONOUN.match(words) is None and words[:1].isupper():
            return _in_full(text[:start], words)
    return None


def _in_full(text: str, words: str) -> str:
    """The full name that stands earlier in a text for a surname."""
    if " " in words:
        return words
    full = re.search(rf"\b((?:[A-Z][\w’'-]+\s+){{1,3}}{re.escape(words)})\b", text)
    return full.group(1) if full is not None else words
