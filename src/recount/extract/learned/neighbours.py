"""Participants of the neighbouring incident: who stands in its sentence, and not in one of ours.

The heads link people to every trigger near them. Of those that stand in a sentence of another
incident alone, one in six (doers), one in eight (targets) or one in twenty (victims) of 180
documents that the heads had not seen belongs to the incident it was linked to; of those in its
own sentences two thirds and more do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recount.extract.learned.drafts import Belonging, Draft
from recount.extract.learned.words import DOERS, PARTICIPANTS, Page
from recount.extract.rules.scan import overlaps


def without_neighbours(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without participants that only another draft's sentences tell of.

    Doers whom their sentence holds responsible stay: it may speak of both incidents.

    Args:
        page: the document under reading.
        drafts: all of the text.
    """
    homes = [_homes(page, draft) for draft in drafts]
    kept: list[Draft] = []
    for number, draft in enumerate(drafts):
        others = frozenset().union(*homes[:number], *homes[number + 1 :]) - homes[number]
        words = tuple(word for word in draft.words if not _is_neighbours(page, word, others))
        kept.append(replace(draft, words=words))
    return kept


def _is_neighbours(page: Page, word: Belonging, others: frozenset[int]) -> bool:
    if word.tag not in PARTICIPANTS or _sentence(page, word.span.start) not in others:
        return False
    return not (word.tag in DOERS and _is_accused(page, word))


def _is_accused(page: Page, word: Belonging) -> bool:
    """Whether its sentence takes a position on it, which may be on more than one incident."""
    sentence = page.sentence_at(word.span.start)
    claims = () if sentence is None else sentence.claims
    return any(claim.actor is not None and overlaps(claim.actor, word.span) for claim in claims)


def _homes(page: Page, draft: Draft) -> frozenset[int]:
    """Return the numbers of the sentences with a trigger of the draft."""
    told = (*draft.triggers, *draft.echoes)
    return frozenset(_sentence(page, one.start) for one in told) - {_NOWHERE}


_NOWHERE = -1


def _sentence(page: Page, start: int) -> int:
    sentence = page.sentence_at(start)
    return _NOWHERE if sentence is None else sentence.index
