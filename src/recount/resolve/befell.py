"""What befell the people of a count by their own sentence: death, no more than harm, or neither.

A figure of dead whose sentence tells of nothing but wounds counts wounded; whoever did it, or
is charged with it, is nobody who was hit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recount.model import COUNT_PROPERTIES, Account, Link, LinkRole, Mention, MentionRole, Span
from recount.resolve.context import Context
from recount.resolve.counted_words import DETERMINED
from recount.resolve.countless import counts_nobody
from recount.resolve.deadly import is_deadly, tells_of_death, without_attempts
from recount.resolve.either import without_either
from recount.resolve.joined import with_joined
from recount.resolve.shot import shot_people
from recount.resolve.told_with import with_told_with
from recount.resolve.whole import HIT, is_hit_whole, of_the_whole
from recount.resolve.whose_deed import did_it
from recount.resources.grammar.small_numbers import SMALL_NUMBERS
from recount.resources.grammar.wound_phrases import HURT_IN_PHRASE

_COUNTS = frozenset(LinkRole(prop.value) for prop in COUNT_PROPERTIES)
_LOOK_BACK = 70
"""Characters before people in which words about them stand."""
_HARM = re.compile(
    r"\b(?:shot|shoot\w*|wound\w*|injur\w*|hurt|hospital\w*|surviv\w*|critical\w*|stable|"
    r"conditions?|treated|treatment|recover\w*|graz\w+|struck|hit|surger\w+|life-threatening|"
    rf"beaten|assault\w*|punch\w*|kick\w*|whipp\w*|tortur\w*|stabb\w+|{HURT_IN_PHRASE})\b",
    re.IGNORECASE,
)
"""Words that tell of no more than harm."""


def counted_links(context: Context, account: Account) -> tuple[Link, ...]:
    """Return the account's links to counts as their own sentences mean them."""
    deadly = is_deadly(context.text)
    links = _with_wounded(context, account, _of_people(context, account), deadly=deadly)
    return tuple(_with_living(context, links, deadly=deadly))


def _of_people(context: Context, account: Account) -> list[Link]:
    """Return the links that count people of their kind, each with whom "and" joins to them."""
    links = [
        of_the_whole(context, link)
        for link in account.links
        if link.role in _COUNTS and not (link.role in HIT and _is_nobody_hit(context, link))
    ]
    links = [replace(link, role=_role(context, link)) for link in links]
    links = [
        replace(link, role=LinkRole.WOUNDED) if _is_named_hurt(context, link) else link
        for link in links
        if not (is_hit_whole(context, link, links) or _are_taken_alive(context, link))
    ]
    links = _without_shot_at(context, without_either(context.text, links))
    taken = [link.mention.span for link in account.links if link.role in _COUNTS]
    links = [_with_others(context.text, link, taken) for link in links]
    return [link for link in links if not _only_taken(context, link)]


def _with_others(text: str, link: Link, taken: Sequence[Span]) -> Link:
    """Return a link to people hit with those whom the same clause joins to them."""
    if link.role not in HIT:
        return link
    joined = with_joined(text, link, taken)
    return joined if joined != link else with_told_with(text, link, taken)


_SHOT_AT = re.compile(
    r"\b(?:fired\s+(?:on|at|upon|into)|shot\s+at|opened\s+fire|attacked|ambushed|stopped)\b",
    re.IGNORECASE,
)


def _without_shot_at(context: Context, links: Sequence[Link]) -> list[Link]:
    """Return the links without people only shot at, where a later sentence says how many died."""
    told = {link.mention.start: context.sentence_text(link.mention.start) for link in links}
    marked = [link.mention.start for link in links if link.role is LinkRole.KILLED]
    dead = [start for start in marked if tells_of_death(told[start])]
    shot_at = {
        start
        for start in marked
        if len(dead) > 0
        and start < min(dead)
        and not tells_of_death(told[start])
        and _SHOT_AT.search(told[start]) is not None
    }
    return [
        link
        for link in links
        if link.role is not LinkRole.KILLED or link.mention.start not in shot_at
    ]


def _with_wounded(
    context: Context, account: Account, links: Sequence[Link], *, deadly: bool
) -> list[Link]:
    """Return the links with the wounded whom nothing marks; "no one else" last, if it counts."""
    others = [link for link in links if not _nobody_else(context, link)]
    if all(_is_vague(context, link) for link in others if link.role is LinkRole.WOUNDED):
        others += _hurt_victims(context, account, links)
    if not deadly:
        hit = any(link.role in HIT for link in others)
        others = [*shot_people(context, account, several=hit), *others]
    roles = {link.role for link in others}
    if LinkRole.KILLED not in roles:  # "no other injuries" alone tells of an injury
        return others
    return others + [link for link in links if link not in others and link.role not in roles]


