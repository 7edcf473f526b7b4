"""Words by which pages' own furniture is known: patterns for short lines and for pleas.

Written from general knowledge of news pages, not from a corpus. A pattern in ``LINES`` has
to match the whole of a short line, so that the same words inside a sentence mean nothing.
"""

from __future__ import annotations

import re

_I = re.IGNORECASE

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
DATE = (
    rf"(?:(?:{WEEKDAY},?\s+)?(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH},?\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4}))"
)
_TIME = (
    r"(?:[,\s|·•–—-]*(?:at\s+)?\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:[A-Z]{2,5}|\([A-Z]{2,5}\))?(?:\s*[+-]\d{1,4})?)?"
)
_LABEL = (
    r"(?:(?:first\s+|originally\s+)?(?:published|posted|updated|last\s+(?:updated|modified)"
    r"|modified|created|issued|date|publication date|date of publication|dated"
    r"|for (?:immediate )?release)(?:\s+on|\s+at|\s+date)?\s*[:\-–]?\s*)"
)

DATE_LINE = re.compile(
    rf"(?:{_LABEL}?{DATE}{_TIME}[\s|·•,–—-]*)+(?:\d+\s+min(?:ute)?s?(?:\s+read)?)?"
    rf"|{_LABEL}.{{0,40}}\d{{1,4}}.{{0,20}}"
    r"|\d+\s+(?:minutes?|hours?|days?|weeks?|months?|years?)\s+ago",
    _I,
)

BYLINE = re.compile(
    r"(?i:by|from|written by|reported by|story by|words by|author)\s*:?\s+"
    r"(?P<name>(?:(?:Dr|Prof|Mr|Ms|Mrs)\.?\s+)?[A-Z][\w.'’-]+(?:\s+(?:[A-Z][\w.'’-]*|al|bin|ibn"
    r"|de|van|von|el|da|di)){0,4}"
    r"(?:(?:\s+and\s+|,\s+|\s+&\s+)[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){0,3}){0,4})"
    r"(?P<rest>(?:\s*[,|/–—-]\s*.{0,60})?)",
)
STAFF = re.compile(
    r"(?:additional\s+)?(?:reporting|editing|writing|photography|translation|translated|edited"
    r"|compiled)\s+(?:and\s+\w+\s+)?by\b.{0,160}"
    r"|(?:staff|special|web|news)\s+(?:reporter|correspondent|writer|desk|team)s?.{0,40}"
    r"|.{0,60}\b(?:contributed to this (?:report|story|article)|has been edited for (?:length"
    r"|clarity)).{0,60}",
    _I,
)

