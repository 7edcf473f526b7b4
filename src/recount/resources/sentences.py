"""Sentences of a text as spans: abbreviations, initials and damaged quotes do not end one."""

from __future__ import annotations

import re
from functools import lru_cache

from recount.model.span import Span

_KEPT = 256
"""Stretches of text whose sentences are kept: extract and resolve ask for the same ones."""
_ABBREVIATION_WORDS = (
    "mr mrs ms dr prof sr jr st gen brig lt col maj sgt cpl capt cmdr adm rev hon gov sen rep "
    "pres sec insp supt det const pvt no vs etc inc ltd co corp dept est approx ret u.s u.n "
    "u.k e.g i.e a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed "
    "thu thur thurs fri sat sun ave blvd rd mt ft fig vol op cit al ph.d b.a m.d d.c"
)
_ABBREVIATIONS = frozenset(_ABBREVIATION_WORDS.split())

_END = re.compile(r"""[.!?…]+["'”’»)\]]*(?=\s)|\n[ \t]*\n""")
_BEFORE_WORD = '([“"‘'
_OPENERS = "“\"‘'«([-–—•*"


@lru_cache(maxsize=_KEPT)
def split_sentences(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Return the sentences of ``text[start:end]`` in order, without surrounding blanks.

    A blank line always ends a sentence; a single line break does not.

    >>> text = "Gen. A. Smith died. Two fled."
    >>> [sentence.of(text) for sentence in split_sentences(text)]
    ['Gen. A. Smith died.', 'Two fled.']
    """
    stop = len(text) if end is None else end
    sentences: list[Span] = []
    begin = start
    for match in _END.finditer(text, start, stop):
        if _ends_sentence(text, begin, match, stop):
            _append(sentences, text, begin, match.end())
            begin = match.end()
    _append(sentences, text, begin, stop)
    return tuple(sentences)


def _append(sentences: list[Span], text: str, begin: int, stop: int) -> None:
    while begin < stop and text[begin].isspace():
        begin += 1
    while stop > begin and text[stop - 1].isspace():
        stop -= 1
    if begin < stop:
        sentences.append(Span(begin, stop))


def _ends_sentence(text: str, begin: int, match: re.Match[str], stop: int) -> bool:
    mark = match.group()
    if "\n" in mark:
        return True
    following = _next_character(text, match.end(), stop)
    if following is None:
        return True
    if not (following.isupper() or following.isdigit() or following in _OPENERS):
        return not following.islower() and not following.isalpha()
    if not mark.startswith(".") or mark.startswith(".."):
        return True
    word = _last_word(text, begin, match.start())
    return word == "" or not _is_abbreviation(word, following)


def _last_word(text: str, begin: int, end: int) -> str:
    """Return the word that ends a stretch, also before one line break."""
    if end > begin and text[end - 1] == "\n":
        end -= 1
    at = end
    while at > begin and not (text[at - 1].isspace() or text[at - 1] in _BEFORE_WORD):
        at -= 1
    return text[at:end]


def _next_character(text: str, at: int, stop: int) -> str | None:
    while at < stop and text[at].isspace():
        at += 1
    return text[at] if at < stop else None


def _is_abbreviation(word: str, following: str) -> bool:
    bare = word.lower().strip("\"'”’)]")
    if bare == "no":
        return following.isdigit()
    if bare in {"a.m", "p.m", "u.s", "u.n", "u.k", "d.c", "etc", "inc", "ltd", "corp"}:
        # These also stand at the end of sentences; a capital after them is most often a new one,
        # except after a country's initials, which are used as adjectives ("U.S. Army").
        return bare in {"u.s", "u.n", "u.k"}
    if bare in _ABBREVIATIONS:
        return True
    return len(bare) == 1 and bare.isalpha() and word.isupper()
