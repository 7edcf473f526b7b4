"""People whose death a sentence tells plainly, but whom the heads have not marked.

"Badal Vell, 35, a driver who was hit in the stomach there, died on Tuesday": what stands between
a name and its verb hides the dead. They are looked for where an account counts nobody, or only
people told one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recount.extract.learned.own_sentences import own_sentences
from recount.extract.learned.words import Page
from recount.extract.rules.counts import PERSON
from recount.extract.rules.number_of_people import counts_people
from recount.extract.rules.scan import Sentence
from recount.model import Account, Link, LinkRole, Mention, MentionRole, Realis, Span
from recount.resources.grammar.death_phrases import DIED_IN_PHRASE
from recount.resources.grammar.quantity import Quantity

_DIED = re.compile(
    r"(?:\s*,(?:(?!\b(?:said|says|told|whose)\b)[^;.:]){1,120},|\s+who\s+[^;.:,]{1,60},?)?\s+"
    r"(?:(?:also|later|then|himself|herself)\s+)?"
    r"(?:died|(?:was|were|has\s+been|had\s+been)\s+(?:also\s+|later\s+|\w+ly\s+)?"
    r"(?:killed|shot\s+dead|shot\s+and\s+killed|gunned\s+down|pronounced\s+dead|found\s+dead|"
    r"hacked\s+to\s+death|beaten\s+to\s+death|stabbed\s+to\s+death|burned\s+to\s+death|lynched|"
    rf"beheaded|assassinated|murdered)|perished|succumbed|bled\s+to\s+death|{DIED_IN_PHRASE})\b"
    r"(?!\s+(?:in|of)\s+(?:\d{4}|(?:an?\s+)?(?:heart|cancer|illness|old\s+age|natural)))",
    re.IGNORECASE,
)
"""What may stand between somebody and the words for his death, and these words."""
_ASKED = re.compile(r"\b(?:if|whether|unless|until|before|that\s+nobody|denied\s+that)\s+$", re.I)
_SURE = 0.45


def with_named_dead(page: Page, accounts: Sequence[Account]) -> list[Account]:
    """Return accounts of facts with the people named in them whose death is told plainly.

    Args:
        page: the text.
        accounts: its accounts.
    """
    taken = [link.mention.span for one in accounts for link in one.links if link.role in _COUNTED]
    found: list[Account] = []
    for account, own in zip(accounts, own_sentences(page, accounts), strict=True):
        links: list[Link] = []
        if account.realis is Realis.ACTUAL and _counts_singly(page, account):
            untold = [one for one in own if not any(_lies_in(span, one) for span in taken)]
            for span in _named(page, untold):
                if not any(span.overlaps(one) for one in taken):
                    taken.append(span)
                    mention = Mention(span.start, span.end, MentionRole.QUANTITY, PERSON)
                    links.append(Link(LinkRole.KILLED, mention, confidence=_SURE))
        found.append(replace(account, links=(*account.links, *links)) if links else account)
    return found


_COUNTED = frozenset({LinkRole.KILLED, LinkRole.WOUNDED, LinkRole.CASUALTIES})


def _lies_in(span: Span, sentence: Sentence) -> bool:
    return sentence.start <= span.start < sentence.end


def _counts_singly(page: Page, account: Account) -> bool:
    """Whether an account counts no dead by a number of several."""
    return not any(
        q.number != 1 and counts_people(page.text, q)
        for link in account.links
        if link.role is LinkRole.KILLED
        for q in _quantities(page, link.mention)
    )


def _quantities(page: Page, mention: Mention) -> list[Quantity]:
    sentence = page.sentence_at(mention.start)
    told = () if sentence is None else sentence.quantities
    return [q for q in told if q.start < mention.end and mention.start < q.end]


def _named(page: Page, sentences: Sequence[Sentence]) -> Iterator[Span]:
    for sentence in sentences:
        for person in sentence.persons:
            ahead = page.text[max(sentence.start, person.start - _AHEAD) : person.start]
            if _DIED.match(page.text, person.end, sentence.end) is None or _ASKED.search(ahead):
                continue
            yield Span(person.start, person.end)


_AHEAD = 20