CREDIT = re.compile(
    r"[(\[](?:(?:file\s+)?(?:photo|image|picture|illustration|credit|source|handout|video|map"
    r"|graphic)s?\b[^()\[\]]{0,80}"
    r"|[^()\[\]]{0,60}\b(?:getty(?:\s+images)?|reuters|afp|ap(?:\s+photo)?|epa|efe|xinhua"
    r"|shutterstock|anadolu|afp via getty images|wikimedia(?:\s+commons)?|flickr|handout|file"
    r"|screengrab|screenshot|courtesy|social media|staff)\b[^()\[\]]{0,30})[)\]]\s*$"
    r"|(?:\||/|—|–|-|\.)\s*(?:(?:file\s+)?(?:photo|image|picture)s?(?:\s+credit)?\s*(?:by|:"
    r"|courtesy)\s*.{2,60}|©\s*.{2,60}|(?:[A-Z]\w+\s+){0,3}\w*/(?:AFP|AP|Reuters|Getty Images"
    r"|EPA|Anadolu)\b.{0,30})\s*$"
    rf"|\(published\s+(?:on\s+)?{DATE}\)\s*$",
    _I,
)
LONE_CREDIT = re.compile(
    r"(?:(?:photo|image|picture)s?(?:\s+(?:by|credit|source|caption))?\s*:?\s*)?"
    r"(?:\w+\s+){0,3}?/?"
    r"(?:getty(?: images)?|reuters|afp|epa(?:-efe)?|ap photo|shutterstock"
    r"|anadolu(?: agency)?|xinhua)",
    _I,
)
"""A line that is nothing but the name of whose picture it is."""
PICTURE = re.compile(r"photo|image|picture|credit|getty|courtesy|handout", _I)
SPEECH = re.compile(
    r"\b(?:said|says|told|wrote|writes|stated|added|tweeted|asked|replied|explained)\s*:$", _I
)
_CAPITAL = r"[A-ZÀ-Þ](?:[\w'’.]|-(?=[^\W\d]))*+"
"""A word with a capital; it gives nothing back, so that no line is tried in countless ways."""
_PLACE = rf"{_CAPITAL}(?: {_CAPITAL}){{0,3}}"
_EVENT = r".{0,60}\b(?:Attack|Battle|Siege|Massacre|Bombing|Clash|Raid|Killing|Shooting|Strike|War)"
_OUTLET = rf"{_PLACE}(?:\s(?:of|and|de|del|du|the|for)(?:\s(?:the|la))?\s{_PLACE})?"
PLACE_AND_DATE = re.compile(
    rf"(?!On\b|{_EVENT})"
    rf"(?:{_PLACE}(?:,\s*{_PLACE})?,?\s*"
    rf"\(?(?i:{DATE}|{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})\)?\s*[-–—:]*"
    rf"|{_OUTLET}(?:\s*[,/|·•–—-]\s*{_OUTLET}){{0,2}}\s*(?:[,/|·•–—:-]\s*)?(?i:{DATE})"
    rf"(?:\s*[,/|·•–—-]\s*{_OUTLET}|\s*\({_OUTLET}\))?\.?)"
)
"""A dateline that stands alone on its line, with its outlet or without."""
CAPTION_START = re.compile(
    r"(?:file\s*(?:photo|image|picture|pic)?\s*[-–—:]|(?:photo|image|picture|photograph|caption"
    r"|pictured|illustration|video|map)\s*(?:\w+\s*)?[:|]|(?:photo|image|picture"
    r"|photograph)s?\s+(?:by|credit|courtesy)\b"
    r"|in\s+this\s+(?:\w+[\s,.-]*){0,5}?(?:photo|image|picture|frame|grab|still|photograph"
    r"|handout)\b)",
    _I,
)
CAPTION_WORDS = re.compile(
    r"\b(?:is|are)\s+(?:seen|pictured|shown|photographed)\b|\bpictured (?:in|on|at|here|above"
    r"|below)\b|\b(?:file photo|file picture|seen in this)\b",
    _I,
)