def _with_living(context: Context, links: Sequence[Link], *, deadly: bool) -> Sequence[Link]:
    """Return the links, those marked as dead who were only hurt settled as what they are."""
    only_hurt = [
        link
        for link in links
        if link.role is LinkRole.KILLED
        and (_only_hurt(context, link) or (not deadly and _tells_harm(context, link)))
    ]
    if len(only_hurt) == 0:
        return links
    others_died = any(link.role is LinkRole.KILLED and link not in only_hurt for link in links)
    if others_died and not any(link.role is LinkRole.WOUNDED for link in links):
        wounded = [link for link in only_hurt if _says_wounded(context, link)]
        links = _settled(links, wounded, others_died=False)
        only_hurt = [link for link in only_hurt if link not in wounded]
    return _settled(links, only_hurt, others_died=others_died)


_TAKEN = re.compile(
    r"\b(?:captur\w+|seiz\w+|kidnap\w*|abduct\w+|arrest\w*|detain\w*|detention|missing|hostages?|"
    r"disappear\w*|held captive|taken away|releas\w+)\b",
    re.IGNORECASE,
)
"""Words that tell that somebody was taken."""
_VAGUE = re.compile(
    r"\W*(?:an?\s+(?:\w+\s+)?number\s+of|several|some|many|multiple|numerous|various|others)\b",
    re.IGNORECASE,
)


def _only_taken(context: Context, link: Link) -> bool:
    """Whether the sentence of people marked as dead tells only that they were taken."""
    if link.role is not LinkRole.KILLED:
        return False
    told = context.sentence_text(link.mention.start)
    return _TAKEN.search(told) is not None and not tells_of_death(told)


def _is_vague(context: Context, link: Link) -> bool:
    """Whether words leave open how many were hurt."""
    return _VAGUE.match(context.text, link.mention.start) is not None


def _tells_harm(context: Context, link: Link) -> bool:
    """Whether a report tells of harm, and the sentence of people marked as dead of no death."""
    told = context.sentence_text(link.mention.start)
    return _HARM.search(context.text) is not None and not tells_of_death(told)


def _is_nobody_hit(context: Context, link: Link) -> bool:
    """Whether words marked as people hit tell of nobody, of the unhurt, or of who did it."""
    text, mention = context.text, link.mention
    return (
        _WHERE.match(text, mention.start, mention.end) is not None
        or _is_home_town(text, mention)
        or _UNHURT.match(text, mention.end) is not None
        or _LIGHTLY.match(text, mention.start) is not None
        or counts_nobody(text, mention.span)
        or did_it(context, link)
    )


_SOMEBODY_OF = re.compile(
    r"(?P<who>(?:[A-ZÀ-Þ][\w’'.-]*\s+){1,3}[A-ZÀ-Þ][\w’'.-]*)(?:,\s+\d{1,3})?,?\s+(?:of|from)\s+$"
)
_NO_NAME = re.compile(
    r"(?:The|In|A|An|For|On|At|Of|By|With|After|Friends?|Famil\w+|Relatives?|Funerals?|Deaths?|Killings?|"
    r"Shootings?|Murders?|Memor\w+|Video\w*|Remains|Bod(?:y|ies))\b"
)
_TOWN = re.compile(r"(?:[A-ZÀ-Þ][\w’'.-]+\s?){1,2}")


def _is_home_town(text: str, mention: Mention) -> bool:
    """Whether words say where somebody told before them is from ("Ana Vell of Tarn")."""
    if _TOWN.fullmatch(text, mention.start, mention.end) is None:
        return False
    somebody = _SOMEBODY_OF.search(text[max(0, mention.start - _LOOK_BACK) : mention.start])
    return somebody is not None and not any(
        _NO_NAME.match(word) for word in somebody["who"].split()
    )


