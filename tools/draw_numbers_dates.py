"""Draw the sampled halves of the exams of numbers and dates, from dev parts alone.

    python tools/draw_numbers_dates.py ../shared/data --texts FOLDER

writes ``corpora/numbers/draw.json`` and ``corpora/dates/draw.json``: offsets of one mention each,
with set, id and SHA-256 of its text, and no word of it. FOLDER gets ``numbers_sampled.jsonl`` and
``dates_sampled.jsonl`` for the annotators: the sentence with the mention between « and », two
sentences before, one after, and the day of publication where it is known.

Mentions are found by the plain expressions of ``mention_words``, never by the product. Nothing of
the exam of incidents, nor of the documents that errors were read on, can be drawn.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from draw_training import SOURCES, STANDOFF, Drawn
from draw_tuning import candidates
from mention_words import DATES, NUMBERS, Mention, find, near_casualty

from recount.resources.sentences import split_sentences

SEED = 20261201
SETS = {
    "numbers": {"muc4": 66, "gun_violence": 48, "re3d": 12, "lgl": 12, "geovirus": 12},
    "dates": {"muc4": 72, "gun_violence": 62, "re3d": 14, "lgl": 14, "geovirus": 14},
}
"""The most items of each set in a sampled half of 150."""
NUMBER_QUOTA = {
    ("digits", True): 38,
    ("words", True): 34,
    ("vague", True): 15,
    ("none", True): 8,
    ("persons", True): 15,
    ("digits", False): 22,
    ("words", False): 9,
    ("vague", False): 6,
    ("persons", False): 3,
}
"""Items by kind of word and whether a casualty word is near: 110 near, 40 not."""
DATE_QUOTA = {
    "calendar": 31,
    "weekday": 22,
    "relative": 37,
    "ago": 16,
    "since": 10,
    "month": 10,
    "year": 10,
    "lasting": 8,
    "named": 6,
}
PER_DOCUMENT = 3
SHORTEST, LONGEST = 30, 700
"""Characters of a sentence that can be drawn; longer ones are lists and page clutter."""
HEAD = 60
"""Characters at the head of a text from which nothing is drawn: its dateline."""
OPENING = 200
CORPORA = STANDOFF.parent
_DATELINE = re.compile(
    r"\b(\d{1,2})\s+(JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)\w*\s+(\d\d)\b"
)
_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention in its document; ``stratum`` is what its quota is counted by."""

    drawn: Drawn
    published: str | None
    mention: Mention
    sentence: tuple[int, int]
    stratum: Any

    def listing(self, identity: str) -> dict[str, Any]:
        """Return the line of the draw, without a word of the text."""
        return {
            "id": identity,
            "set": self.drawn.set,
            "document": self.drawn.id,
            "text_sha256": self.drawn.digest,
            "at": [self.mention.start, self.mention.end],
            "published": self.published,
        }


def published(drawn: Drawn, days: dict[str, str]) -> str | None:
    """Return the day of publication: the set's own, or that of a dateline of MUC-4."""
    if drawn.set == "gun_violence":
        return days.get(drawn.id)
    found = _DATELINE.search(drawn.text[:120]) if drawn.set == "muc4" else None
    if found is None:
        return None
    month = _MONTHS.index(found[2][:3]) + 1
    try:
        return date(1900 + int(found[3]), month, int(found[1])).isoformat()
    except ValueError:
        return None


def article_days(data: Path) -> dict[str, str]:
    """Return the day on which each gun-violence article was published, where it is stated."""
    with gzip.open(data / SOURCES["gun_violence"], "rt", encoding="utf-8") as stream:
        rows = (json.loads(line) for line in stream)
        return {str(row["id"]): row["published"] for row in rows if row["published"]}


def documents(data: Path) -> list[Drawn]:
    """Return the documents of the dev parts that may be drawn, each text once."""
    shut = {
        json.loads(line)["text_sha256"]
        for name in ("exam.jsonl", "tuning.jsonl")
        for line in (STANDOFF / name).read_text(encoding="utf-8").splitlines()
    }
    free = {
        one.digest: one
        for name in SOURCES
        for one in candidates(data, name)
        if one.digest not in shut
    }
    return list(free.values())