_LINES = (
    (
        r"share(?:\s+(?:this|on|via|with|the|now|story|article|post|page|it|to|your|facebook"
        r"|twitter|whatsapp|email|link|friends|your).{0,40})?"
    ),
    (
        r"(?:tweet|facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|instagram|youtube"
        r"|tiktok|flipboard|messenger|viber|email|e-mail|print|copy link|rss|x|like this|save"
        r"|bookmark|listen|pdf|download(?:\s+(?:pdf|our app|the app|app))?)(?:\s*[,|/·•]\s*(?:tweet"
        r"|facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|instagram|youtube|email"
        r"|print|x|copy link))*"
    ),
    (
        r"(?:subscribe|sign up|sign in|log ?in|log ?out|register|my account|create (?:an )?account"
        r"|become a (?:member|subscriber|patron)|join us|get started|donate(?: now| today)?"
        r"|support us|give now|contribute)\b.{0,60}"
    ),
    (
        r"(?:read|see|view|show|load|find out|learn|watch|hear)\s+(?:more|also|next|all|less"
        r"|full (?:story|article|text)|the full .{0,30}|original .{0,20}|related .{0,20})\b.{0,120}"
    ),
    (
        r"also\s+(?:read|see|watch)\b.{0,120}|more\s+(?:from|on|about|by|stories|news|like this"
        r"|coverage|videos?|top stories|headlines)\b.{0,80}"
    ),
    (
        r"(?:related|recommended|suggested|similar|other|further|most|top|latest|trending|popular"
        r"|recent|editor'?s?’?|featured|you (?:may|might) (?:also )?(?:like|be interested)"
        r"|don'?’?t miss|in case you missed|what to read next|must read|up next|next|previous"
        r"|now)\s*(?:up|in)?\s*(?:articles?|stor(?:y|ies)|news|posts?|content|links?|topics?|reads?"
        r"|reading|read|viewed|popular|commented|shared|headlines?|videos?|picks?|tags?|comments?"
        r"|coverage|now|items?|reports?|from .{0,60}|on .{0,30}|in .{0,30}|it|this|next|also.{0,20}"
        r"|by .{0,30})?\s*:?\s*[>»›]?"
    ),
    (
        r"(?:view|see|read|click here (?:to|for)(?: read| view| see)?)\s+(?:the\s+)?(?:original"
        r"|full|rest|source)\b.{0,60}"
    ),
    (
        r"(?:advertise(?:ment)?s?|sponsored(?: content| by .{0,40})?|promoted(?: content)?|ad"
        r"|paid content|partner content|commercial break"
        r"|story continues below(?: this)?(?: ad(?:vertisement)?)?|(?:article "
        r"|story )?continues? (?:after|below).{0,40}|scroll (?:down )?to continue.{0,40}|skip (?:ad"
        r"|to|past|advert).{0,40})"
    ),
    (
        r"(?:home(?:page)?|menu|search|navigation|main (?:menu|navigation|content)|close|open"
        r"|expand|toggle .{0,20}|back(?: to (?:top|home.{0,10}|the top|previous.{0,10}))?|top|next"
        r"|previous|prev|skip to .{0,30}|accessibility(?: (?:links|help|statement))?|site ?map"
        r"|contact(?: us)?|about(?: us)?|advertise(?: with us)?|careers|jobs|help|faq|feedback"
        r"|privacy(?: (?:policy|notice|settings))?|terms(?: (?:of (?:use|service)|and conditions"
        r"|& conditions))?|cookie (?:policy|settings|preferences)|legal(?: notice)?|imprint"
        r"|editorial (?:policy|standards)|corrections|archives?|newsletters?|languages?|english"
        r"|settings|notifications?|weather|sports?|opinion|business|world|politics|culture"
        r"|lifestyle|tech(?:nology)?|entertainment|science|health|travel|video|photos?|gallery"
        r"|podcasts?|live|radio|tv|e-?paper|classifieds|obituaries|edition|breaking(?: news)?"
        r"|top stories|latest(?: news)?|headlines|just in|exclusive|breaking news alerts?)"
    ),
    (
        r"leave a (?:reply|comment).{0,40}|(?:post|write|add|view|show|hide) (?:a |your "
        r"|all )?comments?.{0,30}|\d*\s*comments?(?: off| closed| are closed)?|(?:be the first to"
        r"|comments are|no comments|cancel reply|reply|submit(?: comment)?|report abuse"
        r"|load comments).{0,40}|join the (?:conversation|discussion).{0,40}"
    ),
    (
        r"your email address will not be published.{0,80}|required fields are marked.{0,20}|(?:name"
        r"|email|e-mail|website|comment|password|username)\s*\*?|save my name.{0,120}"
        r"|notify me of.{0,60}"
    ),
    (
        r"(?:©|\(c\)|copyright)\s*.{0,160}|.{0,80}\ball rights reserved\b.{0,80}|powered by .{0,40}"
        r"|designed by .{0,40}|.{0,40}(?:do not|may not be) (?:republish|reproduced?"
        r"|distribute).{0,100}"
    ),
    (
        r"(?:tags?|topics?|keywords?|categor(?:y|ies)|filed under|posted in|labels?|sections?"
        r"|in this (?:article|story)|tagged(?: with| as)?)\s*[:|].{0,200}"
    ),
    (
        r"(?:source|via|credit|courtesy|originally published (?:by|in|at|on)|first published (?:by"
        r"|in|at|on)|this (?:article|story|piece) (?:was )?(?:first |originally )?(?:published"
        r"|appeared|produced))\b\s*:?.{0,120}"
    ),
    (
        r"(?:follow|like|find|join) (?:us|me|the author|@?\w+) (?:on|at|in)\b.{0,100}|follow @?\w+"
        r"|follow us.{0,40}|@\w{2,30}"
    ),
    (
        r"\+?\s*\d*\s*(?:posts?|shares?|views?|likes?|followers?|reactions?|retweets?|claps?"
        r"|min(?:ute)?s? read|reads?)"
    ),
    r"(?:estimated )?reading time\s*:?.{0,30}|\d+\s*[- ]?min(?:ute)?s?\s+read",
    (
        r"\[?\s*(?:article body|body|end(?:s)?|begin text|full text|text|story|headline|teaser"
        r"|photo|video)\s*:?\s*\]?|-+\s*end(?:s)?\s*-+|\(?ends?\)|#+\s*\w*\s*#*"
    ),
    (
        r"(?:browse|personali[sz]e|customi[sz]e|choose|select|manage|edit)\s+(?:your|all|by|our"
        r"|more|categories|topics)\b.{0,80}"
    ),
    r"(?:click|tap|press)\s+(?:here|on|the|to|below|play|for)\b.{0,160}",
    (
        r"(?:we use|this (?:web)?site uses|by (?:continuing|using|clicking|browsing)"
        r"|accept(?: all)?(?: cookies)?|reject(?: all)?|manage (?:cookies|preferences|consent)"
        r"|cookie).{0,300}"
    ),
    (
        r"(?:watch|listen|video|audio|podcast|photos|in pictures|gallery|infographic)"
        r"\s*[:|>»]\s*.{0,140}"
    ),
    r"(?:previous|next|older|newer)(?: (?:post|article|story|page|entry))?s?\s*[:»›>→].{0,140}",
    (
        r"(?:this|the) (?:article|story|report|page) (?:was|has been) (?:amended|updated|corrected"
        r"|edited)\b.{0,160}"
    ),
    r"(?:home|news|main page)\s*[»›>/→]\s*.{1,120}",
    r"(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}\s*/\s*\d{1,4}",
    (
        r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,10}|\w[\w-]*\.(?:com|org|net|info|news|tv|co\.\w\w"
        r"|edu|gov)(?:/\S*)?"
    ),
    r"(?:editor'?’?s? note|disclaimer|correction|note to (?:editors|readers))\s*:?\s*",
    (
        r"(?:the )?(?:views|opinions)\b.{0,60}\b(?:the author(?:'s|’s)?|are (?:those|the|his|her"
        r"|their)|do not (?:necessarily )?(?:reflect|represent)).{0,200}"
    ),
    (
        r"(?:loading|please wait|javascript|enable javascript|your browser|this video|video player"
        r"|error).{0,80}"
    ),
    (
        r"(?:get|receive|download|try)\s+(?:our|the|all|more|breaking|daily|weekly|your|unlimited"
        r"|full)\b.{0,120}"
    ),
    (
        r"this (?:page|site|content|article) (?:is|requires|cannot|could not"
        r"|was last)\b.{0,100}"
    ),
    r"(?:about|author'?’?s?)\s+(?:the\s+)?(?:author|writer|bio(?:graphy)?)s?\b.{0,400}",
)
LINES = re.compile("(?:" + "|".join(f"(?:{line})" for line in _LINES) + r")[\s:.!>»›|·•…\]]*", _I)
"""Whole short lines of furniture."""

