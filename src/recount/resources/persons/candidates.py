"""Runs of capital words that may be names, weighed by the words beside them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from recount.resources.persons.nouns import Candidate
from recount.resources.persons.patterns import (
    AGE,
    AGE_BEFORE,
    APPOSITION,
    ARABIC,
    BESIDE_NAMES,
    BYLINE,
    CHILD,
    COLOURS,
    CONTEXT,
    CONTRACTED,
    COURT,
    DATES,
    DID_AFTER,
    IDENTIFIED,
    INNER_TITLES,
    KIN,
    KIN_OF,
    OF_A_GROUP,
    OFFICE_REACH,
    PERSON_AFTER,
    PREFIX,
    PRONOUNS,
    RANKS,
    ROLE_BY_WORD,
    SAID_AFTER,
    SAID_BEFORE,
    SHIPS,
    SUFFIX,
    SUSPECT,
    TITLE_PARTS,
    VICTIM,
    WRAPPED,
)
from recount.resources.persons.placelike import is_placelike
from recount.resources.persons.words import person_words

SUSPECTED = "named as a suspect or detainee"
"""Why a name beside words of suspicion is withheld."""


def words_of(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Return start, end and form of the words of a run."""
    return [
        (m.start(), m.end(), m.group())
        for m in re.compile(r"[^\s\[\]()]+").finditer(text, start, end)
    ]


NAME_WORDS = 6
"""Longest name, in words; longer runs of capitals are headings."""


class Range(NamedTuple):
    """First character and one past the last."""

    first: int
    last: int


def segments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run of capital words at dates, owners, and the end of lines that are not wrapped."""
    begin = None
    stop = start
    short = len(words_of(text, start, end)) <= NAME_WORDS
    for first, last, word in words_of(text, start, end):
        cut = "\n" in text[stop:first] and stop - text.rfind("\n", 0, stop) < WRAPPED
        dated = plain_word(word) in DATES or plain_word(word).endswith("-old")
        dated = dated and not (first == start and _is_given_day(text, start, last, end))
        if begin is not None and (cut or dated):
            yield begin, stop
            begin = None
        if begin is None and not dated:
            begin = first
        stop = last
        owner = plain_word(word).replace("’", "'") not in CONTRACTED
        if short and owner and begin is not None and word.endswith(("'s", "’s")):
            # What somebody owns is no part of the name ("Torven's Bodyguards").
            yield begin, stop
            begin = None
    if begin is not None:
        yield begin, stop


def _is_given_day(text: str, start: int, last: int, end: int) -> bool:
    """Whether a day of the week is a given name ("her sons Sunday Vell, 9, and ...")."""
    introduced = _INTRODUCED.search(text, max(0, start - OFFICE_REACH), start) is not None
    return last < end and introduced and AGE.match(text[end : end + CONTEXT]) is not None


_INTRODUCED = re.compile(r"(?:\b(?:and|as|named|sons?|daughters?|brothers?|sisters?)|,|:|;)\s$")


def plain_word(word: str) -> str:
    """Return a word in small letters, without marks around it."""
    return word.strip(".,’'[]").lower()


def read_candidate(
    text: str, start: int, end: int, taken: set[tuple[int, int]]
) -> Candidate | None:
    """Return the name in a run of capital words; ``None`` when nothing speaks for one."""
    lead = _without_lead(_behind_titles(words_of(text, start, end)))
    tokens, titled, public = lead.tokens, lead.titled, lead.public
    tokens = _without_shouted(_without_trail(tokens), titled=titled)
    if not tokens or len(tokens) > NAME_WORDS or _is_ship(tokens):
        return None
    first, last = tokens[0][0], tokens[-1][1]
    if text[last - 1] in "’'":
        last -= 1
    lows = [plain_word(token[2]) for token in tokens]
    if lows[0].endswith(("-e", "-i", "-ul")) or any(
        _no_person(low) for at, low in enumerate(lows[:-1]) if at > 0 or low not in DATES
    ):
        return None
    doubtful = _no_person(lows[-1])
    if doubtful and (not _plain_surname(lows[-1]) or len(lows) == 1):
        return None
    if len(lows) == 1 and not (titled or public):
        return None
    if SUFFIX.search(text[first:last]) and text.startswith(".", last):
        last += 1
    if text[first:last].endswith(("'s", "’s")):
        last -= 2
    found = _weigh(text, Range(first, last), lows, titled=titled, public=public, taken=taken)
    if found is not None and lead.rank:
        _with_rank(found, text, start, lead.rank)
    if found is not None and text[start:first].count(" ") > 1 and _AGED.match(text, last):
        # An office told long before an age may be another's, whose sentence has no stop.
        found.public = found.public and found.private is None
    if doubtful and found is not None and not found.certain:
        return None
    return found


def _behind_titles(tokens: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Drop what stands before a title inside a run ("Tarn Interior Minister Aro Vell")."""
    listed = person_words()
    titles = listed.public_titles | listed.plain_titles
    for at in range(len(tokens) - 2, 0, -1):
        word = tokens[at][2]
        if plain_word(word) in INNER_TITLES and word[0].isupper():
            before = [plain_word(token[2]) for token in tokens[:at]]
            if not word.endswith(".") and any(low in listed.given for low in before):
                return tokens
            others = itertools.takewhile(lambda low: low in titles, reversed(before))
            return tokens[at - len(list(others)) :]
    return tokens


