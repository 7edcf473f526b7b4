"""Which markup calls its content clutter: tags, roles and the words of classes and ids.

A region only suggests: one that holds much of the page's prose is not believed (themes put
"sidebar" and "menu" on the whole body), and a voted paragraph of prose is kept.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

_BY_TAG = {
    "nav": "navigation",
    "footer": "footer",
    "aside": "beside the article",
    "form": "form",
    "button": "form",
    "select": "form",
    "menu": "navigation",
    "dialog": "notice",
}
_BY_ROLE = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "contentinfo": "footer",
    "complementary": "beside the article",
    "search": "form",
    "dialog": "notice",
    "alertdialog": "notice",
    "banner": "masthead",
}
_WORDS: dict[str, str] = {
    "navigation": "nav navbar navigation menu menus submenu breadcrumb breadcrumbs pagination "
    "pager skip topbar toolbar skiplink navlinks hamburger tabs subnav",
    "footer": "footer copyright colophon imprint legal",
    "related links": "related recommended recommendations recommendation mostread trending "
    "popular outbrain taboola sidebar rail carousel readmore morenews seealso yarpp jp "
    "relatedposts latestnews moreon alsoread recirc recirculation teaserlist upnext",
    "sharing": "share sharing shares social sharedaddy addtoany addthis sharethis followus",
    "comments": "comment comments disqus respond commentlist replies",
    "plea": "newsletter newsletters subscribe subscription signup donate donation paywall "
    "membership appeal cta regwall patreon",
    "advertisement": "ad ads advert adverts advertisement advertising adsense sponsored sponsor "
    "promo promotion banner dfp",
    "byline": "byline bylines author authors bio authorbio contributor contributors timestamp "
    "dateline postmeta entrymeta articlemeta",
    "cookie notice": "cookie cookies consent gdpr cookiebar onetrust",
    "tags": "tags taglist tagcloud keywords topics tagline categories",
    "form": "login signin search searchform modal popup overlay lightbox",
    "hidden": "screenreader visuallyhidden sronly hidden",
}
_BY_WORD = {word: label for label, words in _WORDS.items() for word in words.split()}
_PAIRS = {
    ("read", "more"): "related links",
    ("read", "next"): "related links",
    ("also", "read"): "related links",
    ("most", "read"): "related links",
    ("most", "viewed"): "related links",
    ("most", "popular"): "related links",
    ("latest", "news"): "related links",
    ("more", "stories"): "related links",
    ("more", "news"): "related links",
    ("up", "next"): "related links",
    ("see", "also"): "related links",
    ("entry", "meta"): "byline",
    ("post", "meta"): "byline",
    ("article", "meta"): "byline",
    ("follow", "us"): "sharing",
    ("sign", "up"): "plea",
    ("sr", "only"): "hidden",
    ("screen", "reader"): "hidden",
    ("visually", "hidden"): "hidden",
}
_CAPTION_WORDS = frozenset(
    ["caption", "captions", "figcaption", "imgcaption", "imagecaption", "photocaption", "cutline"]
)
_LONGEST = 400
"""Characters of a class and id that are looked at."""
_KEPT = 1024
"""Classes whose words are kept: a page has few, each hundreds of times."""
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

NEVER_BODY = frozenset({"comments", "cookie notice", "hidden", "footer", "advertisement", "form"})
"""Regions whose long prose is still not the report's, whatever the vote."""


def class_words(value: str) -> tuple[str, ...]:
    """Return the words of a class or id, in lower case: "post-meta mostRead" has four."""
    return _class_words(value[:_LONGEST])


@lru_cache(maxsize=_KEPT)
def _class_words(value: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _TOKEN.findall(value))


def region_of(tag: str, role: str, words: tuple[str, ...], *, hidden: bool) -> str | None:
    """Return what kind of clutter the element's markup calls its content, if any."""
    if hidden:
        return "hidden"
    label = _BY_TAG.get(tag) or _BY_ROLE.get(role)
    if label is not None:
        return label
    for pair in itertools.pairwise(words):
        if pair in _PAIRS:
            return _PAIRS[pair]
    for word in words:
        if word in _BY_WORD:
            return _BY_WORD[word]
    return None


def is_caption(tag: str, words: tuple[str, ...]) -> bool:
    """Return whether the element holds the caption of a picture or table."""
    return tag in ("figcaption", "caption") or not _CAPTION_WORDS.isdisjoint(words)


def is_invisible(style: str) -> bool:
    """Return whether an element's style hides it."""
    return _INVISIBLE.search(style) is not None