SENTENCES = re.compile(
    r"(?:your email address will not be published|required fields are marked|save my name|notify me"
    r"|copyright\b|©|\(c(?:opyright)?\)|we use cookies|this (?:web)?site uses"
    r"|by (?:continuing|using)"
    r"|click (?:here|on|to|the)|tap (?:here|to)|subscribe (?:to|now|for)|sign ?up (?:to|for|now)"
    r"|follow us|(?:the )?(?:views|opinions) expressed|the (?:views|opinions) (?:in|of)"
    r"|this (?:article|story|report|piece) (?:was|has been|is|first|originally)"
    r"|(?:originally|first) published|powered by|read (?:the full|more)"
    r"|(?:get|download) (?:our|the app)"
    r"|have (?:a|any) (?:question|comment|tip|story)|sorry, your browser|having trouble).{0,400}"
    r"|.{0,200}\b(?:all rights reserved|not responsible for the content"
    r"|may not be (?:published|reproduced|republished|redistributed)"
    r"|(?:contributed|contributing) to this (?:report|story|article))\b.{0,200}",
    _I | re.DOTALL,
)
"""Furniture that comes as whole sentences."""
SENTENCE_WORDS = 60

LINE_WORDS = 24
"""Longest line that ``LINES`` is tried on: longer ones are prose until shown otherwise."""

