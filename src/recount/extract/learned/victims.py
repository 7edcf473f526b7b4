"""Names that the heads alone take for a victim's: whoever they are, they are private."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recount.extract.rules.scan import Scan
from recount.model import Account, LinkRole, PersonName, Span
from recount.resources.actors.load import generic_words
from recount.resources.actors.tokens import is_capitals
from recount.resources.grammar.words import number_words
from recount.resources.persons.words import PersonWords, person_words

_LONGEST = 4
"""Words of the longest name."""
REASON = "named as a victim"


def victims_named(scan: Scan, accounts: Iterable[Account]) -> Iterator[PersonName]:
    """Yield the capitalised words for victims that no other finder knows, in no order.

    Args:
        scan: the document with what the finders found.
        accounts: its accounts.
    """
    if is_capitals(scan.text):
        return  # no name is told from a noun there
    known = [Span(one.start, one.end) for s in scan.sentences for one in s.actors]
    known += [Span(one.start, one.end) for s in scan.sentences for one in s.places]
    known += [Span(person.start, person.end) for person in scan.persons]
    places = _places(scan)
    seen: set[Span] = set()
    for account in accounts:
        for link in account.links:
            span = link.mention.span
            if link.role is not LinkRole.VICTIM or span in seen:
                continue
            seen.add(span)
            words = span.of(scan.text)
            if not _is_name(words) or words.casefold() in places:
                continue
            if not any(span.overlaps(one) for one in known):
                yield PersonName(span.start, span.end, private=True, reason=REASON)


def _places(scan: Scan) -> frozenset[str]:
    """The names of the document's places, but those that are a person's there ("Aro Vell")."""
    named = {scan.text[p.start : p.end].casefold() for s in scan.sentences for p in s.places}
    people = {scan.text[p.start : p.end].casefold() for p in scan.persons}
    return frozenset(named - {word for name in people for word in (name, *name.split())})


def _peoples(listed: PersonWords) -> frozenset[str]:
    return listed.not_person | listed.demonyms | listed.states


def _is_name(words: str) -> bool:
    parts = words.split()
    if not 0 < len(parts) <= _LONGEST or not all(part[:1].isupper() for part in parts):
        return False
    lows = {part.lower().strip(".,") for part in parts}
    listed = person_words()
    if len(lows) == 1 and (lows & _peoples(listed) or parts[0].endswith(("ists", "ians"))):
        return False  # "the Maoists" are a group
    return not lows & (generic_words().people | frozenset(number_words().nouns))
