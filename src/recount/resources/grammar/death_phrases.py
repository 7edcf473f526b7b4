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

PUT_TO_DEATH = (
    r"(?:"
    r"(?:found|lying|left|lay)\s+(?:dead|lifeless|strangled|hanged|with\s+(?:his|her|their)\s+throats?)|"
    r"(?:(?:his|her|their)\s+)?throats?\s+(?:were\s+|was\s+)?(?:cut|slit)|torn\s+(?:apart|to\s+pieces)|"
    r"(?:taken|led|dragged|marched|lined|pulled|driven|made\s+to\s+\w+)\s+(?:[\w’']+\s+){0,4}?"
    r"(?:and|then)\s+(?:shot|executed|hacked)(?!\s+(?:at\b|in\s+the\s+(?:leg|foot|arm|hand|knee)))|"
    r"beyond\s+help|finished\s+off|put\s+to\s+death|(?:mortally|fatally)\s+(?:wounded|injured|hit|hurt)|"
    r"claimed\s+by\s+the\s+(?:fire|flames|blast|sea|river)|laid\s+to\s+rest|"
    r"crushed\s+(?:to\s+death|under|beneath|by\s+the)|decapitated|strangled|suffocated|hanged|"
    r"(?:trampled|stoned|hacked|axed|clubbed|kicked)\s+to\s+death|burn(?:ed|t)\s+(?:alive|to\s+death)|"
    r"mown\s+down|cut\s+down\s+(?:in|by|at|as|with)"
    r")"
)
"""Words for a violent end that have no "killed" in them; to be read as those above."""