PLEA = re.compile(
    r"\b(?:(?:subscribe|sign up|sign-up) (?:to|for)\b|support (?:our|us|independent|the trusted"
    r"|quality)\b|(?:make|making) a (?:donation|contribution)|your (?:support|donation"
    r"|contribution|email|inbox|experience|subscription|browser|consent)\b|become a (?:member"
    r"|subscriber|patron|supporter)"
    r"|newsletters?\b|(?:use|uses|using) (?:of )?cookies|privacy policy|terms of (?:use"
    r"|service)|all rights reserved|follow us on|download (?:our|the) app|click (?:here|on)\b"
    r"|unsubscribe|free trial|(?:delivered|straight) to your|ad[- ]?block|whatsapp (?:channel"
    r"|group)|telegram channel"
    r"|(?:republish|reproduce)d? (?:this|our|under|without|in whole)|creative commons"
    r"|this article was (?:produced|originally|first)|gift (?:this )?article|log in to"
    r"|leave a comment|post a comment|contact us at|email us|send (?:us )?(?:your )?(?:tips"
    r"|feedback|comments)|personali[sz]e)\b",
    _I,
)
IMPERATIVE = re.compile(
    r"(?:please\s+)?(?:add|browse|choose|click|contact|customi[sz]e|discover|donate|download"
    r"|enable|enjoy|enter|explore|fill|find|follow|get|give|help|join|keep|learn|listen|log"
    r"|make|miss|personali[sz]e|read|receive|register|see|select|send|share|sign|start|stay"
    r"|submit|subscribe|support|tap|try|turn|upgrade|use|visit|watch|write)\b",
    _I,
)
ADDRESSED = re.compile(r"\b(?:you|your|yours|us|our)\b", _I)

AUTHOR_LABEL = re.compile(
    r"(?:author(?:'s|’s)?\s+(?:bio(?:graphy)?|note)|about\s+the\s+(?:author|writer)s?"
    r"|bio)\s*[:.|–—-]",
    _I,
)
AUTHOR_NOTE = re.compile(
    r"(?:[A-Z][\w.'’-]+\s+){1,4}(?:is|was)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,8}?"
    r"(?:reporter|correspondent|journalist|writer|editor|columnist|fellow|contributor|freelancer"
    r"|producer|researcher|author|professor|bureau chief)\b"
    r"(?=.{0,200}\b(?:for|at|based|covering|covers|living|who writes|of|in)\b)"
)
"""Who wrote the piece, told at its edge. Inside the text the same words present a witness."""

CUT_MARKS = re.compile(
    r"(?:view|read|see)\s+(?:the\s+)?(?:original|full|rest of)\b.{0,60}|(?:related|more"
    r"|recommended|latest|recent|trending|popular)\s+(?:articles?|stories|posts?|news|headlines"
    r"|reading|coverage)\b.{0,60}|leave a (?:reply|comment)\b.{0,60}|most (?:read|popular"
    r"|viewed|shared)\b.{0,40}|comments?\s*\(?\d*\)?|\d+\s+comments?|you (?:may"
    r"|might) also (?:like|be interested)\b.{0,40}|more (?:from|on|in|stories|news)\b.{0,60}"
    r"|read (?:more|also|next)\b.{0,60}|(?:also )?in (?:other )?news\b.{0,20}"
    r"|latest from\b.{0,60}",
    _I,
)
"""Lines after which short lines belong to other articles or to readers."""

COMMENTS_BEGIN = re.compile(
    r"\d+\s+(?:thoughts?|comments?|responses?|replies|reactions?)(?:\s+(?:on|to|so far)\b.{0,200})?"
    r"|(?:leave|post|write|add)\s+(?:a|your)\s+(?:reply|comment)\b.{0,60}"
    r"|comments?(?:\s*\(\d+\))?|(?:reader|user)s?'?’? comments?|join the (?:conversation"
    r"|discussion).{0,40}",
    _I,
)
"""Lines after which readers speak."""
COMMENT_HEAD = re.compile(
    r"[\w .'’-]{2,40}\s+(?:says|said|wrote|writes|commented|replied)\s*:?", _I
)

DATED_HEADLINE = re.compile(
    rf"(?P<head>.{{10,300}}?)\s*(?:[-–—|]\s*|\[|\(){DATE}[\])]?(?:\s*[\[(]{DATE}[\])])?\s*$", _I
)
DOUBLE_DATE = re.compile(rf"{DATE}\s*[\[(]\s*{DATE}\s*[\])]\s*$", _I)
OUTLET_TAIL = re.compile(
    r"\s[-–—|]\s(?P<outlet>(?:The\s+|Al\s+)?[A-Z0-9][\w.&'’:-]*(?:\s+(?:of|the|and|for|on|de|e"
    r"|[A-Z0-9&][\w.&'’-]*)){0,6}(?:\.{2,3})?)\s*$"
)
"""A headline's last words after a dash: the name of who published it."""
