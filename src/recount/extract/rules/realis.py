"""Whether it happened: cues of foiled, planned, threatened, hypothetical, commemorated."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recount.extract.rules.counts import FoundCount
from recount.extract.rules.memory import is_news, remembered
from recount.extract.rules.scan import Ranged, Scan, Sentence
from recount.model import Realis, Span
from recount.resources.phrases import Phrases

_REACH = 60
"""Characters before the trigger within which a cue of plan or threat governs it."""

_ALWAYS = (Realis.COMMEMORATED, Realis.DENIED)
"""Realis that figures of victims do not contradict."""

_BARRIER = re.compile(r"[,;:]|\b(?:that|which|when|after|who|but|and then)\b", re.IGNORECASE)


def judge_realis(
    scan: Scan,
    sentence: Sentence,
    triggers: Sequence[Ranged],
    counts: Sequence[FoundCount],
    start: int,
    end: int,
) -> tuple[Realis, Span | None]:
    """Return the realis of what ``text[start:end]`` tells, with the words that say so.

    Victims counted in the clause make it actual, whatever was planned or feared beside it.
    """
    harmed = any(not count.part for count in counts)
    old = next((one for one in triggers if remembered(scan.text, one.start, one.end)), None)
    if old is not None:
        return Realis.COMMEMORATED, Span(old.start, old.end)
    news = any(is_news(scan.text, one.start, one.end) for one in triggers)
    for cues in scan.lexicon.realis:
        if news and cues.realis is Realis.COMMEMORATED:
            continue
        if harmed and cues.realis not in _ALWAYS:
            continue
        match = None
        if cues.anywhere is not None:
            low = sentence.start if cues.realis in _ALWAYS else start
            match = cues.anywhere.search(scan.text, low, end)
            if match is not None and _is_of_something_else(scan.text, triggers, match):
                match = None
        if match is None and cues.before is not None:
            match = _governing(scan.text, cues.before, triggers, start)
        if match is not None:
            return cues.realis, Span(match.start(), match.end())
    return Realis.ACTUAL, None


def _is_of_something_else(text: str, triggers: Sequence[Ranged], cue: re.Match[str]) -> bool:
    """Whether a cue stands in a clause behind a trigger ("exploded before voting was due")."""
    return any(
        trigger.end <= cue.start()
        and _NEXT_CLAUSE.search(text, trigger.end, cue.start()) is not None
        for trigger in triggers
    )


_NEXT_CLAUSE = re.compile(r"\b(?:before|ahead\s+of|as|when|while|where)\b", re.IGNORECASE)


def _governing(
    text: str, cues: Phrases, triggers: Sequence[Ranged], start: int
) -> re.Match[str] | None:
    for trigger in triggers:
        low = max(start, trigger.start - _REACH)
        last = None
        for match in cues.within(text, low, trigger.start):
            last = match
        if last is not None and _BARRIER.search(text, last.end(), trigger.start) is None:
            return last
    return None
