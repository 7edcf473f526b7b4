"""Briefs: texts of a few sentences, as a message service or a log of incidents gives them.

Of the sentences of a long report most tell of no incident of their own; a brief is there to tell
of one. So less has to speak for it: a finite word for a deed with a place, or a fainter trigger
with somebody harmed or taken. Words of sport, markets, weather, animals, shows and drills speak
against it, since they borrow the words of violence most often.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from recount.extract.learned.settings import Decoding
from recount.extract.rules.entries import entry_of
from recount.extract.rules.scan import Scan, overlaps
from recount.model import Account
from recount.resources.encoder.reading import TextReading

_EASE = 1
"""Points that a brief gives to each of the rules' frames."""
_PLACE = 0.2
"""Chance of a place from which on one more is given: many villages are in no gazetteer."""
_WORDS = 60
"""Words that a brief has at most."""
_TRIGGER, _ALONE = 0.25, 0.1
"""Least chance of a trigger, and least confidence of an account of the heads, in a brief."""

_PLAY = (
    # sport
    r"striker|goal(?:keeper|less)|midfielder|league|innings|wicket|batsm[ae]n|bowler|cyclists?|"
    r"sprinter|trophy|(?:quarter|semi)-?final|half-?time|kick-?off|lifted the cup|title race|"
    r"yellow (?:jersey|sash)|home (?:win|run)|(?:first|second|\d+(?:st|nd|rd|th)) (?:half|minute)|"
    # markets
    r"shares|shareholders?|hedge fund|bargain|sales opened|takeover bid|quarterly|"
    r"(?:oil|food|house|fuel|share|bond|\w+) prices|prices (?:exploded|crashed|soared)|"
    # shows
    r"box[- ]office|premi[eè]re|drummer|guitarist|autograph|sitcom|riot of colou?r|"
    # weather, animals, plants
    r"storms?|hurricanes?|typhoons?|cyclones?|winds|hail(?:stones?)?|heat ?wave|blizzards?|"
    r"forecasters|locusts?|wolves|crows?|hawks?|leopards?|sharks?|hornets|crocodiles?|"
    r"birdwatchers|virus(?:es)?|bacteria|antibod\w+|tumou?rs?|tulips?|vineyards|peas|"
    # drills, votes, figures of speech
    r"drills?|simulat\w+|rehears\w+|training cycle|demolition|confidence vote|"
    r"stab(?:bed|bing) (?:[\w-]+ ){1,4}in the back|(?:hand )?grenade of"
)
_DOUBTFUL = (
    r"film|novel(?:ist)?|orchestra|album|opera|frost|drought|snakes?|birds?|bees|gardens?|"
    r"investors?|profits?|stock (?:market|exchange)|consumers|budget|ombudsm[ae]n|blistering|"
    r"scathing|speech to|(?:military|training|field) exercises?|routinely|often|usually|"
    r"every (?:week|month|year)"
)
_PLAYS = re.compile(rf"\b(?:{_PLAY})\b", re.IGNORECASE)
"""Words of what borrows those of violence: with them, somebody must have been harmed."""
_ARMED = re.compile(
    r"\b(?:gunm[ae]n|militants?|rebels?|insurgents?|soldiers?|troops|militia(?:men)?|guerrillas?|"
    r"fighters?|rockets|mortars?|missiles|artillery|air ?strikes?|shelled|bombs|explosives)\b",
    re.IGNORECASE,
)
"""Words of arms, which hardly stand in a text that only borrows: shells fall in storms, too."""
_BORROWS = re.compile(rf"\b(?:{_PLAY}|{_DOUBTFUL})\b", re.IGNORECASE)
"""The same, and words that stand beside real violence, too: with them a brief is like any text."""


def is_brief(text: str) -> bool:
    """Return whether a text is short enough to be there for one incident."""
    return len(text.split()) <= _WORDS


def may_borrow(text: str) -> bool:
    """Return whether a text has words beside which those of violence are often borrowed."""
    return _BORROWS.search(text) is not None


def only_borrows(text: str) -> bool:
    """Return whether a text is on sport, markets, weather, animals, shows or drills.

    It has words of these, and none of arms.
    """
    return _PLAYS.search(text) is not None and _ARMED.search(text) is None


def unread_entries(scan: Scan, accounts: Iterable[Account]) -> Iterator[Scan]:
    """Yield the entries of a list that give no account yet, each as a scan of its own.

    An entry of a log is a brief: it is there to tell of one incident.
    """
    told = {entry_of(scan.entries, trigger.start) for one in accounts for trigger in one.triggers}
    for number, entry in enumerate(scan.entries):
        inside = tuple(s for s in scan.sentences if entry.start <= s.start < entry.end)
        if number not in told and len(inside) > 0 and is_brief(scan.text[entry.start : entry.end]):
            yield replace(scan, sentences=inside, entries=())


def ease_of(reading: TextReading) -> int:
    """Return the points that a brief gives to what the rules find in it."""
    return _EASE + int(len(reading.spans("place", _PLACE)) > 0)


def names_deed(scan: Scan, account: Account) -> bool:
    """Return whether a trigger of an account is a finite word for a deed of one kind."""
    return any(
        overlaps(trigger.span, known)
        for trigger in account.triggers
        for sentence in scan.sentences
        for known in sentence.triggers
        if known.names_one and not known.generic
    )


def brief_decoding(decoding: Decoding) -> Decoding:
    """Return the thresholds for a brief of which nothing else gives an account."""
    return replace(decoding, tags={**decoding.tags, "trigger": _TRIGGER}, alone=_ALONE)
