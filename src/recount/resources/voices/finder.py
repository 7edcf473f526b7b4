"""A sentence with a cue of responsibility in it: the phrases beside the cue, and what is found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from recount.model import Span, Stance
from recount.resources.voices.aged import aged_before
from recount.resources.voices.attributions import find_attributions
from recount.resources.voices.nouns import FoundAttribution, FoundClaim
from recount.resources.voices.phrases import Clause, clause_of

ACTS = (
    r"(?:attack|bomb|blast|explosi|kill|murder|assassinat|massacre|shoot|shot|ambush|raid|strike|"
    r"struck|shell|rocket|missile|abduct|kidnap|behead|execut|violence|incident|hostage|"
    r"arson|torch|burn|bloodbath|bloodshed|carnage|atrocit|clash|fir(?:ed|ing)|launch|"
    r"target|detonat|plant|hit|destr|terror|operation|assault|seiz|captur|torture|rap(?:e|ing)|"
    r"death|died|disappear|crash|down|offensive|attempt|plot|sabotage|war crimes|genocide|"
    r"carrying out|carried out|behind|responsib|involve|mine|ied|wound|injur|slaughter|crime|"
    r"striking|stab|strangl|poison|manslaughter|homicid|loot|gunned|gunfire|robber|lynch|harm|live\s+(?:ammunition|rounds|fire))"
)
VIOLENCE = (
    r"(?:attack|bomb|blast|explosi|kill|murder|assassinat|massacre|shoot|shot|ambush|raid|shelling|rocket|"
    r"missile|abduct|kidnap|behead|execut|arson|torch|stab|strangl|striking\s|air\s?strike|poison|manslaughter|homicid|"
    r"lynch|gunned|gunfire|robb|terror|hostage|raping|rape\b|tortur|assault|genocide|war\s+crimes|atrocit|"
    r"burning|loot|firing|opening\s+fire|sett?ing\s+fire|death|wounding|violence|beat(?:ing)?\b|carnage|harm|"
    r"smother|hurling|throwing|punch|kick|starving|slay|sabotage|acid)"
)
"""Pieces of words that name a deed of violence by themselves ("operation" and "crime" do not)."""
ONLOOKERS = re.compile(
    r"\b(?:witness(?:es)?|residents?|villagers?|survivors?|sources?|relatives?|doctors?|investigators?|"
    r"prosecutors?|reporters?|media|governor|mayor|judges?|justice|jurors?|courts?|lawyers?|attorneys?|"
    r"counsel|mother|father|brother|sister|uncle|aunt|wife|husband|widow|family|inspector|superintendent|"
    r"detectives?|neighbou?rs?|students?|farmers?|imam|bishop|priest|councillors?|village\s+chief|agency|"
    r"agencies|compan(?:y|ies)|firm|owner|operator|charity|college|UN|mission|hospital|friends?|"
    r"colleagues?|teachers?|managers?|aid\s+group|bank|clients?)\b",
    re.IGNORECASE,
)
"""Who tells of others' deeds: "residents said they fired" speaks of the attackers."""
WEAK = 0.4
"""Confidence of a denial that counts only where somebody is held responsible."""
HEDGED = 0.6
"""Confidence of a position whose act is not named beside the cue."""
PAPER = re.compile(
    r"\b(?:note|statement|report|letter|release|video|message|post|communiqu[eé])$", re.IGNORECASE
)
ACT = re.compile(rf"\b{ACTS}", re.IGNORECASE)

NEAR = 90
"""Characters after a cue in which the violent act must be named."""