def _is_ship(tokens: list[tuple[int, int, str]]) -> bool:
    first = tokens[0][2]
    return len(tokens) > 1 and first.isupper() and first.lower() in SHIPS


def _speaks(text: str, start: int, end: int) -> bool:
    """Whether the words beside a run of capital words quote it, and not on its own wounds."""
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    quoted = _QUOTED.search(before) is not None and _QUOTE_ENDS.match(after) is not None
    return (quoted or SPOKE.match(after) is not None) and _OWN_WOUND.search(after) is None


SPOKE = re.compile(
    r"^(?:,?\s+of\s+(?:the\s+)?(?:[\w’'-]+\s){0,4}?[\w’'-]+,?)?"
    r"\s+(?:(?:has|had|have|also|later|then)\s+){0,2}(?:said|says|told|tells|added|adds|noted|notes"
    r"|explained|stated|confirmed|announced|testified|blamed|accused|denied|rejected)\b"
)
_QUOTED = re.compile(
    r"\b(?:said|says|told|according to|added)\s+(?:[\w’'.]+\s+){0,2}$",
    re.IGNORECASE,
)
"""Words that quote whoever follows ("according to sheriff's Sgt. ...")."""
_QUOTE_ENDS = re.compile(r"\s*(?:[.;”\"]|$)|\s+of\s")
"""What follows whoever is quoted; "said Sgt. Vell was shot" quotes somebody else."""
_OWN_WOUND = re.compile(
    r"\b(?:he|she|I)\s+(?:was|had\s+been|got)\s+(?:shot|wounded|injured|hit|stabbed|beaten|attacked)"
)
_AGED = re.compile(r",\s(?:aged?\s+)?\d{1,3}\b|\s\(\d{1,3}\)")


def _with_rank(found: Candidate, text: str, start: int, rank: str) -> None:
    """Mark an officer who is quoted, and a judge, whom a trial makes no suspect."""
    aged = _AGED.match(text, found.end) is not None
    if rank in COURT:
        found.officer = True
        found.private = None if found.private == SUSPECTED and not aged else found.private
    elif _speaks(text, start, found.end):
        found.officer = True
        found.private = found.private if aged else None


class _Lead(NamedTuple):
    """The words of a name without titles before it, and which of them were met."""

    tokens: list[tuple[int, int, str]]
    titled: bool
    public: bool
    rank: str | None


def _without_lead(tokens: list[tuple[int, int, str]]) -> _Lead:
    """Drop titles, offices and words that no name begins with; say which were met."""
    listed = person_words()
    titled = public = False
    rank = None
    while tokens:
        low = re.sub(r"[’']s$", "", plain_word(tokens[0][2]))
        follows = plain_word(tokens[1][2]) if len(tokens) > 2 else ""
        if low in listed.public_titles:
            public = True
        elif _is_plain_title(low, tokens):
            titled = True
        elif (low == "do" and _after(tokens) in ("thi", "van")) or not (
            low in listed.not_first
            or low in TITLE_PARTS | BESIDE_NAMES
            or _is_demonym(low)
            or (low in listed.not_person and follows in listed.given)
        ):
            break
        rank = low if low in RANKS | COURT else rank
        tokens = tokens[1:]
    return _Lead(tokens, titled, public, rank)


