"""What befell the people of a count by their own sentence: death, no more than harm, or neither.

A figure of dead whose sentence tells of nothing but wounds counts wounded; whoever did it, or
is charged with it, is nobody who was hit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recount.model import COUNT_PROPERTIES, Account, Link, LinkRole, Mention, MentionRole
from recount.resolve.context import Context
from recount.resolve.counted_words import DETERMINED, OLDEST
from recount.resolve.countless import counts_nobody
from recount.resolve.deadly import is_deadly, tells_of_death, without_attempts
from recount.resolve.joined import with_joined
from recount.resolve.shot import shot_people
from recount.resources.grammar.small_numbers import SMALL_NUMBERS, TWO_TO_TEN

_COUNTS = frozenset(LinkRole(prop.value) for prop in COUNT_PROPERTIES)
_HIT = frozenset({LinkRole.KILLED, LinkRole.WOUNDED, LinkRole.CASUALTIES})
_HARM = re.compile(
    r"\b(?:shot|shoot\w*|wound\w*|injur\w*|hurt|hospital\w*|surviv\w*|critical\w*|stable|"
    r"conditions?|treated|treatment|recover\w*|graz\w+|struck|hit|surger\w+|life-threatening)\b",
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
        _of_the_whole(context, link)
        for link in account.links
        if link.role in _COUNTS and not (link.role in _HIT and _is_nobody_hit(context, link))
    ]
    links = [
        replace(link, role=LinkRole.WOUNDED) if _is_named_hurt(context, link) else link
        for link in links
        if not (_is_hit_whole(context, link, links) or _are_taken_alive(context, link))
    ]
    taken = [link.mention.span for link in account.links if link.role in _COUNTS]
    links = [
        with_joined(context.text, link, taken) if link.role in _HIT else link for link in links
    ]
    return [link for link in links if not _only_taken(context, link)]


def _with_wounded(
    context: Context, account: Account, links: Sequence[Link], *, deadly: bool
) -> list[Link]:
    """Return the links with the wounded whom nothing marks; "no one else" last, if it counts."""
    others = [link for link in links if not _nobody_else(context, link)]
    if all(_is_vague(context, link) for link in others if link.role is LinkRole.WOUNDED):
        others += _hurt_victims(context, account, links)
    if not deadly:
        hit = any(link.role in _HIT for link in others)
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
        or _is_doer(context, link)
    )


_SOMEBODY_OF = re.compile(r"(?P<before>[A-ZÀ-Þ][\w’'.-]*)(?:,\s+\d{1,3})?,?\s+(?:of|from)\s+$")
_OF_DEED = re.compile(
    r"(?:shooting|death|killing|murder|slaying|stabbing|assassination|execution|body|bodies|"
    r"beating|shootings|killings|murders|deaths|arrest|abduction|kidnapping)$",
    re.IGNORECASE,
)
_TOWN = re.compile(r"(?:[A-ZÀ-Þ][\w’'.-]+\s?){1,2}")


def _is_home_town(text: str, mention: Mention) -> bool:
    """Whether words say where somebody told before them is from ("Ana Vell of Tarn")."""
    if _TOWN.fullmatch(text, mention.start, mention.end) is None:
        return False
    somebody = _SOMEBODY_OF.search(text[max(0, mention.start - _LOOK_BACK) : mention.start])
    return somebody is not None and _OF_DEED.match(somebody["before"]) is None


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
        if _is_hurt_clause(rest, after, described=True) and not _is_doer(context, link):
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


_HURT_ONE_AS = re.compile(
    r"\b(?:injured|wounded|surviving|hurt|hospitali[sz]ed)\s+(?:[\w-]+\s+)?(?:as|was|is)\s+$",
    re.IGNORECASE,
)


def _is_named_hurt(context: Context, link: Link) -> bool:
    """Whether words name somebody told as hurt ("and the wounded man as Ben Tash")."""
    start = link.mention.start
    before = context.text[max(0, start - _LOOK_BACK) : start]
    return link.role is LinkRole.KILLED and _HURT_ONE_AS.search(before) is not None


_SMALL = "|".join(word.title() for word in TWO_TO_TEN)
_HIT_BEFORE = re.compile(
    r"\b(?:shot|shooting|shoots|stabb(?:ed|ing)|struck|striking|hit|hitting|attack(?:ed|ing)|"
    r"fir(?:ed|ing) (?:at|on|into)|beat(?:en|ing)?|(?:shooting|stabbing)s?\s+of)\s+(?:the\s+|these\s+|those\s+)?$",
    re.IGNORECASE,
)
_ONE_OF_THOSE = re.compile(
    rf"[^.\n]{{0,120}}\.\s+(?:One|{_SMALL})\s+of\s+(?:them|those|these|the)\b[^.\n]{{0,30}}\bdied\b"
)
_OF_WHOM = re.compile(
    r"(?:,|\s+and|\s+before)?\s+(?:(?:fatally|mortally)\s+\w+ing|killing|leaving)\s", re.IGNORECASE
)


def _is_hit_whole(context: Context, link: Link, links: Sequence[Link]) -> bool:
    """Whether people were shot at of whom only some died ("shot two boys, killing one")."""
    text, mention = context.text, link.mention
    if link.role is not LinkRole.KILLED:
        return False
    before = text[max(0, mention.start - _LOOK_BACK) : mention.start]
    some_died = _OF_WHOM.match(text, mention.end) or _ONE_OF_THOSE.match(text, mention.end)
    if _HIT_BEFORE.search(before) is None or some_died is None:
        return False
    near = range(mention.end, mention.end + _LOOK_ON)
    return any(o.role is LinkRole.KILLED and o.mention.start in near for o in links)


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


def _only_hurt(context: Context, link: Link) -> bool:
    """Whether the clause or the sentence tells of harm, and none of death.

    Of whoever "was shot" the next sentence may tell death.
    """
    text, mention = context.text, link.mention
    if _HURT_VERB.search(text[max(0, mention.start - _LOOK_BACK) : mention.start]) is not None:
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


_WOUNDED = re.compile(r"\b(?:wounded|injured|hurt)\b", re.IGNORECASE)


def _says_wounded(context: Context, link: Link) -> bool:
    """Whether the clause of people calls them wounded; who "was shot" may be one of the dead."""
    text, mention = context.text, link.mention
    if _HURT_VERB.search(text[max(0, mention.start - _LOOK_BACK) : mention.start]) is not None:
        return True
    clause = _HURT_CLAUSE.match(text, mention.end)
    return clause is not None and _WOUNDED.search(clause.group()) is not None


def _is_hurt_clause(rest: str, after: str, *, described: bool) -> bool:
    """Whether a sentence goes on after people with their wounds, and nothing says they died.

    The next sentence may name the dead whom this one only describes ("a judge was shot").
    """
    clause = _HURT_CLAUSE.match(rest)
    if clause is None or tells_of_death(clause.group()):
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
    r"(?:, (?:aged? )?\d{1,3},|, \w+,)?(?: who)? (?:(?:was|were|is|are|has been|have been)"
    r"(?: (?!dead|killed)[\w-]+){0,2} (?:shot|wounded|injured|hurt|hospitali[sz]ed|grazed|treated|"
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

_DONE_BY = re.compile(
    r"\b(?:shot|kill|wound|injur|struck|hit|stabb|attack|beaten|gunned|fired|murder|slain|ambush|"
    r"assault|behead|execut|abduct|kidnap)\w*\b[^.;:\n]{0,40}\bby\s+(?:(?:an?|the|his|her|their)\s+)?$|"
    r"\b(?:shooter|gunman|gunwoman|killer|attacker|assailant|culprit|perpetrator)\s+(?:was|is|as)\s+"
    r"(?:(?:an?|the)\s+)?$",
    re.IGNORECASE,
)
_DID = re.compile(
    r"(?:\s+(?-i:[A-Z][\w’'-]+)){0,2}(?:,\s+\d{1,3},)?"
    r"(?:\s+(?:male|female|man|woman|boy|girl|teen(?:ager)?|youth|brother|friend|child))?"
    r"(?:\s+(?:who|that))?\s+[“\"]?"
    r"(?:(?:allegedly|reportedly|accidentally|fatally|then|later|first)\s+)*(?:"
    r"(?:accidentally\s+)?(?:discharged|fired|pulled the trigger|opened fire)\b|"
    r"(?:(?:shot|stabbed) and (?:killed|wounded|injured)|shot dead|kill(?:ed|s)|stabbed|murdered|"
    r"shot|shoots|wounded|injured|attacked|ambushed)[”\"]?\s+"
    r"(?:(?:an?|the|his|her|their|at least|more than)\s(?!(?:next|same|previous|following|first|"
    r"day|week|month|year|night|morning|evening|short|few|second|third|line|process|course)\b)|"
    r"(?:him|them|two|three|four|five|six|\d+)\s(?!times\b|people were)|"
    r"(?:(?!(?:with|alongside|near|beside|by|after|along|and|in|at)\b)[\w-]+\s){0,2}?"
    r"\d{1,2}-(?:year|month|week|day)-old\b))",
    re.IGNORECASE,
)
"""Words of a deed that follow its doer ("a boy shot his brother")."""
_CHARGED = re.compile(
    r"\b(?:charg(?:ed|es|ing)|accus(?:ed|es|ing)|indict(?:ed|s|ing)|convict(?:ed|s|ing)|"
    r"sentenc(?:ed|es|ing)|book(?:ed|s|ing)|prosecut(?:ed|es|ing))\s+(?:(?:and\s+)?\w+ly\s+)?$",
    re.IGNORECASE,
)
_FACES = re.compile(
    r"(?P<gap>(?:[^.;\n]{0,60}?[\w,])?)\s"
    r"(?:(?:is|are|was|were|has been|have been|had been|being)\s+"
    r"(?:\w+ly\s+|also\s+|now\s+)?(?:charged|accused|indicted|convicted|booked|jailed|sentenced)|"
    r"(?:now\s+)?faces?\s+(?:\w+\s+){0,4}?(?:charges?|counts?|trial)|ple(?:aded|d|ads)\s|"
    r"(?:surrendered|turned (?:him|her)self in)\b)",
    re.IGNORECASE,
)
_LOOK_BACK = 70
_LOOK_ON = 120
"""Characters around people in which such words stand."""


def _is_doer(context: Context, link: Link) -> bool:
    """Whether the people did it ("shot by her brother") or are charged with it."""
    text, mention = context.text, link.mention
    before = text[max(0, mention.start - _LOOK_BACK) : mention.start]
    if _DONE_BY.search(before) is not None:
        return True
    if _DID.match(text, mention.end) is not None:
        return True
    if link.role is not LinkRole.KILLED:
        return False
    if _KIN_OF_HIS.match(text, mention.end) is not None or _IS_ALIVE.match(text, mention.end):
        return True
    faces = _FACES.match(text[mention.end : mention.end + _LOOK_ON])
    return _CHARGED.search(before) is not None or (
        faces is not None and not tells_of_death(faces["gap"])
    )


_KIN_OF_HIS = re.compile(
    r"['’]s\s+(?:own\s+)?(?:\d{1,2}-(?:year|month)-old\s+)?(?:step)?(?:sons?|daughters?|brothers?|"
    r"sisters?|girlfriend|boyfriend|nephew|niece|grandson|granddaughter)\b(?!['’])",
    re.IGNORECASE,
)
"""Kin of somebody, who is told only as theirs."""
_IS_ALIVE = re.compile(
    r"\s+(?:attended|tweeted|testified|announced|told\s+(?:police|reporters|investigators|officers)|"
    r"said\s+(?:in a|at a|on|that|he|she|the)\b)"
)
"""Words of what the living do."""
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
    rf"[^.;]*?\b(?:shot|hurt|wounded|injured|stabbed)\b[^.;]*?(?:,|;|:|\band\b|\bbut\b|[-–—])\s*"
    rf"(?:and\s+)?(?P<number>(?:at least\s+)?{_NUMBER}(?:\s+(?!shot\b)[a-z-]+){{0,2}}?)"
    r"(?:\s+(?:is|was|are|were))?(?:\s+(?:dead|killed))?",
    re.IGNORECASE,
)
"""Words that count those hit before the dead among them ("five shot, two killed")."""
_DEAD_AND = re.compile(
    rf"[^.;]{{0,60}}?\b(?:killed|died|dead|slain)\b[^.;]{{0,20}}?(?:,|;|\band\b|\bbut\b)\s*(?:and\s+)?"
    rf"(?=(?:at least|about|another|some)?\s*{_NUMBER}\b)",
    re.IGNORECASE,
)
"""The dead, told before the number of wounded ("two were killed and five others")."""
_AND_GRAZING = re.compile(
    r"(?P<who>.+?),?\s+and\s+(?:\w+ly\s+)?(?:wounding|injuring|grazing|hurting|hitting|shooting)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""The dead before whoever was only hurt, where both were marked as one."""