_UNHURT = re.compile(
    r"(?:\s+(?:who|that|and [\w’'-]+(?: [\w’'-]+){0,3}))?\s+"
    r"(?:(?:(?:was|were|is|are|had been|have been)\s+not|"
    r"(?:was|were|is|are)n['’]t)\s+(?:\w+ly\s+)?(?:injured|hurt|wounded|hit|harmed|struck|shot)|"
    r"(?:(?:has|have|had)\s+)?(?:escaped|emerged|survived|was|were|is|are|remained|came out)\s+"
    r"(?:(?!(?:and|but|while|when|as|after|though|whose|killed|dead|died|wounded|injured|hurt|shot)\b)"
    r"[\w-]+\s+){0,5}?(?:unhurt|unharmed|unscathed|uninjured))\b",
    re.IGNORECASE,
)
"""Words after people whom nothing befell ("three customers who were not hurt")."""


_LIGHTLY = re.compile(
    r"\W*(?:no(?:body|[ -]one)|none(?:\s+of\s+(?:\w+\s+){1,3}?)?)\s*(?:was|were|is|are)?\s+"
    r"(?:believed to be\s+)?(?:seriously|badly|critically|gravely|severely)\b|"
    r"\W*(?:neither|none(?:\s+of\s+(?:\w+\s+){1,3}?)?)\s*(?:(?:had|has|have|suffered|sustained)\s+"
    r"|(?:was|were|is|are)\s+in\s+)(?:serious|grave|life[- ]threatening|critical)|"
    r"\W*no\s+(?:serious|major|grave|life[- ]threatening)\b",
    re.IGNORECASE,
)
"""Words that say only that nobody was hurt badly."""
_WHERE = re.compile(
    r"(?:to|in(?! (?:all|total)\b)|on|at(?! (?:least|most)\b)|by|with|into|near|through|of the)\s",
    re.IGNORECASE,
)
"""Words that begin no telling of a person ("a wound to the head")."""
_ELSE = re.compile(
    r"\W*(?:no(?:body|[ -]one)(?:\s+\w+)?\s+else|no\s+(?:other|further|additional|more)|"
    r"none of the other)\b",
    re.IGNORECASE,
)


def _nobody_else(context: Context, link: Link) -> bool:
    """Whether words say that nobody but those told was hit ("no one else was hurt")."""
    return _ELSE.match(context.text, link.mention.start) is not None


def _hurt_victims(context: Context, account: Account, links: Sequence[Link]) -> list[Link]:
    """Return victims whose clause says that they were hurt, as links to wounded.

    Where somebody died, who "was shot" may be the dead, unless he "was shot, too".
    """
    deadly = any(link.role is LinkRole.KILLED for link in links)
    counted = [link.mention.span for link in links]
    found: list[Link] = []
    for link in account.links:
        span = link.mention.span
        if link.role is not LinkRole.VICTIM or any(span.overlaps(one) for one in counted):
            continue
        at = context.sentence_of(span.start)
        if at < 0 or not span.start < context.sentences[at].end:
            continue
        after = (
            context.sentences[at + 1].of(context.text) if at + 1 < len(context.sentences) else ""
        )
        rest = context.text[span.end : context.sentences[at].end]
        clause = _HURT_CLAUSE.match(rest)
        if clause is None or (deadly and _LIVES.search(clause.group()) is None):
            continue
        if _UNHURT.match(context.text, span.end) is not None:
            continue
        if _is_hurt_clause(rest, after, described=True) and not did_it(context, link):
            mention = replace(link.mention, role=MentionRole.QUANTITY, label=None)
            found.append(replace(link, role=LinkRole.WOUNDED, mention=mention))
    return found