def mentions(drawn: Drawn, day: str | None, exam: str) -> Iterator[Candidate]:
    """Yield the mentions of a document that stand whole inside a sentence of fair length."""
    text = drawn.text
    sentences = split_sentences(text)
    starts = [one.start for one in sentences]
    for mention in find(NUMBERS if exam == "numbers" else DATES, text):
        at = bisect_right(starts, mention.start) - 1
        if at < 0 or mention.start < HEAD or mention.end > sentences[at].end:
            continue
        where = (sentences[at].start, sentences[at].end)
        if not SHORTEST <= where[1] - where[0] <= LONGEST:
            continue
        stratum: Any = mention.kind
        if exam == "numbers":
            stratum = (mention.kind, near_casualty(text, mention.start, mention.end))
        yield Candidate(drawn, day, mention, where, stratum)


def choose(found: list[Candidate], quota: dict[Any, int], exam: str) -> list[Candidate]:
    """Return candidates in drawn order until every quota is full; no sentence twice."""
    random.Random(f"{SEED}:{exam}").shuffle(found)
    chosen: list[Candidate] = []
    strata: Counter[Any] = Counter()
    sets: Counter[str] = Counter()
    held: Counter[str] = Counter()
    told: set[str] = set()
    # The rarest kinds first, so that the sets' shares are not used up before them.
    rarity = Counter(one.stratum for one in found)
    for one in sorted(found, key=lambda item: rarity[item.stratum]):
        name, words = one.drawn.set, _plain(one.drawn.text[slice(*one.sentence)])
        full = strata[one.stratum] >= quota.get(one.stratum, 0) or sets[name] >= SETS[exam][name]
        if full or held[one.drawn.digest] >= PER_DOCUMENT or words in told:
            continue
        chosen.append(one)
        told.add(words)
        strata[one.stratum] += 1
        sets[name] += 1
        held[one.drawn.digest] += 1
    if len(chosen) < sum(quota.values()):
        raise ValueError(
            f"{exam}: {len(chosen)} items, {quota} filled {dict(strata)}, {dict(sets)}"
        )
    random.Random(f"{SEED}:{exam}:order").shuffle(chosen)
    return chosen


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def _line(words: str) -> str:
    return " ".join(words.split())


def shown(one: Candidate, identity: str) -> dict[str, Any]:
    """Return what an annotator sees of an item."""
    text, (start, end), mention = one.drawn.text, one.sentence, one.mention
    sentences = split_sentences(text)
    at = next(number for number, each in enumerate(sentences) if each.start == start)
    before = [_line(each.of(text)) for each in sentences[max(0, at - 2) : at]]
    after = [_line(each.of(text)) for each in sentences[at + 1 : at + 2]]
    marked = f"{text[start : mention.start]}«{text[mention.start : mention.end]}»"
    return {
        "id": identity,
        "published": one.published,
        "opening": _line(text[:OPENING]) if at > 2 else "",
        "before": before,
        "sentence": _line(f"{marked}{text[mention.end : end]}"),
        "after": after,
    }


def main() -> None:
    """Write the draws, and the texts for the annotators."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--texts", type=Path)
    arguments = parser.parse_args()
    days = article_days(arguments.data)
    drawn = [(one, published(one, days)) for one in documents(arguments.data)]
    for exam, quota in (("numbers", NUMBER_QUOTA), ("dates", DATE_QUOTA)):
        found = [each for one, day in drawn for each in mentions(one, day, exam)]
        chosen = choose(found, quota, exam)
        named = [(f"{exam[0]}s{number:03d}", one) for number, one in enumerate(chosen, start=1)]
        listing = {"seed": SEED, "items": [one.listing(identity) for identity, one in named]}
        (CORPORA / exam).mkdir(exist_ok=True)
        (CORPORA / exam / "draw.json").write_text(
            json.dumps(listing, indent=1) + "\n", encoding="utf-8"
        )
        if arguments.texts is not None:
            arguments.texts.mkdir(parents=True, exist_ok=True)
            lines = (json.dumps(shown(one, key), ensure_ascii=False) for key, one in named)
            path = arguments.texts / f"{exam}_sampled.jsonl"
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