_WHO_DIED = re.compile(
    r"\W*(?:of\s+(?:whom|them|those)\s+)?(?:(?:is|was|are|were|has|have|had|been|later|now)\s+){0,3}(?:\w+ly\s+)?"
    r"(?:dead\b|dies\b|died\b|kill\w*|fatal\w*|slain\b)",
    re.IGNORECASE,
)
_FATALLY = re.compile(
    rf"(?:\s+(?:was|were)\s+(?:\w+\s+)?(?:shot|stabbed|wounded|hit|struck))?,?\s+(?:including\s+)?"
    rf"(?P<number>{_NUMBER})(?:\s+of\s+(?:them|whom))?\s+fatally\b|"
    rf"\s+(?:was|were)\s+(?:\w+\s+)?(?:shot|stabbed|wounded|hit|struck)\b[^.;]{{0,40}}?(?:,|\band\b|"
    rf"\bbut\b)\s*(?:and\s+)?(?P<some>{_NUMBER})\s+of\s+(?:whom|them|those|these|the)\b[\w\s]{{0,24}}?"
    r"\s(?:died|dead|killed)\b|"
    r"\s+shot,\s+(?P<one>(?:an?\s+|one\s+)?(?:man|woman|boy|girl|teen(?:ager)?|child|person))\s+"
    r"(?:is\s+|was\s+)?(?:dead|killed|dies|fatally)\b",
    re.IGNORECASE,
)