_TO_HOSPITAL = re.compile(
    r"(?:(?:all|both|the)\s+)?(?:[\w-]+\s+){0,3}?(?:were|went)\s+(?:all\s+|both\s+|\w+ly\s+)?"
    r"(?:taken|rushed|flown|airlifted|transported|brought|driven)?\s*to\s[^.;\n]{0,60}?hospital",
    re.IGNORECASE,
)
_THEY_DIED = re.compile(
    r"[^.\n]*\b(?:they|both|all|all (?:of them|\w+))\s+(?:were\s+|later\s+|have\s+){0,2}"
    r"(?:died|dead|pronounced|succumbed)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(rf"(?:all|both|{SMALL_NUMBERS}|\d+)\b", re.IGNORECASE)


def _are_taken_alive(context: Context, link: Link) -> bool:
    """Whether several people were taken to hospital of whom the text tells no common death."""
    text, start = context.text, link.mention.start
    if link.role is not LinkRole.KILLED or _SEVERAL.match(text, start) is None:
        return False
    taken = _TO_HOSPITAL.match(text, start)
    return taken is not None and _THEY_DIED.match(text, taken.end()) is None


_FATALLY = re.compile(
    r"\b(?:fatally|mortally)\s+(?:wounded|wounding|injured|injuring|shot|shooting|stabbed|stabbing)"
    r"\s+(?:the\s+|another\s+)?$",
    re.IGNORECASE,
)
"""Words before people who died of their wounds, though the verb tells of wounds."""
_FATALLY_HIT = re.compile(
    r"(?:,[^,.;]{1,40},)?\s+(?:was|were|(?:has|have|had)\s+been)\s+(?:\w+\s+)?(?:fatally|mortally)\s",
    re.IGNORECASE,
)
"""Such words behind them."""


def _role(context: Context, link: Link) -> LinkRole:
    """Return what befell people: whom somebody "fatally wounded" is dead."""
    start = link.mention.start
    before = context.text[max(0, start - _LOOK_BACK) : start]
    if link.role is not LinkRole.WOUNDED:
        return link.role
    behind = _FATALLY_HIT.match(context.text, link.mention.end)
    fatally = behind is not None or _FATALLY.search(before) is not None
    return LinkRole.KILLED if fatally else link.role


_HURT_ONE_AS = re.compile(
    r"\b(?:injured|wounded|surviving|hurt|hospitali[sz]ed)\s+(?:[\w-]+\s+)?(?:as|was|is)\s+$",
    re.IGNORECASE,
)


def _is_named_hurt(context: Context, link: Link) -> bool:
    """Whether words name somebody told as hurt ("and the wounded man as Ben Tash")."""
    start = link.mention.start
    before = context.text[max(0, start - _LOOK_BACK) : start]
    return link.role is LinkRole.KILLED and _HURT_ONE_AS.search(before) is not None


_LIVES = re.compile(
    r"\b(?:also|wound\w*|injur\w*|hurt|graz\w+|surviv\w*|recover\w*|expected|treated|condition)\b",
    re.IGNORECASE,
)
"""Words that tell that somebody hurt is not dead, or that he is not the one told before."""


def _settled(links: Sequence[Link], only_hurt: Sequence[Link], *, others_died: bool) -> list[Link]:
    """Where nobody else died, those who were only hurt are wounded; else they count nowhere.

    In a text that tells of dead, whoever "was shot" may be one of them.
    """
    if others_died:
        return [link for link in links if link not in only_hurt]
    return [replace(link, role=LinkRole.WOUNDED) if link in only_hurt else link for link in links]


_WOUNDING_THEM = re.compile(
    r"(?:\s+[\w-]+){0,3}?,?\s+(?:wounding|injuring)\s+(?:both|them|all of them|him|her)\b"
    r"(?!\s+[a-z]*(?:er|son|child)\b)",
    re.IGNORECASE,
)
"""Words after people who were only hurt ("shot two guards, wounding both")."""


_KILLING_BEFORE = re.compile(
    r"\b(?:kill(?:ed|ing|s)|shot dead|shot and killed|murder(?:ed|ing|s)|executed)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)


def _are_only_wounded(text: str, mention: Mention) -> bool:
    """Whether people were shot at and wounded ("shot two guards, wounding both")."""
    before = text[max(0, mention.start - _LOOK_BACK) : mention.start]
    wounding = _WOUNDING_THEM.match(text, mention.end)
    return wounding is not None and _KILLING_BEFORE.search(before) is None


def _only_hurt(context: Context, link: Link) -> bool:
    """Whether the clause or the sentence tells of harm, and none of death.

    Of whoever "was shot" the next sentence may tell death.
    """
    text, mention = context.text, link.mention
    before = text[max(0, mention.start - _LOOK_BACK) : mention.start]
    if _FATALLY.search(before) is not None:
        return False
    if _HURT_VERB.search(before) is not None:
        return True
    if _are_only_wounded(text, mention):
        return True
    at = context.sentence_of(mention.start)
    if at < 0 or not mention.start < context.sentences[at].end:
        return False
    told = context.sentences[at].of(text)
    after = context.sentences[at + 1].of(text) if at + 1 < len(context.sentences) else ""
    described = DETERMINED.match(text, mention.start) is not None
    if _is_hurt_clause(text[mention.end : context.sentences[at].end], after, described=described):
        return True
    if tells_of_death(told) or tells_of_death(after):
        return False
    of_them = _OF_THEM.match(after) is not None and _HARM.search(after) is not None
    return of_them or _HARM.search(told) is not None


_WOUNDED = re.compile(r"\b(?:wounded|injured|hurt|wounds|injuries|burns|shrapnel)\b", re.IGNORECASE)


_BARE_NUMBER = re.compile(
    r"[\w,-]+(?P<noun>(?:\s+(?!was\b|were\b|is\b|are\b|ha[sd]\b|have\b|who\b|died\b|of\b)[a-z’'-]+){1,2})"
)
"""A number and the noun behind it, which a mark may leave out."""
_HURT_PHRASE = re.compile(
    r"(?:,[^.;,]{1,60},)?\s+(?:who\s+)?(?:(?:was|were|is|are|had|has|have|been|also|still|being)\s+){0,3}"
    rf"(?!(?:hit|struck|shot|stabbed|cut|beaten|treated|in\s)\b){HURT_IN_PHRASE}\b",
    re.IGNORECASE,
)
"""Harm behind people; whoever "was shot in the chest" or is "in hospital" may die of it yet."""


def _says_wounded(context: Context, link: Link) -> bool:
    """Whether the clause of people calls them wounded; who "was shot" may be one of the dead."""
    text, mention = context.text, link.mention
    before = text[max(0, mention.start - _LOOK_BACK) : mention.start]
    if _HURT_VERB.search(before) is not None or _are_only_wounded(text, mention):
        return True
    end = _BARE_NUMBER.match(text, mention.start)
    end_of = mention.end if end is None or end.end("noun") < mention.end else end.end("noun")
    if _HURT_PHRASE.match(text, end_of) is not None:
        return True
    clause = _HURT_CLAUSE.match(text, end_of)
    return clause is not None and _WOUNDED.search(clause.group()) is not None


def _is_hurt_clause(rest: str, after: str, *, described: bool) -> bool:
    """Whether a sentence goes on after people with their wounds, and nothing says they died.

    The next sentence may name the dead whom this one only describes ("a judge was shot").
    """
    clause = _HURT_CLAUSE.match(rest)
    told = rest if rest.startswith(",") else ("" if clause is None else clause.group())
    if clause is None or tells_of_death(told):
        return False
    goes_on = _GOES_ON.match(rest, clause.end())
    if goes_on is not None and tells_of_death(rest[clause.end() :]):
        return False
    known = not described or _LIVES.search(clause.group()) is not None
    died = tells_of_death(without_attempts(after))
    return not died or (known and _OF_THEM.match(after) is None)


_HURT_VERB = re.compile(
    r"\b(?:wound|injur|hurt)(?:ed|ing|s|es)?\s+(?:(?:at least|about|around|some|nearly|more than|"
    r"up to|as many as|another|a further)\s+)?$",
    re.IGNORECASE,
)
_HURT_CLAUSE = re.compile(
    r"(?:, (?:aged? )?\d{1,3},|, \w+,|, (?:[a-z]+ing|who|aged|from|both|all) [^,.;]{1,50},|,)?"
    r"(?: who)? (?:(?:was|were|is|are|has been|have been)"
    r"(?: (?!dead|killed)[\w-]+){0,2} (?:shot|wounded|injured|hurt|hospitali[sz]ed|grazed|treated|"
    r"(?:hit|struck) in the|"
    r"recovering|expected to (?:survive|recover|live)|in (?:\w+ )?condition)|"
    r"(?:was|were|is|has been) (?:(?:also|then|later|immediately|\w+ly) )?(?:taken|rushed|flown|"
    r"airlifted|transported|admitted|brought|driven) to [^.;,]{0,60}?"
    r"(?:hospital|medical|cent(?:er|re)|clinic)|(?:went|walked|drove|made it) to [^.;,]{0,40}?"
    r"(?:hospital|medical|cent(?:er|re)|clinic)|"
    r"(?:\w+ly )?(?:shot|shooting|wounded|injured) (?:him|her)self in the|"
    r"(?:\w+ )?survived|"
    r"(?:suffered|sustained|received)\b[^.;,]*\b(?:wound|injur|burn))\w*\b"
    r"(?![^.;,]*\b(?:but|before|and (?:later|then)))"
    r"[^.;,\n]*",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r",?\s(?:where|but|and|before|then|while)\s(?:(?:he|she|they|both|was|were|later|died|dying|is|"
    r"then|has|had|it)\b)",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\W*(?:he|she|they|both|all|the)\b", re.IGNORECASE)