def _is_plain_title(low: str, tokens: list[tuple[int, int, str]]) -> bool:
    listed = person_words()
    title = low in listed.plain_titles and (len(tokens) > 1 or low not in listed.given)
    return title or low.startswith("ex-")


def _after(tokens: list[tuple[int, int, str]]) -> str:
    return plain_word(tokens[1][2]) if len(tokens) > 1 else ""


def _without_trail(tokens: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    listed = person_words()
    while len(tokens) > 1:
        low = plain_word(tokens[-1][2])
        if low not in listed.not_first or low in listed.given:
            break
        if len(tokens) == 2 and low not in PRONOUNS:
            break
        tokens = tokens[:-1]
    return tokens


def _without_shouted(
    tokens: list[tuple[int, int, str]], *, titled: bool
) -> list[tuple[int, int, str]]:
    """Drop words in capitals at either end that are no surname so set ("Omar DIALLO")."""
    if len(tokens) > 1 and _is_shouted(tokens[0][2]):
        known = plain_word(tokens[1][2]).split("-")[0] in person_words().given
        tokens = tokens if known else tokens[1:]
    while len(tokens) > 1 and _is_shouted(tokens[-1][2]):
        lows = [plain_word(token[2]) for token in tokens[:-1]]
        if titled or any(part in person_words().given for low in lows for part in low.split("-")):
            break
        tokens = tokens[:-1]
    return tokens


def _is_shouted(word: str) -> bool:
    return len(word) >= SHOUTED and word.isupper() and word.replace("-", "").isalpha()


SHOUTED = 3
"""Letters of the shortest surname in capitals; two are an abbreviation."""


def _clean(words: str) -> str:
    return " ".join(words.split()).replace("[", "").replace("]", "")


def _plain_surname(low: str) -> bool:
    """Whether a word of places is a surname too ("Hill", "White")."""
    base = low[:-2] if low.endswith(("'s", "’s")) else low
    return base in person_words().surnames


def _no_person(low: str) -> bool:
    """Whether a word of a name says that it is a place, a body or a date."""
    base = low[:-2] if low.endswith(("'s", "’s")) else low
    listed = person_words()
    if base in listed.not_person or base in listed.states:
        return True
    return "-" in base and any(part in listed.not_person for part in base.split("-")[1:])


def _weigh(
    text: str,
    span: Range,
    lows: list[str],
    *,
    titled: bool,
    public: bool,
    taken: set[tuple[int, int]],
) -> Candidate | None:
    """Judge a run of words by its shape and its neighbours; ``None``: no person."""
    listed = person_words()
    first, last = span
    name = _clean(text[first:last])
    before = text[max(0, first - CONTEXT) : first]
    after = text[last : last + CONTEXT]
    byline = BYLINE.search(before[-40:]) is not None
    strong = titled or public or byline or _speaks_or_ages(before, after)
    given = any(low in listed.given for low in lows[:-1]) or (
        len(lows) > 1 and (lows[-1] in listed.given or PREFIX.match(lows[-1]) is not None)
    )
    role = _role_before(before)
    if not (titled or byline) and role != "private" and is_placelike(before, after, lows):
        return None
    holds = _holds_office(before[-OFFICE_REACH:])
    if not strong and (
        (first, last) in taken
        or not _is_full(name)
        or not (given or holds or role is not None or _acts(lows, before, after))
    ):
        return None
    public |= name in listed.heads or role == "public" or _public_after(after)
    return Candidate(
        start=first,
        end=last,
        name=name,
        key=surname_of(name).lower(),
        titled=titled,
        public=public or holds,
        expert=role == "expert" or byline or _expert_after(after),
        private=_private(before, after, role),
        certain=strong or (given and _sure_surname(lows[-1], before, after)),
    )


def _is_full(name: str) -> bool:
    """Whether a name has two words that are more than initials."""
    return (
        len(
            [
                w
                for w in name.split()
                if (w[0].isupper() or PREFIX.match(w)) and len(w.strip(".")) > 1
            ]
        )
        > 1
    )


def _speaks_or_ages(before: str, after: str) -> bool:
    """Whether words beside a name fit a person only: an age, or speech."""
    return (
        AGE.match(after) is not None or _age_before(before) or SAID_AFTER.match(after) is not None
    )


def _age_before(before: str) -> bool:
    """Whether "35-year-old" stands right before; the pattern is tried only at its last word."""
    return before.rstrip(" ,\n").endswith("old") and AGE_BEFORE.search(before) is not None


def _acts(lows: list[str], before: str, after: str) -> bool:
    """Whether a name's particles, initials or neighbours are those of a person."""
    return (
        any(low in ARABIC for low in lows)
        or any(len(low) == 1 for low in lows[1:-1])
        or APPOSITION.match(after) is not None
        or SAID_BEFORE.search(before[-20:]) is not None
        or IDENTIFIED.search(before) is not None
        or DID_AFTER.match(after) is not None
        or PERSON_AFTER.match(after) is not None
    )


def _sure_surname(low: str, before: str, after: str) -> bool:
    """Whether the last word after a given name is a surname, not a place ("Lincoln Park")."""
    return (
        low not in person_words().not_person
        or low in COLOURS
        or IDENTIFIED.search(before) is not None
        or DID_AFTER.match(after) is not None
    )


def surname_of(name: str) -> str:
    """The word of a name that later mentions use."""
    words = [
        word for word in name.split() if word.strip(".") not in ("Jr", "Sr", "II", "III", "IV")
    ]
    return words[-1].strip(".,’'") if words else name


def _is_demonym(low: str) -> bool:
    return low.removeprefix("then-") in person_words().demonyms


_ROLE_TAIL = re.compile(r"(?<![^\W\d_])([^\W\d_]++(?:[- ][^\W\d_]++)?),?\s[“\"]?$")


_TITLES_TAIL = re.compile(r"(?:(?<=[a-z]\s)[A-Z][a-z]+\.?\s){1,2}$")
"""Titles between a role and a name: "army spokesman Colonel", "spokeswoman Dr."."""


def _role_before(before: str) -> str | None:
    """The kind of role that the last words before a name state ("analyst", "her brother")."""
    match = _ROLE_TAIL.search(_TITLES_TAIL.sub("", before))
    if match is None:
        return None
    tail = match.group(1).lower()
    roles = person_words().roles
    last = re.split(r"[- ]", tail)[-1]
    role = roles.get(tail) or roles.get(last) or roles.get(last.removesuffix("s"))
    kin = (
        role == "public"
        and "," in before[match.end(1) :]
        and KIN_OF.search(before, 0, match.start(1)) is not None
    )
    return "private" if kin else role


def _holds_office(before: str) -> bool:
    """Whether the words before a name tell of its office ("the mayor of Olsk, ...")."""
    office = OF_A_GROUP.search(before)
    return office is not None and KIN_OF.search(before, 0, office.start()) is None


def _apposition(after: str) -> str:
    match = re.match(
        r"^,\s+((?:an?|the|also|then|former|one|who\s+(?:is|was|serves?|served)|his|her"
        r"|co-)[^.;\n“”\"]*|[^,.;\n]{3,70})",
        after,
    )
    return match.group(1) if match is not None else ""


def _public_after(after: str) -> bool:
    words = _apposition(after)[:70]
    if KIN.match(words) is not None:
        return False
    return any(
        match.group()[0].islower() or words.count(" ", 0, match.start()) < ROLE_BY_WORD
        for match in person_words().public_role.finditer(words)
    )


def _expert_after(after: str) -> bool:
    words = _apposition(after)
    return bool(words) and person_words().expert_role.search(words) is not None


def _private(before: str, after: str, role: str | None) -> str | None:
    """Why a name must be withheld, by what stands beside it; ``None`` when nothing says so."""
    left = re.split(r"[.!?]\s|\n", before)[-1]
    right = re.split(r"[.!?]\s|\n", after)[0]
    if AGE.match(after) is not None or _age_before(before):
        if CHILD.search(left[-30:] + "|" + right[:20]) is not None:
            return "a minor"
        return "a person of stated age, not named for an office"
    if VICTIM.search(left) is not None or VICTIM.search(right) is not None:
        return "named beside deaths or injuries"
    if SUSPECT.search(left) is not None or SUSPECT.search(right) is not None:
        return SUSPECTED
    if role == "private" or person_words().private_role.search(_apposition(after)[:60]) is not None:
        return "named for a private role"
    return None
