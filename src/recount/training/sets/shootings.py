"""Reports on shootings: the names of recorded participants, by what befell them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from recount.training.example import Example, Marked
from recount.training.sets.files import digest_of, in_part, read_rows

TAGS = frozenset({"dead_name", "hurt_name", "suspect_name"})
SAMPLE_MODULUS = 10
"""One incident in ten is the fixed sample that the project measures on."""

_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


def load(folder: Path, without: frozenset[str]) -> Iterator[Example]:
    """Yield articles of incidents outside the fixed sample that name a recorded participant.

    Args:
        folder: folder of the set.
        without: SHA-256 of texts that must not be learned from.
    """
    facts = {row["incident"]: row for row in read_rows(folder / "incidents.jsonl")}
    articles = folder / "articles.jsonl.gz"
    seen = {
        digest_of(row["text"])
        for row in read_rows(articles)
        if in_part(row["incident"], SAMPLE_MODULUS)
    }
    for row in read_rows(articles):
        incident = facts.get(row["incident"])
        digest = digest_of(row["text"])
        if incident is None or digest in without or digest in seen:
            continue
        seen.add(digest)
        marks = tuple(_marks(row["text"], incident["participants"]))
        if len(marks) > 0:
            yield Example("gun_violence", row["text"], marks, TAGS)


def _marks(text: str, participants: list[Mapping[str, Any]]) -> Iterator[Marked]:
    taken: set[tuple[int, int]] = set()
    for one in participants:
        tag = _tag(one)
        words = [word for word in str(one.get("name", "")).split() if word not in _SUFFIXES]
        if tag is None or len(words) < 2:
            continue
        names = (r"\s+".join(map(re.escape, words)), re.escape(words[-1]))
        for name in names:
            for match in re.finditer(rf"(?<!\w){name}(?!\w)", text):
                here = (match.start(), match.end())
                if not any(s < here[1] and here[0] < e for s, e in taken):
                    taken.add(here)
                    yield Marked(tag, *here)


def _tag(participant: Mapping[str, Any]) -> str | None:
    status = str(participant.get("status", ""))
    if participant.get("type") == "Subject-Suspect":
        return "suspect_name"
    if "Killed" in status:
        return "dead_name"
    return "hurt_name" if "Injured" in status else None
