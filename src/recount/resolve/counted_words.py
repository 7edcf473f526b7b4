"""Words that count without a number, or that count nothing: pairs, nobody, ages, clauses."""

from __future__ import annotations

import re

from recount.model import Span
from recount.resources.grammar.nouns import find_head, noun_form
from recount.resources.grammar.tokens import Tokens, tokenize
from recount.resources.grammar.words import number_words

OLDEST = 115
"""No bare number above this is an age."""

SEPARATOR = re.compile(
    r"\s*(?:[,;:]|\s[–—-]\s)\s*(?:(?:and|or|as well as|along with|together with|plus|including)\b)?"
    r"|\s+(?:and|or|as well as|along with|together with|plus|besides|including)\b"
    r"|\s*&\s*",
    re.IGNORECASE,
)
"""What stands between two things counted."""

WITHIN = re.compile(r"\bincluding\b", re.IGNORECASE)
"""What follows is inside what was counted before."""

NOBODY = re.compile(
    r"(?:not a single|no[- ]one|nobody|none|no\s+(?!fewer|less|more)[\w-]+|no$|neither|zero|nil)"
    r"(?!\w)",
    re.IGNORECASE,
)
"""A count of nobody by its own words."""

_ANYBODY = re.compile(
    r"(?:any\b|any(?:one|body)\b|(?:further |more |civilian |human )?"
    r"(?:casualt(?:y|ies)|deaths?|fatalit(?:y|ies)|injur(?:y|ies)|(?:loss of )?(?:life|lives)|"
    r"losses|victims?|wounded|dead|arrests?|people|persons)\b)",
    re.IGNORECASE,
)
_NO = re.compile(
    r"(?:\bno|\bnot|n['’]t|\bwithout|\bnor|\bnever|\bneither|\bnone|\bnobody|\bfree of)"
    r"(?P<gap>[^.;:!?\n]{0,50})$",
    re.IGNORECASE,
)
_UNSAID = re.compile(r"\b(?:word|details?|information|figures?|clear|known|confirm)", re.IGNORECASE)
_LOOK_BACK = 70
"""Characters before a count among which a "no" may govern it: about ten words."""


def denied_before(text: str, start: int, end: int) -> bool:
    """Return whether "any casualties" stands under a "no" or "without" before it."""
    if _ANYBODY.match(text, start, end) is None:
        return False
    found = _NO.search(text[max(0, start - _LOOK_BACK) : start])
    return found is not None and _UNSAID.search(found["gap"]) is None


UNCOUNTED = re.compile(
    r"\b(?:undetermined|unknown|unspecified|undisclosed|uncertain|unstated|certain|large|small)"
    r"\s+number\b"
    r"|^(?:most|many|some|several|much|part) of\b"
    r"|^(?:more|most|some)$"
    r"|^(?:(?!of\b)[\w'’-]+\s+){0,3}(?:famil(?:y|ies)|households?|crew|patrol|squad|crowd|convoy)$",
    re.IGNORECASE,
)
"""More than one, the text does not say how many."""

PAIRS = re.compile(
    r"\b(?:couple|pair|duo|twins|twin (?:\w+s|children)|both|newlyweds|parents|grandparents|"
    r"spouses)\b",
    re.IGNORECASE,
)
"""Words for two people."""

TRIOS = re.compile(r"\b(?:trio|triplets|threesome)\b", re.IGNORECASE)
"""Words for three."""

PRONOUNS = re.compile(
    r"(?:(?:himself|herself|he|she|him|me|myself|who|whom|the former|the latter)\b|her$)",
    re.IGNORECASE,
)
"""Words for one person without a noun."""

PARENT_OF = re.compile(
    r"\b(?:father|mother|parent|grand\w+|dad|mum|mom|widow|widower)[- ]of[- ]\w+", re.IGNORECASE
)
"""One person, described by the number of others ("a father of three")."""

GROUP_OF = re.compile(r"\b(?:famil(?:y|ies)|groups?|crew|party|team) of\b", re.IGNORECASE)

WHOM = re.compile(r"[\w-]+\s+of\s+(?:them|whom|those|these)\b", re.IGNORECASE)
"""Some of those just counted ("two guards, one of them an officer")."""

CLAUSE = re.compile(
    r"\W*(?:who|whom|whose|which|that (?:had|was|were)|where|when|while|after|before|most|mostly|"
    r"mainly|some of|many of|of|in|from|at|by|on|for|near|to|taken|being|age[sd]?|believed|"
    r"reportedly|according|respectively|of whom|said|including|among|then|now|too|also)\b"
    r"(?!\s*(?:an?|the)\s+(?:second|third))",
    re.IGNORECASE,
)
"""Words with which no further person begins."""

DETERMINED = re.compile(
    r"(?:an?|the|his|her|their|its|my|our|one|another|that|this|these|those|both|all|some|many|"
    r"several|dozens|scores|hundreds|thousands|him|himself|herself|he|she)\b",
    re.IGNORECASE,
)
"""Words with which somebody else may begin."""

_NAME = re.compile(
    r"(?:(?:the|Mr|Mrs|Ms|Dr)\.?\s+)?(?:[A-ZÀ-Þ][\w.'’-]+\s+)*[A-ZÀ-Þ][\w.'’-]*[a-zà-ÿ][\w.'’-]*"
)
_ARTICLES = frozenset(
    {"the", "a", "an", "his", "her", "their", "its", "one", "another", "all", "some", "every"}
)


def names_a_person(words: str) -> bool:
    """Return whether words begin with a capitalised name, not with an article.

    >>> names_a_person("Ana Vell"), names_a_person("The mayor")
    (True, False)
    """
    first = words.split(maxsplit=1)[0].lower() if words.strip() else ""
    return first not in _ARTICLES and _NAME.match(words) is not None


def _modifies(tokens: Tokens, head: int) -> bool:
    """Whether a plural only stands before the noun that is counted ("Taliban leader")."""
    after = tokens.low(head + 1)
    return (
        after[0].isalpha()
        and after not in number_words().stops
        and not after.endswith(("ed", "ing"))
        and noun_form(tokens, head, number_words()) is not None
    )


def is_plural(text: str, span: Span) -> bool:
    """Return whether words without a number name more than one ("the gunmen")."""
    tokens = tokenize(text, span.start, span.end)
    low = tokens.low(0)
    if low in ("they", "them", "those", "these", "all", "almost", "nearly", "most"):
        return True
    if low in ("a", "an", "one", "another"):
        return False
    first = 1 if low in _ARTICLES else 0
    head = find_head(tokens, first, number_words(), singular=False)
    if head is None or _modifies(tokens, head):
        return False
    capital = [at for at in range(first, len(tokens)) if tokens.is_capital(at)]
    form = number_words().nouns.get(tokens.low(head))
    if form is not None and form.plural:
        return not (head in capital and head + 1 in capital and not tokens.is_upper(head))
    return len(capital) <= 1 and head not in capital
