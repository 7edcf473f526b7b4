"""The words that count those a link is about: "one of two men shot on Monday died" counts one.

The heads mark whole phrases ("six people were shot, two"); of these, each kind of count takes the
number that is its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recount.model import Link, LinkRole, Mention
from recount.resolve.context import Context
from recount.resolve.counted_words import OLDEST
from recount.resolve.countless import ANIMAL, ANIMALS_AFTER
from recount.resolve.deadly import tells_of_death
from recount.resources.grammar.numbers import find_quantities
from recount.resources.grammar.quantity import QuantityKind
from recount.resources.grammar.small_numbers import SMALL_NUMBERS, TWO_TO_TEN

HIT = frozenset({LinkRole.KILLED, LinkRole.WOUNDED, LinkRole.CASUALTIES})
"""What befalls the people hit."""
_LOOK_BACK = 70
_LOOK_ON = 120
"""Characters around people in which such words stand."""
_TITLED = "|".join(word.title() for word in TWO_TO_TEN)
_HIT_BEFORE = re.compile(
    r"\b(?:shot|shooting|shoots|stabb(?:ed|ing)|struck|striking|hit|hitting|attack(?:ed|ing)|"
    r"fir(?:ed|ing) (?:at|on|into)|beat(?:en|ing)?|(?:shooting|stabbing)s?\s+of)\s+"
    r"(?:the\s+|these\s+|those\s+)?$",
    re.IGNORECASE,
)
_ONE_OF_THOSE = re.compile(
    rf"[^.\n]{{0,120}}\.\s+(?:One|{_TITLED})\s+of\s+(?:them|those|these|the)\b[^.\n]{{0,30}}\bdied\b"
)
_DEAD_BEHIND = re.compile(r"\s+(?:dead|to death)\b", re.IGNORECASE)
_OF_WHOM = re.compile(
    r"(?:,|\s+and|\s+before)?\s+(?:(?:fatally|mortally)\s+\w+ing|killing|leaving)\s", re.IGNORECASE
)


def is_hit_whole(context: Context, link: Link, links: Sequence[Link]) -> bool:
    """Whether people were shot at of whom only some died ("shot two boys, killing one")."""
    text, mention = context.text, link.mention
    if link.role is not LinkRole.KILLED:
        return False
    if _all_shot(text, link, links):
        return True
    before = text[max(0, mention.start - _LOOK_BACK) : mention.start]
    some_died = _OF_WHOM.match(text, mention.end) or _ONE_OF_THOSE.match(text, mention.end)
    if _HIT_BEFORE.search(before) is None or some_died is None:
        return False
    if _DEAD_BEHIND.match(text, mention.end) is not None:
        return False
    near = range(mention.end, mention.end + _LOOK_ON)
    return any(o.role is LinkRole.KILLED and o.mention.start in near for o in links)


_ALL_SHOT = re.compile(
    r"(?:\s+(?:other\s+)?(?:people|persons|men|women|victims|teens|teenagers))?\s+"
    r"(?:were|had been)\s+shot\b"
    r"(?!\s+(?:dead|to death|and killed|fatally|execution|at close|in the head|by))",
    re.IGNORECASE,
)
_DIED_OF_THEM = re.compile(r"[^.;\n]{0,40}\b(?:dead|died|dies|killed|fatally)\b", re.IGNORECASE)


def _all_shot(text: str, link: Link, links: Sequence[Link]) -> bool:
    """Whether people only "were shot", while fewer are told elsewhere as dead."""
    mention = link.mention
    if _ALL_SHOT.match(text, mention.end) is None:
        return False
    others = [one for one in links if one.role is LinkRole.KILLED and one is not link]
    died = any(_DIED_OF_THEM.match(text, one.mention.end) is not None for one in others)
    own = _number_in(text, link)
    return died and own > 1 and all(_number_in(text, one) < own for one in others)


def _number_in(text: str, link: Link) -> int:
    """Return the number that people are told by, 1 where there is none."""
    found = find_quantities(text, link.mention.start, link.mention.end)
    return next((q.number for q in found if q.number is not None), 1)


_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,4})"
_SOME_OF = re.compile(
    rf"(?<!\bis )(?<!\bwas )(?<!\bjust )(?<!\bonly )(?<!\bas )(?<!\bbeing )"
    rf"\b(?P<number>{_NUMBER}) of (?:the |these |those |its |their )?$",
    re.IGNORECASE,
)
_OF_THOSE_HIT = {
    LinkRole.KILLED: re.compile(r"\s+(?:who|that|killed|dead|shot dead|murdered|slain)\b", re.I),
    LinkRole.WOUNDED: re.compile(r"\s+(?:who|that|wounded|injured|hurt|hit|shot)\b", re.I),
    LinkRole.CASUALTIES: re.compile(r"\s+(?:who|that)\b", re.I),
}
"""Words after a whole that say that all of it was hit ("three of the five people injured")."""
_SHOT_AND = re.compile(
    r"[^.;]*?\b(?:shot|hurt|wounded|injured|stabbed|sick|ill|sickened|infected|missing|homeless)\b"
    r"[^.;]*?(?:,|;|:|\band\b|\bbut\b|[-–—])\s*"
    rf"(?:and\s+)?(?P<number>(?:at least\s+)?{_NUMBER}(?:\s+(?!shot\b)[a-z-]+){{0,2}}?)"
    r"(?:\s+(?:is|was|are|were))?(?:\s+(?:dead|killed))?",
    re.IGNORECASE,
)
"""Words that count those hit before the dead among them ("five shot, two killed")."""
_DEAD_AND = re.compile(
    rf"[^.;]{{0,60}}?\b(?:killed|died|dead|slain|fatally\s+\w+)\b[^.;]{{0,20}}?(?:,|;|\band\b|\bbut\b)\s*(?:and\s+)?"
    rf"(?=(?:at least|about|another|some)?\s*{_NUMBER}\b)",
    re.IGNORECASE,
)
"""The dead, told before the number of wounded ("two were killed and five others")."""
_AND_GRAZING = re.compile(
    r"(?P<who>.+?),?\s+and\s+(?:\w+ly\s+)?(?:wounding|injuring|grazing|hurting|hitting|shooting)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""The dead before whoever was only hurt, where both were marked as one."""