_OF_GROUPS = r"\s+(?:group|movement|front|organi[sz]ation|guerrillas?|rebels?|cell|command)\b"
QUOTED = re.compile(
    rf"\s+[\"“](?:(?-i:[A-Z])[^\"”\n]{{1,39}}[\"”](?:{_OF_GROUPS})?|[^\"”\n]{{2,40}}[\"”]{_OF_GROUPS})",
    re.IGNORECASE,
)
"""A name in quotation marks: capitals begin it, or a noun of groups follows."""
_IN_QUOTES = re.compile(
    r"\s*(?P<who>(?:the\s+)?[\"“][^\"”\n]{2,40}[\"”]"
    r"(?:\s+(?:groups?|organi[sz]ations?|movement|gangs?|elements|forces|squads?|circles))?)",
    re.IGNORECASE,
)
"""Who is named in quotation marks, with the noun that follows ("extremist" groups)."""
_QUOTED_BEFORE = re.compile(r"[\"“](?P<who>[^\"“”\n]{3,40})[\"”]\s+$")
"""Who is named in quotation marks right before a verb ("infiltrators" were to blame)."""


_NOT = re.compile(r"\b(?:not|never|nobody|no one|no-one|none|neither|no)\b|n['’]t\b", re.IGNORECASE)
_JOINED = re.compile(
    r"(?:,|\b(?:and|but|or))\s+(?:(?:has|have|had|also|later|then|immediately|\w+ly)\s+){0,2}$|"
    r"\b(?:has|have|had|\w+ly)\s+$",
    re.IGNORECASE,
)
"""What stands before a verb that is joined to another of its subject."""
_SIGNED = re.compile(
    r"(?:an?|the|\w+)?\s*(?:[\w-]+\s+)?(?:banners?|leaflets?|pamphlets?|statements?|notes?|messages?|letters?|"
    r"posters?|communiqu[eé]s?)\b[^.;]{0,40}?\b(?:signed\s+by|issued\s+by|attributed\s+to|from)\s+",
    re.IGNORECASE,
)
"""A paper and the words for whose it is ("banners signed by the cartel")."""
_NAME_APPOSED = re.compile(
    r"(?P<who>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)+),\s(?:an?|the|his|her|its)\s[^,.;]{2,50}$"
)
_LED = re.compile(
    r"\b(?:(?:led|headed|commanded|run|employed|backed|trained)\s+by|(?:based|living|operating)\s+\w+|"
    r"(?:loyal|linked|allied)\s+(?:to|with)|dressed\s+(?:in|as)|armed\s+with)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_OF_FIRST = re.compile(
    r"\s+(?:accused|suspected|convicted|charged|wanted|who|that|believed|thought|linked|seen)\b[^;]{0,140}$",
    re.IGNORECASE,
)
"""What belongs to a sentence's first words, up to its own verb."""
_SAYS_SO = re.compile(
    r"\b(?:sa(?:id|ys?)|told|tells?|reported|claimed|stated|added|believes?|insisted|announced|alleg\w+)\b",
    re.IGNORECASE,
)
_WHO_APPOSED = re.compile(
    r"(?P<who>(?:[Tt]he\s)?[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)*),\s(?:an?|the|his|her|its)\s[^,.;]{2,50},?\s"
    r"(?:who|which|that)\s(?:(?:has|have|had|also|later)\s)*$"
)
"""A name with what it is, and the verb of the clause behind ("the Column, a group that said")."""
_LONG_APPOSED = re.compile(
    r"(?P<who>(?:[Tt]he\s)?[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,6})(?:\s\([^()\n]{2,12}\))?,\s"
    r"(?:an?|the|its)\s[^,.;]{2,160},\s(?:(?:has|have|had|also|later)\s)*$"
)
"""A name and what it is, up to the comma before its verb ("the Column, a band that ..., said")."""
_UNIT_OF = re.compile(
    r"\s*(?:the\s+)?(?:company|battalion|platoon|squad|unit|column|(?:area\s+)?committee|brigade|regiment|"
    r"cell|wing|front)\s+(?:no\.?\s*|number\s+)?\w{1,3}\s+of\s+(?=(?:the\s+)?(?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
"""A numbered part of whoever follows ("Company No. 2 of the Front")."""
_NAMED_NEXT = re.compile(r",\s(?P<who>(?:the\s)?[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,5}),")
_ONLY_NOUNS = re.compile(
    r"(?:the|an?)\s[a-z][a-z\s-]*(?:party|group|faction|gang|militia|movement|cartel|union|outfit)"
)
"""Nouns for a body behind which its name stands ("the ruling party, Free Hills, ...")."""
_INTRODUCED = re.compile(
    r"\b(?:introduc|identif|describ|present|styl|call)\w*\s+(?:him|her|it|them)sel(?:f|ves)\s+(?:as\s+)?(?:an?\s+|the\s+)?"
    r"(?:[\w-]+\s+){0,3}?(?:commanders?|spokes(?:m[ae]n|wom[ae]n|persons?)|members?|leaders?|fighters?|representatives?|emirs?|"
    r"officers?)\s+(?:of|for|from|in)\s+(?P<who>(?:the\s+)?[A-ZÀ-Þ][\w’'-]*(?:\s(?:(?:of|for|the)\s)?(?:al-|el-)?[A-ZÀ-Þ][\w’'-]*)*)"
    r"(?=[,\s])[^.;]{0,80}$"
)
"""Who speaks for a body by his own account ("a man who introduced himself as a commander of X")."""
_STYLED = re.compile(
    r"\b(?:group|gang|band|cell|movement|outfit|organi[sz]ation|faction|militia|m[ae]n|people)\s+(?:(?:that|which|who)\s+)?"
    r"(?:calls?|called|calling|styles?|styled|styling|names?|naming)\s+(?:itself|themselves)\s+"
    r"(?P<who>(?:the\s+)?[\"“]?[A-ZÀ-Þ][\w’'-]*(?:\s(?:(?:of|for|the)\s){0,2}[A-ZÀ-Þ][\w’'-]*)*)[\"”]?,?\s"
    r"(?:(?:has|have|had|also|later|then)\s)*$"
)
"""A band and the name that it gives itself ("a group that calls itself the Ninth Wave")."""
_SPEAKS = re.compile(r"\b(?:say|says|said)$", re.IGNORECASE)
"""Words that are no party: "police say both were wanted"."""
_SOON_BEFORE = 20
"""Characters before a cue in which it is taken back."""
_OPEN_BEFORE = 60
_OPEN = re.compile(
    r"\b(?:if|whether|unclear|doubts?|demand(?:s|ed)?\s+that|call(?:s|ed)?\s+for|urged|decid(?:e|ing))\s+"
    r"(?:[\w’'-]+\s+){0,5}$|\b(?:wrongly|falsely|mistakenly|would|could|might|should)\s+(?:not\s+)?(?:be\s+)?$",
    re.IGNORECASE,
)
"""Words before a cue that leave open whether it is so ("it is not clear whether X was behind")."""
_BEFORE = 300
"""Characters before a sentence in which the deed it speaks of is told."""
_DONE = re.compile(
    rf"\b(?:{VIOLENCE}|seized|taken\s|explo|blew|blast|gunm|shelled|disappear|dead\b|died|burn(?:ed|t)\b|ransack|went\s+off)",
    re.IGNORECASE,
)
_ENDS = ("in", "on", "over", "for", "after", "with", "at", "near", "to", "following", "within")
"""Words that end the phrase for somebody behind a cue."""


@dataclass(slots=True)
class Finder:
    """One sentence in which a cue was met, and the positions read from it."""

    text: str
    sentence: Span
    attributions: Sequence[FoundAttribution] | None
    """Those of the text; ``None``: those of the sentence are looked for when first needed."""
    found: list[FoundClaim] = field(default_factory=list)
    _clause: Clause | None = None

    @property
    def clause(self) -> Clause:
        """The sentence as words, made when first needed."""
        if self._clause is None:
            self._clause = clause_of(self.text, self.sentence)
        return self._clause

    # --- phrases -----------------------------------------------------------------------------

    def left(self, offset: int) -> Span | None:
        """The noun phrase that the verb at ``offset`` follows."""
        aged = aged_before(self.text, self.sentence.start, offset)
        if aged:
            return aged[-1]
        quoted = _QUOTED_BEFORE.search(self.text, self.sentence.start, offset)
        if quoted is not None:
            return Span(quoted.start("who"), quoted.end("who"))
        for_whom = _INTRODUCED.search(self.text, self.sentence.start, offset)
        if for_whom is not None:
            return Span(for_whom.start("who"), for_whom.end("who"))
        styled = _STYLED.search(self.text, self.sentence.start, offset)
        if styled is not None:
            return Span(styled.start("who"), styled.end("who"))
        told = _WHO_APPOSED.search(self.text, self.sentence.start, offset)
        if told is not None:
            return Span(told.start("who"), told.end("who"))
        told = _LONG_APPOSED.search(self.text, self.sentence.start, offset)
        if told is not None:
            return Span(told.start("who"), told.end("who"))
        phrase = self.clause.subject(self.clause.at(offset))
        phrase = phrase if phrase is None else self._led(phrase)
        if phrase is not None and phrase[0] == phrase[1]:
            word = self.clause.words[phrase[0]]
            if word.low in ("who", "which", "that"):
                phrase = self.clause.before_relative(phrase[0]) or phrase
        found = self._span(phrase)
        return found if found is None else self._outside(found)

    def _outside(self, found: Span) -> Span:
        """Return the sentence's first phrase, where a phrase stands in a clause that belongs to it.

        "The man accused of shooting a girl has been charged" charges no girl.
        """
        first = self.opening()
        if first is None or first.end >= found.start:
            return found
        between = _OF_FIRST.match(self.text, first.end, found.start)
        if between is None or _SAYS_SO.search(between.group()):
            return found
        return first

    def before(self, offset: int) -> Span | None:
        """The noun phrase that ends before ``offset``, with or without a comma between.

        Of "Ana Vell, a clerk, whom ..." it is the name.
        """
        named = _NAME_APPOSED.search(self.text, self.sentence.start, offset)
        if named is not None:
            return Span(named.start("who"), named.end("who"))
        return self._span(self.clause.before_relative(self.clause.at(offset)))

    def _led(self, phrase: tuple[int, int]) -> tuple[int, int]:
        """Return those who are led, where a phrase is who leads them ("a gang led by X")."""
        first, last = phrase
        low = self.clause.words[first].start
        led = _LED.search(self.text, self.sentence.start, low)
        if led is None:
            return phrase
        before = self.clause.phrase_ending(self.clause.at(led.start()) - 1)
        return phrase if before is None else (before[0], last)

    def subject(self, offset: int) -> Span | None:
        """The subject of the verb at ``offset``: its own, else that of the verb it is joined to."""
        joined = _JOINED.search(self.text, self.sentence.start, offset) is not None
        found = self.left(offset) or (self.opening() if joined else None)
        signed = None if found is None else _SIGNED.match(self.text, found.start, found.end)
        return found if signed is None or found is None else Span(signed.end(), found.end)

    def taken_back(self, match: re.Match[str]) -> bool:
        """Whether a cue, or the words right before it, are denied ("has not been charged")."""
        low = max(self.sentence.start, match.start() - _SOON_BEFORE)
        if _NOT.search(self.text, low, match.end()) is not None:
            return True
        low = max(self.sentence.start, match.start() - _OPEN_BEFORE)
        return _OPEN.search(self.text, low, match.start()) is not None

    def told_before(self, match: re.Match[str]) -> bool:
        """Whether a cue that is not taken back follows an act of violence (``after_deed``)."""
        return self.after_deed() and not self.taken_back(match)

    def after_deed(self) -> bool:
        """Whether an act of violence is named in the sentence, or shortly before it."""
        low = max(0, self.sentence.start - _BEFORE)
        return _DONE.search(self.text, low, self.sentence.end) is not None

    def names_act(self, match: re.Match[str]) -> bool:
        """Whether an act of violence is named behind a cue, or in its sentence before it."""
        if self.speaks_of_act(match):
            return True
        return ACT.search(self.text, self.sentence.start, match.start()) is not None

    def phrase_after(self, offset: int) -> Span | None:
        """The noun phrase that starts at ``offset``, without what "in", "on" or "after" adds."""
        return self.up_to(self.right(offset), *_ENDS)

    def right(self, offset: int) -> Span | None:
        """The noun phrase that starts at ``offset``, be it in quotation marks."""
        quoted = _IN_QUOTES.match(self.text, offset, self.sentence.end)
        if quoted is not None:
            return Span(quoted.start("who"), quoted.end("who"))
        unit = _UNIT_OF.match(self.text, offset, self.sentence.end)
        offset = offset if unit is None else unit.end()
        phrase = self._span(self.clause.phrase_from(self.clause.at(offset), apposition=False))
        if phrase is None or _ONLY_NOUNS.fullmatch(phrase.of(self.text)) is None:
            return phrase
        named = _NAMED_NEXT.match(self.text, phrase.end, self.sentence.end)
        return phrase if named is None else Span(named.start("who"), named.end("who"))

    def opening(self) -> Span | None:
        """The noun phrase that the sentence starts with."""
        return self._span(self.clause.opening())

    def _span(self, phrase: tuple[int, int] | None) -> Span | None:
        return None if phrase is None else self.clause.span_of(*phrase)

    def up_to(self, span: Span | None, *words: str) -> Span | None:
        """Cut a phrase before the first of some words (" of", " for", " on")."""
        if span is None:
            return None
        low = f" {span.of(self.text).lower()} "
        cuts = [at for word in words if (at := low.find(f" {word} ")) > 0]
        if not cuts:
            return span
        end = span.start + min(cuts) - 1
        return Span(span.start, end) if end > span.start else None

    def speaker_of(self, span: Span) -> Span | None:
        """Who says the words at ``span``, if somebody is said to."""
        if self.attributions is None:
            self.attributions = find_attributions(self.text, [self.sentence])
        inside = [
            a
            for a in self.attributions
            if a.source is not None and a.covers(span) and self.sentence.overlaps(a.cue)
        ]
        if not inside:
            return None
        return min(inside, key=lambda a: a.content.end - a.content.start if a.content else 0).source

    def speaks_of_act(self, match: re.Match[str]) -> bool:
        """Whether an act of violence is named right after a cue."""
        return (
            ACT.search(self.text, match.end(), min(self.sentence.end, match.end() + NEAR))
            is not None
        )

    def add(
        self,
        stance: Stance,
        match: re.Match[str],
        *,
        actor: Span | None = None,
        by: Span | None = None,
        confidence: float = 1.0,
    ) -> None:
        """Add a position; the parts of "both X and Y" are positions of their own."""
        cue = Span(match.start(), match.start() + len(match.group().rstrip()))
        if actor is None and stance is not Stance.UNCLAIMED:
            return
        if actor is not None and _SPEAKS.search(actor.of(self.text)):
            return
        for part in self._parts(actor):
            self.found.append(FoundClaim(stance, cue, self.sentence, part, by, confidence))

    def _parts(self, actor: Span | None) -> list[Span | None]:
        if actor is None:
            return [None]
        actor = self._with_quoted(self._without_lead(actor))
        words = actor.of(self.text)
        joint = re.search(r"\s+(?:and|AND)\s+(?=(?:the\s+|THE\s+)?[A-Z])", words)
        if joint is None or not re.search(r"[A-Z]", words[: joint.start()]):
            return [actor]
        middle = actor.start + joint.start()
        return [Span(actor.start, middle), Span(actor.start + joint.end(), actor.end)]

    def _with_quoted(self, actor: Span) -> Span:
        """Take in a name in quotation marks at which a phrase breaks off (the "Road" group)."""
        name = QUOTED.match(self.text, actor.end, self.sentence.end)
        return actor if name is None else Span(actor.start, name.end())

    def _without_lead(self, actor: Span) -> Span:
        lead = re.match(r"(?:both|either)\s+", actor.of(self.text), re.IGNORECASE)
        return actor if lead is None else Span(actor.start + lead.end(), actor.end)
