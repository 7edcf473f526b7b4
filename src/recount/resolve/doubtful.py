"""Dead who stand in an account and may be another incident's.

A report of people wounded often recalls, further on, who died elsewhere or before. Where its title
and its lead tell of wounded, and of no dead, such a figure is in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recount.model import Account, LinkRole, Span
from recount.resolve.context import Context
from recount.resolve.deadly import tells_of_death
from recount.resolve.drafts import Draft, links_of

CONFIDENCE = 0.3
"""Of a figure that may be another incident's; reconciling leaves room for nobody below it."""
_LEAD = 500
"""Characters at the start of a text in which a report says what it is about."""
_HURT = re.compile(
    r"\b(?:wound(?:ed|ing|s)|injur(?:ed|ing|es)|hurt|shot(?!s)|hospitali[sz]ed|graz(?:ed|es|ing)|"
    r"survivors?|recovering)\b",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    r"\b(?:died?|dies|succumb\w*)\b[^.;]{0,30}\b(?:of|from|at|in|later|after|his|her|their)\b|"
    r"\b(?:later|has|have|since)\s+(?:\w+\s+)?(?:died|succumbed)\b|\bvictims?\b|\bdeath toll\b|"
    r"\b(?:lost|lose) (?:his|her|their) li(?:fe|ves)\b",
    re.IGNORECASE,
)
"""Words by which a sentence goes on with the wounded of the news."""


def with_doubt(context: Context, account: Account, drafts: Sequence[Draft]) -> list[Draft]:
    """Return counts of dead, the main one doubtful where title and lead tell of wounded alone.

    In two samples of gun_violence outside the fixed one, most such counts were another incident's.
    """
    wounded = len(links_of(account, LinkRole.WOUNDED)) > 0
    return [
        replace(
            draft,
            confidence=CONFIDENCE,
            reasons=(*draft.reasons, "title and lead tell of wounded, and of no dead"),
        )
        if wounded and draft.primary and _is_told_late(context, draft.span)
        else draft
        for draft in drafts
    ]


def _is_told_late(context: Context, span: Span) -> bool:
    title, lead = context.document.title, context.text[:_LEAD]
    if title is None or span.start < _LEAD or tells_of_death(title) or tells_of_death(lead):
        return False
    if _HURT.search(title) is None or _HURT.search(lead) is None:
        return False
    return _FOLLOWS.search(context.sentence_text(span.start)) is None