def _of_the_whole(context: Context, link: Link) -> Link:
    """Return a link with the words that count those it is about.

    "One of two men shot on Monday died" counts one, "four shot, one fatally" one dead.
    """
    if link.role not in _HIT:
        return link
    text, mention = context.text, link.mention
    first = max(0, mention.start - _LOOK_BACK)
    aged = _AGED.search(text[first : mention.start])
    if aged is not None and _is_age(text, mention):
        return replace(
            link, mention=_moved(mention, first + aged.start("who"), first + aged.end("who"))
        )
    old = _YEAR_OLD.match(text, mention.end)
    if old is not None and _ENDS_IN_NUMBER.search(text, mention.start, mention.end) is not None:
        return replace(link, mention=_moved(mention, mention.start, old.end()))
    dead = _SHOT_AND.fullmatch(text, mention.start, mention.end)
    if link.role is LinkRole.KILLED and dead is not None and _tells_who_died(text, dead):
        return replace(link, mention=_moved(mention, *dead.span("number")), part=False)
    grazing = _AND_GRAZING.fullmatch(text, mention.start, mention.end)
    if link.role is LinkRole.KILLED and grazing is not None:
        return replace(link, mention=_moved(mention, *grazing.span("who")))
    living = _DEAD_AND.match(text, mention.start, mention.end)
    if link.role is LinkRole.WOUNDED and living is not None:
        return replace(link, mention=_moved(mention, living.end(), mention.end), part=False)
    some = _SOME_OF.search(text[first : mention.start])
    if some is not None and _OF_THOSE_HIT[link.role].match(text, mention.end) is None:
        start, end = some.span("number")
        return replace(link, mention=_moved(mention, first + start, first + end), part=False)
    fatally = _FATALLY.match(text, mention.end) if link.role is LinkRole.KILLED else None
    if fatally is None:
        return link
    return replace(link, mention=_moved(mention, *fatally.span(str(fatally.lastgroup))), part=False)


def _tells_who_died(text: str, counted: re.Match[str]) -> bool:
    """Whether death is told right behind the last number of a list, and not before it."""
    if _WHO_DIED.match(text, counted.end("number")) is None:
        return False
    return not tells_of_death(counted.string[counted.start() : counted.start("number")])


_AGED = re.compile(r"(?P<who>[\w’'.-]+)\s?[,(]\s?$")
_YEAR_OLD = re.compile(
    r"[- ](?:year|month|week|day)s?[- ]old\b(?:\s+(?:boy|girl|child|man|woman))?", re.I
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
