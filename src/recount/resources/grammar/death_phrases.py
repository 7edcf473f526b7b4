"""Phrases that tell of a death without a word for it ("met their Lord", "fell in battle").

One list for all who ask: the reader of set phrases, the rules of counts, and whoever asks whether
a text tells of death.
"""

from __future__ import annotations

_THEIR = r"(?:his|her|their)"
_LIFE = r"(?:own\s+)?li(?:fe|ves)"

DIED_IN_PHRASE = (
    r"(?:"
    r"(?:embrac(?:ed|ing)|attained|achieved|found)\s+martyrdom|"
    r"(?:drank|drunk|drained|tasted)\s+(?:from\s+)?the\s+cup\s+of\s+(?:death|martyrdom)|"
    rf"met\s+(?:{_THEIR}\s+(?:lord|maker|god|creator|death|fate|end)|martyrdom)|"
    rf"(?:g[ai]ve|given|laid\s+down|laying\s+down|sacrificed|los(?:t|ing))\s+{_THEIR}\s+{_LIFE}|"
    rf"paid\s+(?:for\s+it\s+)?with\s+{_THEIR}\s+{_LIFE}|"
    r"(?:paid|made)\s+the\s+(?:supreme|ultimate|final)\s+(?:price|sacrifice)|"
    rf"sent\s+to\s+(?:{_THEIR}\s+(?:end|deaths?|graves?|doom|maker)|hell|the\s+(?:grave|next\s+world))|"
    r"fell\s+(?:on\s+the\s+field\s+of\s+hono(?:u)?r|as\s+martyrs|as\s+heroes|in\s+(?:the\s+)?"
    r"(?:battle|combat|action|fighting|line\s+of\s+duty))|"
    r"were\s+no\s+more"
    r")"
)
"""Words of a regular expression, to be read without regard to case; no word boundary behind it."""
