"""Patterns of expressions of time, over the letters that classes of tokens have.

``<name>`` stands for the letter of a class in ``vocabulary/times.toml``. Order is priority:
at one place the first rule that matches wins, so composed expressions come first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from recount.resources.grammar.time_words import time_words

_DAYPART = "[<day_part><night>]"
_WD = "[<weekday><short_weekday>]"
_MON = "[<month><unsure_month>]<mark_dot>?"
_DAYNUM = "<day_number><ordinal_end>?"
_YEAR = "(?:<mark_comma>?<of>?<year_number>)"
_NUM = (
    "(?:<number_word>(?:<mark_dash><number_word>)?|<day_number>|<other_number>|<article><few>|<article><couple><of>?"
    "|<half><article>|<article>|<several>|<few>|<couple><of>)"
)
_UNIT = "[<unit><night>]"
_TAG = f"(?:[<last><this><next>]?{_WD}<mark_dot>?{_DAYPART}?<mark_comma>?<prep>?<the>?)"
_TAG_DAY = f"(?:<the>?{_WD}<mark_dot>?<mark_comma>?<the>?)"
_TAG_OPEN = f"(?:{_WD}<mark_dot>?<mark_comma>?<mark_open>)"
_ORD = "(?:(?:<number_word><mark_dash>)?[<first><second><third><fourth><ordinal_word>])"
_DM = f"(?:{_DAYNUM}<of>?{_MON}|{_ORD}<of>{_MON})"
_MD = f"(?:{_MON}<the>?{_DAYNUM}|{_MON}<the>{_ORD}|{_MON}<ordinal_word>)"
_MARK = "[<mark_comma><mark_dot><mark_open><mark_close><mark_dash>]"
_ISO = "<year_number><mark_dash><day_number><mark_dash><day_number>"
_YY = f"(?:{_DAYNUM}{_MON}<other_number>(?={_MARK}|[<prep><and><the><to><by>]|$))"
_PLAIN_DAY = f"(?:{_YY}|(?:{_MD}|{_DM}){_YEAR}?|{_ISO})"
DAY = (
    f"(?:{_TAG_OPEN}{_PLAIN_DAY}<mark_close>|{_TAG}{_PLAIN_DAY}"
    f"|{_PLAIN_DAY}<mark_comma>?<mark_open>{_WD}<mark_close>"
    f"|{_PLAIN_DAY}<mark_comma>?<article>{_WD}|{_PLAIN_DAY})"
)
_PART = "[<early><late><middle>]"
_MONTH_YEAR = f"(?:(?:{_PART}<mark_dash>?<of>?)?{_MON}{_YEAR})"
_MONTH_PART = (
    f"(?:(?:{_PART}<mark_dash>?|[<early><end><middle>]<of>|[<early><late>]<prep>){_MON}{_YEAR}?)"
)
_EDGED = f"(?:[<early><late>]<prep>?)?{_WD}{_DAYPART}?"
_MONTH = f"(?:{_MONTH_YEAR}|{_MONTH_PART}|{_MON})"
_LAST_UNIT = "(?:[<last><this><next><past>][<unit><weekend>])"
_YEAR_PART = "(?:[<early><late><middle>]<mark_dash>?|<the>?[<end><early><middle>]<of>)<year_number>"
_SAME = "(?:[<the><that>]?<very>?<same>[<unit><night><day_part><weekend>])"
_THAT = "(?:<that>[<unit><night><day_part><weekend>])"
_NEXT = (
    f"(?:<the>[<next><following><previous>]"
    f"(?:{_WD}|[<unit><night><day_part><weekend><month><unsure_month>]){_DAYPART}?)"
)
_LATER = (
    f"(?:{_NUM}{_UNIT}(?:[<later><earlier><before><after><following>]|<previous><to>?)"
    "(?:<to><the><unit>)?(?![<clock><clock_word><of>])"
    f"|{_UNIT}(?:[<later><earlier>]|[<before><after>](?!<unit>)))"
)
_THE_BEFORE = f"(?:<the>{_UNIT}[<before><after>](?!<the>?[<month><unsure_month><year_number>]))"
_IN_THE = "(?:[<earlier><later>](?:<that>|<the>?<same>|<prep><the>)[<unit><day_part>])"
_NARRATIVE = f"(?:{_SAME}|{_LATER}|{_THE_BEFORE}|{_NEXT}|{_IN_THE}|{_THAT})"
_POINT = (
    f"(?:{DAY}|{_MON}<of>?{_LAST_UNIT}|{_MONTH_YEAR}|{_YEAR_PART}|{_MONTH}|<year_number>|{_EDGED}"
    "|<yesterday>|<today>)"
)
_JOIN = "[<and><to><until><mark_dash>]"

_SOURCES: tuple[tuple[str, str], ...] = (
    (
        "explicit",
        (
            f"(?P<outer>{_NARRATIVE})(?:<mark_comma>?<mark_open>|<mark_comma><prep>?<the>?)"
            f"(?P<inner>{DAY}|{_MONTH_YEAR}|{_MONTH_PART}|<prep>{_MON})<mark_close>?"
        ),
    ),
    (
        "offset_from",
        (
            f"(?P<amount>{_NUM}|<the>)(?P<unit>{_UNIT})(?P<side>[<before><after>])<the>?"
            f"(?:_{{1,3}}[<of><prep>]<the>?(?={DAY}))?"
            f"(?P<inner>{DAY}|{_WD}|<yesterday>|<tomorrow>|<named><named_rest>*{_YEAR}?)"
        ),
    ),
    (
        "eve_of",
        f"<the>?<eve><of>(?:<the>?(?P<inner>{DAY}|{_WD}|<tomorrow>|<named><named_rest>*{_YEAR}?))?",
    ),
    ("before_last", f"<the>(?P<what>[<unit><night><weekend>]|{_WD})<before><last>"),
    (
        "week_of",
        (
            f"<the>?(?P<unit>[<unit><weekend>])(?P<how>[<of><ending><early><starting>])<prep>?"
            f"(?P<inner>{DAY})"
        ),
    ),
    (
        "night_of_days",
        (
            f"(?:<the>?{_DAYPART}(?:<of>|<between>)|<overnight><prep>?)(?P<inner>(?:{_DAYNUM}"
            f"[<and><to><mark_dash><mark_slash>]{_DAYNUM}<of>?{_MON}"
            f"|{_MON}{_DAYNUM}[<and><to><mark_dash><mark_slash>]{_DAYNUM}){_YEAR}?)"
        ),
    ),
    (
        "range_weekdays",
        (
            f"(?:(?:<overnight><prep>?)?<from>?(?P<a>{_EDGED})[<into><to><until><mark_dash>]"
            f"|(?:<the>?{_DAYPART}[<of><from><between>]|<overnight><between>)(?P<night>{_EDGED})"
            "[<and><to><into><mark_dash><mark_slash>])"
            f"(?P<b>(?:<the>?<early><unit><of>)?{_EDGED})(?!<mark_comma>?<day_number>)"
        ),
    ),
    ("overnight_of", f"<overnight><prep>?(?P<inner>{_WD})"),
    (
        "days_of_month",
        (
            f"(?:<the>?{_DAYPART}(?:<of>|<between>|<from>))?[<between><from>]?{_TAG_DAY}?"
            f"(?P<d1>{_DAYNUM})(?P<join>[<and><to><mark_dash><mark_slash>]){_TAG_DAY}?"
            f"(?P<d2>{_DAYNUM})<of>?(?P<month>{_MON})(?P<year>{_YEAR})?"
        ),
    ),
    (
        "month_of_days",
        (
            f"[<between><from>]?(?P<month>{_MON})<the>?(?P<d1>{_DAYNUM})(?P<join>[<and><to><mark_dash><mark_slash>])"
            f"(?P<d2>{_DAYNUM})(?!<mark_dot>?[<month><unsure_month>])(?P<year>{_YEAR})?"
        ),
    ),
    (
        "range",
        f"(?:<between>|<from>)(?P<a>{_POINT})<mark_comma>?{_JOIN}(?P<b>{_POINT})",
    ),
    ("range_days", f"(?P<a>{DAY})[<to><until><mark_dash>](?P<b>{DAY})"),
    (
        "range_months",
        (
            f"(?P<a>{_MON})(?:[<to><mark_dash>](?={_MONTH_YEAR})|(?<=<month>)<to>)"
            f"(?P<b>{_MONTH_YEAR}|{_MON})"
        ),
    ),
    ("range_years", "(?P<a><year_number>)[<to><mark_dash>](?P<b><year_number>)"),
    (
        "range_short",
        "(?P<a><year_number>)<mark_dash>(?P<b2>[<day_number><other_number>])(?!<mark_dash>)",
    ),
    (
        "since",
        (
            f"<since><the>?[<early><end><middle>]<of><the>(?P<running><unit>)"
            f"|<since>(?:<the>?{_PART}<of>?|<the>(?=<end><of>))?"
            f"(?P<inner><the><weekend>|<the>?<year_number><plural_s>|{_POINT}|[<last><this>](?:{_WD}|[<unit><month>"
            "<unsure_month><season><weekend><night><day_part>])|<yesterday>|<named><named_rest>*<year_number>?)"
        ),
    ),
    (
        "span_of",
        (
            f"<the>(?P<part>[<last><first><past><fourth><second>])(?P<amount>{_NUM})?(?P<unit>"
            f"<unit>)<of>(?P<inner><year_number>|{_MONTH_YEAR}|{_MON}|{_LAST_UNIT})"
        ),
    ),
    (
        "half_of",
        (
            "<the>(?P<part>[<first><second><third><fourth>]|<day_number><ordinal_end>)"
            "(?P<unit>[<half><unit>])<of>"
            f"(?P<inner><year_number>|{_LAST_UNIT}|(?<=<half><of>)(?:{_MONTH_YEAR}|{_MON}))"
        ),
    ),
    (
        "nth_weekday",
        (
            "<the>?(?P<nth>[<first><second><third><fourth><last>]|<day_number><ordinal_end>)"
            f"(?P<wd>{_WD}|<weekend>)(?:<of>|<prep>)(?P<inner><the><unit>|<every><unit>|{_LAST_UNIT}|{_MONTH_YEAR}|{_MON})"
        ),
    ),
    (
        "of_that_year",
        f"(?P<first>{_DM}|{_MD}|{_MON})(?:<of>|<prep>)?(?P<inner>{_THAT}|{_SAME})",
    ),
    ("day_last", f"(?P<which>[<last><this><next>])(?P<inner>{_PLAIN_DAY})"),
    ("day_weekend", f"(?P<inner>{_PLAIN_DAY})<holiday>?<weekend>"),
    ("day_of_last", f"(?P<day>{_DAYNUM})<of>(?P<inner>{_LAST_UNIT})"),
    (
        "month_of_last",
        (
            f"(?P<month>{_TAG}?(?:{_DM}|{_MD})|{_MONTH})<mark_comma>?(?:<prep>|<of>)?"
            f"(?<!<mark_dot>)(?P<inner>{_LAST_UNIT})"
        ),
    ),
    (
        "part_of_day",
        (
            f"(?:<the>?(?P<part>{_DAYPART}|<clock_word>|<early><unit>)<of>|(?P<edge>[<early><late>])<prep>?)"
            f"(?P<inner>{_WD}<mark_comma>?<the><day_number><ordinal_end>"
            f"|(?:{_TAG}?(?:{_DM}|{_MD}))<mark_comma>?<of>?[<last><this>]<unit>"
            f"|{DAY}|{_WD}|<yesterday>|<today>)"
        ),
    ),
    ("night_of_bare", f"<the>?{_DAYPART}<of><the>(?P<day><day_number><ordinal_end>)(?!<of>)"),
    ("day", f"(?P<inner>{DAY})"),
    (
        "numeric",
        (
            f"(?:{_WD}<mark_dot>?<mark_comma>?)?(?:<dotted_date>|<day_number>"
            "(?P<sep>[<mark_slash><mark_dash>])<day_number>(?P=sep)"
            "[<year_number><day_number><other_number>])"
        ),
    ),
    (
        "weekday_figures",
        f"{_WD}<mark_dot>?<mark_comma>?(?P<d1><day_number>)<mark_slash>(?P<d2><day_number>)(?!<mark_slash>)",
    ),
    (
        "decade",
        (
            "<the>?(?:[<early><late><middle>]<mark_dash>?)?(?P<year><year_number>)<mark_quote>?<plural_s>"
            "|<the>(?:[<early><late><middle>]<mark_dash>?)?"
            "(?P<short><mark_quote>?<other_number><plural_s>|<decade_word>)"
        ),
    ),
    ("year_part", f"(?P<edge>{_YEAR_PART})"),
    ("year_part_last", f"[<early><late><middle>]<mark_dash>?(?P<inner>{_LAST_UNIT})"),
    ("end_of_last", f"<the>?[<end><early><middle>]<of>(?P<inner>{_LAST_UNIT})"),
    ("start_of", "<the>?<early><of><the>(?P<running><unit>)"),
    ("month", f"{_MONTH_YEAR}|{_MONTH_PART}"),
    (
        "season_year",
        (
            "(?P<edge>[<early><late><middle>])?<mark_dash>?[<season><fall>]<of>?(?P<year><year_number>)"
            "(?:[<mark_dash><mark_slash>][<day_number><other_number><year_number>])?"
        ),
    ),
    (
        "named",
        "(?:[<last><this><next>])?<named><named_rest>*(?:<holiday>?<weekend>)?(?P<year>"
        + _YEAR
        + ")?",
    ),
    ("earlier_today", "[<earlier><later><late><early>](?:<today>|<yesterday>)"),
    (
        "close_day",
        f"(?:<yesterday>|<tomorrow>|<today>){_DAYPART}?|<tonight>|<overnight>",
    ),
    (
        "week_day_of",
        f"(?P<wd>{_WD})<mark_comma>?(?:<of>|<prep>)?(?P<inner>[<last><this><next>]<unit>)",
    ),
    (
        "last_unit",
        (
            "(?P<edge>[<earlier><later><early><late>])?"
            "(?P<which>[<last><this><next><past>]|<this>?<coming>(?=[<weekend><season><weekday>]))(?P<what>"
            f"[<unit><weekend><season><fall><night><day_part><month><unsure_month>]|{_WD}){_DAYPART}?"
        ),
    ),
    (
        "ago",
        (
            f"(?P<front>{_WD}<mark_comma>?)?(?P<amount>{_NUM})(?P<half1><and><article>?<half>)?(?P<unit>{_UNIT})"
            f"(?P<half2><and><article>?<half>)?<ago>(?P<at><today>|<this><unit>|<prep>?{_WD})?"
            f"|(?P<bare>{_UNIT})<ago>"
        ),
    ),
    (
        "past_span",
        (
            "(?!<the><next><unit>)(?:<the>|<this>)?(?P<which>[<last><past><next><coming><recent>])"
            f"(?P<amount>{_NUM})?(?P<unit>{_UNIT})"
            "(?P<half><mark_dash>?<and><mark_dash>?<article><mark_dash>?<half>)?"
        ),
    ),
    ("weekend", "<the>?<weekend>"),
    (
        "repeated",
        (
            "<every>(?:<number_word>|<few>|<second>|<third>)?[<unit><night><day_part>"
            "<weekend><weekday><month><unsure_month>]|<weekday_plural>"
        ),
    ),
    ("narrative", f"(?P<outer>{_NARRATIVE})"),
    (
        "nth_day",
        (
            f"<the>?(?P<nth>{_ORD}|<day_number><ordinal_end>)(?P<unit><unit>)"
            "|(?P<day_word><unit>)(?P<number><day_number>|<number_word>)<of>"
        ),
    ),
    ("weekday_day", f"(?P<wd>{_WD})<mark_comma>?<the>(?P<day><day_number><ordinal_end>)(?!<of>)"),
    (
        "weekday",
        f"(?:(?P<edge>[<early><late>])<prep>?)?(?P<wd>{_WD})<mark_dot>?(?P<part>{_DAYPART}|<overnight>)?",
    ),
    (
        "season_bare",
        "(?<=<the>)(?:(?P<edge>[<early><late><middle>])<mark_dash>?)?(?P<season>[<season><fall>])",
    ),
    ("month_bare", f"(?P<month>{_MON})"),
    ("day_bare", "(?<=<the>)(?P<day><day_number><ordinal_end>)"),
    ("year", "<year_number>"),
    (
        "clock",
        (
            "<clock><meridiem>?(?:<zone><zone_time>?)?|[<day_number><number_word>]<meridiem>"
            f"(?:<zone><zone_time>?)?|<clock_word>|[<early><late><middle>]<mark_dash>?{_DAYPART}"
        ),
    ),
    ("duration", f"(?P<amount>{_NUM})<mark_dash>?(?P<unit>{_UNIT})"),
)


_START = (
    "[<month><unsure_month><weekday><short_weekday><weekday_plural><year_number><dotted_date>"
    "<clock><named><between><from><since><last><this><next><past><recent><coming><that><same>"
    "<every><early><late><middle><end><earlier><later><today><yesterday><tomorrow><tonight>"
    "<overnight><season><fall><clock_word><eve><few><several><couple><half>]"
    "|[<day_number><other_number><number_word>](?!_)|<unit>(?=[<day_number><number_word>])"
    "|<weekend>|[<unit><night><day_part>](?=[<later><earlier><ago><of><ending><early><starting>"
    "<before><after>])"
    "|<the>(?=[<very><same><next><following><previous><unit><night><last><past><recent><coming>"
    "<early><end><middle><day_part><weekend><first><second><third><fourth><clock_word>"
    "<year_number><this><ordinal_word><day_number><number_word><eve><decade_word><mark_quote>"
    "<other_number><late>])|<first>|<second>|<third>|<ordinal_word>|<article>(?=[<few><couple><unit><night>])"
)


@dataclass(frozen=True, slots=True)
class TimePatterns:
    """All rules in one pattern for scanning."""

    scan: re.Pattern[str]
    start: re.Pattern[str]
    """Where a match may begin: sieves out most words before the rules are tried."""


def letters_of(source: str) -> str:
    """Return a pattern with class names replaced by their letters."""
    letters = time_words().letters
    return re.sub(r"(?<!\(\?P)(?<!\(\?P=)<(\w+)>", lambda match: letters[match[1]], source)


@cache
def time_patterns() -> TimePatterns:
    """Return the compiled patterns; compiled once."""
    rules = {name: letters_of(source) for name, source in _SOURCES}
    plain = {
        name: re.sub(r"\(\?P<\w+>", "(?:", source.replace("(?P=sep)", "[" + _separators() + "]"))
        for name, source in rules.items()
    }
    union = "|".join(f"(?P<{name}>{source})" for name, source in plain.items())
    return TimePatterns(
        re.compile(union),
        re.compile(letters_of(_START)),
    )


@cache
def time_rule(name: str) -> re.Pattern[str]:
    """Return one rule alone with its groups; compiled when it is first met."""
    return re.compile(letters_of(dict(_SOURCES)[name]))


def _separators() -> str:
    letters = time_words().letters
    return letters["mark_slash"] + letters["mark_dash"]