_CALLED = re.compile(r"\b(?:call|dial|phon|rang)\w*\s+$", re.IGNORECASE)
_CALL = re.compile(
    rf"(?:911|999|112)\b[^.;]*?\band\s+(?=(?:at least\s+)?{_NUMBER}\b)", re.IGNORECASE
)
"""A call for help before the people counted ("called 911 saying ... and three people")."""
_AND_ANIMALS = re.compile(
    rf"(?P<who>.+?),?\s+(?:and|with)\s+(?:(?:an?|one|their|his|her|{SMALL_NUMBERS}|[\d,]+)\s+)?(?:\w+\s+)?{ANIMAL}\W*",
    re.IGNORECASE | re.DOTALL,
)
_AND_NUMBER = re.compile(
    rf"(?P<who>.+?),?\s+and\s+(?:{SMALL_NUMBERS}|[\d,]+)\W*", re.IGNORECASE | re.DOTALL
)
"""People before the animals that died with them, which the words hold or only count."""
_WHO_DIED = re.compile(
    r"\W*(?:of\s+(?:whom|them|those)\s+)?(?:(?:is|was|are|were|has|have|had|been|later|now)\s+){0,3}(?:\w+ly\s+)?"
    r"(?:dead\b|dies\b|died\b|kill\w*|fatal\w*|slain\b)",
    re.IGNORECASE,
)
_NOT_DEAD = r"(?:(?!fatally|mortally)\w+\s+)?"
_FATALLY = re.compile(
    rf"(?:\s+(?:was|were)\s+{_NOT_DEAD}(?:shot|stabbed|wounded|hit|struck)(?!\s+dead))?(?:,|\s+[-–—])?\s+(?:including\s+)?"
    rf"(?P<number>{_NUMBER})(?:\s+of\s+(?:them|whom))?\s+fatally\b|"
    rf"\s+(?:was|were)\s+{_NOT_DEAD}(?:shot|stabbed|wounded|hit|struck)\b(?!\s+dead)[^.;]{{0,40}}?(?:,|\band\b|"
    rf"\bbut\b)\s*(?:and\s+)?(?P<some>{_NUMBER})\s+of\s+(?:whom|them|those|these|the)\b[\w\s]{{0,24}}?"
    r"\s(?:died|dead|killed)\b|"
    r"\s+shot,\s+(?P<one>(?:an?\s+|one\s+)?(?:man|woman|boy|girl|teen(?:ager)?|child|person))\s+"
    r"(?:is\s+|was\s+)?(?:dead|killed|dies|fatally)\b",
    re.IGNORECASE,
)


def of_the_whole(context: Context, link: Link) -> Link:
    """Return a link with the words that count those it is about.

    "One of two men shot on Monday died" counts one, "four shot, one fatally" one dead.
    """
    if link.role not in HIT:
        return link
    text, mention = context.text, link.mention
    people = _of_people(text, mention)
    if people is not None:
        return replace(link, mention=_moved(mention, *people))
    kind = _of_kind(text, link)
    if kind is not None:
        return replace(link, mention=_moved(mention, *kind), part=False)
    whole = None if link.part else _including(text, mention)
    return link if whole is None else replace(link, mention=_moved(mention, *whole))


