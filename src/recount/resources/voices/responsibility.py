"""Finds positions on responsibility: claimed, unclaimed, blamed, suspected, denied.

Each rule is a pattern for the cue and a reader for the phrases beside it. Only acts of
violence are positions: "accused the group of corruption" is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from recount.model import Span, Stance
from recount.resources.voices.accused import ACCUSED_RULES
from recount.resources.voices.blamers import (
    read_accused,
    read_attributed,
    read_blamed,
    read_blamed_on,
    read_blamed_passive,
    read_held,
)
from recount.resources.voices.finder import ACTS, VIOLENCE, Finder
from recount.resources.voices.notes import NOTE_RULES
from recount.resources.voices.nouns import FoundAttribution, FoundClaim
from recount.resources.voices.own_words import OWN_RULES, SAYS, WHERE_SAID
from recount.resources.voices.readers import (
    read_claimed,
    read_claimed_by,
    read_denied,
    read_denied_by,
    read_denied_that,
    read_fingerprints,
    read_said_own,
    read_suspected_left,
    read_suspected_name,
    read_suspected_right,
    read_unclaimed,
    read_was_behind,
)
from recount.resources.voices.rule import BE, Rule, pattern
from recount.resources.voices.self_named import SELF_NAMED_RULES
from recount.resources.voices.set_phrases import SET_RULES
from recount.resources.voices.told_doers import TOLD_RULES

_HEDGE_ADVERB = (
    r"(?:(?:much|far|more|most|very|also|probably|likely|possibly|presumably|apparently|allegedly"
    r"|clearly|widely|directly|solely|fully|ultimately|indeed|now|reportedly)\s+){0,4}"
)


_NAME = r"((?:the\s+)?(?-i:[A-Z])[\w’'-]*+(?:\s(?-i:[A-Z])[\w’'-]*+){0,4})"
_RESPONSIBILITY = (
    r"(?:(?:any|all|further|full|sole|direct|the|no|some|initial)\s+)?(?:responsibility|credit(?!\s+cards?)"
    r"|authorship)"
)

_OWN_DEEDS = (
    "conducted", "staged", "launched", "mounted", "bombed",
    "attacked", "planted", "detonated", "ambushed", "fired", "executed", "shot", "killed",
    "struck", "hit", "raided", "stormed", "targeted", "shelled", "destroyed", "assassinated",
    "punished", "eliminated", "liquidated", "burned", "torched", "kidnapped", "abducted",
    "sabotaged", "murdered", "downed", "placed the bomb", "thrown", "threw", "stabbed", "beaten",
    "removed an obstacle", "ordered the", "sent the", "overrun", "overran", "taken revenge",
    "took revenge", "avenged", "collected a debt", "settled a score", "settled scores",
    "settled accounts", "took out", "taken out", "wiped out", "looted", "brought down",
    "shot down", "set fire",
)  # fmt: skip
"""Deeds that a party that says it did them claims; "clashed" and "repelled" are none."""
_SAID_OWN = (
    rf"\b(?:(?:later|also|has|had|have|subsequently)\s+)*{SAYS}\s+{WHERE_SAID}"
    r"(?:it|they|he|we|(?:his|her|my|our)\s+(?:men|fighters|forces|troops|boys|people|followers)|(?:its|their|(?:one|two|three|four|five|six|seven|several|some|\d+)\s+of\s+its)(?:\s+(?!(?:was|were|is|are|been)\b)[\"“]?\w+[\"”]?){1,3}?|"
    r"the\s+(?:group|movement|organi[sz]ation|cell|front))\s+"
    r"(?:(?:(?:was|were|is|are)\s+(?:also\s+|not\s+)?|(?:has|had|have)\s+been\s+)"
    r"(?:responsible|behind)|(?:(?:had|has|have|also)\s+){0,2}[\"“]?(?:carried\s+out|blown\s+up|"
    r"blew\s+up|used\s+(?:[\w-]+\s+){0,3}?(?:weapons?|missiles?|drones?|bombs?|rockets?|munitions|artillery)\s+(?:against|on)|"
    rf"{'|'.join(_OWN_DEEDS)}))\b(?!\s+(?:an?\s+)?(?:\w+\s+)?(?:mine|landmine|wreath|rock|deal|tree)\b)"
)
"""A passive ("said its convoy was attacked") tells what befell the party, not what it did."""

_THEIR = r"(?:its|their|his|her)"
_CRIMES = (
    r"(?:killings?|murders?|bombings?|attacks?|ambush|kidnappings?|shootings?|executions?|"
    r"assassinations?|crimes?|strikes?|raids?)"
)

_RULES: tuple[Rule, ...] = (
    Rule(
        Stance.UNCLAIMED,
        pattern(
            r"\bno\s+(?:\w+\s+){0,3}?(?:group|one|organi[sz]ation|faction|party|militia|body"
            r"|claims?)s?\b"
            r"(?:\s+(?:or|nor)\s+\w+)?\s+(?:(?:has|have|had|yet|immediately|so far|as yet"
            r"|officially|publicly)\s+){0,3}"
            r"(?:claim(?:ed|ing|s)?|tak(?:en|es|e)|took|assumed|accepted|admitted)\b"
            r"(?:\s+" + _RESPONSIBILITY + r")?"
        ),
        read_unclaimed,
        ("claim", "took", "tak", "assumed", "accepted", "admitted"),
    ),
    Rule(
        Stance.UNCLAIMED,
        pattern(
            r"\b(?:(?:was|were|is|are|been|had|has|made)\s+)?(?:no|without\s+(?:a|any))\s+"
            r"(?:immediate\s+|initial\s+|official\s+|such\s+)?"
            r"claims?\s+of\s+responsibility|\bno\s+immediate\s+claims?\b|\bbeen\s+no\s+(?:\w+\s+)?claims?\b(?!\s+(?:that|to)\b)|"
            r"\bno\s+(?:group|one|organi[sz]ation|faction)\s+(?:has|had|have)\s+(?:yet\s+)?(?:come\s+forward|"
            r"said\s+(?:it|they)\s+(?:was|were|did|had|carried|planted))|"
            r"\b(?:went|goes|go|remain(?:s|ed)?)\s+unclaimed|"
            r"\b(?:nobody|no-one|none\s+of\s+\w+(?:\s+\w+)?)\s+(?:has|have|had)?\s*(?:yet\s+"
            r"|immediately\s+)?claimed"
            r"(?:\s+responsibility)?|\bresponsibility\s+(?:has|have|had|was|were)\s+(?:not"
            r"|n['’]t)\s+(?:been\s+)?(?:yet\s+)?claimed"
            r"|\b(?:attacks?|bombings?|blasts?|killings?|kidnappings?|abductions?|raids?)\s+"
            r"(?:has|have|had)\s+(?:not|n['’]t)\s+(?:yet\s+)?been\s+claimed\b"
        ),
        read_unclaimed,
        ("claim", "come forward", "said it", "said they"),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(
            r"\b(?:on\s+behalf\s+of|in\s+the\s+name\s+of(?!\s+(?:God|Allah|Islam|the\s+people)\b)|(?:speaking|spoke)\s+for)\s+"
            rf"{_NAME}\b[^.;]{{0,80}}?\bclaim(?:ed|ing|s)?\s+{_RESPONSIBILITY}"
        ),
        read_fingerprints,
        ("behalf", "name of", "speaking for", "spoke for"),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(
            r"\b(?:claim(?:ed|s|ing)?|tak(?:en|es|ing|e)|took|assum(?:ed|es|ing)|accept(?:ed|s"
            r"|ing)|"
            r"admitt(?:ed|ing))\s+" + _RESPONSIBILITY
        ),
        read_claimed,
        ("responsib", "credit", "authorship"),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(
            r"\bclaim(?:ed|s|ing)\s+(?:that\s+it\s+had\s+carried\s+out\s+)?"
            r"(?:the|this|that|both|all|those|these|several|an?|another|two|three|its|each|either"
            r"|neither|(?:\w+\s+)?\w+[’']s)\s+"
            r"(?:[\w’'-]+\s+){0,3}?"
            r"(?:attacks?|bombings?|blasts?|explosions?|assaults?|raids?|killings?|ambush(?:es)?|"
            r"assassinations?|shootings?|strikes?|incidents?|operations?|kidnappings?|abductions?|"
            r"murders?|sabotage|arson|rockets?|shelling)\b"
        ),
        read_claimed,
        ("claim",),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(
            r"(?:\b(?:(?:has|have|had|later|also|since|itself|promptly|quickly)\s+)+claimed|"
            r"(?<=(?-i:[A-Z]{2})\s)claim(?:s|ed))\s+(?:it|them|both)(?=\s*(?:[.;,)\"”’]|$|(?:in|on|through|via|by|as|and|but)\b))"
        ),
        read_claimed,
        ("claim",),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(
            r"\bresponsibility\s+for\s+[^.;]{0,80}?\b(?:was|were|has\s+been|had\s+been)\s+"
            r"(?:later\s+)?claimed\s+by\s+"
            r"|\b(?:attacks?|bombings?|blasts?|explosions?|assaults?|raids?|killings?|ambush"
            r"|strikes?|"
            r"(?<=\s))\s*(?:(?:was|were|later|also|has\s+been)\s+){0,3}claimed\s+by\s+"
        ),
        read_claimed_by,
        ("claimed",),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(_SAID_OWN),
        read_said_own,
        ("responsible", "behind", "carried", "blew", "blown", "used", *_OWN_DEEDS),
    ),
    Rule(
        Stance.CLAIMED,
        pattern(
            rf"\b(?:admit(?:s|ted)|confess(?:ed|es))\s+(?:to\s+)?(?:having\s+)?(?={VIOLENCE}\w*(?:ing|ed)\b"
            r"(?!\s+(?:of|by)\b))|"
            r"\b(?:admit(?:s|ted)|acknowledged|confessed)\s+(?:to\s+)?(?:(?:\w+ing|having\s+\w+ed)\s+(?:the|an?)\s+(?:\w+\s+)?(?:bombs?|mines?|explosives|devices?|"
            r"fires?|attacks?|grenades?)\b|having\s+(?:killed|murdered|"
            r"bombed|attacked|ambushed|kidnapped|planted|shot|executed|assassinated)\b|(?:killing|"
            r"murdering|bombing|attacking|ambushing|kidnapping|planting|shooting|executing|"
            r"assassinating)\b(?!\s+(?:of|by)\b))|"
            rf"\b(?:admit(?:s|ted)(?:\s+to)?\s+(?:the|{_THEIR})|acknowledged\s+(?:the|{_THEIR})|"
            rf"confessed\s+to\s+(?:the|an?|{_THEIR}|another))\s+{_CRIMES}\b"
        ),
        read_claimed,
        ("admit", "acknowledged", "confessed"),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            r"\bblam(?:ed|es|ing|e)\b(?!\s+(?:for|by|on)\b)(?:\s+the\s+(?:attack|blast|bombing"
            r"|explosion|killing|incident)s?\s+on)?"
        ),
        read_blamed,
        ("blam",),
    ),
    Rule(
        Stance.BLAMED,
        pattern(rf"\b{BE}\s+(?:also\s+|widely\s+|often\s+)?blamed(?=\s+(?:for|by)\b)"),
        read_blamed_passive,
        ("blamed",),
    ),
    Rule(
        Stance.BLAMED,
        pattern(r"\bblamed\s+on\b|\battributed\s+(?:by\s+\w+\s+)?to\b|\bpinned\s+on\b"),
        read_blamed_on,
        ("blamed", "attributed", "pinned"),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            r"\battribut(?:e|es|ed|ing)\s+(?:(?:it|them|this)\s+to\b|(?:the|this|that|these|those|both|all|most"
            r"|an?|[\w’']+['’]s)\s+[^.;,]{2,50}?\s+to\b)"
        ),
        read_attributed,
        ("attribut",),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            rf"\b(?:{BE}\s+(?:also\s+|widely\s+|long\s+|repeatedly\s+)?|stands?\s+)accused\b(?=\s+(?:of|by)\b)"
        ),
        read_blamed_passive,
        ("accused",),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            r"(?<!been )(?<!were )(?<!was )(?<!are )(?<!is )\baccus(?:ed|es|ing|e)\b(?!\s+of\b)"
        ),
        read_accused,
        ("accus",),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            r"\b(?:held|holds|hold|holding)\s+(?!talks|a\b)"
            r"([\w’'&. ()\[\]\n-]{2,80}?(?:\s(?:--|[–—])\s[^.;]{2,120}?\s(?:--|[–—]))?)"
            r"\s+responsible\b"
        ),
        read_held,
        ("responsible",),
    ),
    Rule(
        Stance.BLAMED,
        pattern(
            r"\bpoint(?:ed|s|ing)?\s+(?:the\s+|a\s+|their\s+)?fingers?\s+(?:of\s+(?:blame|suspicion)\s+)?at\b"
        ),
        read_suspected_right,
        ("finger",),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            r"\b(?:point(?:ed|s|ing)?\s+(?:to|at)|suspect(?:s|ed)?)[\"”]?(?=\s+the\s+(?-i:[A-Z])[\w-]*"
            r"(?:\s+(?:(?:of|for|a|and|the)\s+){0,3}(?-i:[A-Z])[\w-]*){0,6}(?:[,.;]|\s+(?!claim)[a-z]))"
        ),
        read_suspected_name,
        ("point", "suspect"),
    ),
    Rule(
        Stance.ASSERTED,
        pattern(
            rf"\b{BE}\s+{_HEDGE_ADVERB}(?:the\s+culprits?\b|the\s+perpetrators?\b|"
            rf"(?:responsible\s+for|behind)\s+(?=(?:\w+\s+){{0,5}}?{ACTS})|responsible\b(?=\s*[,.]"
            rf"|\s+for\s+(?:the|this|that)\s+\w*{ACTS}))"
        ),
        read_was_behind,
        ("culprit", "perpetrator", "responsible", "behind"),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            rf"\b(?:(?:widely|generally|now|also|strongly)\s+)*(?:is|are|was|were|has\s+been"
            rf"|have\s+been)\s+(?:(?:widely|generally|now|also|strongly)\s+)*"
            rf"(?:believed|thought|suspected|presumed|alleged|assumed|reported)\s+(?:to\s+(?:be"
            rf"|have\s+been|have)\s+{_HEDGE_ADVERB}(?:behind|responsible|involved|carried"
            rf"|masterminded|"
            r"planned|ordered|planted|committed|perpetrated|orchestrated|killed|attacked|taken\s+part|"
            r"participated|fired|shot)|of\s+"
            r"(?:carrying|being\s+behind|planting|attacking|killing|having))"
        ),
        read_suspected_left,
        ("believed", "thought", "suspected", "presumed", "alleged", "assumed", "reported"),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            r"\b(?:(?:believed|thought|suspected|presumed|appear(?:s|ed)?|seem(?:s"
            r"|ed)?|said)\s+to\s+(?:be|have\s+been)\s+(?:the\s+)?"
            r"(?:work\s+of|carried\s+out\s+by|perpetrated\s+by|committed\s+by|caused\s+by"
            r"|conducted\s+by|planted\s+by|launched\s+by)"
            r"|(?:bears?|bore|bearing|carr(?:y|ies|ied)|ha[sd]|have)\s+[\"“]?"
            r"(?:all\s+)?(?:the\s+)?(?:hallmarks?|fingerprints?|signature)\s+of"
            r"|[\"“]?(?:is|are|was|were)\s+[\"“]?(?:\w+\s+)?(?:characteristic|typical)\s+of"
            r"|suspicion\s+(?:\w+\s+)?(?:fell|falls|has\s+fallen|centred|centered|focused)\s+on"
            r"|(?:likely|probably|possibly|presumably|apparently|allegedly|reportedly)\s+"
            r"(?:carried\s+out|committed|perpetrated|planted|conducted|launched|caused"
            r"|staged)\s+by"
            r"|(?:could|may|might|must)\s+have\s+been\s+(?:carried\s+out|committed|perpetrated"
            r"|planted|conducted|launched|caused|staged)\s+by"
            r"|(?:likely|probably|possibly|presumably)\s+the\s+work\s+of)\b"
        ),
        read_suspected_right,
        ("work of", "by", "mark", "finger", "signature", "suspicion", "istic of", "typical of"),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(
            rf"\b(?:it\s+(?:is|was)\s+(?:\w+ly\s+)?(?:believed|thought|presumed|suspected|assumed)|"
            rf"(?:suspect|suspects|suspected|believe|believes|assume|presume))\s+(?:that\s+)?{_NAME}\s+"
            r"(?:(?:was|were|is|are|may\s+be|(?:may|might)\s+have\s+been|(?:has|have|had)\s+been)\s+"
            r"(?:behind|responsible|after|targeting|hunting|avenging|settling|punishing|retaliating)|(?:(?:may|might|could)\s+have\s+|(?:has|have|had)\s+)?(?:planted|carried\s+out|placed|committed|perpetrated|killed|murdered|"
            r"attacked|bombed|kidnapped|abducted|ambushed|staged|shot))\b"
        ),
        read_fingerprints,
        ("believe", "thought", "presume", "suspect", "assume"),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(rf"\b(?:has|have|had|bears?|with)\s+{_NAME}[’']?s?\s+(?:fingerprints|hallmarks)\b"),
        read_fingerprints,
        ("fingerprint", "hallmark"),
    ),
    Rule(
        Stance.SUSPECTED,
        pattern(r"\bsuspected\b(?!\s+(?:of|that|to|by)\b)(?=\s+(?:the\s+)?(?-i:[A-Z]))"),
        read_suspected_name,
        ("suspected",),
    ),
    Rule(
        Stance.DENIED,
        pattern(r"\bden(?:ied|ies|ying|y)\s+(?:(?:on\s+)?\w+\s+)?that\b"),
        read_denied_that,
        ("deni", "deny"),
    ),
    Rule(
        Stance.DENIED,
        pattern(r"\b(?:denied|rejected)\s+by\b"),
        read_denied_by,
        ("denied", "rejected"),
    ),
    Rule(
        Stance.DENIED,
        pattern(
            r"\b(?:den(?:ied|ies|ying|y)|reject(?:ed|s|ing)?|refuted|disput(?:ed|es)|disclaim(?:ed|s))\s+"
            r"(?:(?:any|all|the|this|these|those|such|its|their|having|being|that|it|they|he"
            r"|any\s+sort\s+of|direct|taking)\s+){0,3}"
            r"(?:responsibility|involvement|involved|role|part"
            r"|accusations?|allegations?|charges?|claims?|"
            r"reports?|complicity|knowledge|connection|links?|hand|carr(?:ied|ying)\s+out"
            r"|was\s+behind|were\s+behind|"
            r"had\s+carried\s+out|attack\w*|bomb\w*|kill\w*|target\w*|behind|responsible|blame"
            r"|being\s+behind)\b"
        ),
        read_denied,
        ("deni", "deny", "reject", "refuted", "disput", "disclaim"),
    ),
    Rule(
        Stance.DENIED,
        pattern(
            r"\b(?:said|says|saying|insisted|insists|maintained|claimed|stated)\s+(?:that\s+)?(?:it|they"
            r"|he|its\s+\w+|the\s+group)\s+[\"“]?"
            r"(?:(?:was|were|had|is|are)\s+(?:not|n['’]t|in\s+no\s+way)\s+"
            r"(?:been\s+)?(?:responsible|behind|involved)"
            r"|(?:had|has|have|played|plays)\s+(?:nothing\s+to\s+do\s+with|no\s+(?:role|hand|part"
            r"|involvement)))"
            r"|\bdistanc(?:ed|es)\s+(?:itself|themselves)\s+from\b(?=[^.]{0,40}" + ACTS + ")"
        ),
        read_denied,
        ("not ", "no ", "nothing", "n't", "n’t", "distanc"),
    ),
)

_EVERY = (
    *SELF_NAMED_RULES,
    *_RULES,
    *OWN_RULES,
    *ACCUSED_RULES,
    *TOLD_RULES,
    *SET_RULES,
    *NOTE_RULES,
)
"""All rules; of two that match the same words the first counts."""
_KEYED = tuple((rule, frozenset(rule.keys)) for rule in _EVERY)
_KEYS = tuple(frozenset().union(*(keys for _, keys in _KEYED)))
"""Each key once: rules share them, and looking is most of the work."""


def find_responsibility(
    text: str,
    sentences: Sequence[Span],
    attributions: Sequence[FoundAttribution] | None = None,
) -> tuple[FoundClaim, ...]:
    """Return the positions on responsibility in a text, in order of their cues.

    Args:
        text: the text.
        sentences: its sentences in order.
        attributions: what ``find_attributions`` found; they give the speakers of passive
            and asserted wordings ("officials said the group was behind it"). ``None``: they
            are looked for where a cue stands.
    """
    whole = text.lower()
    told = [key for key in _KEYS if key in whole]  # a fifth of them; then sentences take less
    keyed = [(rule, keys) for rule, keys in _KEYED if not keys.isdisjoint(told)]
    found: list[FoundClaim] = []
    for sentence in sentences:
        low = sentence.of(text).lower()
        present = [key for key in told if key in low]
        rules = [rule for rule, keys in keyed if not keys.isdisjoint(present)]
        if len(rules) > 0:
            found.extend(_in_sentence(Finder(text, sentence, attributions), rules))
    return tuple(found)


def _in_sentence(finder: Finder, rules: Sequence[Rule]) -> list[FoundClaim]:
    text, sentence = finder.text, finder.sentence
    taken: list[Span] = []
    for rule in rules:
        for match in rule.pattern.finditer(text, sentence.start, sentence.end):
            cue = Span(match.start(), match.end())
            if any(cue.overlaps(other) for other in taken):
                continue
            before = len(finder.found)
            rule.read(finder, match, rule.stance)
            if len(finder.found) > before:
                taken.append(cue)
    return sorted(finder.found, key=lambda claim: (claim.cue, claim.actor or claim.cue))