_INCLUDING = re.compile(
    r",\s+(?:including|among them|most of them|mostly)\s+(?:the\s+|their\s+)?$", re.IGNORECASE
)
_WERE_HIT = re.compile(
    r"[^.;:\n]{0,60}?,\s+(?:were|have been|had been|was|died|lost)\b", re.IGNORECASE
)
"""The verb of a whole behind the part that is told after "including"."""
_PEOPLE = frozenset({QuantityKind.PEOPLE, QuantityKind.FIGHTERS})


def _including(text: str, mention: Mention) -> tuple[int, int] | None:
    """Return the whole of which words are a part ("nine people, including two guards, died")."""
    first = max(0, mention.start - _LOOK_BACK)
    before = _INCLUDING.search(text[first : mention.start])
    if before is None or _WERE_HIT.match(text, mention.end) is None:
        return None
    end = first + before.start()
    wholes = [q for q in find_quantities(text, first, end) if q.kind in _PEOPLE and q.end == end]
    return (wholes[-1].start, wholes[-1].end) if len(wholes) > 0 else None


def _of_people(text: str, mention: Mention) -> tuple[int, int] | None:
    """Return where the words for people stand: not an age, a call for help, or animals."""
    start, end = mention.start, mention.end
    first = max(0, start - _LOOK_BACK)
    aged = _AGED.search(text[first:start])
    if aged is not None and _is_age(text, mention):
        return first + aged.start("who"), first + aged.end("who")
    old = _YEAR_OLD.match(text, end)
    if old is not None and _ENDS_IN_NUMBER.search(text, start, end) is not None:
        return start, old.end()
    told = _CALL.match(text, start, end)
    if told is not None and _CALLED.search(text[first:start]) is not None:
        return told.end(), end
    people = _AND_ANIMALS.fullmatch(text, start, end)
    if people is None and ANIMALS_AFTER.match(text, end) is not None:
        people = _AND_NUMBER.fullmatch(text, start, end)
    return None if people is None else people.span("who")


def _of_kind(text: str, link: Link) -> tuple[int, int] | None:
    """Return where the words for the dead, or for the wounded, stand among those of all hit."""
    start, end = link.mention.start, link.mention.end
    first = max(0, start - _LOOK_BACK)
    if link.role is LinkRole.KILLED:
        dead = _SHOT_AND.fullmatch(text, start, end)
        if dead is not None and _tells_who_died(text, dead):
            return dead.span("number")
        grazing = _AND_GRAZING.fullmatch(text, start, end)
        if grazing is not None:
            return grazing.span("who")
    living = _DEAD_AND.match(text, start, end)
    if link.role is LinkRole.WOUNDED and living is not None:
        return living.end(), end
    some = _SOME_OF.search(text[first:start])
    if some is not None and _OF_THOSE_HIT[link.role].match(text, end) is None:
        return first + some.start("number"), first + some.end("number")
    fatally = _FATALLY.match(text, end) if link.role is LinkRole.KILLED else None
    return None if fatally is None else fatally.span(str(fatally.lastgroup))


def _tells_who_died(text: str, counted: re.Match[str]) -> bool:
    """Whether death is told right behind the last number of a list, and not before it."""
    if _WHO_DIED.match(text, counted.end("number")) is None:
        return False
    return not tells_of_death(counted.string[counted.start() : counted.start("number")])


_AGED = re.compile(r"(?P<who>[\w’'.-]+)\s?[,(]\s?$")
_YEAR_OLD = re.compile(
    r"(?:\s+1/2|½)?[- ](?:year|month|week|day)s?[- ]old\b(?:\s+(?:boy|girl|child|man|woman))?", re.I
)
_ENDS_IN_NUMBER = re.compile(rf"\b(?:one|{SMALL_NUMBERS}|\w+teen|eleven|twelve|\d{{1,2}})$", re.I)
"""A number cut from the age that it belongs to ("a seven" of "a seven year old boy")."""
_AGE_ENDS = re.compile(r"\s?[,)]")


def _is_age(text: str, mention: Mention) -> bool:
    """Whether a bare number is the age of somebody told before it ("Boy, 14, shot")."""
    words = text[mention.start : mention.end]
    ends = _AGE_ENDS.match(text, mention.end) is not None
    return ends and words.isdecimal() and int(words) <= OLDEST


def _moved(mention: Mention, start: int, end: int) -> Mention:
    return replace(mention, start=start, end=end)
